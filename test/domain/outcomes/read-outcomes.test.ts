import fc from 'fast-check';
import { anyString } from '../any-string';
import { readOutcomes } from '../../../src/domain/outcomes';
import { type Cell, EMPTY_CELL, textCell } from '../../../src/domain/grid';
import { numberCell } from '../grid/number-cell';
import gold from '../../gold/outcomes.json';
import printed from '../../data/kent/shared-outcomes.json';
import priorities from '../../data/kent/appendix-b-priorities.json';

const OUTCOMES = printed.outcomes.map((one) => ({ code: one.id, titles: [...new Set([one.title, one.section_title])] }));

type Flag = 'mistyped' | 'duplicate' | 'untidy' | 'unknown';

function flagsOf(cell: Cell | string, outcomes = OUTCOMES): Flag[] {
  const reading = readOutcomes(typeof cell === 'string' ? textCell(cell) : cell, outcomes);
  const flags: [Flag, boolean][] = [
    ['duplicate', reading.duplicates.length > 0],
    ['mistyped', reading.mistyped.length > 0],
    ['unknown', reading.unknown.length > 0],
    ['untidy', reading.untidy],
  ];
  return flags.filter(([, is]) => is).map(([flag]) => flag);
}

/** Codes as digits ("134" is SO1, SO3, SO4) and flags in alphabetical order. */
function check(cell: Cell | string, digits: string, ...flags: Flag[]): void {
  const reading = readOutcomes(typeof cell === 'string' ? textCell(cell) : cell, OUTCOMES);
  expect({ of: cell, codes: reading.codes, flags: flagsOf(cell) }).toEqual({
    of: cell,
    codes: Array.from(digits, (digit) => `SO${digit}`),
    flags,
  });
}

type Row = readonly [Cell | string, string, ...Flag[]];

test.each(gold.cases.map((each) => [each.text, each] as const))('gold %j', (text, { codes, flags }) => {
  expect(readOutcomes(textCell(text), OUTCOMES).codes).toEqual(codes);
  expect(flagsOf(text)).toEqual([...flags].sort());
});

test('every cell of the printed plan has an outcome and nothing unknown in it', () => {
  const cells = priorities.tables.flatMap((table) => table.rows.filter((row) => row.kind === 'action').map((row) => row.cells[4] ?? ''));
  expect(cells).toHaveLength(93);
  for (const text of cells) {
    const reading = readOutcomes(textCell(text), OUTCOMES);
    expect(reading.codes.length).toBeGreaterThan(0);
    expect(reading.unknown).toEqual([]);
  }
});

const STYLES: Row[] = [
  ['so2', '2'],
  ['So2', '2'],
  ['SO 2', '2'],
  ['SO-2', '2'],
  ['SO.2', '2'],
  ['SO–2', '2'],
  ['SO_2', '2'],
  ['SO: 2', '2'],
  ['S.O. 2', '2'],
  ['S.O.2', '2'],
  ['S O 2', '2'],
  ['(SO2)', '2'],
  ['(SO1), (SO3)', '13'],
  ['SO(2)', '2'],
  ['SO\u00a02', '2'],
  ['SO２', '2'],
  ['\u200bSO2 ', '2'],
  ['Outcome 2', '2'],
  ['outcome no. 2', '2'],
  ['Shared outcome 2', '2'],
  ['SHARED OUTCOME 2', '2'],
  ['Shared Outcomes 2, 4', '24'],
  ['Outcomes 1, 2, 3', '123'],
  ['Shared outcomes: SO1, SO2', '12'],
  ['SO 2, 4,5', '245'],
  ['SO1,2', '12'],
  ['SOs 1, 2', '12'],
  ["SO's 1, 2", '12'],
  ['SO: 1, 2', '12'],
  ['(SO 1, 2, 3, 4)', '1234'],
  ['(SO 1,2,3,4,5 & 6)', '123456', 'untidy'],
  ['(SO 5, 1)', '15', 'untidy'],
  ['SO2,\nSO3', '23'],
  ['SO2,  \r\nSO3', '23'],
];

