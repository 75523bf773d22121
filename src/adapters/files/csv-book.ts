import { detectDelimiter, parseCsv } from 'hucre/csv';
import { type BookGrid, type Cell, type SheetGrid, textCell } from '../../domain/grid';
import { FileRefusal } from './file-refusal';
import { decodedText } from './text-decoding';

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
  // Programs that put every field in quotes put this line in quotes too.
  const hint = /^(?:sep=([^\r\n])|"sep=([^\r\n])")(?:\r\n?|\n)/i.exec(text);
  const body = hint === null ? text : text.slice(hint[0].length);
  const values = parseCsv(body, { delimiter: hint?.[1] ?? hint?.[2] ?? detectDelimiter(body) });
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
