import { textCell } from '../../../src/domain/grid';
import { outcomeOfTitle, readOutcomes } from '../../../src/domain/outcomes';

const of = (...codes: readonly string[]) => codes.map((code) => ({ code, titles: code === 'A' ? ['A better start for all'] : [] }));
const MIXED = of('1', '2.1', 'A', 'EF', 'Goal 1');
const DOTTED = of('1', '1.1', '1.2', '2', '2.1');
const read = (text: string, outcomes: typeof MIXED) => readOutcomes(textCell(text), outcomes);

test.each<[string, readonly string[]]>([
  ['1', ['1']],
  ['2.1', ['2.1']],
  ['A', ['A']],
  ['a, ef', ['A', 'EF']],
  ['Goal 1', ['Goal 1']],
  ['goals 1', ['Goal 1']],
  ['1, 2.1, A, EF, Goal 1', ['1', '2.1', 'A', 'EF', 'Goal 1']],
  ['A better start for all', ['A']],
  ['A: A better start for all', ['A']],
  ['Outcome 1', ['1']],
])('%s is clear', (text, codes) => {
  expect(read(text, MIXED)).toMatchObject({ codes, mistyped: [], unknown: [], untidy: false, duplicates: [] });
});

test.each(['A better thing', 'AEF', '7', 'B', 'Goal 2', '1 March', '2.2', '2.1.3', 'a'.repeat(3)])('%s is no outcome', (text) => {
  const { codes, unknown } = read(text, MIXED);
  expect([codes, unknown.length > 0]).toEqual([[], true]);
});

test.each<[string, readonly string[], boolean]>([
  ['1.1, 2', ['1.1', '2'], false],
  ['1.1-1.2', ['1.1', '1.2'], false],
  ['Priorities 1.1 and 2.1', ['1.1', '2.1'], true],
  ['Goal 2', ['2'], false],
])('dotted codes: %s', (text, codes, untidy) => {
  expect(read(text, DOTTED)).toMatchObject({ codes, untidy, mistyped: [], unknown: [] });
});

test('a number whose format rounds it is read by what the cell holds', () => {
  expect(readOutcomes({ kind: 'number', value: 2.1, text: '2', format: '0' }, DOTTED).codes).toEqual(['2.1']);
});

test.each<[string, string | null]>([
  ['Goal 1: A fair economy', 'Goal 1'],
  ['Outcome 1: Every child', '1'],
  ['A: ageing well', 'A'],
  ['A plan for the year', null],
  ['Quarter 1 return', null],
  ['EF priorities', 'EF'],
  ['2.1 Warm homes', '2.1'],
  ['Version 2.1', null],
])('the title %s', (title, code) => {
  expect(outcomeOfTitle(title, MIXED)).toBe(code);
});
