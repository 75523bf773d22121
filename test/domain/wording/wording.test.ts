import {
  agreeing,
  capital,
  counted,
  DIRECTORATE_NOT_KNOWN,
  directorateNameOf,
  directorateWords,
  eitherOf,
  grouped,
  inNameOrder,
  listed,
  longDate,
  longDateOfIso,
  verdictInWords,
} from '../../../src/domain/wording';

test.each([
  [0, '0 actions'],
  [1, '1 action'],
  [2, '2 actions'],
  [21, '21 actions'],
  [999, '999 actions'],
  [1204, '1,204 actions'],
  [1_000_000, '1,000,000 actions'],
])('%d actions', (number, words) => {
  expect(counted(number, 'action')).toBe(words);
});

test('nouns that an s does not make plural, and verbs', () => {
  expect([counted(1, 'piece of advice', 'pieces of advice'), counted(2, 'piece of advice', 'pieces of advice')]).toEqual([
    '1 piece of advice',
    '2 pieces of advice',
  ]);
  expect([0, 1, 2, 101].map((number) => agreeing(number, 'is', 'are'))).toEqual(['are', 'is', 'are', 'are']);
  expect(grouped(12_345)).toBe('12,345');
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
  [['a, b', 'c and d', 'e'], 'a, b, c and d and e'],
])('%j in a sentence', (words, sentence) => {
  expect(listed(words)).toBe(sentence);
});

test('dates in words', () => {
  expect(longDate({ year: 2026, month: 11, day: 24 })).toBe('24 November 2026');
  expect(longDate({ year: 2024, month: 2, day: 29 })).toBe('29 February 2024');
  expect(['2025-09-01', '2025-02-30', 'soon', ''].map(longDateOfIso)).toEqual(['1 September 2025', '2025-02-30', 'soon', '']);
});

test('a directorate is called by its name, then by the words meant to name it', () => {
  expect(directorateWords({ directorate: 'GET', directorateText: 'get' })).toBe('GET');
  expect(directorateWords({ directorate: null, directorateText: ' Office of the Mayor ' })).toBe('Office of the Mayor');
  expect(directorateWords({ directorate: null, directorateText: ' ' })).toBe(DIRECTORATE_NOT_KNOWN);
  expect(directorateNameOf({ directorate: null, directorateText: ' ' })).toBe('');
});

test('a capital in front', () => {
  expect(['on track', 'SO1', ''].map(capital)).toEqual(['On track', 'SO1', '']);
});

test.each<readonly [verdict: string, by: string | null, date: string | null, words: string]>([
  ['agreed', 'AB', '2026-03-09', '“agreed” (AB, 9 March 2026)'],
  ['agreed', 'AB', null, '“agreed” (AB)'],
  ['agreed', null, '2026-03-09', '“agreed” (9 March 2026)'],
  ['agreed', null, 'in March', '“agreed” (in March)'],
  ['agreed', null, null, '“agreed”'],
  ['', 'AB', '2026-03-09', 'a note alone'],
])('the verdict "%s" by %s on %s', (verdict, by, date, words) => {
  expect(verdictInWords({ verdict, by, date })).toBe(words);
});

test('names in order: numbers by their value, small letters before capitals, and alike on every computer', () => {
  expect(['Plan 10', 'plan 2', 'Plan 2', 'Éa', 'eb', 'b', 'B'].sort(inNameOrder)).toEqual([
    'b',
    'B',
    'Éa',
    'eb',
    'plan 2',
    'Plan 2',
    'Plan 10',
  ]);
  // One letter, and the same as two characters.
  expect([inNameOrder('e\u0301', '\u00e9'), inNameOrder('\u00e9', 'e\u0301')]).toEqual([-1, 1]);
  expect([inNameOrder('a', 'a'), inNameOrder('a', 'b') < 0, inNameOrder('b', 'a') > 0]).toEqual([0, true, true]);
});

test('one of several', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(eitherOf)).toEqual(['', 'a', 'a or b', 'a, b or c']);
});
