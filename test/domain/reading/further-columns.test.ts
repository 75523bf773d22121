import { kent2025 } from '../../../src/domain/framework';
import { understandBook } from '../../../src/domain/reading';
import { DATES } from '../findings/read-sheet';
import { drawBook } from './sheet-text';
import { readTables } from './read-tables';
import { checkBook } from '../findings/check-book';

const KENT = kent2025();

function read(...rows: readonly string[]) {
  const found = readTables(drawBook([{ rows }], 'GET.xlsx'), KENT, { includeHidden: false, corrections: [] });
  const { actions } = understandBook(found, { file: 'GET.xlsx', framework: KENT });
  const findings = checkBook({ ...found, file: 'GET.xlsx', actions }, KENT, DATES);
  const [first] = actions;
  return { ...found, actions, findings, first, codes: findings.map(({ code }) => code) };
}

test('a beginning beside an end is one timescale, whichever stands first', () => {
  for (const [head, cells] of [
    ['Start date | End date', 'April 2026 | March 2027'],
    ['Finish | Start', 'March 2027 | April 2026'],
    ['Due date | Date started', 'March 2027 | April 2026'],
  ] as const) {
    const { first } = read(`Action | Lead | ${head} | Measure`, `Plant trees | Head of Parks | ${cells} | 500 trees`);
    expect(first?.timescale).toMatchObject({ text: 'From April 2026 to March 2027', start: '2026-04', end: '2027-03' });
  }
});

test('a changed date holds, the first one stands behind it and holds where there is no other', () => {
  const head = 'Action | Lead | Original completion date | Revised completion date | Measure';
  const { actions, codes } = read(head, 'Plant trees | A | August 2026 | March 2027 | 5', 'Sow meadows | B | July 2026 | | 6');
  expect(actions.map(({ timescale }) => [timescale.text, timescale.end])).toEqual([
    ['March 2027 (first planned for August 2026)', '2027-03'],
    ['July 2026', '2026-07'],
  ]);
  expect(codes).not.toContain('part-not-read');
});

test('dates of notes and reviews are no timescale, that of completion goes with the progress', () => {
  const { first } = read(
    'Action | Lead | Update date | Due date | Date closed | Latest update | Measure',
    'Plant trees | A | May 2026 | March 2027 | June 2026 | Half planted | 5',
  );
  expect([first?.timescale.text, first?.progress]).toEqual(['March 2027', 'Half planted⏎Date closed: June 2026'.replace('⏎', '\n')]);
});

test('who supports stands behind the lead, and leads nothing alone', () => {
  const { actions, codes } = read(
    'Action | Lead | Supported by | When | Measure',
    'Plant trees | Head of Parks | Police; Libraries | May 2027 | 5 trees',
    'Sow meadows | | Ward councillors | May 2027 | 3 meadows',
  );
  expect(actions.map(({ ledBy }) => ledBy.text)).toEqual(['Head of Parks; Supported by: Police; Libraries', '']);
  expect(codes).toEqual(expect.arrayContaining(['missing-lead', 'part-not-read']));
});

test('baseline and target go with the measure, each with its heading', () => {
  const { first } = read(
    'Action | Lead | When | Measure | Baseline 2025 | Target',
    'Plant trees | A | May 2027 | Trees planted | 20 | 500',
  );
  expect(first?.measure.text).toBe('Trees planted; Baseline 2025: 20; Target: 500');
});

test('sentences under Outcome are kept with the measure, and the missing outcome is one finding', () => {
  const { actions, findings } = read(
    'Action | Lead | When | Measure | Outcome',
    'Plant trees | A | May 2027 | 500 trees | Streets are cooler in summer',
    'Sow meadows | B | May 2027 | 3 meadows | More bees are about',
  );
  expect(actions.map(({ measure }) => measure.text)).toEqual([
    '500 trees; Outcome: Streets are cooler in summer',
    '3 meadows; Outcome: More bees are about',
  ]);
  expect(findings.filter(({ code }) => code.endsWith('-outcome')).map(({ code, row }) => [code, row])).toEqual([['missing-outcome', 1]]);
});

