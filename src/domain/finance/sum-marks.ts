import { type Sum, sumsIn, sumsInCost } from '../cost';
import type { Clause, Token } from './clauses';
import { AGAINST, type FieldContext, type Mark } from './mark';
import { NUMBERS, singular } from './money-nouns';
import { phraseFrom, phraseBefore } from './phrase';
import { isHistory } from './standing';

/** A sum of money that the row is to pay. */
export interface Amount {
  readonly start: number;
  readonly end: number;
  readonly pounds: number;
  readonly sentence: number;
  readonly isPart: boolean;
  /** What one of costs it; null for a sum of the whole. */
  readonly price: Price | null;
}

interface Price {
  /** Nouns in the singular of which each costs it. */
  readonly of: ReadonlySet<string>;
  /** "each", "a head": of whatever is counted in the clause. */
  readonly isForEach: boolean;
  /** A count in the clause of the price itself; null where there is none. */
  readonly count: number | null;
}

const lowerAt = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? '';
const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Sums that are an aim or a figure about people's money and no cost of the action. */
const NOT_A_COST =
  /(?:sav(?:e|es|ed|ing|ings)|benefits?|claim(?:s|ed|ing)?|unclaimed|incomes?|earnings?|wages?|salar(?:y|ies)|debts?|spend\s+(?:with|on|by)|social\s+value|turnover|attract(?:s|ed|ing)?|generat(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|worth|owed|fines?|gva|per\s+hour|an\s+hour|living\s+wage)(?![\p{L}])/iu;
const A_COST = /(?:cost(?:s|ing)?|budget|price|fund(?:ed|ing)?|invest(?:ed|ment|ing)?|grant|pay(?:ing|s)?|paid|fee)(?![\p{L}])/iu;

const BESIDE = list('with alongside beside from to into of about on in around within between');
const KNOWN = list('the a an their its this that these our');
const UNDERTAKINGS =
  /^(?:programmes?|projects?|schemes?|partnerships?|deals?|developments?|initiatives?|regeneration|investments?|econom(?:y|ies)|sectors?|industr(?:y|ies)|markets?)$/;

/** "with the £20 million regeneration programme": another's money, named as context. */
function isAnothers(tokens: readonly Token[], at: number): boolean {
  if (!KNOWN.has(lowerAt(tokens, at - 1)) || !BESIDE.has(lowerAt(tokens, at - 2))) return false;
  return tokens.slice(at + 1, at + 6).some(({ lower }) => UNDERTAKINGS.test(lower));
}

const SMALL = new Set(['a', 'an']);
const DISTRIBUTING = list('every each per');
const UNITS_OF_TIME = /^(?:months?|years?|weeks?|days?|hours?|minutes?)$/;

function countAt(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  if (token?.sign !== '' || UNITS_OF_TIME.test(lowerAt(tokens, at + 1))) return null;
  const inWords = NUMBERS.get(token.lower);
  if (inWords !== undefined) return inWords;
  const number = /^\d[\d,\s]*$/.test(token.lower) ? Number(token.lower.replace(/\D/g, '')) : NaN;
  const isYear = number >= 1900 && number <= 2100 && !token.lower.includes(',');
  return Number.isFinite(number) && number > 1 && !isYear ? number : null;
}

const nounsIn = (tokens: readonly Token[], from: number, to: number): string[] =>
  tokens.slice(from, to + 1).flatMap(({ lower, isNumber }) => (isNumber ? [] : [singular(lower).replace(/^.*-/, ''), singular(lower)]));

/** What a price is for: "every care leaver a £200 voucher", "£30 each", "£50 for a session", "at £40 a head". */
function priceOf(tokens: readonly Token[], at: number, last: number): Price | null {
  const next = lowerAt(tokens, last + 1);
  const nouns: string[] = [];
  let isForEach = false;
  let isPrice = false;
  if (next === 'each' || next === 'apiece') isPrice = isForEach = true;
  if (
    next === 'a' ||
    next === 'an' ||
    next === 'per' ||
    (next === 'for' && ['a', 'an', 'each', 'every'].includes(lowerAt(tokens, last + 2)))
  ) {
    const place = next === 'for' ? last + 3 : last + 2;
    const unit = lowerAt(tokens, place);
    if (UNITS_OF_TIME.test(unit)) return null;
    const phrase = phraseFrom(tokens, place);
    isPrice = true;
    isForEach = /^(?:head|person|place|unit)$/.test(unit);
    nouns.push(...(phrase === null ? [] : nounsIn(tokens, phrase.to, phrase.to)));
  }
  for (let place = at - 1; place >= Math.max(0, at - 6); place -= 1) {
    if (!DISTRIBUTING.has(lowerAt(tokens, place))) continue;
    isPrice = true;
    nouns.push(...nounsIn(tokens, place + 1, at - 1));
  }
  if (SMALL.has(lowerAt(tokens, at - 1)) || isPrice) {
    const phrase = phraseFrom(tokens, last + 1);
    if (phrase !== null && !isForEach && next !== 'a' && next !== 'an' && next !== 'per' && next !== 'for')
      nouns.push(...nounsIn(tokens, phrase.to, phrase.to));
  }
  // "400 parents a £30 pack", "400 parents with a £30 pack": one for each of those right before.
  const given = SMALL.has(lowerAt(tokens, at - 1)) ? phraseBefore(tokens, lowerAt(tokens, at - 2) === 'with' ? at - 2 : at - 1) : null;
  for (let place = given?.from ?? at; place < (given?.to ?? at); place += 1) {
    const counted = countAt(tokens, place);
    if (counted !== null) return { of: new Set(nouns), isForEach: true, count: counted };
  }
  if (!isPrice) return null;
  const before = lowerAt(tokens, at - 1) === 'at' ? phraseBefore(tokens, at - 1) : null;
  if (before !== null) nouns.push(...nounsIn(tokens, before.to, before.to));
  let count: number | null = null;
  for (let place = Math.max(0, at - 12); place < Math.min(tokens.length, last + 9) && count === null; place += 1) {
    if (place >= at && place <= last) continue;
    const number = countAt(tokens, place);
    const counted = number === null ? null : phraseFrom(tokens, place + 1);
    if (counted !== null && (isForEach || nouns.includes(singular(lowerAt(tokens, counted.to))))) count = number;
  }
  return { of: new Set(nouns), isForEach, count };
}

/** The clause and the places of the first and last token of each sum; sums and clauses both rise. */
function placed(sums: readonly Sum[], clauses: readonly Clause[]): { sum: Sum; clause: Clause; at: number; last: number }[] {
  let clauseAt = 0;
  let tokenAt = 0;
  return sums.flatMap((sum) => {
    while (clauseAt < clauses.length && (clauses[clauseAt]?.tokens.at(-1)?.end ?? 0) <= sum.from) {
      clauseAt += 1;
      tokenAt = 0;
    }
    const clause = clauses[clauseAt];
    if (clause === undefined) return [];
    while ((clause.tokens[tokenAt]?.end ?? Infinity) <= sum.from) tokenAt += 1;
    // "over £5k": the number itself.
    let at = tokenAt;
    while (clause.tokens[at]?.isNumber === false && (clause.tokens[at]?.end ?? Infinity) < sum.to) at += 1;
    let last = at;
    while ((clause.tokens[last + 1]?.start ?? Infinity) < sum.to) last += 1;
    return [{ sum, clause, at, last }];
  });
}

/** The sums of a text that the row is to pay. @param covered spans of income and savings, whose sums are no cost. */
export function amountsIn(text: string, clauses: readonly Clause[], { field, planYear }: FieldContext, covered: readonly Mark[]): Amount[] {
  const sums = field === 'cost' ? sumsInCost(text) : sumsIn(text);
  let next = 0;
  return placed(sums, clauses).flatMap(({ sum, clause, at, last }) => {
    while ((covered[next]?.end ?? Infinity) <= sum.from) next += 1;
    const { tokens, sentence } = clause;
    const isCovered = (covered[next]?.start ?? Infinity) < sum.to;
    if (sum.pounds === 0 || isCovered) return [];
    const price = priceOf(tokens, at, last);
    if (field !== 'cost') {
      const first = tokens[Math.max(0, at - 8)]?.start ?? sum.from;
      const end = tokens[Math.min(tokens.length - 1, last + 6)]?.end ?? sum.to;
      const around = `${text.slice(Math.min(first, sum.from), sum.from)} ${text.slice(sum.to, Math.max(end, sum.to))}`;
      if (NOT_A_COST.test(around) || isAnothers(tokens, at) || isHistory(tokens, at, planYear)) return [];
      if (field === 'measure' && !A_COST.test(around)) return [];
    }
    return [{ start: sum.from, end: sum.to, pounds: sum.pounds, sentence, isPart: sum.isPart, price }];
  });
}

/** Places where a text counts what has a price in another text: "Vouchers given: 180 a year". */
function countsOf(
  clauses: readonly Clause[],
  of: ReadonlySet<string>,
): { readonly count: number; readonly start: number; readonly end: number; readonly sentence: number }[] {
  let named = -1;
  return clauses.flatMap(({ tokens, sentence }) =>
    tokens.flatMap(({ lower, start, end }, at) => {
      if (of.has(singular(lower))) named = sentence;
      const count = countAt(tokens, at);
      const phrase = count === null ? null : phraseFrom(tokens, at + 1);
      const isCounted = phrase !== null && of.has(singular(lowerAt(tokens, phrase.to)));
      if (count === null || !(named === sentence || isCounted)) return [];
      const isYearly = /^(?:a|per|each|every)$/.test(lowerAt(tokens, at + 1)) && UNITS_OF_TIME.test(lowerAt(tokens, at + 2));
      return [{ count, start, end: isYearly ? (tokens[at + 2]?.end ?? end) : end, sentence }];
    }),
  );
}

/** A price of one field and a count of another, multiplied. */
export interface Product {
  readonly count: number;
  readonly price: number;
  readonly pounds: number;
}

/** A product; `mark` is where the count stands in a text other than that of the price, else null. */
export interface Multiplied {
  readonly product: Product;
  readonly mark: Mark | null;
}

/** The product of a price and what is counted beside it or in another field; null where that is not plain. */
export function productOf({ pounds, price }: Amount, others: readonly Clause[]): Multiplied | null {
  if (price === null) return null;
  if (price.count !== null) return { product: { count: price.count, price: pounds, pounds: pounds * price.count }, mark: null };
  const [found] = price.of.size === 0 ? [] : countsOf(others, price.of);
  if (found === undefined) return null;
  const { count, start, end, sentence } = found;
  return {
    product: { count, price: pounds, pounds: pounds * count },
    mark: { start, end, sentence, kind: 'amount', against: AGAINST.nothing },
  };
}
