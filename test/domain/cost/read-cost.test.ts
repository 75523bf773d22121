import fc from 'fast-check';
import { anyString } from '../any-string';
import { COSTS, type Cost, readCost, sumsIn } from '../../../src/domain/cost';
import { namedFundIn } from '../../../src/domain/cost/named-fund';
import { kent2025 } from '../../../src/domain/framework';
import { type Cell, EMPTY_CELL, textCell } from '../../../src/domain/grid';
import { numberCell } from '../grid/number-cell';
import gold from '../../gold/costs.json';

const KENT = kent2025();
const HEADINGS: Record<keyof typeof gold.files, string> = {
  'CYPE priorities v2.xlsx': 'Low/no cost',
  'Commercial and Procurement.xlsx': 'Cost (none / low / other)',
};

interface Want {
  readonly sum?: number;
  readonly ambiguous?: true;
}

function check(cell: Cell | string, heading: string, cost: Cost, want: Want = {}): void {
  const reading = readCost(typeof cell === 'string' ? textCell(cell) : cell, heading, KENT);
  expect({ cell, heading, cost: reading.cost, sum: reading.sum, ambiguous: reading.ambiguous }).toEqual({
    cell,
    heading,
    cost,
    sum: want.sum ?? null,
    ambiguous: want.ambiguous ?? false,
  });
}

for (const [file, cells] of Object.entries(gold.files)) {
  const heading = HEADINGS[file as keyof typeof gold.files];
  test.each(cells)(`gold ${file}: %j is %s`, (text = '', cost = '') => {
    const reading = readCost(textCell(text), heading, KENT);
    expect(reading.cost).toBe(cost);
    expect(reading.ambiguous).toBe(text === 'no');
  });
}

type Row = readonly [Cell | string, Cost, Want?];

