import { councilRun, NO_BOOK, type Run, type Sent } from './council-run';
import { rowsOf, typed } from './plan-cells';

const day = (of: number): { year: number; month: number; day: number } => ({ year: 2025, month: 9, day: of });

const sent = (indicator = '', status = ''): Sent => ({
  GET: [
    { commitment: 'Meet the district councils twice a year', outcome: 'SO3', indicator, status },
    { commitment: 'Repaint the depot', outcome: 'SO3' },
  ],
});

const cellsOf = ({ book }: Run, headings: readonly string[]): string[] => {
  const [cells] = rowsOf(book, 'All priorities', ['Ref', ...headings]).filter(([ref]) => ref === 'GET-01');
  return cells?.slice(1) ?? [];
};
const cell = (run: Run): string => cellsOf(run, ['Indicators'])[0] ?? '';
const told = ({ prepared }: Run): string[] =>
  prepared.sheets.flatMap(({ kept, displaced }) => [
    ...kept.filter(({ conflict }) => conflict).map((cell) => `"${cell.kept}" kept, "${cell.sent}" sent`),
    ...displaced.map((one) => `"${one.text}" put aside`),
  ]);
/** What counts for the action, in the order of plan.json. */
const counted = ({ collated }: Run): string[] => {
  const action = collated.register.actions.find(({ ref }) => ref === 'GET-01');
  return (action?.indicators ?? []).flatMap(({ id, state }) => (state === 'suggested' ? [] : [id]));
};
/** Ids that `Logframe coverage` shows as served by the action. */
const covered = ({ book }: Run): string[] =>
  rowsOf(book, 'Logframe coverage', ['Indicator', 'Written or confirmed by']).flatMap(([id = '', refs = '']) =>
    refs === 'GET-01' ? [id] : [],
  );

const withIndicators = ({ book }: Run, words: string): Run['book'] => typed(book, 'All priorities', 'Indicators', 'GET-01', words);

const first = councilRun(sent(), NO_BOOK, day(1));

test('no indicator counts for the action before one is typed', () => {
  expect([counted(first), covered(first), cell(first)]).toEqual([[], [], '']);
});

describe.each<[string, readonly string[]]>([
  ['3.9, G.2', ['3.9', 'G.2']],
  ['G.2, 3.9', ['G.2', '3.9']],
  ['1.14, 1.1', ['1.14', '1.1']],
  ['see 3.7', ['3.7']],
  ['SO3.7', ['3.7']],
  ['3.7?', ['3.7']],
  ['3.6 and 3.7 (part)', ['3.6', '3.7']],
  ['3.9; 3.6 to 3.8', ['3.9', '3.6', '3.7', '3.8']],
])('%j typed for an action', (words, ids) => {
  const second = councilRun(sent(), withIndicators(first, words), day(2));
  const third = councilRun(sent(), second.book, day(3));

  test('stays in the cell, counts in the order typed, and is no conflict', () => {
    expect([cell(second), told(second), counted(second)]).toEqual([words, [], ids]);
    expect(covered(second).sort()).toEqual([...ids].sort());
  });

  test('leaves nothing to do on the next refresh', () => {
    expect([third.prepared.nothingToDo, cell(third), counted(third)]).toEqual([true, words, ids]);
  });

  test('stays when the directorate writes one of them itself, which is no other meaning', () => {
    const written = councilRun(sent(ids.at(-1)), second.book, day(4));
    expect([cell(written), told(written)]).toEqual([words, []]);
    expect([...counted(written)].sort()).toEqual([...ids].sort());
    expect(councilRun(sent(ids.at(-1)), written.book, day(5)).prepared.nothingToDo).toBe(true);
  });

  test('stays, and the conflict is told until it is settled, when the directorate writes another', () => {
    const typedAndSent = councilRun(sent('2.1'), withIndicators(first, words), day(2));
    expect(cell(typedAndSent)).toBe(words);
    expect(told(typedAndSent)).toEqual([`"${words}" kept, "${['2.1', ...ids].join(', ')}" sent`]);
    const again = councilRun(sent('2.1'), typedAndSent.book, day(3));
    expect([cell(again), told(again), again.prepared.nothingToDo]).toEqual([words, told(typedAndSent), true]);
    // Settled at once, or after a run in which it was told.
    for (const before of [withIndicators(first, words), again.book]) {
      const settled = councilRun(sent('2.1'), before, day(4), { settled: [{ row: 'get-01', column: 'Indicators', side: 'mine' }] });
      expect([cell(settled), told(settled), [...counted(settled)].sort()]).toEqual([words, [], [...ids].sort()]);
      const after = councilRun(sent('2.1'), settled.book, day(5));
      expect([told(after), after.prepared.nothingToDo, [...counted(after)].sort()]).toEqual([[], true, [...ids].sort()]);
    }
  });

  test('emptied again, counts no longer', () => {
    const emptied = councilRun(sent(), withIndicators(second, ''), day(3));
    expect([cell(emptied), told(emptied), counted(emptied), covered(emptied)]).toEqual(['', [], [], []]);
    expect(councilRun(sent(), emptied.book, day(4)).prepared.nothingToDo).toBe(true);
  });
});

test('what the directorate alone changed is written', () => {
  const before = councilRun(sent('3.7'), NO_BOOK, day(1));
  const changed = councilRun(sent('3.9'), before.book, day(2));
  expect([cell(before), cell(changed), told(changed), counted(changed)]).toEqual(['3.7', '3.9', [], ['3.9']]);
  const gone = councilRun(sent(), changed.book, day(3));
  expect([cell(gone), told(gone)]).toEqual(['', []]);
});

test('what the directorate alone changed is written also after another order of the same indicators', () => {
  const before = councilRun(sent(), withIndicators(first, '3.9, G.2'), day(2));
  const reordered = councilRun(sent('G.2'), before.book, day(3));
  const changed = councilRun(sent('G.2, 2.1'), reordered.book, day(4));
  expect([cell(reordered), cell(changed), told(changed)]).toEqual(['3.9, G.2', 'G.2, 2.1, 3.9', []]);
});

test('a note that names no indicator stays and decides nothing', () => {
  const before = councilRun(sent('3.7'), NO_BOOK, day(1));
  const noted = councilRun(sent('3.7'), withIndicators(before, 'ask again'), day(2));
  expect([cell(noted), told(noted), counted(noted)]).toEqual(['ask again', [], ['3.7']]);
  const changed = councilRun(sent('3.9'), noted.book, day(3));
  expect([cell(changed), told(changed)]).toEqual(['ask again', ['"ask again" kept, "3.9" sent']]);
});

test('a status typed in other capital letters than the one sent is no conflict; another status is', () => {
  const before = councilRun(sent('', 'on track'), NO_BOOK, day(1));
  const status = (words: string): Run =>
    councilRun(sent('', 'complete'), typed(before.book, 'All priorities', 'Status', 'GET-01', words), day(2));
  expect([cellsOf(status('Complete'), ['Status']), told(status('Complete'))]).toEqual([['Complete'], []]);
  expect(told(status('delayed'))).toEqual(['"delayed" kept, "complete" sent']);
});
