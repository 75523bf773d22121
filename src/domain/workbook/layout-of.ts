import type { SheetLayout } from './edit';
import { wordsOfPlan } from './cell-content';
import type { CellLook, DropDown, PlanColumn, PlanRow, SheetPlan } from './sheet-plan';
import { widestWord } from './text-width';

/** A table is made with drop-downs for this many rows, so that rows added by hand or by later runs have them too. */
export const ROOM_FOR_ROWS = 5_000;

/** The looks a sheet is made with; afterwards they are the user's. */
export function layoutOf(plan: SheetPlan): SheetLayout {
  const widths: Record<number, number> = { ...plan.widths };
  const columnLooks: Record<number, CellLook> = {};
  const dropDowns: DropDown[] = [...plan.dropDowns];
  plan.table?.columns.forEach((column, index) => {
    const at = (plan.table?.at.column ?? 0) + index;
    const top = (plan.table?.at.row ?? 0) + 1;
    widths[at] = fittedWidth(column, plan.table?.rows ?? []);
    columnLooks[at] = { wrap: column.wrap, align: column.align, vertical: 'top', format: column.format };
    if (column.dropDown !== undefined)
      dropDowns.push({ area: { top, bottom: top + ROOM_FOR_ROWS - 1, left: at, right: at }, list: column.dropDown });
  });
  return {
    widths,
    columnLooks,
    merges: plan.merges,
    looks: plan.looks,
    dropDowns,
    rules: plan.rules,
    charts: plan.charts.filter(({ leftOut }) => leftOut !== true),
    freeze: plan.freeze,
    print: plan.print,
    gridlines: plan.gridlines,
  };
}

/** Longer words, such as addresses and hashes, are broken; no column grows for them. In digits of the standard font. */
const LONGEST_WORD = 20;

/** At least as wide as its longest word and as its heading's, so that no word is broken. Rule: docs/rules.md#printed-sheets. */
function fittedWidth({ key, heading, width }: PlanColumn, rows: readonly PlanRow[]): number {
  let widest = width;
  const fit = (word: number): void => {
    if (word <= LONGEST_WORD) widest = Math.max(widest, word);
  };
  fit(widestWord(heading, { bold: true }));
  // A column that has room for the longest word that counts needs no look at its cells.
  if (widest < LONGEST_WORD) {
    for (const { cells } of rows) {
      const cell = cells[key];
      if (cell !== undefined) fit(widestWord(wordsOfPlan(cell)));
    }
  }
  return Math.ceil(widest * 2) / 2;
}