const TITLES: Row[] = [
  ['Give children and young people the best start in life', '1'],
  ['TACKLE THE WIDER DETERMINANTS TO PREVENT ILL HEALTH', '2'],
  ['Tackle the wider determinants to prevent ill-health', '2'],
  ['Support happy and healthy living for all', '3'],
  ['Supporting happy and healthy living', '3'],
  ['Supporting happy & healthy living', '3'],
  ['Empower patients and carers', '4'],
  ['Empower people to best manage their health conditions', '4'],
  ['Improve health and care services, Support and grow our workforce', '56'],
  ['SO2: Tackle the wider determinants to prevent ill health', '2'],
  ['SO2 - Tackle the wider determinants to prevent ill health', '2'],
  ['Shared outcome 4: Empower patients and carers', '4'],
  ['Empower patients and carers (SO4)', '4'],
  ['SO2 wider determinants', '2'],
  ['SO1 – Give children and young people the best start in life, SO6 – Support and grow our workforce', '16'],
  ['Improve health and care services\nSupport and grow our workforce', '56', 'untidy'],
  ['SO2 Support happy and healthy living for all', '23', 'untidy'],
  ['Tackle wider determinants', '2', 'mistyped'],
  ['Suport and grow our workforce', '6', 'mistyped'],
  ['Empower patients and carer', '4', 'mistyped'],
];

const RANGES: Row[] = [
  ['SO1-SO3', '123'],
  ['SO1 - SO3', '123'],
  ['SO1–SO3', '123'],
  ['SO1 to SO3', '123'],
  ['SO1-3', '123'],
  ['SO 1 - 3', '123'],
  ['SO1 to 6', '123456'],
  ['Outcomes 1 to 4', '1234'],
  ['SO1 up to SO3', '123'],
  ['SO1-SO3, SO5', '1235'],
  ['SO1, SO3-SO5', '1345'],
  ['SO3-SO1', '123', 'untidy'],
  ['SO1-SO3, SO2', '123', 'duplicate', 'untidy'],
  ['SO1-SO3-SO6', '136', 'untidy'],
  ['1-3', '123', 'mistyped'],
  ['SO5-SO7', '5', 'unknown'],
];

const SEPARATORS: Row[] = [
  ['SO2 SO3', '23', 'untidy'],
  ['SO2SO3', '23', 'untidy'],
  ['SO1SO2SO3', '123', 'untidy'],
  ['SO2;SO3', '23', 'untidy'],
  ['SO2/SO3', '23', 'untidy'],
  ['SO2 / 3', '23', 'untidy'],
  ['SO2 and SO3', '23', 'untidy'],
  ['SO2andSO3', '23', 'untidy'],
  ['SO2 & SO3', '23', 'untidy'],
  ['SO2&3', '23', 'untidy'],
  ['SO2, SO3 and SO4', '234', 'untidy'],
  ['SO2, and SO3', '23', 'untidy'],
  ['SO2\nSO3', '23', 'untidy'],
  ['• SO2\n• SO3', '23', 'untidy'],
  ['SO2+SO3', '23', 'untidy'],
  ['SO2.SO3', '23', 'untidy'],
  ['SO2.', '2', 'untidy'],
  ['SO2,', '2', 'untidy'],
  [',SO2', '2', 'untidy'],
  ['SO2,,SO3', '23', 'untidy'],
  ['SO 1 2 3', '123', 'untidy'],
  ['SO3,SO2', '23', 'untidy'],
  ['SO2,SO2', '2', 'duplicate'],
  ['SO2,SO3,SO3,SO4', '234', 'duplicate'],
  ['SO2,SO3,SO2', '23', 'duplicate', 'untidy'],
];

