import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { checksum } from '../../src/adapters/files/package/checksum';

/** The fields that an entry of a zip container has twice: before its bytes, and in the directory at the end. */
export interface ZipHead {
  name: string;
  flags: number;
  method: number;
  crc: number;
  packedSize: number;
  size: number;
  extra: Uint8Array;
}

export interface ZipPart {
  local: ZipHead;
  central: ZipHead;
  packed: Uint8Array;
  /** Bytes between the packed ones and the next entry, such as a data descriptor. */
  after: Uint8Array;
  /** Where the directory says that the entry begins; null for where it does. */
  place: number | null;
}

/** A zip container taken apart, so that each field can be made to say what it should not. A field of `end` that is null says the truth. */
export interface ZipModel {
  before: Uint8Array;
  parts: ZipPart[];
  end: { count: number | null; size: number | null; offset: number | null; comment: Uint8Array };
}

const NOTHING = new Uint8Array();
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

export function partOf(name: string, bytes: Uint8Array, method: 0 | 8 = 8): ZipPart {
  const packed = method === 0 ? bytes : new Uint8Array(deflateRawSync(bytes));
  const head = { name, flags: 0x0800, method, crc: checksum(bytes), packedSize: packed.length, size: bytes.length, extra: NOTHING };
  return { local: { ...head }, central: { ...head }, packed, after: NOTHING, place: null };
}

export function modelOf(parts: Readonly<Record<string, Uint8Array>>): ZipModel {
  return { before: NOTHING, parts: Object.entries(parts).map(([name, bytes]) => partOf(name, bytes)), end: plainEnd() };
}

const plainEnd = (): ZipModel['end'] => ({ count: null, size: null, offset: null, comment: NOTHING });

/** A sound container taken apart; its data descriptors and extra fields are left out. */
export function parsedZip(bytes: Uint8Array): ZipModel {
  const data = Buffer.from(bytes);
  const end = data.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const parts: ZipPart[] = [];
  for (let at = data.readUInt32LE(end + 16); at < end;) {
    const local = data.readUInt32LE(at + 42);
    const nameEnd = at + 46 + data.readUInt16LE(at + 28);
    const start = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
    const packed = new Uint8Array(data.subarray(start, start + data.readUInt32LE(at + 20)));
    const name = data.toString('utf8', at + 46, nameEnd);
    const unpacked = data.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed;
    parts.push({ ...partOf(name, new Uint8Array(unpacked), data.readUInt16LE(at + 10) === 8 ? 8 : 0) });
    at = nameEnd + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
  return { before: NOTHING, parts, end: plainEnd() };
}

/** What a part holds. */
export function contentOf(part: ZipPart): Uint8Array {
  return part.central.method === 8 ? new Uint8Array(inflateRawSync(part.packed)) : part.packed;
}

/** Numbers, least byte first, each with its number of bytes. */
export function fields(...values: readonly (readonly [value: number, bytes: number])[]): Uint8Array {
  return Uint8Array.from(values.flatMap(([value, bytes]) => Array.from({ length: bytes }, (_, at) => Math.floor(value / 256 ** at) % 256)));
}

/** The fields that both headers share, from the flags on. */
function headFields(head: ZipHead, name: Uint8Array): Uint8Array {
  const { flags, method, crc, packedSize, size, extra } = head;
  const time = [0, 2] as const;
  const date = [33, 2] as const;
  return fields([flags, 2], [method, 2], time, date, [crc, 4], [packedSize, 4], [size, 4], [name.length, 2], [extra.length, 2]);
}

/** @param start where the first of the bytes will stand, as places are counted. */
export function zipBytes({ before, parts, end }: ZipModel, start = 0): Uint8Array {
  let at = start + before.length;
  const places: number[] = [];
  const bodies = parts.map(({ local, packed, after }) => {
    const name = utf8(local.name);
    const body = joined(fields([0x04034b50, 4], [20, 2]), headFields(local, name), name, local.extra, packed, after);
    places.push(at);
    at += body.length;
    return body;
  });
  const directory = parts.map(({ central, place }, index) => {
    const name = utf8(central.name);
    const where = fields([0, 2], [0, 2], [0, 2], [0, 4], [place ?? places[index] ?? 0, 4]);
    return joined(fields([0x02014b50, 4], [20, 2], [20, 2]), headFields(central, name), where, name, central.extra);
  });
  const list = joined(...directory);
  const count = (end.count ?? parts.length) % 0x10000;
  const last = fields(
    [0x06054b50, 4],
    [0, 4],
    [count, 2],
    [count, 2],
    [end.size ?? list.length, 4],
    [end.offset ?? at, 4],
    [end.comment.length, 2],
  );
  return joined(before, ...bodies, list, last, end.comment);
}
