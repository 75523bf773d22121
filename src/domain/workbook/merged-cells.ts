import { type Area, areaA1, areasOverlap, type SheetGrid } from '../grid';
import type { Change } from './edit';
import type { Obstacle } from './sheet-outcome';

/**
 * Merged cells where changes must go. Excel keeps what is written into the first cell of a merge and drops the rest without a word,
 * and no table may lie over a merge.
 */
export function mergesInTheWay(sheet: SheetGrid, changes: readonly Change[]): Obstacle[] {
  const inTheWay = sheet.merges.filter((merge) =>
    changes.some(({ edit }) => {
      if (edit.type === 'resize table') return areasOverlap(edit.area, merge);
      return edit.type === 'write cells' && areasOverlap(edit.area, merge) && writesUnder(merge, edit.area, edit.cells);
    }),
  );
  return inTheWay.map((merge) => ({
    sheet: sheet.name,
    address: areaA1(merge),
    sentence: `The cells ${areaA1(merge)} of ${sheet.name} are merged, and the plan must write there. Unmerge them, then write again.`,
  }));
}

/** Whether a cell is written that lies under a merge and is not its first. */
function writesUnder(merge: Area, area: Area, cells: readonly (readonly unknown[])[]): boolean {
  return cells.some((row, down) =>
    row.some((content, along) => {
      const [at, across] = [area.top + down, area.left + along];
      const isInside = at >= merge.top && at <= merge.bottom && across >= merge.left && across <= merge.right;
      return content !== null && isInside && (at > merge.top || across > merge.left);
    }),
  );
}
