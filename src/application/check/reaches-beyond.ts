import { type Area, areasOverlap, type Cell, cellAt, type SheetGrid } from '../../domain/grid';

/**
 * Whether an edit may have changed more of a sheet than the cells it was in. No event reports that cells were merged, unmerged or pasted as
 * merged ones, nor that an Excel table grew; the signs are:
 * - several cells edited at once of which some hold nothing, as a merge leaves them, or that were merged;
 * - an edit right beside an Excel table, which then includes the column.
 * How and why: docs/live-reading.md#the-whole-workbook.
 */
export function reachesBeyond(before: SheetGrid, now: SheetGrid, area: Area): boolean {
  return mayHaveMerged(before, now, area) || isBesideTable(before, area);
}

function mayHaveMerged(before: SheetGrid, now: SheetGrid, area: Area): boolean {
  if (area.top === area.bottom && area.left === area.right) return false;
  if (before.merges.some((merge) => areasOverlap(merge, area))) return true;
  const cells = cellsOf(now, area);
  const empty = cells.filter(({ kind }) => kind === 'empty').length;
  return empty > 0 && empty < cells.length;
}

function cellsOf(sheet: SheetGrid, { top, left, bottom, right }: Area): Cell[] {
  const cells: Cell[] = [];
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) cells.push(cellAt(sheet, { row, column }));
  return cells;
}

function isBesideTable({ tables }: SheetGrid, area: Area): boolean {
  return tables.some(({ area: table }) => areasOverlap(area, { ...table, left: table.right + 1, right: table.right + 1 }));
}
