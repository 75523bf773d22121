/** Resolves in a task of its own: the browser draws and delivers clicks before it. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Work goes on for so long at most before the browser may draw and deliver clicks; in milliseconds. A task of over 50 is felt. */
const LONGEST_STRETCH = 20;

/**
 * A pause that waits only where it is due, so that work may ask for one as often as it likes. Work that begins after the browser was idle waits
 * at its first pause: what shows its progress is drawn before it.
 */
export function pauseWhenDue(): () => Promise<void> {
  let since = -Infinity;
  return async () => {
    if (performance.now() - since < LONGEST_STRETCH) return;
    await nextTask();
    since = performance.now();
  };
}
