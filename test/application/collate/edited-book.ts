import type { BookChange, BookPlace, WorkbookPort } from '../../../src/application';
import { type Area, areaA1, type BookGrid, type Cell, cellAt, parseA1, type SheetGrid } from '../../../src/domain/grid';

type Rows = Map<number, Map<number, Cell>>;
type EditedSheet = Omit<SheetGrid, 'name' | 'rows' | 'merges'> & { name: string; rows: Rows; merges: readonly Area[] };

const copyOf = (rows: SheetGrid['rows']): Rows => new Map([...rows].map(([row, cells]) => [row, new Map(cells)]));

/**
 * A workbook that is edited as people edit one, with the events Excel would give. It hands out copies, so that nothing can be told by identity,
 * and counts what is read. A formula such as "=B3" shows what its cell shows.
 */
export class EditedBook {
  cellsRead = 0;
  readonly reads = { whole: 0, cells: 0 };
  private readonly sheets: EditedSheet[];

  constructor(private readonly book: BookGrid) {
    this.sheets = book.sheets.map((sheet) => ({ ...sheet, rows: copyOf(sheet.rows) }));
    this.calculate();
  }

  /** Puts cells into an area; null clears one. */
  paste(sheetAt: number, area: Area, cells: readonly (readonly (Cell | null)[])[]): BookChange {
    const sheet = this.at(sheetAt);
    for (let row = area.top; row <= area.bottom; row += 1)
      for (let column = area.left; column <= area.right; column += 1)
        put(sheet, row, column, cells[row - area.top]?.[column - area.left] ?? null);
    this.calculate();
    return { sheetId: sheet.id, address: areaA1(area), what: 'cells', by: 'this user' };
  }

  /** Merges cells; what stood in any but the first is gone, and nothing in the event says that they were merged. */
  merge(sheetAt: number, area: Area): BookChange {
    const sheet = this.at(sheetAt);
    const first = sheet.rows.get(area.top)?.get(area.left) ?? null;
    const isFree = sheet.merges.every(({ top, left, bottom, right }) => {
      return top > area.bottom || bottom < area.top || left > area.right || right < area.left;
    });
    const change = this.paste(sheetAt, area, [[first]]);
    if (isFree && first !== null) sheet.merges = [...sheet.merges, area];
    return change;
  }

  insertRow(sheetAt: number, at: number): BookChange {
    const sheet = this.at(sheetAt);
    const moved = (row: number): number => (row >= at ? row + 1 : row);
    sheet.rows = new Map([...sheet.rows].map(([row, cells]) => [moved(row), cells]));
    sheet.merges = sheet.merges.map((merge) => ({ ...merge, top: moved(merge.top), bottom: moved(merge.bottom) }));
    this.calculate();
    return { sheetId: sheet.id, address: null, what: 'cells', by: 'this user' };
  }

  rename(sheetAt: number, name: string): BookChange {
    const sheet = this.at(sheetAt);
    sheet.name = name;
    return { sheetId: sheet.id, address: null, what: 'sheets', by: 'someone else' };
  }

  port(): WorkbookPort {
    const none = (): Promise<never> => Promise.reject(new Error('Not asked for here.'));
    return {
      readBook: () => {
        this.reads.whole += 1;
        return Promise.resolve({ ...this.book, sheets: this.sheets.map((sheet) => ({ ...sheet, rows: copyOf(sheet.rows) })) });
      },
      readCells: (places) => Promise.resolve(this.onlyPlaces(places)),
      apply: none,
      reveal: none,
      selection: none,
      watch: none,
      recall: none,
      remember: none,
    };
  }

  private onlyPlaces(places: readonly BookPlace[]): BookGrid {
    this.reads.cells += 1;
    const sheets = this.sheets.flatMap((sheet) => {
      const areas = places.flatMap(({ sheetId, area }) => (sheetId === sheet.id ? [area] : []));
      if (areas.length === 0) return [];
      const only: EditedSheet = { ...sheet, rows: new Map(), merges: [], tables: [] };
      for (const { top, left, bottom, right } of areas) {
        this.cellsRead += (bottom - top + 1) * (right - left + 1);
        for (let row = top; row <= bottom; row += 1)
          for (let column = left; column <= right; column += 1) put(only, row, column, sheet.rows.get(row)?.get(column) ?? null);
      }
      return [only];
    });
    return { ...this.book, sheets };
  }

  private at(index: number): EditedSheet {
    const sheet = this.sheets[index];
    if (sheet === undefined) throw new Error(`There is no sheet ${String(index)}.`);
    return sheet;
  }

  /** Formulas show what their cells show; one of a formula, or of nothing, shows nothing. */
  private calculate(): void {
    for (const sheet of this.sheets)
      for (const [row, cells] of sheet.rows)
        for (const [column, { formula }] of cells) if (formula !== undefined) put(sheet, row, column, calculated(sheet, formula));
  }
}

function put(sheet: EditedSheet, row: number, column: number, cell: Cell | null): void {
  const cells = sheet.rows.get(row) ?? new Map<number, Cell>();
  if (cell === null) cells.delete(column);
  else cells.set(column, { ...cell });
  if (cells.size === 0) sheet.rows.delete(row);
  else sheet.rows.set(row, cells);
}

function calculated(sheet: SheetGrid, formula: string): Cell {
  const place = parseA1(formula.slice(1));
  const cell = place === null ? null : cellAt(sheet, place);
  if (cell === null || cell.kind === 'empty' || cell.formula !== undefined)
    return { kind: 'empty', value: null, text: '', format: 'General', formula };
  return { ...cell, formula };
}
