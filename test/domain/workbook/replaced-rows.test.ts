import { type BookGrid, type Cell, cellAt, gridOf, parseA1, textCell } from '../../../src/domain/grid';
import { reconcile, type SheetOutcome, type WrittenSheet } from '../../../src/domain/workbook';
import { applyToBook, editsOf } from './apply-to-grid';
import { type ListRow, listPlan } from './list-plan';

const EMPTY: BookGrid = { name: '', sheets: [gridOf('Sheet1', [])] };

const FIRST: readonly ListRow[] = [
  ['A5', 'no lead'],
  ['A6', 'no measure'],
  ['A7', 'no outcome'],
];

interface Written {
  readonly book: BookGrid;
  readonly outcome: SheetOutcome;
}

function run(rows: readonly ListRow[], book: BookGrid, last: WrittenSheet | null): Written {
  const outcome = reconcile(listPlan(rows), book, last);
  return { outcome, book: applyToBook(book, editsOf(outcome.changes)) };
}

/** The book with the user's column beside the list, and cells typed into it. */
function typed(book: BookGrid, cells: Readonly<Record<string, string>>): BookGrid {
  return {
    ...book,
    sheets: book.sheets.map((sheet) => {
      if (sheet.name !== 'Findings') return sheet;
      const rows = new Map([...sheet.rows].map(([row, line]) => [row, new Map(line)]));
      for (const [address, words] of Object.entries({ D1: 'My notes', ...cells })) {
        const { row, column } = parseA1(address) ?? { row: 0, column: 0 };
        rows.set(row, (rows.get(row) ?? new Map<number, Cell>()).set(column, textCell(words)));
      }
      const tables = sheet.tables.map((table) => ({ ...table, area: { ...table.area, right: 3 } }));
      return { ...sheet, rows, tables };
    }),
  };
}

/** The list as it stands, a row a string. */
function shown(book: BookGrid): string[] {
  const sheet = book.sheets.find(({ name }) => name === 'Findings') ?? gridOf('none', []);
  const { top, bottom } = sheet.tables[0]?.area ?? { top: 0, bottom: 0 };
  return Array.from({ length: bottom - top }, (_, index) =>
    [0, 1, 2, 3].map((column) => String(cellAt(sheet, { row: top + 1 + index, column }).value ?? '')).join('|'),
  );
}

const first = run(FIRST, EMPTY, null);

it('takes what the user wrote beside a row along with the row', () => {
  const noted = typed(first.book, { D3: 'asked Jo', D4: 'wait' });
  const next = run(
    [
      ['A7', 'no outcome'],
      ['A2', 'no lead'],
      ['A6', 'no measure'],
    ],
    noted,
    first.outcome.written,
  );
  expect(shown(next.book)).toEqual(['error|A7|no outcome|wait', 'error|A2|no lead|', 'error|A6|no measure|asked Jo']);
  expect(next.outcome.notesKept).toBe(2);
  expect(next.outcome.kept).toEqual([]);
});

it('keeps a row that is no longer planned below the others while something is written beside it', () => {
  const noted = typed(first.book, { D2: 'asked Jo' });
  const next = run([['A6', 'no measure']], noted, first.outcome.written);
  expect(shown(next.book)).toEqual(['error|A6|no measure|', 'no longer found|A5|no lead|asked Jo']);
  expect(next.outcome.rows).toEqual({ added: 0, changed: 1, sourceAlone: 0, unchanged: 0, gone: 0, stillGone: 1 });
  expect(run([['A6', 'no measure']], next.book, next.outcome.written).outcome.changes).toEqual([]);
  const back = run(FIRST, next.book, next.outcome.written);
  expect(shown(back.book)).toEqual(['error|A5|no lead|asked Jo', 'error|A6|no measure|', 'error|A7|no outcome|']);
  expect(back.outcome.kept).toEqual([]);
});

it('of two rows that were planned alike, the one that was typed over stays the one in conflict', () => {
  const TWICE: readonly ListRow[] = [
    ['A5', 'no lead'],
    ['A5', 'no lead'],
  ];
  const written = run(TWICE, EMPTY, null);
  const forgotten: WrittenSheet = { ...written.outcome.written, rows: {}, isRebuilt: true };
  const next = run(TWICE, typed(written.book, { C2: 'no lead yet' }), forgotten);
  expect(kept(next)).toEqual([['C2', 'no lead yet', 'no lead', true]]);
  const again = run(TWICE, next.book, next.outcome.written);
  expect([again.outcome.changes, again.outcome.written]).toEqual([[], next.outcome.written]);
});

/** Cells kept as typed: address, what was typed, what the plan has, whether both changed. */
const kept = ({ outcome }: Written): unknown[] => outcome.kept.map((cell) => [cell.address, cell.kept, cell.sent, cell.conflict]);

it('keeps what the user typed over in a row, wherever the row goes, and tells what the plan has', () => {
  const noted = typed(first.book, { A3: 'not so bad' });
  const same = run(FIRST, noted, first.outcome.written);
  expect([shown(same.book)[1], kept(same)]).toEqual(['not so bad|A6|no measure|', [['A3', 'not so bad', 'error', false]]]);
  const moved = run([...FIRST].reverse().slice(1), same.book, same.outcome.written);
  expect(shown(moved.book)).toEqual(['not so bad|A6|no measure|', 'error|A5|no lead|']);
  const again = run([...FIRST].reverse().slice(1), moved.book, moved.outcome.written);
  expect([again.outcome.changes, kept(again)]).toEqual([[], [['A2', 'not so bad', 'error', false]]]);
});

