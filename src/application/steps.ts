/**
 * A calculation in steps, each short enough for a host not to seem stuck. It gives what is being worked on before each step, and its value at
 * the end; between two steps whoever runs it may wait, or stop it.
 */
export type Steps<Value> = Generator<string, Value, void>;

/** How steps are run where somebody looks on. */
export interface Pace {
  /** Awaited before each step; see `RequestWorld.pause`. */
  readonly pause: () => Promise<void>;
  /** Stops before the next step; its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
  readonly onStep?: (what: string) => void;
}

/** All steps one after the other, without a pause. */
export function finished<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** All steps one after the other, with a pause before each. */
export async function paced<Value>(steps: Steps<Value>, { pause, signal, onStep }: Pace): Promise<Value> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    onStep?.(step.value);
    await pause();
    signal?.throwIfAborted();
  }
}
