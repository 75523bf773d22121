import fc from 'fast-check';
import { anyString } from '../any-string';
import { kent2025 } from '../../../src/domain/framework';
import { type Figure, readMeasure } from '../../../src/domain/measure';
import priorities from '../../data/kent/appendix-b-priorities.json';

const KENT = kent2025();
const printed = priorities.tables.flatMap((table) => table.rows.filter((row) => row.kind === 'action').map((row) => row.cells[3] ?? ''));

const VAGUE = [
  'TBC',
  'tbc.',
  'TBC when plan is written',
  'T.B.C.',
  'To be confirmed',
  'To be agreed with partners',
  'N/A',
  'Evaluation framework in development',
  'Measures under development',
  'KPIs to be developed',
  'Metrics being developed',
  'As per commitments',
  'as per the commitment',
  'As above',
  'See above',
  'See delivery plan',
  'Not yet agreed',
  'Being determined',
  'Awaiting national guidance',
  '?',
  'Success measures to be agreed',
  'Ditto',
  'In draft',
  'Ongoing',
];

const OBSERVABLE = [
  'Numbers trained',
  'Plan complete and adopted',
  'Falls Prevention Plan',
  'System implementation',
  'Proportion of primary schools offering Daily Mile',
  '80% of providers; baseline TBC',
  'TBC: 20% fewer falls by 2026',
  'Stakeholder Group set up',
  'Interventions in place',
  'Increased target group families utilising early years provision',
  'Fewer people waiting',
  'At least one bid approved',
  '12 workshops',
  'Launched in spring',
  'Policy in draft, published by March 2026',
  'Case studies',
  'Both hubs opened',
  'Strategy approved by Cabinet',
  'Ofsted rating Good',
  'CQC rating',
  "Regulator's rating improves to Good or better",
  'White Ribbon status',
  'Planning permission granted',
  'Consultation held',
  'Statutory duty met',
  'Website goes live',
  'Fewer falls',
  'Decrease in anti-social behaviour',
  'Increase in walking and cycling',
  'Positive feedback from carers',
  'Improved attendance',
  'Improved training delivered',
  'Improved wellbeing scores',
  'SQDs delivered',
  'Risk assessments',
];

const NOT_OBSERVABLE = [
  'Better wellbeing',
  'increased equity to Live well & Talking Therapies',
  'Success of Applications',
  'People feel happier',
  'Stronger relationships',
  'Culture change',
  'Improved awareness',
  'Improved wellbeing',
  'Better outcomes for residents',
  'Better outcomes achieved',
  'Stronger partnership working',
  'Improved systems',
  'Effective training',
  'A better plan',
  'Improved access to services',
  'Good engagement from all partners',
  'Improved employment opportunities',
  'Increased awareness of services',
  'Reduced health inequalities',
  'Better access to SO 2',
  'SO2',
];

test.each(VAGUE)('vague: %j', (text) => expect(readMeasure(text, KENT)).toMatchObject({ vague: true, observable: false }));
test.each(OBSERVABLE)('observable: %j', (text) => expect(readMeasure(text, KENT)).toMatchObject({ vague: false, observable: true }));
test.each(NOT_OBSERVABLE)('not observable: %j', (text) =>
  expect(readMeasure(text, KENT)).toMatchObject({ vague: false, observable: false }),
);
test('what a council counts under a name of its own comes from its framework', () => {
  const other = { ...KENT, vocabularies: { ...KENT.vocabularies, countedWords: ['QDX (adults)'] } };
  expect(readMeasure('Better QDX (adults)', other).observable).toBe(true);
  expect([readMeasure('Better QDX (adults)', KENT).observable, readMeasure('Better SQDs', other).observable]).toEqual([false, false]);
});

test('the number of an outcome of any framework is no figure', () => {
  const other = { ...KENT, outcomes: ['Goal 1', '1.1', 'EF'].map((code) => ({ code, titles: [`Title of ${code}`] })) };
  expect(readMeasure('Reach goal 5: 12 more homes', other).target).toMatchObject({ value: 12 });
  expect(readMeasure('Reach 1.1% by 2027', other).target).toMatchObject({ value: 1.1, unit: '%' });
});

