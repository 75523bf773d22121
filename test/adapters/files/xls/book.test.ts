import type { SheetGrid } from '../../../../src/domain/grid';
import {
  beginning,
  type Bytes,
  cell,
  END,
  filled,
  font8,
  format8,
  formula,
  label,
  latin,
  number,
  opened,
  record,
  shared,
  type Sheet,
  stream,
  strings,
  style8,
  text5,
  text8,
  u16,
  u32,
  xls,
} from './biff-builder';
import { compound } from './compound-builder';

const one = (name: string, more: Partial<Sheet> = {}): Sheet => ({ name, records: [label(0, 0, name)], ...more });

describe('sheets of a workbook', () => {
  it('in the order of its list, hidden ones said to be', async () => {
    const { sheets } = await opened(xls([one('Täble –'), one('Hidden', { state: 1 }), one('Deep', { state: 2 })]));
    expect(sheets.map(({ id, name, visibility }) => [id, name, visibility])).toEqual([
      ['Täble –', 'Täble –', 'visible'],
      ['Hidden', 'Hidden', 'hidden'],
      ['Deep', 'Deep', 'very hidden'],
    ]);
    expect(sheets.map(filled)).toEqual([{ A1: 'Täble –' }, { A1: 'Hidden' }, { A1: 'Deep' }]);
  });

  it('without those of charts, macros and Visual Basic, whether the list says so or the sheet, and without dialogs', async () => {
    const dialog = one('Dialog', { records: [record(0x0081, u16(0x10)), label(0, 0, 'x')] });
    const others = [one('Chart', { kind: 2, type: 0x20 }), one('Macro', { kind: 1, type: 0x40 }), one('Code', { kind: 6, type: 0x06 })];
    const { sheets } = await opened(xls([...others, one('Listed wrong', { type: 0x20 }), dialog, one('Table')]));
    expect(sheets.map(({ name }) => name)).toEqual(['Table']);
  });

  it('none is refused', async () => {
    await expect(opened(xls([one('Chart', { kind: 2, type: 0x20 })]))).rejects.toThrow('has no worksheets');
  });

  it('one that is listed and is not there is refused', async () => {
    const whole = stream([one('One')]);
    const list = Buffer.from(whole).indexOf(Buffer.from([0x85, 0, 14, 0]));
    expect(list).toBeGreaterThan(0);
    for (const place of [4, whole.length, 0x7fffffff]) {
      const moved = Buffer.from(whole);
      moved.writeUInt32LE(place, list + 4);
      await expect(opened(compound([{ name: 'Workbook', bytes: moved }]))).rejects.toThrow(/damaged|not in the file/);
    }
  });

  it('protected, with merged cells', async () => {
    const merges = record(0x00e5, u16(2, 0, 1, 0, 3, 5, 5, 2, 2));
    const { sheets } = await opened(xls([{ records: [record(0x0012, u16(1)), label(0, 0, 'x'), merges] }, one('Two')]));
    expect(sheets.map(({ isProtected, merges: areas }) => [isProtected, areas])).toEqual([
      [true, [{ top: 0, left: 0, bottom: 1, right: 3 }]],
      [false, []],
    ]);
  });
});

describe('a password', () => {
  it.each<[string, number]>([
    ['Excel 97', 0x0600],
    ['Excel 95', 0x0500],
  ])('of %s', async (_what, version) => {
    const bytes = xls([one('One')], [record(0x002f, [0, 0, 0x4a, 0x51, 0x1a, 0xcc])], version);
    await expect(opened(bytes)).rejects.toThrow('is protected with a password');
  });
});

