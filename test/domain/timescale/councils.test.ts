import { textCell } from '../../../src/domain/grid';
import { dueOf, readTimescale } from '../../../src/domain/timescale';
import { type Row, check } from './expected-reading';

/** Ways in which councils write, by kind, with what each must not become. */
const years: readonly Row[] = [
  ['AY 26/27', '2027-08', 'an academic year in short'],
  ['2026/27 (academic year)', '2027-08', 'the kind in brackets'],
  ['school year 26/27', '2027-08', 'the kind before'],
  ['2026-27 FY', '2027-03', 'FY behind'],
  ['tax year 2026/27', '2027-03', 'the same months as the financial year'],
  ['fin yr 2026/27', '2027-03', 'shortened'],
  ['By end of municipal year 2026/27', '2027-04', 'a council’s own year ends in April'],
  ['2025/2028', '2025-01..2028-12', 'both years in full'],
  ['2025 / 28', '2025-01..2028-12', 'with spaces'],
  ['2026/27 H2', '2027-03', 'the half after its year'],
  ['2026 H1', '2026-06', 'of a calendar year'],
  ['Sept 26 (AY 26/27)', '2026-09', 'the year in brackets holds the month'],
  ['Start of new school year (Sept 2026)', '2026-09', 'a time, and no verb'],
  ['Start of programme April 2026', '2026-04..', 'a verb'],
];

const counted: readonly Row[] = [
  ['Y2', '1-2y', 'a letter and a number'],
  ['Y3 of the plan', '2-3y', 'with words'],
  ['Y1, Y2, Y3', '0-3y x3', 'three of them'],
  ['Years 1, 2 and 3', '0-3y', 'a list under one word'],
  ['Year 2 of 5', '1-2y', 'of how many'],
  ['Year 1, 25 schools', '0-1y', 'a count is no year'],
  ['<6 months', '0-0.5y', 'less than'],
  ['12 month pilot from Sept 2026', '2026-09..2027-08', 'what lasts'],
  ['Two-year pilot starting in Sept 2026', '2026-09..2028-08', 'in words'],
];

const events: readonly Row[] = [
  ['12 weeks post-approval', 'conditional', '"post" an event'],
  ['6 months post launch', 'conditional', 'without a hyphen'],
  ['12 month post', '1-1y', 'a job'],
  ['Six months from start of contract', 'conditional', 'the start of something else'],
  ['6 months from the start of the strategy', '0.5-0.5y', 'the plan’s own'],
  ['Within 3 months once in post', 'conditional', '"once"'],
  ['6 months (from contract award)', 'conditional', 'in brackets'],
  ['Following approval, 12 months', 'conditional', 'the event first'],
  ['On appointment of coordinator', 'conditional', '"on" an event'],
  ['As soon as possible', 'x0', 'says nothing of when'],
];

const lasting: readonly Row[] = [
  ['Immediate then annually', 'ongoing', 'no end'],
  ['Immediately and ongoing', 'ongoing', 'no end'],
  ['6 months, then ongoing', 'ongoing', 'no end'],
  ['June 2026 and annually thereafter', '2026-06.. ongoing', 'what recurs has no end'],
  ['March 2026, then every 6 months', '2026-03.. ongoing', 'nor that'],
  ['Sept 2026 then ongoing', '2026-09.. ongoing', 'nor that'],
  ['Year 2 onwards', 'ongoing', 'no end'],
  ['Year 1 and beyond', 'ongoing', 'nor that'],
  ['3 yearly', 'ongoing', 'how often'],
  ['6-monthly', 'ongoing', 'how often'],
  ['Quarterly until March 2027', '2027-03 ongoing', 'an end of its own'],
];

const uncertain: readonly Row[] = [
  ['Date to be set', 'x0 provisional', 'the kin of TBC'],
  ['Not yet agreed', 'x0 provisional', 'so too'],
  ['Yet to be arranged', 'x0 provisional', 'so too'],
  ['To be scheduled - Spring 2027', '2027-05 provisional', 'with a date'],
  ['Service to be set up by March 2027', '2027-03', '"to be set up" is what will be done'],
];