const REPAIRS: Row[] = [
  ['S03', '3', 'mistyped'],
  ['s03', '3', 'mistyped'],
  ['S0 3', '3', 'mistyped'],
  ['S0-3', '3', 'mistyped'],
  ['SOl', '1', 'mistyped'],
  ['SOI', '1', 'mistyped'],
  ['S0l', '1', 'mistyped'],
  ['5O1', '1', 'mistyped'],
  ['501', '1', 'mistyped'],
  ['SOS', '5', 'mistyped'],
  ['SO02', '2', 'mistyped'],
  ['S02', '2', 'mistyped'],
  ['S02S03', '23', 'mistyped', 'untidy'],
  ['SO2, S03; SO4', '234', 'mistyped', 'untidy'],
  ['S03, SO3', '3', 'duplicate', 'mistyped'],
  ['SO1, l', '1', 'duplicate', 'mistyped'],
  ['All', '123456', 'mistyped'],
  ['ALL', '123456', 'mistyped'],
  ['All outcomes', '123456', 'mistyped'],
  ['All SOs', '123456', 'mistyped'],
  ['all six shared outcomes', '123456', 'mistyped'],
  ['All of the above', '123456', 'mistyped'],
  ['All except SO6', '12345', 'mistyped'],
  ['All except SO1-SO3', '456', 'mistyped'],
  ['All but S06', '12345', 'mistyped'],
  ['All except SO1 to SO6', ''],
  ['All (SO1-SO6)', '123456'],
  ['2', '2', 'mistyped'],
  ['2, 3', '23', 'mistyped'],
  ['2 and 3', '23', 'mistyped', 'untidy'],
  ['2, SO3', '23', 'mistyped'],
  ['Outcome two', '2', 'mistyped'],
  ['Outcme 2', '2', 'mistyped'],
  ['Shred outcome 2', '2', 'mistyped'],
];

const LISTS: Row[] = [
  ['1. Reduce smoking', '', 'unknown'],
  ['1. Reduce smoking\n2. More walking', '', 'unknown'],
  ['1. TBC', '', 'unknown'],
  ['2. SO3', '3', 'untidy'],
  ['1. SO2\n2. SO3', '23', 'untidy'],
  ['1) SO1 2) SO4', '14', 'untidy'],
  ['a) SO1 b) SO3', '13', 'untidy'],
  ['(i) SO1 (ii) SO2', '12', 'untidy'],
  ['3. Improve health and care services', '5', 'untidy'],
  ['1. 2. 3.', '123', 'mistyped', 'untidy'],
  ['1, 2', '12', 'mistyped'],
];

const PARTS: Row[] = [
  ['SO2.1', '2'],
  ['SO2.3', '2'],
  ['SO2.1, SO3', '23'],
  ['SO 2.1 and 2.3', '2', 'untidy'],
  ['SO 2.1, SO 2.3, SO4.2', '24'],
  ['SO2.1.3', '2'],
  ['SO2a', '2'],
  ['SO2(a)', '2'],
  ['SO7.1', '', 'unknown'],
];

const ALL_IN_WORDS: Row[] = [
  ['Each outcome', '123456', 'mistyped'],
  ['Every shared outcome', '123456', 'mistyped'],
  ['All of the above outcomes', '123456', 'mistyped'],
  ['All outcomes apply', '123456', 'mistyped'],
  ['the six outcomes', '123456', 'mistyped'],
  ['Contributes to all shared outcomes', '123456', 'mistyped'],
  ['Cross-cutting (all)', '123456', 'mistyped'],
  ['Outcomes: all', '123456', 'mistyped'],
  ['SO1 to SO6 inclusive', '123456'],
  ['all five', '', 'unknown'],
  ['All children', '', 'unknown'],
];

const JOINED_TITLES: Row[] = [
  ['Give children the best start in life and tackle the wider determinants', '12', 'mistyped', 'untidy'],
  ['Best start in life and wider determinants', '12', 'mistyped', 'untidy'],
  ['Supporting and growing our workforce, empowering patients', '46', 'mistyped', 'untidy'],
  ['Tackle the wider determinents', '2', 'mistyped'],
  ['Empowering patients and carers', '4', 'mistyped'],
  ['Tackling the wider determinants (SO2) and best start in life (SO1)', '12', 'mistyped', 'untidy'],
  ['Best start in life and cheaper parking', '', 'unknown'],
];

