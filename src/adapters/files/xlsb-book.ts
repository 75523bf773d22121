import { type Sheet, type Workbook, EncryptedFileError, dateToSerial, readXlsb } from 'hucre';
import { type Area, type BookGrid, type Cell, GENERAL, type SheetGrid, isDateFormat } from '../../domain/grid';
import { usableFormat } from '../../number-format';
import { type BookReadOptions, isLeftOut } from './xlsx/book-reader';
import { cellText } from './cell-text';
import { FileRefusal } from './file-refusal';
import type { PackageParts } from './package/package-parts';
import { checkXlsb } from './xlsb-check';

/**
 * Reads .xlsb workbooks by means of hucre. Its grids are dense, so a sheet with two cells very far apart is refused. The container is handed to it as it was understood
 * here, so that a second reader of it cannot find other parts.
 */
export async function readXlsbBook(name: string, parts: PackageParts, options: BookReadOptions): Promise<BookGrid> {
  const filled = await checkXlsb(parts);
  const book = await opened(await parts.toBytes());
  if (book.sheets.length === 0) throw new FileRefusal('no sheets');
  if (book.sheets.some(({ rows }, index) => rows.length === 0 && filled[index] === true)) throw new FileRefusal('damaged');
  const sheets = book.sheets.map(sheetGrid).filter((sheet) => !isLeftOut(sheet, options.includeHidden));
  const modified = book.properties?.modified;
  return modified === undefined ? { name, sheets } : { name, sheets, modified: modified.toISOString() };
}

async function opened(bytes: Uint8Array): Promise<Workbook> {
  try {
    return await readXlsb(bytes);
  } catch (error) {
    if (error instanceof EncryptedFileError) throw new FileRefusal('encrypted', { cause: error });
    const grew = error instanceof Error && /exceeds|too large|too many|limit/i.test(error.message);
    throw new FileRefusal(grew ? 'too many cells' : 'damaged', { cause: error });
  }
}

function sheetGrid(sheet: Sheet): SheetGrid {
  const rows = new Map<number, ReadonlyMap<number, Cell>>();
  sheet.rows.forEach((values, row) => {
    const cells = new Map<number, Cell>();
    values.forEach((value, column) => {
      const detail = sheet.cells?.get(`${String(row)},${String(column)}`);
      const cell = foreignCell(value, usableFormat(detail?.style?.numFmt ?? GENERAL), detail?.formula);
      if (cell !== null) cells.set(column, cell);
    });
    if (cells.size > 0) rows.set(row, cells);
  });
  return {
    id: sheet.name,
    name: sheet.name,
    visibility: sheet.veryHidden === true ? 'very hidden' : sheet.hidden === true ? 'hidden' : 'visible',
    isProtected: sheet.protection?.sheet === true,
    rows,
    merges: (sheet.merges ?? []).map((merge): Area => ({
      top: merge.startRow,
      left: merge.startCol,
      bottom: merge.endRow,
      right: merge.endCol,
    })),
    tables: [],
  };
}

const ERROR = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/;

function foreignCell(value: Workbook['sheets'][number]['rows'][number][number], format: string, formula: string | undefined): Cell | null {
  if (value === null || value === '') return null;
  const more = formula === undefined ? {} : { formula: formula.startsWith('=') ? formula : `=${formula}` };
  if (value instanceof Date) {
    const serial = dateToSerial(value);
    const shown = isDateFormat(format) ? format : Number.isInteger(serial) ? 'dd/mm/yyyy' : 'dd/mm/yyyy hh:mm';
    return { kind: 'number', value: serial, text: cellText(serial, shown), format: shown, ...more };
  }
  const text = cellText(value, format);
  if (typeof value === 'number') return { kind: 'number', value, text, format, ...more };
  if (typeof value === 'boolean') return { kind: 'boolean', value, text, format, ...more };
  return ERROR.test(value) ? { kind: 'error', value, text, format, ...more } : { kind: 'text', value, text, format, ...more };
}
