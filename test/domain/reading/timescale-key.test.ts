import { kent2025 } from '../../../src/domain/framework';
import { createReadingMemory, understandBook } from '../../../src/domain/reading';
import { drawBook } from './sheet-text';
import { readTables } from './read-tables';

const KENT = kent2025();
const memory = createReadingMemory();

function timescales(rows: readonly string[]) {
  const options = { includeHidden: false, corrections: [], memory };
  const found = readTables(drawBook([{ rows }], 'GET.xlsx'), KENT, options);
  const { actions } = understandBook(found, { file: 'GET.xlsx', framework: KENT });
  return actions.map(({ timescale }) => [timescale.text, timescale.end, timescale.relative]);
}

const TABLE = [
  'Action | Lead | Timing | Measure',
  'Restore the bog | Head of Parks | M | 350 hectares',
  'Set up a cluster | Head of Parks | s | 5 farms',
];

test.each([
  ['Timing: S = short term (by March 2027)   M = medium term (by March 2029)', 'medium term (by March 2029)', 'short term (by March 2027)'],
  ['S (short) = by March 2027; M (medium) = by March 2029; L (long) = by 2031', 'by March 2029', 'by March 2027'],
])('the key above says what the letters mean: %s', (key, medium, short) => {
  expect(timescales([key, ...TABLE])).toEqual([
    [`M: ${medium}`, '2029-03', null],
    [`s: ${short}`, '2027-03', null],
  ]);
});

test('a key in two columns below the table', () => {
  expect(timescales([...TABLE, '', 'Key', 'S | Short term, within 1 year', 'M | Medium term, 1 to 3 years'])).toEqual([
    ['M: Medium term, 1 to 3 years', null, [1, 3]],
    ['s: Short term, within 1 year', null, [0, 1]],
  ]);
});

test('without a key, or with one of something else, the letters stay as they are', () => {
  expect(timescales(TABLE).map(([text]) => text)).toEqual(['M', 's']);
  expect(timescales(['H = high, M = medium, L = low', ...TABLE]).map(([text]) => text)).toEqual(['M', 's']);
});

test('a key that is changed is read anew', () => {
  const key = (year: string): string => `S = by March ${year}; M = by April ${year}`;
  expect(timescales([key('2027'), ...TABLE]).map(([, end]) => end)).toEqual(['2027-04', '2027-03']);
  expect(timescales([key('2028'), ...TABLE]).map(([, end]) => end)).toEqual(['2028-04', '2028-03']);
});
