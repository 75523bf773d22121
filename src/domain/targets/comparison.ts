import type { TargetOp } from './target-reading';
import { type Token, wordOf } from './tokens';

/** What words such as "similar to or better than" allow. */
export interface Comparison {
  readonly same: boolean;
  readonly better: boolean;
  readonly lower: boolean;
  readonly higher: boolean;
  readonly worse: boolean;
  readonly near: boolean;
  /** "Minimum" stands before its noun: "a minimum participation rate of 60%". */
  readonly isAdjective: boolean;
}

export const NO_COMPARISON: Comparison = {
  same: false,
  better: false,
  lower: false,
  higher: false,
  worse: false,
  near: false,
  isAdjective: false,
};

type Part = 'same' | 'better' | 'lower' | 'higher' | 'worse' | 'near';

/** Phrases that stand for themselves, the longest first. */
const PHRASES: readonly (readonly [string, readonly Part[]])[] = [
  ['representative compared to', ['same']],
  ['representative of', ['same']],
  ['at or close to', ['near']],
  ['at or near', ['near']],
  ['close to', ['near']],
  ['as close as possible to', ['near']],
  ['at least as good as', ['same', 'better']],
  ['as good as or better than', ['same', 'better']],
  ['at least in line with', ['same', 'better']],
  ['at least equal to', ['same', 'higher']],
  ['at least as high as', ['same', 'higher']],
  ['at least', ['same', 'higher']],
  ['at most', ['same', 'lower']],
  ['no less than', ['same', 'higher']],
  ['no fewer than', ['same', 'higher']],
  ['no lower than', ['same', 'higher']],
  ['not less than', ['same', 'higher']],
  ['not fewer than', ['same', 'higher']],
  ['not fall below', ['same', 'higher']],
  ['not drop below', ['same', 'higher']],
  ['no more than', ['same', 'lower']],
  ['not more than', ['same', 'lower']],
  ['no higher than', ['same', 'lower']],
  ['no greater than', ['same', 'lower']],
  ['not exceed', ['same', 'lower']],
  ['not exceeding', ['same', 'lower']],
  ['does not exceed', ['same', 'lower']],
  ['no worse than', ['same', 'better']],
  ['not worse than', ['same', 'better']],
  ['reach or exceed', ['same', 'higher']],
  ['meet or exceed', ['same', 'higher']],
  ['meets or exceeds', ['same', 'higher']],
  ['match or exceed', ['same', 'better']],
  ['meeting or exceeding', ['same', 'higher']],
  ['met or exceeded', ['same', 'higher']],
  ['in excess of', ['higher']],
  ['minimum of', ['same', 'higher']],
  ['maximum of', ['same', 'lower']],
  ['capped at', ['same', 'lower']],
  ['limited to', ['same', 'lower']],
];

const behind: readonly (readonly [string, readonly Part[]])[] = [
  ['or more', ['same', 'higher']],
  ['or higher', ['same', 'higher']],
  ['or above', ['same', 'higher']],
  ['or better', ['same', 'higher']],
  ['or over', ['same', 'higher']],
  ['or greater', ['same', 'higher']],
  ['or less', ['same', 'lower']],
  ['or fewer', ['same', 'lower']],
  ['or lower', ['same', 'lower']],
  ['or below', ['same', 'lower']],
  ['or under', ['same', 'lower']],
];

