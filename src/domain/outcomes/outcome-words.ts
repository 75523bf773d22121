import type { Outcome } from '../framework';

/**
 * The patterns by which one framework's outcomes are known. Prefix, numbers and titles come from the framework,
 * so that a council with "H1 to H4" is read by the same code. Built once a framework and kept by its identity.
 * Every pattern is sticky (matches at one place only) and expects text in lower case.
 */
export interface OutcomeWords {
  /** Code by prefix (lower case) and number; "" is every code whose number no other prefix has. */
  readonly codeOf: (prefix: string, number: number) => string | null;
  readonly orderOf: ReadonlyMap<string, number>;
  readonly codes: readonly string[];
  readonly prefixes: readonly PrefixPattern[];
  readonly titles: readonly {
    readonly pattern: RegExp;
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

/** Letters and digits that are typed, scanned or auto-corrected for one another, in lower case (docs/rules.md#outcome-mistyped). */
const LOOKALIKES: Readonly<Record<string, string>> = { o: 'o0', s: 's5', i: 'i1l|', l: 'l1i|', '1': '1il|', '5': '5s', '0': '0o' };

export const BETWEEN = String.raw`[\s.:_#(\-]{0,4}`;
/** A number's end: no digit, and no decimal ("2.3" is an indicator, not SO2 and SO3). */
const NUMBER = String.raw`(\d+)(?!\d|\.\d)`;

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

function prefixPattern(prefix: string): PrefixPattern {
  const letters = Array.from(prefix);
  const exact = letters.join(String.raw`[\s./]?`);
  const confused = letters.map(lookalikes).join('');
  return {
    prefix,
    exact: new RegExp(String.raw`${exact}(?:'?s(?=[\s:.(\-]{0,4}\d))?${BETWEEN}${NUMBER}`, 'y'),
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

function build(outcomes: readonly Outcome[]): OutcomeWords {
  const split = outcomes.map((outcome) => ({
    ...outcome,
    prefix: outcome.code.replace(/\d+$/, '').toLowerCase(),
    number: Number(/\d+$/.exec(outcome.code)?.[0]),
  }));
  const prefixes = [...new Set(split.map((one) => one.prefix))].sort((a, b) => b.length - a.length);
  return {
    codeOf: (prefix, number) => {
      const found = split.filter((one) => one.number === number && (prefix === '' || one.prefix === prefix));
      return found.length === 1 ? (found[0]?.code ?? null) : null;
    },
    orderOf: new Map(split.map((one, index) => [one.code, index])),
    codes: split.map((one) => one.code),
    prefixes: prefixes.map(prefixPattern),
    titles: split
      .flatMap((one) =>
        one.titles.map((title) => ({
          pattern: titlePattern(title),
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
