import type { Clause, Token } from './clauses';
import { DETERMINERS, MANAGEMENT, NEGATIONS, PEOPLE, PHRASE_ENDS } from './money-nouns';
import { ENABLING, EXPLORING, LOOKING, type MoneyVerb, THOUGHTS } from './money-verbs';

/** What the row does with a verb: it is what the council will do, or only something that it thinks about. */
export type Standing = 'done' | 'explored';

const lowerAt = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? '';
const MODALS = new Set(['to', 'will', 'shall', 'must', 'should', 'would', 'could', 'can', 'may']);
const JOINS = new Set(['and', 'or', 'then', 'also']);
const BEFORE_ING = new Set(['by', 'through', 'including', 'via', 'after', 'start', 'begin', 'starting', 'and', 'or']);
const WH = new Set(['how', 'what', 'where', 'why', 'whether']);
const OWN = new Set(['our', 'council', "council's", 'team', 'teams', 'hr', 'procurement', 'finance', 'commissioners', 'directorate']);
const HISTORY = new Set(['was', 'were', 'had', 'has', 'have', 'already', 'previously', 'historically', 'ago', 'formerly', 'since']);

/** How many tokens before a verb decide who acts. */
const REACH = 9;

/** The first word of a clause that is no number or letter of a list. */
function mainPlace(tokens: readonly Token[]): number {
  const [first] = tokens;
  return first !== undefined && (first.isNumber || first.lower.length === 1) ? 1 : 0;
}

function someBefore(tokens: readonly Token[], at: number, reach: number, is: (lower: string, place: number) => boolean): number {
  for (let place = at - 1; place >= Math.max(0, at - reach); place -= 1) if (is(lowerAt(tokens, place), place)) return place;
  return -1;
}

/** "No new posts", "without procuring", "rather than buying": up to two words may stand between. */
export function isDenied(tokens: readonly Token[], at: number): boolean {
  return someBefore(tokens, at, 3, (lower) => NEGATIONS.has(lower)) >= 0;
}

/** "Help residents to buy", "make it easier for families to pay": not the council acts. */
function isOthers(tokens: readonly Token[], at: number): boolean {
  const joined = JOINS.has(lowerAt(tokens, at - 1)) || tokens[at]?.isAfterComma === true;
  const to = lowerAt(tokens, at - 1) === 'to' ? at - 1 : joined ? someBefore(tokens, at - 1, 5, (lower) => lower === 'to') : -1;
  if (to < 0) return false;
  // "work with employers to recruit": those who take people on.
  const withPeople = (lower: string, place: number): boolean => lower === 'with' && PEOPLE.has(lowerAt(tokens, to - 1)) && place < to - 1;
  const enabling = someBefore(tokens, to, REACH, (lower, place) => ENABLING.has(lower) || lower === 'for' || withPeople(lower, place));
  if (enabling < 0 || to - enabling < 2) return false;
  const between = tokens.slice(enabling + 1, to);
  if (lowerAt(tokens, enabling) === 'for' && between.length > 3) return false;
  return !between.some(({ lower, isAfterComma }) => OWN.has(lower) || isAfterComma || lower === 'and' || lower === 'in');
}

/** Told of a year before the plan, or as something that is done. */
export function isHistory(tokens: readonly Token[], at: number, planYear: number): boolean {
  if (someBefore(tokens, at, 3, (lower) => HISTORY.has(lower)) >= 0) return true;
  for (let place = Math.max(0, at - 6); place < Math.min(tokens.length, at + 7); place += 1) {
    const { lower = '', isNumber = false } = tokens[place] ?? {};
    if (lower === 'last' && lowerAt(tokens, place + 1) === 'year') return true;
    const isYear = isNumber && lower.length === 4 && /^(?:19|20)\d\d$/.test(lower) && Number(lower) < planYear;
    if (isYear && (['in', 'since', 'during', 'from'].includes(lowerAt(tokens, place - 1)) || lowerAt(tokens, place - 2) === 'in'))
      return true;
  }
  return false;
}

