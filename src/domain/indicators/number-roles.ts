import type { Framework, Indicator } from '../framework';
import type { Candidate } from './id-finder';
import {
  AMOUNT_BEFORE,
  CHANGING,
  EXCLUDING,
  LINKING,
  MAY_FOLLOW,
  MONTHS,
  NAMING,
  NUMBERING,
  POINTING,
  RANGE_WORDS,
  UNITS,
  VALUED,
} from './id-words';
import type { Token } from './text-tokens';
import { stemOf, wordsOf } from './words';

/**
 * What a number is by the words around it: `named` or `pointed`, called an id by a word before it; `excluded`, an id taken out; `amount`,
 * a figure, a date or a page; `plain` when nothing is said.
 */
export type Role = 'named' | 'pointed' | 'plain' | 'excluded' | 'amount';

/** A number of the text with its role. */
export interface NumberRole extends Candidate {
  readonly role: Role;
  /** Whether it ends a range that the number before begins: "3.6 to 3.9". */
  readonly endsRange: boolean;
}

export interface Sentence {
  readonly framework: Framework;
  readonly tokens: readonly Token[];
  readonly isOutcomeWord: (word: string) => boolean;
}

/** How two numbers are joined when nothing but list words and punctuation stands between them. */
interface Link {
  readonly isRange: boolean;
  /** Whether a slash alone joins them, as in a date. */
  readonly isSlash: boolean;
  /** Whether they are on one line, with no semicolon between. */
  readonly isOneClause: boolean;
  /** Whether the second has a naming word of its own. */
  readonly isNamedAgain: boolean;
}

const LIST_MARKS = new Set([',', ';', '&', '/', '+', '-', '(', ')', '.', ':', '?', '[', ']', '"', "'"]);
const AMOUNT_MARKS_BEFORE = new Set(['£', '$', '€', '¥', '<', '>', '≤', '≥', '±', '≈', '×', '~']);
const AMOUNT_MARKS_AFTER = new Set(['%', '‰', '°', '£', '$', '€', '¥']);
/** Marks that may stand between a word and the number it speaks of. */
const PASSED_OVER = new Set(['.', ':', '=', '#', '"', "'", '“', '”', '‘', '’', '*']);
/** Words that may stand between a value's name and its number: "the baseline is 4.2". */
const VALUE_LINKS = new Set(['is', 'was', 'are', 'were', 'of', 'the', 'a', 'an']);

export const isClauseEnd = (token: Token): boolean => token.kind === 'line end' || token.text === ';';
export const isWholeNumber = (token: Token | undefined): boolean => /^\d+$/.test(token?.text ?? '');
const isYear = (token: Token | undefined): boolean => /^(?:19|20)\d\d$/.test(token?.text ?? '');
const isThousands = (token: Token | undefined): boolean => /^\d{3}$/.test(token?.text ?? '');
const isJoined = (token: Token | undefined): token is Token => token !== undefined && !token.spaced;

/** Read token by token, since a cell may name thousands of numbers. */
function linkBetween({ tokens, isOutcomeWord }: Sentence, before: Candidate, here: Candidate): Link | null {
  let [isNamedAgain, isOneClause] = [false, true];
  /** Of what joins them beside line ends and full stops: how many, and the first; and whether a line end stands before it. */
  let [joints, startsLine] = [0, false];
  let only: Token | undefined;
  for (let at = before.end; at < here.start; at += 1) {
    const token = tokens[at];
    if (token === undefined) continue;
    if (isClauseEnd(token)) isOneClause = false;
    if (NAMING.has(token.lower) || NUMBERING.has(token.lower) || isOutcomeWord(token.lower)) isNamedAgain = true;
    else if (token.kind === 'line end') startsLine ||= joints === 0;
    else if (!LIST_MARKS.has(token.text) && !LINKING.has(token.lower)) return null;
    else if (token.text !== '.') {
      joints += 1;
      only ??= token;
    }
  }
  const alone = joints === 1 ? only : undefined;
  return {
    // On a new line "-" is the mark of a list.
    isRange: alone !== undefined && (RANGE_WORDS.has(alone.lower) || (alone.text === '-' && !startsLine)),
    isSlash: alone?.text === '/',
    isOneClause,
    isNamedAgain,
  };
}

