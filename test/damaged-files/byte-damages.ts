import type { Chance } from '../life/chance';
import { type Damage, ofBytes } from './damage';
import { ZIPPED } from './originals';
import { joined, parsedZip } from './zip-model';

const KILOBYTE = 1024;

/** The bytes with others from a place on. */
function overwritten(bytes: Uint8Array, at: number, by: Uint8Array): Uint8Array {
  const made = Uint8Array.from(bytes);
  made.set(by.subarray(0, Math.max(0, made.length - at)), at);
  return made;
}

/** So many bytes made others, each between two places. */
function altered(bytes: Uint8Array, chance: Chance, count: number, from = 0, to = bytes.length): Uint8Array {
  const made = Uint8Array.from(bytes);
  for (let left = count; left > 0; left -= 1) {
    const at = from + chance.number(Math.max(1, to - from));
    made[at] = (made[at] ?? 0) ^ (1 + chance.number(255));
  }
  return made;
}

/** A stretch of up to 600 bytes, or 512 at a multiple of 512, as sectors of disks and of old containers are. */
function stretch(bytes: Uint8Array, chance: Chance): { readonly from: number; readonly to: number } {
  const isSector = chance.happens(0.5);
  const from = isSector ? 512 * chance.number(Math.ceil(bytes.length / 512)) : chance.number(bytes.length);
  return { from, to: Math.min(bytes.length, from + (isSector ? 512 : 1 + chance.number(600))) };
}

/** Where each local header, each entry of the directory and the end record of a container begins. */
function marksOf(bytes: Uint8Array): number[] {
  const data = Buffer.from(bytes);
  const marks: number[] = [];
  for (let at = data.indexOf('PK'); at >= 0; at = data.indexOf('PK', at + 1)) {
    if (['\u0003\u0004', '\u0001\u0002', '\u0005\u0006'].includes(data.toString('latin1', at + 2, at + 4))) marks.push(at);
  }
  return marks;
}

/** Where the directory of a container begins. */
const directoryAt = (bytes: Uint8Array): number => Buffer.from(bytes).indexOf('PK\u0001\u0002', 0, 'latin1');

export const BYTE_DAMAGES: readonly Damage[] = [
  ofBytes('one byte altered', (bytes, chance) => altered(bytes, chance, 1)),
  ofBytes('one bit altered', (bytes, chance) => {
    const made = Uint8Array.from(bytes);
    const at = chance.number(bytes.length);
    made[at] = (made[at] ?? 0) ^ (1 << chance.number(8));
    return made;
  }),
  ofBytes('several bytes altered', (bytes, chance) => altered(bytes, chance, 2 + chance.number(20))),
  ofBytes('bytes altered in the first 512', (bytes, chance) =>
    altered(bytes, chance, 1 + chance.number(3), 0, Math.min(512, bytes.length)),
  ),
  ofBytes('bytes altered in the last 512', (bytes, chance) =>
    altered(bytes, chance, 1 + chance.number(3), Math.max(0, bytes.length - 512)),
  ),
  ofBytes('numbers of four bytes made absurd', (bytes, chance) => {
    const value = chance.one([0, 1, 0x7fffffff, 0xffffffff, 0xfffffffe, 0x80000000]);
    const number = Uint8Array.from([0, 8, 16, 24].map((shift) => (value >>> shift) & 255));
    return overwritten(bytes, 4 * chance.number(Math.ceil(bytes.length / 4)), number);
  }),
  ofBytes('cut off anywhere', (bytes, chance) => bytes.slice(0, chance.number(bytes.length))),
  ofBytes('cut off at a kilobyte', (bytes, chance) => bytes.slice(0, KILOBYTE * (1 + chance.number(Math.ceil(bytes.length / KILOBYTE))))),
  ofBytes('the beginning missing', (bytes, chance) => bytes.slice(1 + chance.number(bytes.length))),
  ofBytes('a stretch made zero', (bytes, chance) => {
    const { from, to } = stretch(bytes, chance);
    return overwritten(bytes, from, new Uint8Array(to - from));
  }),
  ofBytes('a stretch missing', (bytes, chance) => {
    const { from, to } = stretch(bytes, chance);
    return joined(bytes.subarray(0, from), bytes.subarray(to));
  }),
  ofBytes('a stretch doubled', (bytes, chance) => {
    const { from, to } = stretch(bytes, chance);
    return joined(bytes.subarray(0, to), bytes.subarray(from));
  }),
  ofBytes('a stretch written over another', (bytes, chance) => {
    const { from, to } = stretch(bytes, chance);
    return overwritten(bytes, stretch(bytes, chance).from, bytes.subarray(from, to));
  }),
  ofBytes('two stretches changed over', (bytes, chance) => {
    const [one, other] = [stretch(bytes, chance).from, stretch(bytes, chance).from];
    const made = overwritten(bytes, one, bytes.subarray(other, other + 512));
    return overwritten(made, other, bytes.subarray(one, one + 512));
  }),
  ofBytes('bytes behind the end', (bytes, chance) =>
    joined(
      bytes,
      Uint8Array.from({ length: 1 + chance.number(2000) }, () => chance.number(256)),
    ),
  ),
  ofBytes('bytes before the beginning', (bytes, chance) =>
    joined(
      Uint8Array.from({ length: 1 + chance.number(2000) }, () => chance.number(256)),
      bytes,
    ),
  ),
  ofBytes('the file twice', (bytes) => joined(bytes, bytes), ['xls', 'fods', 'csv']),
  ofBytes('line ends changed on the way, as by a transfer of text', (bytes) =>
    Uint8Array.from(Buffer.from(Buffer.from(bytes).toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1')),
  ),
  ofBytes('the eighth bit lost', (bytes) => bytes.map((byte) => byte & 127)),
  ofBytes('read as UTF-8 and written anew', (bytes) => new TextEncoder().encode(new TextDecoder().decode(bytes))),
  ofBytes('bytes altered in compressed data', alteredInData, ZIPPED),
  ofBytes('bytes altered in the directory', (bytes, chance) => altered(bytes, chance, 1 + chance.number(3), directoryAt(bytes)), ZIPPED),
  ofBytes('one byte altered in the end record', (bytes, chance) => altered(bytes, chance, 1, bytes.length - 22), ZIPPED),
  ofBytes(
    'bytes altered in a header of an entry',
    (bytes, chance) => {
      const at = chance.one(marksOf(bytes));
      return altered(bytes, chance, 1 + chance.number(3), at, Math.min(at + 46, bytes.length));
    },
    ZIPPED,
  ),
  ofBytes('cut off where an entry begins', (bytes, chance) => bytes.slice(0, chance.one(marksOf(bytes))), ZIPPED),
  ofBytes(
    'the end record missing',
    (bytes, chance) => bytes.slice(0, bytes.length - 22 + (chance.happens(0.5) ? 0 : chance.number(22))),
    ZIPPED,
  ),
];

function alteredInData(bytes: Uint8Array, chance: Chance): Uint8Array {
  const part = chance.one(parsedZip(bytes).parts.filter(({ packed }) => packed.length > 0));
  const from = Buffer.from(bytes).indexOf(part.packed);
  return altered(bytes, chance, 1 + chance.number(4), from, from + part.packed.length);
}
