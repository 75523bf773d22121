import { kent2025 } from '../../../src/domain/framework';
import { type Action, understandBook } from '../../../src/domain/reading';
import { DATES } from '../findings/read-sheet';
import { drawBook } from './sheet-text';
import { readTables } from './read-tables';
import { checkBook } from '../findings/check-book';

const KENT = kent2025();
const HEAD = 'Action | Lead | Timescale | Measure | Shared Outcome';

function read(rows: readonly string[], merges: readonly string[] = []) {
  const found = readTables(drawBook([{ name: 'GET', rows, merges }]), KENT, { includeHidden: false, corrections: [] });
  const { actions } = understandBook(found, { file: 'GET.xlsx', framework: KENT });
  const findings = checkBook({ ...found, file: 'GET.xlsx', actions }, KENT, DATES);
  return { ...found, actions, findings };
}

const inShort = ({ commitment, ledBy, timescale, measure, outcomes }: Action): string[] => [
  commitment,
  ledBy.text,
  timescale.text,
  measure.text,
  outcomes.codes.join(' '),
];

const steps = ({ milestones }: Action): string[] =>
  milestones.map(({ text, ledBy, timescale, measure }) => [text, ledBy.text, timescale.end ?? '', measure.text].join(' / '));

test('a commitment merged over several rows is one action with the steps of its rows', () => {
  const { actions, findings, sheets } = read(
    [
      HEAD,
      'All staff have a yearly review | Officer A | October 2027 | Conference held | SO6',
      ' | Officer B | January 2028 | Away day held',
      ' | Officer C | April 2028 | 3 reviews',
      'Deliver scheme 1 | Head of Highways | March 2027 | 1 scheme | SO2',
    ],
    ['A2:A4'],
  );
  expect(actions.map(inShort)).toEqual([
    [
      'All staff have a yearly review',
      'Officer A; Officer B; Officer C',
      'October 2027; January 2028; April 2028',
      'Conference held; Away day held; 3 reviews',
      'SO6',
    ],
    ['Deliver scheme 1', 'Head of Highways', 'March 2027', '1 scheme', 'SO2'],
  ]);
  expect(actions[0]?.timescale.end).toBe('2028-04');
  expect(actions.map(steps)).toEqual([
    [' / Officer A / 2027-10 / Conference held', ' / Officer B / 2028-01 / Away day held', ' / Officer C / 2028-04 / 3 reviews'],
    [],
  ]);
  expect(actions[0]?.milestones.map(({ cells }) => cells.timescale)).toEqual(['C2', 'C3', 'C4']);
  expect(findings.map(({ code }) => code)).not.toContain('part-not-read');
  expect(sheets[0]?.byKind).toMatchObject({ action: 10, continuation: 6, 'left out': 0 });
});

test('a second status or cost that differs is told, since an action has one', () => {
  const { actions, findings } = read(
    [
      'Action | Lead | Timescale | Status',
      'Plant trees | Officer A | May 2027 | On track',
      ' | Officer C | May 2027 | On track',
      ' | Officer B | June 2027 | Delayed',
    ],
    ['A2:A4'],
  );
  expect(actions[0]?.status).toBe('on track');
  expect(findings.filter(({ code }) => code === 'part-not-read').map(({ cell }) => cell)).toEqual(['D4']);
});

test('a table pasted from Word over several rows', () => {
  const { actions, tables, findings } = read([
    HEAD,
    'Add a question about caring to the | Head of Adult | June 2026 | Number of carers on | SO1',
    'first-contact form used by the | Social Care | | the register',
    'customer centre',
    'Publish a guide to breaks | Carers Centre | March | Guide out by May | SO2',
    ' | | 2027 | ',
    'Name a champion in | Education Service | May 2027 | One in all | SO1',
    'each school | | | schools',
  ]);
  expect(tables.flatMap(({ themes }) => themes)).toEqual([]);
  expect(actions.map(inShort)).toEqual([
    [
      'Add a question about caring to the first-contact form used by the customer centre',
      'Head of Adult Social Care',
      'June 2026',
      'Number of carers on the register',
      'SO1',
    ],
    ['Publish a guide to breaks', 'Carers Centre', 'March 2027', 'Guide out by May', 'SO2'],
    ['Name a champion in each school', 'Education Service', 'May 2027', 'One in all schools', 'SO1'],
  ]);
  expect(findings.filter(({ code }) => code === 'missing-commitment' || code === 'continued-row')).toEqual([]);
  // Nothing is written into a field whose words stand in several cells.
  expect(findings.every(({ repair }) => repair === undefined || repair.kind === 'add-column')).toBe(true);
});

describe('a row without a commitment', () => {
  const ACTION = 'Plant trees | Head of Parks | May 2027 | 500 trees | SO2';

  test('that has less than the action above goes on with it, which is asked', () => {
    const { actions, findings } = read([HEAD, ACTION, ' | Officer B', 'Sow meadows | Head of Parks | May 2027 | 3 meadows | SO2']);
    expect(actions.map(({ ledBy }) => ledBy.text)).toEqual(['Head of Parks; Officer B', 'Head of Parks']);
    expect(findings.map(({ code, cell, severity }) => [code, cell, severity])).toEqual([['continued-row', 'B3', 'warning']]);
  });

  test('that has all that the action has was forgotten to be given one', () => {
    const { actions, findings } = read([HEAD, ACTION, ' | Officer B | June 2027 | 50 trees | SO2']);
    expect(actions).toHaveLength(1);
    expect(findings.map(({ code, cell }) => [code, cell])).toEqual([['missing-commitment', 'A3']]);
  });

  test('that stands apart belongs to no action', () => {
    const { actions, findings } = read([HEAD, ACTION, '', ' | Officer B']);
    expect(actions[0]?.ledBy.text).toBe('Head of Parks');
    expect(findings.map(({ code }) => code)).toEqual(['missing-commitment']);
  });
});