test.each(['', '   ', '\n'])('nothing in %j', (text) =>
  expect(readMeasure(text, KENT)).toMatchObject({ vague: false, observable: false, baseline: null, target: null }),
);

test('the printed plan: exactly these are vague, and these cannot be seen', () => {
  const read = printed.filter((text) => text.trim() !== '').map((text) => readMeasure(text, KENT));
  expect(read.filter(({ vague }) => vague).map(({ text }) => text)).toEqual([
    'As per commitments',
    'Evaluation framework in development',
    'TBC when plan is written',
  ]);
  expect(read.filter(({ vague, observable }) => !vague && !observable).map(({ text }) => text)).toEqual([
    'increased equity to Live well & Talking Therapies & domestic abuse IDVAS',
    'Success of Applications',
  ]);
});

/** A figure as "65.8 % 2021/22"; a part that is not given is "-". */
const shown = (figure: Figure | null): string | null =>
  figure === null ? null : `${String(figure.value)} ${figure.unit ?? '-'} ${figure.period ?? '-'}`;

const FIGURES: [string, string | null, string | null][] = [
  ['reduced from 7.3% in 2020/21 to no more than 5% across Kent', '7.3 % 2020/21', '5 % -'],
  ['improved from 65.8% in 2021/22 to at least 70%.', '65.8 % 2021/22', '70 % -'],
  ['will have fallen from 7.9% in 2021/22 to below 5%.', '7.9 % 2021/22', '5 % -'],
  ['By 2028, the proportion will have fallen from 64.1% in 2020/21 to 62%.', '64.1 % 2020/21', '62 % 2028'],
  ['decreased by 9 percentage points from 28.1% in Kent and 20.1% in Medway in 2021.', '28.1 % 2021', '9 percentage points -'],
  ['fallen from 418.7 in 2021/22 to 395 per 100,000.', '418.7 per 100,000 2021/22', '395 per 100,000 -'],
  ['By 2028, sickness will have reduced by 6%.', null, '6 % 2028'],
  ['By 2028, rates will be at least 95% for staff', null, '95 % 2028'],
  ['By 2028, 65% of employees report support', null, '65 % 2028'],
  ['By 2028, reduced by at least 1.5% to the rate it was in 2018 (4,556 per 100,000).', '4556 per 100,000 2018', '1.5 % 2028'],
  [
    'By 2028/29, people aged 65 and over at home 91 days after discharge, to at least 85% (2021/22: Kent 84.5%)',
    '84.5 % 2021/22',
    '85 % 2028/29',
  ],
  ['80% of all ASC providers to hold digital record. (March 24, 57.9%)', '57.9 % March 24', '80 % -'],
  ['Increased number accessing Kent.gov (23/24 baseline: 211,897)', '211897 - 23/24', null],
  ['making contact with (23/24 Q4) baseline 21,000', '21000 - 23/24 Q4', null],
  ['resolved (23/24 Q4) baseline 4%', '4 % 23/24 Q4', null],
  ["baseline data (May '24): 719 people", "719 - May '24", null],
  ["private pay baseline (June '24): 12", "12 - June '24", null],
  ['assessment – baseline: (Q4 23/24) 881', '881 - Q4 23/24', null],
  ['Number completed – to date 140', '140 - -', null],
  ['Baseline ASC survey 2022/23 – 155 felt lonely', '155 - 2022/23', null],
  ['KPI 7: % of employees who are satisfied 56% (+0.1p.p.)', '56 % -', null],
  ['Average days lost to sickness 8.24 (+0.06 p.p.)', '8.24 - -', null],
  ['Achieve SQDs of 1347 in year1 and 26,937 by year 5', null, '26937 - year 5'],
  ['Baseline 45% (2023), target 60% by March 2026', '45 % 2023', '60 % March 2026'],
  ['Target: 500 (baseline: 320 in 2023/24)', '320 - 2023/24', '500 - -'],
  ['Target 500; baseline 320', '320 - -', '500 - -'],
  ['Increase from 30 to 50 by 2027', '30 - -', '50 - 2027'],
  ['up from a baseline of 1.2m to 1.5m', '1200000 - -', '1500000 - -'],
  ['10% increase in uptake', null, '10 % -'],
  ['Increase uptake by 10% by March 2026', null, '10 % March 2026'],
  ['Train 200 staff by March 2026', null, '200 - March 2026'],
  ['200 meals a week', null, '200 - -'],
  ['• 12 workshops delivered', null, '12 - -'],
  ['At least one successful funding approval', null, '1 - -'],
  ['£50,000 social value, reaching £75,000 by 2027', null, '75000 £ 2027'],
  ['Currently 12%; aim for 20% in 2026', '12 % -', '20 % 2026'],
  ['≥ 90% satisfied', null, '90 % -'],
  ['less than 5 per cent', null, '5 per cent -'],
  ['to the pre-pandemic level of 18.5%, from 20.9% in 2023', '20.9 % 2023', '18.5 % -'],
  ['national benchmark (95%)', null, '95 % -'],
  ['KPI 7 and Tier 1 training at Level 2 for SO3', null, null],
  ['Plan agreed by March 2026', null, null],
  ['Service for 0-17 year olds and over 50s', null, null],
  ['resolved again within 3 months', null, null],
  ['Numbers trained', null, null],
];

