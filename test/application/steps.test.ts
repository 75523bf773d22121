import { paced } from '../../src/application/steps';
import { finished, madeInSteps, type Steps } from '../../src/domain/steps';

/** Three steps; `begun` has those whose work was begun. */
function* three(begun: string[]): Steps<string> {
  for (const name of ['read', 'check', 'plan']) {
    yield name;
    begun.push(name);
  }
  return 'done';
}

describe('steps', () => {
  it('are all run in one go where nobody looks on', () => {
    const begun: string[] = [];
    expect(finished(three(begun))).toBe('done');
    expect(begun).toEqual(['read', 'check', 'plan']);
  });

  it('are each told and paused for before their work is begun', async () => {
    const order: string[] = [];
    const pause = (): Promise<void> => Promise.resolve(void order.push('pause'));
    expect(await paced(three(order), { pause, onStep: (what) => order.push(`told ${what}`) })).toBe('done');
    expect(order).toEqual(['told read', 'pause', 'read', 'told check', 'pause', 'check', 'told plan', 'pause', 'plan']);
  });

  it('end where the user cancels, before the work of the step that was told', async () => {
    const begun: string[] = [];
    const user = new AbortController();
    const reason = new Error('cancelled by the user');
    const onStep = (what: string): void => {
      if (what === 'check') user.abort(reason);
    };
    await expect(paced(three(begun), { pause: () => Promise.resolve(), signal: user.signal, onStep })).rejects.toBe(reason);
    expect(begun).toEqual(['read']);
  });

  it('go on with what was said last where they say nothing', async () => {
    const told: string[] = [];
    function* two(): Steps<null> {
      yield 'read';
      yield '';
      return null;
    }
    await paced(two(), { pause: () => Promise.resolve(), onStep: (what) => told.push(what) });
    expect(told).toEqual(['read']);
  });

  it.each([0, 1, 20, 21, 250])('of %i rows are of twenty rows at most', (length) => {
    const rows = Array.from({ length }, (_, index) => index);
    const between: number[] = [];
    let made = 0;
    const steps = madeInSteps('Sheet', rows, (row) => {
      made += 1;
      return row * 2;
    });
    for (let step = steps.next(); ; step = steps.next()) {
      between.push(made);
      made = 0;
      if (step.done === true) {
        expect(step.value).toEqual(rows.map((row) => row * 2));
        break;
      }
      expect(step.value).toBe('Sheet');
    }
    expect(Math.max(...between)).toBeLessThanOrEqual(20);
    expect(between.reduce((sum, one) => sum + one, 0)).toBe(length);
  });
});
