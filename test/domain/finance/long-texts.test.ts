import { costEvidence } from '../../../src/domain/finance/cost-evidence';
import { kent2025 } from '../../../src/domain/framework';

/** Excel holds no longer text in a cell. */
const LONGEST = 32_767;
const KENT = kent2025();
const EMPTY = { commitment: '', ledBy: '', timescale: '', measure: '', cost: '', progress: '' };
const filled = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

const UNITS = [
  ['plain words', 'Work with partners to share what is learned and to publish the plan. '],
  ['words without a stop', 'work with partners and residents on a shared offer '],
  ['verbs alone', 'recruit '],
  ['verbs with objects', 'recruit two officers and buy a system '],
  ['conditions', 'subject to '],
  ['sums', '£5 '],
  ['prices', 'each £5 a pack for '],
  ['counts', '40 packs '],
  ['capitals', 'A-B&C '],
  ['names of funds', 'Better Care Fund and '],
  ['letters', 'a'],
  ['digits', '1'],
  ['bare numbers', '1 '],
  ['years', '2025 '],
  ['blanks', ' '],
  ['line ends', 'x\n'],
  ['hyphens', 'a-'],
  ['apostrophes', "fund's "],
  ['thousands parted by spaces', '1 000 '],
  ['if and money', 'if budget '],
  ['enabling verbs', 'help residents to buy '],
  ['savings', 'saving £5, '],
] as const;

test.each(UNITS)('the longest text of %s is read in time that grows with its length, in every field', (_, unit) => {
  const text = filled(unit, LONGEST);
  const from = performance.now();
  for (const field of ['commitment', 'measure', 'cost'] as const) costEvidence({ ...EMPTY, [field]: text }, KENT);
  // Time that grows with the square of this length is minutes: this tells a hang from work, and is no measure of speed.
  expect(performance.now() - from).toBeLessThan(10_000);
});

test('a cost cell of many years is looked through once, and not once for each of them', () => {
  const replace = jest.spyOn(String.prototype, 'replace');
  const ofWholeText = (count: number): number => {
    replace.mockClear();
    costEvidence({ ...EMPTY, cost: '2025 '.repeat(count) }, KENT);
    return replace.mock.contexts.filter((text) => String(text).length >= count).length;
  };
  const [few, many] = [ofWholeText(100), ofWholeText(2_000)];
  replace.mockRestore();
  expect(many).toBe(few);
});
