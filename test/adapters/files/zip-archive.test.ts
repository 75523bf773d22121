import { pack, readZip, unpack, writeZip, type ZipEntry } from '../../../src/adapters/files/package/zip-archive';
import { checksum } from '../../../src/adapters/files/package/checksum';
import { FileRefusal } from '../../../src/adapters/files/file-refusal';
import { parsedZip, zipBytes } from '../../damaged-files/zip-model';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function stored(path: string, text: string, crc = checksum(utf8(text))): ZipEntry {
  return { path, method: 0, crc, size: utf8(text).length, packed: utf8(text), time: 0, date: 33 };
}

const NONE = 0xffffffff;

/** Numbers as a zip container holds them, each with its number of bytes. */
function fields(...values: readonly (readonly [value: number, bytes: number])[]): Uint8Array {
  return Uint8Array.from(values.flatMap(([value, bytes]) => Array.from({ length: bytes }, (_, at) => Math.floor(value / 256 ** at) % 256)));
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

interface Wide {
  /** What the end record of 64 bits says, where it does not say the truth. */
  readonly count?: number;
  readonly offset?: number;
  /** Which fields of the central directory are wide: size, packed size, place. */
  readonly inExtra?: readonly [boolean, boolean, boolean];
}

/** A container whose sizes, places and counts are of 64 bits, as streaming programs write them. */
function wideZip(entries: readonly ZipEntry[], { count, offset, inExtra = [true, true, true] }: Wide = {}): Uint8Array {
  let body: Uint8Array = new Uint8Array();
  const directory = entries.map(({ path, method, crc, size, packed }) => {
    const place = body.length;
    const head = [
      [20, 2],
      [0x0800, 2],
      [method, 2],
      [0, 2],
      [33, 2],
      [crc, 4],
    ] as const;
    const name = utf8(path);
    const extra = fields([1, 2], [16, 2], [size, 8], [packed.length, 8]);
    body = joined(body, fields([0x04034b50, 4], ...head, [NONE, 4], [NONE, 4], [name.length, 2], [extra.length, 2]), name, extra, packed);
    const values = [size, packed.length, place];
    const wide = values.filter((_, at) => inExtra[at]).map((value) => [value, 8] as const);
    // A field of another program stands before it, which must be passed over.
    const more = joined(fields([0x5455, 2], [5, 2], [7, 5]), fields([1, 2], [wide.length * 8, 2], ...wide));
    const [shownSize, shownPacked, shownPlace] = values.map((value, at) => (inExtra[at] === true ? NONE : value));
    return joined(
      fields([0x02014b50, 4], [45, 2], ...head, [shownPacked ?? 0, 4], [shownSize ?? 0, 4], [name.length, 2], [more.length, 2]),
      fields([0, 2], [0, 2], [0, 2], [0, 4], [shownPlace ?? 0, 4]),
      name,
      more,
    );
  });
  const list = joined(...directory);
  const [start, total] = [offset ?? body.length, count ?? entries.length];
  const wideEnd = fields([0x06064b50, 4], [44, 8], [45, 2], [45, 2], [0, 4], [0, 4], [total, 8], [total, 8], [list.length, 8], [start, 8]);
  const locator = fields([0x07064b50, 4], [0, 4], [body.length + list.length, 8], [1, 4]);
  const end = fields([0x06054b50, 4], [NONE, 4], [0xffff, 2], [0xffff, 2], [NONE, 4], [NONE, 4], [0, 2]);
  return joined(body, list, wideEnd, locator, end);
}

async function texts(bytes: Uint8Array): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [path, entry] of readZip(bytes)) found[path] = new TextDecoder().decode(await unpack(entry));
  return found;
}

const reasonOf = (bytes: Uint8Array): Promise<string> =>
  texts(bytes).then(
    () => 'opened',
    (error: unknown) => (error instanceof FileRefusal ? error.reason : String(error)),
  );

/** The bytes with another text of the same length at the nth place where the first one stands. */
function swapped(bytes: Uint8Array, from: string, to: string, nth = 0): Uint8Array {
  const buffer = Buffer.from(bytes);
  let at = buffer.indexOf(from);
  for (let index = 0; index < nth; index++) at = buffer.indexOf(from, at + 1);
  buffer.write(to, at);
  return new Uint8Array(buffer);
}

