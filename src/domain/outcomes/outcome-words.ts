import type { Outcome } from '../framework';

/**
 * The patterns by which one framework's outcomes are known. Prefix, numbers and titles come from the framework,
 * so that a council with "H1 to H4" or "1.1" is read by the same code (docs/rules.md#framework-codes). Built once a framework and kept by its identity.
 * Every pattern is sticky (matches at one place only) and expects text in lower case.
 */
export interface OutcomeWords {
  /** Code by prefix (lower case) and number ("2", "2.1"); "" is every code whose number no other prefix has. */
  readonly codeOf: (prefix: string, number: string) => string | null;
  readonly orderOf: ReadonlyMap<string, number>;
  readonly codes: readonly string[];
  readonly prefixes: readonly PrefixPattern[];
  /** Codes that are no letters with a number behind: "A", "EF", "1a"; the longest first. */
  readonly whole: readonly WholeCode[];
  /** Whether codes are numbers alone ("1", "2.1"): a number by itself is then as it should be, and no outcome without its letters. */
  readonly areNumbers: boolean;
  readonly titles: readonly {
    readonly pattern: RegExp;
    /** What the text begins with wherever the pattern can match: a pattern of so many words takes longer to compile than a whole cell to read. */
    readonly begins: string;
    readonly code: string;
    readonly plain: string;
    readonly words: ReadonlySet<string>;
  }[];
}

export interface PrefixPattern {
  readonly prefix: string;
  /** "so2", "s.o. 2", "so-2", "SOs 1": group 1 is the number. */
  readonly exact: RegExp;
  /** "s03", "5o1", "sol": group 1 is what stands for the prefix, 2 what stands for the number. */
  readonly mistyped: RegExp;
  /** The prefix without a number, "SOs:". */
  readonly alone: RegExp;
}

export interface WholeCode {
  readonly code: string;
  readonly pattern: RegExp;
  /** Of letters alone, as few as a word of a sentence may have: other words beside it make it one of them, unless it is in capitals. */
  readonly isShortWord: boolean;
}

/** Letters and digits that are typed, scanned or auto-corrected for one another, in lower case (docs/rules.md#outcome-mistyped). */
const LOOKALIKES: Readonly<Record<string, string>> = { o: 'o0', s: 's5', i: 'i1l|', l: 'l1i|', '1': '1il|', '5': '5s', '0': '0o' };

export const BETWEEN = String.raw`[\s.:_#(\-]{0,4}`;
/** A number's end: no digit, and no decimal of another number. */
const NUMBER_END = String.raw`(?!\d|\.\d)`;
/** A code of letters with a number behind: "SO1", "Goal 2", "A.1", "P2.1". */
const NUMBERED = /^(\p{L}(?:[\p{L} ./_-]*\p{L})?)[ ./_-]*(\d+(?:\.\d+)*)$/u;
const NUMBER_ALONE = /^\d+(?:\.\d+)*$/;
/** Letters of a code that could be a word of a sentence. */
const SHORT_WORD = 4;

/** Words too common to tell one title from another. */
const STOP = new Set('a an and the of to for in on our their with all best most'.split(' '));

const lookalikes = (letter: string): string => `[${LOOKALIKES[letter] ?? letter}]`;

/** Lower case, "&" as "and", everything else that is no letter or digit a space. */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export function contentWords(plain: string): string[] {
  return plain.split(' ').filter((word) => word.length > 1 && !STOP.has(word));
}

const escaped = (text: string): string => text.replace(/[$()*+./?[\\\]^{|}-]/g, String.raw`\$&`);

/** "02" and "2" are one number, and so are "2.01" and "2.1". */
function plainNumber(digits: string): string {
  return digits.replace(/(?<!\d)0+(?=\d)/g, '');
}

/** The letters of a code and its number; null for a code that is not made so. A number alone has no letters. */
export function numberedCode(code: string): { readonly prefix: string; readonly number: string } | null {
  if (NUMBER_ALONE.test(code)) return { prefix: '', number: code };
  const [, prefix = '', number = ''] = NUMBERED.exec(code) ?? [];
  return number === '' ? null : { prefix: prefix.toLowerCase(), number };
}

