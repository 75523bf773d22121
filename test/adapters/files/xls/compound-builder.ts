/** A stream, or a storage with what is in it. */
export interface Node {
  readonly name: string;
  readonly bytes?: Uint8Array;
  readonly children?: readonly Node[];
}

interface Options {
  /** 9 for sectors of 512 bytes, 12 for those of 4,096. */
  readonly shift?: 9 | 12;
  /** Lists the sectors of the table of chains in a sector of its own, as files over 7 MB do. */
  readonly listedApart?: boolean;
}

const FREE = 0xffffffff;
const END = 0xfffffffe;
const TABLE = 0xfffffffd;
const MINI = 64;

/** A compound file ([MS-CFB]) whose root holds these; streams below 4,096 bytes lie in the mini stream. */
export function compound(nodes: readonly Node[], { shift = 9, listedApart = false }: Options = {}): Uint8Array {
  const size = 1 << shift;
  const sectors: Buffer[] = [];
  const chains: number[] = [];
  const add = (bytes: Uint8Array): number => {
    const first = sectors.length;
    for (let at = 0; at < bytes.length; at += size) {
      const sector = Buffer.alloc(size);
      sector.set(bytes.subarray(at, at + size));
      sectors.push(sector);
      chains.push(at + size < bytes.length ? sectors.length : END);
    }
    return bytes.length === 0 ? END : first;
  };
  const mini: Buffer[] = [];
  const miniChains: number[] = [];
  const addMini = (bytes: Uint8Array): number => {
    const first = mini.length;
    for (let at = 0; at < bytes.length; at += MINI) {
      const sector = Buffer.alloc(MINI);
      sector.set(bytes.subarray(at, at + MINI));
      mini.push(sector);
      miniChains.push(at + MINI < bytes.length ? mini.length : END);
    }
    return first;
  };
  const entries: Buffer[] = [];
  const addEntry = (name: string, kind: number): Buffer => {
    const entry = Buffer.alloc(128);
    entry.write(name, 0, 'utf16le');
    entry.writeUInt16LE(name.length * 2 + 2, 64);
    entry.writeUInt8(kind, 66);
    for (const at of [68, 72, 76]) entry.writeUInt32LE(FREE, at);
    entries.push(entry);
    return entry;
  };
  /** Siblings hang from one another to the right. Returns the first one's number. */
  const addNodes = (inside: readonly Node[]): number => {
    let before: Buffer | null = null;
    let first = FREE;
    for (const { name, bytes = new Uint8Array(), children } of inside) {
      const number = entries.length;
      const entry = addEntry(name, children === undefined ? 2 : 1);
      if (before === null) first = number;
      else before.writeUInt32LE(number, 72);
      before = entry;
      if (children !== undefined) entry.writeUInt32LE(addNodes(children), 76);
      else if (bytes.length > 0) {
        entry.writeUInt32LE(bytes.length < 4096 ? addMini(bytes) : add(bytes), 116);
        entry.writeUInt32LE(bytes.length, 120);
      }
    }
    return first;
  };
  const root = addEntry('Root Entry', 5);
  root.writeUInt32LE(addNodes(nodes), 76);
  root.writeUInt32LE(add(Buffer.concat(mini)), 116);
  root.writeUInt32LE(mini.length * MINI, 120);
  const directory = add(Buffer.concat(entries));
  const miniTable = add(numbers(miniChains, size));
  return Buffer.concat([...withTable(sectors, chains, size, listedApart, { shift, directory, miniTable })]);
}

function withTable(
  sectors: Buffer[],
  chains: number[],
  size: number,
  listedApart: boolean,
  starts: { readonly shift: number; readonly directory: number; readonly miniTable: number },
): Buffer[] {
  const perSector = size / 4;
  const more = listedApart ? 1 : 0;
  let count = 1;
  while (count * perSector < sectors.length + count + more) count += 1;
  const places = Array.from({ length: count }, (_, index) => sectors.length + index);
  const apart = listedApart ? [...places, ...Array<number>(perSector - 1 - count).fill(FREE), END] : [];
  const table = numbers([...chains, ...places.map(() => TABLE), ...(listedApart ? [0xfffffffc] : [])], size);
  const header = Buffer.alloc(size);
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [at, value] of [
    [24, 0x3e],
    [26, starts.shift === 9 ? 3 : 4],
    [28, 0xfffe],
    [30, starts.shift],
    [32, 6],
  ] as const)
    header.writeUInt16LE(value, at);
  const inHeader = listedApart ? [] : places;
  const words = [count, starts.directory, 0, 4096, starts.miniTable, 1, listedApart ? sectors.length + count : END, more];
  [44, 48, 52, 56, 60, 64, 68, 72].forEach((at, index) => header.writeUInt32LE(words[index] ?? 0, at));
  for (let index = 0; index < 109; index += 1) header.writeUInt32LE(inHeader[index] ?? FREE, 76 + index * 4);
  return [header, ...sectors, table, ...(listedApart ? [numbers(apart, size)] : [])];
}

/** Filled up to whole sectors with numbers of no sector. */
function numbers(values: readonly number[], size: number): Buffer {
  const bytes = Buffer.alloc(Math.max(1, Math.ceil((values.length * 4) / size)) * size, 0xff);
  values.forEach((value, index) => bytes.writeUInt32LE(value, index * 4));
  return bytes;
}