test('columns of outcomes with marks', () => {
  const { actions, codes } = read(
    'Action | Lead | When | Measure | SO1 | SO2 | SO3',
    'Plant trees | A | May 2027 | 5 | ✓ | | Y',
    'Sow meadows | B | May 2027 | 6 | n/a | x | -',
  );
  expect(actions.map(({ outcomes }) => outcomes.codes)).toEqual([['SO1', 'SO3'], ['SO2']]);
  expect(codes).not.toContain('part-not-read');
});

test('columns of quarters with marks are the timescale, of the year above', () => {
  const { actions } = read(
    'Action plan 2026/27',
    'Action | Lead | Measure | Q1 | Q2 | Q3 | Q4',
    'Plant trees | A | 5 | x | x | | ',
    'Sow meadows | B | 6 | | | | x',
  );
  expect(actions.map(({ timescale }) => [timescale.text, timescale.end])).toEqual([
    ['Q1 2026/27 to Q2 2026/27', '2026-09'],
    ['Q4 2026/27', '2027-03'],
  ]);
});

test('what stands below a table says nothing of its columns of quarters', () => {
  const ROWS = ['Q1 2026/27 | Q2 2026/27 | Action | Lead | Measure', 'x | | Plant trees | A | 5'];
  for (const below of [['Note: as agreed in May'], ['Indicator | Target | Managed by', 'Energy used | 90 kWh | Asset team']]) {
    const { actions } = read(...ROWS, '', ...below);
    expect(actions.map(({ timescale }) => timescale.text)).toEqual(['Q1 2026/27']);
  }
});

test('the year of quarters is that above the table, however many headings there are, and none of a table beside it', () => {
  const outcomes = 'SO1 | SO2 | SO3 | SO4 | SO5 | SO6';
  const group = Array.from({ length: 14 }, () => 'Details').join(' | ');
  const wide = read(
    'Action plan 2026/27',
    '',
    group,
    `Action | Lead | Measure | Theme | ${outcomes} | Q1 | Q2 | Baseline 2025 | Cost`,
    'Trees | A | 5 | | x | | | | | | x',
  );
  expect(wide.first?.timescale.text).toBe('Q1 2026/27');
  const beside = read('Plan 2026/27', 'Action | Lead | Measure | Q1 | Q2 | | | | | Value 2024/25', 'Trees | A | 5 | x');
  expect(beside.first?.timescale.text).toBe('Q1 2026/27');
});

test('a date first planned stands behind what goes on', () => {
  const { first, codes } = read('Action | Lead | Original due date | Due date | Measure', 'Plant trees | A | August 2026 | Ongoing | 5');
  expect(first?.timescale).toMatchObject({ text: 'Ongoing (first planned for August 2026)', end: null, ongoing: true });
  expect(codes).not.toContain('part-not-read');
});

test('columns of quarters with texts are milestones', () => {
  const { first } = read(
    'Plan – April 2026 to March 2027',
    'Action | Lead | Quarter 1 | Quarter 2 | Measure | When',
    'Plant trees | A | Site found | Trees in | 5 | March 2027',
  );
  expect(first?.milestones.map(({ text, timescale }) => [text, timescale.end])).toEqual([
    ['Site found', '2026-06'],
    ['Trees in', '2026-09'],
  ]);
});

test('texts by quarters are the timescale too, where no column says it', () => {
  const { actions, codes } = read(
    'Plan – April 2026 to March 2027',
    'Action | Lead | Quarter 1 | Quarter 2 | Quarter 3 | Measure',
    'Plant trees | A | Site found | Trees in | | 5 trees',
    'Sow meadows | B | | | Sown | 3 meadows',
  );
  expect(actions.map(({ timescale }) => [timescale.text, timescale.end])).toEqual([
    ['Q1 2026/27 to Q2 2026/27', '2026-09'],
    ['Q3 2026/27', '2026-12'],
  ]);
  expect(codes).not.toContain('missing-timescale');
});

test('columns of years with figures are no milestones, and are told', () => {
  const { first, codes } = read('Action | Lead | When | Measure | 2025/26 | 2026/27', 'Plant trees | A | May 2027 | 5 trees | £10k | =20');
  expect(first?.milestones).toEqual([]);
  expect(codes.filter((code) => code === 'part-not-read')).toHaveLength(2);
});

