import { a1, type BookGrid, cellAt, isColumnFree, type Place, type SheetGrid } from '../../domain/grid';
import type { Framework } from '../../domain/framework';
import { holdsActions, type TableRead } from '../../domain/reading';
import { CellCollector, type Change, growTable, text, wordsOfCell, writeChanges } from '../../domain/workbook';
import type { ApplyOptions, WorkbookPort } from '../ports/ports';
import type { IndicatorColumnPlan, IndicatorsWritten, LeftAlone, MappedRow, Mapping } from '../requests/mapping-requests';
import type { PlanReading } from '../requests/plan-reading';

const HEADING = 'Indicators';

/**
 * Plans the ids of the indicators that are written or confirmed into a column beside the actions: the table's own indicator column, or a new
 * one at its right end. Nothing goes into a protected sheet, over a formula or over words that are not ids, and each edit carries the cell
 * that it expects.
 */
export async function planIndicatorColumn(port: WorkbookPort, reading: PlanReading, mapping: Mapping): Promise<IndicatorColumnPlan> {
  const book = await port.readBook({ includeHidden: false });
  const planned = reading.tables.filter(holdsActions).map((table) => planTable(book, table, mapping));
  return {
    tables: planned.flatMap(({ table }) => table ?? []),
    cells: planned.reduce((sum, { table }) => sum + (table?.cells ?? 0), 0),
    left: planned.flatMap(({ left }) => left),
    changes: planned.flatMap(({ changes }) => changes),
  };
}

/** Writes a plan, all of it or nothing. */
export async function writeIndicatorColumn(
  port: WorkbookPort,
  plan: IndicatorColumnPlan,
  options?: ApplyOptions,
): Promise<IndicatorsWritten> {
  if (plan.changes.length > 0) await port.apply([plan.changes], options);
  const takeBack = [...plan.changes].reverse().flatMap(({ edit, undo }): Change[] => (undo === null ? [] : [{ edit: undo, undo: edit }]));
  return { cells: plan.cells, takeBack };
}

interface TablePlan {
  readonly table: IndicatorColumnPlan['tables'][number] | null;
  readonly left: readonly LeftAlone[];
  readonly changes: readonly Change[];
}

function planTable(book: BookGrid, table: TableRead, mapping: Mapping): TablePlan {
  const own = table.headings.find(({ key }) => key === 'indicator');
  const column = own?.column ?? table.area.right + 1;
  const heading: Place = { row: table.headerRows.bottom, column };
  const leave = (reason: string): TablePlan => ({ table: null, left: [{ sheet: table.sheet, address: a1(heading), reason }], changes: [] });
  const sheet = book.sheets.find(({ id }) => id === table.sheetId);
  if (sheet === undefined) return leave('The sheet is no longer in the workbook.');
  if (sheet.isProtected) return leave('The sheet is protected. Unprotect it to have the indicators beside its actions.');
  if (table.labels !== undefined) return leave('The action stands in a form, which has no column for indicators. They are in the plan.');
  if (own === undefined && !isColumnFree(sheet, table.area, column))
    return leave(`There is something in the column beside the table. Give a column of the table the heading “${HEADING}” and it is used.`);
  const rows = mapping.rows.filter(({ action }) => action.source.tableId === table.id);
  const cells = new CellCollector();
  const left = rows.flatMap((row) => putRow(sheet, row, column, mapping.framework, cells));
  const written = cells.size;
  if (written === 0) return { table: null, left, changes: [] };
  if (own === undefined) cells.put(heading.row, column, text(HEADING));
  return {
    table: { sheet: table.sheet, heading: a1(heading), isNew: own === undefined, cells: written },
    left,
    changes: [...writeChanges(sheet.name, sheet, cells.cells), ...(own === undefined ? growTable(sheet, heading) : [])],
  };
}

/** Puts one action's ids into the collector, or returns why it does not. */
function putRow(sheet: SheetGrid, row: MappedRow, column: number, framework: Framework, cells: CellCollector): LeftAlone[] {
  const at = { row: row.action.source.row, column };
  const cell = cellAt(sheet, at);
  const wanted = inOrder([...row.confirmed, ...row.written], framework).join(', ');
  const written = wordsOfCell(cell).trim();
  if (written === wanted) return [];
  const leave = (reason: string): LeftAlone[] => [{ sheet: sheet.name, address: a1(at), reason }];
  if (cell.formula !== undefined) return leave('The cell holds a formula.');
  if (!holdsOnlyIds(written, framework)) return wanted === '' ? [] : leave(`The cell says “${written}”, which is more than ids.`);
  cells.put(at.row, at.column, text(wanted));
  return [];
}

function inOrder(ids: readonly string[], framework: Framework): string[] {
  const wanted = new Set(ids);
  return framework.indicators.flatMap(({ id }) => (wanted.has(id) ? [id] : []));
}

function holdsOnlyIds(words: string, framework: Framework): boolean {
  const known = new Set(framework.indicators.map(({ id }) => id.toLowerCase()));
  return words
    .split(/[\s,;]+/)
    .filter((word) => word !== '')
    .every((word) => known.has(word.toLowerCase()));
}
