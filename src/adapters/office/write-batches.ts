/** One thing to queue on a request, and what it adds to it. */
export interface Step {
  readonly bytes: number;
  /** Bytes of the answer to what it loads; none when left out. */
  readonly answerBytes?: number;
  /** Queues the work; sends nothing. */
  readonly queue: (context: Excel.RequestContext) => void;
}

/** A proxy with its path and a call or a property set takes about this many bytes of a request (454 to 551 measured). */
export const BYTES_A_CALL = 550;

const encoder = new TextEncoder();

/** Bytes of a value on the wire: UTF-8, and a backslash for each quote once the request is put into a string. */
export function wireBytes(value: unknown): number {
  const json = JSON.stringify(value);
  return encoder.encode(json).length + (json.split('"').length - 1);
}

/** Steps in order, in as few groups as keep each, and its answer, below `limit` bytes. A step that is larger alone gets a group to itself. */
export function batchesOf<S extends Step>(steps: readonly S[], limit: number): S[][] {
  const batches: S[][] = [];
  let [bytes, answer] = [Infinity, 0];
  for (const step of steps) {
    const answerBytes = step.answerBytes ?? 0;
    if (bytes + step.bytes > limit || answer + answerBytes > limit) {
      batches.push([]);
      [bytes, answer] = [0, 0];
    }
    batches.at(-1)?.push(step);
    bytes += step.bytes;
    answer += answerBytes;
  }
  return batches;
}
