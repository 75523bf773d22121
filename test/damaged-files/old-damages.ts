import type { Chance } from '../life/chance';
import { type Damage, ofBytes } from './damage';
import type { Format } from './originals';
import { joined, utf8 } from './zip-model';

/** Damages of formats without a container of their own checksums: old Excel and CSV. */

function number32(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const made = Uint8Array.from(bytes);
  new DataView(made.buffer).setUint32(at, value >>> 0, true);
  return made;
}

function overwritten(bytes: Uint8Array, at: number, values: readonly number[]): Uint8Array {
  const made = Uint8Array.from(bytes);
  made.set(values, at);
  return made;
}

/** Where records begin, as far as the stream that begins in the first sector can be followed; each has its number and its length before its data. */
function recordsOf(bytes: Uint8Array): number[] {
  const starts: number[] = [];
  for (let at = 512; at + 20 < bytes.length && starts.length < 400; at += 4 + (bytes[at + 2] ?? 0) + 256 * (bytes[at + 3] ?? 0))
    starts.push(at);
  return starts;
}

const XLS: readonly Format[] = ['xls'];
const SECTORS = [0, 1, 2, 5, 0x7fffffff, 0xfffffffe, 0xffffffff, 0xfffffffd];
/** Places of the numbers in the header of a compound file: shifts of sizes, counts, and first sectors ([MS-CFB] 2.2). */
const HEADER = [26, 30, 32, 44, 48, 56, 60, 64, 68, 72, 76, 80];

/** Where the table of chains begins. */
const tableAt = (bytes: Uint8Array): number => 512 * (1 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(76, true));
const directoryAt = (bytes: Uint8Array): number => 512 * (1 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(48, true));

const COMPOUND: readonly Damage[] = [
  ofBytes('a number of the header made absurd', (bytes, chance) => number32(bytes, chance.one(HEADER), chance.one(SECTORS)), XLS),
  ofBytes(
    'a chain that goes round, or elsewhere',
    (bytes, chance) => number32(bytes, tableAt(bytes) + 4 * chance.number(40), chance.one([...SECTORS, chance.number(60)])),
    XLS,
  ),
  ofBytes(
    'all chains one that goes round',
    (bytes, chance) => {
      const made = Uint8Array.from(bytes);
      const view = new DataView(made.buffer);
      const at = tableAt(bytes);
      for (let index = 0; index < 128 && at + index * 4 + 4 <= made.length; index += 1)
        view.setUint32(at + index * 4, chance.happens(0.5) ? index : 0, true);
      return made;
    },
    XLS,
  ),
  ofBytes(
    'a number of the directory made absurd',
    (bytes, chance) =>
      number32(
        bytes,
        Math.min(directoryAt(bytes) + 128 * chance.number(4) + chance.one([64, 66, 68, 72, 76, 116, 120]), bytes.length - 4),
        chance.one(SECTORS),
      ),
    XLS,
  ),
  ofBytes(
    'a length of a record made absurd',
    (bytes, chance) => {
      const at = chance.one(recordsOf(bytes));
      return overwritten(
        bytes,
        at + 2,
        chance.one([
          [0xff, 0xff],
          [0, 0],
          [1, 0],
          [0x20, 0x20],
        ]),
      );
    },
    XLS,
  ),
  ofBytes(
    'a number within a record made absurd',
    (bytes, chance) => {
      const values = chance.one([
        [0xff, 0xff],
        [0, 0],
        [0xff, 0x7f],
        [0, 1],
      ]);
      return overwritten(bytes, chance.one(recordsOf(bytes)) + 4 + 2 * chance.number(6), values);
    },
    XLS,
  ),
  ofBytes(
    'another record',
    (bytes, chance) => {
      const values = chance.one([
        [0x09, 8],
        [0x0a, 0],
        [0xfc, 0],
        [0x3c, 0],
        [0xbd, 0],
        [0xe5, 0],
        [0x85, 0],
        [0x2f, 0],
        [0x07, 2],
        [0xd6, 0],
        [0x1c, 0],
        [0xb6, 1],
      ]);
      return overwritten(bytes, chance.one(recordsOf(bytes)), values);
    },
    XLS,
  ),
];

const CSV: readonly Format[] = ['csv'];
const at = (bytes: Uint8Array, chance: Chance, by: Uint8Array): Uint8Array => {
  const place = chance.number(bytes.length);
  return joined(bytes.subarray(0, place), by, bytes.subarray(place));
};

const TEXTS: readonly Damage[] = [
  ofBytes('a NUL', (bytes, chance) => at(bytes, chance, new Uint8Array(1 + chance.number(9))), CSV),
  ofBytes(
    'a quotation mark that is not closed',
    (bytes, chance) => joined(at(bytes, chance, utf8('\n"')), utf8('a line\n'.repeat(10_000))),
    CSV,
  ),
  ofBytes('a million separators', (bytes, chance) => at(bytes, chance, utf8(chance.one([',', ';', '\t']).repeat(1_000_000))), CSV),
  ofBytes('a million lines', (bytes, chance) => at(bytes, chance, utf8(chance.one(['\n', '\r', '\r\n', 'a\n']).repeat(1_000_000))), CSV),
  ofBytes('a million quotation marks', (bytes, chance) => at(bytes, chance, utf8('"'.repeat(1_000_000 + chance.number(2)))), CSV),
  ofBytes(
    'very many bytes that are no letters',
    (bytes, chance) =>
      at(
        bytes,
        chance,
        Uint8Array.from({ length: 1_000_000 }, () => 128 + chance.number(128)),
      ),
    CSV,
  ),
  ofBytes(
    'marks of encodings within',
    (bytes, chance) =>
      at(
        bytes,
        chance,
        Uint8Array.from(
          chance.one([
            [0xff, 0xfe],
            [0xfe, 0xff],
            [0xef, 0xbb, 0xbf],
          ]),
        ),
      ),
    CSV,
  ),
  ofBytes(
    'odd lines about the separator',
    (bytes, chance) =>
      joined(utf8(chance.one(['sep=\n', 'sep="\n', '"sep=""\n', 'sep=\0\n', 'sep=ab\n', 'sep= \n', 'sep=\u20ac\n'])), bytes),
    CSV,
  ),
  ofBytes('very long words before a separator', (bytes) => joined(utf8('a'.repeat(1_000_000)), bytes), CSV),
  ofBytes(
    'beginnings of markup',
    (bytes, chance) =>
      joined(
        utf8(chance.one(['<!--', '<?xml ', '<!-- -->'.repeat(400), '<', '<a'.repeat(2000), ' '.repeat(5000), 'A:'.repeat(2000)])),
        bytes,
      ),
    CSV,
  ),
];

export const OLD_DAMAGES: readonly Damage[] = [...COMPOUND, ...TEXTS];
