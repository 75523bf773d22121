import { type BookGrid, type Cell, cellAt, EMPTY_CELL, type SheetGrid, textCell } from '../../src/domain/grid';

/**
 * `All priorities` as a person finds it: by its headings, whatever the sheet is called and whether or not its rows are an Excel table. It does
 * not use the program's own way of finding it, since that is what is tried.
 */
export class PrioritiesSheet {
  readonly sheet: SheetGrid;
  private readonly top: number;
  private readonly columns = new Map<string, number>();
  /** Zero-based rows that have a Ref, from the top. */
  readonly rows: readonly number[];

  constructor(readonly book: BookGrid) {
    const found = book.sheets.find((sheet) => headingRow(sheet) !== null);
    if (found === undefined) throw new Error('There is no sheet with the headings of All priorities.');
    this.sheet = found;
    this.top = headingRow(found) ?? 0;
    for (const [column, cell] of found.rows.get(this.top) ?? []) this.columns.set(String(cell.value), column);
    const below = [...found.rows.keys()].filter((row) => row > this.top).sort((a, b) => a - b);
    this.rows = below.filter((row) => this.words(row, 'Ref') !== '');
  }

  get headings(): readonly string[] {
    return [...this.columns.keys()];
  }

  cell(row: number, heading: string): Cell {
    const column = this.columns.get(heading);
    return column === undefined ? EMPTY_CELL : cellAt(this.sheet, { row, column });
  }

  words(row: number, heading: string): string {
    return String(this.cell(row, heading).value ?? '').trim();
  }

  /** The workbook with words typed under a heading; "" empties the cell. */
  typed(row: number, heading: string, words: string): BookGrid {
    const column = this.columns.get(heading);
    if (column === undefined) throw new Error(`There is no column ${heading}.`);
    return this.withRows(withCell(this.sheet.rows, row, column, words === '' ? EMPTY_CELL : textCell(words)));
  }

  /** The rows in another order, each whole, as a sort leaves them. */
  sorted(order: readonly number[]): BookGrid {
    const rows = new Map(this.sheet.rows);
    this.rows.forEach((row, index) => {
      const from = this.sheet.rows.get(order[index] ?? row);
      if (from !== undefined) rows.set(row, from);
    });
    return this.withRows(rows);
  }

  /** Rows put in above the headings: everything moves down with its table. */
  movedDown(by: number): BookGrid {
    const moved = <Range extends { readonly top: number; readonly bottom: number }>(area: Range): Range => ({
      ...area,
      top: area.top + by,
      bottom: area.bottom + by,
    });
    const rows = new Map([...this.sheet.rows].map(([row, cells]) => [row >= this.top ? row + by : row, cells]));
    const tables = this.sheet.tables.map((table) => ({ ...table, area: moved(table.area) }));
    return this.withSheet({ ...this.sheet, rows, tables });
  }

  /** Another heading at the right end of the table, with the table as wide as that. */
  withColumn(heading: string): BookGrid {
    const last = Math.max(...this.columns.values());
    const rows = withCell(this.sheet.rows, this.top, last + 1, textCell(heading));
    const tables = this.sheet.tables.map((table) =>
      table.area.top === this.top ? { ...table, area: { ...table.area, right: last + 1 } } : table,
    );
    return this.withSheet({ ...this.sheet, rows, tables });
  }

  withRows(rows: SheetGrid['rows']): BookGrid {
    return this.withSheet({ ...this.sheet, rows });
  }

  withSheet(sheet: SheetGrid): BookGrid {
    return { ...this.book, sheets: this.book.sheets.map((one) => (one === this.sheet ? sheet : one)) };
  }
}

function headingRow(sheet: SheetGrid): number | null {
  for (const [row, cells] of sheet.rows) {
    const words = new Set([...cells.values()].map(({ value }) => value));
    if (words.has('Ref') && words.has('Finance check') && words.has('Standing')) return row;
  }
  return null;
}

function withCell(rows: SheetGrid['rows'], row: number, column: number, cell: Cell): SheetGrid['rows'] {
  const cells = new Map(rows.get(row));
  if (cell.kind === 'empty') cells.delete(column);
  else cells.set(column, cell);
  return new Map([...rows, [row, cells]]);
}
