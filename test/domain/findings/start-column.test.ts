import { findingsIn, goodRow, HEAD, readSheet, sheetOf, tuples } from './read-sheet';

const START_ALONE = ['What we have committed to', 'Led by', 'Start date', 'Measure', 'Shared Outcome', 'Status'];
const BOTH = ['What we have committed to', 'Led by', 'Start date', 'End date', 'Measure', 'Shared Outcome', 'Status'];
const LATER = { planDate: { year: 2025, month: 1, day: 30 }, asOf: { year: 2026, month: 11, day: 28 } };

/** A good row with its start before the timescale, and an empty status. */
function rowOf(start: string, end: string | null, commitment = 'Publish the strategy'): (string | null)[] {
  const [what = null, who = null, , measure = null, outcome = null] = goodRow({ commitment }) as (string | null)[];
  return end === '-' ? [what, who, start, measure, outcome, null] : [what, who, start, end, measure, outcome, null];
}

test('a table with starts alone has no deadline: one finding for all its rows, and none that any was due', () => {
  const sheet = sheetOf([rowOf('April 2026', '-', 'Publish one'), rowOf('May 2026', '-', 'Publish two')], START_ALONE);
  const found = findingsIn(sheet, LATER);
  expect(tuples(found)).toEqual([['A3', 'missing-timescale']]);
  expect(found[0]?.message).toBe('This table has no deadline: "Start date" says when its 2 actions begin, but no column says by when.');
  expect(readSheet(sheet).actions.map(({ timescale: { text, start, end } }) => [text, start, end])).toEqual([
    ['From April 2026', '2026-04', null],
    ['From May 2026', '2026-05', null],
  ]);
});

test('a start and no end in one row of a table that has both', () => {
  const found = findingsIn(sheetOf([rowOf('April 2026', null, 'One thing'), rowOf('April 2026', 'March 2027', 'Two')], BOTH), LATER);
  expect(tuples(found)).toEqual([['D4', 'missing-timescale']]);
  expect(found[0]?.message).toBe('"Start date" says when this action begins, but nothing says by when it will be done.');
});

test.each([
  ['April 2027', 'March 2026', 'This action begins in April 2027 here, but by its timescale it is done in March 2026.'],
  ['May 2026', 'April 2026 - March 2027', 'This action begins in May 2026 here, but in April 2026 by its timescale.'],
])('a start of %s beside %s is asked at the start', (start, end, message) => {
  const found = findingsIn(sheetOf([rowOf(start, end)], BOTH));
  expect(found.map(({ cell, code, message: words }) => [cell, code, words])).toEqual([['C4', 'dates-disagree', message]]);
});

test.each([
  ['April', 'timescale-without-year'],
  ['in due course', 'unreadable-timescale'],
])('a start of %s is %s at its own cell', (start, code) => {
  expect(tuples(findingsIn(sheetOf([rowOf(start, 'March 2027')], BOTH)))).toEqual([['C4', code]]);
});

test('a start column makes a table as a timescale does', () => {
  const head = ['Action', 'Led by', 'Start date'];
  expect(readSheet(sheetOf([['Open a kitchen', 'Head of Economy', 'April 2026']], head)).actions).toHaveLength(1);
});

test('a heading of both is the timescale', () => {
  for (const heading of ['Start / end date', 'Start and finish date', 'Timescale (start)']) {
    const head = HEAD.map((one) => (one === 'Timescale' ? heading : one));
    const [action] = readSheet(sheetOf([goodRow({ timescale: 'March 2027' })], head)).actions;
    expect([heading, action?.timescale.end]).toEqual([heading, '2027-03']);
  }
});
