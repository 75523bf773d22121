import { deflateRawSync } from 'node:zlib';
import { checksum } from '../../src/adapters/files/package/checksum';
import type { Chance } from '../life/chance';
import type { Damage, Promised } from './damage';
import { ZIPPED } from './originals';
import { type ZipHead, type ZipModel, type ZipPart, contentOf, fields, joined, parsedZip, partOf, utf8, zipBytes } from './zip-model';

type Change = (zip: ZipModel, chance: Chance) => ZipModel | Uint8Array;

function ofContainer(what: string, change: Change, promised: Promised = 'same or said'): Damage {
  return {
    what,
    of: ZIPPED,
    promised: () => promised,
    make: ({ bytes }, chance) => {
      const changed = change(parsedZip(bytes), chance);
      return changed instanceof Uint8Array ? changed : zipBytes(changed);
    },
  };
}

/** One entry's two headers made to say something else. */
function ofHead(what: string, alter: (part: ZipPart, chance: Chance) => void, promised?: Promised): Damage {
  return ofContainer(
    what,
    (zip, chance) => {
      alter(chance.one(zip.parts), chance);
      return zip;
    },
    promised,
  );
}

/** Another number than a field has. */
function otherNumber(value: number, chance: Chance): number {
  return chance.one([0, 1, value + 1, Math.max(0, value - 1), value * 2, 0x7fffffff, 0xffffffff].filter((number) => number !== value));
}

/** A part that says something else, as it would be if somebody had written it so. */
function otherContent(part: ZipPart): Uint8Array {
  const text = Buffer.from(contentOf(part))
    .toString('latin1')
    .replace(/hub|Open|Lead|Commitment/g, 'xyz');
  return new Uint8Array(Buffer.from(text === '' ? 'x' : text, 'latin1'));
}

/** A part that is read, rather than a picture or a list of types. */
function readPart(zip: ZipModel, chance: Chance): ZipPart {
  return chance.one(zip.parts.filter(({ central }) => /sheet1|sharedStrings|content\.xml|document\.xml$/.test(central.name)));
}

const BOMB = new Uint8Array(64 * 1024 * 1024).fill(32);
let packedBomb: Uint8Array | null = null;
const bomb = (): Uint8Array => (packedBomb ??= new Uint8Array(deflateRawSync(BOMB)));

function bombPart(name: string, size: number): ZipPart {
  const packed = bomb();
  const head: ZipHead = { ...partOf(name, utf8('x')).central, crc: checksum(BOMB.subarray(0, 1)), packedSize: packed.length, size };
  return { local: { ...head }, central: { ...head }, packed, after: new Uint8Array(), place: null };
}

/** A whole container after another, as bytes of the first one's comment, or behind its end. */
function withSecond(zip: ZipModel, chance: Chance, isComment: boolean): Uint8Array {
  const first = zipBytes(zip);
  const part = readPart(zip, chance);
  const second = zipBytes(
    { ...zip, parts: zip.parts.map((one) => (one === part ? partOf(one.central.name, otherContent(one)) : one)) },
    first.length,
  );
  if (!isComment) return joined(first, second);
  return zipBytes({ ...zip, end: { ...zip.end, comment: second } });
}

const HEAD_FIELDS = ['method', 'crc', 'packedSize', 'size'] as const;

