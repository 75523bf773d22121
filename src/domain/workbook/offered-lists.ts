import type { SheetGrid } from '../grid';
import type { Change, Edit } from './edit';
import { headingsIn } from './find-table';
import { ROOM_FOR_ROWS } from './layout-of';
import type { WrittenSheet } from './sheet-outcome';
import type { PlanTable, SheetPlan } from './sheet-plan';

type SetDropDowns = Edit & { readonly type: 'set drop-downs' };

/** What a run remembers of a sheet with drop-downs: they offer. Rule: docs/rules.md#offers. */
export function offersOf({ table }: SheetPlan): Pick<WrittenSheet, 'offers'> {
  return table?.columns.some(({ dropDown }) => dropDown !== undefined) === true ? { offers: true } : {};
}

/**
 * The drop-downs of a sheet that was written before they refused nothing, changed so that they offer; once, since a rule that the user
 * makes afterwards is theirs. Rule: docs/rules.md#offers.
 */
export function offersInPlace({ table }: SheetPlan, sheet: SheetGrid, last: WrittenSheet | null): Change[] {
  const current = sheet.tables.find(({ name }) => name === table?.name);
  if (table === null || current === undefined || last?.offers === true) return [];
  const lists = listsIn(table, sheet, current.area);
  if (lists.length === 0) return [];
  const edit: SetDropDowns = { type: 'set drop-downs', sheet: sheet.name, lists, refuse: false };
  return [{ edit, undo: { ...edit, refuse: true } }];
}

function listsIn(
  { columns }: PlanTable,
  sheet: SheetGrid,
  { top, left, right, bottom }: SheetGrid['merges'][number],
): SetDropDowns['lists'] {
  const placed = headingsIn(
    sheet,
    top,
    columns.map(({ heading }) => heading),
    { left, right },
  );
  return columns.flatMap(({ heading, dropDown }) => {
    const column = placed.get(heading);
    if (column === undefined || dropDown === undefined || !('values' in dropDown)) return [];
    return [
      { area: { top: top + 1, bottom: Math.max(bottom, top + ROOM_FOR_ROWS), left: column, right: column }, values: dropDown.values },
    ];
  });
}
