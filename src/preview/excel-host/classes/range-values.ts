import { type Area } from '../../../domain/grid';
import { NO_CELL, type HostCell } from '../host-cells';
import { writeWithAutoFill } from '../host-calculated-columns';
import { HostError } from '../host-error';
import { hiddenRows } from '../host-filters';
import { cellsOf, columnsOf, rowsOf, wholeColumns, wholeRows } from '../host-reference';
import { tidyHeader } from '../host-tables';
import { type RangeTarget, writable } from '../host-session';

type Scalar = string | number | boolean | null;

/** Cell by cell over a range, as rows; null for a range Excel gives no values of: unbounded, or of too many cells. */
function rowsOfRange<V>(
  target: RangeTarget,
  of: (cell: HostCell, row: number, column: number) => V,
  empty: (row: number, column: number) => V,
): V[][] | null {
  const { area, sheet, session } = target;
  if (isUnbounded(area) || cellsOf(area) > session.limits.readCells) return null;
  const found: (V | undefined)[][] = Array.from({ length: rowsOf(area) }, () => new Array<V | undefined>(columnsOf(area)).fill(undefined));
  for (const [row, column, cell] of sheet.cells.within(area)) {
    const cells = found[row - area.top];
    if (cells !== undefined) cells[column - area.left] = of(cell, row, column);
  }
  return found.map((cells, down) => cells.map((value, right) => value ?? empty(area.top + down, area.left + right)));
}

export function valuesOf(target: RangeTarget): Scalar[][] | null {
  return rowsOfRange<Scalar>(
    target,
    (cell) => cell.value ?? '',
    () => '',
  );
}

export function formulasOf(target: RangeTarget): Scalar[][] | null {
  return rowsOfRange<Scalar>(
    target,
    (cell) => cell.formula ?? cell.value ?? '',
    () => '',
  );
}

export function textsOf(target: RangeTarget): string[][] | null {
  const { session, sheet } = target;
  return rowsOfRange(
    target,
    (cell, row, column) => session.workbook.textOf(sheet, row, column, cell),
    () => '',
  );
}

export function formatsOf(target: RangeTarget): string[][] | null {
  const { cells } = target.sheet;
  return rowsOfRange(
    target,
    (cell, row, column) => cell.format ?? cells.formatAt(row, column),
    (row, column) => cells.formatAt(row, column),
  );
}

export function valueTypesOf(target: RangeTarget): string[][] | null {
  return rowsOfRange(target, valueType, () => 'Empty');
}

export function valueType(cell: HostCell): string {
  if (cell.value === null) return 'Empty';
  if (cell.isError) return 'Error';
  return typeof cell.value === 'number' ? 'Double' : typeof cell.value === 'boolean' ? 'Boolean' : 'String';
}

/** Whole columns or rows: Excel gives and takes no cell-level properties of them. */
function isUnbounded(area: Area): boolean {
  return wholeColumns(area) || wholeRows(area);
}

/**
 * Writes `values` or `formulas`: both read "=..." as a formula and other texts as typed. A scalar goes to every cell,
 * an array must have the range's shape (one row or one column is not repeated), null leaves a cell, "" clears it.
 */
export function writeValues(target: RangeTarget, value: unknown): void {
  const sheet = writable(target);
  const { session, area } = target;
  if (value === null || value === undefined) throw new HostError('InvalidArgument');
  demandBounded(area);
  sheet.demandNoPivot(area);
  const one = cellsOf(area) === 1;
  const before = one ? sheet.cells.at(area.top, area.left) : null;
  const put = (row: number, column: number, item: Scalar): void => session.workbook.write(sheet, row, column, item);
  const write = (): void =>
    eachCell(area, underFilter(sheet, area, value), (row, column, item) => {
      if (item !== null && typeof item !== 'string' && typeof item !== 'number' && typeof item !== 'boolean')
        throw new HostError('InvalidArgument');
      put(row, column, item);
    });
  writeWithAutoFill(sheet, { area, write, put });
  for (const table of sheet.tables)
    if (table.area.top >= area.top && table.area.top <= area.bottom) tidyHeader(session.workbook, sheet, table.area);
  session.workbook.changed({
    what: 'cells',
    sheetId: sheet.id,
    area,
    by: 'add-in',
    before,
    after: one ? sheet.cells.at(area.top, area.left) : null,
  });
}

