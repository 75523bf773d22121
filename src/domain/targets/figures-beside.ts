import { DURATIONS } from './cue-words';
import type { Item } from './items';
import { isWord, type NumberToken, wordOf } from './tokens';

/** A bare number after these words is part of a name: "Key Stage 2", "Attainment 8", "category 1". */
const NAMING = new Set(
  'stage stages type category attainment progress section grade grades band tier phase level levels year years ks pm ph no number version core band domain objective priority theme goal outcome indicator chapter part bmi'.split(
    ' ',
  ),
);
const AGED = new Set('aged age ages'.split(' '));
/** A share after or before these is a part of the population, and none of what is measured: "the most deprived 20%". */
const SHARES = new Set('deprived top bottom lowest highest poorest richest worst best affluent wealthiest'.split(' '));
const SHARED = new Set('quintile quintiles decile deciles quartile quartiles'.split(' '));
/** What a number counts within the measure: "five portions a day", "150 minutes". */
const WITHIN = new Set(
  'portions portion units unit times visits doses dose appointments gcses gcse a-levels subjects conditions condition metres miles km mg'.split(
    ' ',
  ),
);

/** Whether a number is neither baseline, target nor change: an age, a length of time, a name, a share of the population (docs/rules.md#target-numbers). */
export function isBeside(items: readonly Item[], at: number): boolean {
  const number = items[at];
  if (number?.kind !== 'number') return false;
  const [before, after] = [items[at - 1], items[at + 1]];
  if (number.unit === null) return isBareBeside(items, at, number);
  if (number.unit !== '%' && !number.unit.includes('cent')) return false;
  const isShareAfter =
    SHARES.has(wordOf(after)) || SHARED.has(wordOf(after)) || (isWord(after, 'most', 'least') && isShareWord(items[at + 2]));
  return isShareAfter || isShareWord(before) || (isWord(before, 'other', 'remaining') && isWord(items[at - 2], 'the'));
}

const isShareWord = (item: Item | undefined): boolean => SHARES.has(wordOf(item));

function isBareBeside(items: readonly Item[], at: number, number: NumberToken): boolean {
  const [before, after] = [items[at - 1], items[at + 1]];
  if (isChangeInYears(items, at)) return false;
  // "Two thirds", "9 out of 10", "deaths per 1,000": parts of a figure that is not printed as one.
  if (isWord(before, 'at') && isWord(items[at - 2], 'expectancy')) return true;
  if (isWord(before, 'per') || isPartOfShare(items, at)) return true;
  if (isTimeMeasured(items, at) || isAtLeast(items, at)) return false;
  if (number.isNamed) return true;
  // "The two groups", "one in five": a number in words is a figure where something leads to it.
  if (
    number.isSpelt &&
    number.value !== 0 &&
    before?.kind !== 'comparison' &&
    !isWord(after, 'place', 'places', 'point', 'points') &&
    !isWord(before, 'by', 'to', 'from', 'than', 'reach', 'of')
  )
    return true;
  if (NAMING.has(wordOf(before)) || AGED.has(wordOf(before))) return true;
  if (isWord(before, '-', '–', '/', '+') || isAgeRange(items, at)) return true;
  if (after === undefined) return false;
  // "2-hour", "0-17", "24/7"; a dash with spaces ends a clause.
  if (isWord(after, '-', '–', '/') && after.from === number.to) return true;
  if (isWord(after, '+') || (after.kind === 'comparison' && after.isBehind))
    return isLength(items[at + 2]) || isWord(before, 'aged') || isNoun(items[at + 2]);
  if (SHARED.has(wordOf(after)) || WITHIN.has(wordOf(after)) || DURATIONS.has(wordOf(after))) return true;
  if (isWord(after, 'calendar', 'working', 'full', 'consecutive', 'clear') && isLength(items[at + 2])) return true;
  if (isWord(after, 'and', 'or') && isWord(items[at + 2], 'over', 'under', 'above', 'below', 'older', 'younger', 'more')) return true;
  return isWord(after, 'in') && items[at + 2]?.kind === 'number';
}

const isLength = (item: Item | undefined): boolean => DURATIONS.has(wordOf(item));
const isNoun = (item: Item | undefined): boolean => item?.kind === 'word' && !/^(?:by|in|for|across|and|from|of)$/.test(item.text);

/** "Increase by 1.5 years": years that are the measure's own unit. */
function isChangeInYears(items: readonly Item[], at: number): boolean {
  if (!isWord(items[at + 1], 'year', 'years')) return false;
  if (isWord(items[at + 2], 'old', 'olds', '-')) return false;
  for (let index = at - 1; index >= Math.max(0, at - 4); index -= 1) {
    const item = items[index];
    if (isWord(item, 'by', 'to', 'from', 'gain', 'and', 'of', 'least', 'than'))
      return items.slice(Math.max(0, at - 40), at + 12).some((one) => isWord(one, 'expectancy', 'life', 'lifespan', 'longevity'));
  }
  return false;
}

function isPartOfShare(items: readonly Item[], at: number): boolean {
  if (
    isWord(items[at + 1], 'thirds', 'third', 'quarters', 'quarter', 'fifths', 'tenths', 'half', 'in', 'out') &&
    (items[at + 2]?.kind === 'number' || !isWord(items[at + 1], 'in', 'out') || isWord(items[at + 2], 'of'))
  )
    return true;
  return (isWord(items[at - 1], 'in') && items[at - 2]?.kind === 'number') || (isWord(items[at - 1], 'of') && isWord(items[at - 2], 'out'));
}

/** "Average waiting time reduced from 26 weeks to 12 weeks": a time is what is measured. */
function isTimeMeasured(items: readonly Item[], at: number): boolean {
  if (!isLength(items[at + 1]) || isWord(items[at + 2], 'old', 'olds')) return false;
  const lead = items[at - 1]?.kind === 'comparison' ? items[at - 2] : items[at - 1];
  if (!isWord(lead, 'from', 'to', 'by', 'be')) return false;
  return items
    .slice(Math.max(0, at - 40), at)
    .some(
      (item, index, before) => isWord(item, 'time', 'times', 'duration') || (isWord(item, 'length') && isWord(before[index + 1], 'of')),
    );
}

/** "To 2,000+ by 2028", not "people aged 65+ live". */
function isAtLeast(items: readonly Item[], at: number): boolean {
  const after = items[at + 1];
  if (after?.kind !== 'comparison' || !after.isBehind || !isWord(items[at - 1], 'to', 'by', 'reach', 'of', 'from', 'achieve')) return false;
  return !isLength(items[at + 2]) && !isNoun(items[at + 2]);
}

/** "Aged 18 to 69", "between 18 and 64". */
function isAgeRange(items: readonly Item[], at: number): boolean {
  const isBound = (item: Item | undefined): boolean => item?.kind === 'number' && item.unit === null;
  const [before, after] = [items[at - 1], items[at + 1]];
  if (isWord(before, 'to', 'and', 'or') && isBound(items[at - 2]))
    return isAgeWord(items[at - 3]) || isWord(items[at + 1], 'year', 'years') || (isNamedNumber(items[at - 2]) && isAgeWord(items[at - 3]));
  return isAgeWord(before) && (isWord(after, 'to', 'and', '-', '–') || !isWord(before, 'between'));
}
const isAgeWord = (item: Item | undefined): boolean => isWord(item, 'aged', 'age', 'ages', 'between', 'stage', 'stages');
const isNamedNumber = (item: Item | undefined): boolean => item?.kind === 'number' && item.isNamed;