const UNKNOWN: Row[] = [
  ['SO7', '', 'unknown'],
  ['SO0', '', 'unknown'],
  ['SO12', '', 'unknown'],
  ['SO123', '', 'unknown'],
  ['2.3', '', 'unknown'],
  ['12', '', 'unknown'],
  ['7', '', 'unknown'],
  ['N/A', '', 'unknown'],
  ['n/a', '', 'unknown'],
  ['NA', '', 'unknown'],
  ['TBC', '', 'unknown'],
  ['SO', '', 'unknown'],
  ['Yes', '', 'unknown'],
  ['Outcome 9', '', 'unknown'],
  ['see above', '', 'unknown'],
  ['SO2, SO7', '2', 'unknown'],
  ['SO2, TBC', '2', 'unknown'],
  ['SO2 (TBC)', '2', 'unknown'],
  ['S07', '', 'unknown'],
  ['Soon', '', 'unknown'],
  ['SOCIAL', '', 'unknown'],
  ['March 2026', '', 'unknown'],
  ['1 March', '', 'unknown'],
  ['3 of these', '', 'unknown'],
  ['2, TBC', '2', 'mistyped', 'unknown'],
  ['Head of Economy', '', 'unknown'],
];

const CELLS: Row[] = [
  [EMPTY_CELL, ''],
  [textCell('   '), ''],
  [textCell('–'), ''],
  [numberCell(2), '2', 'mistyped'],
  [numberCell(2, '2.00', '0.00'), '2', 'mistyped'],
  [numberCell(2, '###'), '2', 'mistyped'],
  [numberCell(2, 'SO2', '"SO"0'), '2'],
  [numberCell(7), '', 'unknown'],
  [numberCell(2.3), '', 'unknown'],
  [numberCell(46082, '01-Mar', 'd-mmm'), '', 'unknown'],
  [{ kind: 'boolean', value: true, text: 'TRUE', format: 'General' }, '', 'unknown'],
  [{ kind: 'error', value: '#N/A', text: '#N/A', format: 'General' }, ''],
];

const GROUPS: Record<string, Row[]> = {
  LISTS,
  PARTS,
  ALL_IN_WORDS,
  JOINED_TITLES,
  STYLES,
  TITLES,
  RANGES,
  SEPARATORS,
  REPAIRS,
  UNKNOWN,
  CELLS,
};
for (const [name, rows] of Object.entries(GROUPS)) {
  describe(name.toLowerCase(), () => {
    for (const row of rows) test(JSON.stringify(row), () => check(...row));
  });
}

test('what was repaired is said: as written, and the code taken', () => {
  expect(readOutcomes(textCell('SO2,S03, SOl'), OUTCOMES).mistyped).toEqual([
    { written: 'S03', code: 'SO3' },
    { written: 'SOl', code: 'SO1' },
  ]);
});

test('sub-numbers are kept', () => {
  expect(readOutcomes(textCell('SO 2.1 and 2.3, SO2.1, SO4b'), OUTCOMES).parts).toEqual(['SO2.1', 'SO2.3', 'SO4b']);
});

test.each([
  ['Goal 1|Goal 2', '1. Goal 2', ['Goal 2']],
  ['Goal 1|Goal 2', 'All goals', ['Goal 1', 'Goal 2']],
  ['Goal 1|Goal 2', 'Goal 2.1', ['Goal 2']],
  ['1.1|1.2|2.1', '1. 1.1\n2. 2.1', ['1.1', '2.1']],
  ['1.1|1.2|2.1', '1.1, 2.1', ['1.1', '2.1']],
  ['1|2|3', '1. Reduce smoking', ['1']],
  ['1|2|3', '1. Title of 3', ['3']],
  ['A|B', 'a) B', ['B']],
  ['EF|SW', '1. EF 2. SW', ['EF', 'SW']],
  ['SO2|SO2.1', 'SO2.1', ['SO2.1']],
  ['SO2|SO2.1', 'SO2.3', ['SO2']],
])('codes of another council, %s: %j', (codes, text, expected) => {
  const own = codes.split('|').map((code) => ({ code, titles: [`Title of ${code}`] }));
  expect(readOutcomes(textCell(text), own).codes).toEqual(expected);
});

test('words beside the codes are kept as remarks', () => {
  const reading = readOutcomes(textCell('SO2 (primary), SO3 (secondary)'), OUTCOMES);
  expect([reading.codes, reading.remarks, reading.unknown, reading.untidy]).toEqual([['SO2', 'SO3'], ['primary', 'secondary'], [], false]);
});

