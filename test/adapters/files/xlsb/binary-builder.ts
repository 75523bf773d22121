import { relationships } from '../package-builder';
import { pack, writeZip } from '../../../../src/adapters/files/package/zip-archive';

/** A record of a part ([MS-XLSB] 2.1.4). */
export function record(kind: number, ...fields: readonly Uint8Array[]): Uint8Array {
  const data = Buffer.concat(fields);
  const head = kind < 0x80 ? [kind] : [(kind & 0x7f) | 0x80, kind >> 7];
  const size = [];
  for (let left = data.length; size.length === 0 || left > 0; left >>= 7) size.push((left & 0x7f) | (left >= 0x80 ? 0x80 : 0));
  return Buffer.concat([Uint8Array.from([...head, ...size]), data]);
}

export const u8 = (value: number): Uint8Array => Uint8Array.of(value);
export const u16 = (value: number): Uint8Array => new Uint8Array(Uint16Array.of(value).buffer);
export const u32 = (...values: readonly number[]): Uint8Array => new Uint8Array(Uint32Array.from(values).buffer);
export const f64 = (value: number): Uint8Array => new Uint8Array(Float64Array.of(value).buffer);
export const wide = (text: string): Uint8Array => Buffer.concat([u32(text.length), Buffer.from(text, 'utf16le')]);

/** A cell of a column in a style. */
export const cell = (kind: number, column: number, value: Uint8Array = u8(0), style = 0): Uint8Array =>
  record(kind, u32(column, style), value);

export const tab = (name: string, link: string, state = 0): Uint8Array => record(156, u32(state, 1), wide(link), wide(name));

/** The workbook part. */
export const workbook = (...records: readonly Uint8Array[]): Uint8Array => Buffer.concat([record(131), ...records, record(132)]);

export const worksheet = (...records: readonly Uint8Array[]): Uint8Array =>
  Buffer.concat([record(129), record(145), ...records, record(146), record(130)]);

/** The parts of a workbook of one sheet; a test changes what it is about. */
export function binaryParts(
  sheet: Uint8Array,
  more: Readonly<Record<string, Uint8Array | string>> = {},
): Readonly<Record<string, Uint8Array | string>> {
  return {
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.bin']]),
    'xl/workbook.bin': workbook(tab('One', 'rId1')),
    'xl/_rels/workbook.bin.rels': relationships([
      ['worksheet', 'worksheets/sheet1.bin'],
      ['sharedStrings', 'sharedStrings.bin'],
      ['styles', 'styles.bin'],
    ]),
    'xl/worksheets/sheet1.bin': sheet,
    'xl/sharedStrings.bin': Buffer.concat([record(159, u32(1, 1)), record(19, u8(0), wide('shared')), record(160)]),
    'xl/styles.bin': Buffer.concat([
      record(278),
      record(44, u16(200), wide('mmm-yy')),
      record(617, u32(2)),
      record(47, u16(0), u16(0)),
      record(47, u16(0), u16(200)),
      record(618),
      record(279),
    ]),
    ...more,
  };
}

export async function zippedBinary(parts: Readonly<Record<string, Uint8Array | string>>): Promise<Uint8Array> {
  const bytes = (part: Uint8Array | string): Uint8Array => (typeof part === 'string' ? new TextEncoder().encode(part) : part);
  return writeZip(await Promise.all(Object.entries(parts).map(([path, part]) => pack(path, bytes(part)))));
}
