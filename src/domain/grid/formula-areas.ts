import type { Area } from './address';
import type { SheetGrid } from './sheet-grid';

/** The cells of a sheet that hold formulas, as areas one column wide; what they show changes when other cells do. */
export function formulaAreas(sheet: SheetGrid): Area[] {
  const areas: Area[] = [];
  const open = new Map<number, { top: number; bottom: number }>();
  const close = (column: number, { top, bottom }: { top: number; bottom: number }): void =>
    void areas.push({ top, bottom, left: column, right: column });
  for (const row of [...sheet.rows.keys()].sort((a, b) => a - b)) {
    for (const [column, cell] of sheet.rows.get(row) ?? []) {
      if (cell.formula === undefined) continue;
      const run = open.get(column);
      if (run?.bottom === row - 1) run.bottom = row;
      else {
        if (run) close(column, run);
        open.set(column, { top: row, bottom: row });
      }
    }
  }
  for (const [column, run] of open) close(column, run);
  return areas;
}
