import { existsSync, readFileSync } from 'node:fs';
import { CompoundFile } from '../../../../src/adapters/files/xls/compound-file';
import { filled, label, opened, stream } from './biff-builder';
import { type Node, compound } from './compound-builder';

const bytes = (length: number, seed = 1): Uint8Array => Uint8Array.from({ length }, (_, index) => (index * seed) % 251);
const small: Node = { name: 'Small', bytes: bytes(1000) };
const large: Node = { name: 'Large', bytes: bytes(9000, 3) };

describe('streams of a compound file', () => {
  it.each([
    ['sectors of 512 bytes', {}],
    ['sectors of 4,096 bytes', { shift: 12 }],
    ['a table of chains that is listed apart', { listedApart: true }],
  ] as const)('%s', (_what, options) => {
    const file = new CompoundFile(compound([small, large, { name: 'Empty' }], options));
    expect(file.stream('Small')).toEqual(small.bytes);
    expect(file.stream('Large')).toEqual(large.bytes);
    expect(file.stream('Empty')).toEqual(new Uint8Array());
    expect(file.stream('Other')).toBeNull();
  });

  it('are found whatever the case of their names', () => {
    const file = new CompoundFile(compound([{ ...small, name: 'WORKBOOK' }]));
    expect([file.has('Workbook'), file.stream('workbook')]).toEqual([true, small.bytes]);
  });

  it('are those of the root: one in a storage is none, and neither is a storage', () => {
    const file = new CompoundFile(
      compound([
        { name: 'MBD0001', children: [small] },
        { name: 'Book', children: [] },
      ]),
    );
    expect([file.has('Small'), file.has('Book'), file.stream('Small')]).toEqual([false, false, null]);
  });

  it('are read from a file whose last sector is cut off behind what it holds', () => {
    // The last sector is that of the table of chains, of which this file needs the first 84 bytes.
    const whole = compound([large]);
    expect(new CompoundFile(whole.slice(0, whole.length - 400)).stream('Large')).toEqual(large.bytes);
    expect(() => new CompoundFile(whole.slice(0, whole.length - 500)).stream('Large')).toThrow('damaged');
  });
});

describe('a stream in the last sector of a file that is cut off', () => {
  /** Moves the last sector of the stream behind all others, and cuts it off. @param kept bytes of it. */
  const cut = (node: Node, kept: number, isLast = true): Uint8Array => {
    const whole = Buffer.from(compound([node]));
    const table = whole.length - 512;
    const moved = whole.length / 512 - 1;
    const last = (node.bytes?.length ?? 0) / 512;
    const from = Math.floor(isLast ? last : last - 1);
    whole.writeUInt32LE(moved, table + (from - 1) * 4);
    whole.writeUInt32LE(isLast ? 0xfffffffe : from + 1, table + moved * 4);
    return Buffer.concat([whole, whole.subarray((from + 1) * 512, (from + 1) * 512 + kept)]);
  };

  it('gives as many bytes as there are', () => {
    expect(new CompoundFile(cut(large, 512)).stream('Large')).toEqual(large.bytes);
    expect(new CompoundFile(cut(large, 296)).stream('Large')).toEqual(large.bytes);
    expect(new CompoundFile(cut(large, 200)).stream('Large')).toEqual(large.bytes?.subarray(0, 8704 + 200));
  });

  it('is damaged where that sector is not the last of the stream', () => {
    expect(new CompoundFile(cut(large, 512, false)).stream('Large')).toEqual(large.bytes);
    expect(() => new CompoundFile(cut(large, 500, false)).stream('Large')).toThrow('damaged');
  });
});

/** A changed copy. @param at for each place, counted in bytes, the number that is put there. */
function changed(whole: Uint8Array, at: Readonly<Record<number, number>>): Uint8Array {
  const copy = Buffer.from(whole);
  for (const [place, value] of Object.entries(at)) copy.writeUInt32LE(value, Number(place));
  return copy;
}