test('a second lead, and no lead that the first names too', () => {
  const { actions, codes } = read(
    'Action | Lead | Responsible officer | When | Measure',
    'Plant trees | Head of Parks | Officer A | May 2027 | 5',
    'Sow meadows | Head of Parks | Head of Parks | May 2027 | 6',
  );
  expect(codes).not.toContain('part-not-read');
  expect(actions.map(({ ledBy }) => ledBy.text)).toEqual(['Head of Parks; Officer A', 'Head of Parks']);
});

test('another table under a gap is named as not read, and its rows are no actions', () => {
  const { actions, findings } = read(
    'Action | Lead | Due date | Latest update | Priority',
    'Adopt the strategy | Head of Planning | April 2027 | Draft received | I',
    '',
    'Outcome measures',
    'Indicator | 2024/25 Value | Q1 Value | Target | Managed by',
    'Energy used in buildings | 100 kWh | 40 kWh | 90 kWh | Asset team',
    'Water used in buildings | 10 m3 | 4 m3 | 9 m3 | Asset team',
  );
  expect(actions.map(({ commitment }) => commitment)).toEqual(['Adopt the strategy']);
  const parts = findings.filter(({ code }) => code === 'part-not-read').map(({ cell, message }) => [cell, message]);
  expect(parts).toEqual([
    ['A5', expect.stringContaining('In another table below, with headings of its own: “Indicator”, “2024/25 Value”, “Q1 Value”')],
  ]);
});

test('the title of another table may stand in the column of leads', () => {
  const { actions, codes } = read(
    'Lead | Action | Due date | Measure',
    'Head of Planning | Adopt the strategy | April 2027 | Strategy adopted',
    '',
    'How the county does',
    'Indicator | Value | Target | Managed by',
    'Energy used in buildings | 100 kWh | 90 kWh | Asset team',
  );
  expect(actions).toHaveLength(1);
  expect(codes).not.toContain('missing-commitment');
});

describe('questions over columns', () => {
  test.each([
    ['What do we need to do? | Who will do it? | By when? | How will we know it has worked?'],
    ['What are we going to do | By whom | When will this be done? | How will success be measured?'],
    ['What we’ll do this year | Who is leading? | When? | What does success look like?'],
    ['What will be done? | Who leads? | By when will it be done? | How we will judge it'],
  ])('%s', (head) => {
    const [table] = read(head, 'Plant trees in parks | Head of Parks | May 2027 | 500 trees planted').tables;
    expect(table?.headings.map(({ key }) => key)).toEqual(['commitment', 'ledBy', 'timescale', 'measure']);
  });

  test.each(['Who will benefit', 'Who else is involved'])('%s is no lead', (words) => {
    const [table] = read(`Action | ${words} | When | Measure | Lead`, 'Plant trees | All | May 2027 | 5 trees | Head of Parks').tables;
    expect(table?.headings[1]?.key).not.toBe('ledBy');
  });
});

test('headings parted in the row below, without merges', () => {
  const { first } = read(
    'Outcome | Activity | Who? | | When? | | Latest position',
    ' | | Lead partner | Other partners | From | To | ',
    'SO2 | Give free breakfasts in schools | Head of Education | Food bank | August 2026 | June 2028 | Two schools began',
  );
  expect([first?.ledBy.text, first?.timescale.text, first?.progress]).toEqual([
    'Head of Education; Other partners: Food bank',
    'From August 2026 to June 2028',
    'Two schools began',
  ]);
});

test.each(['Working with', 'Delivered with', 'Who else needs to be involved?', 'Partners', 'Supporting partners', 'Delivery partners'])(
  '%s only helps, and is no lead',
  (words) => {
    const { first } = read(
      `Action | ${words} | Responsible service | When | Measure`,
      'Plant trees | Wildlife Trust; Parish councils | Parks Service | May 2027 | 5 trees',
    );
    const { leads = [], supporting = [] } = first?.ledBy ?? {};
    expect([leads[0], supporting]).toEqual(['Parks Service', ['Wildlife Trust', 'Parish councils']]);
  },
);