describe('another council', () => {
  const LIVE_WELL = Array.from({ length: 12 }, (_, index) => ({
    code: `LW${String(index + 1)}`,
    titles: [`Aim number ${String(index + 1)}`],
  }));
  const TWO = ['H1', 'H2', 'W1', 'W3'].map((code) => ({ code, titles: [`Title of ${code}`] }));

  test.each([
    ['LW12', LIVE_WELL, ['LW12'], []],
    ['LW1, LW12', LIVE_WELL, ['LW1', 'LW12'], []],
    ['lw 10 - 12', LIVE_WELL, ['LW10', 'LW11', 'LW12'], []],
    ['LW13', LIVE_WELL, [], ['unknown']],
    ['SO2', LIVE_WELL, [], ['unknown']],
    ['IW1', LIVE_WELL, ['LW1'], ['mistyped']],
    ['H1, W3', TWO, ['H1', 'W3'], []],
    ['H1,2', TWO, ['H1', 'H2'], []],
    ['H2, W1-W3', TWO, ['H2', 'W1', 'W3'], []],
    ['3', TWO, ['W3'], ['mistyped']],
    ['1', TWO, [], ['unknown']],
    ['Title of W1', TWO, ['W1'], []],
  ] as const)('%s', (text, outcomes, codes, flags) => {
    const own = outcomes.map((one) => ({ ...one, titles: [...one.titles] }));
    expect(readOutcomes(textCell(text), own).codes).toEqual(codes);
    expect(flagsOf(text, own)).toEqual(flags);
  });
});

describe('any text', () => {
  const parts = fc.constantFrom(
    'SO1',
    'SO2',
    'S03',
    'SOl',
    '5O1',
    '2',
    ',',
    ', ',
    ';',
    '/',
    ' and ',
    '-',
    ' to ',
    '\n',
    'All',
    'TBC',
    'N/A',
    'SO7',
    'Outcome 4',
    'Empower patients and carers',
    '(',
    ')',
    'SO',
    '.',
    'except',
    'İ',
    'wider determinants',
  );
  const anyText = fc.oneof(
    anyString(60),
    fc.array(parts, { maxLength: 12 }).map((some) => some.join('')),
  );

  test('never throws; codes are known, rising and each there once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { codes, mistyped, duplicates } = readOutcomes(textCell(text), OUTCOMES);
        expect(codes).toEqual([...new Set(codes)].sort());
        for (const code of [...mistyped.map((one) => one.code), ...duplicates]) expect(codes).toContain(code);
      }),
      { numRuns: 2000 },
    );
  });

  test('what was read, written out, reads clean and the same', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { codes } = readOutcomes(textCell(text), OUTCOMES);
        const again = readOutcomes(textCell(codes.join(',')), OUTCOMES);
        expect(again.codes).toEqual(codes);
        expect(flagsOf(codes.join(','))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('a cell filled to the brim is read to a bound', () => {
    for (const piece of ['SO2,', 'support ', '-', 'S0', 'outcome ', '((', 'a ', 'SO ', '2.']) {
      const reading = readOutcomes(textCell(piece.repeat(32_767 / piece.length)), OUTCOMES);
      expect(reading.unknown.length).toBeLessThan(1001);
    }
  });
});

test.each([
  [46082, '1-3', ['SO1', 'SO2', 'SO3']],
  [46057, '4-2', ['SO2', 'SO3', 'SO4']],
])('of a date that Excel made it is said what was likely typed: %i', (serial, typed, codes) => {
  const reading = readOutcomes(numberCell(serial, 'shown', 'd-mmm'), OUTCOMES);
  expect(reading.changedByExcel).toEqual({ typed, codes });
  expect([reading.codes, reading.unknown]).toEqual([[], ['shown']]);
});

test('a date whose day or month is no outcome, or that shows its year, is a date', () => {
  expect(readOutcomes(numberCell(46082, '01/03/2026', 'dd/mm/yyyy'), OUTCOMES).changedByExcel).toBeUndefined();
  expect(readOutcomes(numberCell(46099, '18-Mar', 'd-mmm'), OUTCOMES).changedByExcel).toBeUndefined();
  expect(readOutcomes(numberCell(46296, '1-Oct', 'd-mmm'), OUTCOMES).changedByExcel).toBeUndefined();
});