test.each(FIGURES)('figures of %j', (text, baseline, target) => {
  const reading = readMeasure(text, KENT);
  expect([shown(reading.baseline), shown(reading.target)]).toEqual([baseline, target]);
});

const DEADLINES: [string, string[]][] = [
  ['New contracts in place by April 2026', ['2026-04']],
  ['Impact measures agreed and in place April 26', ['2026-04']],
  ['no later than April 26', ['2026-04']],
  ['presented by Sept 24, decisions by July 2025', ['2024-09', '2025-07']],
  ['by the end of March 2026', ['2026-03']],
  ['by 31 March 2026', ['2026-03']],
  ['by 31/03/2026', ['2026-03']],
  ["by March '26", ['2026-03']],
  ['By 2028, 65% of staff', ['2028-12']],
  ['by 2025/26', ['2026-03']],
  ['by end of Q3 2025/26', ['2025-12']],
  ['by mid-2026', ['2026-06']],
  ['launched by spring 2026', ['2026-05']],
  ['from 7.3% in 2020/21', []],
  ['baseline March 24: 12', []],
  ['by year 5', []],
  ['by 20% of staff', []],
  ['by 2,025 people', []],
];

test.each(DEADLINES)('deadlines of %j', (text, months) => {
  expect(readMeasure(text, KENT).deadlines.map(({ month }) => month)).toEqual(months);
});

test('any text: never throws, figures and deadlines stand in the text, vague is never observable', () => {
  const parts = fc.constantFrom(
    'from ',
    ' to ',
    '7.3%',
    ' in 2020/21',
    'baseline',
    ': ',
    '(',
    ')',
    'by March 2026',
    '£',
    '12',
    ',000',
    'TBC',
    '\n',
    '. ',
    'at least ',
    'KPI 7',
    'per 100,000',
  );
  const anyText = fc.oneof(
    anyString(60),
    fc.array(parts, { maxLength: 14 }).map((some) => some.join('')),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      const reading = readMeasure(text, KENT);
      expect(reading.vague && reading.observable).toBe(false);
      for (const figure of [reading.baseline, reading.target]) {
        if (figure !== null) {
          expect(Number.isFinite(figure.value)).toBe(true);
          expect(text.replace(/\r\n?/g, '\n')).toContain(figure.words);
        }
      }
      for (const { month } of reading.deadlines) expect(month).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/);
    }),
    { numRuns: 1000 },
  );
});
