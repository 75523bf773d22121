import { BASELINE, FILLER, IMPERATIVE, MODAL, PROCESS, REACHING, nounWay, verbWay } from './cue-words';
import { isBeside } from './figures-beside';
import type { ComparisonItem, DueItem, Item } from './items';
import { isWord, wordOf } from './tokens';
import type { TargetPeriod } from './target-reading';

export type QuantityRole = 'level' | 'change' | 'baseline' | 'comparator';

/** A figure of a part, or one left open, with what stands around it. */
export interface Quantity {
  readonly role: QuantityRole;
  /** Null where it is left open. */
  readonly value: number | null;
  readonly unit: string | null;
  readonly comparison: ComparisonItem | null;
  /** The area that it is bound to: "9% in Kent". */
  readonly area: string | null;
  /** For whom: "3 years for males". */
  readonly group: string | null;
  readonly period: TargetPeriod | null;
  readonly due: DueItem | null;
  /** Which way the noun beside it goes: "an 80% reduction". */
  readonly way: 'up' | 'down' | null;
  /** "45%, 10 per cent above the national average": how far from the area it is compared with. */
  readonly isDistance: boolean;
  /** A figure that is kept: baseline and level in one. */
  readonly isCurrent: boolean;
  /** How it stood where that is said beside it: "Medway lower at 61.7%". */
  readonly relation: string | null;
  /** Nothing before it says what it is: "Smoking: 14.5% in 2019". */
  readonly isWeak: boolean;
  /** The word after it: "years", "places". */
  readonly noun: string;
  /** Its place among the items. */
  readonly at: number;
}

interface Cue {
  readonly cue: string;
  readonly comparison: ComparisonItem | null;
  readonly area: string | null;
  readonly at: number;
}

/** How far back the word is looked for that says what a number is. */
const REACH = 9;

/** The figures of a part from first to last, each with its role; those that are neither are left out. */
export function quantitiesOf(items: readonly Item[], isNational: (name: string) => boolean): Quantity[] {
  const brackets = bracketsOf(items);
  const found: Quantity[] = [];
  items.forEach((item, at) => {
    if ((item.kind !== 'number' && item.kind !== 'open') || isBeside(items, at) || endsBetween(items, at)) return;
    const quantity = quantityAt({ items, brackets, isNational }, at, found.at(-1));
    if (quantity !== null) found.push(quantity);
  });
  // "14.5% in 2019, target 10%": where something leads to a later level, the first is what was.
  const lastLed = found.findLastIndex(({ role, isWeak }) => role === 'level' && !isWeak);
  return found.map((one, index) =>
    index < lastLed && one.role === 'level' && one.isWeak && one.due === null ? { ...one, role: 'baseline' } : one,
  );
}

/** "Between 60% and 65%": the least of it is what is to be reached. */
const endsBetween = (items: readonly Item[], at: number): boolean =>
  isWord(items[at - 1], 'and') && items[at - 2]?.kind === 'number' && isWord(items[at - 3], 'between');

interface Context {
  readonly items: readonly Item[];
  readonly brackets: readonly number[];
  readonly isNational: (name: string) => boolean;
}

/** For each item where the bracket that it stands in opens; -1 outside. */
function bracketsOf(items: readonly Item[]): number[] {
  const open: number[] = [];
  return items.map((item, at) => {
    if (isWord(item, '(', '[')) open.push(at);
    const inside = open.at(-1) ?? -1;
    if (isWord(item, ')', ']')) open.pop();
    return inside;
  });
}

function quantityAt(context: Context, at: number, last: Quantity | undefined): Quantity | null {
  const { items, brackets, isNational } = context;
  const item = items[at];
  if (item?.kind !== 'number' && item?.kind !== 'open') return null;
  const behind = items[at + 1];
  const own = cueBefore(items, at);
  const cue = behind?.kind === 'comparison' && behind.isBehind ? { ...own, comparison: behind } : own;
  const area = areaAfter(items, at) ?? cue.area ?? areaLeading(items, cue) ?? areaOfPair(items, cue, last);
  const bracket = brackets[at] ?? -1;
  const way = nounAfter(items, at);
  const role = bracket >= 0 ? roleInBrackets(context, at, bracket, cue, area) : roleOf(items, at, cue, way, last);
  if (role === null || (item.kind === 'open' && item.unit === null && role !== 'level' && role !== 'change')) return null;
  const isForeign = area !== null && isNational(area);
  const value = item.kind === 'number' ? item.value : null;
  return {
    role: isForeign && role !== 'level' ? 'comparator' : role,
    value,
    unit: item.unit,
    comparison: cue.comparison,
    area: isForeign ? null : area,
    group: groupAfter(items, at),
    period: periodBeside(items, at, bracket),
    due: dueAfter(items, at),
    way,
    isDistance: isDistance(items, at),
    isCurrent: cue.cue === 'current',
    relation:
      ['lower', 'higher', 'worse', 'better'].find(
        (word) => isWord(items[at - 1], word) || (isWord(items[at - 1], 'at') && isWord(items[at - 2], word)),
      ) ?? null,
    isWeak: bracket < 0 && ['start', 'other', 'list'].includes(cue.cue) && cue.comparison === null,
    noun: wordOf(items[at + 1]),
    at,
  };
}

