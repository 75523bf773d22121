import { filledRows, tableSideOf } from '../../domain/copies';
import type { Framework } from '../../domain/framework';
import { cellAt } from '../../domain/grid';
import type { RecognisedPlan } from '../../domain/recognition';
import { planSheetsIn } from '../../domain/sheets';
import { isBlank, wordsOfCell } from '../../domain/workbook';

/** A row of a sheet of the plan as it stands. */
export interface ListedRow {
  readonly sheetId: string;
  /** Zero-based. */
  readonly row: number;
  /** What a planned column shows, by its key; "" for a column that is gone. */
  readonly words: (key: string) => string;
}

/** The filled rows of the table of one sheet of a plan, from the top; none where the sheet is gone. @param sheet by the plan's own name. */
export function listedRows(plan: RecognisedPlan, sheet: string, framework: Framework): ListedRow[] {
  const found = planSheetsIn(plan.book).find((one) => one.plan === sheet);
  const side = found === undefined ? null : tableSideOf(found, plan, framework);
  if (side === null) return [];
  return filledRows(side).map((row) => ({
    sheetId: side.sheet.id,
    row,
    words: (key) => {
      const column = side.columns.get(key)?.at;
      return column === undefined ? '' : wordsOfCell(cellAt(side.sheet, { row, column })).trim();
    },
  }));
}

/** Cells of the user's own columns that hold something, on all sheets of a plan. */
export function notesIn(plan: RecognisedPlan, framework: Framework): number {
  const sides = planSheetsIn(plan.book).flatMap((found) => tableSideOf(found, plan, framework) ?? []);
  return sides.reduce((sum, side) => {
    const own = [...side.columns.values()].filter(({ isOwn }) => isOwn);
    const filled = filledRows(side).flatMap((row) => own.filter(({ at }) => !isBlank(cellAt(side.sheet, { row, column: at }))));
    return sum + filled.length;
  }, 0);
}
