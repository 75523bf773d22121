import type { Framework } from '../framework';
import { LINKING, NAMING, POINTING } from './id-words';
import { type Part, plainCharacters, type Token, tokensOf } from './text-tokens';

/** A number of a text, or an indicator's id; `start` and `end` are token numbers, `end` exclusive. */
export interface Candidate {
  /** Zero-based place in the framework's list; null for a number that is no indicator's id. */
  readonly indicator: number | null;
  readonly start: number;
  readonly end: number;
  /** Whether letters of its own tell it from a figure: "G.1", "A1", but not "A 1". */
  readonly isLettered: boolean;
}

export interface IdFinder {
  /** The indicator whose id is the whole text, whatever characters the id has; null for any other text. */
  readonly whole: (text: string) => number | null;
  /** Every id and every other number, from first to last. None of them overlap. */
  readonly candidatesIn: (tokens: readonly Token[]) => Candidate[];
  /** False where no number of a text outside an Indicator column can be an id; a quick test, since most texts have none. */
  readonly mayName: (text: string) => boolean;
  /** Whether a word, in small letters, is the letters of the outcome codes: "so" where outcomes are SO1 to SO6. */
  readonly isOutcomeWord: (word: string) => boolean;
}

const finders = new WeakMap<Framework, IdFinder>();

export function idFinder(framework: Framework): IdFinder {
  const known = finders.get(framework);
  if (known) return known;
  const finder = createFinder(framework);
  finders.set(framework, finder);
  return finder;
}

const keyOf = (parts: readonly Token[]): string => parts.map(({ lower }) => lower).join(' ');
const wholeKey = (text: string): string => plainCharacters(text).trim().toLowerCase();

const isPart = (token: Token | undefined): token is Part => token?.kind === 'word' || token?.kind === 'number';
/** The words and numbers of an id; what stands between them is written in many ways ("OVI-12", "OVI 12"). */
const partsOf = (id: string): Part[] => tokensOf(plainCharacters(id)).filter(isPart);
const isCapitals = ({ text, lower }: Token): boolean => text === text.toUpperCase() && text !== lower;

/** The token number of the next part of an id that goes on after `last`; null where the id cannot go on. */
function nextPart(tokens: readonly Token[], last: number): number | null {
  const here = tokens[last];
  const next = tokens[last + 1];
  if (!here || !next) return null;
  if (isPart(next)) {
    // "a 4 week course" has no indicator A.4; "G 1" is one.
    const isApart = next.spaced && !(here.kind === 'word' && isCapitals(here) && next.kind === 'number');
    return isApart ? null : last + 1;
  }
  const after = tokens[last + 2];
  const isJoint = ['.', '-', '_'].includes(next.text) && !next.spaced && isPart(after) && !after.spaced;
  return isJoint ? last + 2 : null;
}

function createFinder(framework: Framework): IdFinder {
  const byWhole = new Map<string, number>();
  const byKey = new Map<string, number>();
  const spelled: string[] = [];
  let longest = 1;
  framework.indicators.forEach(({ id }, at) => {
    const parts = partsOf(id);
    spelled.push(parts.map(({ text }) => text).join(' '));
    const [whole, key] = [wholeKey(id), keyOf(parts)];
    if (!byWhole.has(whole)) byWhole.set(whole, at);
    // Of two ids that differ in marks alone, as "1.1" and "1.1*", the shorter is meant; the other is named by itself.
    const rival = framework.indicators[byKey.get(key) ?? -1];
    if (parts.length > 0 && (rival === undefined || id.length < rival.id.length)) byKey.set(key, at);
    longest = Math.max(longest, parts.length);
  });
  const outcomeCodes = new Set(framework.outcomes.map(({ code }) => code.toLowerCase()));
  // Codes that are no letters with a number behind lend no word to a number.
  const outcomeWords = new Set([...outcomeCodes].flatMap((code) => /^(\p{L}+)[ .-]?\d/u.exec(code)?.[1] ?? []));

  const nameLike = new RegExp([...NAMING, ...[...outcomeWords].map((word) => `${word}\\d`)].join('|'), 'i');

  const mayFollow = ({ lower }: Token): boolean => [outcomeWords, NAMING, POINTING, LINKING].some((words) => words.has(lower));

  /** Whether an id may begin here: it is not the end of a longer word or number ("v1.1", "x3.7"). */
  const mayBegin = (tokens: readonly Token[], at: number): boolean => {
    const here = tokens[at];
    const before = tokens[at - 1];
    if (!here || !isPart(before)) return true;
    // Where ids are whole numbers, "SO2" and "SO 2" are still the outcome.
    if (outcomeCodes.has(before.lower + here.lower)) return false;
    return here.spaced || (before.kind === 'word' && mayFollow(before));
  };

  /** Whether an id may end here: no letters or further numbers are joined to it ("3.7m", "G.1.2"). */
  const mayEnd = (tokens: readonly Token[], end: number): boolean => {
    const [next, after] = [tokens[end], tokens[end + 1]];
    if (next === undefined || next.spaced) return true;
    if (isPart(next)) return LINKING.has(next.lower);
    return !(next.text === '.' && after?.kind === 'number' && !after.spaced);
  };

  const idAt = (tokens: readonly Token[], start: number): Candidate | null => {
    if (!mayBegin(tokens, start)) return null;
    const parts: Token[] = [];
    let found: Candidate | null = null;
    let hasSpace = false;
    for (let at: number | null = start; at !== null && parts.length < longest; at = nextPart(tokens, at)) {
      const part = tokens[at];
      if (!part) break;
      hasSpace ||= parts.length > 0 && part.spaced;
      parts.push(part);
      const indicator = byKey.get(keyOf(parts));
      if (indicator === undefined || !mayEnd(tokens, at + 1)) continue;
      const hasLetters = parts.some(({ kind }) => kind === 'word');
      const hasDigits = parts.some(({ kind }) => kind === 'number');
      // An id that is a word may also be a word of the sentence, so its capitals must be those of the framework.
      if (!hasDigits && parts.map(({ text }) => text).join(' ') !== spelled[indicator]) continue;
      found = { indicator, start, end: at + 1, isLettered: hasLetters && !hasSpace };
    }
    return found;
  };

  const candidatesIn = (tokens: readonly Token[]): Candidate[] => {
    const candidates: Candidate[] = [];
    let at = 0;
    while (at < tokens.length) {
      const token = tokens[at];
      const id = isPart(token) ? idAt(tokens, at) : null;
      if (id) candidates.push(id);
      else if (token?.kind === 'number') candidates.push({ indicator: null, start: at, end: at + 1, isLettered: false });
      at = id ? id.end : at + 1;
    }
    return candidates;
  };

  return {
    whole: (text) => byWhole.get(wholeKey(text)) ?? null,
    candidatesIn,
    mayName: (text) => nameLike.test(text),
    isOutcomeWord: (word) => outcomeWords.has(word),
  };
}