/** The word before a number that says what it is, past words such as "the level of about". */
function cueBefore(items: readonly Item[], at: number): Cue {
  let comparison: ComparisonItem | null = null;
  let area: string | null = null;
  const made = (cue: string, index: number): Cue => ({ cue, comparison, area, at: index });
  let isCurrent = false;
  for (let index = at - 1; index >= Math.max(0, at - REACH); index -= 1) {
    const item = items[index];
    if (item === undefined) break;
    if (item.kind === 'comparison') {
      if (item.isBehind) return made('other', index);
      comparison ??= item;
      // "A minimum participation rate of 60%": the adjective stands before its noun.
      continue;
    }
    if (item.kind === 'area') {
      area ??= item.area.name;
      continue;
    }
    if (item.kind === 'standard')
      comparison ??= items.slice(Math.max(0, index - 3), index).findLast((one) => one.kind === 'comparison') ?? null;
    if (item.kind === 'standard' || item.kind === 'comparator' || item.kind === 'period' || item.kind === 'due')
      return made(item.kind, index);
    if (item.kind === 'number' || item.kind === 'open') return made('number', index);
    const word = item.text;
    if (word === 'current' || word === 'currently' || word === 'present') isCurrent = true;
    const cue = cueOf(word, items, index);
    if (cue === null) continue;
    return made(isCurrent && cue !== 'from' ? 'current' : cue, index);
  }
  return made(isCurrent ? 'current' : at <= REACH ? 'start' : 'other', -1);
}

/** What a word makes of the number after it; null for one to look past. */
function cueOf(word: string, items: readonly Item[], at: number): string | null {
  if (['to', 'by', 'from', 'than', 'within', '('].includes(word)) return word;
  if (word === 'target' || word === 'targets' || word === 'goal' || word === 'ambition' || word === 'aim' || word === 'benchmark')
    return 'target';
  if (word === 'against' || word === 'with')
    return isWord(items[at - 1], 'compared', 'compare') || word === 'against' ? 'baseline' : 'other';
  if (BASELINE.has(word)) return word === 'current' || word === 'currently' ? null : 'baseline';
  if (FILLER.has(word) || [':', '=', '~', '–', '-', 'as', 'now'].includes(word)) return null;
  if (MODAL.has(word) || ['be', 'been', 'is', 'are', 'have', 'had'].includes(word)) return 'be';
  if (REACHING.has(word) || (leads(items, at) && (IMPERATIVE.has(word) || PROCESS.has(word)))) return 'reach';
  if (nounWay(word) !== null || verbWay(word) !== null) return 'move';
  if (word === ',' || word === 'and' || word === 'or') return 'list';
  return minimumBefore(items, at) ? null : 'other';
}

/** "Deliver 1,500 homes", "we will plant 200 trees". */
const leads = (items: readonly Item[], at: number): boolean => at === 0 || isWord(items[at - 1], 'will', 'to', 'we', 'should');

/** Whether "minimum" stands within four words before: "a minimum staff survey participation rate of". */
const minimumBefore = (items: readonly Item[], at: number): boolean =>
  items.slice(Math.max(0, at - 5), at).some((item) => item.kind === 'comparison' && item.comparison.isAdjective);

/** "10% reduction", "80% fewer". */
function nounAfter(items: readonly Item[], at: number): 'up' | 'down' | null {
  let next = at + 1;
  while (next < at + 4 && isWord(items[next], 'overall', 'relative', 'absolute', 'real', '-', 'terms', 'net', 'point')) next += 1;
  return nounWay(wordOf(items[next]));
}

