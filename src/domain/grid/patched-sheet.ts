import type { Area } from './address';
import { type Cell, EMPTY_CELL } from './cell';
import type { SheetGrid } from './sheet-grid';

type Row = ReadonlyMap<number, Cell>;

const NO_CELLS: Row = new Map();

function isSame(a: Cell, b: Cell): boolean {
  return a === b || (a.kind === b.kind && a.value === b.value && a.text === b.text && a.format === b.format && a.formula === b.formula);
}

/** The row with its cells between two columns as they are now; the same row where nothing differs. */
function patchedRow(before: Row, now: Row, left: number, right: number): Row {
  let patched: Map<number, Cell> | null = null;
  for (let column = left; column <= right; column += 1) {
    const cell = now.get(column);
    if (isSame(before.get(column) ?? EMPTY_CELL, cell ?? EMPTY_CELL)) continue;
    patched ??= new Map(before);
    if (cell === undefined) patched.delete(column);
    else patched.set(column, cell);
  }
  return patched ?? before;
}

/**
 * A sheet with some of its cells as they are now. Rows in which nothing differs stay the same objects, and where nothing differs at all
 * so does the sheet, so that code that remembers a reading of it can tell what has changed.
 * How and why: docs/live-reading.md#identity.
 * @param now a sheet that holds those cells alone.
 */
export function patchedSheet(sheet: SheetGrid, now: SheetGrid, areas: readonly Area[]): SheetGrid {
  let rows: Map<number, Row> | null = null;
  for (const { top, left, bottom, right } of areas) {
    for (let row = top; row <= bottom; row += 1) {
      const before = (rows ?? sheet.rows).get(row) ?? NO_CELLS;
      const patched = patchedRow(before, now.rows.get(row) ?? NO_CELLS, left, right);
      if (patched === before) continue;
      rows ??= new Map(sheet.rows);
      if (patched.size === 0) rows.delete(row);
      else rows.set(row, patched);
    }
  }
  if (rows === null && sheet.isProtected === now.isProtected) return sheet;
  return { ...sheet, isProtected: now.isProtected, rows: rows ?? sheet.rows };
}
