import { readState } from '../../../src/application';
import { councilRun, NO_BOOK, type Run, type Sent } from './council-run';
import { rowsOf, typed } from './plan-cells';

const SEPTEMBER = { year: 2025, month: 9, day: 12 };
const NOVEMBER = { year: 2025, month: 11, day: 24 };

const SENT: Sent = {
  GET: [
    { commitment: 'Open a community kitchen in every district of the county', timescale: 'September 2025', status: 'on track' },
    { commitment: 'Plant trees along the busiest roads' },
    { commitment: 'Walk children to school on safer routes', status: 'on track' },
  ],
  CYPE: [{ commitment: 'Run parenting courses with the health visitors', timescale: 'December 2025' }],
};

const LATER: Sent = {
  GET: [
    { commitment: 'Open a community kitchen in each district of the county', timescale: 'March 2026', status: 'at risk' },
    { commitment: 'Walk children to school on safer routes', status: 'on track' },
    { commitment: 'Lend bicycles to people who look for work' },
  ],
  CYPE: [{ commitment: 'Run parenting courses with the health visitors', timescale: 'December 2025' }],
};

const changesOf = ({ book }: Run): string[][] =>
  rowsOf(book, 'Changes', ['Ref', 'What happened', 'Field', 'Was', 'Now', 'Words that differ']);

const first = councilRun(SENT, NO_BOOK, SEPTEMBER);

describe('the changes', () => {
  it('are none after the first collation, and none after a second that found nothing', () => {
    expect(changesOf(first)).toEqual([]);
    const again = councilRun(SENT, first.book, { ...SEPTEMBER, day: 13 });
    expect(again.prepared.nothingToDo).toBe(true);
  });

  const next = councilRun(LATER, first.book, NOVEMBER);
  const wanted = [
    [
      'GET-01',
      'changed',
      'What we have committed to',
      'Open a community kitchen in «every» district of the county',
      'Open a community kitchen in «each» district of the county',
      '“every” is now “each”',
    ],
    ['GET-01', 'changed', 'Timescale', 'September 2025', 'March 2026', ''],
    ['GET-01', 'changed', 'Due', '30 September 2025', '31 March 2026', ''],
    ['GET-01', 'changed', 'Status', 'on track', 'at risk', ''],
    ['GET-04', 'new', 'What we have committed to', '', 'Lend bicycles to people who look for work', ''],
    ['GET-02', 'no longer sent', 'What we have committed to', 'Plant trees along the busiest roads', '', ''],
  ];

  it('are told since the last run, field by field, with the words that differ', () => {
    expect(changesOf(next)).toEqual(wanted);
    expect(next.prepared.changes.since).toBe('the collation of 12 September 2025');
  });

  it('stay told while nothing more changes, whatever is typed beside the actions', () => {
    const again = councilRun(LATER, next.book, { ...NOVEMBER, day: 25 });
    expect(again.prepared.nothingToDo).toBe(true);
    const noted = typed(typed(next.book, 'All priorities', 'Status', 'GET-03', 'delayed'), 'All priorities', 'Notes', 'GET-03', 'asked Jo');
    const after = councilRun(LATER, noted, { ...NOVEMBER, day: 26 });
    expect(after.prepared.nothingToDo).toBe(false);
    const kept = ['GET-03', 'kept as typed', 'Status · All priorities', '', 'delayed', 'GET sends “on track”'];
    expect(changesOf(after)).toEqual([...wanted, kept]);
    expect(councilRun(LATER, after.book, { ...NOVEMBER, day: 27 }).prepared.nothingToDo).toBe(true);
  });

  it('are told since a chosen quarter, what the collator typed since then included', () => {
    const noted = typed(next.book, 'All priorities', 'Status', 'GET-03', 'delayed');
    const since = councilRun(LATER, noted, NOVEMBER, { since: '2025/26 Q2' });
    expect(changesOf(since).filter(([ref, what]) => ref === 'GET-03' && what !== 'kept as typed')).toEqual([
      ['GET-03', 'changed', 'Status', 'on track', 'delayed', ''],
    ]);
    expect(since.prepared.changes.since).toBe('2025/26 Q2, as the plan stood on 12 September 2025');
  });

  it('cannot be told since a quarter that has no snapshot', () => {
    expect(() => councilRun(LATER, next.book, NOVEMBER, { since: '2024/25 Q1' })).toThrow(
      'There is no snapshot of “2024/25 Q1” to compare with. There are: 2025/26 Q2, 2025/26 Q3.',
    );
  });

  it('say that an action is back under its Ref', () => {
    const back = councilRun(
      { ...LATER, GET: [...(LATER.GET ?? []), { commitment: 'Plant trees along the busiest roads' }] },
      next.book,
      NOVEMBER,
    );
    expect(changesOf(back)).toEqual([['GET-02', 'sent again', 'What we have committed to', '', 'Plant trees along the busiest roads', '']]);
    expect(back.prepared.sheets.flatMap(({ kept, displaced }) => [...kept, ...displaced])).toEqual([]);
  });
});

