import { NO_FACTS, readSource, readState, type SourceRead } from '../../../src/application';
import { planJsonOf } from '../../../src/application/collate/plan-json-of';
import { planJsonSchema, type PlanJson } from '../../../src/application/collate/plan-json';
import { unreadableSource } from '../../../src/application/sources/read-sources';
import { kent2025 } from '../../../src/domain/framework';
import { type BookGrid, type CalendarDate, gridOf, textCell } from '../../../src/domain/grid';
import { councilRun, NO_BOOK, type Run, type Sent } from './council-run';
import { rowsOf, typed } from './plan-cells';

const Q1: CalendarDate = { year: 2025, month: 5, day: 2 };
const Q2: CalendarDate = { year: 2025, month: 8, day: 1 };
const Q3: CalendarDate = { year: 2025, month: 11, day: 3 };
const Q4: CalendarDate = { year: 2026, month: 2, day: 2 };
const NEXT_Q1: CalendarDate = { year: 2026, month: 5, day: 4 };

const GET: Sent = {
  GET: [
    { commitment: 'Open a community kitchen in every district', timescale: 'March 2027', status: 'on track', indicator: '3.7' },
    { commitment: 'Plant trees along the busiest roads', ledBy: '', outcome: 'SO9' },
  ],
};
const CYPE: Sent = { CYPE: [{ commitment: 'Run parenting courses with the health visitors', timescale: 'December 2026' }] };
const BOTH: Sent = { ...GET, ...CYPE };

const json = ({ collated, prepared }: Run): PlanJson =>
  planJsonSchema.parse(JSON.parse(JSON.stringify(planJsonOf(collated, prepared.kept))));
const standing = ({ book }: Run): string[][] => rowsOf(book, 'All priorities', ['Ref', 'Standing']);
const whatHappened = ({ book }: Run): string[][] => rowsOf(book, 'Changes', ['Ref', 'What happened']);

const first = councilRun(BOTH, NO_BOOK, Q1);
const late = councilRun(CYPE, first.book, Q2);

