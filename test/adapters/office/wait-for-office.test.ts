import type { Failure } from '../../../src/application';
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

const silence = (): never => {
  throw new Error('Nothing is silent here.');
};

describe('waiting for Office', () => {
  it('goes on when Excel answers, and calls the clock off', async () => {
    const clock = stillClock();
    await waitForOffice(silence, officeOf('Excel'), clock.after, 0);
    clock.strike();
    expect(clock.asked).toEqual([8000]);
  });

  it('tells after eight seconds in plain words that Excel is silent, and goes on when it answers later', async () => {
    const clock = stillClock();
    let answer: (info: object) => void = () => undefined;
    const slow = { onReady: () => new Promise((done) => (answer = done)) } as unknown as ReadyOffice;
    const told: Failure[] = [];
    const waiting = waitForOffice((failure) => told.push(failure), slow, clock.after, 0);
    expect(told).toEqual([]);
    clock.strike();
    expect(told).toMatchObject([{ code: 'no office', message: expect.stringMatching(/has not answered yet.*try again/s) as unknown }]);
    answer({ host: 'Excel', platform: null });
    await waiting;
    expect(clock.asked).toEqual([8000]);
  });

  it.each([
    [1500, 6500],
    [7000, 2000],
    [60_000, 2000],
  ])('is told of the silence eight seconds after the page was opened, but not at once: opened %i ms ago', async (opened, wait) => {
    const clock = stillClock();
    await waitForOffice(silence, officeOf('Excel'), clock.after, opened);
    expect(clock.asked).toEqual([wait]);
  });

  it('says at once that the library did not load', async () => {
    await expect(waitForOffice(silence, undefined)).rejects.toMatchObject({
      code: 'no office',
      message: expect.stringMatching(/did not load/) as unknown,
    });
  });

  it('says that the page was opened outside Excel', async () => {
    await expect(waitForOffice(silence, officeOf(null), stillClock().after)).rejects.toMatchObject({ code: 'no office' });
  });
});
