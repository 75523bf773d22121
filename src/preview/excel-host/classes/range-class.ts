import { type Area, LAST_COLUMN, LAST_ROW } from '../../../domain/grid';
import { cutAndPaste } from '../host-cell-moves';
import { HostError } from '../host-error';
import { type HostClass, type HostObject, asIndex, asNumber, asWord, hostObject } from '../host-object';
import { boundedAddress, cellsOf, columnsOf, fullAddress, overlapOf, rowsOf, wholeColumns, wholeRows } from '../host-reference';
import { type RangeTarget, change, isAlive, writable } from '../host-session';
import { hyperlinkOf, setHyperlink } from './range-hyperlink';
import { conditionalFormatCollection } from './conditional-format-class';
import { dataValidation } from './data-validation-class';
import { rangeArgument, rangeOrAddress } from './range-argument';
import { rangeFormat } from './range-format-class';
import {
  SHAPE_MESSAGE,
  clearRange,
  formatsOf,
  formulasOf,
  textsOf,
  valueTypesOf,
  valuesOf,
  writeFormats,
  writeValues,
} from './range-values';

const WHOLE_SHEET: Area = { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN };

const CLEAR_WORDS = ['all', 'formats', 'contents', 'hyperlinks', 'removehyperlinks', 'resetcontents'] as const;

export function range(target: RangeTarget): HostObject {
  return hostObject(RANGE, target);
}

export function wholeSheet(target: Omit<RangeTarget, 'area'>): RangeTarget {
  return { ...target, area: WHOLE_SHEET };
}

export function usedRange(target: RangeTarget, valuesOnly: unknown): HostObject | null {
  const area = target.sheet.usedRange(target.area, valuesOnly === true);
  return area === null ? null : range({ ...target, area });
}

/** Of an empty sheet Excel gives its first cell; of an empty range an error. */
function usedOrThrow(target: RangeTarget, valuesOnly: unknown): HostObject {
  const used = usedRange(target, valuesOnly);
  if (used === null) throw new HostError('ItemNotFound');
  return used;
}

function within(target: RangeTarget, area: Area): HostObject {
  if (
    area.top < 0 ||
    area.left < 0 ||
    area.bottom > LAST_ROW ||
    area.right > LAST_COLUMN ||
    area.top > area.bottom ||
    area.left > area.right
  ) {
    throw new HostError('InvalidArgument');
  }
  return range({ ...target, area });
}

function offset(target: RangeTarget, rows: number, columns: number): HostObject {
  const { top, left, bottom, right } = target.area;
  return within(target, { top: top + rows, left: left + columns, bottom: bottom + rows, right: right + columns });
}

/** The smallest range that holds both. */
function boundingRect(target: RangeTarget, other: unknown): HostObject {
  const { area } = rangeOrAddress(other, target);
  const own = target.area;
  return range({
    ...target,
    area: {
      top: Math.min(own.top, area.top),
      left: Math.min(own.left, area.left),
      bottom: Math.max(own.bottom, area.bottom),
      right: Math.max(own.right, area.right),
    },
  });
}

/** "Note that if the merged areas count in this range is more than 512, then this method will fail to return the result" (Excel.Range). */
const MERGES_AT_A_TIME = 512;

function mergedAreas(target: RangeTarget): HostObject | null {
  const merges = target.sheet.merges.filter((merge) => overlapOf(merge, target.area) !== null);
  if (merges.length > MERGES_AT_A_TIME) throw new HostError('GeneralException');
  return merges.length === 0 ? null : hostObject(RANGE_AREAS, { ...target, areas: merges });
}

function merge(target: RangeTarget, across: unknown): void {
  change(target, (sheet) => {
    const { area } = target;
    if (across !== true) {
      sheet.merge(area);
      return;
    }
    for (let row = area.top; row <= area.bottom; row += 1) sheet.merge({ ...area, top: row, bottom: row });
  });
}