/** Words of which a comparison is made. Those in the second group need "than", "or" or a figure after them. */
const ALWAYS: Readonly<Record<string, Part>> = {
  similar: 'same',
  equal: 'same',
  equals: 'same',
  equivalent: 'same',
  comparable: 'same',
  match: 'same',
  matches: 'same',
  reflect: 'same',
  reflects: 'same',
  mirror: 'same',
  mirrors: 'same',
  matching: 'same',
  matched: 'same',
  exceed: 'higher',
  exceeds: 'higher',
  exceeding: 'higher',
  exceeded: 'higher',
  outperform: 'better',
  outperforms: 'better',
  '>': 'higher',
  '<': 'lower',
  '≥': 'higher',
  '≤': 'lower',
};
const SOMETIMES: Readonly<Record<string, Part>> = {
  same: 'same',
  better: 'better',
  worse: 'worse',
  lower: 'lower',
  less: 'lower',
  fewer: 'lower',
  smaller: 'lower',
  below: 'lower',
  under: 'lower',
  higher: 'higher',
  more: 'higher',
  greater: 'higher',
  above: 'higher',
  over: 'higher',
};
const LINKS = new Set(['or', 'to', 'than', 'with', 'as', 'compared', 'rate', 'average', ',']);
const BEFORE_FIGURE = new Set(['the', 'our', 'an', 'a', 'its', 'that', 'those', 'this']);
const BARE = new Set(['below', 'under', 'above', 'over']);

interface Found {
  readonly value: Comparison & { readonly isBehind: boolean };
  readonly next: number;
}

const isFigure = (token: Token | undefined): boolean => token?.kind === 'number' || (token?.kind === 'open' && token.unit !== null);

function phraseAt(tokens: readonly Token[], at: number, phrases: typeof PHRASES): { parts: readonly Part[]; next: number } | null {
  for (const [phrase, parts] of phrases) {
    const words = phrase.split(' ');
    if (words.every((word, index) => wordOf(tokens[at + index]) === word)) return { parts, next: at + words.length };
  }
  return null;
}

function made(parts: readonly Part[], next: number, more: { isAdjective?: boolean; isBehind?: boolean } = {}): Found {
  const has = (part: Part): boolean => parts.includes(part);
  const value = {
    same: has('same'),
    better: has('better'),
    lower: has('lower'),
    higher: has('higher'),
    worse: has('worse'),
    near: has('near'),
  };
  return { value: { ...value, isAdjective: more.isAdjective ?? false, isBehind: more.isBehind ?? false }, next };
}

/** The comparison that begins at a place; null where none does. */
export function comparisonAt(tokens: readonly Token[], at: number): Found | null {
  const first = wordOf(tokens[at]);
  if (first === '') return null;
  if (first === 'or' && isFigure(tokens[at - 1])) {
    const suffix = phraseAt(tokens, at, behind);
    if (suffix !== null && !isCounted(tokens, at, suffix.next)) return made(suffix.parts, suffix.next, { isBehind: true });
  }
  if (first === '+' && isFigure(tokens[at - 1])) return made(['same', 'higher'], at + 1, { isBehind: true });
  if (first === 'minimum' || first === 'maximum') {
    const next = wordOf(tokens[at + 1]) === 'of' ? at + 2 : at + 1;
    return made(['same', first === 'minimum' ? 'higher' : 'lower'], next, { isAdjective: true });
  }
  return runAt(tokens, at);
}

/** "One or more long term conditions" counts conditions and is no level. */
const isCounted = (tokens: readonly Token[], at: number, next: number): boolean => {
  const number = tokens[at - 1];
  return number?.kind === 'number' && number.unit === null && tokens[next]?.kind === 'word' && wordOf(tokens[next]) !== 'by';
};

/** The most pieces a comparison has. */
const LONGEST_RUN = 14;

function runAt(tokens: readonly Token[], start: number): Found | null {
  const parts: Part[] = [];
  let [at, end] = [start, start];
  while (at < start + LONGEST_RUN) {
    const phrase = phraseAt(tokens, at, PHRASES) ?? inLine(tokens, at) ?? orReach(tokens, at, start);
    if (phrase !== null) {
      parts.push(...phrase.parts);
      at = end = phrase.next;
      continue;
    }
    const word = wordOf(tokens[at]);
    const part = ALWAYS[word] ?? (end > start || isSure(tokens, at) ? SOMETIMES[word] : undefined);
    // "Matched funding" and "the same people" compare nothing.
    if (part !== undefined && (word !== 'same' || end > start || /^(?:as|level)$/.test(wordOf(tokens[at + 1])))) {
      if (parts.length > 0 && !isLinked(tokens, start, at)) break;
      parts.push(...(word === '≥' || word === '≤' ? (['same', part] as const) : [part]));
      at = end = at + 1;
      if (wordOf(tokens[at]) === '=') {
        parts.push('same');
        at = end = at + 1;
      }
    } else if (parts.length > 0 && LINKS.has(word) && word !== 'rate' && word !== 'average') {
      at += 1;
      if (word !== 'or' && word !== ',') end = at;
    } else break;
  }
  return parts.length === 0 ? null : made(parts, end);
}

