import { AGENT, AUXILIARY, GAPS, IMPERATIVE, KEEPING, MODAL, PROCESS, REACHING, STAYING, nounWay, verbWay } from './cue-words';
import { isBeside } from './figures-beside';
import type { Item } from './items';
import { isWord, wordOf } from './tokens';

/** What a part speaks of, as it is written; empty where the part before says it. */
export interface Subject {
  readonly text: string;
  /** Its items, in which "both ... and ..." and the kind of measure are looked for. */
  readonly items: readonly Item[];
}

const isFigure = (items: readonly Item[], at: number): boolean =>
  items[at]?.kind === 'open' || (items[at]?.kind === 'number' && !isBeside(items, at));

/** What is measured by a part. */
export function subjectOf(text: string, items: readonly Item[]): Subject {
  let at = skipHead(items);
  // "Diabetes - Increase access": the topic is left aside.
  const dash = items.slice(0, 5).findIndex((item, index) => index > 0 && isWord(item, '-', '–', '—', ':') && isApart(text, items, index));
  if (dash > 0 && (wordOf(items[dash]) !== ':' || isVerb(items, dash + 1) || isArticleNoun(items, dash + 1))) at = dash + 1;
  if (isWord(items[at], 'net') && items[at + 1]?.kind === 'number') return sliced(text, items, at, predicateEnd(items, at + 2));
  if (isFigure(items, at) || (items[at]?.kind === 'comparison' && isFigure(items, at + 1))) return behindFigure(text, items, at);
  if (isVerb(items, at)) return objectOf(text, items, at + 1);
  if (isArticleNoun(items, at)) return objectOf(text, items, at + 2);
  if (isNounOf(items, at)) return objectOf(text, items, at + 1);
  const end = predicateAt(items, at);
  const before = sliced(text, items, at, end);
  if (before.items.length > 0 && !AGENT.test(before.text.toLowerCase())) return withoutFor(text, before);
  return objectOf(text, items, end);
}

const isApart = (text: string, items: readonly Item[], at: number): boolean =>
  /\s/.test(text.charAt((items[at]?.from ?? 1) - 1)) || wordOf(items[at]) === ':';

function skipHead(items: readonly Item[]): number {
  let at = 0;
  while (
    at < items.length &&
    (items[at]?.kind === 'due' || isWord(items[at], ',', 'and', '-', '–', 'to', 'we', 'additionally', 'also', 'then', '•', '*', 'further'))
  )
    at += 1;
  return at;
}

/** "Increase", "Maintain", "Prevent or relieve". */
const isVerb = (items: readonly Item[], at: number): boolean => {
  const word = wordOf(items[at]);
  return (
    (verbWay(word) !== null && !isWord(items[at + 1], 'in', 'of')) ||
    KEEPING.has(word) ||
    (IMPERATIVE.has(word) && !isWord(items[at + 1], 'of')) ||
    (STAYING.has(word) && at === 0)
  );
};
/** "A reduction in the number of ...". */
const isArticleNoun = (items: readonly Item[], at: number): boolean =>
  isWord(items[at], 'a', 'an', 'the') && nounWay(wordOf(items[at + 1])) !== null && isWord(items[at + 2], 'in', 'of');
const isNounOf = (items: readonly Item[], at: number): boolean => nounWay(wordOf(items[at])) !== null && isWord(items[at + 1], 'in', 'of');

/** Where the words begin that say what is to become of the subject. */
function predicateAt(items: readonly Item[], from: number): number {
  for (let at = from; at < items.length; at += 1) {
    const item = items[at];
    const word = wordOf(item);
    if (MODAL.has(word)) return at;
    if (item?.kind === 'due' && at > from) return at;
    if (isFigure(items, at) && !isWord(items[at - 1], '(')) return at;
    if (item?.kind === 'comparison' && !item.comparison.isAdjective && isCompared(items, at + 1))
      return isWord(items[at - 1], 'is', 'are', 'be') ? at - 1 : at;
    if (word === 'from' && isFigureNear(items, at + 1)) return at;
    if (word === 'to' && at > from && isTo(items, at + 1)) return at;
    if (word === ':' && at > from && isFigureNear(items, at + 1)) return at;
    if (word === '(' && isBaselineBracket(items, at)) return at;
    if (verbWay(word) !== null && at > from && isWord(items[at + 1], 'by', 'from', 'to') && isFigureNear(items, at + 2))
      return isWord(items[at - 1], 'is', 'are', 'be', 'has', 'have') ? at - 1 : at;
    if (REACHING.has(word) && at > from && items.slice(at + 1, at + 4).some(({ kind }) => kind === 'standard')) return at;
    if (REACHING.has(word) && at > from && AGENT.test(items.slice(from, at).map(wordOf).join(' '))) return at;
  }
  return items.length;
}

