import { openBook } from '../../../../src/adapters/files/open-book';
import { type BookGrid, type SheetGrid, a1 } from '../../../../src/domain/grid';
import { compound } from './compound-builder';

export type Bytes = readonly number[];

export const u16 = (...values: number[]): number[] => values.flatMap((value) => [value & 0xff, (value >> 8) & 0xff]);
export const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16(value >>> 16)];
export const f64 = (value: number): number[] => [...new Uint8Array(new Float64Array([value]).buffer)];
export const latin = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));
export const units = (text: string): number[] => text.split('').flatMap((letter) => u16(letter.charCodeAt(0)));
/** A text of BIFF8 with its length in two bytes; wide where it has to be. */
export const text8 = (text: string): number[] =>
  text.split('').some((letter) => letter > '\u00ff') ? [...u16(text.length), 1, ...units(text)] : [...u16(text.length), 0, ...latin(text)];
/** A text of Excel 5 with its length in two bytes. */
export const text5 = (text: string): number[] => [...u16(text.length), ...latin(text)];

export const record = (id: number, data: Bytes = []): number[] => [...u16(id, data.length), ...data];

export const END = record(0x0a);
export const beginning = (type: number, version = 0x0600): number[] => record(0x0809, [...u16(version, type, 0, 0), ...u32(0), ...u32(0)]);

/** Cells of Excel 3 and later: row, column and style, then what the record holds. */
export const cell = (id: number, row: number, column: number, data: Bytes, style = 0): number[] =>
  record(id, [...u16(row, column, style), ...data]);
export const number = (row: number, column: number, value: number, style = 0): number[] => cell(0x0203, row, column, f64(value), style);
export const label = (row: number, column: number, text: string): number[] => cell(0x0204, row, column, text8(text));
export const shared = (row: number, column: number, index: number, style = 0): number[] => cell(0x00fd, row, column, u32(index), style);

/** A formula of one operand, TRUE. @param result eight bytes. */
export const formula = (row: number, column: number, result: Bytes): number[] =>
  cell(0x0006, row, column, [...result, ...u16(0), ...u32(0), ...u16(2), 0x1d, 1]);
/** The result of a formula that is no number: 0 a text, 1 a boolean, 2 an error, 3 an empty text. */
export const otherResult = (kind: number, value = 0): number[] => [kind, 0, value, 0, 0, 0, 0xff, 0xff];

export const strings = (...texts: string[]): number[] =>
  record(0x00fc, [...u32(texts.length), ...u32(texts.length), ...texts.flatMap(text8)]);
export const format8 = (id: number, format: string): number[] => record(0x041e, [...u16(id), ...text8(format)]);
/** A cell style of Excel 97. @param fill the colour of a solid fill; none where it is null. */
export const style8 = (format: number, font = 0, fill: number | null = null): number[] =>
  record(0x00e0, [...u16(font, format, 0, 0, 0), ...u32(0), ...u32(fill === null ? 0 : 1 << 26), ...u16(fill ?? 0)]);
export const font8 = ({ struck = false, underlined = false, colour = 0x7fff } = {}): number[] =>
  record(0x0031, [...u16(200, struck ? 8 : 0, colour, 400, 0), underlined ? 1 : 0, 0, 0, 0, 5, 0, ...latin('Arial')]);

export interface Sheet {
  readonly name?: string;
  /** Records between BOF and EOF. */
  readonly records: readonly Bytes[];
  /** As the list of sheets has it: 0 worksheet, 1 macro, 2 chart, 6 Visual Basic. */
  readonly kind?: number;
  /** 0 visible, 1 hidden, 2 very hidden. */
  readonly state?: number;
  /** Of its BOF. */
  readonly type?: number;
}

/** The stream of a workbook of Excel 5 or later. */
export function stream(sheets: readonly Sheet[], globals: readonly Bytes[] = [], version = 0x0600): Uint8Array {
  const list = (starts: readonly number[]): number[] =>
    sheets.flatMap(({ name = 'One', kind = 0, state = 0 }, index) => {
      const written = version === 0x0600 ? [name.length, 1, ...units(name)] : [name.length, ...latin(name)];
      return record(0x0085, [...u32(starts[index] ?? 0), state, kind, ...written]);
    });
  const head = [...beginning(0x0005, version), ...globals.flat()];
  const parts = sheets.map(({ records, type = 0x0010 }) => [...beginning(type, version), ...records.flat(), ...END]);
  let start = head.length + list([]).length + END.length;
  const starts = parts.map((part) => (start += part.length) - part.length);
  return Uint8Array.from([...head, ...list(starts), ...END, ...parts.flat()]);
}

export function xls(sheets: readonly Sheet[], globals: readonly Bytes[] = [], version = 0x0600): Uint8Array {
  return compound([{ name: version === 0x0600 ? 'Workbook' : 'Book', bytes: stream(sheets, globals, version) }]);
}

export function opened(bytes: Uint8Array, name = 'x.xls'): Promise<BookGrid> {
  return openBook(name, bytes, { includeHidden: true });
}

/** The filled cells of a sheet: what they hold, with what they show where that differs. */
export function filled({ rows }: SheetGrid): Record<string, unknown> {
  return Object.fromEntries(
    [...rows].flatMap(([row, cells]) =>
      [...cells].map(([column, { value, text }]): [string, unknown] => [
        a1({ row, column }),
        text === String(value ?? '') ? value : [value, text],
      ]),
    ),
  );
}

/** The filled cells of the first sheet. */
export async function cellsOf(
  records: readonly Bytes[],
  globals: readonly Bytes[] = [],
  version = 0x0600,
): Promise<Record<string, unknown>> {
  const { sheets } = await opened(xls([{ records }], globals, version));
  return sheets[0] === undefined ? {} : filled(sheets[0]);
}
