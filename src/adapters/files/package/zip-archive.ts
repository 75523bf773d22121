import { FileRefusal } from '../file-refusal';
import { checksum } from './checksum';
import { NO_SIZE, directoryOf, wideSizes } from './zip64';

/**
 * The zip container of a workbook. Entries stay packed until they are needed, and an entry that was not changed is written
 * back with the same bytes. Sizes of 64 bits are read, as some programs write them for small files too. Not handled, because no
 * workbook program writes them: several disks, methods other than stored and deflate, and encrypted entries.
 */
export interface ZipEntry {
  readonly path: string;
  /** 0 stored, 8 deflate. */
  readonly method: number;
  readonly crc: number;
  /** Bytes once unpacked, as declared; unpacking stops at it. */
  readonly size: number;
  readonly packed: Uint8Array;
  /** MS-DOS date and time, as the container keeps them. */
  readonly time: number;
  readonly date: number;
}

/** A file larger than this is not opened. */
export const MAX_FILE = 100 * 1024 * 1024;
const MAX_ENTRIES = 10_000;
const MAX_UNPACKED = 300 * 1024 * 1024;
/** A sheet of repeated words compresses well; above this ratio and above the minimum size it is taken for an attack, not a sheet. */
const MAX_RATIO = 100;
const RATIO_FLOOR = 20 * 1024 * 1024;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** Lists the entries without unpacking any; throws a `FileRefusal` for what is damaged or too large. */
export function readZip(bytes: Uint8Array): Map<string, ZipEntry> {
  if (bytes.length > MAX_FILE) throw new FileRefusal('too big');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  const { count, offset } = directoryOf(view, end);
  if (count > MAX_ENTRIES) throw new FileRefusal('too big');
  const entries = new Map<string, ZipEntry>();
  let at = offset;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw new FileRefusal('damaged');
    const nameLength = view.getUint16(at + 28, true);
    const entry = readEntry(bytes, view, at, nameLength);
    if (!entry.path.endsWith('/')) addEntry(entries, entry);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  // An entry more than were counted: each program takes the one number or the other.
  if (at + 4 <= end && view.getUint32(at, true) === CENTRAL) throw new FileRefusal('damaged');
  checkSizes(entries);
  return entries;
}

/** Of two entries under one name each program takes the one it likes; unless they are the same, nobody can say which was meant. */
function addEntry(entries: Map<string, ZipEntry>, entry: ZipEntry): void {
  const before = entries.get(entry.path);
  if (before !== undefined && (before.crc !== entry.crc || before.size !== entry.size)) throw new FileRefusal('damaged');
  entries.set(entry.path, entry);
}

/** Where the end record begins. One that stands in the comment of another is a second directory, and nobody can say which was meant. */
function endRecord(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  let last: number | null = null;
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) !== END) continue;
    if (last === null) last = at;
    else if (at + 22 + view.getUint16(at + 20, true) >= last + 22) throw new FileRefusal('damaged');
  }
  if (last === null) throw new FileRefusal('damaged');
  return last;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, nameLength: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const { packedSize, size, local } = wideSizes(view, at, nameLength);
  if (packedSize === NO_SIZE || size === NO_SIZE || local === NO_SIZE) throw new FileRefusal('too big');
  if ((flags & 1) === 1) throw new FileRefusal('encrypted');
  if (method !== 0 && method !== 8) throw new FileRefusal('damaged');
  if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) throw new FileRefusal('damaged');
  const name = bytes.subarray(at + 46, at + 46 + nameLength);
  // The name stands twice; a program that goes by the other one would find another part.
  const nameThere = bytes.subarray(local + 30, local + 30 + view.getUint16(local + 26, true));
  if (!isSame(name, nameThere) || !isAlike(view, at, local)) throw new FileRefusal('damaged');
  const start = local + 30 + nameThere.length + view.getUint16(local + 28, true);
  if (start + packedSize > bytes.length) throw new FileRefusal('damaged');
  return {
    path: new TextDecoder().decode(name).replaceAll('\\', '/'),
    method,
    crc: view.getUint32(at + 16, true),
    size,
    packed: bytes.subarray(start, start + packedSize),
    time: view.getUint16(at + 12, true),
    date: view.getUint16(at + 14, true),
  };
}

/**
 * Whether the two headers of an entry say the same of its bytes. A program that reads from the beginning goes by the first of them. Fields that are 0 there, as
 * their values follow the bytes, and those of 64 bits say nothing.
 * @param at where the entry of the directory begins. @param local where the header before the bytes does.
 */
