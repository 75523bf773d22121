import type { Clause, Token } from './clauses';
import { AGAINST, type Mark, markOver, type MarkRule } from './mark';
import { isStaffPhrase, isVoluntary, NUMBERS, PHRASE_ENDS, singular } from './money-nouns';
import { phraseBefore, phraseFrom } from './phrase';
import { isDenied, isHistory, standingInClause } from './standing';

const lowerAt = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? '';
const FULL_TIME = /^(?:\d+(?:\.\d+)?)?w?ftes?$/;
const NEW = new Set(['new', 'additional', 'extra', 'more']);
const OF_POSTS = new Set([
  ...NEW,
  'dedicated',
  'funded',
  'fixed-term',
  'temporary',
  'permanent',
  'part-time',
  'full-time',
  'joint',
  'vacant',
  'paid',
]);
const NOT_POSTS = new Set(['blog', 'blogs', 'media', 'social', 'goal', 'facebook', 'instagram', 'lamp', 'first', 'last', 'news', 'bed']);
const TAKING = new Set([
  'introduction',
  'recruitment',
  'appointment',
  'secondment',
  'creation',
  'addition',
  'employment',
  'hiring',
  'recruiting',
  'appointing',
]);
const SET_UP = new Set(['create', 'creating', 'establish', 'establishing', 'add', 'adding', 'introduce', 'introducing', 'fund', 'funding']);

/** The farthest of up to four tokens before a place that is one of the words; -1 where there is none in the same phrase. */
function wordBefore(tokens: readonly Token[], at: number, words: ReadonlySet<string>): number {
  let found = -1;
  for (let place = at - 1; place >= Math.max(0, at - 4) && !PHRASE_ENDS.has(lowerAt(tokens, place)); place -= 1) {
    if (words.has(lowerAt(tokens, place))) found = place;
  }
  return found;
}

/** Where words on a new post begin and end; null where the token at this place is none. */
function postAt(tokens: readonly Token[], at: number): [number, number] | null {
  const word = lowerAt(tokens, at);
  if (FULL_TIME.test(word)) {
    const isCounted = /^\d/.test(word) || tokens[at - 1]?.isNumber === true || lowerAt(tokens, at - 1) === 'x';
    return isCounted ? [/^\d/.test(word) ? at : at - 1, at] : null;
  }
  if (/^(?:posts?|roles?)$/.test(word)) {
    if (
      NOT_POSTS.has(lowerAt(tokens, at - 1)) ||
      NOT_POSTS.has(lowerAt(tokens, at - 2)) ||
      ['office', 'offices', 'model', 'models', 'play'].includes(lowerAt(tokens, at + 1))
    )
      return null;
    const isPost = word.startsWith('post');
    const from = Math.max(wordBefore(tokens, at, isPost ? OF_POSTS : new Set(['additional', 'extra'])), wordBefore(tokens, at, SET_UP));
    return from < 0 ? null : [wordBefore(tokens, at, SET_UP) >= 0 ? wordBefore(tokens, at, SET_UP) : from, at];
  }
  if (NEW.has(word) && (word !== 'new' || isCounting(tokens[at - 1]))) {
    const phrase = phraseFrom(tokens, at);
    const head = phrase === null ? '' : lowerAt(tokens, phrase.to);
    const isPeople =
      phrase !== null &&
      isStaffPhrase(lowerAt(tokens, phrase.to - 1), head) &&
      !/^roles?$/.test(head) &&
      !tokens.slice(at, phrase.to).some(({ lower }) => isVoluntary(lower));
    return isPeople ? [at, phrase.to] : null;
  }
  if (TAKING.has(word) && (lowerAt(tokens, at + 1) === 'of' || lowerAt(tokens, at + 1) === 'to')) {
    const phrase = phraseFrom(tokens, at + 2);
    if (phrase === null || tokens.slice(at, phrase.to).some(({ lower }) => isVoluntary(lower))) return null;
    return phrase.heads.some((head) => isStaffPhrase(lowerAt(tokens, head - 1), lowerAt(tokens, head))) ? [at, phrase.to] : null;
  }
  if (word === 'secondment' || word === 'secondments')
    return lowerAt(tokens, at - 1) === 'a' || at === 0 || NEW.has(lowerAt(tokens, at - 1)) ? [at, at] : null;
  if (word === 'in' && /^posts?$/.test(lowerAt(tokens, at + 1))) {
    const phrase = phraseBefore(tokens, at);
    return phrase !== null && isStaffPhrase(lowerAt(tokens, phrase.to - 1), lowerAt(tokens, phrase.to)) ? [phrase.from, at + 1] : null;
  }
  return null;
}

const isCounting = (token: Token | undefined): boolean =>
  token !== undefined && (token.isNumber || ['a', 'an', 'one'].includes(token.lower) || NUMBERS.has(token.lower));

const TRAINED = new Set(['train', 'training', 'induct', 'support', 'supporting', 'welcome', 'mentor', 'onboard', 'for', 'with']);

/** Posts told without a verb of taking on: "0.5 FTE", "a new post", "introduction of health visitors", "Officer in post". */
export const postMarks: MarkRule = {
  beginsAt: (lower) => FULL_TIME.test(lower) || NEW.has(lower) || TAKING.has(lower) || /^(?:posts?|roles?|secondments?|in)$/.test(lower),
  marksAt(clause, at, { planYear }) {
    const { tokens } = clause;
    const found = postAt(tokens, at);
    if (found === null) return [];
    const [from, to] = found;
    // "Train new nurses", "training for additional staff": they are there, whoever pays them.
    if (NEW.has(lowerAt(tokens, at)) && (TRAINED.has(lowerAt(tokens, from - 1)) || TRAINED.has(lowerAt(tokens, from - 2)))) return [];
    if (isDenied(tokens, from) || isHistory(tokens, at, planYear)) return [];
    const standing = standingInClause(tokens, from);
    if (standing === null) return [];
    return markOver(clause, [from, to], 'new-post', AGAINST.lowCost, { standing, head: singular(lowerAt(tokens, to)) });
  },
};

/** "Connectors in place", where another field says that connectors are taken on. @param heads stems of what is taken on there. */
export function postsTakenUp(clause: Clause, heads: ReadonlySet<string>): Mark[] {
  const { tokens } = clause;
  return tokens.flatMap(({ lower }, at) => {
    const head = lowerAt(tokens, at - 1);
    const isStart =
      (lower === 'in' && ['place', 'post'].includes(lowerAt(tokens, at + 1))) ||
      /^(?:started|starts?|recruited|appointed|employed|seconded)$/.test(lower);
    if (!isStart || !heads.has(singular(head)) || isDenied(tokens, at)) return [];
    return markOver(clause, [at - 1, lower === 'in' ? at + 1 : at], 'new-post', AGAINST.lowCost);
  });
}
