import {
  type Bytes,
  beginning,
  cell,
  cellsOf,
  END,
  f64,
  filled,
  format8,
  formula,
  label,
  latin,
  number,
  opened,
  otherResult,
  record,
  shared,
  strings,
  style8,
  text8,
  u16,
  u32,
  units,
  xls,
} from './biff-builder';

const CASES: readonly (readonly [what: string, records: readonly Bytes[], globals: readonly Bytes[], cells: Record<string, unknown>])[] = [
  ['a number', [number(0, 0, 64.1)], [], { A1: 64.1 }],
  [
    'numbers in four bytes: whole, negative, in hundredths, the upper half of a double',
    [
      cell(0x027e, 0, 0, u32((12 << 2) | 2)),
      cell(0x027e, 0, 1, u32((-12 << 2) | 2)),
      cell(0x027e, 0, 2, u32((6410 << 2) | 3)),
      cell(0x027e, 0, 3, u32(0x3ff80000)),
      cell(0x027e, 0, 4, u32(0x40590001)),
    ],
    [],
    { A1: 12, B1: -12, C1: 64.1, D1: 1.5, E1: 1 },
  ],
  [
    'numbers beside one another',
    [record(0x00bd, [...u16(4, 1), ...u16(0), ...u32((1 << 2) | 2), ...u16(0), ...u32((2 << 2) | 2), ...u16(2)])],
    [],
    { B5: 1, C5: 2 },
  ],
  ['blank cells', [cell(0x0201, 0, 0, []), record(0x00be, [...u16(1, 0, 0, 0, 1)])], [], {}],
  ['truth values and errors', [cell(0x0205, 0, 0, [1, 0]), cell(0x0205, 0, 1, [0x2a, 1])], [], { A1: [true, 'TRUE'], B1: '#N/A' }],
  [
    'their value in two bytes, as some programs write it',
    [cell(0x0205, 0, 0, [1, 0, 0]), cell(0x0205, 0, 1, [0x17, 0, 1])],
    [],
    { A1: [true, 'TRUE'], B1: '#REF!' },
  ],
  ['an error that is not known, as an error', [cell(0x0205, 0, 0, [0x99, 1])], [], { A1: '#VALUE!' }],
  ['a number that is none, as an error', [number(0, 0, NaN), number(0, 1, Infinity)], [], { A1: '#NUM!', B1: '#NUM!' }],
  ['a text in its cell', [label(0, 0, 'Café – “x”')], [], { A1: 'Café – “x”' }],
  ['a text with looks of its own', [cell(0x00d6, 0, 0, [...text8('Led by'), ...u16(1, 0, 1)])], [], { A1: 'Led by' }],
  ['half of a pair and a byte order mark as they stand', [label(0, 0, '\ufeffa\ud83d')], [], { A1: '\ufeffa\ud83d' }],
  ['shared texts', [shared(0, 0, 1), shared(1, 0, 0)], [strings('first', 'secönd')], { A1: 'secönd', A2: 'first' }],
  ['a shared text of which nothing is left', [shared(0, 0, 0)], [strings('')], {}],
  ['a later cell in the same place', [number(0, 0, 1), number(0, 0, 2)], [], { A1: 2 }],
  [
    'numbers under formats: built-in, of the workbook, and none that is known',
    [number(0, 0, 46_082, 1), number(0, 1, 0.5, 2), number(0, 2, 3, 9)],
    [format8(164, '0.0"%" x'), style8(0), style8(14), style8(164)],
    { A1: [46_082, '01/03/2026'], B1: [0.5, '0.5% x'], C1: 3 },
  ],
  [
    'a format of the workbook before the built-in one of its number, and an empty one as General',
    [number(0, 0, 46_082, 0), number(0, 1, 2.5, 1)],
    [format8(17, 'yyyy'), format8(165, ''), style8(17), style8(165)],
    { A1: [46_082, '2026'], B1: 2.5 },
  ],
  [
    'a format that says that it is one character longer',
    [number(0, 0, 2, 0)],
    [record(0x041e, [...u16(170, 4), 0, ...latin('0.0')]), style8(170)],
    { A1: [2, '2.0'] },
  ],
  [
    'dates of the 1904 system as 1900 serials, other figures as they are',
    [number(0, 0, 44_620, 1), number(0, 1, 44_620, 0)],
    [record(0x0022, u16(1)), style8(0), style8(17)],
    { A1: [46_082, 'Mar-26'], B1: 44_620 },
  ],
];

describe('cells of an .xls file', () => {
  it.each(CASES)('%s', async (_what, records, globals, cells) => {
    expect(await cellsOf(records, globals)).toEqual(cells);
  });
});

