import { type BookGrid, type Cell, cellAt, gridOf, textCell } from '../../../src/domain/grid';
import { type PlanColumn, reconcile, type SheetOutcome, type SheetPlan, text, type WrittenSheet } from '../../../src/domain/workbook';
import { applyToBook, editsOf } from './apply-to-grid';
import { BARE_PLAN } from './bare-plan';

const EMPTY: BookGrid = { name: '', sheets: [gridOf('Sheet1', [[textCell('mine')]])] };

/** Two texts mean the same where they name the same letters, in any order; a text without capital letters is a note. */
const lettersOf = (words: string): string => [...new Set(words.match(/[A-Z]/g) ?? [])].sort().join('');
const meansSame = (one: string, other: string): boolean => lettersOf(one) !== '' && lettersOf(one) === lettersOf(other);

/** One row a letter list: the Ref in the first column, a text that is merged in the second. */
function planOf(rows: Readonly<Record<string, string>>, more: Partial<PlanColumn> = { meansSame }): SheetPlan {
  const base = { wrap: true, align: 'left', format: '@', width: 20 } as const;
  return {
    name: 'Letters',
    ...BARE_PLAN,
    table: {
      name: 'Letters',
      at: { row: 0, column: 0 },
      columns: [
        { key: 'ref', heading: 'Ref', owner: 'plan', ...base },
        { key: 'letters', heading: 'Letters', owner: 'plan', ...base, ...more },
        { key: 'standing', heading: 'Standing', owner: 'plan', ...base },
      ],
      rows: Object.entries(rows).map(([ref, words]) => ({ key: ref, cells: { ref: text(ref), letters: text(words), standing: text('') } })),
      refresh: { how: 'keep', keyColumn: 'ref', gone: { column: 'standing', cell: text('no longer sent') } },
      banded: true,
      style: 'TableStyleLight9',
    },
  };
}

interface Written {
  readonly outcome: SheetOutcome;
  readonly book: BookGrid;
}

function write(plan: SheetPlan, book: BookGrid, last: WrittenSheet | null): Written {
  const outcome = reconcile(plan, book, last);
  return { outcome, book: applyToBook(book, editsOf(outcome.changes)) };
}

const first = (words: string): Written => write(planOf({ R1: words }), EMPTY, null);
const next = (words: string, { outcome, book }: Written, more?: Partial<PlanColumn>): Written =>
  write(planOf({ R1: words }, more), book, outcome.written);

function withCell({ outcome, book }: Written, cell: Cell): Written {
  const sheets = book.sheets.map((sheet) => {
    if (sheet.name !== 'Letters') return sheet;
    const rows = new Map([...sheet.rows].map(([row, cells]) => [row, new Map(cells)]));
    rows.get(1)?.set(1, cell);
    return { ...sheet, rows };
  });
  return { outcome, book: { ...book, sheets } };
}
const typed = (written: Written, words: string): Written => withCell(written, textCell(words));

const letters = ({ book }: Written): Cell['value'] => {
  const sheet = book.sheets.find(({ name }) => name === 'Letters');
  return sheet === undefined ? null : cellAt(sheet, { row: 1, column: 1 }).value;
};
const conflicts = ({ outcome }: Written): string[] =>
  outcome.kept.filter(({ conflict }) => conflict).map(({ kept, sent }) => `${kept} / ${sent}`);

describe('a column that says when two texts mean the same', () => {
  test.each([
    ['in another order', 'B, A'],
    ['in the user’s own words', 'see A and B (part)'],
    ['twice', 'A B A'],
  ])('keeps what was typed %s without a word, on this run and every later one', (_, words) => {
    let run = typed(first(''), words);
    for (let time = 1; time <= 3; time += 1) {
      run = next('A, B', run);
      expect([letters(run), run.outcome.changes, conflicts(run)]).toEqual([words, [], []]);
      expect(run.outcome.rows).toMatchObject({ changed: 0, unchanged: 1 });
      expect(run.outcome.written.rows.R1?.letters).toBe('A, B');
    }
  });

  test('tells a conflict where what was sent changed and what was typed means something else, until it is settled', () => {
    const run = next('A, C', typed(first('A'), 'B, A'));
    expect([letters(run), conflicts(run)]).toEqual(['B, A', ['B, A / A, C']]);
    const again = next('A, C', run);
    expect([letters(again), again.outcome.changes, conflicts(again)]).toEqual(['B, A', [], ['B, A / A, C']]);
  });

  test('tells a conflict where the user’s own words meant the same until what was sent changed', () => {
    const run = next('A, C', next('A', typed(first(''), 'see A')));
    expect([letters(run), conflicts(run)]).toEqual(['see A', ['see A / A, C']]);
  });

  test('takes what was sent in another order for no change', () => {
    const run = next('B, A', typed(first('A, B'), 'C'));
    expect([letters(run), conflicts(run)]).toEqual(['C', []]);
  });

  test('leaves a cell that nobody changed in the words it has, and writes it when the source changes', () => {
    const run = next('A, B', first('B, A'));
    expect([letters(run), run.outcome.changes]).toEqual(['B, A', []]);
    const changed = next('A, B, C', next('A, B', run));
    expect([letters(changed), conflicts(changed), changed.outcome.rows.changed]).toEqual(['A, B, C', [], 1]);
    expect(changed.outcome.written.rows.R1?.letters).toBe('A, B, C');
  });

  test('remembers a row that was deleted from the table, and is put back, in the words it is put back in', () => {
    const deleted = write(planOf({ R2: 'C' }), EMPTY, null);
    const last = {
      ...deleted.outcome.written,
      rows: { ...deleted.outcome.written.rows, R1: { ref: 'R1', letters: 'B, A', standing: '' } },
    };
    const run = write(planOf({ R1: 'A, B', R2: 'C' }), deleted.book, last);
    expect(run.outcome.written.rows.R1?.letters).toBe('A, B');
  });

  test('fills an emptied cell again with what is sent', () => {
    const same = next('A', typed(first('A'), ''));
    expect([letters(same), conflicts(same)]).toEqual(['A', []]);
    const changed = next('B', typed(first('A'), ' '));
    expect([letters(changed), conflicts(changed)]).toEqual(['B', []]);
    const both = next('', typed(first('A'), ''));
    expect([letters(both), both.outcome.changes, conflicts(both)]).toEqual([null, [], []]);
  });

  test('goes by the words where a text names nothing', () => {
    const note = next('B', typed(first('A'), 'ask again'));
    expect([letters(note), conflicts(note)]).toEqual(['ask again', ['ask again / B']]);
    const sent = next('as agreed', first('as asked'));
    expect(letters(sent)).toBe('as agreed');
  });

  test('keeps a formula that shows what is planned', () => {
    const formula: Cell = { kind: 'text', value: 'B A', text: 'B A', format: '@', formula: '=H1' };
    const run = next('A, B', withCell(first('A'), formula));
    expect([run.outcome.changes, conflicts(run)]).toEqual([[], []]);
  });
});

test.each([
  ['A, B', 'B, A', ['B, A / A, B']],
  ['A, B', 'A, B', []],
])('a column that does not say goes by the words: sent %j, typed %j', (sent, words, told) => {
  const run = next(sent, typed(first(''), words), {});
  expect([letters(run), conflicts(run)]).toEqual([words, told]);
});

test('a column that does not say is written in the words of the plan where nobody typed', () => {
  const run = next('a, b', first('A, B'), {});
  expect(letters(run)).toBe('a, b');
});
