import { areaA1 } from '../../domain/grid';
import { listed } from '../../domain/wording';
import type { Send } from './excel-connection';
import { areaOfRange, withBounds } from './used-blocks';
import { BYTES_A_CALL, type Step, wireBytes } from './write-batches';

/**
 * A filter that hides rows, as it was found. Values written over hidden rows do not arrive there (office-js issue 224), so
 * filters are cleared before a write and set again after it. The sort arrows of a cleared filter go with it; the order of the
 * rows does not.
 */
export interface ActiveFilter {
  readonly sheet: string;
  /** Null for the filter of the sheet's own range. */
  readonly table: string | null;
  /** Where a sheet's own filter lies, as an A1 area; null for a table's, which lies where the table does. */
  readonly area: string | null;
  /** By column of the filtered range, counted from zero. */
  readonly criteria: ReadonlyMap<number, Excel.FilterCriteria>;
}

/** What of a workbook's state says whether a filter is still there; see `BookState`. */
export interface SheetsAndTables {
  sheet(name: string): object | null;
  hasTable(name: string): boolean;
}

/** A filter that may be active; its criteria are loaded only if it is. */
export interface FilterToAsk {
  readonly sheet: Excel.Worksheet;
  readonly table: Excel.Table | null;
  readonly filter: Excel.AutoFilter;
}

/** Reads the criteria of the filters that hide something. Sends no request when none does. `isDataFiltered` must be loaded. */
export async function readFilters(asked: readonly FilterToAsk[], send: Send): Promise<ActiveFilter[]> {
  const active = asked.filter(({ filter }) => filter.isDataFiltered);
  if (active.length === 0) return [];
  const loading = active.map((one) => {
    one.filter.load('criteria');
    return { ...one, range: one.table === null ? withBounds(one.filter.getRangeOrNullObject()) : null };
  });
  await send();
  return loading.map(({ sheet, table, filter, range }) => ({
    sheet: sheet.name,
    table: table?.name ?? null,
    area: range === null || range.isNullObject ? null : areaA1(areaOfRange(range)),
    criteria: new Map(filter.criteria.flatMap((criteria, index) => (isSet(criteria) ? [[index, withoutNulls(criteria)]] : []))),
  }));
}

/** Excel gives an entry for every column, with null in each field of one that is not filtered. */
function isSet(criteria: Excel.FilterCriteria): boolean {
  return Object.values(criteria).some((value) => value !== null && value !== undefined);
}

/** Excel refuses criteria with null in them, though it gives them so (office-js issue 1226). */
function withoutNulls(criteria: Excel.FilterCriteria): Excel.FilterCriteria {
  return Object.fromEntries(Object.entries(criteria).filter(([, value]) => value !== null)) as unknown as Excel.FilterCriteria;
}

export function clearingSteps(filters: readonly ActiveFilter[], state: SheetsAndTables): Step[] {
  return existing(filters, state).map((filter) => ({
    bytes: 3 * BYTES_A_CALL,
    queue: (context) => filterOf(context, filter).clearCriteria(),
  }));
}

/** Sets the criteria again, over the rows that a table has by then. */
export function settingSteps(filters: readonly ActiveFilter[], state: SheetsAndTables): Step[] {
  return existing(filters, state).flatMap((filter) =>
    [...filter.criteria].map(([index, criteria]) => ({
      bytes: 4 * BYTES_A_CALL + wireBytes(criteria),
      queue: (context: Excel.RequestContext) => filterOf(context, filter).apply(rangeOf(context, filter), index, criteria),
    })),
  );
}

function existing(filters: readonly ActiveFilter[], state: SheetsAndTables): ActiveFilter[] {
  return filters.filter(({ sheet, table }) => state.sheet(sheet) !== null && (table === null || state.hasTable(table)));
}

function filterOf({ workbook }: Excel.RequestContext, { sheet, table }: ActiveFilter): Excel.AutoFilter {
  return table === null ? workbook.worksheets.getItem(sheet).autoFilter : workbook.tables.getItem(table).autoFilter;
}

function rangeOf({ workbook }: Excel.RequestContext, { table, area }: ActiveFilter): Excel.Range | string {
  if (table === null) return area ?? '';
  const range = workbook.tables.getItem(table).getRange();
  range.untrack();
  return range;
}

export function filteredSheets(filters: readonly ActiveFilter[]): string[] {
  return [...new Set(filters.map(({ sheet }) => sheet))];
}

/** For the user: which filters could not be set again. */
export function filtersLost(filters: readonly ActiveFilter[]): string {
  const sheets = filteredSheets(filters).map((name) => `“${name}”`);
  return `The filter on ${listed(sheets)} was cleared to write and could not be set again, so all rows are shown there. Set it again in Excel.`;
}