test('a title beside a description is one action, told in both', () => {
  for (const [head, cells] of [
    ['Title | Description', 'Street trees | Plant trees in the ten hottest wards'],
    ['Action | Description', 'Street trees | Plant trees in the ten hottest wards'],
    ['Action title | Details', 'Street trees | Plant trees in the ten hottest wards'],
  ] as const) {
    const { actions, codes } = read(`${head} | Lead | When | Measure`, `${cells} | Head of Parks | May 2027 | 5 trees`);
    expect(actions.map(({ commitment }) => commitment)).toEqual(['Street trees: Plant trees in the ten hottest wards']);
    expect(codes).not.toContain('part-not-read');
  }
});

test('a column that asks whether it is done is the status', () => {
  const { actions } = read(
    'We will… | Who | When | Measure | Where are we now? | Done?',
    'Answer calls in a minute | Contact Manager | May 2027 | 90% of calls | Software bought | No',
    'Check vans | Repairs Supervisor | June 2027 | Each week | Four checks done | Yes',
  );
  expect(actions.map(({ status, progress }) => [status, progress])).toEqual([
    [null, 'Software bought'],
    ['complete', 'Four checks done'],
  ]);
});

test('updates of two dates are both progress', () => {
  const { first } = read(
    'Task | Responsibility | Target | Programme update – Spring 2026 | Programme update – Autumn 2026 | RAG Status',
    'Survey the leased buildings | Sustainability Officer | 14 buildings | Scope agreed | Nine visited | Green',
  );
  expect([first?.commitment, first?.progress, first?.status]).toEqual([
    'Survey the leased buildings',
    'Scope agreed\nNine visited',
    'on track',
  ]);
});

test('another table under a title of its own, though few of its headings are known', () => {
  const { actions } = read(
    'Commitment | Responsible | Delivery date | Outcome(s) supported | Progress this quarter | Progress rating',
    'Pay the living wage | Head of Procurement | April 2027 | SO2, SO6 | Cost model made | Amber',
    '',
    'Table 2: How we will track progress',
    'Measure | Data owner | Reported | 2025/26 actual | 2026/27 target | Latest',
    'Days lost to sickness | HR Analyst | Monthly | 9.8 | 9 | 9.3',
  );
  expect(actions.map(({ commitment, status, progress }) => [commitment, status, progress])).toEqual([
    ['Pay the living wage', 'at risk', 'Cost model made'],
  ]);
});

test('columns of numbered years and of what goes on, with the years that a line above gives them', () => {
  const { actions } = read(
    'Year 1 = 2026/27, Year 2 = 2027/28, Year 3 = 2028/29',
    'Action | Lead | Target | Year 1 | Year 2 | Year 3 | Ongoing',
    'Agree a protocol | Housing Manager | Protocol signed | ✓ | ✓ | | ',
    'Run the shelter | Housing Manager | No one sleeps out | | | | ✓',
  );
  expect(actions.map(({ timescale }) => [timescale.text, timescale.end, timescale.ongoing])).toEqual([
    ['Year 1 (2026/27) to Year 2 (2027/28)', '2028-03', false],
    ['Ongoing', null, true],
  ]);
});

