import { a1, type BookGrid, type CellComment, gridOf, parseA1, parseArea, type SheetGrid, textCell } from '../../../src/domain/grid';
import { cellsToMove, type CommentMove, oneByOne, reconcile, type SheetOutcome } from '../../../src/domain/workbook';
import { applyToBook, editsOf, undosOf } from './apply-to-grid';
import { type ListRow, listPlan } from './list-plan';

const EMPTY: BookGrid = { name: '', sheets: [gridOf('Sheet1', [])] };
const FIRST: readonly ListRow[] = [
  ['A5', 'no lead'],
  ['A6', 'no measure'],
];
const REVERSED = [...FIRST].reverse();
const made = reconcile(listPlan(FIRST), EMPTY, null);
const book = applyToBook(EMPTY, editsOf(made.changes));

/** "C2" or "C2 note": each with its own text. */
function comments(places: readonly string[]): CellComment[] {
  return places.map((one) => {
    const [address = '', kind = 'comment'] = one.split(' ');
    const place = parseA1(address) ?? { row: 0, column: 0 };
    return {
      ...place,
      kind: kind === 'note' ? 'note' : 'comment',
      id: kind === 'note' ? null : `{${address}}`,
      author: 'Jo',
      text: `was ${address}`,
    };
  });
}

function withList(change: Partial<SheetGrid>): BookGrid {
  return { ...book, sheets: book.sheets.map((sheet) => (sheet.name === 'Findings' ? { ...sheet, ...change } : sheet)) };
}

const placesIn = ({ sheets }: BookGrid): string[] =>
  (sheets.find(({ name }) => name === 'Findings')?.comments ?? []).map((one) => `${one.text.slice(4)} ${a1(one)}`).sort();

function refreshed(before: BookGrid, rows: readonly ListRow[]): { readonly outcome: SheetOutcome; readonly after: BookGrid } {
  const outcome = reconcile(listPlan(rows), before, made.written);
  return { outcome, after: applyToBook(before, editsOf(outcome.changes)) };
}

it.each<[string, Partial<SheetGrid>, readonly ListRow[], readonly string[]]>([
  ['notes as well', { comments: comments(['C2 note', 'C3 note']) }, REVERSED, ['C2 C3', 'C3 C2']],
  ['beside the table', { comments: comments(['G2', 'H3 note']) }, REVERSED, ['G2 G3', 'H3 H2']],
  [
    'in columns of merged cells it stays',
    { comments: comments(['G2']), merges: [parseArea('G2:H2')].flatMap((area) => area ?? []) },
    REVERSED,
    ['G2 G2'],
  ],
  ['beside no row it stays', { comments: comments(['A1', 'C9', 'B4']) }, REVERSED, ['A1 A1', 'B4 B4', 'C9 C9']],
  ['of rows that stay', { comments: comments(['A2', 'B3']) }, [...FIRST, ['A9', 'new']], ['A2 A2', 'B3 B3']],
])('moves comments with their rows: %s', (_, change, rows, expected) => {
  const before = withList(change);
  const { outcome, after } = refreshed(before, rows);
  expect([placesIn(after), outcome.obstacles]).toEqual([expected, []]);
  expect(outcome.commentsMoved).toBe(expected.filter((one) => one.split(' ')[0] !== one.split(' ')[1]).length);
  expect(placesIn(applyToBook(after, undosOf(outcome.changes)))).toEqual(placesIn(before));
});

it('keeps a row that is gone while it has a comment, and no longer', () => {
  const { outcome, after } = refreshed(withList({ comments: comments(['B2']) }), [['A6', 'no measure']]);
  expect(placesIn(after)).toEqual(['B2 B3']);
  const without = { ...after, sheets: after.sheets.map((sheet) => ({ ...sheet, comments: [] })) };
  const next = reconcile(listPlan([['A6', 'no measure']]), without, outcome.written);
  expect(
    applyToBook(without, editsOf(next.changes))
      .sheets.find(({ name }) => name === 'Findings')
      ?.rows.get(2)?.size ?? 0,
  ).toBe(0);
});

it('writes nothing where another comment stands on the cell that is needed', () => {
  const rows: readonly ListRow[] = [
    ['A7', 'new'],
    ['A5', 'no lead'],
  ];
  const { outcome } = refreshed(withList({ comments: comments(['B3', 'B4']) }), rows);
  expect(outcome.obstacles.map(({ address }) => address)).toEqual(['B4']);
});

it('takes the comment of a row of totals down with it', () => {
  const [list] = book.sheets.filter(({ name }) => name === 'Findings');
  const tables = (list?.tables ?? []).map((table) => ({
    ...table,
    hasTotals: true,
    area: { ...table.area, bottom: table.area.bottom + 1 },
  }));
  const rows = new Map(list?.rows).set(3, new Map([[0, textCell('Total')]]));
  const { outcome, after } = refreshed(withList({ tables, rows, comments: comments(['A4', 'C2']) }), [['A1', 'new'], ...FIRST]);
  expect([outcome.obstacles, placesIn(after)]).toEqual([[], ['A4 A5', 'C2 C3']]);
  expect(
    after.sheets
      .find(({ name }) => name === 'Findings')
      ?.rows.get(4)
      ?.get(0)?.value,
  ).toBe('Total');
});

const move = (known: string, from: string, to: string): CommentMove => ({
  kind: 'comment',
  known: `{${known}}`,
  from: parseA1(from) ?? { row: 0, column: 0 },
  to: parseA1(to) ?? { row: 0, column: 0 },
});

it.each<[string, readonly string[], readonly CommentMove[], number]>([
  ['onto a free cell', ['A1'], [move('A1', 'A1', 'A5')], 3],
  ['that are where they go', ['A1', 'A2'], [move('A1', 'A2', 'A1'), move('A2', 'A1', 'A2')], 0],
  ['that are gone', ['B9'], [move('A1', 'A1', 'A5')], 0],
  ['that somebody put elsewhere', ['B9'], [move('B9', 'A1', 'A5')], 3],
])('cuts and pastes cells of comments %s', (_, standing, moves, expected) => {
  const steps = oneByOne(cellsToMove(comments(standing), moves), parseA1('Z9') ?? { row: 0, column: 0 });
  const cells = new Map<string, string>();
  for (const { from, to } of steps) {
    cells.set(a1(to), cells.get(a1(from)) ?? a1(from));
    cells.delete(a1(from));
  }
  expect(cells.has('Z9')).toBe(false);
  expect(steps.length).toBe(expected);
  for (const { from, to } of cellsToMove(comments(standing), moves)) expect(cells.get(a1(to))).toBe(a1(from));
});