describe('a directorate that sends nothing', () => {
  it('is carried forward as the very actions that were read, with the quarter in which they were last heard', () => {
    const sent = json(first).actions;
    expect(sent.map(({ lastHeard }) => lastHeard)).toEqual([null, null, null]);
    const quarterOf = (directorate: string | null): string | null => (directorate === 'GET' ? '2025/26 Q1' : null);
    const wanted = sent.map((action) => ({ ...action, lastHeard: quarterOf(action.directorate) }));
    expect(json(late).actions).toEqual(wanted);
  });

  it('counts in every total, and is listed as not sent', () => {
    const [before, after] = [json(first), json(late)];
    expect(after.counts).toMatchObject({ actions: 3, gone: 0, carried: 2, errors: before.counts.errors });
    expect(after.coverage.find(({ indicator }) => indicator === '3.7')).toMatchObject({ confirmed: ['GET-01'], directorates: ['GET'] });
    expect(after.notSent[0]).toEqual({ directorate: 'GET', lastHeard: '2025/26 Q1', actions: 2, measures: 0, activities: 0 });
    const { counts } = late.prepared.figures;
    expect([counts.sent, counts.silent.includes('GET')]).toEqual([['CYPE'], true]);
  });

  it('has its findings, marked', () => {
    const marks = (plan: PlanJson): unknown[] => plan.findings.map(({ code, file, cell, lastHeard }) => [code, file, cell, lastHeard]);
    const wanted = marks(json(first)).map((one) => {
      const [code, file, cell] = one as string[];
      return [code, file, cell, file === 'GET.xlsx' ? '2025/26 Q1' : null];
    });
    expect(marks(json(late))).toEqual(wanted);
    expect(wanted).toContainEqual(['missing-lead', 'GET.xlsx', 'B3', '2025/26 Q1']);
  });

  it('is marked on the sheets and told in Changes', () => {
    expect(standing(late)).toEqual([
      ['CYPE-01', ''],
      ['GET-01', 'last heard 2025/26 Q1'],
      ['GET-02', 'last heard 2025/26 Q1'],
    ]);
    expect(whatHappened(late)).toEqual([
      ['GET-01', 'carried forward'],
      ['GET-02', 'carried forward'],
    ]);
    const title = late.book.sheets
      .find(({ name }) => name === 'Council summary')
      ?.rows.get(1)
      ?.get(0)?.text;
    expect(title).toContain('carried forward: GET, last heard 2025/26 Q1');
  });

  it('changes nothing when it is collated twice', () => {
    expect(councilRun(CYPE, late.book, Q2).prepared.nothingToDo).toBe(true);
  });

  it('is told as sent again under the same Refs when it comes back', () => {
    const back = councilRun(BOTH, late.book, Q3);
    expect(whatHappened(back)).toEqual([
      ['GET-01', 'sent again'],
      ['GET-02', 'sent again'],
    ]);
    expect(standing(back).map(([, mark]) => mark)).toEqual(['', '', '']);
    expect(json(back).actions.map(({ ref, lastHeard }) => [ref, lastHeard])).toEqual([
      ['CYPE-01', null],
      ['GET-01', null],
      ['GET-02', null],
    ]);
  });

  it('keeps the quarter in which it was last heard for as long as it is silent', () => {
    const year = [Q3, Q4, NEXT_Q1].reduce((plan, day) => councilRun(CYPE, plan.book, day), late);
    expect(standing(year).slice(1)).toEqual([
      ['GET-01', 'last heard 2025/26 Q1'],
      ['GET-02', 'last heard 2025/26 Q1'],
    ]);
    expect(whatHappened(year)).toEqual([
      ['GET-01', 'carried forward'],
      ['GET-02', 'carried forward'],
    ]);
  });

  it('keeps what was typed into its rows, and the figures go by it', () => {
    const noted = typed(typed(late.book, 'All priorities', 'Status', 'GET-01', 'delayed'), 'All priorities', 'Notes', 'GET-02', 'Ask Jo');
    const next = councilRun(CYPE, noted, Q3);
    expect(rowsOf(next.book, 'All priorities', ['Ref', 'Status', 'Notes']).slice(1)).toEqual([
      ['GET-01', 'delayed', ''],
      ['GET-02', '', 'Ask Jo'],
    ]);
    expect(next.prepared.figures.atRisk).toBe(1);
    expect(next.prepared.kept.filter(({ conflict }) => conflict)).toEqual([]);
  });

  it('is dropped on purpose, with its notes kept, and stays dropped', () => {
    const noted = typed(late.book, 'All priorities', 'Notes', 'GET-02', 'Ask Jo');
    const dropped = councilRun(CYPE, noted, Q3, { late: { how: 'carry', forget: ['GET'] } });
    expect(json(dropped).actions.map(({ ref }) => ref)).toEqual(['CYPE-01']);
    const after = councilRun(CYPE, dropped.book, Q4);
    for (const run of [dropped, after]) {
      expect(rowsOf(run.book, 'All priorities', ['Ref', 'Standing', 'Notes']).slice(1)).toEqual([
        ['GET-01', 'no longer sent', ''],
        ['GET-02', 'no longer sent', 'Ask Jo'],
      ]);
    }
    expect(whatHappened(councilRun(BOTH, after.book, NEXT_Q1))).toContainEqual(['GET-01', 'sent again']);
  });

  it('does not keep a row that only an older version of its table still has', () => {
    const three = [...(GET.GET ?? []), { commitment: 'Repair the paths along the coast' }];
    const before = councilRun({ ...CYPE, GET: three }, NO_BOOK, Q1);
    const { prepared, collated } = councilRun({ ...CYPE, GET: three, 'GET v2': three.slice(0, 2) }, before.book, Q2);
    expect(collated.setAside.map(({ file }) => file)).toEqual(['GET.xlsx']);
    expect(prepared.figures.counts).toMatchObject({ actions: 3, gone: 1, carried: [] });
  });

  it('does not keep a row that its own table no longer has', () => {
    const without = councilRun({ ...CYPE, GET: (GET.GET ?? []).slice(0, 1) }, first.book, Q2);
    expect(standing(without).slice(1)).toEqual([
      ['GET-01', ''],
      ['GET-02', 'no longer sent'],
    ]);
  });
});

describe('a file of which nothing was read', () => {
  const shorter = { ...CYPE, GET: (GET.GET ?? []).slice(0, 1) };
  const empty = readSource('GET.xlsx', { name: 'GET.xlsx', sheets: [gridOf('Notes', [[textCell('See you on Monday')]])] }, READING());
  const check = (sent: Sent, other: SourceRead, wanted: string): void => {
    const run = councilRun(sent, first.book, Q2, {}, [other]);
    expect(standing(run).find(([ref]) => ref === 'GET-02')).toEqual(['GET-02', wanted]);
  };

  it.each([
    ['the file it stood in is locked', CYPE, unreadableSource('GET.xlsx', 'GET.xlsx has a password.', NO_FACTS), 'last heard 2025/26 Q1'],
    ['the file it stood in has no table', CYPE, empty, 'last heard 2025/26 Q1'],
    [
      'a second file that names the directorate is locked',
      shorter,
      unreadableSource('GET part 2.xlsx', 'No.', NO_FACTS),
      'last heard 2025/26 Q1',
    ],
    ['a file that may be anybody’s is locked', shorter, unreadableSource('scan0001.xlsx', 'No.', NO_FACTS), 'last heard 2025/26 Q1'],
    ['a file of another directorate is locked', shorter, unreadableSource('HROD.xlsx', 'No.', NO_FACTS), 'no longer sent'],
  ] as const)('drops nothing that may be in it: %s', (_case, sent, other, wanted) => {
    check(sent, other, wanted);
  });
});