function isAlike(view: DataView, at: number, local: number): boolean {
  if (view.getUint16(local + 8, true) !== view.getUint16(at + 10, true)) return false;
  return [14, 18, 22].every((field) => {
    const [before, listed] = [view.getUint32(local + field, true), view.getUint32(at + field + 2, true)];
    return before === listed || before === 0 || before === NO_SIZE || listed === NO_SIZE;
  });
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

function checkSizes(entries: ReadonlyMap<string, ZipEntry>): void {
  let unpacked = 0;
  let packed = 0;
  for (const entry of entries.values()) {
    unpacked += entry.size;
    packed += entry.packed.length;
    if (isCompressedTooMuch(entry.size, entry.packed.length)) throw new FileRefusal('inflates too far');
  }
  if (unpacked > MAX_UNPACKED) throw new FileRefusal('too big');
  if (isCompressedTooMuch(unpacked, packed)) throw new FileRefusal('inflates too far');
}

function isCompressedTooMuch(unpacked: number, packed: number): boolean {
  return unpacked > RATIO_FLOOR && unpacked > packed * MAX_RATIO;
}

/** The entry's bytes. A stream that is longer than declared, cut short or altered is a `FileRefusal`. */
export async function unpack(entry: ZipEntry): Promise<Uint8Array> {
  if (entry.method === 0) {
    if (entry.packed.length !== entry.size || checksum(entry.packed) !== entry.crc) throw new FileRefusal('damaged');
    return entry.packed;
  }
  // Wrapped as gzip, because the platform then checks the checksum and the length in its trailer.
  const framed = new Uint8Array(entry.packed.length + 18);
  framed.set([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
  framed.set(entry.packed, 10);
  const view = new DataView(framed.buffer);
  view.setUint32(framed.length - 8, entry.crc, true);
  view.setUint32(framed.length - 4, entry.size, true);
  const plain = await through(framed, new DecompressionStream('gzip'), entry.size);
  if (plain.length !== entry.size) throw new FileRefusal('damaged');
  return plain;
}

/** A new entry for these bytes, or for a text in pieces, packed with deflate while its pieces are made. */
export async function pack(path: string, content: Uint8Array | Iterable<string>): Promise<ZipEntry> {
  const stream = new CompressionStream('gzip');
  const reading = readAll(stream, Number.MAX_SAFE_INTEGER);
  const writer = stream.writable.getWriter();
  let size = 0;
  let taken: Promise<unknown> = Promise.resolve();
  for (const bytes of content instanceof Uint8Array ? [new Uint8Array(content)] : encoded(content)) {
    size += bytes.length;
    await taken;
    // An error is that of `reading` too.
    taken = writer.write(bytes).catch(() => undefined);
  }
  writer.close().catch(() => undefined);
  const gzip = await reading;
  const view = new DataView(gzip.buffer, gzip.byteOffset, gzip.byteLength);
  return {
    path,
    method: 8,
    crc: view.getUint32(gzip.length - 8, true),
    size,
    // The platform writes gzip with the plain header of ten bytes and a trailer of eight.
    packed: gzip.subarray(10, gzip.length - 8),
    time: 0,
    date: 33,
  };
}

/** Bytes that are packed at once: few calls, and never a second copy of a large part. */
const BATCH = 1 << 18;
/**
 * So many batches have memory of their own, by turns. Not a new one each time: V8 goes through the whole heap whenever 64 MB of them are left
 * behind. By the standard two would do, since a batch is packed once its writing is settled; four allow for a platform that settles the
 * writing of a small batch while it still waits to be packed.
 */
const BATCHES_KEPT = 4;

/** The pieces in UTF-8, in batches of about `BATCH` bytes. A batch is valid until `BATCHES_KEPT` further ones were asked for. */
function* encoded(pieces: Iterable<string>): Generator<Uint8Array<ArrayBuffer>, void> {
  const encoder = new TextEncoder();
  const kept: Uint8Array<ArrayBuffer>[] = [];
  let made = 0;
  const nextBatch = (): Uint8Array<ArrayBuffer> => (kept[made++ % BATCHES_KEPT] ??= new Uint8Array(BATCH));
  let batch = nextBatch();
  let used = 0;
  for (const piece of pieces) {
    // No character of a piece takes more than three bytes of UTF-8.
    const most = piece.length * 3;
    if (used + most > BATCH && used > 0) {
      yield batch.subarray(0, used);
      [batch, used] = [nextBatch(), 0];
    }
    if (most > BATCH) yield encoder.encode(piece);
    else used += encoder.encodeInto(piece, batch.subarray(used)).written;
  }
  if (used > 0) yield batch.subarray(0, used);
}

async function through(bytes: Uint8Array, stream: DecompressionStream, limit: number): Promise<Uint8Array> {
  const writer = stream.writable.getWriter();
  // Both promises fail when reading fails; the failure is reported there.
  writer.write(new Uint8Array(bytes)).catch(() => undefined);
  writer.close().catch(() => undefined);
  return readAll(stream, limit);
}

async function readAll({ readable }: CompressionStream | DecompressionStream, limit: number): Promise<Uint8Array> {
  const reader = readable.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const next = await reader.read();
      if (next.done) break;
      length += next.value.length;
      if (length > limit) throw new FileRefusal('inflates too far');
      chunks.push(next.value);
    }
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    throw error instanceof FileRefusal ? error : new FileRefusal('damaged', { cause: error });
  }
  return joined(chunks, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** The container's bytes, entries in the order given; `[Content_Types].xml` belongs first. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const names = entries.map((entry) => new TextEncoder().encode(entry.path));
  const total = entries.reduce((sum, entry, index) => sum + 76 + 2 * (names[index]?.length ?? 0) + entry.packed.length, 22);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  const offsets: number[] = [];
  let at = 0;
  entries.forEach((entry, index) => {
    const name = names[index] ?? new Uint8Array();
    offsets.push(at);
    view.setUint32(at, LOCAL, true);
    writeHead(view, at + 4, entry, name.length);
    bytes.set(name, at + 30);
    bytes.set(entry.packed, at + 30 + name.length);
    at += 30 + name.length + entry.packed.length;
  });
  const directory = at;
  entries.forEach((entry, index) => {
    const name = names[index] ?? new Uint8Array();
    view.setUint32(at, CENTRAL, true);
    view.setUint16(at + 4, 20, true);
    writeHead(view, at + 6, entry, name.length);
    view.setUint32(at + 42, offsets[index] ?? 0, true);
    bytes.set(name, at + 46);
    at += 46 + name.length;
  });
  view.setUint32(at, END, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}

/** The 26 bytes that the local and the central header share. */
function writeHead(view: DataView, at: number, entry: ZipEntry, nameLength: number): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, 0x0800, true); // names are UTF-8
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 6, entry.time, true);
  view.setUint16(at + 8, entry.date, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, nameLength, true);
}
