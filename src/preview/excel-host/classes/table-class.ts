import { type Area } from '../../../domain/grid';
import { HostError } from '../host-error';
import { removeFilter } from '../host-filters';
import { type HostClass, type HostObject, asBoolean, asIndex, asText, hostObject } from '../host-object';
import { columnsOf, rowsOf } from '../host-reference';
import { addTable, demandName, demandTableFits, showTotals, tidyHeader } from '../host-tables';
import { type HostSession, type SheetTarget, change, isAlive, touched, writable } from '../host-session';
import { type HostTable } from '../host-sheet';
import { autoFilter } from './auto-filter-class';
import { rangeOrAddress } from './range-argument';
import { range } from './range-class';

interface TableTarget extends SheetTarget {
  readonly table: HostTable;
}

function tableObject(target: TableTarget): HostObject {
  return hostObject(TABLE, target);
}

/** The rows between header and totals. */
function body({ area, hasHeader, hasTotals }: HostTable): Area {
  return { ...area, top: area.top + (hasHeader ? 1 : 0), bottom: area.bottom - (hasTotals ? 1 : 0) };
}

/** The heading must stay in its row and the new area must hold it: Excel moves no table. */
function resize(target: TableTarget, where: unknown): void {
  const { session, table } = target;
  const { sheet, area } = rangeOrAddress(where, target);
  writable(target);
  // What Excel makes of the row of totals is documented nowhere; macros hide it first, and so must the add-in.
  if (table.hasTotals) throw new HostError('InvalidOperation');
  if (sheet !== target.sheet || area.top !== table.area.top || area.right < table.area.left || area.left > table.area.right) {
    throw new HostError('InvalidArgument');
  }
  if (rowsOf(area) < (table.hasHeader ? 2 : 1)) throw new HostError('InvalidArgument');
  demandTableFits(sheet, area, table);
  table.area = area;
  tidyHeader(session.workbook, sheet, area);
  touched(target);
}

function rename(target: TableTarget, value: unknown): void {
  const name = asText(value);
  demandName(target.session.workbook, name, target.table);
  change(target, () => (target.table.name = name));
}

function remove(target: TableTarget): void {
  change(target, (sheet) => {
    sheet.tables = sheet.tables.filter((table) => table !== target.table);
    removeFilter(sheet, target.table.id);
  });
}

/** `delete` takes the cells away with the table; `convertToRange` leaves them. */
function removeWithCells(target: TableTarget): void {
  const sheet = writable(target);
  for (const [row, column, cell] of sheet.cells.within(target.table.area)) {
    sheet.cells.put(row, column, { ...cell, value: null, formula: null, isError: false, quotePrefix: false });
  }
  remove(target);
}

const COLUMN: HostClass<TableTarget & { readonly index: number }> = {
  name: 'TableColumn',
  identity: ({ index }) => ({ Id: index + 1 }),
  get: {
    Id: ({ index }) => index + 1,
    Index: ({ index }) => index,
    Name: ({ session, sheet, table, index }) => session.workbook.textOf(sheet, table.area.top, table.area.left + index),
  },
  call: {
    GetDataBodyRange: (target) => {
      const column = target.table.area.left + target.index;
      return range({ ...target, area: { ...body(target.table), left: column, right: column } });
    },
  },
};

const COLUMNS: HostClass<TableTarget> = {
  name: 'TableColumnCollection',
  get: { Count: ({ table }) => columnsOf(table.area) },
  items: (target) => Array.from({ length: columnsOf(target.table.area) }, (_, index) => hostObject(COLUMN, { ...target, index })),
  item: (target, key) => hostObject(COLUMN, { ...target, index: asIndex(key) - 1 }),
  call: {
    GetCount: ({ table }) => columnsOf(table.area),
    GetItemAt: (target, [index]) => hostObject(COLUMN, { ...target, index: asIndex(index) }),
  },
};

const ROWS: HostClass<TableTarget> = {
  name: 'TableRowCollection',
  get: { Count: ({ table }) => rowsOf(body(table)) },
  items: () => [],
  call: { GetCount: ({ table }) => rowsOf(body(table)) },
};

