import { type PlanSheetFound, headingsPlanned } from '../sheets';
import type { ColumnGone } from '../state';
import { addressOf, headingsIn } from '../workbook';
import { listed } from '../wording';
import type { Notice } from './notice';

/** Columns of the plan's tables that the user deleted. @param renamed headings that the user changed, which are not gone. */
export function goneColumns(found: readonly PlanSheetFound[], renamed: ReadonlySet<string>): ColumnGone[] {
  return found.flatMap(({ plan, sheet, table }): ColumnGone[] => {
    if (table === null) return [];
    const planned = headingsPlanned(plan);
    const existing = headingsIn(sheet, table.area.top, planned, table.area);
    return planned.filter((heading) => !existing.has(heading) && !renamed.has(heading)).map((heading) => ({ plan, heading }));
  });
}

/** Says of each column once that it stays deleted (docs/rules.md#tables-again). @param told what earlier runs said. */
export function columnNotices(gone: readonly ColumnGone[], told: readonly ColumnGone[], found: readonly PlanSheetFound[]): Notice[] {
  return found.flatMap(({ plan, sheet, table }): Notice[] => {
    const fresh = gone.filter((one) => one.plan === plan && !told.some((old) => old.plan === plan && old.heading === one.heading));
    if (fresh.length === 0 || table === null) return [];
    const headings = listed(fresh.map(({ heading }) => `"${heading}"`));
    const which = fresh.length === 1 ? `The column ${headings} is` : `The columns ${headings} are`;
    const sentence = `${which} not on "${sheet.name}" any more and will not be made again. To have it back, type its heading at the end of the table.`;
    return [{ sheet: sheet.name, address: addressOf(table.area.top, table.area.left), sentence }];
  });
}
