import { kent2025 } from '../../../src/domain/framework';
import { understandBook } from '../../../src/domain/reading';
import { DATES } from '../findings/read-sheet';
import { drawBook } from './sheet-text';
import { readTables } from './read-tables';
import { checkBook } from '../findings/check-book';

const KENT = kent2025();

function read(...rows: readonly string[]) {
  const found = readTables(drawBook([{ name: 'GET', rows }]), KENT, { includeHidden: false, corrections: [] });
  const { actions } = understandBook(found, { file: 'GET.xlsx', framework: KENT });
  const findings = checkBook({ ...found, file: 'GET.xlsx', actions }, KENT, DATES);
  const inShort = actions.map(({ commitment, ledBy, timescale, measure, outcomes }) => {
    return [commitment, ledBy.text, timescale.text, measure.text, outcomes.codes.join(' ')].join(' / ');
  });
  return { ...found, actions, findings, inShort };
}

const FORM = (what: string, when: string): string[] => [
  `Ref | R1 | Lead person | Head of ${what}`,
  `Action | Improve ${what}`,
  `Start | September 2026 | Finish | ${when}`,
  `Success criteria | 80% of ${what} good`,
  'Shared outcome | SO2',
];

test('forms, one action a block, each a table of one row', () => {
  const { inShort, tables, actions, findings } = read(
    'Recommendation 1',
    ...FORM('parks', 'July 2027'),
    '',
    'Recommendation 2',
    ...FORM('roads', 'May 2028'),
  );
  expect(inShort).toEqual([
    'Improve parks / Head of parks / From September 2026 to July 2027 / 80% of parks good / SO2',
    'Improve roads / Head of roads / From September 2026 to May 2028 / 80% of roads good / SO2',
  ]);
  expect(tables.map(({ directorate, rows }) => [directorate, rows.length])).toEqual(
    [
      ['GET', 1],
      ['GET', 1],
    ].map(([, n]) => [KENT.directorates.find(({ shortCode }) => shortCode === 'GET')?.name, n]),
  );
  expect(actions.map(({ source }) => source.cells.commitment)).toEqual(['B3', 'B10']);
  expect(findings.filter(({ code }) => code === 'part-not-read' || code.startsWith('missing'))).toEqual([]);
});

test('a table on its side: an action in each column', () => {
  const { inShort, actions } = read(
    'Project | Town Hall | Allotments',
    'What will we do? | Swap the boiler for a heat pump | Put rain butts on every shed',
    'Who leads? | Town Clerk | Allotments Committee',
    'Finish | October 2027 | Ongoing',
    'How will we judge it? | Oil bill gone | Water use down by a third',
  );
  expect(inShort).toEqual([
    'Swap the boiler for a heat pump / Town Clerk / October 2027 / Oil bill gone / ',
    'Put rain butts on every shed / Allotments Committee / Ongoing / Water use down by a third / ',
  ]);
  expect(actions.map(({ source }) => source.cells.commitment)).toEqual(['B2', 'C2']);
});

test('what stands under no label that is understood is told, and every cell counts once', () => {
  const { sheets, findings } = read(...FORM('parks', 'July 2027'), 'Monitored by | Governing Body | Colour | Green');
  expect(findings.filter(({ code }) => code === 'part-not-read')).toHaveLength(1);
  const { cells, byKind } = sheets[0] ?? { cells: 0, byKind: {} };
  expect(Object.values(byKind).reduce((sum, count) => sum + count, 0)).toBe(cells);
});

test.each([
  [
    'guidance in place of answers',
    ['Action | What you will do', 'Lead | The officer who answers', 'Timescale | When it will be done', 'Measure | How you will know'],
  ],
  ['labels without a commitment', ['Lead | Head of Parks', 'Timescale | May 2027', 'Measure | 5 trees']],
  ['no answers', ['Action', 'Lead', 'Timescale', 'Measure']],
])('no form: %s', (_, rows) => {
  expect(read(...rows).tables).toEqual([]);
});

test.each([
  ['beside a label', 'Milestones | Milestone | Who | When', (step: string) => ` | ${step}`],
  ['alone', 'Milestone | Who | When', (step: string) => step],
])('milestones of a form in a small table of their own, %s', (_, head, stepOf) => {
  const { actions, sheets, findings } = read(
    ...FORM('parks', 'July 2027'),
    head,
    stepOf('Sign the lease | Property Services | Dec 2026'),
    stepOf('Recruit staff | Parks Manager | Jan 2027'),
    'Progress | Lease is drafted',
  );
  expect(actions.map(({ milestones }) => milestones.map(({ text, ledBy, timescale }) => [text, ledBy.text, timescale.end]))).toEqual([
    [
      ['Sign the lease', 'Property Services', '2026-12'],
      ['Recruit staff', 'Parks Manager', '2027-01'],
    ],
  ]);
  expect([actions[0]?.ledBy.leads, actions[0]?.progress]).toEqual([['Head of parks'], 'Lease is drafted']);
  expect(findings.filter(({ code }) => code === 'part-not-read')).toEqual([]);
  const { cells, byKind } = sheets[0] ?? { cells: 0, byKind: {} };
  expect(Object.values(byKind).reduce((sum, count) => sum + count, 0)).toBe(cells);
});

test('a table on its side in which one action has no date yet', () => {
  const { inShort } = read(
    ' | Project 1 | Project 2',
    'Commitment | Plant street trees | Reopen the market hall',
    'Accountable officer | Trees Manager | Regeneration Lead',
    'Finish | Mar 2028 | TBC',
    'Shared outcomes | SO3, SO5 | SO2',
  );
  expect(inShort).toEqual([
    'Plant street trees / Trees Manager / Mar 2028 /  / SO3 SO5',
    'Reopen the market hall / Regeneration Lead / TBC /  / SO2',
  ]);
});

test('a name above a form is no commitment, and a lead that begins a form begins the next one', () => {
  const form = (what: string): string[] => [`Project | ${what}`, `Measure | 80% of ${what} good`, `Lead | Head of ${what}`];
  const rest = (what: string): string[] => [`Action | Improve ${what}`, 'Timescale | July 2027'];
  expect(read(...form('parks'), ...rest('parks')).inShort).toEqual(['Improve parks / Head of parks / July 2027 / 80% of parks good / ']);
  const byLead = (what: string): string[] => [`Lead | Head of ${what}`, ...rest(what), `Measure | 80% of ${what} good`, ''];
  expect(read(...byLead('parks'), ...byLead('roads')).inShort).toEqual([
    'Improve parks / Head of parks / July 2027 / 80% of parks good / ',
    'Improve roads / Head of roads / July 2027 / 80% of roads good / ',
  ]);
});

test('the theme that a form names is its action’s', () => {
  expect(read(...FORM('parks', 'July 2027'), 'Theme | Climate').actions.map(({ theme }) => theme)).toEqual(['Climate']);
});