const TABLE: HostClass<TableTarget> = {
  name: 'Table',
  alive: isAlive,
  identity: ({ table }) => ({ Id: table.id }),
  get: {
    Id: ({ table }) => table.id,
    LegacyId: ({ table }) => table.id,
    Name: ({ table }) => table.name,
    Style: ({ table }) => table.style,
    ShowHeaders: ({ table }) => table.hasHeader,
    ShowTotals: ({ table }) => table.hasTotals,
    ShowBandedRows: ({ table }) => table.banded,
    ShowBandedColumns: ({ table }) => table.bandedColumns,
    ShowFilterButton: ({ table }) => table.filterButton,
    HighlightFirstColumn: () => false,
    HighlightLastColumn: () => false,
  },
  set: {
    Name: rename,
    Style: (target, value) => change(target, () => (target.table.style = asText(value))),
    ShowTotals: (target, value) => change(target, (sheet) => showTotals(sheet, target.table, asBoolean(value))),
    ShowBandedRows: (target, value) => change(target, () => (target.table.banded = asBoolean(value))),
    ShowBandedColumns: (target, value) => change(target, () => (target.table.bandedColumns = asBoolean(value))),
    ShowFilterButton: (target, value) => change(target, () => (target.table.filterButton = asBoolean(value))),
  },
  open: {
    Columns: (target) => hostObject(COLUMNS, target),
    Rows: (target) => hostObject(ROWS, target),
    Worksheet: ({ session, sheet }) => session.sheetObject(sheet),
    AutoFilter: (target) => autoFilter(target, target.table),
  },
  call: {
    GetRange: (target) => range({ ...target, area: target.table.area }),
    GetHeaderRowRange: (target) => {
      if (!target.table.hasHeader) throw new HostError('ItemNotFound');
      return range({ ...target, area: { ...target.table.area, bottom: target.table.area.top } });
    },
    GetDataBodyRange: (target) => range({ ...target, area: body(target.table) }),
    GetTotalRowRange: (target) => {
      if (!target.table.hasTotals) throw new HostError('ItemNotFound');
      return range({ ...target, area: { ...target.table.area, top: target.table.area.bottom } });
    },
    Resize: (target, [where]) => resize(target, where),
    ConvertToRange: (target) => {
      remove(target);
      return range({ ...target, area: target.table.area });
    },
    Delete: removeWithCells,
  },
};

/** The tables of a sheet, or of the workbook when `sheet` is null. */
export interface TablesTarget {
  readonly session: HostSession;
  readonly sheet: SheetTarget['sheet'] | null;
}

function all({ session, sheet }: TablesTarget): readonly TableTarget[] {
  return session.workbook.allTables().flatMap((each) => (sheet === null || each.sheet === sheet ? [{ session, ...each }] : []));
}

function find(target: TablesTarget, key: unknown): HostObject | null {
  const text = typeof key === 'number' ? String(key) : asText(key);
  const found = all(target).find(({ table }) => table.id === text || table.name.toLowerCase() === text.toLowerCase());
  return found === undefined ? null : tableObject(found);
}

function demand(target: TablesTarget, key: unknown): HostObject {
  const found = find(target, key);
  if (found === null) throw new HostError('ItemNotFound');
  return found;
}

function add(target: TablesTarget, where: unknown, hasHeaders: unknown): HostObject {
  const sheet = target.sheet ?? target.session.workbook.active;
  const place = rangeOrAddress(where, { session: target.session, sheet });
  if (target.sheet !== null && place.sheet !== target.sheet) throw new HostError('InvalidArgument');
  writable(place);
  const table = addTable(target.session.workbook, place.sheet, place.area, asBoolean(hasHeaders));
  touched(place);
  return tableObject({ session: target.session, sheet: place.sheet, table });
}

const TABLES: HostClass<TablesTarget> = {
  name: 'TableCollection',
  get: { Count: (target) => all(target).length },
  items: (target) => all(target).map(tableObject),
  item: demand,
  call: {
    Add: (target, [where, hasHeaders]) => add(target, where, hasHeaders),
    GetCount: (target) => all(target).length,
    GetItem: (target, [key]) => demand(target, key),
    GetItemOrNullObject: (target, [key]) => find(target, key),
    GetItemAt: (target, [index]) => {
      const found = all(target)[asIndex(index)];
      if (found === undefined) throw new HostError('InvalidArgument');
      return tableObject(found);
    },
  },
};

export function tableCollection(target: TablesTarget): HostObject {
  return hostObject(TABLES, target);
}
