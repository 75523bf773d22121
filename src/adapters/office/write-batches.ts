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

/**
 * Steps in order, in as few groups as keep each, and its answer, below `limit` bytes. A step that is larger alone gets a group to itself. Steps
 * are made as they are asked for.
 * @param pause awaited after each step is made.
 */
export async function* batchesOf<S extends Step>(
  steps: Iterable<S>,
  limit: number,
  pause?: () => Promise<void>,
): AsyncGenerator<S[], void> {
  let batch: S[] = [];
  let [bytes, answer] = [0, 0];
  for (const step of steps) {
    const answerBytes = step.answerBytes ?? 0;
    if (batch.length > 0 && (bytes + step.bytes > limit || answer + answerBytes > limit)) {
      yield batch;
      [batch, bytes, answer] = [[], 0, 0];
    }
    batch.push(step);
    bytes += step.bytes;
    answer += answerBytes;
    await pause?.();
  }
  if (batch.length > 0) yield batch;
}
