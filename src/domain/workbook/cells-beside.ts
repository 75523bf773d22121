import { type Cell, cellAt, EMPTY_CELL, parseA1, type Place, type SheetGrid } from '../grid';
import { addressOf, restoring } from './cell-content';
import type { CellContent } from './edit';
import { formulaOnRow } from './formula-on-row';
import type { WrittenSheet } from './sheet-outcome';

/** Zero-based, inclusive: the body of a table. */
interface Body {
  readonly first: number;
  readonly last: number;
  readonly left: number;
  readonly right: number;
}

/** A row of the table that goes from one row of the sheet to another; `from` is null for one beside which nothing of the user's stands. */
interface Move {
  readonly from: number | null;
  readonly to: number;
  readonly isInTable: boolean;
}

/**
 * What of the user's stands beside the rows of a table that is written anew: in columns that they added, and in the same rows apart from
 * the table. It goes with the row. Cells of figures, of other tables and of merged areas apart from the table stay where they are.
 */
export class CellsBeside {
  readonly columns: readonly number[];
  /** For columns that hold a formula in most rows: a row that has it. The others get the same formula, on their own row. */
  private readonly formulaRows = new Map<number, number>();
  private readonly stays: (column: number) => boolean;

  /**
   * @param added columns of the table that are the user's.
   * @param isBlankRow whether a body row of the table holds nothing of the plan's: what stands apart from it belongs to no row.
   */
  constructor(
    private readonly sheet: SheetGrid,
    private readonly body: Body,
    added: readonly number[],
    last: WrittenSheet | null,
    private readonly isBlankRow: (row: number) => boolean,
  ) {
    this.stays = staying(sheet, body, last);
    this.columns = [...added, ...apartFrom(sheet, body, last).filter((column) => !this.stays(column))];
    for (const column of added) {
      const rows = Array.from({ length: body.last - body.first + 1 }, (_, index) => body.first + index);
      const formulas = rows.filter((row) => this.cell(row, column).formula !== undefined);
      if (formulas.length * 2 > rows.length) this.formulaRows.set(column, formulas[0] ?? body.first);
    }
  }

  /** Whether something of the user's stands beside a row; a formula that the whole column has does not count. */
  isBeside(row: number): boolean {
    return this.columns.some((column) => {
      if (this.isFree(row, column)) return false;
      const cell = this.cell(row, column);
      return this.formulaRows.has(column) ? cell.kind !== 'empty' && cell.formula === undefined : holdsAny(cell);
    });
  }

  /** Whether a comment at a place belongs to a row of the table, so that it goes with it. */
  goesAlong({ row, column }: Place): boolean {
    const { first, last, left, right } = this.body;
    if (row < first || row > last || this.isBlankRow(row)) return false;
    return (column >= left && column <= right) || !this.stays(column);
  }

  /**
   * What the cell at a row is to hold, when what stood beside row `from` goes there; null for nothing to do.
   * @param isInTable whether the row is one of the table's from now on.
   */
  content({ from, to, isInTable }: Move, column: number): CellContent | null {
    if (from === to) return null;
    const now = this.cell(to, column);
    const cleared = holdsAny(now) && !this.isFree(to, column) ? ({ kind: 'empty' } as const) : null;
    if (!isInTable) return cleared;
    const cell = from === null || this.isFree(from, column) ? EMPTY_CELL : this.cell(from, column);
    const formulaRow = this.formulaRows.get(column);
    if (formulaRow !== undefined && (cell.formula !== undefined || cell.kind === 'empty')) {
      return cleared === null || now.formula !== undefined ? null : this.moved(this.cell(formulaRow, column), formulaRow, to);
    }
    return holdsAny(cell) ? this.moved(cell, from ?? to, to) : cleared;
  }

  /** Where something of the user's would come to stand on something else of theirs that belongs to no row. */
  isTaken(row: number, column: number): boolean {
    return this.isFree(row, column) && holdsAny(this.cell(row, column));
  }

  /** What stands there belongs to no row: it is below the old body, or apart from a row that holds nothing. */
  private isFree(row: number, column: number): boolean {
    if (row > this.body.last) return true;
    return (column < this.body.left || column > this.body.right) && this.isBlankRow(row);
  }

  private moved(cell: Cell, from: number, to: number): CellContent {
    const content = restoring(cell);
    if (content.kind !== 'restore' || content.formula === undefined) return content;
    return { ...content, formula: formulaOnRow(content.formula, from, to) };
  }

  private cell(row: number, column: number): Cell {
    return cellAt(this.sheet, { row, column });
  }
}

export function holdsAny(cell: Cell): boolean {
  return cell.kind !== 'empty' || cell.formula !== undefined;
}

/** Columns apart from the table in which something that the plan did not write stands beside its rows. */
function apartFrom(sheet: SheetGrid, body: Body, last: WrittenSheet | null): number[] {
  const written = new Set(Object.keys(last?.blocks ?? {}));
  const columns = new Set<number>();
  for (let row = body.first; row <= body.last; row += 1) {
    for (const [column, cell] of sheet.rows.get(row) ?? []) {
      if ((column >= body.left && column <= body.right) || !holdsAny(cell) || written.has(addressOf(row, column))) continue;
      columns.add(column);
    }
  }
  return [...columns].sort((a, b) => a - b);
}

/** Columns apart from the table that do not go with its rows: those of figures, of other tables and of merged cells. */
function staying(sheet: SheetGrid, body: Body, last: WrittenSheet | null): (column: number) => boolean {
  const covered = [...sheet.merges, ...sheet.tables.map(({ area }) => area)].filter((area) => {
    return area.bottom >= body.first && area.top <= body.last && (area.right < body.left || area.left > body.right);
  });
  const ours = new Set<number>();
  for (const address of Object.keys(last?.blocks ?? {})) {
    const place = parseA1(address);
    if (place !== null && place.row >= body.first && place.row <= body.last) ours.add(place.column);
  }
  return (column) => ours.has(column) || covered.some(({ left, right }) => column >= left && column <= right);
}
