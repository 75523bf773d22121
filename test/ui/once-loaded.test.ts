import { once, onceLoaded } from '../../src/ui/once-loaded';

it('loads what answers with the first request, for all of them, and again after it failed', async () => {
  let loads = 0;
  const load = once(() => {
    loads += 1;
    return loads === 1 ? Promise.reject(new Error('gone')) : Promise.resolve({ double: (n: number) => Promise.resolve(2 * n) });
  });
  const requests = onceLoaded(load, { here: () => 'at once' });
  expect([loads, requests.here()]).toEqual([0, 'at once']);
  await expect(requests.double(1)).rejects.toThrow('gone');
  expect(await Promise.all([requests.double(2), requests.double(3)])).toEqual([4, 6]);
  expect(loads).toBe(2);
});