const isPoints = (unit: string | null): boolean => unit !== null && /^p/i.test(unit) && !/^per/i.test(unit);
const COUNTED_CHANGE = ['place', 'places', 'rank', 'ranks', 'position', 'positions', 'point', 'points'];

function isDistance(items: readonly Item[], at: number): boolean {
  const next = items[at + 1];
  return next?.kind === 'comparison' && !next.isBehind && items.slice(at + 2, at + 6).some(({ kind }) => kind === 'comparator');
}

function roleOf(
  items: readonly Item[],
  at: number,
  { cue, comparison }: Cue,
  way: 'up' | 'down' | null,
  last: Quantity | undefined,
): QuantityRole | null {
  const item = items[at];
  const unit = item?.kind === 'number' || item?.kind === 'open' ? item.unit : null;
  if (isDistance(items, at)) return cue === 'from' || cue === 'baseline' ? 'baseline' : 'level';
  if (cue === 'from' || cue === 'baseline') return 'baseline';
  if (way !== null) return 'change';
  const isCounted = isWord(items[at + 1], ...COUNTED_CHANGE);
  if (isCounted && isWord(items[at - 1], 'up', 'down')) return 'change';
  if (cue === 'within') return null;
  if (cue === 'by') return 'change';
  if (cue === 'list' || cue === 'number') return isSibling(items, at, last) ? (last?.role ?? null) : leftOver(unit, comparison);
  if (cue === 'comparator') return 'comparator';
  if (cue === 'move') return isPoints(unit) || isCounted || comparison === null ? 'change' : 'level';
  if (cue === 'period') return 'baseline';
  if (cue === 'to' || cue === 'be' || cue === 'reach' || cue === 'target' || cue === 'standard' || cue === 'current' || cue === 'due')
    return 'level';
  if (cue === 'start') return 'level';
  return leftOver(unit, comparison);
}

/** A figure with nothing before it that says what it is: a percentage or a rate is a level, a bare number nothing. */
const leftOver = (unit: string | null, comparison: ComparisonItem | null): QuantityRole | null =>
  (unit !== null && !isPoints(unit)) || comparison !== null ? 'level' : null;

const MOST_BETWEEN_SIBLINGS = 13;

/** "1.5 years for males and 1 year for females": the second is what the first is. */
function isSibling(items: readonly Item[], at: number, last: Quantity | undefined): boolean {
  if (last === undefined || at - last.at > MOST_BETWEEN_SIBLINGS) return false;
  const between = items.slice(last.at + 1, at);
  return between.every((item) => item.kind !== 'comparator' && !MODAL.has(wordOf(item)));
}

/** A figure in brackets explains what stands before it or says what was. */
function roleInBrackets(
  { items, isNational }: Context,
  at: number,
  bracket: number,
  { cue }: Cue,
  area: string | null,
): QuantityRole | null {
  if (area !== null && isNational(area)) return 'comparator';
  const inside = items.slice(bracket + 1, Math.min(items.length, at + 8));
  const end = inside.findIndex((item) => isWord(item, ')', ']'));
  const words = end < 0 ? inside : inside.slice(0, end);
  if (words.some(({ kind }) => kind === 'comparator')) return 'comparator';
  const before = items[bracket - 1];
  if (cue === 'target' || cue === 'to' || words.some((item) => isWord(item, 'target')))
    return words.some((item) => isWord(item, 'from')) && cue !== 'to' ? 'baseline' : 'level';
  if (cue === 'by') return 'change';
  if (words.some((item) => BASELINE.has(wordOf(item)) || isWord(item, 'from') || item.kind === 'period')) return 'baseline';
  if (before?.kind === 'standard' || isWord(before, 'target', 'goal', 'benchmark', 'standard')) return 'level';
  if (before?.kind === 'comparator') return 'comparator';
  if (before?.kind === 'period' || isWord(before, 'baseline', 'level', 'levels', 'rate', 'value')) return 'baseline';
  return null;
}

/** "In Southtown from 27% to 23%": the area stands before the preposition. */
function areaLeading(items: readonly Item[], { cue, at }: Cue): string | null {
  const before = items[at - 1];
  return cue === 'from' && before?.kind === 'area' && isWord(items[at - 2], 'in', 'for', 'across') ? before.area.name : null;
}

