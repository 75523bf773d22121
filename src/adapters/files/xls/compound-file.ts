import { FileRefusal } from '../file-refusal';
import { ByteView } from './byte-view';
import { textOfUnits } from './biff-text';

/** What the directory says of one stream or storage ([MS-CFB] 2.6.1). */
interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const STREAM = 2;
const ENTRY_SIZE = 128;
const MINI_SECTOR = 64;
/** Streams below this size lie in the mini stream ([MS-CFB] 2.2); the header repeats it. */
const MINI_CUTOFF = 4096;
const HEADER_SIZE = 512;
/** The first number that is no sector ([MS-CFB] 2.1). */
const LAST_SECTOR = 0xfffffffa;
const END_OF_CHAIN = 0xfffffffe;
const NO_ENTRY = 0xffffffff;

/** Whether the bytes begin as a compound file does ([MS-CFB] 2.2). */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte);
}

/**
 * An OLE compound file ([MS-CFB]): a small file system in a file. Only what lies in its root is looked at: storages in it belong to embedded
 * objects. Whatever a lying table says, a chain is followed for as many sectors as the file has at most.
 */
export class CompoundFile {
  private readonly view: ByteView;
  private readonly sectorSize: number;
  private readonly sectorCount: number;
  /** The sectors that hold the table of chains. */
  private readonly tableSectors: readonly number[];
  private readonly miniTableStart: number;
  private readonly root: Entry;
  /** Streams of the root by their names in capitals; storages are absent. */
  private readonly streams = new Map<string, Entry>();

  /** @throws FileRefusal (damaged) where the header or the directory cannot be read. */
  constructor(bytes: Uint8Array) {
    this.view = ByteView.of(bytes);
    const header = this.view.part(0, HEADER_SIZE);
    const shift = header.u16(30);
    // The mark of the byte order is not asked: numbers are least byte first even where a program wrote the mark the other way round.
    if (shift !== 9 && shift !== 12) throw new FileRefusal('damaged');
    this.sectorSize = 1 << shift;
    this.sectorCount = Math.max(0, Math.ceil(bytes.length / this.sectorSize) - 1);
    this.tableSectors = this.listTableSectors(header);
    this.miniTableStart = header.u32(60);
    const directory = ByteView.of(this.chain(header.u32(48), null));
    this.root = entryAt(directory, 0);
    for (const entry of childrenOf(directory, this.root)) {
      if (entry.kind !== STREAM) continue;
      const name = entry.name.toUpperCase();
      // Of two streams of one name nobody can say which one counts.
      if (this.streams.has(name)) throw new FileRefusal('damaged');
      this.streams.set(name, entry);
    }
  }

  /** Whether the root holds a stream of that name; names do not differ by case ([MS-CFB] 2.6.4). */
  has(name: string): boolean {
    return this.streams.has(name.toUpperCase());
  }

  /**
   * The bytes of a stream of the root; null where there is none. A file that is cut off in its last sector gives as many as it has.
   * @throws FileRefusal (damaged) where more is missing.
   */
  stream(name: string): Uint8Array | null {
    const entry = this.streams.get(name.toUpperCase());
    if (entry === undefined) return null;
    if (entry.size === 0) return new Uint8Array();
    return entry.size < MINI_CUTOFF ? this.miniStream(entry) : this.chain(entry.start, entry.size);
  }

  private listTableSectors(header: ByteView): number[] {
    const found: number[] = [];
    const take = (view: ByteView, from: number, count: number): void => {
      for (let index = 0; index < count; index += 1) {
        const sector = view.u32(from + index * 4);
        if (sector < LAST_SECTOR) found.push(sector);
      }
    };
    take(header, 76, 109);
    const perSector = this.sectorSize / 4 - 1;
    let next = header.u32(68);
    for (let steps = 0; next < LAST_SECTOR; steps += 1) {
      if (steps > this.sectorCount) throw new FileRefusal('damaged');
      const sector = this.sector(next);
      take(sector, 0, perSector);
      next = sector.u32(perSector * 4);
    }
    return found;
  }

  /** The last sector of a file may be cut off behind what it holds. */
  private sector(number: number): ByteView {
    const from = (number + 1) * this.sectorSize;
    if (number >= this.sectorCount) throw new FileRefusal('damaged');
    return this.view.part(from, Math.min(from + this.sectorSize, this.view.length));
  }

  private nextSector(sector: number): number {
    const perSector = this.sectorSize / 4;
    const table = this.tableSectors[Math.floor(sector / perSector)];
    if (table === undefined) throw new FileRefusal('damaged');
    return this.sector(table).u32((sector % perSector) * 4);
  }

  /**
   * The bytes of a chain. What a cut-off last sector of the file lacks, they lack too; in the middle of a chain that is damage.
   * @param size in bytes; null for all sectors of the chain.
   */
  private chain(start: number, size: number | null): Uint8Array {
    if (size !== null && size > this.view.length) throw new FileRefusal('damaged');
    const count = size === null ? null : Math.ceil(size / this.sectorSize);
    const sectors: Uint8Array[] = [];
    for (let at = start; at !== END_OF_CHAIN; at = this.nextSector(at)) {
      const before = sectors.at(-1)?.length ?? this.sectorSize;
      if (sectors.length > this.sectorCount || before < this.sectorSize) throw new FileRefusal('damaged');
      sectors.push(this.sector(at).bytes());
      if (sectors.length === count) break;
    }
    if (count !== null && sectors.length < count) throw new FileRefusal('damaged');
    return joinedBytes(sectors).subarray(0, size ?? undefined);
  }

  private miniStream({ start, size }: Entry): Uint8Array {
    const table = ByteView.of(this.chain(this.miniTableStart, null));
    const whole = ByteView.of(this.chain(this.root.start, null));
    const sectors: Uint8Array[] = [];
    for (let at = start; sectors.length * MINI_SECTOR < size; at = table.u32(at * 4)) {
      const from = at * MINI_SECTOR;
      if ((sectors.at(-1)?.length ?? MINI_SECTOR) < MINI_SECTOR) throw new FileRefusal('damaged');
      sectors.push(whole.bytes(from, Math.min(from + MINI_SECTOR, whole.length)));
    }
    return joinedBytes(sectors).subarray(0, size);
  }
}

function joinedBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** The entries directly in a storage, whose siblings are a binary tree; its order is not relied on. */
function childrenOf(directory: ByteView, storage: Entry): Entry[] {
  const found: Entry[] = [];
  const seen = new Set<number>();
  const open = [storage.child];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (index === NO_ENTRY) continue;
    if (seen.has(index)) throw new FileRefusal('damaged');
    seen.add(index);
    const entry = entryAt(directory, index);
    found.push(entry);
    open.push(entry.left, entry.right);
  }
  return found;
}

function entryAt(directory: ByteView, index: number): Entry {
  const entry = directory.part(index * ENTRY_SIZE, (index + 1) * ENTRY_SIZE);
  const nameLength = Math.max(0, Math.min(entry.u16(64), 64) - 2);
  return {
    name: textOfUnits(entry.bytes(0, nameLength - (nameLength % 2))),
    kind: entry.u8(66),
    left: entry.u32(68),
    right: entry.u32(72),
    child: entry.u32(76),
    start: entry.u32(116),
    // The upper half of the size counts in files of version 4 alone, and no file that is read here is that large.
    size: entry.u32(120),
  };
}