/** Under the published heading, which asks two things. */
const TWO_QUESTIONS: Row[] = [
  ['none', 'no cost'],
  ['Nil', 'no cost'],
  ['£0', 'no cost', { sum: 0 }],
  ['0', 'no cost', { sum: 0 }],
  ['Zero cost', 'no cost'],
  ['No additional cost', 'no cost'],
  ['no cost to KCC', 'no cost'],
  ['Cost neutral', 'no cost'],
  ['Free', 'no cost'],
  ['within existing resources', 'no cost'],
  ['Within existing staff resources', 'no cost'],
  ['Met from existing budgets', 'no cost'],
  ['Existing budget', 'no cost'],
  ['staff time only', 'no cost'],
  ['BAU', 'no cost'],
  ['No funding required', 'no cost'],
  ['no', 'no cost', { ambiguous: true }],
  ['No.', 'no cost', { ambiguous: true }],
  ['N', 'no cost', { ambiguous: true }],
  ['Y', 'no cost', { ambiguous: true }],
  ['Yes', 'no cost', { ambiguous: true }],
  ['✓', 'no cost', { ambiguous: true }],
  ['Low/no cost', 'low cost', { ambiguous: true }],
  ['No / low', 'low cost', { ambiguous: true }],
  ['LOW', 'low cost'],
  ['Low cost - staff training', 'low cost'],
  ['Minimal', 'low cost'],
  ['Very low', 'low cost'],
  ['small', 'low cost'],
  ['£500', 'low cost', { sum: 500 }],
  ['£9,999.99', 'low cost', { sum: 9999.99 }],
  ['£10,000', 'low cost', { sum: 10000 }],
  ['£10k', 'low cost', { sum: 10000 }],
  ['10,000', 'low cost', { sum: 10000 }],
  ['up to £10,000', 'low cost', { sum: 10000 }],
  ['<£5k', 'low cost', { sum: 5000 }],
  ['£5k-£10k', 'low cost', { sum: 10000 }],
  ['£5-10k', 'low cost', { sum: 10000 }],
  ['£3k venue, £2k printing', 'low cost', { sum: 5000 }],
  ['£10,001', 'above low cost', { sum: 10001 }],
  ['£25k', 'above low cost', { sum: 25000 }],
  ['25K', 'above low cost', { sum: 25000 }],
  ['c. £25,000 pa', 'above low cost', { sum: 25000 }],
  ['£1.2m', 'above low cost', { sum: 1200000 }],
  ['1.2 million', 'above low cost', { sum: 1200000 }],
  ['£8k to £15k', 'above low cost', { sum: 15000 }],
  ['between £5,000 and £20,000', 'above low cost', { sum: 20000 }],
  ['over £10k', 'above low cost', { sum: 10000 }],
  ['>£10,000', 'above low cost', { sum: 10000 }],
  ['£10k+', 'above low cost', { sum: 10000 }],
  ['£6k + £6k', 'above low cost', { sum: 12000 }],
  ['£6k, of which £4k sponsorship', 'low cost', { sum: 6000 }],
  ['£9k, including £3k for printing', 'low cost', { sum: 9000 }],
  ['£9k of which £3k is agreed; £4k for the venue', 'above low cost', { sum: 13000 }],
  ['£12 500', 'above low cost', { sum: 12500 }],
  ['9 500', 'low cost', { sum: 9500 }],
  ['UKSPF round 5', 'funded'],
  ['Low, 3 days of an officer', 'low cost'],
  ['Section 106', 'funded'],
  ['£25,000 in 2025/26', 'above low cost', { sum: 25000 }],
  ['GBP 20,000', 'above low cost', { sum: 20000 }],
  ['20,000 pounds', 'above low cost', { sum: 20000 }],
  ['High', 'above low cost'],
  ['Medium', 'above low cost'],
  ['Other', 'above low cost'],
  ['not low cost', 'above low cost'],
  ['above low cost', 'above low cost'],
  ['Funded', 'funded'],
  ['Funded by Public Health Grant', 'funded'],
  ['UKSPF', 'funded'],
  ['Grant funded', 'funded'],
  ['Funding secured', 'funded'],
  ["Funded to March '25", 'funded'],
  ['£50k funded by ICB', 'funded', { sum: 50000 }],
  ['Coastal Communities Fund', 'funded'],
  ['', 'to be confirmed'],
  ['   ', 'to be confirmed'],
  ['-', 'to be confirmed'],
  ['?', 'to be confirmed'],
  ['TBC', 'to be confirmed'],
  ['No cost (tbc)', 'to be confirmed'],
  ['£20k tbc', 'to be confirmed', { sum: 20000 }],
  ['N/A', 'to be confirmed'],
  ['Not known', 'to be confirmed'],
  ['Unfunded', 'to be confirmed'],
  ['Not yet funded', 'to be confirmed'],
  ['Requires funding', 'to be confirmed'],
  ['Funding bid submitted', 'to be confirmed'],
  ['Subject to funding', 'to be confirmed'],
  ['Dependent on budget', 'to be confirmed'],
  ['see above', 'to be confirmed'],
  [EMPTY_CELL, 'to be confirmed'],
  [numberCell(0, '£0.00', '£#,##0.00'), 'no cost', { sum: 0 }],
  [numberCell(5000), 'low cost', { sum: 5000 }],
  [numberCell(25000, '£25,000', '£#,##0'), 'above low cost', { sum: 25000 }],
  [numberCell(25000, '###'), 'above low cost', { sum: 25000 }],
  [numberCell(46082, '01/03/2026', 'dd/mm/yyyy'), 'to be confirmed'],
  [numberCell(0.5, '50%', '0%'), 'to be confirmed'],
  [{ kind: 'boolean', value: true, text: 'TRUE', format: 'General' }, 'no cost', { ambiguous: true }],
  [{ kind: 'error', value: '#REF!', text: '#REF!', format: 'General' }, 'to be confirmed'],
];

describe('under "Low/no cost"', () => {
  for (const [cell, cost, want] of TWO_QUESTIONS) test(JSON.stringify(cell), () => check(cell, 'Low/no cost', cost, want));
});

