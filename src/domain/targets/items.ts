import type { AreaNames } from './area-names';
import { type Comparison, comparisonAt } from './comparison';
import { comparatorAt, standardAt } from './comparators';
import { academicYear, rangeOf } from './target-period';
import type { TargetPeriod } from './target-reading';
import {
  type AreaToken,
  isWord,
  type NumberToken,
  type OpenToken,
  type PeriodToken,
  type Place,
  type Token,
  type WordToken,
} from './tokens';

/** "by 2028/29", "before March 2027": when it is to be so. */
export interface DueItem extends Place {
  readonly kind: 'due';
  readonly text: string;
  readonly period: TargetPeriod | null;
}
/** "at least", "similar to or better than". */
export interface ComparisonItem extends Place {
  readonly kind: 'comparison';
  readonly comparison: Comparison;
  /** "or more", behind its number. */
  readonly isBehind: boolean;
}
/** "the national average": what a level is held against. */
export interface ComparatorItem extends Place {
  readonly kind: 'comparator';
  readonly with: string;
}
/** "the national standard", whose figure may follow. */
export interface StandardItem extends Place {
  readonly kind: 'standard';
}

export type Item = WordToken | NumberToken | OpenToken | PeriodToken | AreaToken | DueItem | ComparisonItem | ComparatorItem | StandardItem;

const DUE_WORDS = ['by', 'before', 'until', 'til', 'till'];
const BETWEEN_DUE_AND_DATE = [
  'the',
  'end',
  'of',
  'close',
  'financial',
  'calendar',
  'academic',
  'school',
  'year',
  'years',
  'fy',
  'summer',
  'no',
  'later',
  'than',
];
const SCHOOL = ['academic', 'school'];
const RANGE_MARKS = ['to', '–', '-', '—', 'and', 'or'];

/** The pieces of a wording, where several that say one thing are one. */
export function itemsOf(text: string, tokens: readonly Token[], areas: AreaNames): Item[] {
  const items: Item[] = [];
  let next = 0;
  tokens.forEach((token, at) => {
    if (at < next) return;
    const found = itemAt(text, tokens, at, areas) ?? { item: token, next: at + 1 };
    items.push(found.item);
    next = found.next;
  });
  return items;
}

interface Found {
  readonly item: Item;
  readonly next: number;
}

function itemAt(text: string, tokens: readonly Token[], at: number, areas: AreaNames): Found | null {
  return (
    dueAt(text, tokens, at) ??
    periodAt(text, tokens, at) ??
    placed(tokens, at, comparatorAt(tokens, at, areas), (name, place) => ({ kind: 'comparator', with: name, ...place })) ??
    placed(tokens, at, standardAt(tokens, at), (_, place) => ({ kind: 'standard', ...place })) ??
    placed(tokens, at, comparisonAt(tokens, at), ({ isBehind, ...comparison }, place) => ({
      kind: 'comparison',
      comparison,
      isBehind,
      ...place,
    }))
  );
}

function placed<T>(
  tokens: readonly Token[],
  at: number,
  found: { readonly value: T; readonly next: number } | null,
  made: (value: T, place: Place) => Item,
): Found | null {
  if (found === null) return null;
  return { item: made(found.value, { from: tokens[at]?.from ?? 0, to: tokens[found.next - 1]?.to ?? 0 }), next: found.next };
}

function dueAt(text: string, tokens: readonly Token[], at: number): Found | null {
  const first = tokens[at];
  const isLength = isWord(first, 'over', 'within', 'in') && isWord(tokens[at + 1], 'the') && isWord(tokens[at + 2], 'next');
  if (isLength) return lengthAt(text, tokens, at);
  const start = tokens[at - 1];
  const end = tokens[at + 1];
  // "Between 2023 and 2027" begins at one and ends at the other.
  if (
    isWord(first, 'and', 'to') &&
    start?.kind === 'period' &&
    end?.kind === 'period' &&
    isWord(tokens[at - 2], 'between', 'from') &&
    start.period.to < end.period.to
  ) {
    const from = tokens[at - 2]?.from ?? 0;
    return { item: { kind: 'due', text: text.slice(from, end.to), period: end.period, from, to: end.to }, next: at + 2 };
  }
  const isLater = isWord(first, 'no', 'not') && isWord(tokens[at + 1], 'later');
  if (!isLater && !isWord(first, ...DUE_WORDS)) return null;
  let next = at + 1;
  while (next < at + 8 && isWord(tokens[next], ...BETWEEN_DUE_AND_DATE)) next += 1;
  const date = tokens[next];
  const from = first?.from ?? 0;
  if (date?.kind === 'open' && date.unit === null && /^(?:X{3,5}|\[?tb[ca]\]?|20XX|\?{2,4}|_+)$/i.test(date.text) && isDate(tokens, next))
    return { item: { kind: 'due', text: text.slice(from, date.to), period: null, from, to: date.to }, next: next + 1 };
  const isSchool = tokens.slice(at + 1, next).some((token) => isWord(token, ...SCHOOL));
  const found = rangeAt(text, tokens, next, isSchool);
  if (found === null) return null;
  return { item: { kind: 'due', text: text.slice(from, found.to), period: found.period, from, to: found.to }, next: found.next };
}

/** "By XXX new homes" speaks of homes. */
const isDate = (tokens: readonly Token[], at: number): boolean => {
  const after = tokens[at + 1];
  return (
    after === undefined ||
    after.kind === 'mark' ||
    tokens[at - 1] === undefined ||
    isWord(after, 'in', 'the', 'all', 'each', 'and', 'we', 'to')
  );
};

/** "Over the next five years": no date of the calendar. */
function lengthAt(text: string, tokens: readonly Token[], at: number): Found | null {
  const isUnit = (token: Token | undefined): boolean => isWord(token, 'year', 'years', 'months', 'decade');
  const end = isUnit(tokens[at + 3]) ? at + 3 : isUnit(tokens[at + 4]) ? at + 4 : -1;
  if (end < 0) return null;
  const from = tokens[at]?.from ?? 0;
  const to = tokens[end]?.to ?? 0;
  return { item: { kind: 'due', text: text.slice(from, to), period: null, from, to }, next: end + 1 };
}

function periodAt(text: string, tokens: readonly Token[], at: number): Found | null {
  const period = tokens[at];
  if (period?.kind !== 'period') return null;
  const before = tokens.slice(Math.max(0, at - 2), at);
  // "From 2019 to 2028" gives a start and an end.
  const isSchool = before.some((token) => isWord(token, ...SCHOOL)) || isWord(tokens[at + 1], ...SCHOOL);
  const found = isWord(tokens[at - 1], 'from') ? null : rangeAt(text, tokens, at, isSchool, ['–', '-', '—']);
  if (found === null) return null;
  return { item: { kind: 'period', period: found.period, from: period.from, to: found.to }, next: found.next };
}

/** A period, or one that goes on to another: "2028 to 2032". */
function rangeAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  isSchool: boolean,
  marks: readonly string[] = RANGE_MARKS,
): { readonly period: TargetPeriod; readonly to: number; readonly next: number } | null {
  const first = tokens[at];
  if (first?.kind !== 'period') return null;
  const last = tokens[at + 2];
  if (last?.kind === 'period' && isWord(tokens[at + 1], ...marks)) {
    const range = rangeOf(first.period, last.period, text.slice(first.from, last.to));
    if (range !== null) return { period: range, to: last.to, next: at + 3 };
  }
  return { period: isSchool ? academicYear(first.period) : first.period, to: first.to, next: at + 1 };
}