describe('progress', () => {
  it('is held against the last run of the quarter before, of which one snapshot is kept', () => {
    const renewed = councilRun(
      { ...SENT, CYPE: [{ commitment: 'Run parenting courses with the health visitors', timescale: 'June 2025' }] },
      first.book,
      { ...SEPTEMBER, day: 20 },
    );
    const next = councilRun(LATER, renewed.book, NOVEMBER);
    expect(readState(next.book).snapshots.map(({ quarter, asOf }) => [quarter, asOf])).toEqual([
      ['2025/26 Q2', '2025-09-20'],
      ['2025/26 Q3', '2025-11-24'],
    ]);
    expect(rowsOf(next.book, 'Progress update', ['Ref', 'Listed as', 'Status', 'Status last quarter', 'What slipped'])).toEqual([
      ['CYPE-01', 'slipped', '', '', 'due later'],
      ['GET-01', 'slipped', 'at risk', 'on track', 'due later, status worse'],
    ]);
  });

  it('goes by what the collator typed, in the list and in every figure', () => {
    const noted = typed(first.book, 'All priorities', 'Status', 'GET-01', 'Complete');
    const overdue = ({ book }: Run): string[] => rowsOf(book, 'Progress update', ['Ref']).flat();
    const later = { ...SEPTEMBER, month: 10 };
    expect(overdue(councilRun(SENT, first.book, later))).toEqual(['GET-01']);
    expect(overdue(councilRun(SENT, noted, later))).toEqual([]);
  });

  it('says that a quarter is over even where nothing else changed', () => {
    expect(councilRun(SENT, first.book, { ...SEPTEMBER, day: 30 }).prepared.nothingToDo).toBe(true);
    expect(councilRun(SENT, first.book, { ...SEPTEMBER, month: 10 }).prepared.nothingToDo).toBe(false);
  });
});

describe('sheets by choice', () => {
  const names = ({ prepared }: Run): string[] => prepared.sheets.map(({ sheet }) => sheet);
  it('are written when they are asked for, and kept up to date from then on until they are deleted', () => {
    const asked = councilRun(SENT, NO_BOOK, SEPTEMBER, { sheets: ['by-outcome', 'local-measures'] });
    expect(names(asked).slice(-2)).toEqual(['By outcome', 'Local measures']);
    expect(rowsOf(asked.book, 'By outcome', ['Ref'])).toHaveLength(4);
    const next = councilRun(LATER, asked.book, NOVEMBER);
    expect(rowsOf(next.book, 'By outcome', ['Ref', 'Status'])).toContainEqual(['GET-01', 'at risk']);
    const deleted = { ...next.book, sheets: next.book.sheets.filter(({ name }) => name !== 'By outcome') };
    expect(names(councilRun(LATER, deleted, NOVEMBER))).not.toContain('By outcome');
  });

  it('are results and not submissions, under any name', () => {
    const { book } = councilRun(SENT, NO_BOOK, SEPTEMBER, { sheets: ['by-outcome'] });
    const renamed = {
      ...book,
      sheets: book.sheets.map((sheet) => ({ ...sheet, id: `${sheet.id}!`, name: sheet.name === '_plan' ? '_plan' : `My ${sheet.name}` })),
    };
    const { collated } = councilRun({}, renamed, NOVEMBER);
    expect(collated.sources.flatMap(({ actions }) => actions)).toEqual([]);
    expect(collated.register.actions.filter(({ lastHeard }) => lastHeard === null)).toEqual([]);
  });
});