/** Columns of one status with a row below; the status that holds, and what is said of the others. */
test.each<readonly [string, string, string | null, string]>([
  ['RAG Sept 26 | RAG Nov 26', 'A | G', 'on track', 'Earlier status (RAG Sept 26): A'],
  ['RAG Sept 26 | RAG Nov 26', 'A | ', 'at risk', ''],
  ['RAG Sept 26 | RAG Nov 26', ' | G', 'on track', ''],
  ['RAG Sept 26 | RAG Nov 26', 'Green | Green', 'on track', 'Earlier status (RAG Sept 26): Green'],
  ['RAG Sept 26 | RAG Nov 26', 'Complete | Purple', null, 'Purple\nEarlier status (RAG Sept 26): Complete'],
  ['RAG Sept 26 | RAG Nov 26', 'A | n/a', 'at risk', ''],
  ['RAG Nov 26 | RAG Sept 26', 'G | R', 'on track', 'Earlier status (RAG Sept 26): R'],
  ['RAG Nov | RAG Oct | RAG Sept', 'G | A | R', 'on track', 'Earlier status (RAG Sept): R\nEarlier status (RAG Oct): A'],
  ['RAG Q4 | RAG Q3', 'G | A', 'on track', 'Earlier status (RAG Q3): A'],
  ['RAG Dec | RAG Jan', 'R | A', 'at risk', 'Earlier status (RAG Dec): R'],
  ['Progress | RAG Sept 26 | RAG Nov 26', 'Tender out | A | G', 'on track', 'Tender out\nEarlier status (RAG Sept 26): A'],
  ['RAG Sept 26 | RAG Nov 26 | Progress', 'A | G | A', 'on track', 'A\nEarlier status (RAG Sept 26): A'],
  ['RAG Jul 26 | RAG Sept 26 | RAG Nov 26', 'R | A | G', 'on track', 'Earlier status (RAG Jul 26): R\nEarlier status (RAG Sept 26): A'],
])('of a status for several dates the last one holds and the others are told: %s, %s', (head, cells, status, progress) => {
  const { actions, codes, sheets } = read(
    `Action | Lead | When | Measure | ${head}`,
    `Adopt one audit tool | Lead Nurse | May 2027 | Tool adopted | ${cells}`,
  );
  expect(actions.map((one) => [one.status, one.progress])).toEqual([[status, progress]]);
  expect(codes).not.toContain('part-not-read');
  expect(sheets[0]?.leftOut).toEqual([]);
  // Its words stand in several cells, so that no answer is written into the status of one month.
  expect(actions[0]?.cells.status?.parts).toBeDefined();
});

test.each(['Deadline | Extended to', 'Was due | New date'])('a date that takes the place of another holds: %s', (head) => {
  const { actions } = read(
    `Action | Lead | ${head} | Measure`,
    'Sign the protocol | Head of Housing | March 2026 | January 2027 | Signed',
    'Name a worker | Head of Care | June 2027 | | Named',
  );
  expect(actions.map(({ timescale }) => [timescale.text, timescale.end])).toEqual([
    ['January 2027 (first planned for March 2026)', '2027-01'],
    ['June 2027', '2027-06'],
  ]);
});

test.each(['Name', 'Title', 'Job title'])('%s beside a lead is no title of the action', (words) => {
  const { first } = read(`Action | Lead | ${words} | When | Measure`, 'Plant trees | Jo Smith | Head of Parks | May 2027 | 5 trees');
  expect(first?.commitment).toBe('Plant trees');
});

test('outputs stand behind the measure with their heading, and a ranking of impact does not', () => {
  const { first, codes } = read(
    'Action | Lead | When | Measure | Output | Impact',
    'Plant trees | Head of Parks | May 2027 | 5 trees | 20 volunteers trained | High',
  );
  expect([first?.measure.text, codes]).toEqual(['5 trees; Output: 20 volunteers trained', expect.arrayContaining(['part-not-read'])]);
});

test.each([
  ['New', 'Yes'],
  ['New date', 'with the board'],
])('the deadline stays where %s holds no date: %s', (head, words) => {
  const { first } = read(`Action | Lead | Deadline | ${head} | Measure`, `Plant trees | Head of Parks | May 2027 | ${words} | 5 trees`);
  expect(first?.timescale.text).toBe('May 2027');
});

test('the column that the user calls the timescale stays it, whatever another says of a new date', () => {
  const rows = ['Action | Lead | Deadline | Extended to | Measure', 'Plant trees | Head of Parks | May 2027 | June 2028 | 5 trees'];
  const book = drawBook([{ rows }], 'GET.xlsx');
  const corrections = [{ tableId: 'Sheet1!A1', headings: { 2: 'timescale' as const } }];
  const found = readTables(book, KENT, { includeHidden: false, corrections });
  expect(found.tables[0]?.headings.map(({ key }) => key)).toEqual(['commitment', 'ledBy', 'timescale', null, 'measure']);
});
