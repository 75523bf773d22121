import fc from 'fast-check';
import { kent2025 } from '../../../src/domain/framework';
import type { SheetGrid } from '../../../src/domain/grid';
import { CELL_KINDS, type CellKind, type SheetAccount, type TableCorrection } from '../../../src/domain/reading';
import { drawBook, type SheetDrawn } from './sheet-text';
import { readTables } from './read-tables';

const framework = kent2025();
const HEAD = 'What we have committed to | Led by | Timescale | Measure | Shared Outcome';
const REST = ' | Head of Economy | March 2026 | 200 meals a week | SO2';

function accountsOf(sheets: readonly SheetDrawn[], corrections: readonly TableCorrection[] = [], includeHidden = false) {
  const book = drawBook(sheets, 'GET.xlsx');
  const { sheets: accounts } = readTables(book, framework, { includeHidden, corrections });
  return { accounts, grids: book.sheets };
}

/** Cells that hold something, counted without the program. */
function naiveCount({ rows }: SheetGrid): number {
  let cells = 0;
  for (const inRow of rows.values())
    for (const { value, formula } of inRow.values()) if ((value ?? '') !== '' || formula !== undefined) cells += 1;
  return cells;
}

function expectWhole(account: SheetAccount, grid: SheetGrid): void {
  expect(account.cells).toBe(naiveCount(grid));
  expect(CELL_KINDS.reduce((sum, kind) => sum + account.byKind[kind], 0)).toBe(account.cells);
  expect(account.leftOut.reduce((sum, part) => sum + part.cells, 0)).toBe(account.byKind['left out']);
}

type Wanted = Partial<Record<CellKind, number>>;

/** `parts`: what is left out, as "address: reason" with "!" in front where a finding says it. */
interface Case extends SheetDrawn {
  readonly want: Wanted;
  readonly parts?: readonly string[];
}

const CASES: Record<string, Case> = {
  'a table with a title, a theme and two actions': {
    rows: ['Proposed Priorities ~ GET', '', HEAD, 'Climate', `Plant trees${REST}`, `Sow meadows${REST}`],
    want: { title: 1, heading: 5, theme: 1, action: 10 },
  },
  'a column that is not understood is one part': {
    rows: [`${HEAD} | Favourite colour`, `Plant trees${REST} | blue`, `Sow meadows${REST}`, `Dig ponds${REST} | red`],
    want: { heading: 6, action: 15, 'left out': 2 },
    parts: ['!F2:F4: The heading “Favourite colour” is not understood'],
  },
  'words beside a table are in its reach, numbers of its rows are not': {
    rows: [`| ${HEAD}`, `1 | Plant trees${REST} | ask Jo first`, `2 | Sow meadows${REST} | | | far away`],
    want: { heading: 5, action: 10, 'left out': 4 },
    parts: [
      'A2:A3: Beside the table, under none of its headings',
      '!G2: Beside the table, under none of its headings',
      'I3: Beside the table, under none of its headings',
    ],
  },
  'rows without a commitment, each by itself': {
    rows: [HEAD, `Plant trees${REST}`, REST, REST, `Sow meadows${REST}`],
    want: { heading: 5, action: 10, 'left out': 8 },
    parts: ['!B3:E3: No commitment in this row', '!B4:E4: No commitment in this row'],
  },
  'an introduction, a note and a total': {
    rows: [
      HEAD,
      'Climate',
      'We recognise that the early years shape health for life. There is a need to influence the whole system, with our resources going to those with the greatest needs.',
      `Plant trees${REST}`,
      'Total | 1',
      'Note: figures are provisional',
    ],
    want: { heading: 5, theme: 1, introduction: 1, action: 5, note: 3 },
  },
  'a key below the table is out of its reach, and one part': {
    rows: [HEAD, `Plant trees${REST}`, '', 'Key', 'Red | late', 'Green | on time'],
    want: { heading: 5, action: 5, 'left out': 5 },
    parts: ['A4:B6: Below the table'],
  },
  'what goes on under a merged commitment': {
    rows: [HEAD, `Plant trees${REST}`, '| Officer B | June 2026 | 50 trees'],
    merges: ['A2:A3'],
    want: { heading: 5, action: 5, continuation: 3 },
  },
  'what fills the gaps of a merged commitment': {
    rows: [HEAD, 'Plant trees | Officer A', '| | June 2026 | 50 trees | SO1'],
    merges: ['A2:A3'],
    want: { heading: 5, action: 2, continuation: 3 },
  },
  'cells hidden under a merge': {
    rows: [HEAD, `Plant trees${REST}`, 'Sow meadows | Head of Parks | March 2026 | 3 meadows | SO2'],
    merges: ['B2:B3'],
    want: { heading: 5, action: 9, 'left out': 1 },
    parts: ['!B3: Hidden under a merged cell'],
  },
  'a merge that repeats its own words': {
    rows: [HEAD, `Plant trees${REST}`, 'Sow meadows | Head of Economy | March 2026 | 3 meadows | SO2'],
    merges: ['B2:B3'],
    want: { heading: 5, action: 9, continuation: 1 },
  },
  'a second cell under a heading merged over two columns': {
    rows: ['What we have committed to | Led by | | Timescale | Measure | Shared Outcome', 'Plant trees | Jo | Sam | March 2026 | 3 | SO1'],
    merges: ['B1:C1'],
    want: { heading: 5, action: 5, 'left out': 1 },
    parts: ['!C2: A second cell under “Led by”'],
  },
  'a hidden sheet': {
    rows: [HEAD, `Plant trees${REST}`],
    more: { visibility: 'hidden' },
    want: { 'left out': 10 },
    parts: ['A1:E2: A hidden sheet'],
  },
  'a sheet without a table': {
    rows: ['Dear all,', 'see you soon'],
    want: { 'left out': 2 },
    parts: ['A1:A2: No table on it'],
  },
};