function READING(): Parameters<typeof readSource>[2] {
  return { framework: kent2025(), includeHidden: false };
}

function linesSent(measures: readonly (readonly string[])[], activity: readonly (readonly string[])[]): SourceRead {
  const cells = (rows: readonly (readonly string[])[]): ReturnType<typeof textCell>[][] =>
    rows.map((row) => row.map((words) => textCell(words)));
  const ofMeasures = [['Measures within the Logframe ~ GET'], ['Objectively Verifiable Indicators', 'Timescale', 'Progress'], ...measures];
  const ofActivity = [
    ['Shared outcome 1: Current activity ~ GET'],
    ['What we have committed to', 'Strategies / plans in place to deliver'],
    ...activity,
  ];
  const book: BookGrid = {
    name: 'GET lines.xlsx',
    sheets: [
      ...(measures.length === 0 ? [] : [gridOf('Measures', cells(ofMeasures))]),
      ...(activity.length === 0 ? [] : [gridOf('Activity', cells(ofActivity))]),
    ],
  };
  return readSource('GET lines.xlsx', book, READING());
}

describe('measures and current activity', () => {
  const MEASURES = [
    ['Number of trees planted along roads', 'March 2027', '40 of 60 planted'],
    ['Visits to country parks by bus', '2028', ''],
  ];
  const ACTIVITY = [
    ['Free swimming for families', 'Sports strategy'],
    ['Walking groups in every town', 'Active travel plan'],
  ];
  const withLines = councilRun(GET, NO_BOOK, Q1, { sheets: ['current-activity', 'local-measures'] }, [linesSent(MEASURES, ACTIVITY)]);

  it('get a name of their own', () => {
    const { measures, activities } = json(withLines);
    expect([measures, activities].map((lines) => lines.map(({ ref, lastHeard }) => [ref, lastHeard]))).toEqual([
      [
        ['GET-M1', null],
        ['GET-M2', null],
      ],
      [
        ['GET-A1', null],
        ['GET-A2', null],
      ],
    ]);
  });

  it('are carried forward when only actions are sent, marked on their sheets and told in Changes', () => {
    const next = councilRun(GET, withLines.book, Q2);
    const { measures, activities, counts } = json(next);
    expect([...measures, ...activities].map(({ lastHeard }) => lastHeard)).toEqual(Array.from({ length: 4 }, () => '2025/26 Q1'));
    expect(counts).toMatchObject({ measures: 2, activities: 2, carried: 0 });
    expect(measures[0]).toMatchObject({ progress: '40 of 60 planted', source: { file: 'GET lines.xlsx', sheet: 'Measures' } });
    expect(rowsOf(next.book, 'Current activity', ['Source'])).toEqual([
      ['GET lines.xlsx · Activity · A3 · last heard 2025/26 Q1'],
      ['GET lines.xlsx · Activity · A4 · last heard 2025/26 Q1'],
    ]);
    expect(rowsOf(next.book, 'Local measures', ['Progress']).flat()).toContain('40 of 60 planted');
    expect(whatHappened(next).map(([ref]) => ref)).toEqual(['GET-M1', 'GET-M2', 'GET-A1', 'GET-A2']);
    expect(councilRun(GET, next.book, Q2).prepared.nothingToDo).toBe(true);
  });

  it('are new, reworded, no longer sent and back, like actions', () => {
    const reworded = linesSent([['Number of trees planted along busy roads', 'March 2027', '52 of 60 planted']], ACTIVITY);
    const next = councilRun(GET, withLines.book, Q2, {}, [reworded]);
    expect(rowsOf(next.book, 'Changes', ['Ref', 'What happened', 'Field'])).toEqual([
      ['GET-M1', 'changed', 'Measure'],
      ['GET-M1', 'changed', 'Progress'],
      ['GET-M2', 'no longer sent', 'Measure'],
    ]);
    const more = [...ACTIVITY, ['Bicycles on loan', 'Active travel plan']];
    const back = councilRun(GET, next.book, Q3, {}, [linesSent(MEASURES, more)]);
    expect(whatHappened(back)).toEqual([
      ['GET-M1', 'changed'],
      ['GET-M1', 'changed'],
      ['GET-M2', 'sent again'],
      ['GET-A3', 'new'],
    ]);
  });

  it('say how they stand in the progress update', () => {
    expect(rowsOf(withLines.book, 'Progress update', ['Ref', 'Listed as', 'Progress'])).toContainEqual([
      'GET-M1',
      'measure',
      '40 of 60 planted',
    ]);
  });
});

it('keeps no more of a row than it says, and nothing twice', () => {
  const heard = readState(late.book).heard;
  expect(heard.map(({ ref, standing: mark, quarter }) => [ref, mark, quarter])).toEqual([
    ['CYPE-01', 'sent', '2025/26 Q2'],
    ['GET-01', 'carried', '2025/26 Q1'],
    ['GET-02', 'carried', '2025/26 Q1'],
  ]);
});
