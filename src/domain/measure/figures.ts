import { patternByText } from '../wording';
import type { Figure } from './measure-reading';
import type { MeasureWords } from './measure-words';
import { type NumberInText, type PeriodInText, numbersIn, periodsIn, withoutPeriods } from './numbers-in';

export interface Figures {
  readonly baseline: Figure | null;
  readonly target: Figure | null;
}

const QUALIFIER = String.raw`(?:at\s+least|no\s+more\s+than|not\s+more\s+than|no\s+(?:less|fewer)\s+than|(?:less|fewer|more|greater|better)\s+than|over|under|below|above|up\s+to|within|around|about|approximately|approx\.?|a\s+(?:minimum|maximum|total|rate)\s+of|minimum(?:\s+of)?|maximum(?:\s+of)?|[≥≤<>~]=?|just)`;
const BEFORE_TARGET = new RegExp(
  String.raw`(?:${QUALIFIER}|target(?:\s+(?:is|of|for\s+\w+))?|goal(?:\s+of)?|benchmark|to\s+(?:the\s+)?(?:[\w-]+\s+){0,2}level\s+of|aim(?:ing)?(?:\s+for)?|reach(?:es|ed|ing)?|achiev(?:e|es|ed|ing)(?:\s+\w+){0,2}(?:\s+of)?|will\s+(?:be|have\s+(?:reached|risen\s+to|fallen\s+to))|to\s+be|(?:increas|reduc|decreas|improv|fall|fell|ris|grow|cut|drop|lower)\w*(?:\s+\w+){0,3}\s+(?:by|to))[\s:=(–-]*(?:${QUALIFIER}\s*)?$`,
  'i',
);
const BEFORE_BASELINE =
  /\b(?:baseline|current(?:ly)?|at present|latest|to date|starting (?:point|from))(?:[\s:=(),–-]|¤|\b(?:data|figure|level|rate|is|was|of|at|survey|in|for|value|[a-z]+ survey)\b)*$/i;
/** Follows a number that says how much there is to be. */
const AFTER_TARGET = /^\s+(?:increase|decrease|reduction|rise|fall|improvement|growth|uplift|more|fewer|of\s)/i;
const LEADING_VERB = patternByText(
  /(?:^|[.;\n•]\s{0,20})(?:[-–•*]\s*)?(?:\p{L}+(?:e|t|n|r|d|l|p|y|s)\s+)?(?:a\s+further\s+|an\s+additional\s+)?$/iu,
);
const TO = new RegExp(String.raw`\bto\s+(?:${QUALIFIER}\s+)?$`, 'i');

const AT_LEAST = /\bat least (one|two|three|four|five|six|seven|eight|nine|ten)\b/i;

/** The sentence or line that holds a place; a full stop inside a number or an abbreviation ends none. */
function sentenceAround(blot: string, at: number): { from: number; to: number } {
  const breaks = Array.from(blot.matchAll(/[.;](?=\s)|\n|•/g), (found) => found.index);
  return { from: (breaks.filter((each) => each < at).at(-1) ?? -1) + 1, to: breaks.find((each) => each >= at) ?? blot.length };
}

function figure(text: string, found: NumberInText, period: string | null): Figure {
  return { value: found.value, unit: found.unit, period, words: text.slice(found.from, found.to).trim() };
}

const beforeOf = (blot: string, found: NumberInText): string => blot.slice(Math.max(0, found.from - 60), found.from);

