import { Failure } from '../../application';
import type { StartTimer } from './wait-for-office';

/** Sends what has been queued as one request, within the time allowed. */
export type Send = () => Promise<void>;

/** A piece of work on one request context. The parameter is always named `context`: the lint rules know it by that name. */
export type Work<T> = (context: Excel.RequestContext, send: Send) => Promise<T>;

/** Whether a run was given up because Excel did not answer. */
interface Deadline {
  readonly passed: () => boolean;
  readonly pass: () => void;
}

/**
 * One user command's connection to Excel: counts its round trips and stops waiting after a time limit.
 *
 * On the web a `sync` may never be answered and cannot be cancelled (office-js issues 6678, 6909), so each is given
 * `silentAfter` milliseconds. The limit is outside `Excel.run`, whose own clean-up request would hang as well. An answer
 * that comes too late is ignored; but what the host had queued may still happen, so the caller must allow for it.
 */
export class ExcelConnection {
  private sent = 0;

  constructor(
    private readonly excel: typeof Excel,
    private readonly silentAfter: number,
    private readonly after: StartTimer,
  ) {}

  get roundTrips(): number {
    return this.sent;
  }

  /**
   * `waitForCellEdit`: the host holds the requests until the user leaves the cell being edited, instead of refusing them.
   * Right for commands that read; a write must be refused, or it could still happen after we had given it up.
   */
  run<T>(how: { readonly waitForCellEdit: boolean }, work: Work<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      let isGivenUp = false;
      const deadline: Deadline = {
        passed: () => isGivenUp,
        pass: () => {
          isGivenUp = true;
          reject(noAnswer());
        },
      };
      this.excel
        .run({ delayForCellEdit: how.waitForCellEdit }, (context) => work(context, () => this.send(context, deadline)))
        .then(resolve, reject);
    });
  }

  private async send(context: Excel.RequestContext, deadline: Deadline): Promise<void> {
    if (deadline.passed()) throw noAnswer();
    this.sent += 1;
    const stop = this.after(this.silentAfter, deadline.pass);
    try {
      await context.sync();
    } finally {
      stop();
    }
    if (deadline.passed()) throw noAnswer();
  }
}

function noAnswer(): Failure {
  return new Failure(
    'host silent',
    'Excel has not answered. If you are typing in a cell, press Enter; if Excel is still saving or loading, wait until it is done, then try again.',
  );
}

/** Work can be cancelled only between round trips: a request that was sent cannot be cancelled. */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new Failure('cancelled', 'Stopped, as you asked.');
}
