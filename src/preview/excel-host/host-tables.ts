import { type Area, areasOverlap } from '../../domain/grid';
import { NO_CELL } from './host-cells';
import { HostError } from './host-error';
import { cellsOf } from './host-reference';
import { type HostSheet, type HostTable } from './host-sheet';
import { type HostWorkbook } from './host-workbook';

/** Tables never overlap a table or a merge, and their names are unique among tables and names. */
export function addTable(workbook: HostWorkbook, sheet: HostSheet, area: Area, hasHeader: boolean): HostTable {
  demandTableFits(sheet, area, null);
  // A table has at least one row of data: Excel takes the row below a lone header.
  const whole = hasHeader && area.top === area.bottom ? { ...area, bottom: area.bottom + 1 } : area;
  const table: HostTable = {
    id: workbook.newId(),
    name: freeTableName(workbook),
    area: whole,
    hasHeader: true,
    hasTotals: false,
    hiddenTotals: [],
    style: 'TableStyleMedium2',
    banded: true,
    bandedColumns: false,
    filterButton: true,
  };
  // Without headers Excel puts a row of "Column1" and so on above the data, moving it down.
  if (!hasHeader) table.area = headed(sheet, area);
  sheet.tables = [...sheet.tables, table];
  tidyHeader(workbook, sheet, table.area);
  return table;
}

/**
 * Shows or hides the row of totals (`Table.showTotals`). Hidden, its cells are cleared and what they held is remembered; shown, it is the
 * row below the last one. Excel moves what lies there down; this host knows no such move and refuses.
 */
export function showTotals(sheet: HostSheet, table: HostTable, shown: boolean): void {
  if (shown === table.hasTotals) return;
  const { left, right } = table.area;
  const row = shown ? table.area.bottom + 1 : table.area.bottom;
  const columns = Array.from({ length: right - left + 1 }, (_, index) => left + index);
  const cells = columns.map((column) => sheet.cells.at(row, column));
  if (shown) {
    if (cells.some(({ value, formula }) => value !== null || formula !== null)) throw new HostError('NotImplemented');
    columns.forEach((column, index) => sheet.cells.put(row, column, table.hiddenTotals[index] ?? NO_CELL));
  } else {
    table.hiddenTotals = cells;
    for (const column of columns) sheet.cells.put(row, column, { ...NO_CELL, format: sheet.cells.at(row, column).format });
  }
  table.hasTotals = shown;
  table.area = { ...table.area, bottom: shown ? row : row - 1 };
}

export function demandTableFits(sheet: HostSheet, area: Area, self: HostTable | null): void {
  const others = sheet.tables.filter((table) => table !== self);
  if (others.some((table) => areasOverlap(table.area, area))) throw new HostError('InvalidOperation');
  if (sheet.merges.some((merge) => areasOverlap(merge, area))) throw new HostError('InvalidOperation');
  sheet.demandNoPivot(area);
  if (cellsOf(area) > 100_000_000) throw new HostError('InvalidArgument');
}

/** Names of tables and of ranges: a letter, underscore or backslash first, no spaces, no cell's address, at most 255 characters. */
export function demandName(workbook: HostWorkbook, name: string, self: HostTable | null): void {
  const valid = /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name) && !/^(?:[A-Z]{1,3}[1-9]\d{0,6}|R\d*C\d*|[RC])$/i.test(name);
  if (!valid) throw new HostError('InvalidArgument');
  const taken = workbook.findTable(name);
  const named = workbook.names.some((other) => other.name.toLowerCase() === name.toLowerCase());
  if (named || (taken !== null && taken.table !== self && taken.table.name.toLowerCase() === name.toLowerCase())) {
    throw new HostError('ItemAlreadyExists');
  }
}

/** Headings of a table are texts, never empty and never twice: Excel writes "Column1" and adds numbers. */
export function tidyHeader(workbook: HostWorkbook, sheet: HostSheet, area: Area): void {
  const taken = new Set<string>();
  for (let column = area.left; column <= area.right; column += 1) {
    const cell = sheet.cells.at(area.top, column);
    const text = cell.value === null ? `Column${column - area.left + 1}` : workbook.textOf(sheet, area.top, column, cell);
    let name = text;
    for (let i = 2; taken.has(name.toLowerCase()); i += 1) name = `${text}${i}`;
    taken.add(name.toLowerCase());
    if (cell.value !== name || cell.formula !== null) sheet.cells.put(area.top, column, { ...NO_CELL, format: cell.format, value: name });
  }
}

function headed(sheet: HostSheet, area: Area): Area {
  for (const [row, column, cell] of sheet.cells.within(area).reverse()) {
    sheet.cells.put(row + 1, column, cell);
    sheet.cells.put(row, column, NO_CELL);
  }
  return { ...area, bottom: area.bottom + 1 };
}

function freeTableName(workbook: HostWorkbook): string {
  for (let i = 1; ; i += 1) if (workbook.findTable(`Table${i}`) === null) return `Table${i}`;
}
