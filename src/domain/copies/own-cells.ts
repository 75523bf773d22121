import { cellAt } from '../grid';
import type { Framework } from '../framework';
import type { RecognisedPlan } from '../recognition';
import { ALL_PRIORITIES, planSheetsIn } from '../sheets';
import type { OwnCells } from '../state';
import { hashOf, isBlank, wordsOfCell } from '../workbook';
import { tableSideOf } from './table-side';

/** What stands in the user's own columns of All priorities, for the next merge to know it by. */
export function ownCellsOf(plan: RecognisedPlan, framework: Framework): OwnCells {
  const found = planSheetsIn(plan.book).find((one) => one.plan === ALL_PRIORITIES);
  const side = found === undefined ? null : tableSideOf(found, plan, framework);
  if (side === null || plan.priorities === null) return {};
  const own = [...side.columns.values()].filter(({ isOwn }) => isOwn);
  const cells: Record<string, Record<string, string>> = {};
  for (const [{ row }, ref] of plan.priorities.owners) {
    const filled = own.flatMap(({ key, at }): [string, string][] => {
      const cell = cellAt(side.sheet, { row, column: at });
      return isBlank(cell) ? [] : [[key, hashOf(wordsOfCell(cell))]];
    });
    if (filled.length > 0) cells[ref] = Object.fromEntries(filled);
  }
  // In an order that does not depend on the sheet's.
  return Object.fromEntries(Object.entries(cells).sort(([one], [other]) => (one < other ? -1 : 1)));
}