describe('a damaged compound file is refused', () => {
  const whole = compound([large]);
  /** Of the stream, whose chain is 0 to 17; the table is in the last sector. */
  const table = whole.length - 512;
  const directory = (Buffer.from(whole).readUInt32LE(48) + 1) * 512;
  const read = (file: Uint8Array) => () => new CompoundFile(file).stream('Large');

  it.each([
    ['a chain that ends too early', { [table + 5 * 4]: 0xfffffffe }],
    ['a chain that leads out of the file', { [table + 5 * 4]: 4000 }],
    ['a chain that leads to a free sector', { [table + 5 * 4]: 0xffffffff }],
    ['a stream that is larger than the file', { [directory + 128 + 120]: 0x7fffffff }],
    ['a directory that begins nowhere', { 48: 5000 }],
    ['a directory without an end', { [table + Buffer.from(whole).readUInt32LE(48) * 4]: Buffer.from(whole).readUInt32LE(48) }],
    ['entries in a circle', { [directory + 128 + 68]: 1 }],
    ['an entry that is not there', { [directory + 128 + 72]: 900 }],
    ['a table that is listed in a circle', { 68: 0 }],
  ])('%s', (_what, places) => {
    expect(read(whole)()).toEqual(large.bytes);
    expect(read(changed(whole, places))).toThrow('damaged');
  });

  it.each([100, 511, 512, 1024, 5000])('cut off after %i bytes', (length) => {
    expect(read(whole.slice(0, length))).toThrow('damaged');
  });

  it('a chain of small sectors that leads out of them', () => {
    const file = compound([small]);
    const miniTable = (Buffer.from(file).readUInt32LE(60) + 1) * 512;
    expect(new CompoundFile(file).stream('Small')).toEqual(small.bytes);
    expect(() => new CompoundFile(changed(file, { [miniTable + 8]: 700 })).stream('Small')).toThrow('damaged');
  });
});

it('two streams of one name in the root are damage', () => {
  expect(() => new CompoundFile(compound([small, { ...large, name: 'SMALL' }]))).toThrow('damaged');
});

describe('the root says what a file is', () => {
  const workbook: Node = { name: 'Workbook', bytes: stream([{ name: 'Outer', records: [label(0, 0, 'outer')] }]) };
  const inner: Node = { name: 'Workbook', bytes: stream([{ name: 'Inner', records: [label(0, 0, 'inner')] }]) };
  const names = async (nodes: readonly Node[]): Promise<unknown[]> =>
    (await opened(compound(nodes))).sheets.map((sheet) => [sheet.name, filled(sheet)]);
  const outer = [['Outer', { A1: 'outer' }]];

  it.each<[string, Node[]]>([
    ['a Word document in it', [workbook, { name: 'MBD1', children: [{ name: 'WordDocument', bytes: bytes(80) }] }]],
    ['a workbook in it, before its own', [{ name: 'MBD1', children: [inner] }, workbook]],
    ['a workbook in it, behind its own', [workbook, { name: 'MBD1', children: [inner] }]],
    ['an encrypted one in it', [{ name: 'MBD1', children: [{ name: 'EncryptedPackage', bytes: bytes(80) }] }, workbook]],
    ['a name in capitals', [{ ...workbook, name: 'WORKBOOK' }]],
    ['one for Excel 95 beside it', [{ name: 'Book', bytes: bytes(900) }, workbook]],
    ['a storage called Book', [{ name: 'Book', children: [inner] }, workbook]],
  ])('a workbook with %s', async (_what, nodes) => expect(await names(nodes)).toEqual(outer));

  it.each<[string, Node[], string]>([
    ['a Word document with a workbook in it', [{ name: 'WordDocument' }, { name: 'ObjectPool', children: [inner] }], 'is a Word document'],
    ['a presentation with a workbook in it', [{ name: 'PowerPoint Document' }, { name: 'MBD1', children: [inner] }], 'is a presentation'],
    ['an encrypted workbook', [{ name: 'EncryptedPackage' }, { name: 'EncryptionInfo' }], 'with a password'],
    ['a workbook of managed rights', [workbook, { name: '\u0009DRMContent' }], 'with a password'],
    ['a saved e-mail', [{ name: '__properties_version1.0' }, { name: '__attach', children: [inner] }], 'is a saved e-mail'],
    ['something else with a workbook in it', [{ name: 'Contents' }, { name: 'MBD1', children: [inner] }], 'is not a workbook'],
  ])('%s', async (_what, nodes, words) => expect(opened(compound(nodes))).rejects.toThrow(words));
});

const CASES = '../shared/cases/files';
describe.each(['xls-capital-stream', 'xls-embedded-chart', 'xls-embedded-word', 'xls-embedded-workbook'])('%s.xls', (name) => {
  const path = `${CASES}/${name}.xls`;
  (existsSync(path) ? it : it.skip)('has the sheet and the eight actions of the root', async () => {
    const { sheets } = await opened(new Uint8Array(readFileSync(path)));
    expect(sheets.map((sheet) => sheet.name)).toEqual(['ASC']);
    const cells = sheets[0] === undefined ? {} : filled(sheets[0]);
    expect(cells).toMatchObject({ A1: 'Priority action' });
    expect(Object.keys(cells).filter((address) => /^A\d+$/.test(address))).toHaveLength(9);
  });
});
