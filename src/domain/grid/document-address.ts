import { parseA1 } from './address';
import type { SheetGrid } from './sheet-grid';

/** Whether a file is a document of text, by its name: its sheets are its tables, of which only rows have numbers that a reader can count. */
export function isDocumentName(file: string): boolean {
  return /\.doc[xm]$/i.test(file);
}

/** Whether a sheet is a table of a document. */
export function isDocumentTable(sheet: SheetGrid): boolean {
  return sheet.headingLines !== undefined;
}

/**
 * An A1 address of a cell or an area as the user finds it in the file: in a document "row 7" or "rows 7 to 9" of a table, and "above the
 * table" for the lines there; in a workbook as it is.
 */
export function addressInWords(file: string, address: string): string {
  return isDocumentName(file) ? rowsInWords(address) : address;
}

/** @param address an A1 address; in lines above a table of a document its row is 0 or negative. */
export function rowsInWords(address: string): string {
  const [from = '', to = from] = address.split(':');
  const top = parseA1(from)?.row;
  const bottom = parseA1(to)?.row;
  if (bottom === undefined) return address === '' ? '' : 'above the table';
  if (top === undefined) return `row ${String(bottom + 1)} and above`;
  return top === bottom ? `row ${String(bottom + 1)}` : `rows ${String(top + 1)} to ${String(bottom + 1)}`;
}
