import type { Framework } from '../../domain/framework';
import { a1 } from '../../domain/grid';
import { FIELDS } from '../../domain/fields';
import type { TableRead } from '../../domain/reading';
import type { Change } from '../../domain/workbook';
import { FINANCE_HEADINGS } from '../../domain/wording';
import { Failure } from '../ports/failure';
import type { ApplyOptions, WorkbookPort } from '../ports/ports';
import type { AddedColumns, CostRow, FinanceColumnsPlan, VerdictPlace } from '../requests/finance-requests';
import { addingColumns, removingColumns } from './added-columns';
import { type CostsRead, readCosts } from './list-costs';
import { partsMissing } from './parts-missing';

const COST_HEADING = FIELDS.find(({ key }) => key === 'cost')?.sentAs ?? '';

/**
 * Plans finance's columns beside the actions of the open workbook: of each table those that it lacks, Low/no cost among them, at its right
 * end. The flag is the directorate's to give, so its cells stay empty. Nothing goes into a protected sheet or over anything that is there.
 * Rule: docs/rules.md#finance-columns.
 */
export async function planFinanceColumns(port: WorkbookPort, framework: Framework, signal: AbortSignal): Promise<FinanceColumnsPlan> {
  const read = await readCosts(port, framework, signal);
  const planned = placesOf(read.rows).map((place) => planTable(read, place));
  return {
    tables: planned.flatMap(({ added }) =>
      added.map(({ sheet, row, column, headings }) => ({ sheet, address: a1({ row, column }), headings })),
    ),
    left: planned.flatMap(({ left }) => left),
    changes: planned.flatMap(({ changes }) => changes),
    added: planned.flatMap(({ added }) => added),
  };
}

/** One place for each table. */
function placesOf(rows: readonly CostRow[]): { readonly place: VerdictPlace; readonly tableId: string | null }[] {
  const byTable = new Map<string, { place: VerdictPlace; tableId: string | null }>();
  for (const { place, ref, action } of rows) {
    if (place === null) continue;
    const key = `${place.sheetId}!${String(place.headingRow)}!${String(place.left)}`;
    if (!byTable.has(key)) byTable.set(key, { place, tableId: ref === null ? action.source.tableId : null });
  }
  return [...byTable.values()];
}

interface TablePlan {
  readonly added: readonly AddedColumns[];
  readonly left: FinanceColumnsPlan['left'];
  readonly changes: readonly Change[];
}

function planTable({ book, source }: CostsRead, { place, tableId }: ReturnType<typeof placesOf>[number]): TablePlan {
  const headings = headingsToAdd(
    place,
    source.tables.find(({ id }) => id === tableId),
  );
  if (headings.length === 0) return { added: [], left: [], changes: [] };
  const first = { row: place.headingRow, column: place.right + 1 };
  const leave = (reason: string): TablePlan => ({ added: [], left: [{ sheet: place.sheet, address: a1(first), reason }], changes: [] });
  const sheet = book.sheets.find(({ id }) => id === place.sheetId);
  if (sheet === undefined) return leave('The sheet is no longer in the workbook.');
  if (sheet.isProtected) return leave('The sheet is protected. Unprotect it to have finance’s columns beside its actions.');
  const changes = addingColumns(sheet, place, headings);
  if (changes === null)
    return leave('There is something in the columns beside the table. Move it, or type the headings over columns of it.');
  return { added: [{ sheetId: sheet.id, sheet: sheet.name, ...first, headings }], left: [], changes };
}

/** @param table a directorate's own; none for All priorities, which has its cost in any case. */
function headingsToAdd(place: VerdictPlace, table: TableRead | undefined): string[] {
  const lacksCost = table !== undefined && !table.headings.some(({ key }) => key === 'cost');
  return [...(lacksCost ? [COST_HEADING] : []), ...partsMissing(place).map((part) => FINANCE_HEADINGS[part])];
}

/** Adds the columns, all of them or none. */
export async function writeFinanceColumns(port: WorkbookPort, { changes }: FinanceColumnsPlan, options?: ApplyOptions): Promise<void> {
  if (changes.length > 0) await port.apply([changes], options);
}

/** Takes the columns away again, all of them or none. @throws Failure "cell changed" where something was typed in them. */
export async function takeBackFinanceColumns(port: WorkbookPort, { added }: FinanceColumnsPlan, options?: ApplyOptions): Promise<void> {
  if (added.length === 0) return;
  const { sheets } = await port.readBook({ includeHidden: false, signal: options?.signal });
  const changes = added.flatMap((one) => {
    const sheet = sheets.find(({ id }) => id === one.sheetId);
    if (sheet === undefined)
      throw new Failure('cell changed', `The sheet “${one.sheet}” is no longer in the workbook, so nothing was taken away.`);
    return removingColumns(sheet, one);
  });
  await port.apply([changes], options);
}