/**
 * What arrives of an array that is written over rows which a filter hides: Excel puts its first row into every visible row and
 * leaves the hidden ones as they are (xlwings issue 747, with the same call; office-js issues 224 and 226: "data seems to be
 * misplaced", "filtering breaks"). Nothing is said of it.
 */
function underFilter(sheet: RangeTarget['sheet'], area: Area, value: unknown): unknown {
  const hidden = hiddenRows(sheet);
  const rows = Array.from({ length: rowsOf(area) }, (_, down) => area.top + down);
  if (!rows.some((row) => hidden.has(row))) return value;
  const first: unknown = Array.isArray(value) ? value[0] : new Array<unknown>(columnsOf(area)).fill(value);
  const nothing = new Array<null>(columnsOf(area)).fill(null);
  return rows.map((row) => (hidden.has(row) ? nothing : first));
}

export function writeFormats(target: RangeTarget, value: unknown): void {
  const sheet = writable(target);
  const { session, area } = target;
  const checked = (item: unknown): string => {
    if (typeof item !== 'string') throw new HostError('InvalidArgument');
    return item === '' ? 'General' : item;
  };
  const only = soleItem(value);
  if (only === null && value === null) throw new HostError('InvalidArgument');
  if (only !== undefined) {
    if (!session.limits.columnFormats) demandBounded(area);
    if (only !== null) sheet.cells.setFormat(area, checked(only));
  } else {
    demandBounded(area);
    eachCell(area, value, (row, column, item) => {
      if (item !== null) sheet.cells.setOwnFormat(row, column, checked(item));
    });
  }
  session.workbook.changed({ what: 'sheet', sheetId: sheet.id, by: 'add-in' });
}

/** A scalar, also when wrapped as `[[scalar]]`; undefined for a real array. */
function soleItem(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const rows: readonly unknown[] = value;
  const first = rows[0];
  if (rows.length !== 1 || !Array.isArray(first) || first.length !== 1) return undefined;
  return Array.from<unknown>(first)[0];
}

function eachCell(area: Area, value: unknown, write: (row: number, column: number, item: unknown) => void): void {
  if (!Array.isArray(value)) {
    for (let row = area.top; row <= area.bottom; row += 1)
      for (let column = area.left; column <= area.right; column += 1) write(row, column, value);
    return;
  }
  const rows: readonly unknown[] = value;
  const width = columnsOf(area);
  const shaped = rows.length === rowsOf(area) && rows.every((cells) => Array.isArray(cells) && cells.length === width);
  if (!shaped) throw new HostError('InvalidArgument', SHAPE_MESSAGE);
  rows.forEach((cells, i) => {
    if (Array.isArray(cells)) cells.forEach((item: unknown, j) => write(area.top + i, area.left + j, item));
  });
}

/** Excel's own sentence for an array of another shape. */
export const SHAPE_MESSAGE = "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

function demandBounded(area: Area): void {
  if (isUnbounded(area)) throw new HostError('InvalidArgument');
}

/** `clear`: "All", "Contents", "Formats", "Hyperlinks", "RemoveHyperlinks", "ResetContents". */
export function clearRange(target: RangeTarget, what: string): void {
  const sheet = writable(target);
  const { area, session } = target;
  const whole = what === 'all';
  if (whole || what === 'contents' || what === 'resetcontents') {
    for (const [row, column, cell] of sheet.cells.within(area)) sheet.cells.put(row, column, { ...NO_CELL, format: cell.format });
    for (const table of sheet.tables)
      if (table.area.top >= area.top && table.area.top <= area.bottom) tidyHeader(session.workbook, sheet, table.area);
  }
  if (whole || what === 'formats') {
    sheet.cells.clearFormats(area);
    sheet.clearLooks(area);
  }
  if (whole) {
    sheet.clearValidation(area);
    sheet.unmerge(area);
  }
  if (whole || what === 'hyperlinks' || what === 'removehyperlinks') sheet.clearHyperlinks(area);
  session.workbook.changed({ what: 'cells', sheetId: sheet.id, area, by: 'add-in', before: null, after: null });
}
