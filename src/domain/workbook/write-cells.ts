import { type Area, type Cell, EMPTY_CELL, type SheetGrid } from '../grid';
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
 * Turns cells into as few "write cells" changes as there are runs of neighbouring rows. Each carries what puts it back and, where `expects`, what
 * it expects to find, both from `current`. A sheet that does not exist yet holds nothing, and is not asked whether it does.
 */
export function writeChanges(sheet: string, current: SheetGrid | null, cells: CellsToWrite, expects = current !== null): Change[] {
  return runsOfRows(cells).map((rows): Change => {
    const area: Area = { top: rows[0] ?? 0, bottom: rows.at(-1) ?? 0, ...columnsOf(rows, cells) };
    const written: (CellContent | null)[][] = [];
    const before: (CellContent | null)[][] = [];
    const expected: (ExpectedValue | null)[][] | null = expects ? [] : null;
    for (const row of rows) {
      const contents = contentsOf(cells.get(row), area);
      const held = current?.rows.get(row);
      const heldAt = (index: number): Cell => held?.get(area.left + index) ?? EMPTY_CELL;
      written.push(contents.map((content) => content ?? null));
      before.push(contents.map((content, index) => ((content ?? null) === null ? null : restoring(heldAt(index)))));
      expected?.push(contents.map((content, index) => (content === undefined ? null : expecting(heldAt(index)))));
    }
    return {
      edit: { type: 'write cells', sheet, area, cells: written, expected },
      undo: { type: 'write cells', sheet, area, cells: before, expected: null },
    };
  });
}

function columnsOf(rows: readonly number[], cells: CellsToWrite): Pick<Area, 'left' | 'right'> {
  let [left, right] = [Infinity, -Infinity];
  for (const row of rows) {
    for (const column of cells.get(row)?.keys() ?? []) {
      if (column < left) left = column;
      if (column > right) right = column;
    }
  }
  return { left, right };
}

function contentsOf(row: ReadonlyMap<number, CellContent | null> | undefined, { left, right }: Area): (CellContent | null | undefined)[] {
  const contents: (CellContent | null | undefined)[] = [];
  for (let column = left; column <= right; column += 1) contents.push(row?.get(column));
  return contents;
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

/** Collects cells to write, place by place. */
export class CellCollector {
  private readonly rows = new Map<number, Map<number, CellContent | null>>();

  put(row: number, column: number, content: CellContent): void {
    const cells = this.rows.get(row);
    if (cells === undefined) this.rows.set(row, new Map([[column, content]]));
    else cells.set(column, content);
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
    let size = 0;
    for (const cells of this.rows.values()) for (const content of cells.values()) if (content !== null) size += 1;
    return size;
  }
}
