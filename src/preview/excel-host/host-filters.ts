import { type Area } from '../../domain/grid';
import { HostError } from './host-error';
import { type HostCriteria, type HostFilter } from './host-filter';
import { type HostSheet, type HostTable } from './host-sheet';
import { type HostWorkbook } from './host-workbook';

/** The words a cell shows; filters compare what is shown. */
type ShownText = (row: number, column: number) => string;

export function filterOf(sheet: HostSheet, tableId: string | null): HostFilter | null {
  return sheet.filters.find((filter) => filter.tableId === tableId) ?? null;
}

/** The area a table's filter is about: all but its row of totals. */
export function filteredArea({ area, hasTotals }: HostTable): Area {
  return hasTotals ? { ...area, bottom: area.bottom - 1 } : area;
}

export function setFilter(sheet: HostSheet, filter: Omit<HostFilter, 'hidden'>, shown: ShownText): void {
  const hidden: number[] = [];
  for (let row = filter.area.top + 1; row <= filter.area.bottom; row += 1) {
    const stays = [...filter.criteria].every(([index, criteria]) => holds(criteria, shown(row, filter.area.left + index)));
    if (!stays) hidden.push(row);
  }
  sheet.filters = [...sheet.filters.filter(({ tableId }) => tableId !== filter.tableId), { ...filter, hidden }];
}

export function removeFilter(sheet: HostSheet, tableId: string | null): void {
  sheet.filters = sheet.filters.filter((filter) => filter.tableId !== tableId);
}

/** Rows that a filter hides. */
export function hiddenRows(sheet: HostSheet): ReadonlySet<number> {
  return new Set(sheet.filters.flatMap(({ hidden }) => hidden));
}

/** Filters a column of a table by the words its cells show. */
export function filterTable(
  workbook: HostWorkbook,
  { table: name, heading, values }: { readonly table: string; readonly heading: string; readonly values: readonly string[] },
): void {
  const found = workbook.findTable(name);
  if (found === null) throw new HostError('ItemNotFound');
  const { sheet, table } = found;
  const area = filteredArea(table);
  const headings = Array.from({ length: area.right - area.left + 1 }, (_, index) => workbook.textOf(sheet, area.top, area.left + index));
  const criteria = new Map(filterOf(sheet, table.id)?.criteria).set(headings.indexOf(heading), { filterOn: 'Values', values });
  setFilter(sheet, { tableId: table.id, area, criteria }, (row, column) => workbook.textOf(sheet, row, column));
}

function holds(criteria: HostCriteria, text: string): boolean {
  if (criteria.filterOn === 'Values') {
    const values: readonly unknown[] = Array.isArray(criteria.values) ? criteria.values : [];
    return values.some((value) => value === text);
  }
  const { criterion1 } = criteria;
  if (criteria.filterOn !== 'Custom' || typeof criterion1 !== 'string') {
    throw new HostError('NotImplemented', 'This host filters by values, and by one custom criterion of "=" or "<>".');
  }
  const isEqual = text.toLowerCase() === criterion1.replace(/^(?:<>|=)/, '').toLowerCase();
  return criterion1.startsWith('<>') ? !isEqual : isEqual;
}
