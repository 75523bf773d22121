import { type Sheet, type Workbook, EncryptedFileError, dateToSerial, parseCsv, detectDelimiter, readOds, readXls, readXlsb } from 'hucre';
import { type Area, type BookGrid, type Cell, GENERAL, type SheetGrid, isDateFormat, textCell } from '../../domain/grid';
import { usableFormat } from '../../number-format';
import type { BesideCells } from './ods/beside-cells-counter';
import { type BookReadOptions, isLeftOut } from './xlsx/book-reader';
import { cellText } from './cell-text';
import { FileRefusal } from './file-refusal';

export type ForeignKind = 'xls' | 'xlsb' | 'ods';

interface ForeignOptions extends BookReadOptions {
  /** By sheet; empty where they were not counted. */
  readonly besideCells: readonly BesideCells[];
}

/** Reads files that are not .xlsx workbooks, by means of hucre. Its grids are dense, so a sheet with two cells very far apart is refused. */
export async function readForeignBook(kind: ForeignKind, name: string, bytes: Uint8Array, options: ForeignOptions): Promise<BookGrid> {
  const book = await readByKind(kind, bytes);
  if (book.sheets.length === 0) throw new FileRefusal('no sheets');
  const sheets = book.sheets
    .map((sheet, index) => sheetGrid(sheet, options.besideCells[index]))
    .filter((sheet) => !isLeftOut(sheet, options.includeHidden));
  const modified = book.properties?.modified;
  return modified === undefined ? { name, sheets } : { name, sheets, modified: modified.toISOString() };
}

async function readByKind(kind: ForeignKind, bytes: Uint8Array): Promise<Workbook> {
  try {
    if (kind === 'xls') return await readXls(bytes);
    if (kind === 'xlsb') return await readXlsb(bytes);
    return await readOds(bytes, { readStyles: true });
  } catch (error) {
    if (error instanceof EncryptedFileError) throw new FileRefusal('encrypted', { cause: error });
    const grew = error instanceof Error && /exceeds|too large|too many|limit/i.test(error.message);
    throw new FileRefusal(grew ? 'too many cells' : 'damaged', { cause: error });
  }
}

function sheetGrid(sheet: Sheet, besideCells: BesideCells | undefined): SheetGrid {
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
    ...(besideCells === undefined ? {} : { besideCells }),
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

/** Text has cells and nothing beside them. */
const EMPTY_SHEET: Omit<SheetGrid, 'id' | 'name' | 'rows'> = {
  visibility: 'visible',
  isProtected: false,
  merges: [],
  tables: [],
  besideCells: { comments: 0, pictures: 0 },
  marks: { fills: new Map(), letters: new Map(), struck: new Map() },
};

/**
 * A CSV file as one sheet named after the file. Every field is text, exactly as in the file. Excel would turn "1-2" or
 * "March 25" into dates, a fault that our checks must be able to find.
 */
export function readCsvBook(name: string, bytes: Uint8Array): BookGrid {
  const text = decodedText(bytes);
  if (text.includes('\0')) throw new FileRefusal('not a workbook');
  const hint = /^sep=(.)\r?\n/.exec(text);
  const body = hint === null ? text : text.slice(hint[0].length);
  const values = parseCsv(body, { delimiter: hint?.[1] ?? detectDelimiter(body) });
  const rows = new Map<number, ReadonlyMap<number, Cell>>();
  values.forEach((fields, row) => {
    const cells = new Map(fields.flatMap((field, column): [number, Cell][] => fieldCell(column, field)));
    if (cells.size > 0) rows.set(row, cells);
  });
  const title = name.replace(/\.[^.]*$/, '').slice(0, 31);
  return { name, sheets: [{ ...EMPTY_SHEET, id: title, name: title, rows }] };
}

function fieldCell(column: number, field: unknown): [number, Cell][] {
  return typeof field === 'string' && field !== '' ? [[column, textCell(field)]] : [];
}

/** UTF-8 or UTF-16 by their marks, UTF-8 without one when it is valid, else Windows-1252, which older Excels write. */
export function decodedText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const text = new TextDecoder().decode(bytes);
  return text.includes('\ufffd') ? Array.from(bytes, windows1252).join('') : text;
}

/** Bytes 80 to 9F of Windows-1252; Node 20's own decoder takes them for control characters. */
const WINDOWS_80_TO_9F = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windows1252(byte: number): string {
  return byte >= 0x80 && byte <= 0x9f ? WINDOWS_80_TO_9F.charAt(byte - 0x80) : String.fromCharCode(byte);
}
