import { kent2025 } from '../../../src/domain/framework';
import { gridOf, textCell } from '../../../src/domain/grid';
import { understandBook } from '../../../src/domain/reading';
import { DATES } from '../findings/read-sheet';
import { readTables } from './read-tables';
import { checkBook } from '../findings/check-book';

const KENT = kent2025();
/** Excel holds no longer text in a cell. */
const LONGEST = 32_767;
/** Twice the length costs twice the time; where time grows with the square it is four times, and with a constant part of its own still above three. */
const MOST_GROWTH = 3;
/** Times that a loaded machine is asked again: the least growth counts. */
const TRIES = 4;
/** Time that grows with the square of the length was 3 to 20 seconds here; what grows with the length stays far below, on a loaded machine too. */
const MOST_MS = 2000;

const ROW: Readonly<Record<string, string>> = {
  Theme: 'Climate',
  Commitment: 'Plant trees',
  'Led by': 'Head of Parks',
  Timescale: 'March 2027',
  Measure: '5 trees',
  'Shared Outcome': 'SO2',
  Cost: 'No cost',
  Status: 'On track',
  Progress: 'Begun',
  Milestones: '',
  Notes: '',
  Indicator: '',
  'Start date': 'April 2026',
  Directorate: 'GET',
  Ref: '1',
};

const filled = (length: number, unit: string, end = '', start = ''): string =>
  start + unit.repeat(Math.floor((length - start.length - end.length) / unit.length)) + end;

/** What a cell of a length is filled with, of one kind. */
const KINDS: Readonly<Record<string, (length: number) => string>> = {
  spaces: (length) => filled(length, ' ', 'b', 'a'),
  'no-break spaces': (length) => filled(length, '\u00a0', 'b', 'a'),
  tabs: (length) => filled(length, '\t', 'b', 'a'),
  dots: (length) => filled(length, '.', 'b', 'a'),
  digits: (length) => filled(length, '1', 'x'),
  zeros: (length) => filled(length, '0', 'x', 'S'),
  'line breaks': (length) => filled(length, '\n', 'b', 'a'),
  dashes: (length) => filled(length, ' - ', '', 'a'),
  ...Object.fromEntries(
    [
      ...['Ａ', '１', 'a', 'A', 'é', '😀', '\u202e', '[]', '(', '"', "'", '@', '_', '*', '\\', '{', '&amp;'],
      ...['v1 ', '1,', '1. a\n', 'a\n', '- a\n', 'a: ', '(a) ', 'a/b ', 'x=1 ', 'e.g. ', 'http://a.b ', 'and ', 'by ', 'n/a '],
      ...['GET ', 'Public Health ', 'Head of Parks, ', 'SO1 ', '1.1 to 1.9 ', 'Ref 1 ', 'Lead: ', '2 of 3 ', '5% to '],
      ...['March 2027 ', '1/1/2027 ', '2026-', '2026/27 ', 'Q1 ', 'end of ', 'On track ', '£1 ', '£1k ', 'Hire a nurse. ', 'grant '],
    ].map((unit) => [JSON.stringify(unit), (length: number) => filled(length, unit)]),
  ),
};

/** Milliseconds to read a row with a text in one of its columns, and to check it. */
function timeWith(heading: string, text: string): number {
  const headings = Object.keys(ROW);
  const cells = headings.map((one) => textCell(one === heading ? text : (ROW[one] ?? '')));
  const book = { name: 'GET.xlsx', sheets: [gridOf('Sheet1', [headings.map((one) => textCell(one)), cells])] };
  const from = performance.now();
  const found = readTables(book, KENT, { includeHidden: false, corrections: [] });
  const { actions } = understandBook(found, { file: 'GET.xlsx', framework: KENT });
  checkBook({ ...found, file: 'GET.xlsx', actions }, KENT, DATES);
  return performance.now() - from;
}

/** Milliseconds of all columns in turn, each with such a text: together, and of the slowest. */
function timeOfColumns(text: string): { readonly all: number; readonly slowest: number } {
  const times = Object.keys(ROW).map((heading) => timeWith(heading, text));
  return { all: times.reduce((sum, time) => sum + time, 0), slowest: Math.max(...times) };
}

/** What is worked out once is no matter of the text. */
beforeAll(() => {
  for (const heading of Object.keys(ROW)) timeWith(heading, 'warm');
});

test.each(Object.entries(KINDS))('a cell full of %s costs in proportion to its length', (_, textOf) => {
  const [half, whole] = [textOf(Math.floor(LONGEST / 2)), textOf(LONGEST)];
  let [growth, slowest] = [Infinity, Infinity];
  for (let tries = 0; tries < TRIES && (growth > MOST_GROWTH || slowest > MOST_MS); tries += 1) {
    const before = timeOfColumns(half);
    const after = timeOfColumns(whole);
    growth = Math.min(growth, after.all / before.all);
    slowest = Math.min(slowest, after.slowest);
  }
  expect(growth).toBeLessThanOrEqual(MOST_GROWTH);
  expect(slowest).toBeLessThanOrEqual(MOST_MS);
});
