import { EMPTY_CELL, textCell } from '../../../src/domain/grid';
import { count, type PlanCell, text } from '../../../src/domain/workbook';
import { WordsPlanned } from '../../../src/domain/workbook/words-planned';
import { numberCell } from '../grid/number-cell';

const PLANNED: readonly PlanCell[] = [
  text('GET-05, ASC-12'),
  text('GET.xlsx · GET · A5'),
  text('2, 1 measure'),
  text('“Mar 26” is no date: write 31 March 2026'),
];

it.each<[string, string, boolean]>([
  ['the same', 'GET-05, ASC-12', true],
  ['other numbers', 'ASC-3', true],
  ['another cell of the same sheet', 'GET.xlsx · GET · A17', true],
  ['parts in another order', '4 measure, 17', true],
  ['another quote and month', '“Autumn” is no date: write 1 June 2027', true],
  ['another file', 'PH.xlsx · GET · A5', false],
  ['the words of a person', 'ask Ann', false],
  ['words behind ours', 'GET-05, ask Ann', false],
  ['nothing', '', true],
])('%s', (_, words, expected) => expect(new WordsPlanned(PLANNED).mayHold(textCell(words))).toBe(expected));

it('takes a number for its own only where it writes numbers', () => {
  expect(new WordsPlanned(PLANNED).mayHold(numberCell(3))).toBe(false);
  expect(new WordsPlanned([count(1)]).mayHold(numberCell(3))).toBe(true);
});

it('never takes a formula for its own', () => {
  expect(new WordsPlanned([text('')]).mayHold({ ...EMPTY_CELL, formula: '=A1' })).toBe(false);
});