/** The text of a STRING record. */
const result = (text: string): number[] => record(0x0207, text8(text));
const text = otherResult(0);
const sharedFormula = record(0x04bc, [...u16(0, 1), 0, 0, 0, 2, ...u16(2), 0x1d, 1]);

const FORMULAS: typeof CASES = [
  ['numbers', [formula(0, 0, f64(2.5))], [], { A1: 2.5 }],
  ['truth values', [formula(0, 0, otherResult(1, 1)), formula(0, 1, otherResult(1, 0))], [], { A1: [true, 'TRUE'], B1: [false, 'FALSE'] }],
  ['errors', [formula(0, 0, otherResult(2, 7))], [], { A1: '#DIV/0!' }],
  ['texts', [formula(0, 0, text), result('Ongoing')], [], { A1: 'Ongoing' }],
  ['texts behind a shared formula', [formula(0, 0, text), sharedFormula, result('On track')], [], { A1: 'On track' }],
  ['texts behind an array and a table', [formula(0, 0, text), record(0x0221), record(0x0236), result('x')], [], { A1: 'x' }],
  [
    'texts in several pieces, in the second of which the characters are wide',
    [formula(0, 0, text), record(0x0207, [...u16(4), 0, ...latin('ab')]), record(0x003c, [1, ...units('–d')])],
    [],
    { A1: 'ab–d' },
  ],
  ['empty texts', [formula(0, 0, otherResult(3))], [], { A1: null }],
  ['a text that is missing', [formula(0, 0, text), formula(0, 1, f64(1)), result('of nobody')], [], { A1: null, B1: 1 }],
];

describe('results of formulas', () => {
  it.each(FORMULAS)('%s', async (_what, records, globals, cells) => {
    const { sheets } = await opened(xls([{ records }], globals));
    const [sheet] = sheets;
    expect(sheet === undefined ? null : filled(sheet)).toEqual(cells);
    expect([...(sheet?.rows.values() ?? [])].flatMap((row) => [...row.values()]).every(({ formula: has }) => has !== undefined)).toBe(true);
  });

  it('is not said of a cell that has none', async () => {
    const { sheets } = await opened(xls([{ records: [formula(0, 0, text), result('x'), label(0, 1, 'y')] }]));
    const row = sheets[0]?.rows.get(0);
    expect([row?.get(0)?.formula, row?.get(1)?.formula]).toEqual(['=', undefined]);
  });
});

describe('shared texts in several pieces', () => {
  const table = (...pieces: Bytes[]): number[] =>
    pieces.flatMap((piece, index) => record(index === 0 ? 0x00fc : 0x003c, index === 0 ? [...u32(3), ...u32(3), ...piece] : piece));
  const read = (...pieces: Bytes[]): Promise<Record<string, unknown>> =>
    cellsOf([shared(0, 0, 0), shared(0, 1, 1), shared(0, 2, 2)], [table(...pieces)]);
  const all = { A1: 'abcd', B1: 'Zoë', C1: 'x–y' };
  const [a, b, c] = ['abcd', 'Zoë', 'x–y'].map(text8) as [number[], number[], number[]];

  it('broken between texts', async () => expect(await read(a, b, c)).toEqual(all));
  it('broken in a text, each piece saying anew how wide its characters are', async () => {
    expect(await read([...u16(4), 0, ...latin('ab')], [1, ...units('cd'), ...b], c)).toEqual(all);
    expect(await read([...a, ...b, ...u16(3), 1, ...units('x')], [1, ...units('–y')])).toEqual(all);
    expect(await read([...u16(4), 1, ...units('ab')], [0, ...latin('cd'), ...b, ...c])).toEqual(all);
  });
  it('broken before the first character', async () => expect(await read([...u16(4), 0], [0, ...latin('abcd'), ...b, ...c])).toEqual(all));
  it('broken in the looks of parts and the reading aid, which are passed over', async () => {
    const rich = [...u16(4), 0x0c, ...u16(2), ...u32(6), ...latin('abcd'), ...u16(0, 1)];
    expect(await read(rich, [...u16(2, 1), 9], [9, 9, 9, 9, 9, ...b, ...c])).toEqual(all);
  });
  it('with empty pieces between', async () => expect(await read(a, [], b, [], c, [])).toEqual(all));
});

it('passes over what is nested in a worksheet, whatever it looks like', async () => {
  const chart = [beginning(0x0020), number(0, 0, 55), beginning(0x0020), number(1, 0, 20), END, number(2, 0, 30), END].flat();
  expect(await cellsOf([chart, label(0, 0, 'Action'), chart])).toEqual({ A1: 'Action' });
});
