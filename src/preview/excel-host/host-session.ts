import { type Area } from '../../domain/grid';
import { HostError } from './host-error';
import { type HostObject } from './host-object';
import { type HostSheet } from './host-sheet';
import { type HostWorkbook } from './host-workbook';

/** Excel's limits; a test can lower them so that little data is enough to reach them. */
export interface HostLimits {
  /** Bytes of a request and of an answer: 5 MB in Excel on the web. */
  readonly payloadBytes: number;
  /** Cells of one range whose values are given; a larger range reads as null. */
  readonly readCells: number;
  /** Whether whole columns take one number format. Microsoft's documentation says that they do not, but Excel accepts it. */
  readonly columnFormats: boolean;
}

export const EXCEL_LIMITS: HostLimits = { payloadBytes: 5 * 1024 * 1024, readCells: 5_000_000, columnFormats: true };

/** What the classes that answer requests share: the workbook and the add-in's own state beside it. */
export interface HostSession {
  readonly workbook: HostWorkbook;
  readonly limits: HostLimits;
  /** How often each event is registered, by the name in `_RegisterDataChangedEvent` and the target ("Workbook" or a sheet's id). */
  readonly registered: Map<string, number>;
  /** `context.runtime.enableEvents`: while false, this add-in gets no events. */
  enableEvents: boolean;
  /** The API's object for a sheet; needed here for `range.worksheet`. */
  sheetObject(sheet: HostSheet): HostObject;
}

export interface SheetTarget {
  readonly session: HostSession;
  readonly sheet: HostSheet;
}

export interface RangeTarget extends SheetTarget {
  readonly area: Area;
}

export function isAlive({ session, sheet }: SheetTarget): boolean {
  return session.workbook.sheets.includes(sheet);
}

/** Every write goes through here: the sheet must still be there and not be protected. */
export function writable(target: SheetTarget): HostSheet {
  if (!isAlive(target)) throw new HostError('ItemNotFound');
  if (target.session.workbook.isViewOnly) throw new HostError('AccessDenied');
  target.sheet.demandWritable();
  return target.sheet;
}

/** Tells the listeners that a sheet looks different. */
export function touched({ session, sheet }: SheetTarget): void {
  session.workbook.changed({ what: 'sheet', sheetId: sheet.id, by: 'add-in' });
}

/** Writes a sheet's looks, tables and so on: checks that it may, does it, tells the listeners. */
export function change(target: SheetTarget, write: (sheet: HostSheet) => void): void {
  write(writable(target));
  touched(target);
}
