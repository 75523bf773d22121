import { planJsonOf } from '../../../src/application';
import { gridOf, type SheetGrid, textCell } from '../../../src/domain/grid';
import { readState } from '../../../src/domain/state';
import { councilRun, NO_BOOK, type Run, type SentRow } from './council-run';
import { onSheet, placesOn, put } from './handled-plan';
import { rowsOf, typed } from './plan-cells';

const day = (of: number): { year: number; month: number; day: number } => ({ year: 2025, month: 9, day: of });

const ROW: SentRow = { commitment: 'Meet the district councils twice a year', timescale: 'March 2026', outcome: 'SO2' };
const sent = (more: Partial<SentRow> = {}): { GET: SentRow[] } => ({
  GET: [
    { ...ROW, ...more },
    { commitment: 'Repaint the depot', outcome: 'SO3' },
  ],
});

const first = councilRun(sent(), NO_BOOK, day(1), { sheets: ['by-outcome'] });
const withWords = (heading: string, words: string, run: Run = first): Run['book'] =>
  typed(run.book, 'All priorities', heading, 'GET-01', words);
const cell = ({ book }: Run, heading: string, sheet = 'All priorities'): string | undefined =>
  rowsOf(book, sheet, ['Ref', heading]).find(([ref]) => ref === 'GET-01')?.[1];
/** Words typed under a heading in every row of a list. */
const typedInRows = (book: Run['book'], name: string, heading: string, words: string): Run['book'] =>
  onSheet(book, name, (sheet) => {
    const { rows, column } = placesOn(sheet);
    return rows.reduce((before, row) => put(before, row, column(heading), words), sheet);
  });
const told = ({ prepared }: Run): string[] =>
  prepared.kept.map(({ heading, kept, sent: other, sender, conflict }) =>
    [heading, kept, `${sender ?? 'the plan'}: ${other}`, ...(conflict ? ['conflict'] : [])].join(' | '),
  );

const HEADINGS = [
  'Theme',
  'What we have committed to',
  'Led by',
  'Timescale',
  'Measure',
  'Shared outcomes',
  'Cost',
  'Status',
  'Progress',
  'Directorate',
];
const COMPUTED = ['Due', 'Suggested indicators', 'Findings', 'Source', 'Standing'];

describe.each([...HEADINGS, ...COMPUTED])('typed into %s', (heading) => {
  const words = heading === 'Due' ? '30/06/2027' : 'SO3, typed by hand';
  const second = councilRun(sent(), withWords(heading, words), day(2));

  test('the words stay, are told, and a second run changes nothing', () => {
    const again = councilRun(sent(), second.book, day(3));
    expect([cell(second, heading), cell(again, heading)]).toEqual([words, words]);
    expect(told(second).filter((line) => line.startsWith(`${heading} | ${words}`))).toHaveLength(1);
    expect([told(again), again.prepared.nothingToDo]).toEqual([told(second), true]);
  });

  test('emptied again, the cell has what is sent', () => {
    const emptied = councilRun(sent(), withWords(heading, '', second), day(3));
    expect([cell(emptied, heading), told(emptied)]).toEqual([cell(first, heading), []]);
    expect(councilRun(sent(), emptied.book, day(4)).prepared.nothingToDo).toBe(true);
  });

  test('told to take what is sent, the cell does', () => {
    const taken = councilRun(sent(), second.book, day(3), { settled: [{ row: null, column: null, side: 'theirs' }] });
    expect([cell(taken, heading), told(taken)]).toEqual([cell(first, heading), []]);
    expect(taken.prepared.taken.map(({ kept }) => kept)).toContain(words);
  });
});

describe.each<[string, string, string]>([
  ['Shared outcomes', 'SO2', 'so2'],
  ['Shared outcomes', 'SO2', 'SO2:'],
  ['Due', '', '2026-03-31'],
  ['Due', '', '31/3/2026'],
  ['Due', '', 'March 2026'],
  ['Timescale', '', '31/03/2026'],
  ['Led by', '', ' head of  economy '],
])('%s typed in other words for the same (%j): %j', (heading, _, words) => {
  test('stays, and is not told', () => {
    const second = councilRun(sent(), withWords(heading, words), day(2));
    expect([cell(second, heading), told(second)]).toEqual([words, []]);
    expect(councilRun(sent(), second.book, day(3)).prepared.nothingToDo).toBe(true);
  });
});

