import type { Steps } from '../domain/steps';

/** How steps are run where somebody looks on. */
export interface Pace {
  /** Awaited before each step; see `RequestWorld.pause`. */
  readonly pause: () => Promise<void>;
  /** Stops before the next step; its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
  readonly onStep?: (what: string) => void;
}

/** All steps one after the other, with a pause before each. */
export async function paced<Value>(steps: Steps<Value>, { pause, signal, onStep }: Pace): Promise<Value> {
  let told = '';
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (step.value !== '' && step.value !== told) onStep?.((told = step.value));
    await pause();
    signal?.throwIfAborted();
  }
}
