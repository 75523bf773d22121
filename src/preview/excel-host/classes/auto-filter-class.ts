import { type Area } from '../../../domain/grid';
import { HostError } from '../host-error';
import { type HostCriteria } from '../host-filter';
import { filteredArea, filterOf, removeFilter, setFilter } from '../host-filters';
import { type HostClass, type HostObject, asIndex, asRecord, hostObject } from '../host-object';
import { columnsOf } from '../host-reference';
import { type SheetTarget, change } from '../host-session';
import { type HostTable } from '../host-sheet';
import { rangeOrAddress } from './range-argument';
import { range } from './range-class';

/** The filter of a table, or of the sheet's own range when `table` is null. */
interface FilterTarget extends SheetTarget {
  readonly table: HostTable | null;
}

const FIELDS = ['color', 'criterion1', 'criterion2', 'dynamicCriteria', 'filterOn', 'icon', 'operator', 'values'];

const idOf = ({ table }: FilterTarget): string | null => table?.id ?? null;

function areaOf({ sheet, table }: FilterTarget): Area | null {
  return table === null ? (filterOf(sheet, null)?.area ?? null) : filteredArea(table);
}

/** One entry a column. Excel gives every field, null where it has none (office-js issue 1226). */
function criteriaOf(target: FilterTarget): unknown {
  const area = areaOf(target);
  if (area === null) return [];
  const found = filterOf(target.sheet, idOf(target));
  return Array.from({ length: columnsOf(area) }, (_, index) => {
    const criteria = found?.criteria.get(index) ?? {};
    return Object.fromEntries(FIELDS.map((field) => [field, criteria[field] ?? null]));
  });
}

/** What `criteria` gave is refused as it stands, because of the nulls in it (office-js issue 1226). */
function readCriteria(value: unknown): HostCriteria {
  const criteria = asRecord(value);
  if (Object.values(criteria).includes(null) || typeof criteria.filterOn !== 'string') throw new HostError('InvalidArgument');
  return criteria;
}

function apply(target: FilterTarget, [where, column, criteria]: readonly unknown[]): void {
  const area = target.table === null ? rangeOrAddress(where, target).area : filteredArea(target.table);
  const before = filterOf(target.sheet, idOf(target))?.criteria ?? new Map<number, HostCriteria>();
  const set = new Map(before);
  if (column !== undefined && column !== null) {
    const index = asIndex(column);
    if (index >= columnsOf(area)) throw new HostError('InvalidArgument');
    set.set(index, readCriteria(criteria));
  }
  filterBy(target, area, set);
}

function filterBy(target: FilterTarget, area: Area, criteria: ReadonlyMap<number, HostCriteria>): void {
  const { workbook } = target.session;
  change(target, (sheet) =>
    setFilter(sheet, { tableId: idOf(target), area, criteria }, (row, column) => workbook.textOf(sheet, row, column)),
  );
}

/** Clearing what is not filtered does nothing. */
function clear(target: FilterTarget): void {
  const area = areaOf(target);
  if (area !== null && filterOf(target.sheet, idOf(target)) !== null) filterBy(target, area, new Map());
}

const AUTO_FILTER: HostClass<FilterTarget> = {
  name: 'AutoFilter',
  get: {
    Enabled: ({ sheet, table }) => table?.filterButton ?? filterOf(sheet, null) !== null,
    IsDataFiltered: (target) => (filterOf(target.sheet, idOf(target))?.criteria.size ?? 0) > 0,
    Criteria: criteriaOf,
  },
  call: {
    Apply: apply,
    ClearCriteria: clear,
    Reapply: (target) => {
      const found = filterOf(target.sheet, idOf(target));
      const area = areaOf(target);
      if (found !== null && area !== null) filterBy(target, area, found.criteria);
    },
    Remove: (target) => change(target, (sheet) => removeFilter(sheet, idOf(target))),
    GetRangeOrNullObject: (target) => {
      const area = areaOf(target);
      return area === null ? null : range({ ...target, area });
    },
  },
};

export function autoFilter(target: SheetTarget, table: HostTable | null): HostObject {
  return hostObject(AUTO_FILTER, { session: target.session, sheet: target.sheet, table });
}