/** Up to the date. */
const predicateEnd = (items: readonly Item[], from: number): number => {
  const end = items.findIndex((item, at) => at >= from && (item.kind === 'due' || isWord(item, ',')));
  return end < 0 ? items.length : end;
};

const isCompared = (items: readonly Item[], from: number): boolean =>
  items
    .slice(from, from + 5)
    .some(
      (item, index, near) =>
        (item.kind === 'comparator' || item.kind === 'standard' || isFigure(items, from + index)) &&
        !near.slice(0, index).some(({ kind }) => kind === 'comparison'),
    );
const isFigureNear = (items: readonly Item[], from: number): boolean =>
  items.slice(from, from + 7).some((_, index) => isFigure(items, from + index)) || items[from]?.kind === 'standard';
const isTo = (items: readonly Item[], at: number): boolean =>
  isWord(items[at], 'be', 'achieve', 'reach', 'have', 'remain', 'increase', 'reduce', 'decrease', 'fall', 'rise', 'improve') ||
  isFigure(items, at) ||
  (items[at]?.kind === 'comparison' && isCompared(items, at + 1)) ||
  (isWord(items[at], 'a', 'the') && isWord(items[at + 1], 'level', 'rate') && isFigureNear(items, at));
const isBaselineBracket = (items: readonly Item[], at: number): boolean =>
  items.slice(at + 1, at + 4).some((item) => isWord(item, 'baseline', 'target', 'currently', 'from') || item.kind === 'period');

/** "75% of people aged 14 or over will have had a health check": all after the figure. */
function behindFigure(text: string, items: readonly Item[], at: number): Subject {
  let start = at;
  while (!isFigure(items, start)) start += 1;
  start += 1;
  const behind = items[start];
  if (behind?.kind === 'comparison' && behind.isBehind) start += 1;
  // "A 10% reduction in falls".
  if (nounWay(wordOf(items[start])) !== null) return objectOf(text, items, start + 1);
  while (isWord(items[start], 'of', 'the', 'percentage', 'all', 'more', 'additional')) start += 1;
  let end = start;
  while (
    end < items.length &&
    items[end]?.kind !== 'due' &&
    !(isWord(items[end], '(') && isBaselineBracket(items, end)) &&
    !isFromFigure(items, end)
  )
    end += 1;
  return sliced(text, items, start, end);
}

const isFromFigure = (items: readonly Item[], at: number): boolean =>
  isWord(items[at], 'from', 'up', 'compared', 'against') && isFigureNear(items, at + 1) && !isBeside(items, at + 1);

/** What a verb is about: up to the figures. */
function objectOf(text: string, items: readonly Item[], from: number): Subject {
  let start = from;
  while (start < items.length && isLeading(items, start)) start += 1;
  let end = start;
  while (end < items.length && !endsObject(items, end)) end += 1;
  if (end > start) return sliced(text, items, start, end);
  // "We will meet national expectations for patients with ...", "prevent more than 60% of homeless households".
  let after = end;
  while (
    after < items.length &&
    (items[after]?.kind !== 'word' ||
      isWord(items[after], 'of', 'for', 'in', 'the', 'to', 'or', 'by', 'place', 'places', 'point', 'points'))
  )
    after += 1;
  let last = after;
  while (last < items.length && items[last]?.kind !== 'due' && !isWord(items[last], '(')) last += 1;
  return sliced(text, items, after, last);
}

const isLeading = (items: readonly Item[], at: number): boolean => {
  const item = items[at];
  const word = wordOf(item);
  if (AUXILIARY.has(word) || MODAL.has(word) || ['a', 'an', 'the', 'in', 'of', 'or', 'our', 'that', 'at', 'up'].includes(word)) return true;
  if (item?.kind === 'comparison') return item.comparison.isAdjective || !isCompared(items, at + 1);
  return verbWay(word) !== null || KEEPING.has(word) || PROCESS.has(word) || (IMPERATIVE.has(word) && at > 0) || nounWay(word) !== null;
};

function endsObject(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item?.kind === 'due' || item?.kind === 'standard') return true;
  if (item?.kind === 'comparison' && !item.comparison.isAdjective) return isCompared(items, at + 1);
  if (isFigure(items, at)) return true;
  const word = wordOf(item);
  if (word === '(') return isBaselineBracket(items, at) || isFigure(items, at + 1);
  if (MODAL.has(word)) return true;
  if (['from', 'to', 'by', 'at', 'of', 'so', 'compared', 'against', 'relative', ',', ':'].includes(word)) return endsAt(items, at);
  return false;
}

