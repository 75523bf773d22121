import { type Visibility } from '../../../domain/grid';
import { HostError } from '../host-error';
import { type HostClass, type HostObject, asBoolean, asColour, asIndex, asNumber, asText, asWord, hostObject } from '../host-object';
import { type HostSession, type SheetTarget, change, isAlive } from '../host-session';
import { type HostSheet } from '../host-sheet';
import { autoFilter } from './auto-filter-class';
import { chartCollection } from './chart-class';
import { eventCalls } from './event-calls';
import { freezePanes } from './freeze-panes-class';
import { pageLayout } from './page-layout-class';
import { pivotCollection } from './pivot-class';
import { range, usedRange, wholeSheet } from './range-class';
import { commentCollection } from './small-collections';
import { tableCollection } from './table-class';

const VISIBILITIES = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'very hidden' } as const satisfies Record<string, Visibility>;
const VISIBILITY_WORDS = ['Visible', 'Hidden', 'VeryHidden'] as const;

function visibilityWord(visibility: Visibility): string {
  return VISIBILITY_WORDS.find((word) => VISIBILITIES[word] === visibility) ?? 'Visible';
}

export function worksheet(session: HostSession, sheet: HostSheet): HostObject {
  return hostObject(WORKSHEET, { session, sheet });
}

const PROTECTION: HostClass<SheetTarget> = {
  name: 'WorksheetProtection',
  get: { Protected: ({ sheet }) => sheet.isProtected },
  call: {
    Protect: (target) => {
      if (target.sheet.isProtected) throw new HostError('InvalidOperation');
      change(target, (sheet) => (sheet.isProtected = true));
    },
    Unprotect: ({ sheet }) => void (sheet.isProtected = false),
  },
};

function byIndexes(target: SheetTarget, [row, column, rows, columns]: readonly unknown[]): HostObject {
  const top = asIndex(row);
  const left = asIndex(column);
  const bottom = top + asIndex(rows) - 1;
  const right = left + asIndex(columns) - 1;
  if (bottom < top || right < left || bottom > 1_048_575 || right > 16_383) throw new HostError('InvalidArgument');
  return range({ ...target, area: { top, left, bottom, right } });
}

const WORKSHEET: HostClass<SheetTarget> = {
  name: 'Worksheet',
  alive: isAlive,
  identity: ({ sheet }) => ({ Id: sheet.id }),
  get: {
    Id: ({ sheet }) => sheet.id,
    Name: ({ sheet }) => sheet.name,
    Position: ({ session, sheet }) => session.workbook.sheets.indexOf(sheet),
    Visibility: ({ sheet }) => visibilityWord(sheet.visibility),
    TabColor: ({ sheet }) => sheet.tabColour,
    ShowGridlines: ({ sheet }) => sheet.gridlines,
    ShowHeadings: ({ sheet }) => sheet.headings,
    StandardHeight: () => 15,
    StandardWidth: () => 8.43,
  },
  set: {
    Name: ({ session, sheet }, value) => session.workbook.renameSheet(sheet, asText(value), 'add-in'),
    Position: ({ session, sheet }, value) => session.workbook.moveSheet(sheet, asNumber(value), 'add-in'),
    Visibility: ({ session, sheet }, value) =>
      session.workbook.setVisibility(sheet, VISIBILITIES[asWord(value, VISIBILITY_WORDS)], 'add-in'),
    TabColor: (target, value) => {
      target.sheet.tabColour = asColour(value);
      target.session.workbook.changed({ what: 'sheet', sheetId: target.sheet.id, by: 'add-in' });
    },
    // The library sends these two under other names than it reads them by.
    Gridlines: (target, value) => change(target, (sheet) => (sheet.gridlines = asBoolean(value))),
    Headings: (target, value) => change(target, (sheet) => (sheet.headings = asBoolean(value))),
  },
  open: {
    Tables: (target) => tableCollection(target),
    AutoFilter: (target) => autoFilter(target, null),
    Charts: chartCollection,
    PivotTables: pivotCollection,
    PageLayout: pageLayout,
    FreezePanes: freezePanes,
    Protection: (target) => hostObject(PROTECTION, target),
    Comments: commentCollection,
  },
  call: {
    Activate: ({ session, sheet }) => session.workbook.activate(sheet, 'add-in'),
    Delete: ({ session, sheet }) => session.workbook.removeSheet(sheet, 'add-in'),
    GetRange: (target, [address]) =>
      address === undefined || address === null || address === ''
        ? range(wholeSheet(target))
        : range({ ...target, area: target.session.workbook.areaOn(target.sheet, asText(address)) }),
    GetRangeByIndexes: byIndexes,
    GetCell: (target, [row, column]) => byIndexes(target, [row, column, 1, 1]),
    /** Of an empty sheet Excel gives its top left cell. */
    GetUsedRange: (target, [valuesOnly]) =>
      usedRange(wholeSheet(target), valuesOnly) ?? range({ ...target, area: { top: 0, left: 0, bottom: 0, right: 0 } }),
    GetUsedRangeOrNullObject: (target, [valuesOnly]) => usedRange(wholeSheet(target), valuesOnly),
    Calculate: () => undefined,
    ...eventCalls<SheetTarget>(
      ({ session }) => session,
      ({ sheet }) => sheet.id,
    ),
  },
};

function find(session: HostSession, key: unknown): HostObject | null {
  const sheet = session.workbook.findSheet(asText(key));
  return sheet === null ? null : worksheet(session, sheet);
}

function demand(session: HostSession, key: unknown): HostObject {
  return worksheet(session, session.workbook.sheet(asText(key)));
}

function edge(session: HostSession, visibleOnly: unknown, last: boolean): HostObject {
  const sheets = session.workbook.sheets.filter((sheet) => visibleOnly !== true || sheet.visibility === 'visible');
  const sheet = last ? sheets.at(-1) : sheets[0];
  if (sheet === undefined) throw new HostError('ItemNotFound');
  return worksheet(session, sheet);
}

const WORKSHEETS: HostClass<HostSession> = {
  name: 'WorksheetCollection',
  items: (session) => session.workbook.sheets.map((sheet) => worksheet(session, sheet)),
  item: demand,
  call: {
    Add: (session, [name]) => {
      const sheet = session.workbook.addSheet(name === undefined || name === null ? null : asText(name), 'add-in');
      return worksheet(session, sheet);
    },
    GetItem: (session, [key]) => demand(session, key),
    GetItemOrNullObject: (session, [key]) => find(session, key),
    GetActiveWorksheet: (session) => worksheet(session, session.workbook.active),
    GetFirst: (session, [visibleOnly]) => edge(session, visibleOnly, false),
    GetLast: (session, [visibleOnly]) => edge(session, visibleOnly, true),
    GetCount: (session, [visibleOnly]) =>
      session.workbook.sheets.filter((sheet) => visibleOnly !== true || sheet.visibility === 'visible').length,
    ...eventCalls<HostSession>(
      (session) => session,
      () => 'Workbook',
    ),
  },
};

export function worksheetCollection(session: HostSession): HostObject {
  return hostObject(WORKSHEETS, session);
}
