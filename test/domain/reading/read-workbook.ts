import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readXlsx } from 'hucre';
import {
  type Area,
  type BookGrid,
  type Cell,
  EMPTY_CELL,
  GENERAL,
  isDateFormat,
  parseArea,
  type SheetGrid,
  textCell,
} from '../../../src/domain/grid';
import { numberCell } from '../grid/number-cell';

type Book = Awaited<ReturnType<typeof readXlsx>>;
type Sheet = Book['sheets'][number];

const root = path.join(__dirname, '../../..');
const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** Shows dates only as the sample workbooks do ("Mar-26"); other numbers as General. */
function cellOf(value: unknown, format: string, formula: string | undefined): Cell {
  const more = formula === undefined ? {} : { formula: `=${formula}` };
  if (value instanceof Date) {
    const text = `${value.toLocaleString('en-GB', { month: 'short', timeZone: 'UTC' })}-${String(value.getUTCFullYear()).slice(2)}`;
    return { ...numberCell(Math.round((value.getTime() - EPOCH) / DAY), text, isDateFormat(format) ? format : 'mmm-yy'), ...more };
  }
  if (typeof value === 'number') return { ...numberCell(value, String(value), format), ...more };
  if (typeof value === 'boolean') return { kind: 'boolean', value, text: String(value).toUpperCase(), format, ...more };
  return typeof value === 'string' && value !== '' ? { ...textCell(value, format), ...more } : { ...EMPTY_CELL, ...more };
}

function gridFrom(sheet: Sheet): SheetGrid {
  const rows = new Map<number, Map<number, Cell>>();
  sheet.rows.forEach((values, row) => {
    const cells = new Map<number, Cell>();
    values.forEach((value, column) => {
      const known = sheet.cells?.get(`${String(row)},${String(column)}`);
      const cell = cellOf(value, known?.style?.numFmt ?? GENERAL, known?.formula);
      if (cell.kind !== 'empty') cells.set(column, cell);
    });
    if (cells.size > 0) rows.set(row, cells);
  });
  const merges = (sheet.merges ?? []).map((merge): Area => ({
    top: merge.startRow,
    left: merge.startCol,
    bottom: merge.endRow,
    right: merge.endCol,
  }));
  const tables = (sheet.tables ?? []).flatMap((table) => {
    const area = table.range === undefined ? null : parseArea(table.range);
    return area === null ? [] : [{ name: table.name, area, hasHeader: true, hasTotals: table.showTotalRow === true }];
  });
  const visibility = sheet.veryHidden === true ? 'very hidden' : sheet.hidden === true ? 'hidden' : 'visible';
  return { id: sheet.name, name: sheet.name, visibility, isProtected: sheet.protection !== undefined, rows, merges, tables };
}

/** A sample workbook as a grid, read with the library directly: a reading beside the program's own file adapter. */
export async function readWorkbook(file: string): Promise<BookGrid> {
  const bytes = readFileSync(path.join(root, 'assets/samples', file));
  const book = await readXlsx(new Uint8Array(bytes), { readStyles: true });
  return { name: path.basename(file), sheets: book.sheets.map(gridFrom) };
}
