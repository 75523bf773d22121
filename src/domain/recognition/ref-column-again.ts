import type { Framework } from '../framework';
import { type BookGrid, cellAt } from '../grid';
import { ALL_PRIORITIES, allPrioritiesColumns, type PlanSheetFound } from '../sheets';
import type { PlanState } from '../state';
import { addressOf, type Change, headingsIn } from '../workbook';
import type { Notice } from './notice';
import { columnsOn } from './plan-rows';
import { SheetEdits } from './sheet-edits';

interface RefColumnAgain {
  readonly book: BookGrid;
  readonly found: readonly PlanSheetFound[];
  readonly changes: readonly Change[];
  readonly notices: readonly Notice[];
}

/**
 * All priorities with its column of Refs again, where that was deleted: as the last column of the table, and empty, so that the Refs are filled
 * in by what each row says. Where something stands beside the table the column is not made.
 * Rule: docs/rules.md#tables-again.
 */
export function refColumnAgain(book: BookGrid, found: readonly PlanSheetFound[], state: PlanState, framework: Framework): RefColumnAgain {
  const asItIs = { book, found, changes: [], notices: [] };
  const priorities = found.find(({ plan, table }) => plan === ALL_PRIORITIES && table?.is === 'there');
  const table = priorities?.table ?? null;
  if (priorities === undefined || table === null) return asItIs;
  const { sheet } = priorities;
  const { area } = table;
  const planned = allPrioritiesColumns(framework);
  const heading = planned[0]?.heading ?? '';
  const last = state.written.find(({ plan }) => plan === ALL_PRIORITIES)?.rows ?? {};
  if (headingsIn(sheet, area.top, [heading], area).size > 0 || columnsOn(sheet, area, planned, last).byKey.has('ref')) return asItIs;
  const column = area.right + 1;
  const rows = Array.from({ length: area.bottom - area.top + 1 }, (_, index) => area.top + index);
  const isFree = rows.every((row) => {
    const { kind, formula } = cellAt(sheet, { row, column });
    return kind === 'empty' && formula === undefined;
  });
  if (!isFree) return asItIs;
  const wider = { ...area, right: column };
  const edits = new SheetEdits(sheet);
  edits.set(area.top, column, heading);
  const hasTotals = sheet.tables.some((one) => one.name === table.name && one.hasTotals) ? ({ hasTotals: true } as const) : {};
  const resize = { type: 'resize table', sheet: sheet.name, table: table.name, ...hasTotals } as const;
  const tables = sheet.tables.map((one) => (one.name === table.name ? { ...one, area: wider } : one));
  const after = { ...edits.after, tables };
  const sentence = `The column "${heading}" is gone from the table, and is made again as its last one. Each row gets its Ref by what it says.`;
  return {
    book: { ...book, sheets: book.sheets.map((one) => (one === sheet ? after : one)) },
    found: found.map((one) => (one === priorities ? { ...one, sheet: after, table: { ...table, area: wider } } : one)),
    changes: [...edits.changes, { edit: { ...resize, area: wider }, undo: { ...resize, area } }],
    notices: [{ sheet: sheet.name, address: addressOf(area.top, column), sentence }],
  };
}
