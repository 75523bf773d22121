import { type BookGrid, type Cell, cellAt, EMPTY_CELL, type SheetGrid, textCell } from '../../../src/domain/grid';

/** What people and programs do to a plan's workbook between two runs, over plain grids. */

type Rows = Map<number, Map<number, Cell>>;

export function onSheet(book: BookGrid, name: string, change: (sheet: SheetGrid) => SheetGrid): BookGrid {
  return { ...book, sheets: book.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)) };
}

const copyOf = ({ rows }: SheetGrid): Rows => new Map([...rows].map(([row, cells]) => [row, new Map(cells)]));

export function put(sheet: SheetGrid, row: number, column: number, words: string): SheetGrid {
  const rows = copyOf(sheet);
  rows.set(row, (rows.get(row) ?? new Map<number, Cell>()).set(column, words === '' ? EMPTY_CELL : textCell(words)));
  return { ...sheet, rows };
}

export const withoutState = (book: BookGrid): BookGrid => ({ ...book, sheets: book.sheets.filter(({ name }) => name !== '_plan') });

/** Every table of a sheet is plain cells. */
export const asRange = (sheet: SheetGrid): SheetGrid => ({ ...sheet, tables: [] });

/** As another program saves it: no tables, other ids of the sheets. */
export function resaved(book: BookGrid): BookGrid {
  return {
    ...book,
    sheets: book.sheets.map((sheet, index) => ({ ...asRange(sheet), id: `other ${String(index)}`, visibility: 'visible' })),
  };
}

export function insertRows(sheet: SheetGrid, at: number, count: number): SheetGrid {
  const moved = (row: number): number => (row >= at ? row + count : row);
  return {
    ...sheet,
    rows: new Map([...sheet.rows].map(([row, cells]) => [moved(row), cells])),
    tables: sheet.tables.map((table) => ({
      ...table,
      area: { ...table.area, top: moved(table.area.top), bottom: moved(table.area.bottom) },
    })),
  };
}

export function deleteColumn(sheet: SheetGrid, at: number): SheetGrid {
  const rows = new Map(
    [...sheet.rows].map(([row, cells]) => [
      row,
      new Map([...cells].flatMap(([column, cell]): [number, Cell][] => (column === at ? [] : [[column > at ? column - 1 : column, cell]]))),
    ]),
  );
  return { ...sheet, rows, tables: sheet.tables.map((table) => ({ ...table, area: { ...table.area, right: table.area.right - 1 } })) };
}

/** The heading row and the rows of All priorities, and the column under a heading; all zero-based. */
export function placesOn(sheet: SheetGrid): {
  readonly top: number;
  readonly rows: readonly number[];
  readonly column: (heading: string) => number;
} {
  const top =
    [...sheet.rows].find(([, cells]) => [...cells.values()].some(({ value }) => value === 'What we have committed to'))?.[0] ?? -1;
  const column = (heading: string): number => [...(sheet.rows.get(top) ?? [])].find(([, { value }]) => value === heading)?.[0] ?? -1;
  const last = Math.max(...sheet.rows.keys());
  const rows = Array.from({ length: last - top }, (_, index) => top + 1 + index);
  return { top, column, rows: rows.filter((row) => cellAt(sheet, { row, column: column('What we have committed to') }).value !== null) };
}

/** The rows in another order, as a sort leaves them. */
export function reordered(sheet: SheetGrid, order: readonly number[]): SheetGrid {
  const { rows: at } = placesOn(sheet);
  const rows = copyOf(sheet);
  at.forEach((row, index) => rows.set(row, new Map(sheet.rows.get(at[order[index] ?? index] ?? row))));
  return { ...sheet, rows };
}

/** The words under a heading, by commitment; of rows with one commitment all, in order. */
export function wordsBy(book: BookGrid, heading: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const sheet of book.sheets) {
    const { rows, column, top } = placesOn(sheet);
    if (top < 0 || column('Finance check') < 0) continue;
    for (const row of rows) {
      const commitment = String(cellAt(sheet, { row, column: column('What we have committed to') }).value);
      (found[commitment] ??= []).push(String(cellAt(sheet, { row, column: column(heading) }).value ?? ''));
    }
  }
  return found;
}
