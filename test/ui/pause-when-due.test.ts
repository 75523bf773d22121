import { pauseWhenDue } from '../../src/ui/pause-when-due';

describe('a pause that waits where it is due', () => {
  let time = 0;
  let waits = 0;
  beforeEach(() => {
    [time, waits] = [1000, 0];
    jest.spyOn(performance, 'now').mockImplementation(() => time);
    jest.spyOn(globalThis, 'setTimeout').mockImplementation((then) => {
      waits += 1;
      queueMicrotask(then);
      return 0 as unknown as ReturnType<typeof setTimeout>;
    });
  });
  afterEach(() => jest.restoreAllMocks());

  it('waits before the first work, and then not until so much time has gone by', async () => {
    const pause = pauseWhenDue();
    await pause();
    expect(waits).toBe(1);
    for (const later of [0, 5, 14]) {
      time += later;
      await pause();
    }
    expect(waits).toBe(1);
    time += 1;
    await pause();
    expect(waits).toBe(2);
  });

  it('waits at the beginning of further work, for its progress to be drawn', async () => {
    const pause = pauseWhenDue();
    await pause();
    time += 60_000;
    await pause();
    expect(waits).toBe(2);
  });

  it('counts from the end of a wait, which the browser may have used for long', async () => {
    const pause = pauseWhenDue();
    const waiting = pause();
    time += 500;
    await waiting;
    await pause();
    expect(waits).toBe(1);
  });
});