describe('what counts', () => {
  test('a timescale that was typed gives the due date everywhere, and its history keeps both', () => {
    const second = councilRun(sent(), withWords('Timescale', 'June 2025'), day(2));
    const serial = String(second.prepared.kept.length === 1 ? cell(second, 'Due') : '');
    expect(serial).toBe('45838');
    expect([cell(second, 'Due', 'By outcome'), cell(second, 'Timescale', 'By outcome')]).toEqual([serial, 'June 2025']);
    expect(second.prepared.figures.standing.overdue.now).toBe(1);
    expect(readState(second.book).dates.filter(({ ref }) => ref === 'GET-01')).toEqual([
      { ref: 'GET-01', asOf: '2025-09-01', timescale: 'March 2026', due: '2026-03-31' },
      { ref: 'GET-01', asOf: '2025-09-02', timescale: 'June 2025', due: '2025-06-30' },
    ]);
    expect(councilRun(sent(), second.book, day(3)).prepared.nothingToDo).toBe(true);
  });

  test('a due date that was typed goes before the timescale, and one that is no date is none', () => {
    const dated = councilRun(sent(), withWords('Due', '1 July 2025'), day(2));
    expect([cell(dated, 'Due', 'By outcome'), dated.prepared.figures.standing.overdue.now]).toEqual(['45869', 1]);
    const none = councilRun(sent(), withWords('Due', 'when funded'), day(2));
    expect([cell(none, 'Due', 'By outcome'), none.prepared.figures.deadlines.undated]).toEqual(['', 1]);
  });

  test('outcomes that were typed count, in By outcome and in the figures', () => {
    const second = councilRun(sent(), withWords('Shared outcomes', 'SO4,SO5'), day(2));
    const rows = rowsOf(second.book, 'By outcome', ['Ref', 'Shared outcome']).filter(([ref]) => ref === 'GET-01');
    expect(rows.map(([, outcome]) => outcome?.slice(0, 3))).toEqual(['SO4', 'SO5']);
    const { columns, lines } = second.prepared.figures.outcomesByDirectorate;
    const figures = lines.find((line) => (line.figures.at(-1)?.now ?? 0) > 0)?.figures.map(({ now }) => now);
    expect(columns.map(({ name }, index) => `${name} ${String(figures?.[index])}`)).toEqual([
      'SO1 0',
      'SO2 0',
      'SO3 1',
      'SO4 1',
      'SO5 1',
      'SO6 0',
      'Actions 2',
    ]);
    const odd = councilRun(sent(), withWords('Shared outcomes', 'something else'), day(2));
    expect(rowsOf(odd.book, 'By outcome', ['Ref', 'Shared outcome']).filter(([ref]) => ref === 'GET-01')).toEqual([
      ['GET-01', 'No shared outcome named'],
    ]);
  });
});