/** "From 27% to 23%": the second is of the area of the first. */
const areaOfPair = (items: readonly Item[], { cue, at }: Cue, last: Quantity | undefined): string | null =>
  cue === 'to' &&
  last?.role === 'baseline' &&
  last.area !== null &&
  at - last.at <= 4 &&
  !items.slice(last.at, at).some(({ kind }) => kind === 'area')
    ? last.area
    : null;

const TO_AREA = ['in', 'for', 'across', 'within', 'the', 'of', 'both', '(', ':', 'population'];

/** "9 percentage points in Kent"; "(2021/22)" may stand between. */
function areaAfter(items: readonly Item[], at: number): string | null {
  for (let next = at + 1; next < Math.min(items.length, at + 7); next += 1) {
    const item = items[next];
    if (item?.kind === 'area')
      return isWord(items[next - 1], ...TO_AREA) && items.slice(at + 1, next).some((one) => isWord(one, 'in', 'for', 'across', 'within'))
        ? item.area.name
        : null;
    const isPassed =
      item?.kind === 'period' ||
      (item?.kind === 'comparison' && item.isBehind) ||
      isWord(item, ...TO_AREA, ...COUNTED_CHANGE, 'year', 'years', 'in', ')');
    if (!isPassed) return null;
  }
  return null;
}

/** The most words of a group. */
const LONGEST_GROUP = 6;

/** "3 years for males": the words after "for" or "among", where they are no area. */
function groupAfter(items: readonly Item[], at: number): string | null {
  let next = at + 1;
  while (next < at + 4 && isWord(items[next], 'year', 'years', 'points', 'of', 'life')) next += 1;
  if (items[next]?.kind === 'period' || (isWord(items[next], 'in') && items[next + 1]?.kind === 'period'))
    next += isWord(items[next], 'in') ? 2 : 1;
  if (!isWord(items[next], 'for', 'among', 'amongst', 'of')) return null;
  const words: string[] = [];
  for (next += 1; next < items.length && words.length <= LONGEST_GROUP; next += 1) {
    const item = items[next];
    if (item?.kind !== 'word' || isWord(item, 'and', 'to', 'from', 'by', 'in', 'respectively', 'while', 'whilst')) break;
    words.push(item.text);
  }
  return words.length === 0 || words.length > LONGEST_GROUP ? null : words.join(' ');
}

const TO_PERIOD = [
  'in',
  'higher',
  'lower',
  'above',
  'below',
  '(',
  ':',
  'of',
  'the',
  'for',
  'during',
  'at',
  'level',
  'levels',
  'as',
  'by',
  'baseline',
  ',',
  'year',
  'academic',
  'financial',
  'school',
  'on',
  'end',
  'population',
  'households',
  'people',
  'residents',
  'births',
  'figure',
  'years',
  'days',
  'weeks',
  'hours',
  'minutes',
  'points',
  'places',
  'tonnes',
  'kg',
  'live',
];

/** The period of a figure: close behind it ("18% in 2022") or close before ("2021/22: Kent 84.5%"). */
function periodBeside(items: readonly Item[], at: number, bracket: number): TargetPeriod | null {
  const isPassed = (item: Item | undefined): boolean =>
    item?.kind === 'area' || (item?.kind === 'comparison' && item.isBehind) || isWord(item, ...TO_PERIOD);
  for (let next = at + 1; next < Math.min(items.length, at + 7); next += 1) {
    const item = items[next];
    // "84.5% (2021/22: Medway 61.7%)": the period is that of the next.
    if (item?.kind === 'period') return isWord(items[next + 1], ':') ? null : item.period;
    if (!isPassed(item)) break;
  }
  const words = [
    'baseline',
    'figure',
    'was',
    'is',
    'of',
    'level',
    'rate',
    'data',
    'lower',
    'higher',
    'at',
    'from',
    'a',
    'worse',
    'to',
    'value',
    'currently',
  ];
  for (let next = at - 1; next >= Math.max(0, at - 7); next -= 1) {
    const item = items[next];
    if (item?.kind === 'period') return item.period;
    const isBracket = next === bracket;
    if (!isPassed(item) && !isBracket && !isWord(item, ...words)) break;
  }
  return null;
}

/** The date after a figure, before the next one. */
function dueAfter(items: readonly Item[], at: number): DueItem | null {
  for (let next = at + 1; next < Math.min(items.length, at + 14); next += 1) {
    const item = items[next];
    if (item?.kind === 'due') return item;
    if (item?.kind === 'number' && !isBeside(items, next)) return null;
  }
  return null;
}
