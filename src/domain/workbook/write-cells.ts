import { type Area, type Cell, cellAt, EMPTY_CELL, type SheetGrid } from '../grid';
import { expecting, restoring } from './cell-content';
import type { CellContent, Change, ExpectedValue } from './edit';

/**
 * Cells to write, by zero-based row and column; cells that are not listed are not written. Null: the cell is not written, but
 * must hold what it held when it was read.
 */
export type CellsToWrite = ReadonlyMap<number, ReadonlyMap<number, CellContent | null>>;

/** As many rows in one edit as keep it well under a request's 5 MB, at the widest tables and longest texts seen. */
const ROWS_IN_AN_EDIT = 500;

/**
 * Turns cells into as few "write cells" changes as there are runs of neighbouring rows. Each carries what it
 * expects to find and what puts it back, both from `current`; a sheet that does not exist yet holds nothing.
 */
export function writeChanges(sheet: string, current: SheetGrid | null, cells: CellsToWrite): Change[] {
  return runsOfRows(cells).map((rows): Change => {
    const columns = rows.flatMap((row) => [...(cells.get(row)?.keys() ?? [])]);
    const area: Area = { top: rows[0] ?? 0, bottom: rows.at(-1) ?? 0, left: min(columns), right: max(columns) };
    const written: (CellContent | null)[][] = [];
    const before: (CellContent | null)[][] = [];
    const expected: (ExpectedValue | null)[][] = [];
    for (const row of rows) {
      const contents = range(area.left, area.right).map((column) => cells.get(row)?.get(column));
      const held = (index: number): Cell => was(current, row, area.left + index);
      written.push(contents.map((content) => content ?? null));
      before.push(contents.map((content, index) => ((content ?? null) === null ? null : restoring(held(index)))));
      expected.push(contents.map((content, index) => (content === undefined ? null : expecting(held(index)))));
    }
    return {
      edit: { type: 'write cells', sheet, area, cells: written, expected },
      undo: { type: 'write cells', sheet, area, cells: before, expected: null },
    };
  });
}

function was(current: SheetGrid | null, row: number, column: number): Cell {
  return current === null ? EMPTY_CELL : cellAt(current, { row, column });
}

function runsOfRows(cells: CellsToWrite): number[][] {
  const rows = [...cells.keys()].filter((row) => (cells.get(row)?.size ?? 0) > 0).sort((a, b) => a - b);
  const runs: number[][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run?.at(-1) === row - 1 && run.length < ROWS_IN_AN_EDIT) run.push(row);
    else runs.push([row]);
  }
  return runs;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

const min = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b), Infinity);
const max = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), -Infinity);

/** Collects cells to write, place by place. */
export class CellCollector {
  private readonly rows = new Map<number, Map<number, CellContent | null>>();

  put(row: number, column: number, content: CellContent): void {
    const cells = this.rows.get(row) ?? new Map<number, CellContent | null>();
    cells.set(column, content);
    this.rows.set(row, cells);
  }

  /** Demands that a cell is as it was read, if anything is written in its row. */
  demand(row: number, column: number): void {
    const cells = this.rows.get(row);
    if (cells?.has(column) === false) cells.set(column, null);
  }

  /** Has a cell written as it is where nothing else is written there. */
  rewrite(row: number, column: number, cell: Cell): void {
    if ((this.rows.get(row)?.get(column) ?? null) !== null) return;
    const isEmpty = cell.kind === 'empty' && cell.formula === undefined;
    // The format of a cell that holds nothing was not read.
    this.put(row, column, isEmpty ? { kind: 'empty' } : restoring(cell));
  }

  /** Has the link to a file taken off a cell that stays as it is; what is written anew has none but its own. */
  unlink(row: number, column: number, cell: Cell): void {
    if ((this.rows.get(row)?.get(column) ?? null) !== null) return;
    const { value, format, formula } = cell;
    this.put(row, column, { kind: 'restore', value, format, ...(formula === undefined ? {} : { formula }), unlinked: true });
  }

  get cells(): CellsToWrite {
    return this.rows;
  }

  get size(): number {
    return [...this.rows.values()].reduce((sum, cells) => sum + [...cells.values()].filter((content) => content !== null).length, 0);
  }
}