/** The tokens before a number in its clause, the nearest first; `from` is where the number before ends. */
function clauseBefore(tokens: readonly Token[], start: number, from: number): Token[] {
  const before: Token[] = [];
  for (let at = start - 1; at >= from; at -= 1) {
    const token = tokens[at];
    if (token === undefined || isClauseEnd(token)) break;
    before.push(token);
  }
  return before;
}

/** The role that the words before a number give it. */
function roleFromBefore(sentence: Sentence, start: number, from: number): Role {
  const clause = clauseBefore(sentence.tokens, start, from);
  const wordAt = clause.findIndex(({ kind }) => kind === 'word');
  const marks = wordAt < 0 ? clause : clause.slice(0, wordAt);
  const isNumberJoined = isJoined(sentence.tokens[start]);
  if (marks.some(({ text }) => AMOUNT_MARKS_BEFORE.has(text)) || (isNumberJoined && marks[0]?.text === '+')) return 'amount';
  const word = clause[wordAt];
  if (word === undefined) return isNamedAbove(sentence.tokens, start, from) ? 'named' : 'plain';
  const further = clause.slice(wordAt + 1);
  if (NAMING.has(word.lower)) return 'named';
  // "SO3.7" is an id in any text, "SO 3.7" only where ids are expected.
  if (sentence.isOutcomeWord(word.lower)) return marks.length === 0 && isNumberJoined ? 'named' : 'pointed';
  if (NUMBERING.has(word.lower) && isNamed(further)) return 'named';
  const isSetOff = marks.some(({ text }) => !PASSED_OVER.has(text));
  if (EXCLUDING.has(word.lower) && !isSetOff) return 'excluded';
  if (POINTING.has(word.lower)) return 'pointed';
  if (marks.some(({ text }) => text === '(' || text === '[')) return 'plain';
  if (AMOUNT_BEFORE.has(word.lower) && !isSetOff) return 'amount';
  if (word.lower === 'to' || word.lower === 'of') return roleFromClause(further);
  const valued = VALUE_LINKS.has(word.lower) ? further.find(({ lower }) => !VALUE_LINKS.has(lower)) : word;
  return valued !== undefined && VALUED.has(valued.lower) ? 'amount' : 'plain';
}

/** Whether the nearest word before is a naming word that ends the line above: "Indicators:", with the ids under it. */
function isNamedAbove(tokens: readonly Token[], start: number, from: number): boolean {
  let at = start - 1;
  while (at >= from && (tokens[at]?.kind === 'line end' || tokens[at]?.kind === 'mark')) at -= 1;
  return at >= from && NAMING.has(tokens[at]?.lower ?? '');
}

/** Whether numbering words stand after a naming word, as in "indicator ref. no."; the tokens come nearest first. */
function isNamed(before: readonly Token[]): boolean {
  const first = before.find(({ kind, lower }) => kind !== 'mark' && !NUMBERING.has(lower));
  return first !== undefined && NAMING.has(first.lower);
}

/** "contributes to 3.7" points at an id, "a rise in the score to 3.7" gives an amount: the nearest of such words decides. */
function roleFromClause(before: readonly Token[]): Role {
  const decides = before.find(({ lower }) => NAMING.has(lower) || POINTING.has(lower) || CHANGING.has(lower));
  if (decides === undefined) return 'plain';
  return CHANGING.has(decides.lower) ? 'amount' : 'pointed';
}

/** Whether a number is part of a ratio or of a sum with commas: "3.7:1", "4,556"; the three tokens stand in a row. */
function isJoinedNumber(first: Token | undefined, mark: Token | undefined, last: Token | undefined): boolean {
  if (first?.kind !== 'number' || last?.kind !== 'number' || !isJoined(mark) || !isJoined(last)) return false;
  return mark.text === ':' || (mark.text === ',' && isWholeNumber(first) && isThousands(last));
}