const moved: readonly Row[] = [
  ['was 03/26, now 09/26', '2026-09', 'the date before does not count'],
  ['was 09/26, now 03/26', '2026-03', 'nor where it was later'],
  ['Nov 2026 (slipped from July)', '2026-11', 'nor in brackets'],
  ['Revised to Sept 2026 from March 2026', '2026-09', 'no start'],
  ['Brought forward from Dec 2026 to Sept 2026', '2026-09', 'no period'],
  ['Originally March 2027 - now December 2026', '2026-12', 'in other words'],
  ['Original deadline: March 2026; revised Sept 2026', '2026-09', 'with its noun'],
  ['was March 2026', 'x0', 'and says nothing of when now'],
  ['Extended hours from April 2026', '2026-04..', 'other words between: a start'],
];

const completed: readonly Row[] = [
  ['Complete', '', 'says how it stands'],
  ['Completed Q2 25/26', '2025-09', 'with a quarter'],
];

describe.each(Object.entries({ years, counted, events, lasting, uncertain, moved, completed }))('%s', (_, rows) => {
  it.each(rows)('%j is %s: %s', (text, wanted) => check(text, wanted));
});

test.each(events.filter(([, wanted]) => wanted === 'conditional').map(([text]) => text))('%j is never due', (text) => {
  expect(dueOf(readTimescale(textCell(text)), { year: 2025, month: 1, day: 30 })).toBeNull();
});

describe('what says that it is done', () => {
  const done = [
    'Complete',
    'Completed',
    'COMPLETE (June 2025)',
    'Completed June 2024',
    'Done Sept 24',
    'Achieved 2024/25',
    'Action complete',
  ];
  it.each(done)('%s', (text) => expect(readTimescale(textCell(text)).completed).toBe(true));
  const notDone = [
    'Complete by March 2027',
    'Complete March 2027',
    'Completed by March 2027',
    'To be completed June 2026',
    'Not complete - now March 2027',
    'Completion March 2027',
    'Completed June 2024; phase 2 March 2027',
    'Completed and ongoing',
  ];
  it.each(notDone)('%s does not', (text) => expect(readTimescale(textCell(text)).completed).toBe(false));
});

describe('figures left over', () => {
  const left: readonly (readonly [string, string])[] = [
    ['31/13/2026', '31 13'],
    ['32 March 2026', '32'],
    ['Q5 2026', '5'],
    ['H3 2026', '3'],
    ['T3 2026/27', '3'],
    ['12 by March 2026', '12'],
    ['25 schools by July 2026', '25'],
    ['Deliver 2000 homes by March 2026', '2000'],
    ['March 20226', '20226'],
    ['2025/28/30', '28 30'],
    ['March 2026, 27', '27'],
    ['5 June and 40 2026', '40'],
    ['Jan 2025 - 27', '27'],
  ];
  it.each(left)('%s leaves %s', (text, figures) => expect(readTimescale(textCell(text)).figuresLeft.join(' ')).toBe(figures));

  const none = [
    'Phase 1: June 2025; Phase 2: Dec 2025',
    'Phases 1 and 2 by June 2026',
    'Stage 1: 30/6/26\nStage 2: 31/12/26',
    '1. June 2026 2. Dec 2026',
    '(1) June 2026',
    'a) June 26 b) Dec 26',
    '£2,500.50 by June 2026',
    '26% by June 2027',
    '10:30 on 5 June 2025',
    'Offer to 18-25 year olds by June 2026',
    'Under 5s by Sept 2026',
    'Year 6 pupils by Sept 2025',
    'KS2 pupils by July 2026',
    'Objective 1.2 by March 2027',
    '1-5 March 2026',
    'w/c 3 March 2025',
    '2nd phase June 2026',
    '24/7',
    'every 6 months',
    '6 monthly',
    '0-6m',
    '18 months – 2 years',
    'Q4 (Jan-Mar 2026)',
    '31.3.27',
  ];
  it.each(none)('%s leaves none', (text) => expect(readTimescale(textCell(text)).figuresLeft).toEqual([]));
});
