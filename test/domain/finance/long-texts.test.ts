import { costEvidence } from '../../../src/domain/finance/cost-evidence';
import { kent2025 } from '../../../src/domain/framework';

/** Excel holds no longer text in a cell. */
const LONGEST = 32_767;
const KENT = kent2025();
const EMPTY = { commitment: '', ledBy: '', timescale: '', measure: '', cost: '', progress: '' };
const filled = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

/** The shortest of several runs, in ms: what the computer does beside it is not measured. */
function timeOf(text: string, field: 'commitment' | 'measure' | 'cost'): number {
  const times = Array.from({ length: 5 }, () => {
    const from = performance.now();
    costEvidence({ ...EMPTY, [field]: text }, KENT);
    return performance.now() - from;
  });
  return Math.min(...times);
}

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
  ['blanks', ' '],
  ['line ends', 'x\n'],
  ['hyphens', 'a-'],
  ['apostrophes', "fund's "],
  ['thousands parted by spaces', '1 000 '],
  ['if and money', 'if budget '],
  ['enabling verbs', 'help residents to buy '],
  ['savings', 'saving £5, '],
] as const;

/** In ms, for texts as people write them and for those made to be slow; on a busy computer it is several times what it is on a quiet one. */
const LIMIT = { written: 100, hostile: 500 };

describe.each(['commitment', 'measure', 'cost'] as const)('the longest %s', (field) => {
  it.each(UNITS)('of %s is read in time, and time grows with its length', (name, unit) => {
    timeOf(filled(unit, LONGEST), field);
    const quarter = timeOf(filled(unit, LONGEST / 4), field);
    const whole = timeOf(filled(unit, LONGEST), field);
    expect(whole).toBeLessThan(name.includes('words') ? LIMIT.written : LIMIT.hostile);
    // Two doublings are four times the time; time that grows with the square of the length would be sixteen times.
    expect(whole).toBeLessThan(8 * quarter + 10);
  });
});
