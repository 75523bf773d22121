import { Failure } from '../../application';

/** Calls `then` once after some milliseconds; the function it returns cancels that. */
export type StartTimer = (milliseconds: number, then: () => void) => () => void;

export const startTimer: StartTimer = (milliseconds, then) => {
  const timer = setTimeout(then, milliseconds);
  return () => clearTimeout(timer);
};

/** The part of `Office` that this file waits for; undefined when the script was blocked and never ran. */
type ReadyOffice = Pick<typeof Office, 'onReady'> | undefined;

const TEN_SECONDS = 10_000;

/**
 * Resolves when Office is ready for calls; fails with `no office` after ten seconds, because `Office.onReady`
 * never answers when the library is blocked, and at once when the page is open outside Excel.
 */
export function waitForOffice(
  timeout = TEN_SECONDS,
  office: ReadyOffice = typeof Office === 'undefined' ? undefined : Office,
  after: StartTimer = startTimer,
): Promise<void> {
  if (office === undefined) {
    return Promise.reject(
      new Failure(
        'no office',
        'Excel’s add-in library did not load, so this pane cannot reach the workbook. Check your connection, then reopen the pane; if your network blocks appsforoffice.microsoft.com, ask IT to allow it.',
      ),
    );
  }
  return new Promise((resolve, reject) => {
    const stop = after(timeout, () =>
      reject(
        new Failure(
          'no office',
          'Excel has not answered for ten seconds, so this pane cannot reach the workbook. Close the pane and open it again.',
        ),
      ),
    );
    void office.onReady().then((info) => {
      stop();
      // Null when the page is open in a browser tab outside Excel; the type says that it is always present.
      if ((info.host as Office.HostType | null) === null) {
        reject(new Failure('no office', 'This page works inside Excel. Open a workbook and start it from the Home tab.'));
      } else resolve();
    });
  });
}