describe('a conflict', () => {
  const both = councilRun(sent({ ledBy: 'Head of Growth' }), withWords('Led by', 'Jo Smith'), day(2));

  test('is told until it is settled: in the plan, in Changes and in plan.json', () => {
    const line = 'Led by | Jo Smith | GET: Head of Growth | conflict';
    const again = councilRun(sent({ ledBy: 'Head of Growth' }), both.book, day(3));
    expect([told(both), told(again), again.prepared.nothingToDo]).toEqual([[line], [line], true]);
    expect(rowsOf(both.book, 'Changes', ['Ref', 'What happened', 'Field', 'Now', 'Words that differ'])).toEqual([
      ['GET-01', 'conflict', 'Led by · All priorities', 'Jo Smith', 'GET sends “Head of Growth”'],
    ]);
    expect(planJsonOf(both.collated, both.prepared.kept).actions.map(({ kept }) => kept)).toEqual([
      [{ heading: 'Led by', kept: 'Jo Smith', sent: 'Head of Growth', conflict: true }],
      [],
    ]);
  });

  test('settled for the cell comes again only when the source changes again', () => {
    const mine = councilRun(sent({ ledBy: 'Head of Growth' }), both.book, day(3), {
      settled: [{ row: 'GET-01', column: 'led by', side: 'mine' }],
    });
    expect([told(mine), cell(mine, 'Led by')]).toEqual([['Led by | Jo Smith | GET: Head of Growth'], 'Jo Smith']);
    expect(councilRun(sent({ ledBy: 'Head of Growth' }), mine.book, day(4)).prepared.nothingToDo).toBe(true);
    expect(told(councilRun(sent({ ledBy: 'The Director' }), mine.book, day(4)))).toEqual([
      'Led by | Jo Smith | GET: The Director | conflict',
    ]);
  });

  test('is told with its Ref and the rest of what its row is known by, so that two rows that hold the same are two lines', () => {
    const both = { GET: [{ ...ROW, outcome: 'SO2, SO3' }] };
    const before = councilRun(both, NO_BOOK, day(1), { sheets: ['by-outcome'] });
    const rows = rowsOf(before.book, 'By outcome', ['Ref']);
    expect(rows).toEqual([['GET-01'], ['GET-01']]);
    const typedTwice = typedInRows(before.book, 'By outcome', 'Led by', 'Jo Smith');
    const next = councilRun(both, typedTwice, day(2));
    const lines = rowsOf(next.book, 'Changes', ['Ref', 'Field', 'Now', 'Words that differ']).filter(([, field]) =>
      field?.startsWith('Led by'),
    );
    expect(lines.map(([ref, , now, words]) => [ref, now, words])).toEqual([
      ['GET-01', 'Jo Smith', 'GET sends “Head of Economy”'],
      ['GET-01', 'Jo Smith', 'GET sends “Head of Economy”'],
    ]);
    expect(new Set(lines.map(([, field]) => field)).size).toBe(2);
    expect(lines.map(([, field]) => field?.startsWith('Led by · By outcome · SO'))).toEqual([true, true]);
  });

  test('settled on one sheet leaves what was typed in the same column of the same action on another', () => {
    const overdue = { year: 2026, month: 6, day: 1 };
    const due = councilRun(sent(), first.book, overdue).book;
    const onBoth = typedInRows(typed(due, 'All priorities', 'Led by', 'GET-01', 'Jo Smith'), 'Progress update', 'Led by', 'Kim White');
    const leads = (run: Run): unknown[] => ['All priorities', 'Progress update'].map((sheet) => cell(run, 'Led by', sheet));
    const answer = { row: 'GET-01', column: 'ledBy', side: 'theirs' } as const;
    const settled = councilRun(sent(), onBoth, overdue, { settled: [{ ...answer, sheet: 'All priorities' }] });
    expect(leads(settled)).toEqual(['Head of Economy', 'Kim White']);
    expect(leads(councilRun(sent(), onBoth, overdue, { settled: [answer] }))).toEqual(['Head of Economy', 'Head of Economy']);
  });

  test('settled for the source writes it and tells it as a change', () => {
    const theirs = councilRun(sent({ ledBy: 'Head of Growth' }), both.book, day(3), {
      settled: [{ row: 'GET-01', column: 'ledBy', side: 'theirs' }],
    });
    expect([told(theirs), cell(theirs, 'Led by')]).toEqual([[], 'Head of Growth']);
    expect(councilRun(sent({ ledBy: 'Head of Growth' }), theirs.book, day(4)).prepared.nothingToDo).toBe(true);
  });
});

test('a figure that was typed over is right again, and the text stands on Kept texts, once', () => {
  const summary = ({ book }: Run): SheetGrid => book.sheets.find(({ name }) => name === 'Council summary') ?? gridOf('none', []);
  const at = [...summary(first).rows].find(([, cells]) => cells.get(0)?.value === 'Actions and listed services')?.[0] ?? -1;
  const withFigure = (run: Run, words: string): Run['book'] => {
    const rows = new Map([...summary(run).rows].map(([row, cells]) => [row, new Map(cells)]));
    rows.get(at)?.set(1, textCell(words));
    return { ...run.book, sheets: run.book.sheets.map((sheet) => (sheet.name === 'Council summary' ? { ...sheet, rows } : sheet)) };
  };
  const figure = (run: Run): unknown => summary(run).rows.get(at)?.get(1)?.value;
  const texts = ({ book }: Run): string[][] => rowsOf(book, 'Kept texts', ['Sheet', 'Row', 'Your text']);
  const second = councilRun(sent(), withFigure(first, 'about two'), day(2));
  const line = ['Council summary', 'Actions and listed services', 'about two'];
  expect([figure(second), texts(second)]).toEqual([figure(first), [line]]);
  const third = councilRun(sent(), second.book, day(3));
  expect([third.prepared.nothingToDo, texts(third)]).toEqual([true, [line]]);
  const again = councilRun(sent(), withFigure(third, 'two'), day(4));
  expect([figure(again), texts(again)]).toEqual([figure(first), [line, ['Council summary', 'Actions and listed services', 'two']]]);
});
