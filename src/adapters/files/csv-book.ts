import { detectDelimiter, parseCsv } from 'hucre';
import { type BookGrid, type Cell, type SheetGrid, textCell } from '../../domain/grid';
import { FileRefusal } from './file-refusal';

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
  const title = titleOfFile(name);
  return { name, sheets: [{ ...EMPTY_SHEET, id: title, name: title, rows }] };
}

/** The name of the one sheet of a file that has no names of sheets: as much of the file's as Excel takes for it. */
export function titleOfFile(name: string): string {
  return name.replace(/\.[^.]*$/, '').slice(0, 31);
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

export function windows1252(byte: number): string {
  return byte >= 0x80 && byte <= 0x9f ? WINDOWS_80_TO_9F.charAt(byte - 0x80) : String.fromCharCode(byte);
}