test.each(Object.entries(CASES))('%s', (_name, { want, parts = [], ...sheet }) => {
  const { accounts, grids } = accountsOf([sheet]);
  const [account] = accounts;
  const [grid] = grids;
  if (account === undefined || grid === undefined) throw new Error('no sheet');
  expectWhole(account, grid);
  expect(Object.fromEntries(Object.entries(account.byKind).filter(([, cells]) => cells > 0))).toEqual(want);
  expect(account.leftOut.map(({ address, reason, raises }) => `${raises === null ? '' : '!'}${address}: ${reason}`)).toEqual(parts);
});

test('a table that the user left out is left out cell by cell', () => {
  const { accounts, grids } = accountsOf([{ rows: [HEAD, `Plant trees${REST}`] }], [{ tableId: 'Sheet1!A1', leaveOut: true }]);
  const [account] = accounts;
  const [grid] = grids;
  if (account === undefined || grid === undefined) throw new Error('no sheet');
  expectWhole(account, grid);
  expect(account.byKind['left out']).toBe(10);
});

test('long words are shortened, and the finding still quotes the whole cell', () => {
  const long = 'a long remark '.repeat(60).trim();
  const { accounts } = accountsOf([{ rows: [`${HEAD} | Riskiness of it`, `Plant trees${REST} | ${long}`] }]);
  const [part] = accounts[0]?.leftOut ?? [];
  expect(part?.words).toHaveLength(301);
  expect(part?.words.endsWith('…')).toBe(true);
  expect(part?.at.text).toBe(long);
});

const WORDS = [
  ...HEAD.split(' | '),
  'Theme',
  'Ref',
  'Directorate',
  'Status',
  'Progress',
  'Favourite colour',
  'Climate',
  'Plant trees',
  'Head of Parks',
  'March 2026',
  'SO1',
  'Total',
  'Note: see below',
  'Key',
  'Services include:',
  'e.g. this',
  'Priorities ~ GET',
  '#N/A',
  '=3',
  ' ',
  '',
];

test('whatever stands where, every cell is counted once', () => {
  const word = fc.constantFrom(...WORDS);
  const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' | '));
  const row = fc.oneof(line, fc.constantFrom(HEAD, `Plant trees${REST}`, `Sow meadows${REST}`, REST));
  const merge = fc
    .tuple(fc.nat(12), fc.nat(6), fc.nat(2), fc.nat(3))
    .map(([top, left, height, width]) => `${'ABCDEFGHIJ'[left]}${top + 1}:${'ABCDEFGHIJ'[left + width]}${top + height + 1}`);
  fc.assert(
    fc.property(fc.array(row, { maxLength: 14 }), fc.array(merge, { maxLength: 3 }), fc.boolean(), (rows, merges, isHidden) => {
      const more = { visibility: isHidden ? ('hidden' as const) : ('visible' as const) };
      const { accounts, grids } = accountsOf([{ rows, merges, more }]);
      accounts.forEach((account, index) => {
        const grid = grids[index];
        if (grid !== undefined) expectWhole(account, grid);
      });
    }),
    { numRuns: 400 },
  );
});