export const ZIP_DAMAGES: readonly Damage[] = [
  ...HEAD_FIELDS.flatMap((field) => [
    ofHead(`an entry whose local header has another ${field}`, ({ local }, chance) => {
      local[field] = field === 'method' ? chance.one([0, 1, 9, 12, 99]) : otherNumber(local[field], chance);
    }),
    ofHead(`an entry whose directory has another ${field}`, ({ central }, chance) => {
      central[field] = field === 'method' ? chance.one([0, 1, 9, 12, 99]) : otherNumber(central[field], chance);
    }),
    ofHead(`an entry both of whose headers have another ${field}`, ({ local, central }, chance) => {
      local[field] = field === 'method' ? chance.one([0, 1, 9, 12, 99]) : otherNumber(local[field], chance);
      central[field] = local[field];
    }),
  ]),
  ofHead('an entry that is called otherwise in its local header', ({ local }, chance) => {
    local.name = chance.one([`${local.name}x`, local.name.toUpperCase(), '', `/${local.name}`, '../x']);
  }),
  ofHead('an entry that is called otherwise in the directory', ({ central }, chance) => {
    central.name = chance.one([`${central.name}x`, central.name.toUpperCase(), '', `/${central.name}`, '../x']);
  }),
  ofHead('an entry that is said to be encrypted', ({ local, central }) => {
    local.flags |= 1;
    central.flags |= 1;
  }),
  ofHead('an entry that is said to be encrypted in its local header', ({ local }) => {
    local.flags |= 1;
  }),
  ofContainer('two entries of one name with other contents', (zip, chance) => {
    const part = readPart(zip, chance);
    const other = partOf(part.central.name, otherContent(part));
    return { ...zip, parts: chance.happens(0.5) ? [...zip.parts, other] : [other, ...zip.parts] };
  }),
  ofContainer('two entries whose names differ in case, with other contents', (zip, chance) => {
    const part = readPart(zip, chance);
    const other = partOf(part.central.name.toUpperCase(), otherContent(part));
    return { ...zip, parts: chance.happens(0.5) ? [...zip.parts, other] : [other, ...zip.parts] };
  }),
  ofContainer('two entries whose names differ in their slashes, with other contents', (zip, chance) => {
    const part = readPart(zip, chance);
    return { ...zip, parts: [...zip.parts, partOf(part.central.name.replaceAll('/', '\\'), otherContent(part))] };
  }),
  ofContainer(
    'an entry that lies within the bytes of another',
    (zip, chance) => {
      const [outer, inner] = [chance.one(zip.parts), readPart(zip, chance)];
      if (outer === inner) return zip;
      const inside = zipBytes({ ...zip, parts: [inner] });
      const other = partOf(outer.central.name, inside, 0);
      const parts = zip.parts.map((part) => (part === outer ? other : part));
      const places = zipBytes({ ...zip, parts });
      inner.place = Buffer.from(places).indexOf(inside);
      return { ...zip, parts: parts.filter((part) => part !== inner).concat(inner) };
    },
    'answer',
  ),
  ofContainer('an entry whose bytes go on over the next ones', (zip, chance) => {
    const { local, central } = chance.one(zip.parts);
    central.packedSize += 30 + chance.number(400);
    local.packedSize = central.packedSize;
    return zip;
  }),
  ofContainer('an entry that the directory says to begin at another', (zip, chance) => {
    chance.one(zip.parts).place = chance.one([0, 1, 4, 0x7fffffff, 0xfffffff0]);
    return zip;
  }),
  ofContainer('another count of entries', (zip, chance) => {
    zip.end.count = chance.one([0, 1, zip.parts.length - 1, zip.parts.length + 1, 10_001, 0xfffe, 0xffff]);
    return zip;
  }),
  ofContainer('another place of the directory', (zip, chance) => {
    const length = zipBytes(zip).length;
    zip.end.offset = chance.one([0, 1, length - 22, length, 0x7fffffff, 0xffffffff]);
    return zip;
  }),
  ofContainer('another size of the directory', (zip, chance) => {
    zip.end.size = chance.one([0, 1, 0x7fffffff, 0xffffffff]);
    return zip;
  }),
  ofContainer('the entries of the directory in another order', (zip, chance) => ({ ...zip, parts: chance.inAnyOrder(zip.parts) }), 'same'),
  ofContainer('an entry left out of the directory', (zip, chance) => {
    const whole = zipBytes(zip);
    const left = readPart(zip, chance);
    const data = Buffer.from(whole);
    const at = data.lastIndexOf(Buffer.concat([utf8(left.central.name)])) - 46;
    const end = at + 46 + utf8(left.central.name).length;
    const made = joined(whole.subarray(0, at), whole.subarray(end));
    const count = fields([zip.parts.length - 1, 2], [zip.parts.length - 1, 2]);
    made.set(count, made.length - 14);
    return made;
  }),
  ofContainer('data descriptors', descriptors, 'same'),
  ofContainer('data descriptors that say something else', (zip) => {
    const made = descriptors(zip);
    for (const part of made.parts) part.after = fields([0x08074b50, 4], [1, 4], [2, 4], [3, 4]);
    return made;
  }),
  ofContainer(
    'extra fields, a comment and stored entries',
    (zip, chance) => ({
      ...zip,
      parts: zip.parts.map((part) => {
        const made = partOf(part.central.name, contentOf(part), chance.happens(0.5) ? 0 : 8);
        made.local.extra = fields([0x5455, 2], [5, 2], [7, 5]);
        made.central.extra = fields([0x5455, 2], [5, 2], [7, 5]);
        return made;
      }),
      end: { ...zip.end, comment: utf8('made by a program') },
    }),
    'same',
  ),
  ofContainer('an extra field that is longer than it can be', (zip, chance) => {
    chance.one(zip.parts).central.extra = fields([1, 2], [0xffff, 2], [0, 8]);
    return zip;
  }),
  ofContainer('sizes of 64 bits that are absurd', (zip, chance) => {
    const { central } = chance.one(zip.parts);
    central.size = 0xffffffff;
    central.extra = fields([1, 2], [8, 2], [chance.one([0, 1, 2 ** 40, 2 ** 52]), 8]);
    return zip;
  }),
  ofContainer('a second container in the comment of the first', (zip, chance) => withSecond(zip, chance, true)),
  ofContainer('a second container behind the first', (zip, chance) => withSecond(zip, chance, false), 'answer'),
  ofContainer('a comment with the mark of an end record', (zip, chance) => {
    zip.end.comment = joined(utf8('PK\u0005\u0006'), new Uint8Array(chance.number(60)));
    return zip;
  }),
  ofContainer('a part that unpacks to 64 MB, and says so', (zip, chance) => ({
    ...zip,
    parts: [...zip.parts, bombPart(chance.one(['xl/media/a.xml', 'word/media/a.xml', 'Pictures/a']), BOMB.length)],
  })),
  ofContainer('a part that is read and unpacks to 64 MB, where it says less', (zip, chance) => {
    const part = readPart(zip, chance);
    const other = bombPart(part.central.name, chance.one([10, part.central.size, 19 * 1024 * 1024]));
    return { ...zip, parts: zip.parts.map((one) => (one === part ? other : one)) };
  }),
  ofContainer('500 parts that say to unpack to 19 MB each', (zip) => ({
    ...zip,
    parts: [...zip.parts, ...Array.from({ length: 500 }, (_, index) => saysMuch(`x/${String(index)}.xml`))],
  })),
  ofContainer('12,000 entries', (zip) => ({
    ...zip,
    parts: [...zip.parts, ...Array.from({ length: 12_000 }, (_, index) => partOf(`x/${String(index)}.xml`, utf8('x'), 0))],
  })),
  ofContainer('an entry that is there 300 times', (zip, chance) => {
    const part = readPart(zip, chance);
    return { ...zip, parts: [...zip.parts, ...Array<ZipPart>(300).fill(part)] };
  }),
];

function saysMuch(name: string): ZipPart {
  const part = partOf(name, utf8('x'), 0);
  part.central.size = part.local.size = 19 * 1024 * 1024;
  return part;
}

/** As programs write that do not know the sizes beforehand. */
function descriptors(zip: ZipModel): ZipModel {
  for (const { local, central } of zip.parts) {
    local.flags |= 8;
    central.flags |= 8;
    Object.assign(local, { crc: 0, packedSize: 0, size: 0 });
  }
  return {
    ...zip,
    parts: zip.parts.map((part) => {
      const { crc, packedSize, size } = part.central;
      return { ...part, after: fields([0x08074b50, 4], [crc, 4], [packedSize, 4], [size, 4]) };
    }),
  };
}