const inLine = (tokens: readonly Token[], at: number): { parts: readonly Part[]; next: number } | null =>
  phraseAt(tokens, at, [
    ['in line with', ['same']],
    ['in line', ['same']],
    ['on a par with', ['same']],
    ['on par with', ['same']],
    ['as good as', ['same']],
    ['level with', ['same']],
    ['consistent with', ['same']],
  ]);

/** "At or above": "at" counts where it is joined to another. */
function orReach(tokens: readonly Token[], at: number, start: number): { parts: readonly Part[]; next: number } | null {
  if (at !== start || wordOf(tokens[at]) !== 'at' || wordOf(tokens[at + 1]) !== 'or') return null;
  return SOMETIMES[wordOf(tokens[at + 2])] === undefined ? null : { parts: ['same'], next: at + 1 };
}

const isLinked = (tokens: readonly Token[], start: number, at: number): boolean =>
  at === start || ['or', ',', 'than', 'to', 'as', 'with'].includes(wordOf(tokens[at - 1]));

/** Whether "lower", "below" and the like compare: "lower than", "below 5%", "below the". */
function isSure(tokens: readonly Token[], at: number): boolean {
  const [word, next] = [wordOf(tokens[at]), tokens[at + 1]];
  if (BARE.has(word)) {
    if (isFigure(next)) return !/^(?:under|over)$/.test(word) || !isAge(tokens, at + 1);
    return (
      (word === 'below' || word === 'above') &&
      (BEFORE_FIGURE.has(wordOf(next)) || next?.kind === 'area' || /^(?:national|regional)$/.test(wordOf(next)))
    );
  }
  const after = wordOf(next);
  if (word === 'better' || word === 'worse' || word === 'lower' || word === 'higher') {
    if (after === 'or' || after === 'compared' || after === '') return next === undefined || after !== '';
    return after === 'than' || /^[.,;)]$/.test(after);
  }
  return after === 'than' || (after === 'or' && SOMETIMES[wordOf(tokens[at + 2])] !== undefined);
}

/** "Under 18 conceptions", "over 65s": a bare number with a noun after it. */
function isAge(tokens: readonly Token[], at: number): boolean {
  const number = tokens[at];
  if (number?.kind !== 'number' || number.unit !== null) return false;
  const next = tokens[at + 1];
  return number.isNamed || (next?.kind === 'word' && !/^(?:by|in|for|per|from|and|at|during|a|each|across)$/.test(next.text));
}

/** The op of a level: "at least 75%". */
export function opForLevel({ same, better, lower, higher, near }: Comparison): TargetOp | null {
  if (near) return 'at or close to';
  if (higher || better) return same ? '>=' : '>';
  if (lower) return same ? '<=' : '<';
  return same ? '=' : null;
}

/** The op of a level held against another area, and the same in words. */
export function opForArea({ same, better, lower, higher, near }: Comparison): { readonly op: TargetOp; readonly relation: string } | null {
  const one = (op: TargetOp, relation: string = op): { op: TargetOp; relation: string } => ({ op, relation });
  if (near) return one('at or close to');
  if (same) return better || higher ? one('similar or better') : lower ? one('similar or lower') : one('match');
  if (better) return one('better');
  if (higher) return one('>', 'higher');
  return lower ? one('<', 'lower') : null;
}