function isBaseline(blot: string, found: NumberInText): boolean {
  const before = beforeOf(blot, found);
  const after = blot.slice(found.to, found.to + 30);
  return (
    /\bfrom\s+(?:(?:a|the)\s+(?:\p{L}+\s+)?(?:baseline|level|rate)\s+of\s+|around\s+|about\s+)?$/iu.test(before) ||
    BEFORE_BASELINE.test(before) ||
    /\(\s*¤+\s*(?:[,:–-]\s*)?(?:\p{L}+\s+)?$/u.test(before) ||
    /¤\s*\($/.test(before) ||
    /^\s*\(\s*[+±−–-]?\s?\d+(?:\.\d+)?\s?p/i.test(after) ||
    /^\s*\([^)]{0,12}baseline\)/i.test(after)
  );
}

function isTarget(blot: string, found: NumberInText, afterBaseline: boolean): boolean {
  const before = beforeOf(blot, found);
  const after = blot.slice(found.to, found.to + 16);
  // A change beside a figure ("56% (+0.1p.p.)") and a length of time ("again within 3 months") are no targets.
  if (/[+±]\s?$/.test(before) || (/\bwithin\s+$/i.test(before) && /^\s*(?:hours?|days?|weeks?|months?|years?)\b/i.test(after)))
    return false;
  return (
    BEFORE_TARGET.test(before) ||
    (afterBaseline && TO.test(before)) ||
    AFTER_TARGET.test(after) ||
    /^\s*(?:\([^)]*\)\s*)?(?:¤+\s*)?(?:\(target|target\b)/i.test(after)
  );
}

const opensWithVerb = (before: string): boolean => LEADING_VERB(before).test(before);

/** "200 meals a week", "Train 200 staff": a count that opens its part is one to reach, unless something says "target" more plainly. */
const opensPart = (blot: string, found: NumberInText): boolean =>
  /^\s+\p{L}/u.test(blot.slice(found.to, found.to + 16)) && opensWithVerb(beforeOf(blot, found));

/** The period that belongs to a number: close behind it, close before it, or at the head of its sentence ("By 2028, ..."). */
function periodOf(blot: string, found: NumberInText, periods: readonly PeriodInText[], role: 'baseline' | 'target'): string | null {
  const { from, to } = sentenceAround(blot, found.from);
  const between = (period: PeriodInText): string =>
    period.from >= found.to ? blot.slice(found.to, period.from) : blot.slice(period.to, found.from);
  const near = periods.filter((period) => period.from >= from && period.to <= to && !/\d/.test(between(period)));
  const behind = near.find((period) => period.from >= found.to && !/\bto\b|\bby\b/i.test(between(period)) && between(period).length <= 30);
  const before = near.filter((period) => period.to <= found.from);
  const joined = before.findLast((period) =>
    /^[\s):,;(–-]*(?:(?:baseline|data|target)[\s:,()–-]*)?(?:\p{L}+[\s:]*)?$/iu.test(between(period)),
  );
  if (role === 'baseline') return (joined ?? behind ?? latest(blot, found, periods, to))?.text ?? null;
  const due = near.find((period) => period.from >= found.to && /\bby\b/i.test(between(period)));
  const head = periods.find(
    (period) =>
      period.from >= from && period.to <= found.from && /(?:^|\W)by\s+(?:the\s+end\s+of\s+)?$/i.test(blot.slice(from, period.from)),
  );
  return (due ?? head ?? behind)?.text ?? null;
}

/** "from 28.1% in Kent and 20.1% in Medway in 2021": the year stands behind the last of several baselines. */
function latest(blot: string, found: NumberInText, periods: readonly PeriodInText[], sentenceEnd: number): PeriodInText | undefined {
  return periods.find(
    (period) => period.from >= found.to && period.to <= sentenceEnd && !/\bto\b|\bby\b|[();]/i.test(blot.slice(found.to, period.from)),
  );
}

/** "1347 in year 1 and 26,937 by year 5": of the stages of one target the last is the one to reach. */
function lastStage(blot: string, numbers: readonly NumberInText[], first: NumberInText | undefined): NumberInText | undefined {
  const next = first === undefined ? undefined : numbers[numbers.indexOf(first) + 1];
  if (first === undefined || next === undefined) return first;
  return /^\s*(?:in|by)\s*¤+\s*(?:,|and|then|rising to|, rising to)\s*$/.test(blot.slice(first.to, next.from)) &&
    /^\s*(?:in|by)\s*¤/.test(blot.slice(next.to))
    ? lastStage(blot, numbers, next)
    : first;
}

/**
 * Reads the first baseline and its target out of a measure; null where the text gives none (docs/rules.md#measure-figures).
 * @param codes the framework's outcome codes, whose numbers count nothing.
 */
export function figuresOf(text: string, codes: MeasureWords['codes']): Figures {
  // A number in words is a target; all else has a digit.
  if (!/\d/.test(text) && !AT_LEAST.test(text)) return { baseline: null, target: null };
  const periods = periodsIn(text);
  const named =
    codes === null ? [] : Array.from(text.matchAll(codes(text)), ({ 0: code, index }) => ({ from: index, to: index + code.length }));
  // The letter "x" counts nothing, and is not the "¤" of a period.
  const blot = named.reduce(
    (rest, { from, to }) => rest.slice(0, from) + 'x'.repeat(to - from) + rest.slice(to),
    withoutPeriods(text, periods),
  );
  const numbers = numbersIn(blot).filter(({ isNamed }) => !isNamed);
  const base = numbers.find((found) => isBaseline(blot, found));
  const targets = numbers.filter(
    (found) => found !== base && !isBaseline(blot, found) && isTarget(blot, found, base !== undefined && base.to <= found.from),
  );
  const words = AT_LEAST.exec(blot);
  const opening = numbers.find((found) => found !== base && !isBaseline(blot, found) && opensPart(blot, found));
  const chosen = lastStage(blot, numbers, targets[0] ?? opening);
  const spelt = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].indexOf(words?.[1]?.toLowerCase() ?? '');
  const target =
    chosen !== undefined
      ? figure(text, chosen, periodOf(blot, chosen, periods, 'target'))
      : spelt < 0
        ? null
        : { value: spelt + 1, unit: null, period: null, words: words?.[0] ?? '' };
  const baseline = base === undefined ? null : figure(text, base, periodOf(blot, base, periods, 'baseline'));
  // "from 418.7 in 2021/22 to 395 per 100,000": the unit is said once.
  const shared =
    baseline !== null && baseline.unit === null && /^per\b/i.test(target?.unit ?? '')
      ? { ...baseline, unit: target?.unit ?? null }
      : baseline;
  return { baseline: shared, target };
}
