/** A cell's place on its sheet; row and column are zero-based, as everywhere inside the program. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells; zero-based, all four edges inclusive. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Excel's own bounds, zero-based and inclusive: XFD1048576. */
export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** 0 is "A", 25 "Z", 26 "AA". */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** "A" is 0, "XFD" 16,383; any other text is null. */
export function columnIndex(name: string): number | null {
  if (!/^[A-Z]{1,3}$/i.test(name)) return null;
  const index = Array.from(name.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return index > LAST_COLUMN ? null : index;
}

/** `{ row: 4, column: 0 }` is "A5": a relative A1 address without a sheet. */
export function a1(place: Place): string {
  return `${columnName(place.column)}${String(place.row + 1)}`;
}

/** "A3:E11", or "A3" when the area is one cell. */
export function areaA1(area: Area): string {
  const first = a1({ row: area.top, column: area.left });
  const last = a1({ row: area.bottom, column: area.right });
  return first === last ? first : `${first}:${last}`;
}

/** Reads "A5", "$A$5" (also with a sheet in front, which is ignored); null when it is not one cell of a sheet. */
export function parseA1(address: string): Place | null {
  const bare = address.slice(address.lastIndexOf('!') + 1);
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(bare);
  if (match === null) return null;
  const column = columnIndex(match[1] ?? '');
  const row = Number(match[2]) - 1;
  return column === null || row > LAST_ROW ? null : { row, column };
}

/** Reads "A3:E11" or "A3"; corners may be given in any order; null when it is neither. */
export function parseArea(address: string): Area | null {
  const bare = address.slice(address.lastIndexOf('!') + 1);
  const [from, to, more] = bare.split(':');
  if (from === undefined || more !== undefined) return null;
  const a = parseA1(from);
  const b = to === undefined ? a : parseA1(to);
  if (a === null || b === null) return null;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

export function areasOverlap(a: Area, b: Area): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

export function areaHolds(area: Area, place: Place): boolean {
  return place.row >= area.top && place.row <= area.bottom && place.column >= area.left && place.column <= area.right;
}

/** A sheet's name as a formula or a link writes it: always quoted, quotes doubled (`'O''Brien'`). */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