/** The first sheet of a workbook of Excel 97. */
async function first(records: readonly Bytes[], globals: readonly Bytes[] = [], version = 0x0600): Promise<SheetGrid> {
  const [sheet] = (await opened(xls([{ records }], globals, version))).sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

describe('what stands beside the cells', () => {
  const object = (kind: number, id: number, more: Bytes = []): number[] =>
    record(0x005d, [...u16(0x15, 18, kind, id, 0), ...u32(0), ...u32(0), ...u32(0), ...more, ...u32(0)]);
  const words = (...pieces: Bytes[]): number[] => [
    ...record(0x01b6, [...u16(0, 0, 0, 0, 0, 7, 16, 0), ...u16(0)]),
    ...pieces.flatMap((piece) => record(0x003c, piece)),
  ];
  const note = (row: number, column: number, id: number): number[] => record(0x001c, [...u16(row, column, 0, id), ...text8('Ann'), 0]);

  it('notes with their words, whatever else is drawn', async () => {
    const drawn = [
      record(0x00ec, u32(0)),
      object(0x19, 7),
      record(0x00ec),
      words([0, ...latin('Ask')], [1, ...u16(0x20, 0x2013, 0x20, 0x78)]),
    ];
    const { comments, besideCells } = await first([
      ...drawn,
      object(8, 8),
      object(5, 9),
      beginning(0x20),
      END,
      note(2, 1, 7),
      note(3, 1, 99),
    ]);
    expect(comments).toEqual([
      { row: 2, column: 1, kind: 'note', id: null, author: 'Ann', text: 'Ask – x' },
      { row: 3, column: 1, kind: 'note', id: null, author: 'Ann', text: '' },
    ]);
    expect(besideCells).toEqual({ comments: 2, pictures: 1 });
  });

  it('pictures, but not those that stand for an embedded object', async () => {
    const { besideCells } = await first([object(8, 1, [...u16(7, 2, 2), ...u16(9, 2, 0)]), object(8, 2, u16(7, 2, 2))]);
    expect(besideCells).toEqual({ comments: 0, pictures: 1 });
  });

  it('a note of Excel 95 in several records', async () => {
    const parts = [record(0x001c, [...u16(1, 2, 6), ...latin('abc')]), record(0x001c, [...u16(0xffff, 0, 3), ...latin('def')])];
    const { comments } = await first(parts, [], 0x0500);
    expect(comments).toEqual([{ row: 1, column: 2, kind: 'note', id: null, author: '', text: 'abcdef' }]);
  });
});

describe('looks that say something', () => {
  const fonts = [font8(), font8({ struck: true }), font8({ colour: 10 }), font8({ colour: 12, underlined: true }), font8({ colour: 17 })];

  it('fills, colours of letters and words struck through', async () => {
    const styles = [style8(0), style8(0, 1), style8(0, 2), style8(0, 3), style8(0, 5), style8(0, 0, 10), style8(0, 0, 9), style8(0, 0, 64)];
    const cells = styles.map((_style, index) => number(0, index, 1, index));
    const blanks = record(0x00be, u16(1, 0, 5, 5, 1));
    const { marks } = await first([...cells, blanks], [...fonts, ...styles]);
    expect(marks?.struck).toEqual(new Map([[0, [1]]]));
    expect(marks?.letters).toEqual(
      new Map([
        [
          0,
          [
            { left: 2, right: 2, colour: '#FF0000' },
            { left: 4, right: 4, colour: '#008000' },
          ],
        ],
      ]),
    );
    expect(marks?.fills).toEqual(
      new Map([
        [0, [{ left: 5, right: 5, colour: '#FF0000' }]],
        [1, [{ left: 0, right: 1, colour: '#FF0000' }]],
      ]),
    );
  });

  it('colours of the workbook’s own', async () => {
    const palette = record(0x0092, [...u16(3), ...[0, 0, 0, 0], ...[255, 255, 255, 0], ...[18, 52, 86, 0]]);
    const { marks } = await first([number(0, 0, 1, 0)], [palette, style8(0, 0, 10)]);
    expect(marks?.fills).toEqual(new Map([[0, [{ left: 0, right: 0, colour: '#123456' }]]]));
  });

  it('a part of a shared text struck through', async () => {
    const rich = [...u16(4), 8, ...u16(1), ...latin('abcd'), ...u16(2, 1)];
    const behind = [...u16(4), 8, ...u16(1), ...latin('abcd'), ...u16(4, 1)];
    const table = record(0x00fc, [...u32(3), ...u32(3), ...rich, ...behind, ...text8('plain')]);
    const { marks } = await first([shared(0, 0, 0), shared(1, 0, 1), shared(2, 0, 2)], [...fonts, table, style8(0)]);
    expect(marks?.struck).toEqual(new Map([[0, [0]]]));
  });

  it('a part of a text of Excel 95 struck through', async () => {
    const font5 = (options: number): number[] => record(0x0031, [...u16(200, options, 0x7fff, 400, 0), 0, 0, 0, 0, 1, 65]);
    const style5 = record(0x00e0, u16(0, 0, 0, 0, 0, 0, 0, 0));
    const text = cell(0x00d6, 0, 0, [...text5('abcd'), 1, 2, 1]);
    const { marks } = await first([text], [font5(0), font5(8), style5], 0x0500);
    expect(marks?.struck).toEqual(new Map([[0, [0]]]));
  });
});

describe('when it was last saved', () => {
  const ticks = (BigInt(Date.UTC(2026, 2, 1, 9, 30)) + 11_644_473_600_000n) * 10_000n;
  const time = [...u32(Number(ticks & 0xffffffffn)), ...u32(Number(ticks >> 32n))];
  const properties = (type: number, at: Bytes): Uint8Array => {
    const set = [...u32(40), ...u32(2), ...u32(12), ...u32(24), ...u32(13), ...u32(24), ...u32(type), ...at];
    return Uint8Array.from([
      ...u16(0xfffe, 0),
      ...u32(0),
      ...Array<number>(16).fill(0),
      ...u32(1),
      ...Array<number>(16).fill(0),
      ...u32(48),
      ...set,
    ]);
  };
  const modified = async (bytes: Uint8Array): Promise<string | undefined> => {
    const workbook = { name: 'Workbook', bytes: stream([one('One')]) };
    return (await opened(compound([workbook, { name: '\u0005SummaryInformation', bytes }]))).modified;
  };

  it('is told', async () => expect(await modified(properties(0x40, time))).toBe('2026-03-01T09:30:00.000Z'));
  it('is not known where the properties are of another kind, say nothing or are cut off', async () => {
    expect(await modified(properties(3, time))).toBeUndefined();
    expect(await modified(properties(0x40, [0, 0, 0, 0, 0, 0, 0, 0]))).toBeUndefined();
    expect(await modified(properties(0x40, time).slice(0, 60))).toBeUndefined();
  });
});

describe('one bad record', () => {
  const refused = (records: readonly Bytes[], globals: readonly Bytes[] = []): Promise<void> =>
    expect(opened(xls([{ records: [label(0, 0, 'x'), ...records] }], globals))).rejects.toThrow('is damaged');

  it('of a shared text that is not there', () => refused([shared(1, 0, 2)], [strings('a', 'b')]));
  it('of a cell that is cut off', () => refused([record(0x0203, u16(0, 0, 0, 0))]));
  it('of a text that is cut off', () => refused([cell(0x0204, 1, 0, [...u16(9), 0, ...latin('abc')])]));
  it('of shared texts that are cut off', () => refused([], [record(0x00fc, [...u32(2), ...u32(2), ...text8('a'), ...u16(9), 0, 65])]));
  it('of cells beside one another that are cut off', () => refused([record(0x00bd, [...u16(1, 0, 0), ...u32(2), ...u16(40)])]));
  it('of cells beside one another of which more are there than it says', () =>
    refused([record(0x00bd, [...u16(1, 0, 0), ...u32(2), ...u16(0), ...u32(6), ...u16(0)])]));
  it('of merged cells that are cut off', () => refused([record(0x00e5, u16(3, 0, 1, 0, 1))]));
  it('of a column that no sheet has', () => refused([number(0, 20_000, 1)]));
  it('of a formula that is cut off', () => refused([formula(1, 0, []).slice(0, 10)]));

  it('that goes on behind the end', async () => {
    const whole = stream([one('One')]);
    for (const length of [whole.length - 1, whole.length - 4, whole.length - 9, 30])
      await expect(opened(compound([{ name: 'Workbook', bytes: whole.slice(0, length) }]))).rejects.toThrow('is damaged');
  });
});

describe('a small hostile file costs little', () => {
  it('many sheets that share their bytes', async () => {
    const many = Array.from({ length: 400 }, (_, index) =>
      one(`S${String(index)}`, { records: index === 0 ? [record(0x00be, u16(0, 0, 0))] : [] }),
    );
    const whole = Buffer.from(stream(many));
    const place = whole.indexOf(Buffer.from(beginning(0x10)));
    const wide = Buffer.concat([
      whole.subarray(0, place),
      Buffer.from(beginning(0x10)),
      Buffer.from(
        Array(900)
          .fill(number(0, 0, 1))
          .flat() as number[],
      ),
      Buffer.from(END),
    ]);
    for (let at = 20; wide.readUInt16LE(at) === 0x85; at += 4 + wide.readUInt16LE(at + 2)) wide.writeUInt32LE(place, at + 4);
    const started = performance.now();
    await expect(opened(compound([{ name: 'Workbook', bytes: wide }]))).rejects.toThrow('is damaged');
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('one text in many cells under a format that repeats it', async () => {
    const cells = Array.from({ length: 400 }, (_, row) => shared(row, 0, 0));
    const started = performance.now();
    const { rows } = await first(cells, [strings('x'.repeat(3000)), format8(164, '@'.repeat(254)), style8(164)]);
    expect([rows.size, rows.get(399)?.get(0)?.value]).toEqual([400, 'x'.repeat(3000)]);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('one cell again and again, struck through', async () => {
    const again = Array.from({ length: 60_000 }, () => number(0, 0, 1, 0)).flat();
    const whole = xls([{ records: [again] }], [font8({ struck: true }), style8(0)]);
    const started = performance.now();
    const [sheet] = (await opened(whole)).sheets;
    expect(sheet?.marks?.struck.get(0)).toHaveLength(60_000);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('beginnings within beginnings', async () => {
    const nested = Array.from({ length: 2000 }, () => beginning(0x10)).flat();
    await expect(opened(xls([{ records: [nested] }]))).rejects.toThrow('is damaged');
  });
});