const OTHER_HEADINGS: [string, Cell | string, Cost, Want?][] = [
  ['Cost (none / low / other)', 'no', 'no cost', { ambiguous: true }],
  ['Cost (none / low / other)', 'none', 'no cost'],
  ['Low or no cost?', 'Y', 'no cost', { ambiguous: true }],
  ['Cost', 'no', 'no cost'],
  ['Cost', 'Y', 'to be confirmed'],
  ['', 'no', 'no cost'],
  ['No cost?', 'Y', 'no cost'],
  ['No cost?', 'N', 'to be confirmed'],
  ['Low cost', 'yes', 'low cost'],
  ['Low cost', 'no', 'to be confirmed'],
  ['Funded?', 'Yes', 'funded'],
  ['Funded?', 'No', 'to be confirmed'],
  ['Funding needed', 'no', 'no cost'],
  ['Additional cost?', 'yes', 'to be confirmed'],
  ['Cost (£k)', numberCell(25), 'above low cost', { sum: 25000 }],
  ['Cost £000s', '8', 'low cost', { sum: 8000 }],
  ['Cost (£k)', '£8,000', 'low cost', { sum: 8000 }],
];

describe('under other headings', () => {
  for (const [heading, cell, cost, want] of OTHER_HEADINGS)
    test(`${heading}: ${JSON.stringify(cell)}`, () => check(cell, heading, cost, want));
});

test("the framework's own limit decides what is low", () => {
  expect(readCost(textCell('£25k'), 'Cost', { ...KENT, lowCostUpTo: 50_000 }).cost).toBe('low cost');
});

test.each([
  ['a campaign of £5,000 to £8,000', [8000]],
  ['up to or around £1 million in year', [1e6]],
  ['£1.5m and then £250k', [1.5e6, 250e3]],
  ['a budget of 20k', [20e3]],
  ['10,000 steps in 2025', []],
  ['delivered in £', []],
  ['5k run, 2m people', []],
  ['a 5k run funded by the club', []],
  ['a hall at £1 250 a year', [1250]],
  ['round 5 of the fund', []],
  ['20,000 pounds', [20e3]],
] as const)('sums in %j', (text, pounds) => {
  const sums = sumsIn(text);
  expect(sums.map((sum) => sum.pounds)).toEqual(pounds);
  for (const sum of sums) expect(text).toContain(sum.words);
});

test.each([
  ['Carers campaign funded by Accelerating Reform Fund, live', 'Accelerating Reform Fund'],
  ['Use the Coastal Communities Fund', 'Coastal Communities Fund'],
  ['UKSPF money', 'UKSPF'],
  ['set up a fund for carers', null],
  ['Apply to The Fund', null],
  ['Pension Fund Manager', null],
  ['fundamental change', null],
  ['the Public health grant', 'Public health grant'],
] as const)('the fund in %j is %s', (text, fund) => {
  const found = namedFundIn(text, KENT);
  expect(found?.replace(/^Use the /, '') ?? null).toBe(fund);
});

test('any text under any heading: never throws, one of the five costs, and a plain cost reads as itself', () => {
  const parts = fc.constantFrom(
    '£',
    '10',
    'k',
    '-',
    'no',
    'low',
    'cost',
    ' ',
    'funded',
    'tbc',
    ',',
    '000',
    '.',
    '+',
    'to',
    '/',
    'none',
    'Public Health Grant',
  );
  const anyText = fc.oneof(
    anyString(40),
    fc.array(parts, { maxLength: 10 }).map((some) => some.join('')),
  );
  fc.assert(
    fc.property(anyText, anyText, (text, heading) => {
      const { cost, sum, ambiguous } = readCost(textCell(text), heading, KENT);
      expect(COSTS).toContain(cost);
      if (sum !== null) expect(Number.isFinite(sum)).toBe(true);
      const again = readCost(textCell(cost), heading, KENT);
      expect([again.cost, again.ambiguous && !ambiguous]).toEqual([cost, false]);
    }),
    { numRuns: 1000 },
  );
});
