import { type BookGrid, type Cell, cellAt, EMPTY_CELL, type SheetGrid, textCell } from '../../src/domain/grid';

type Rows = SheetGrid['rows'];

/**
 * A sheet of the plan with its table as a person finds it: by its headings, whatever the sheet is called and whether or not its rows are an
 * Excel table. It does not use the program's own way of finding it, since that is what is tried.
 */
export class TableSheet {
  private readonly columns = new Map<string, number>();
  /** Zero-based rows below the headings in which a column of the table holds something, from the top. */
  readonly rows: readonly number[];

  protected constructor(
    readonly book: BookGrid,
    readonly sheet: SheetGrid,
    /** Zero-based row of the headings. */
    private readonly top: number,
  ) {
    for (const [column, cell] of sheet.rows.get(top) ?? []) this.columns.set(String(cell.value), column);
    const below = [...sheet.rows.keys()].filter((row) => row > top).sort((a, b) => a - b);
    this.rows = below.filter((row) => this.headings.some((heading) => this.words(row, heading) !== ''));
  }

  /** The first sheet with a row that holds all of these headings. */
  static found(book: BookGrid, headings: readonly string[]): TableSheet | null {
    for (const sheet of book.sheets) {
      const top = headingRow(sheet, headings);
      if (top !== null) return new TableSheet(book, sheet, top);
    }
    return null;
  }

  get headings(): readonly string[] {
    return [...this.columns.keys()];
  }

  /** The zero-based column next but one to the table: apart from it. */
  get apart(): number {
    return Math.max(...this.columns.values()) + 2;
  }

  has(heading: string): boolean {
    return this.columns.has(heading);
  }

  cell(row: number, heading: string): Cell {
    const column = this.columns.get(heading);
    return column === undefined ? EMPTY_CELL : cellAt(this.sheet, { row, column });
  }

  words(row: number, heading: string): string {
    return String(this.cell(row, heading).value ?? '').trim();
  }

  /** The workbook with words typed under a heading, or in a column of the sheet; "" empties the cell. */
  typed(row: number, at: string | number, words: string): BookGrid {
    const column = typeof at === 'number' ? at : this.columns.get(at);
    if (column === undefined) throw new Error(`There is no column ${at}.`);
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
    const rows = new Map([...this.sheet.rows].map(([row, cells]) => [row >= this.top ? row + by : row, cells]));
    return this.withTable(rows, { down: by });
  }

  /** A row put in below another one, the table one row longer. */
  withRowBelow(row: number, cells: ReadonlyMap<number, Cell>): BookGrid {
    const rows = new Map([...this.sheet.rows].map(([at, held]) => [at > row ? at + 1 : at, held]));
    rows.set(row + 1, cells);
    return this.withTable(rows, { longer: 1 });
  }

  /** A row with words under some headings. */
  rowOf(words: Readonly<Record<string, string>>): ReadonlyMap<number, Cell> {
    return new Map(Object.entries(words).map(([heading, text]) => [this.columns.get(heading) ?? 0, textCell(text)]));
  }

  withoutRow(row: number): BookGrid {
    const rows = [...this.sheet.rows].filter(([at]) => at !== row).map(([at, held]) => [at > row ? at - 1 : at, held] as const);
    return this.withTable(new Map(rows), { longer: -1 });
  }

  /** Another heading at the right end of the table, with the table as wide as that. */
  withColumn(heading: string): BookGrid {
    return this.withColumnAt(Math.max(...this.columns.values()) + 1, heading);
  }

  /** Another heading before the one that stands at a column, zero-based; that and all to its right move. */
  withColumnAt(at: number, heading: string): BookGrid {
    const rows = this.eachRow((cells) => new Map([...cells].map(([column, cell]) => [column >= at ? column + 1 : column, cell])));
    return this.withTable(withCell(rows, this.top, at, textCell(heading)), { wider: 1 });
  }

  withoutColumn(heading: string): BookGrid {
    const gone = this.columns.get(heading) ?? -1;
    const rows = this.eachRow(
      (cells) =>
        new Map(
          [...cells].filter(([column]) => column !== gone).map(([column, cell]) => [column > gone ? column - 1 : column, cell] as const),
        ),
    );
    return this.withTable(rows, { wider: -1 });
  }

  /** Two columns in each other's place, from the headings down. */
  withColumnsExchanged(one: string, other: string): BookGrid {
    const [a, b] = [this.columns.get(one) ?? 0, this.columns.get(other) ?? 0];
    const place = (column: number): number => (column === a ? b : column === b ? a : column);
    return this.withTable(
      this.eachRow((cells) => new Map([...cells].map(([column, cell]) => [place(column), cell]))),
      {},
    );
  }

  columnOf(heading: string): number {
    return this.columns.get(heading) ?? 0;
  }

  /** The sheet's rows with those of the table changed, the headings among them. */
  private eachRow(changed: (cells: ReadonlyMap<number, Cell>) => ReadonlyMap<number, Cell>): Rows {
    return new Map([...this.sheet.rows].map(([row, cells]) => [row, row >= this.top ? changed(cells) : cells]));
  }

  private withTable(rows: Rows, change: { readonly down?: number; readonly longer?: number; readonly wider?: number }): BookGrid {
    const { down = 0, longer = 0, wider = 0 } = change;
    const tables = this.sheet.tables.map((table) => {
      const { top, left, bottom, right } = table.area;
      if (top !== this.top) return table;
      return { ...table, area: { top: top + down, left, bottom: bottom + down + longer, right: right + wider } };
    });
    return this.withSheet({ ...this.sheet, rows, tables });
  }

  private withRows(rows: Rows): BookGrid {
    return this.withSheet({ ...this.sheet, rows });
  }

  withSheet(sheet: SheetGrid): BookGrid {
    return { ...this.book, sheets: this.book.sheets.map((one) => (one === this.sheet ? sheet : one)) };
  }
}

/** All priorities; a row of its own, of the user, is one without a Ref. */
export function prioritiesIn(book: BookGrid): TableSheet {
  const found = TableSheet.found(book, ['Ref', COMMITMENT, 'Standing', 'Finance check']);
  if (found === null) throw new Error('There is no sheet with the headings of All priorities.');
  return found;
}

export const COMMITMENT = 'What we have committed to';

function headingRow(sheet: SheetGrid, headings: readonly string[]): number | null {
  for (const [row, cells] of sheet.rows) {
    const words = new Set([...cells.values()].map(({ value }) => value));
    if (headings.every((heading) => words.has(heading))) return row;
  }
  return null;
}

function withCell(rows: Rows, row: number, column: number, cell: Cell): Rows {
  const cells = new Map(rows.get(row));
  if (cell.kind === 'empty') cells.delete(column);
  else cells.set(column, cell);
  return new Map([...rows, [row, cells]]);
}