test.each([
  ['an action in small letters among others', ['plant trees | A | May 2027 | 5 | SO1', 'sow meadows | B | May 2027 | 6 | SO2']],
  ['a whole action that begins small', ['Plant trees | A | May 2027 | 5 | SO1', 'sow meadows | B | May 2027 | 6 | SO2']],
  ['a numbered item', ['1. Plant trees and | A | May 2027 | 5 | SO1', '2. Sow meadows | B | May 2027']],
  ['one in small letters that lacks its measure', ['Plant trees | A | May 2027 | 5 | SO1', 'sow meadows | B | May 2027 | | SO2']],
  ['one that has ended', ['Plant trees. | A | May 2027 | 5 | SO1', 'sow meadows | B']],
])('is no continuation: %s', (_, rows) => {
  expect(read([HEAD, ...rows]).actions).toHaveLength(2);
});

test('words that only begin small go on, and that is asked', () => {
  const { actions, findings } = read([
    HEAD,
    'Give every practice a | A | May 2027 | 5 | SO1',
    'notice board',
    'Offer a service on weekday | B | May 2027 | 5 | SO1',
    'evenings',
  ]);
  expect(actions.map(({ commitment }) => commitment)).toEqual([
    'Give every practice a notice board',
    'Offer a service on weekday evenings',
  ]);
  expect(findings.filter(({ code }) => code === 'continued-row').map(({ row }) => row)).toEqual([5]);
});

test('a measure over three rows, with baseline and target beside it, in any column', () => {
  const rows = [
    'Measure | Baseline | Target | Action | Lead | Timescale',
    'Number of | 20 | 500 | Plant trees | A | May 2027',
    'carers on the',
    'register',
  ];
  expect(read(rows).actions.map(({ measure, theme }) => [measure.text, theme])).toEqual([
    ['Number of carers on the register; Baseline: 20; Target: 500', null],
  ]);
});

test('what is merged over several steps is none of the first one’s, and who supports leads none', () => {
  const { actions } = read(
    [
      'Action | Lead | Supported by | Timescale | Measure',
      'Hold reviews | Officer A | Police | October 2027 | 3 reviews',
      ' | | Libraries | May 2028 | 5 reviews',
    ],
    ['A2:A3', 'B2:B3'],
  );
  expect(actions.map(steps)).toEqual([[' /  / 2027-10 / 3 reviews', ' /  / 2028-05 / 5 reviews']]);
});

test('a commitment merged with a row that is no action joins nothing to the one before', () => {
  const { actions } = read(
    [HEAD, 'Plant trees | A | May 2027 | 5 | SO1', 'e.g. sow meadows | B | May 2027 | 6 | SO2', ' | C | June 2027 | 7 | SO2'],
    ['A3:A4'],
  );
  expect(actions[0]?.ledBy.text).toBe('A');
});

test('lines of a cell of milestones, times first, and lists in parallel', () => {
  const { actions } = read([
    'Action | Lead | Timescale | Milestones | Measure',
    'Open a hub | Officer A | March 2027 | Q1 2026/27: Site found⏎Lease signed by June 2026 | Hub open',
    'a) Survey⏎b) Repair | a) Officer B⏎b) Officer C | a) May 2026⏎b) June 2026 | | Done',
  ]);
  expect(actions.map(steps)).toEqual([
    ['Site found /  / 2026-06 / ', 'Lease signed by June 2026 /  / 2026-06 / '],
    ['Survey / Officer B / 2026-05 / ', 'Repair / Officer C / 2026-06 / '],
  ]);
});

test('a long run of rows without a commitment is not joined without end', () => {
  const rows = Array.from({ length: 300 }, () => ' | Officer B');
  const { actions, sheets } = read([HEAD, 'Plant trees | A | May 2027 | 5 | SO1', ...rows]);
  expect(actions[0]?.ledBy.text).toBe('A; Officer B');
  expect(sheets[0]?.byKind).toMatchObject({ action: 5, continuation: 100, 'left out': 200 });
});

test('steps with a lead and a date of their own: what they say is no timescale', () => {
  const { actions, findings } = read(
    [
      'Ref | Action | Shared Outcome | Steps | Step lead | Step due | How we will know',
      '1 | Clear the backlog of assessments | SO1 | Appoint plan writers | Service Manager | Sep 2026 | 90% within 20 weeks',
      ' | | | Report weekly to the board | Performance Officer | Mar 2027 | ',
      '2 | Improve health advice | SO2 | Agree the template | Clinical Officer | Jan 2027 | 80% of plans good',
    ],
    ['A2:A3', 'B2:B3', 'C2:C3', 'G2:G3'],
  );
  expect(actions.map(steps)).toEqual([
    ['Appoint plan writers / Service Manager / 2026-09 / ', 'Report weekly to the board / Performance Officer / 2027-03 / '],
    ['Agree the template / Clinical Officer / 2027-01 / 80% of plans good'],
  ]);
  expect(findings.filter(({ code }) => code === 'part-not-read')).toEqual([]);
});

test('bullets in the action and as many in the timescale are steps, each with its own date', () => {
  const { actions } = read([
    'Recommendation | Action | Timescale | Lead',
    'Invest in members | • complete a skills audit⏎• agree a programme | • Complete⏎• March 2027 | Monitoring Officer',
    'Make use of data | • publish the data⏎• train managers | March 2027 | Head of Strategy',
  ]);
  expect(actions.map(steps)).toEqual([['complete a skills audit /  /  / ', 'agree a programme /  / 2027-03 / '], []]);
});
