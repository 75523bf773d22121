import { areaA1, type SheetGrid } from '../grid';
import { type PlanSheetFound, withTable } from '../sheets';
import { addressOf, type Change, type Obstacle } from '../workbook';
import type { Notice } from './notice';

interface TablesAgain {
  /** Sheets as they will be, by what they are; those that stay as they are, are left out. */
  readonly after: ReadonlyMap<SheetGrid, SheetGrid>;
  readonly changes: readonly Change[];
  readonly notices: readonly Notice[];
  readonly obstacles: readonly Obstacle[];
}

/** As every table of the plan is made; what the user chose instead went with the table. */
const STYLE = { style: 'TableStyleLight9', banded: true } as const;

/**
 * Makes Excel tables of the plan's tables that were turned into ranges, or that Excel gave another name when their sheet was copied.
 * Rule: docs/rules.md#tables-again.
 */
export function tablesAgain(found: readonly PlanSheetFound[]): TablesAgain {
  const after = new Map<SheetGrid, SheetGrid>();
  const changes: Change[] = [];
  const notices: Notice[] = [];
  const obstacles: Obstacle[] = [];
  for (const { sheet, table } of found) {
    if (table === null || table.is === 'there') continue;
    after.set(sheet, withTable(sheet, table));
    if (table.unfit !== null) {
      obstacles.push({ sheet: sheet.name, ...table.unfit });
      continue;
    }
    const { name, area } = table;
    if (table.is !== 'a range') {
      const called = { sheet: sheet.name, table: table.is.called };
      changes.push({ edit: { type: 'remove table', ...called }, undo: { type: 'add table', ...called, area, ...STYLE } });
    }
    changes.push({
      edit: { type: 'add table', sheet: sheet.name, table: name, area, ...STYLE },
      undo: { type: 'remove table', sheet: sheet.name, table: name },
    });
    const was = table.is === 'a range' ? 'was turned into a range' : `is called ${table.is.called}`;
    const sentence = `The table on "${sheet.name}" ${was}. ${areaA1(area)} is made the table ${name} again, and no cell is changed by it.`;
    notices.push({ sheet: sheet.name, address: addressOf(area.top, area.left), sentence });
  }
  return { after, changes, notices, obstacles };
}
