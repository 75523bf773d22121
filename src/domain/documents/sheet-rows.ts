import { cellAt, type SheetGrid } from '../grid';

/**
 * A sheet as rows of texts, as it shows them: title and date first, so that the file says what it is when it is sent without the workbook.
 * Rows that hold nothing are left out, and all are as long as the longest.
 */
export function sheetRows(sheet: SheetGrid): string[][] {
  const rows = [...sheet.rows].filter(([, cells]) => [...cells.values()].some(({ text }) => text !== '')).map(([row]) => row);
  const columns = rows.map((row) => Math.max(...(sheet.rows.get(row)?.keys() ?? [])));
  const width = columns.reduce((widest, column) => Math.max(widest, column + 1), 0);
  return rows.sort((a, b) => a - b).map((row) => Array.from({ length: width }, (_, column) => cellAt(sheet, { row, column }).text));
}

/** The rows as plain text, tables set apart by tabs, as a spreadsheet takes them from the clipboard. */
export function rowsText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(oneLine).join('\t')).join('\n');
}

/** A line end or a tab inside a cell would begin a row or a column where the text is put in. */
function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