describe('the zip container', () => {
  const TWO = { 'a.xml': 'one', 'folder/b.xml': 'two '.repeat(50) };
  const packed = (): Promise<ZipEntry[]> => Promise.all(Object.entries(TWO).map(([path, text]) => pack(path, utf8(text))));

  it.each([
    [true, true, true],
    [false, false, true],
    [true, false, false],
    [false, true, false],
  ] as const)('sizes of 64 bits: size %s, packed size %s, place %s', async (...inExtra) => {
    expect(await texts(wideZip(await packed(), { inExtra }))).toEqual(TWO);
    expect(await texts(wideZip([stored('a.xml', 'one')], { inExtra }))).toEqual({ 'a.xml': 'one' });
  });

  it.each<readonly [what: string, wide: Wide, reason: string]>([
    ['more entries than there are', { count: 3 }, 'damaged'],
    ['more entries than any workbook has', { count: 2 ** 40 }, 'too big'],
    ['a directory beyond the file', { offset: 2 ** 52 }, 'damaged'],
    ['a directory where there is none', { offset: 1 }, 'damaged'],
  ])('an end record of 64 bits that names %s', async (_, wide, reason) => {
    expect(await reasonOf(wideZip(await packed(), wide))).toBe(reason);
  });

  it('a wide size without the field that holds it', async () => {
    const bytes = swapped(wideZip([stored('a.xml', 'one')]), '\u0001\u0000\u0018\u0000', '\u0002\u0000\u0018\u0000');
    expect(await reasonOf(bytes)).toBe('too big');
  });

  it('every cut of a container with wide sizes', async () => {
    const bytes = wideZip(await packed());
    for (let length = 0; length < bytes.length; length++) expect(await reasonOf(bytes.subarray(0, length))).not.toBe('opened');
  });

  it('a text in pieces of all sizes, those beyond a batch and the smallest by turns, as it was given', async () => {
    const lengths = [1, 300_000, 7, 90_000, 2, 250_000, 40_000, 40_000, 40_000, 3, 100_000, 87_382, 87_381, 5];
    const pieces = Array.from({ length: 140 }, (_, index) => `${String(index)}:é€𝄞`.padEnd(lengths[index % lengths.length] ?? 0, 'abcdef'));
    const entry = await pack('a.xml', pieces);
    expect(await texts(writeZip([entry]))).toEqual({ 'a.xml': pieces.join('') });
    expect(entry).toMatchObject({ size: utf8(pieces.join('')).length, crc: checksum(utf8(pieces.join(''))) });
  });

  it('stored entries whose bytes are not those that were stored', async () => {
    expect(await texts(writeZip([stored('a.xml', 'Support 1000')]))).toEqual({ 'a.xml': 'Support 1000' });
    expect(await reasonOf(swapped(writeZip([stored('a.xml', 'Support 1000')]), '1000', '9000'))).toBe('damaged');
    expect(await reasonOf(writeZip([{ ...stored('a.xml', 'Support 1000'), size: 7 }]))).toBe('damaged');
  });

  it('an entry that is called otherwise in its two places', async () => {
    const bytes = writeZip(await packed());
    expect(await reasonOf(swapped(bytes, 'a.xml', 'c.xml', 0))).toBe('damaged');
    expect(await reasonOf(swapped(bytes, 'a.xml', 'c.xml', 1))).toBe('damaged');
  });

  it('two entries of one name are one when they hold the same, and nobody can choose when they do not', async () => {
    expect(await texts(writeZip([stored('a.xml', 'one'), stored('a.xml', 'one')]))).toEqual({ 'a.xml': 'one' });
    expect(await reasonOf(writeZip([stored('a.xml', 'one'), stored('a.xml', 'two')]))).toBe('damaged');
  });

  it.each(['method', 'crc', 'packedSize', 'size'] as const)('an entry whose %s is another in its two places', async (field) => {
    const zip = parsedZip(writeZip(await packed()));
    const head = zip.parts[1]?.local;
    if (head === undefined) throw new Error('There is no second entry.');
    head[field] += 1;
    expect(await reasonOf(zipBytes(zip))).toBe('damaged');
    // Where the values follow the bytes, those before them are 0.
    if (field !== 'method') {
      head[field] = 0;
      expect(await texts(zipBytes(zip))).toEqual(TWO);
    }
  });

  it('fewer entries counted than there are', async () => {
    const zip = parsedZip(writeZip(await packed()));
    zip.end.count = 1;
    expect(await reasonOf(zipBytes(zip))).toBe('damaged');
  });

  it('a second container in the comment of the first; a comment that only looks like one is none', async () => {
    const zip = parsedZip(writeZip(await packed()));
    const second = parsedZip(writeZip([stored('a.xml', 'two')]));
    zip.end.comment = zipBytes(second, zipBytes(zip).length);
    expect(await reasonOf(zipBytes(zip))).toBe('damaged');
    zip.end.comment = utf8('PK\u0005\u0006 was here');
    expect(await texts(zipBytes(zip))).toEqual(TWO);
  });

  it('the checksum of the standard', () => {
    expect(checksum(utf8('123456789'))).toBe(0xcbf43926);
    expect(checksum(new Uint8Array())).toBe(0);
  });
});
