import { untracked } from './used-blocks';

/** The first cells of a sheet, read to learn how long its texts are: enough for a heading and some rows. */
const FIRST_CELLS = 'A1:L40';

/** How many sheets are sampled; a workbook's tables are mostly alike. */
export const SHEETS_SAMPLED = 8;

/** Bytes a cell takes beside its text: quotes and commas of the five arrays, the number format and the type. */
const BYTES_BESIDE_TEXT = 30;

/** Queues a request for the values of a sheet's first cells; read them after the next send. */
export function askSample(sheet: Excel.Worksheet): Excel.Range {
  const range = untracked(sheet.getRange(FIRST_CELLS));
  range.load('values');
  return range;
}

/**
 * Bytes a cell of this sheet takes in a response, judged by its first cells: a text comes three times. Rows without anything are
 * left out, columns are not, since the used range holds their empty cells as well. Null when the cells are empty.
 */
export function bytesOfSample(sample: Excel.Range, columns: number): number | null {
  const lengths = (sample.values as unknown[][])
    .map((row) => row.slice(0, columns).map((value) => (typeof value === 'string' ? value.length : 6)))
    .filter((row) => row.some((length) => length > 0));
  return lengths.length === 0 ? null : bytesOfLengths(lengths.flat());
}

/** Bytes a cell takes in a response at depth `everything`, estimated from the lengths of such cells' texts. */
export function bytesOfLengths(lengths: readonly number[]): number {
  return BYTES_BESIDE_TEXT + (3 * lengths.reduce((sum, length) => sum + length, 0)) / lengths.length;
}
