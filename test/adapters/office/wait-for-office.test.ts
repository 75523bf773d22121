import { type StartTimer, waitForOffice } from '../../../src/adapters/office';

/** A clock that stands still until it is told. */
function stillClock(): { readonly after: StartTimer; readonly strike: () => void; readonly asked: number[] } {
  const waiting: (() => void)[] = [];
  const asked: number[] = [];
  return {
    asked,
    after: (milliseconds, then) => {
      asked.push(milliseconds);
      waiting.push(then);
      return () => waiting.splice(waiting.indexOf(then), 1);
    },
    strike: () => waiting.forEach((then) => then()),
  };
}

type ReadyOffice = Parameters<typeof waitForOffice>[1];

/** `Office` as far as waiting goes; the host it names is Excel's, or null in a browser tab of its own. */
function officeOf(host: string | null): ReadyOffice {
  return { onReady: () => Promise.resolve({ host, platform: null }) } as unknown as ReadyOffice;
}

const SILENT = { onReady: () => new Promise(() => undefined) } as unknown as ReadyOffice;

describe('waiting for Office', () => {
  it('goes on when Excel answers, and calls the clock off', async () => {
    const clock = stillClock();
    await waitForOffice(10_000, officeOf('Excel'), clock.after);
    clock.strike();
    expect(clock.asked).toEqual([10_000]);
  });

  it('gives up after ten seconds in plain words', async () => {
    const clock = stillClock();
    const waiting = waitForOffice(undefined, SILENT, clock.after);
    clock.strike();
    await expect(waiting).rejects.toMatchObject({ code: 'no office', message: expect.stringMatching(/ten seconds/) as unknown });
    expect(clock.asked).toEqual([10_000]);
  });

  it('says at once that the library did not load', async () => {
    await expect(waitForOffice(10_000, undefined)).rejects.toMatchObject({
      code: 'no office',
      message: expect.stringMatching(/did not load/) as unknown,
    });
  });

  it('says that the page was opened outside Excel', async () => {
    await expect(waitForOffice(10_000, officeOf(null), stillClock().after)).rejects.toMatchObject({ code: 'no office' });
  });
});
