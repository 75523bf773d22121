import { type NumberInText, numbersIn, periodsIn, withoutPeriods } from '../measure';
import type { AreaInText, AreaNames } from './area-names';
import { NUMBER_WORDS } from './number-words';
import type { TargetPeriod } from './target-reading';
import { periodOf } from './target-period';

/** A piece of a wording; places are characters of it, the end not included. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

export interface WordToken extends Place {
  readonly kind: 'word' | 'mark';
  /** In small letters. */
  readonly text: string;
}
export interface NumberToken extends Place {
  readonly kind: 'number';
  readonly value: number;
  /** As written: "%", "per cent", "per 100,000". */
  readonly unit: string | null;
  readonly isNamed: boolean;
  /** "Ten": a figure only where the words around it make it one. */
  readonly isSpelt: boolean;
}
export interface PeriodToken extends Place {
  readonly kind: 'period';
  readonly period: TargetPeriod;
}
export interface AreaToken extends Place {
  readonly kind: 'area';
  readonly area: AreaInText;
}
/** A number or date that is left open: "X%", "XXXX". */
export interface OpenToken extends Place {
  readonly kind: 'open';
  readonly text: string;
  readonly unit: string | null;
}

export type Token = WordToken | NumberToken | PeriodToken | AreaToken | OpenToken;

/** The word or mark that stands here, "" for anything else. */
export const wordOf = (piece: { readonly kind: string; readonly text?: string } | undefined): string =>
  piece?.kind === 'word' || piece?.kind === 'mark' ? (piece.text ?? '') : '';

export const isWord = (piece: Parameters<typeof wordOf>[0], ...texts: readonly string[]): boolean =>
  piece !== undefined && texts.includes(wordOf(piece));

/** Characters of a wording that are read; more than any wording has, which bounds the time (docs/rules.md#targets). */
const LONGEST = 4000;

const FOOTNOTES = /[¹²³⁰-⁹†‡§※]+|(?<=[\p{L}\p{N}%.,])\*+|\[\d{1,2}\]/gu;
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/g;
/** "100 000" with a space that does not break. */
const GROUPED = /(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))/g;
const OLD_YEAR = /(?<![\d£.,/])19[5-9]\d(?![\d%]|[,.]\d)/g;
const OPEN =
  /(?<![\p{L}\p{N}])(?:X{2,5}(?:\s?%)?|[XYZNxyzabcn]{1,2}\s?(?:%|per cent)|\?{1,4}\s?%|TB[CAD]\s?%|(?<=\b(?:to|of|at|least|than)\s)TB[CAD]|\[(?:x|y|tbc|tba|\.{2,4}|_+)\]\s?%?|_{2,6}\s?%?)(?![\p{L}\p{N}])/gu;
const PIECE = /[\p{L}]+(?:['’][\p{L}]+)?|\S/gu;

/** The text in the same length, with plain spaces and without marks of footnotes. */
export function plainText(text: string): string {
  return text
    .slice(0, LONGEST)
    .replace(GROUPED, ',')
    .replace(FOOTNOTES, (found) => ' '.repeat(found.length))
    .replace(SPACES, ' ')
    .replace(/[\r\n\u2028\u2029]/g, '\n')
    .replace(/[−‒]/g, '–');
}

const overlaps = (one: Place, others: readonly Place[]): boolean => others.some(({ from, to }) => one.from < to && from < one.to);

/** The pieces of a plain text from first to last. */
export function tokensOf(plain: string, areas: AreaNames): Token[] {
  const periods: PeriodToken[] = [
    ...periodsIn(plain),
    ...Array.from(plain.matchAll(OLD_YEAR), ({ 0: text, index }) => ({ text, from: index, to: index + 4 })),
  ].flatMap(({ text, from, to }) => {
    // Digits that run into a year belong to another number: "811.2021/22".
    const period = /\d\.?$/.test(plain.slice(Math.max(0, from - 2), from)) ? null : periodOf(text);
    return period === null ? [] : [{ kind: 'period', period, from, to: from + text.length } as const].filter((one) => one.to <= to);
  });
  const blot = withoutPeriods(
    plain,
    periods.map(({ from, to }) => ({ text: '', from, to })),
  );
  const open: OpenToken[] = Array.from(blot.matchAll(OPEN), ({ 0: text, index }) => {
    return { kind: 'open', text, unit: /%|per cent/.test(text) ? '%' : null, from: index, to: index + text.length };
  });
  const numbers: NumberToken[] = [...numbersIn(blot), ...numberWordsIn(blot)]
    .filter((number) => !overlaps(number, open))
    .map(({ value, unit, isNamed, from, to }) => ({
      kind: 'number',
      value,
      unit,
      isNamed,
      isSpelt: !/^[£\d]/.test(plain.slice(from, to)),
      from,
      to,
    }));
  const named = areas.find(blot).map((area): AreaToken => ({ kind: 'area', area, from: area.from, to: area.to }));
  const placed = [...periods, ...open, ...numbers, ...named].sort((one, other) => one.from - other.from);
  return between(blot, placed);
}

/** The words and marks between the tokens that are placed already. */
function between(text: string, placed: readonly Token[]): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const words = (to: number): void => {
    for (const { 0: piece, index } of text.slice(at, to).matchAll(PIECE)) {
      const from = at + index;
      tokens.push({ kind: /\p{L}/u.test(piece) ? 'word' : 'mark', text: piece.toLowerCase(), from, to: from + piece.length });
    }
  };
  for (const token of placed) {
    if (token.from < at) continue;
    words(token.from);
    tokens.push(token);
    at = token.to;
  }
  words(text.length);
  return tokens;
}

const SPELT = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(${[...NUMBER_WORDS.keys()].join('|')})(?:[\s-](one|two|three|four|five|six|seven|eight|nine))?(?:\s(per\s?cent(?!age)|percentage points?))?(?![\p{L}-])`,
  'giu',
);

/** Numbers in words: "ten per cent", "zero", "twenty-five". */
function numberWordsIn(blot: string): NumberInText[] {
  return Array.from(blot.matchAll(SPELT)).flatMap(({ 0: words, 1: first = '', 2: second, 3: unit, index }) => {
    const ten = NUMBER_WORDS.get(first.toLowerCase()) ?? 0;
    // "Ten five" is no number.
    if (second !== undefined && (ten < 20 || ten >= 100)) return [];
    const value = ten + (second === undefined ? 0 : (NUMBER_WORDS.get(second.toLowerCase()) ?? 0));
    return [{ value, unit: unit ?? null, from: index, to: index + words.length, isNamed: false }];
  });
}
