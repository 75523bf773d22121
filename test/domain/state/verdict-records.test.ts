import type { KnownVerdict } from '../../../src/domain/finance';
import { verdictRecords, verdictsFrom } from '../../../src/domain/state/verdict-records';

function verdict(ref: string, words: string, before: readonly string[] = []): KnownVerdict {
  const given = (said: string) => ({ verdict: said, note: '', by: null, date: null, found: '2026-06-30' });
  return { ref, ...given(words), seen: 'abc', history: before.map(given) };
}

const VERDICTS = [verdict('PH-02', 'agreed'), verdict('GET-10', 'query', ['agreed', 'not agreed']), verdict('GET-09', '', ['query'])];

it('gives the same records whatever the order of the verdicts, and keeps the order of what was said', () => {
  const records = verdictRecords(VERDICTS);
  expect(verdictRecords([...VERDICTS].reverse())).toEqual(records);
  expect(verdictsFrom(records)).toEqual([VERDICTS[2], VERDICTS[1], VERDICTS[0]]);
});
