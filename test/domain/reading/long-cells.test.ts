import { checkBook } from '../../../src/domain/findings';
import { kent2025 } from '../../../src/domain/framework';
import { gridOf, textCell } from '../../../src/domain/grid';
import { readTables, understandBook } from '../../../src/domain/reading';
import { DATES } from '../findings/read-sheet';

const KENT = kent2025();
/** Excel holds no longer text in a cell. */
const LONGEST = 32_767;
/** Time that grows with the square of the length is 3 to 20 seconds here; what grows with the length stays far below, on a loaded machine too. */
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

const filled = (unit: string, end = '', start = ''): string =>
  start + unit.repeat(Math.floor((LONGEST - start.length - end.length) / unit.length)) + end;

const KINDS: Readonly<Record<string, string>> = {
  spaces: filled(' ', 'b', 'a'),
  'no-break spaces': filled('\u00a0', 'b', 'a'),
  tabs: filled('\t', 'b', 'a'),
  dots: filled('.', 'b', 'a'),
  versions: filled('v1 '),
  'full-width letters': filled('Ａ'),
  'full-width digits': filled('１'),
  letters: filled('a'),
  capitals: filled('A'),
  digits: filled('1', 'x'),
  'digits and commas': filled('1,'),
  zeros: filled('0', 'x', 'S'),
  brackets: filled('[]'),
  'open brackets': filled('('),
  'double quotes': filled('"'),
  'single quotes': filled("'"),
  and: filled('and '),
  'line breaks': filled('\n', 'b', 'a'),
  lines: filled('a\n'),
  dashes: filled(' - ', '', 'a'),
  'at signs': filled('@'),
  emoji: filled('😀'),
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

/** What is worked out once is no matter of the text. */
beforeAll(() => timeWith('Notes', 'warm'));

test.each(Object.keys(KINDS))('a cell full of %s costs no column more than its length', (kind) => {
  const slow = Object.keys(ROW).filter((heading) => timeWith(heading, KINDS[kind] ?? '') > MOST_MS);
  expect(slow).toEqual([]);
});
