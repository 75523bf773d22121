import { numberCell } from '../grid/number-cell';
import { findingsIn, goodRow, HEAD, readSheet, sheetOf } from './read-sheet';

const LATER = { planDate: { year: 2025, month: 1, day: 30 }, asOf: { year: 2026, month: 11, day: 28 } };

const said = (timescale: string): (readonly [string | null, string])[] =>
  findingsIn(sheetOf([[...goodRow({ timescale }), null]], [...HEAD, 'Status']), LATER).map(({ code, message }) => [code, message]);

const asked: readonly (readonly [timescale: string, code: string, message: string])[] = [
  ['March 2206', 'timescale-far-off', '"March 2206" is read as March 2206, which is far from this plan. Please check the year.'],
  ['31/03/2206', 'timescale-far-off', '"31/03/2206" is read as March 2206, which is far from this plan. Please check the year.'],
  ['Sept 2062', 'timescale-far-off', '"Sept 2062" is read as September 2062, which is far from this plan. Please check the year.'],
  [
    '25 schools by July 2027',
    'timescale-partly-read',
    'Not all of "25 schools by July 2027" was understood: "25" is read as no date. Please say the date alone.',
  ],
  [
    'Completed March 2027',
    'timescale-far-off',
    '"Completed March 2027" says that this is done, but March 2027 is still to come. Please say which of the two is right.',
  ],
];

test.each(asked)('%s is asked as %s', (timescale, code, message) => expect(said(timescale)).toEqual([[code, message]]));

test.each(['By 2050', 'Completed June 2024', 'Complete', 'June 2026 and annually thereafter', '12 weeks post-approval'])(
  'nothing is asked about %s',
  (timescale) => expect(said(timescale)).toEqual([]),
);

test('a month long past is asked about before its status', () => {
  expect(said('March 2012').map(([code]) => code)).toContain('timescale-far-off');
});

test('"Completed by" a month that is past is a deadline that is past', () => {
  expect(said('Completed by June 2024').map(([code]) => code)).toEqual(['past-without-status']);
});

test('a timescale that says completed is the status where nothing else is; the status column goes before it', () => {
  const statusOf = (timescale: string, status: string | null): string | null | undefined =>
    readSheet(sheetOf([[...goodRow({ timescale }), status]], [...HEAD, 'Status'])).actions[0]?.status;
  expect(statusOf('Completed June 2024', null)).toBe('complete');
  expect(statusOf('Completed June 2024', 'Delayed')).toBe('delayed');
  expect(statusOf('Complete by June 2027', null)).toBeNull();
});

test('a range of which Excel made a date is asked about, with what was likely typed, and is not due', () => {
  // 1 February 2026.
  const timescale = numberCell(46_054, '01-Feb', 'd-mmm');
  const found = findingsIn(sheetOf([[...goodRow({ timescale }), null]], [...HEAD, 'Status']), LATER);
  expect(found.map(({ code, message, repair }) => [code, message, repair])).toEqual([
    [
      'excel-changed-date',
      'Excel has made the date 1 February 2026, shown as "01-Feb", of what was typed. It was likely "1-2" or "1/2", so no date is read. Please type it in words, such as "3 to 4 months" or "April 2027".',
      undefined,
    ],
  ]);
});

test.each([46, 45.5])('the number %s says nothing of when, and is asked about', (value) => {
  const timescale = numberCell(value, String(value), 'General');
  expect(findingsIn(sheetOf([goodRow({ timescale })]), LATER).map(({ code }) => code)).toContain('unreadable-timescale');
});
