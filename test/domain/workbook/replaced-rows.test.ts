import { type BookGrid, type Cell, cellAt, gridOf, parseA1, textCell } from '../../../src/domain/grid';
import { reconcile, type SheetOutcome, type SheetPlan, text, type WrittenSheet } from '../../../src/domain/workbook';
import { applyToBook, editsOf } from './apply-to-grid';
import { BARE_PLAN } from './bare-plan';

const EMPTY: BookGrid = { name: '', sheets: [gridOf('Sheet1', [])] };

type Row = readonly [place: string, message: string];

/** A list such as `Findings`: written anew each time, known by place and message. */
function planOf(rows: readonly Row[]): SheetPlan {
  const base = { owner: 'plan', wrap: true, align: 'left', format: '@', width: 20 } as const;
  return {
    name: 'Findings',
    ...BARE_PLAN,
    table: {
      name: 'PlanFindings',
      at: { row: 0, column: 0 },
      columns: [
        { key: 'how', heading: 'How', ...base },
        { key: 'place', heading: 'Place', ...base },
        { key: 'message', heading: 'Message', ...base },
      ],
      rows: rows.map(([place, message], index) => ({
        key: String(index),
        cells: { how: text('error'), place: text(place), message: text(message) },
      })),
      refresh: { how: 'replace', identity: ['place', 'message'], gone: { column: 'how', cell: text('no longer found') } },
      banded: true,
      style: 'TableStyleLight9',
    },
  };
}

const FIRST: readonly Row[] = [
  ['A5', 'no lead'],
  ['A6', 'no measure'],
  ['A7', 'no outcome'],
];

interface Written {
  readonly book: BookGrid;
  readonly outcome: SheetOutcome;
}

function run(rows: readonly Row[], book: BookGrid, last: WrittenSheet | null): Written {
  const outcome = reconcile(planOf(rows), book, last);
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
  expect(next.outcome.overwritten).toEqual([]);
});

it('keeps a row that is no longer planned below the others while something is written beside it', () => {
  const noted = typed(first.book, { D2: 'asked Jo' });
  const next = run([['A6', 'no measure']], noted, first.outcome.written);
  expect(shown(next.book)).toEqual(['error|A6|no measure|', 'no longer found|A5|no lead|asked Jo']);
  expect(next.outcome.rows).toEqual({ added: 0, changed: 1, unchanged: 0, gone: 0, stillGone: 1 });
  expect(run([['A6', 'no measure']], next.book, next.outcome.written).outcome.changes).toEqual([]);
  const back = run(FIRST, next.book, next.outcome.written);
  expect(shown(back.book)).toEqual(['error|A5|no lead|asked Jo', 'error|A6|no measure|', 'error|A7|no outcome|']);
  expect(back.outcome.overwritten).toEqual([]);
});

it('shows what the user typed into a column of ours before it is written over', () => {
  const noted = typed(first.book, { C3: 'no measure, but Jo is on it' });
  const next = run(FIRST, noted, first.outcome.written);
  expect(next.outcome.overwritten).toEqual([
    { sheet: 'Findings', address: 'C3', heading: 'Message', was: 'no measure, but Jo is on it', becomes: 'no measure' },
  ]);
});

it('takes rows that the user sorted for what they are', () => {
  const sorted = typed(first.book, { B2: 'A7', C2: 'no outcome', B4: 'A5', C4: 'no lead', D2: 'mine' });
  const next = run(FIRST, sorted, first.outcome.written);
  expect(next.outcome.overwritten).toEqual([]);
  expect(shown(next.book)).toEqual(['error|A5|no lead|', 'error|A6|no measure|', 'error|A7|no outcome|mine']);
});