/** Whether a preposition leads to a figure or to an earlier level: "from 12%", "at the 2024 value", "of at least X%". */
function endsAt(items: readonly Item[], at: number): boolean {
  for (let next = at + 1; next < Math.min(items.length, at + 6); next += 1) {
    const item = items[next];
    if (isFigure(items, next) || item?.kind === 'period' || item?.kind === 'comparator' || item?.kind === 'standard') return true;
    if (item?.kind === 'comparison') return isCompared(items, next + 1);
    if (
      !isWord(
        item,
        'the',
        'a',
        'an',
        'of',
        'level',
        'levels',
        'current',
        'baseline',
        'with',
        'to',
        'by',
        'from',
        'around',
        'about',
        'rate',
        'its',
        'up',
        'down',
        'that',
        'in',
        'same',
        'it',
        'was',
      )
    )
      return false;
  }
  return false;
}

function withoutFor(text: string, subject: Subject): Subject {
  const start = isWord(subject.items[0], 'for') ? 1 : 0;
  return start === 0 ? subject : sliced(text, subject.items, start, subject.items.length);
}

const EDGES = [
  'the',
  'a',
  'an',
  ',',
  ':',
  '.',
  '-',
  '–',
  '—',
  '(',
  'of',
  'that',
  'to',
  'and',
  'our',
  'be',
  'is',
  'are',
  'has',
  'have',
  'which',
  'will',
  '“',
  '”',
  '"',
  '•',
  '*',
  'in',
  'for',
  'across',
];

function sliced(text: string, items: readonly Item[], from: number, to: number): Subject {
  let [start, end] = [from, to];
  while (start < end && isWord(items[start], ...EDGES)) start += 1;
  while (end > start && isWord(items[end - 1], ...EDGES)) end -= 1;
  const own = items.slice(start, end);
  return { text: own.length === 0 ? '' : text.slice(own[0]?.from ?? 0, own.at(-1)?.to ?? 0).replace(/\s+/g, ' '), items: own };
}

const LEAD =
  /^(?:(?:average|overall|total|annual)\s+)?(?:proportion|percentage|number|share|rates?|prevalence|% )\s+(?:of|for)\s+(?:the\s+|all\s+)?/i;

const BOTH = /,? (?:for )?both [^,]*$/;

/** A short name: without "the proportion of" and the area at its end. */
export function measureName({ text, items }: Subject): string {
  const last = items.at(-1);
  const areaAt =
    last?.kind === 'area' && isWord(items.at(-2), 'in', 'across', 'for', 'within')
      ? text.length - (last.to - (items.at(-2)?.from ?? 0))
      : text.length;
  const plain = text.slice(0, Math.max(0, areaAt)).trim().replace(LEAD, '');
  const name = (plain === '' ? text : plain).replace(BOTH, '').replace(/ (?:that|which) (?:is|are)$/, '');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Whether the measure is a difference between two groups. */
export const isGap = ({ items }: Subject): boolean => {
  const at = items.findIndex((item) => GAPS.has(wordOf(item)));
  return at >= 0 && at <= 3;
};

/** "For both SEN and non-SEN pupils": the two groups; null where it names none. */
export function bothIn(text: string, items: readonly Item[]): readonly [string, string] | null {
  const at = items.findIndex((item) => isWord(item, 'both'));
  if (at < 0) return null;
  const and = items.findIndex((item, index) => index > at + 1 && index <= at + 5 && isWord(item, 'and'));
  if (and < 0 || items.slice(at, and + 2).some(({ kind }) => kind === 'area')) return null;
  let end = and + 1;
  while (
    end < items.length &&
    end <= and + 5 &&
    (items[end]?.kind === 'word' || isWord(items[end], '-')) &&
    !AUXILIARY.has(wordOf(items[end])) &&
    !MODAL.has(wordOf(items[end])) &&
    !isWord(items[end], 'in', 'and', 'by', 'from')
  )
    end += 1;
  if (end === and + 1) return null;
  const words = (from: number, to: number): string => text.slice(items[from]?.from ?? 0, items[to - 1]?.to ?? 0).replace(/\s+/g, ' ');
  // "Both SEN and non-SEN pupils": what they are is said once.
  const [first, second] = [words(at + 1, and), words(and + 1, end)];
  const noun = / (\S+)$/.exec(second)?.[1];
  return [noun === undefined || first.endsWith(noun) ? first : `${first} ${noun}`, second];
}