/** Whole rows only, up or down: what the preview's grid and a user's edits need. */
function insertOrDelete(target: RangeTarget, sign: 1 | -1): void {
  const sheet = writable(target);
  if (!wholeRows(target.area)) throw new HostError('NotImplemented', 'This host inserts and deletes whole rows only.');
  target.session.workbook.shiftRows(sheet, target.area.top, sign * rowsOf(target.area), 'add-in');
}

function moveTo(target: RangeTarget, [destination]: readonly unknown[]): void {
  const to = rangeOrAddress(destination, target);
  if (to.sheet !== target.sheet) throw new HostError('NotImplemented', 'This host moves cells within one sheet only.');
  const { workbook } = target.session;
  change(target, (sheet) => cutAndPaste({ sheet, from: target.area, to: to.area }, workbook.sheets));
  for (const area of [target.area, to.area])
    workbook.changed({ what: 'cells', sheetId: target.sheet.id, area, by: 'add-in', before: null, after: null });
}

/** True when every cell is one that a formula spills into or from, false when none is, null when some are. */
function hasSpill({ sheet, area }: RangeTarget): boolean | null {
  const shared = sheet.spills.map((spill) => overlapOf(spill, area)).filter((part) => part !== null);
  const spilled = shared.reduce((sum, part) => sum + cellsOf(part), 0);
  return spilled === 0 ? false : spilled === cellsOf(area) ? true : null;
}