/** Whether a number is an amount by itself and the marks and units right beside it. */
function isAmountItself({ tokens }: Sentence, { indicator, start, end }: Candidate): boolean {
  const [here, next] = [tokens[start], tokens[end]];
  if (indicator === null && isYear(here)) return true;
  if (isJoinedNumber(tokens[start - 2], tokens[start - 1], here) || isJoinedNumber(here, next, tokens[end + 1])) return true;
  if (next === undefined) return false;
  if (AMOUNT_MARKS_AFTER.has(next.text)) return true;
  return next.kind === 'word' && (UNITS.has(next.lower) || (isWholeNumber(here) && MONTHS.has(next.lower)));
}

const known = new WeakMap<Indicator, ReadonlySet<string>>();

function stemsOf(indicator: Indicator): ReadonlySet<string> {
  let stems = known.get(indicator);
  if (stems === undefined) known.set(indicator, (stems = new Set(wordsOf(indicator.text).map(({ stem }) => stem))));
  return stems;
}

/** Whether the word after an id says what is counted ("3.7 trees a street"), rather than what the indicator is about. */
function countsThings({ framework, tokens }: Sentence, { indicator, end, isLettered }: Candidate): boolean {
  const next = tokens[end];
  const own = indicator === null ? undefined : framework.indicators[indicator];
  if (own === undefined || isLettered || next?.kind !== 'word' || !next.spaced || next.text !== next.lower) return false;
  return !MAY_FOLLOW.has(next.lower) && !next.lower.endsWith('ly') && !stemsOf(own).has(stemOf(next.lower));
}

/** The role of a number that a list joins to the one before. */
function roleInList(before: Role, isBeforeItself: boolean, link: Link, isLettered: boolean): Role {
  if (before === 'named' || before === 'pointed') return before;
  // In "60%, 3.7" the sign speaks of the first alone.
  const goesOn = link.isOneClause && (link.isRange || link.isSlash || !isBeforeItself);
  return goesOn && (before === 'excluded' || (before === 'amount' && !isLettered)) ? before : 'plain';
}

function roleAlone(sentence: Sentence, here: Candidate, from: number): Role {
  const role = roleFromBefore(sentence, here.start, from);
  if (role === 'amount' && here.isLettered) return 'plain';
  return role === 'plain' && countsThings(sentence, here) ? 'amount' : role;
}

/** The role of each number of a text, from first to last. */
export function numberRoles(sentence: Sentence, candidates: readonly Candidate[]): NumberRole[] {
  const { tokens } = sentence;
  const links = candidates.map((here, index) => {
    const before = candidates[index - 1];
    return before === undefined ? null : linkBetween(sentence, before, here);
  });
  const itself = candidates.map((here) => isAmountItself(sentence, here));
  const roles: Role[] = [];
  for (const [index, here] of candidates.entries()) {
    const [link, before] = [links[index], roles[index - 1]];
    if (itself[index] === true) roles.push('amount');
    else if (link && before !== undefined && !link.isNamedAgain)
      roles.push(roleInList(before, itself[index - 1] === true, link, here.isLettered));
    else roles.push(roleAlone(sentence, here, candidates[index - 1]?.end ?? 0));
  }
  // "1.1 to 1.5%" and "3/7/2026": what the last number is, those before it are too; not so in "3.7 - 2026".
  for (let index = candidates.length - 1; index > 0; index -= 1) {
    const [link, here] = [links[index], tokens[candidates[index]?.start ?? 0]];
    const isApart = isYear(here) && here?.spaced === true;
    if (roles[index] === 'amount' && !isApart && (link?.isRange === true || link?.isSlash === true)) roles[index - 1] = 'amount';
  }
  return candidates.map(({ indicator, start, end, isLettered }, index) => {
    return { indicator, start, end, isLettered, role: roles[index] ?? 'plain', endsRange: links[index]?.isRange === true };
  });
}
