import { type Area, LAST_COLUMN, LAST_ROW, areaA1, columnIndex, columnName, quotedSheet } from '../../domain/grid';
import { HostError } from './host-error';

/** A rectangle of a sheet by A1; whole columns ("C:C") and whole rows ("1:3") run to the sheet's edges. */
export interface Reference {
  /** Sheet's name when the address carried one. */
  readonly sheet: string | null;
  readonly area: Area;
}

/** "The `address` has a limit of 8192 characters. If the address exceeds the character limit, this method returns an `InvalidArgument` error" (Excel.Worksheet.getRanges). */
const ADDRESS_LIMIT = 8_192;

/** An address as it goes to or from the library; one that is too long makes the request fail. */
export function boundedAddress(address: string): string {
  if (address.length > ADDRESS_LIMIT) throw new HostError('InvalidArgument');
  return address;
}

/** Reads "A1", "$A$1:B2", "C:C", "1:3", and any of them with a sheet in front; throws InvalidArgument as Excel does for anything else. */
export function parseReference(given: string): Reference {
  const address = boundedAddress(given);
  const bang = address.lastIndexOf('!');
  const sheet = bang < 0 ? null : unquoted(address.slice(0, bang));
  const parts = address
    .slice(bang + 1)
    .replaceAll('$', '')
    .split(':');
  const from = parts[0] === undefined ? null : corner(parts[0]);
  const to = parts.length === 1 ? from : corner(parts[1] ?? '');
  if (from === null || to === null || parts.length > 2) throw new HostError('InvalidArgument');
  if ((from.row === null) !== (to.row === null) || (from.column === null) !== (to.column === null)) throw new HostError('InvalidArgument');
  // A lone "C" or "3" is a name to Excel, never a column or a row.
  if (parts.length === 1 && (from.row === null || from.column === null)) throw new HostError('InvalidArgument');
  return {
    sheet,
    area: {
      top: Math.min(from.row ?? 0, to.row ?? 0),
      left: Math.min(from.column ?? 0, to.column ?? 0),
      bottom: Math.max(from.row ?? LAST_ROW, to.row ?? LAST_ROW),
      right: Math.max(from.column ?? LAST_COLUMN, to.column ?? LAST_COLUMN),
    },
  };
}

function corner(text: string): { row: number | null; column: number | null } | null {
  const match = /^([A-Z]{1,3})?([1-9]\d{0,6})?$/i.exec(text);
  if (match === null || text === '') return null;
  const column = match[1] === undefined ? null : columnIndex(match[1]);
  const row = match[2] === undefined ? null : Number(match[2]) - 1;
  if ((match[1] !== undefined && column === null) || (row !== null && row > LAST_ROW)) return null;
  return { row, column };
}

function unquoted(sheet: string): string {
  return sheet.startsWith("'") && sheet.endsWith("'") && sheet.length > 1 ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
}

export function wholeColumns(area: Area): boolean {
  return area.top === 0 && area.bottom === LAST_ROW;
}

export function wholeRows(area: Area): boolean {
  return area.left === 0 && area.right === LAST_COLUMN;
}

/** The area as Excel writes it without a sheet: "A1:B2", "C:C", "1:3". */
export function areaAddress(area: Area): string {
  if (wholeColumns(area)) return `${columnName(area.left)}:${columnName(area.right)}`;
  if (wholeRows(area)) return `${area.top + 1}:${area.bottom + 1}`;
  return areaA1(area);
}

/** With the sheet in front, quoted only where Excel quotes it. */
export function fullAddress(sheet: string, area: Area): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) && !/^[A-Z]{1,3}\d+$/i.test(sheet);
  return `${plain ? sheet : quotedSheet(sheet)}!${areaAddress(area)}`;
}

export function rowsOf(area: Area): number {
  return area.bottom - area.top + 1;
}

export function columnsOf(area: Area): number {
  return area.right - area.left + 1;
}

export function cellsOf(area: Area): number {
  return rowsOf(area) * columnsOf(area);
}

export function sameArea(a: Area, b: Area): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

export function areaInside(inner: Area, outer: Area): boolean {
  return inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right;
}

/** The part two areas share, or null. */
export function overlapOf(a: Area, b: Area): Area | null {
  const shared = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return shared.top > shared.bottom || shared.left > shared.right ? null : shared;
}

/** Where an area lies after rows were inserted or deleted at `row`; null when all of it was deleted. Whole columns stay whole. */
export function shifted(area: Area, row: number, count: number): Area | null {
  if (area.top === 0 && area.bottom === LAST_ROW) return area;
  const move = (edge: number, closed: number): number => {
    if (edge < row) return edge;
    return count > 0 || edge >= row - count ? edge + count : closed;
  };
  const top = move(area.top, row);
  const bottom = move(area.bottom, row - 1);
  return bottom < top ? null : { ...area, top, bottom: Math.min(bottom, LAST_ROW) };
}
