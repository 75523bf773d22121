import { finished, paced, type Steps } from '../../src/application/steps';

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
});