it('knows a row by what was written where a cell that it is known by was typed over', () => {
  const noted = typed(first.book, { C3: 'no measure, but Jo is on it', D3: 'asked' });
  const next = run(FIRST, noted, first.outcome.written);
  expect(shown(next.book)[1]).toBe('error|A6|no measure, but Jo is on it|asked');
  expect(run(FIRST, next.book, next.outcome.written).outcome.changes).toEqual([]);
});

it('keeps a row that is no longer planned and was typed over, for as many runs as it takes', () => {
  const noted = typed(first.book, { C3: 'no measure, but Jo is on it', A4: 'serious' });
  const gone = run([['A5', 'no lead']], noted, first.outcome.written);
  const rows = ['error|A5|no lead|', 'no longer found|A6|no measure, but Jo is on it|', 'serious|A7|no outcome|'];
  expect(shown(gone.book)).toEqual(rows);
  const again = run([['A5', 'no lead']], gone.book, gone.outcome.written);
  expect([again.outcome.changes, shown(again.book)]).toEqual([[], rows]);
  const back = run(FIRST, again.book, again.outcome.written);
  expect(shown(back.book)).toEqual(['error|A5|no lead|', 'error|A6|no measure, but Jo is on it|', 'serious|A7|no outcome|']);
});

it('fills a cell again that the user emptied', () => {
  expect(shown(run(FIRST, typed(first.book, { C3: '' }), first.outcome.written).book)).toEqual(shown(first.book));
});

it('keeps a row that the user added inside the list', () => {
  const added = typed(first.book, { A4: 'mine', B4: 'A99', C4: 'look at this' });
  const next = run(FIRST.slice(0, 2), added, first.outcome.written);
  expect(shown(next.book)[2]).toBe('mine|A99|look at this|');
  expect(run(FIRST.slice(0, 2), next.book, next.outcome.written).outcome.changes).toEqual([]);
});

/** What stands apart from the list, in column F, by row. */
const apart = ({ book }: Written): (string | number | boolean | null)[] => {
  const sheet = book.sheets.find(({ name }) => name === 'Findings') ?? gridOf('none', []);
  return [1, 2, 3, 4].map((row) => cellAt(sheet, { row, column: 5 }).value);
};

it('takes what stands apart from the list, in the same row, along with the row', () => {
  const noted = typed(first.book, { F3: 'ring them', F4: 'done' });
  const next = run([FIRST[2] ?? ['', ''], ['A1', 'new']], noted, first.outcome.written);
  expect(shown(next.book)).toEqual(['error|A7|no outcome|', 'error|A1|new|', 'no longer found|A6|no measure|']);
  expect(apart(next)).toEqual(['done', null, 'ring them', null]);
});

it('leaves what stands apart below the list, and stops where a row’s text would come to stand on it', () => {
  const noted = typed(first.book, { F5: 'end of list', F2: 'mine' });
  const grown = run([['A1', 'new'], ...FIRST], noted, first.outcome.written);
  expect(apart(grown)).toEqual([null, 'mine', null, 'end of list']);
  const onto = run([['A1', 'new'], ['A2', 'newer'], ['A3', 'newest'], FIRST[0] ?? ['', '']], noted, first.outcome.written);
  expect(onto.outcome.obstacles.map(({ address }) => address)).toEqual(['F5']);
});

it('takes formulas that refer to their own row along, and leaves a column that is one formula', () => {
  const formula = (words: string): Cell => ({ kind: 'number', value: 1, text: '1', format: 'General', formula: words });
  const withFormulas = (cells: Readonly<Record<string, string>>): BookGrid => ({
    ...first.book,
    sheets: typed(first.book, {}).sheets.map((sheet) => {
      if (sheet.name !== 'Findings') return sheet;
      const rows = new Map([...sheet.rows].map(([row, line]) => [row, new Map(line)]));
      for (const [address, words] of Object.entries(cells)) {
        const { row, column } = parseA1(address) ?? { row: 0, column: 0 };
        rows.get(row)?.set(column, formula(words));
      }
      return { ...sheet, rows };
    }),
  });
  const formulasOf = ({ book }: Written): (string | undefined)[] => {
    const sheet = book.sheets.find(({ name }) => name === 'Findings') ?? gridOf('none', []);
    return [1, 2, 3].map((row) => cellAt(sheet, { row, column: 3 }).formula);
  };
  const reversed = [...FIRST].reverse();
  const one = run(reversed, withFormulas({ D2: '=LEN(C2)&B$1&A2:C2&"C2"&Other!C2&SUM(C2:C4)' }), first.outcome.written);
  expect(formulasOf(one)).toEqual([undefined, undefined, '=LEN(C4)&B$1&A4:C4&"C2"&Other!C2&SUM(C2:C4)']);
  const all = run(reversed, withFormulas({ D2: '=LEN(C2)', D3: '=LEN(C3)', D4: '=LEN(C4)' }), first.outcome.written);
  expect(formulasOf(all)).toEqual(['=LEN(C2)', '=LEN(C3)', '=LEN(C4)']);
});

it('takes rows that the user sorted for what they are', () => {
  const sorted = typed(first.book, { B2: 'A7', C2: 'no outcome', B4: 'A5', C4: 'no lead', D2: 'mine' });
  const next = run(FIRST, sorted, first.outcome.written);
  expect(next.outcome.kept).toEqual([]);
  expect(shown(next.book)).toEqual(['error|A5|no lead|', 'error|A6|no measure|', 'error|A7|no outcome|mine']);
});