/** What a clause that only looks at something, or weighs it, makes of words in it; null where they are passed over. */
export function standingInClause(tokens: readonly Token[], at: number): Standing | null {
  const main = mainPlace(tokens);
  const first = lowerAt(tokens, main);
  if (at <= main) return 'done';
  const wh = someBefore(tokens, at, 6, (lower) => WH.has(lower));
  if (wh >= 0) return EXPLORING.has(first) || lowerAt(tokens, wh) === 'whether' ? 'explored' : null;
  // "Review and procure": the second verb is as much done as the first. "Review it to procure": a purpose is done as well.
  const before = lowerAt(tokens, at - 1);
  if (JOINS.has(before) && at - main <= 4) return 'done';
  if (before === 'to') return THOUGHTS.has(lowerAt(tokens, at - 2)) ? 'explored' : 'done';
  if (at - main > REACH) return 'done';
  if (EXPLORING.has(first)) return 'explored';
  return LOOKING.has(first) ? null : 'done';
}

function isObject(token: Token | undefined): boolean {
  return token !== undefined && !token.isAfterComma && (token.isNumber || DETERMINERS.has(token.lower));
}

/** Whether a word in the form of a verb is one here, by what stands around it. */
function isVerb(tokens: readonly Token[], at: number, { form, isNounToo, base }: MoneyVerb): boolean {
  const main = mainPlace(tokens);
  const next = tokens[at + 1];
  const before = lowerAt(tokens, at - 1);
  if (MANAGEMENT.has(next?.lower ?? '')) return false;
  if (base === 'second' && !isObject(next)) return false;
  if (form === 'ing') return at === main || BEFORE_ING.has(before) || tokens[at]?.isAfterComma === true || EXPLORING.has(before);
  if (at === main) return next !== undefined;
  if (before === 'in' || before === 'a' || before === 'the') return false;
  if (MODALS.has(before)) return true;
  const joined = JOINS.has(before) || tokens[at]?.isAfterComma === true || before === 'we' || before.endsWith('ly');
  if (joined) return !isNounToo || isObject(next);
  // "First phase procure platform": a word that is nothing but a verb, behind what cannot be its subject.
  return !isNounToo && !/s$|^(?:people|children|staff|they|who|which|that|women|men)$/.test(before);
}

/** What the row does with the verb at a place in its base or -ing form; null where others act, it is denied, past, or no verb there. */
export function standingOfVerb({ tokens }: Clause, at: number, verb: MoneyVerb, planYear: number): Standing | null {
  if (!isVerb(tokens, at, verb) || isDenied(tokens, at) || isOthers(tokens, at) || isHistory(tokens, at, planYear)) return null;
  return standingInClause(tokens, at);
}

/** The same of a participle: "a system to be procured", "Platform procured"; only what is still to come. */
export function standingOfPast({ tokens }: Clause, at: number, planYear: number): Standing | null {
  const before = lowerAt(tokens, at - 1);
  const next = tokens[at + 1];
  const isPassive = before === 'be' || before === 'being';
  // Before a noun it describes it: "commissioned services".
  const ends = next === undefined || next.isAfterComma || next.lower === 'and' || PHRASE_ENDS.has(next.lower);
  if (!isPassive && (at === 0 || !ends)) return null;
  // "services commissioned by the council": an agent, where a date may stand too.
  if (
    !isPassive &&
    next?.lower === 'by' &&
    tokens[at + 2]?.lower !== 'end' &&
    !/^\p{L}*\d|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|winter)/u.test(lowerAt(tokens, at + 2))
  )
    return null;
  if (isDenied(tokens, at) || isHistory(tokens, at, planYear)) return null;
  return standingInClause(tokens, at);
}

/** Money that people, firms or schools have, spend or save is none of the council's. @param after how many tokens behind count as well. */
export function isOfPeople(tokens: readonly Token[], at: number, after = REACH): boolean {
  for (let place = Math.max(0, at - REACH); place < Math.min(tokens.length, at + after); place += 1)
    if (PEOPLE.has(lowerAt(tokens, place))) return true;
  return false;
}
