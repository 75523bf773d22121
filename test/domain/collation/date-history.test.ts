import { datesAfter, type DatesOfAction, NO_POSITION, type PlanPosition, type Snapshot } from '../../../src/domain/collation';

type Dates = readonly [timescale: string, due: string];

const position = (actions: Readonly<Record<string, Dates>>, standing = ''): PlanPosition =>
  new Map(Object.entries(actions).map(([ref, [timescale, due]]) => [ref, { ...NO_POSITION, timescale, due, standing }]));
const record = (ref: string, asOf: string, timescale: string, due: string): DatesOfAction => ({ ref, asOf, timescale, due });

const APRIL = [record('GET-01', '2025-04-30', 'March 2026', '2026-03-31')];
const JULY = '2025-07-31';

test.each<[string, Readonly<Record<string, Dates>>, readonly DatesOfAction[]]>([
  ['nothing moved', { 'GET-01': ['March 2026', '2026-03-31'] }, []],
  ['the date moved', { 'GET-01': ['June 2026', '2026-06-30'] }, [record('GET-01', JULY, 'June 2026', '2026-06-30')]],
  ['only the words changed', { 'GET-01': ['by March 2026', '2026-03-31'] }, [record('GET-01', JULY, 'by March 2026', '2026-03-31')]],
  ['the date was taken out', { 'GET-01': ['', ''] }, [record('GET-01', JULY, '', '')]],
  ['a new action', { 'GET-02': ['Ongoing', ''] }, [record('GET-02', JULY, 'Ongoing', '')]],
  ['a new action that says nothing of when', { 'GET-02': ['', ''] }, []],
])('%s', (_, actions, added) => {
  const dates = datesAfter(APRIL, [], { position: position(actions), asOf: JULY });
  expect(dates).toEqual([...APRIL, ...added]);
  expect(datesAfter(dates, [], { position: position(actions), asOf: '2025-08-01' })).toEqual(dates);
});

test('an action that is no longer sent keeps its records and gets none', () => {
  const gone = position({ 'GET-01': ['', ''] }, 'gone');
  expect(datesAfter(APRIL, [], { position: gone, asOf: JULY })).toEqual(APRIL);
});

test('a plan without records begins with those of its snapshots', () => {
  const snapshot = (quarter: string, asOf: string, dates: Dates): Snapshot => ({
    quarter,
    asOf,
    position: position({ 'GET-01': dates }),
    hasLines: true,
  });
  const snapshots = [
    snapshot('2025/26 Q1', '2025-04-30', ['March 2026', '2026-03-31']),
    snapshot('2025/26 Q2', '2025-07-31', ['March 2026', '2026-03-31']),
    snapshot('2025/26 Q3', '2025-10-31', ['June 2026', '2026-06-30']),
  ];
  const now = { position: position({ 'GET-01': ['2027', '2027-12-31'] }), asOf: '2026-01-31' };
  expect(datesAfter([], snapshots, now)).toEqual([
    ...APRIL,
    record('GET-01', '2025-10-31', 'June 2026', '2026-06-30'),
    record('GET-01', '2026-01-31', '2027', '2027-12-31'),
  ]);
});