function prefixPattern(prefix: string): PrefixPattern {
  const letters = Array.from(prefix, (letter) => (/[\p{L}\p{N}]/u.test(letter) ? letter : String.raw`[\s./_-]`));
  const exact = letters.join(String.raw`[\s./]?`);
  const confused = letters.map((letter) => (letter.length === 1 ? lookalikes(letter) : letter)).join('');
  return {
    prefix,
    exact: new RegExp(String.raw`${exact}(?:'?s(?=[\s:.(\-]{0,4}\d))?${BETWEEN}(\d+(?:\.\d+)*)${NUMBER_END}`, 'y'),
    mistyped: new RegExp(String.raw`(${confused})(?:[\s.\-](?=\S))?((?:[0-9]{1,2}|[0-9ilos|]{1,2})(?![0-9]|\.\d))`, 'y'),
    alone: new RegExp(String.raw`${exact}(?:'?s)?(?![a-z0-9])[\s:]*`, 'y'),
  };
}

function titlePattern(title: string): RegExp {
  const words = plainWords(title)
    .split(' ')
    .map((word) => (word === 'and' ? '(?:and|&)' : word));
  return new RegExp(String.raw`${words.join(String.raw`[^\p{L}\p{N}&]+`)}(?![\p{L}\p{N}])`, 'uy');
}

/** The first word of a title; nothing where the pattern has a choice for it. */
function beginningOf(title: string): string {
  const [first = ''] = plainWords(title).split(' ');
  return first === 'and' ? '' : first;
}

/** A code that is matched as it is written, whatever stands between its letters and numbers. */
function wholeCode(code: string, prefixes: readonly string[]): WholeCode {
  const lower = code.toLowerCase();
  const runs = lower.match(/\p{L}+|\p{N}+|[^\p{L}\p{N}]+/gu) ?? [];
  const pattern = runs
    .map((run) => (/[\p{L}\p{N}]/u.test(run) ? escaped(run) : /^[\s./_-]+$/.test(run) ? String.raw`[\s./_-]{1,3}` : escaped(run)))
    .join('');
  // Where "A.1" is a code too, "A 1" is that one and not A.
  const notNumbered = prefixes.includes(lower) ? String.raw`(?!${BETWEEN}\d)` : '';
  return {
    code,
    pattern: new RegExp(String.raw`${pattern}(?![\p{L}\p{N}]|\.\d)${notNumbered}`, 'uy'),
    isShortWord: /^\p{L}+$/u.test(code) && code.length <= SHORT_WORD,
  };
}

function build(outcomes: readonly Outcome[]): OutcomeWords {
  const split = outcomes.map((outcome) => ({ ...outcome, numbered: numberedCode(outcome.code) }));
  const numbered = split.flatMap(({ code, numbered: made }) =>
    made === null ? [] : [{ code, ...made, number: plainNumber(made.number) }],
  );
  const prefixes = [...new Set(numbered.flatMap(({ prefix }) => (prefix === '' ? [] : [prefix])))].sort((a, b) => b.length - a.length);
  return {
    codeOf: (prefix, number) => {
      const found = numbered.filter((one) => one.number === plainNumber(number) && (prefix === '' || one.prefix === prefix));
      const bare = found.filter((one) => one.prefix === '');
      return (bare.length === 1 ? bare : found).length === 1 ? ((bare[0] ?? found[0])?.code ?? null) : null;
    },
    orderOf: new Map(split.map((one, index) => [one.code, index])),
    codes: split.map((one) => one.code),
    prefixes: prefixes.map(prefixPattern),
    whole: split
      .filter((one) => one.numbered === null)
      .map(({ code }) => wholeCode(code, prefixes))
      .sort((a, b) => b.code.length - a.code.length),
    areNumbers: numbered.some(({ prefix }) => prefix === ''),
    titles: split
      .flatMap((one) =>
        one.titles.map((title) => ({
          pattern: titlePattern(title),
          begins: beginningOf(title),
          code: one.code,
          plain: plainWords(title),
          words: new Set(contentWords(plainWords(title))),
        })),
      )
      .sort((a, b) => b.plain.length - a.plain.length),
  };
}

const built = new WeakMap<readonly Outcome[], OutcomeWords>();

export function outcomeWords(outcomes: readonly Outcome[]): OutcomeWords {
  const known = built.get(outcomes);
  if (known !== undefined) return known;
  const words = build(outcomes);
  built.set(outcomes, words);
  return words;
}