const RANGE: HostClass<RangeTarget> = {
  name: 'Range',
  alive: isAlive,
  get: {
    Address: ({ sheet, area }) => fullAddress(sheet.name, area),
    AddressLocal: ({ sheet, area }) => fullAddress(sheet.name, area),
    CellCount: ({ area }) => (cellsOf(area) > 2 ** 31 - 1 ? -1 : cellsOf(area)),
    RowCount: ({ area }) => rowsOf(area),
    ColumnCount: ({ area }) => columnsOf(area),
    RowIndex: ({ area }) => area.top,
    ColumnIndex: ({ area }) => area.left,
    IsEntireColumn: ({ area }) => wholeColumns(area),
    IsEntireRow: ({ area }) => wholeRows(area),
    Values: valuesOf,
    Formulas: formulasOf,
    FormulasLocal: formulasOf,
    Text: textsOf,
    NumberFormat: formatsOf,
    NumberFormatLocal: formatsOf,
    ValueTypes: valueTypesOf,
    RowHidden: ({ sheet, area }) => sheet.look(area, 'rowHidden', false),
    ColumnHidden: ({ sheet, area }) => sheet.look(area, 'columnHidden', false),
    Hidden: ({ sheet, area }) => sheet.look(area, 'rowHidden', false) === true || sheet.look(area, 'columnHidden', false) === true,
    Hyperlink: hyperlinkOf,
    HasSpill: hasSpill,
  },
  set: {
    Values: writeValues,
    Formulas: writeValues,
    NumberFormat: writeFormats,
    RowHidden: (target, value) => change(target, (sheet) => sheet.setLook(target.area, 'rowHidden', value === true)),
    ColumnHidden: (target, value) => change(target, (sheet) => sheet.setLook(target.area, 'columnHidden', value === true)),
    Hyperlink: setHyperlink,
  },
  open: {
    Format: rangeFormat,
    DataValidation: dataValidation,
    ConditionalFormats: conditionalFormatCollection,
    Worksheet: ({ session, sheet }) => session.sheetObject(sheet),
  },
  call: {
    Clear: (target, [what]) => clearRange(target, what === undefined || what === null ? 'all' : asWord(what, CLEAR_WORDS)),
    Select: ({ session, sheet, area }) => session.workbook.select(sheet, area, 'add-in'),
    MoveTo: moveTo,
    Merge: (target, [across]) => merge(target, across),
    Unmerge: (target) => change(target, (sheet) => sheet.unmerge(target.area)),
    GetCell: (target, [row, column]) => {
      const at = { row: target.area.top + asNumber(row), column: target.area.left + asNumber(column) };
      return within(target, { top: at.row, bottom: at.row, left: at.column, right: at.column });
    },
    GetOffsetRange: (target, [rows, columns]) => offset(target, asNumber(rows), asNumber(columns)),
    GetResizedRange: (target, [rows, columns]) =>
      within(target, { ...target.area, bottom: target.area.bottom + asNumber(rows), right: target.area.right + asNumber(columns) }),
    GetAbsoluteResizedRange: (target, [rows, columns]) =>
      within(target, { ...target.area, bottom: target.area.top + asIndex(rows) - 1, right: target.area.left + asIndex(columns) - 1 }),
    GetEntireColumn: (target) => range({ ...target, area: { ...target.area, top: 0, bottom: LAST_ROW } }),
    GetEntireRow: (target) => range({ ...target, area: { ...target.area, left: 0, right: LAST_COLUMN } }),
    GetRow: (target, [row]) =>
      within(target, { ...target.area, top: target.area.top + asNumber(row), bottom: target.area.top + asNumber(row) }),
    GetColumn: (target, [column]) =>
      within(target, { ...target.area, left: target.area.left + asNumber(column), right: target.area.left + asNumber(column) }),
    GetLastRow: (target) => range({ ...target, area: { ...target.area, top: target.area.bottom } }),
    GetLastColumn: (target) => range({ ...target, area: { ...target.area, left: target.area.right } }),
    GetLastCell: (target) => range({ ...target, area: { ...target.area, top: target.area.bottom, left: target.area.right } }),
    GetUsedRange: (target, [valuesOnly]) => usedOrThrow(target, valuesOnly),
    GetUsedRangeOrNullObject: (target, [valuesOnly]) => usedRange(target, valuesOnly),
    GetIntersectionOrNullObject: (target, [other]) => {
      const shared = overlapOf(
        target.area,
        typeof other === 'string' ? target.session.workbook.areaOn(target.sheet, other) : rangeArgument(other).area,
      );
      return shared === null ? null : range({ ...target, area: shared });
    },
    GetBoundingRect: (target, [other]) => boundingRect(target, other),
    GetMergedAreasOrNullObject: mergedAreas,
    /** The library asks this first when it cuts an array of more than 1,500 cells into several writes. */
    _ValidateArraySize: ({ area }, [rows, columns]) => {
      if (rows !== rowsOf(area) || columns !== columnsOf(area)) throw new HostError('InvalidArgument', SHAPE_MESSAGE);
    },
    Insert: (target) => {
      insertOrDelete(target, 1);
      return range(target);
    },
    Delete: (target) => insertOrDelete(target, -1),
  },
};

interface AreasTarget extends RangeTarget {
  readonly areas: readonly Area[];
}

/** Several ranges at once; here only the merged areas of a range and the print area of a sheet. */
const RANGE_AREAS: HostClass<AreasTarget> = {
  name: 'RangeAreas',
  alive: isAlive,
  get: {
    Address: ({ sheet, areas }) => boundedAddress(areas.map((area) => fullAddress(sheet.name, area)).join(',')),
    AreaCount: ({ areas }) => areas.length,
    CellCount: ({ areas }) => areas.reduce((sum, area) => sum + cellsOf(area), 0),
  },
  open: { Areas: (target) => hostObject(RANGE_COLLECTION, target) },
};

/** One area as Excel gives it where there may be several. */
export function oneArea(target: RangeTarget): HostObject {
  return hostObject(RANGE_AREAS, { ...target, areas: [target.area] });
}

const RANGE_COLLECTION: HostClass<AreasTarget> = {
  name: 'RangeCollection',
  items: (target) => target.areas.map((area) => range({ ...target, area })),
  call: { GetCount: ({ areas }) => areas.length },
};
