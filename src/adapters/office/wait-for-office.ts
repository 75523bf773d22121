import { Failure } from '../../application';

/** Calls `then` once after some milliseconds; the function it returns cancels that. */
export type StartTimer = (milliseconds: number, then: () => void) => () => void;

export const startTimer: StartTimer = (milliseconds, then) => {
  const timer = setTimeout(then, milliseconds);
  return () => clearTimeout(timer);
};

/** The part of `Office` that this file waits for; undefined when the script was blocked and never ran. */
type ReadyOffice = Pick<typeof Office, 'onReady'> | undefined;

/** Counted from the opening of the page, so that the words are there within ten seconds of it however long its scripts took. */
const SILENT_AFTER = 8_000;
/** What Excel is given at the least, where they took nearly all of it. */
const LEAST_WAIT = 2_000;

/**
 * Resolves when Office is ready for calls. `onSilent` is told eight seconds after the page was opened that it is not, because `Office.onReady` never answers
 * when one of the library's own scripts is blocked; the wait goes on, for an Excel that is only slow. Fails with `no office` at once when
 * the library did not load, and when the page is open outside Excel.
 */
export async function waitForOffice(
  onSilent: (failure: Failure) => void,
  office: ReadyOffice = typeof Office === 'undefined' ? undefined : Office,
  after: StartTimer = startTimer,
  millisecondsOpen = performance.now(),
): Promise<void> {
  if (office === undefined) {
    throw new Failure(
      'no office',
      'Excel’s add-in library did not load, so this pane cannot reach the workbook. Check your connection, then try again. If your network blocks appsforoffice.microsoft.com, ask IT to allow it.',
    );
  }
  const stop = after(Math.max(SILENT_AFTER - millisecondsOpen, LEAST_WAIT), () =>
    onSilent(
      new Failure(
        'no office',
        'Excel has not answered yet, so this pane cannot reach the workbook. It opens as soon as Excel answers. If nothing happens, try again, or close the pane and open it again.',
      ),
    ),
  );
  const { host } = await office.onReady();
  stop();
  // Null when the page is open in a browser tab outside Excel; the type says that it is always present.
  if ((host as Office.HostType | null) === null) {
    throw new Failure('no office', 'This page works inside Excel. Open a workbook and start it from the Home tab.');
  }
}
