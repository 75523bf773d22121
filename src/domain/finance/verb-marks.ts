import type { Clause, Token } from './clauses';
import { AGAINST, type FieldContext, type Mark, markOver, type MarkRule } from './mark';
import {
  isBuilt,
  isFirm,
  isPayment,
  isStaff,
  isStaffPhrase,
  isSystem,
  isVoluntary,
  MANAGEMENT,
  MONEY,
  NO_MONEY,
  PHRASE_ENDS,
  singular,
} from './money-nouns';
import { type MoneyVerb, moneyVerb } from './money-verbs';
import { type Phrase, phraseBefore, phraseFrom } from './phrase';
import { isDenied, isHistory, isOfPeople, type Standing, standingInClause, standingOfPast, standingOfVerb } from './standing';

/** A verb with what it is done to, by places of tokens. */
interface Doing {
  readonly clause: Clause;
  readonly verb: MoneyVerb;
  readonly at: number;
  readonly object: Phrase;
  readonly standing: Standing;
}

const lowerAt = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? '';

/** Verb and object together, whichever comes first. */
const spanOf = ({ at, object }: Doing): [number, number] => [Math.min(at, object.from), Math.max(at, object.to)];

const someHead = ({ clause, object }: Doing, is: (lower: string) => boolean): string | undefined =>
  object.heads.map((head) => lowerAt(clause.tokens, head)).find(is);

const hasWord = ({ clause, object }: Doing, is: (lower: string) => boolean): boolean =>
  clause.tokens.slice(object.from, object.to + 1).some(({ lower }) => is(lower));

const IN_POST = new Set(['existing', 'current', 'own']);

/** "from current staff", "among existing ward staff": nobody is taken on. */
function isFromStaff({ clause: { tokens }, object }: Doing): boolean {
  return tokens.slice(object.from, object.to + 6).some(({ lower }) => IN_POST.has(lower));
}

function taking(doing: Doing): Mark[] {
  const { clause, verb, object, standing } = doing;
  if (hasWord(doing, isVoluntary) || isFromStaff(doing)) return [];
  // "Appoint an officer as contact": one who is there already.
  if (verb.base === 'appoint' && lowerAt(clause.tokens, object.to + 1) === 'as') return [];
  const firm = verb.base === 'appoint' || verb.base === 'hire' ? someHead(doing, isFirm) : undefined;
  const staff = object.heads.find((head) => isStaffPhrase(lowerAt(clause.tokens, head - 1), lowerAt(clause.tokens, head)));
  if (firm !== undefined && !/^consultants?$/.test(firm))
    return markOver(clause, spanOf(doing), 'procurement', AGAINST.lowCost, { standing });
  const isLead = verb.base !== 'appoint' && someHead(doing, (lower) => /^leads?$/.test(lower)) !== undefined;
  if (staff === undefined && !isLead && verb.base !== 'backfill') return [];
  const head = singular(lowerAt(clause.tokens, object.heads.at(-1) ?? object.to));
  return markOver(clause, spanOf(doing), 'new-post', AGAINST.lowCost, { standing, head });
}

function buying(doing: Doing): Mark[] {
  const { clause, verb, object, standing } = doing;
  const { tokens } = clause;
  if (verb.base === 'hire' && someHead(doing, (lower) => isStaff(lower) || isFirm(lower)) !== undefined) return taking(doing);
  if (hasWord(doing, (lower) => NO_MONEY.has(lower))) return [];
  // "Commission on poverty", "buy local": no object that is bought.
  if (
    verb.isNounToo &&
    verb.form === 'base' &&
    object.from > doing.at &&
    MANAGEMENT.has(lowerAt(tokens, object.heads[0] ?? object.to)) &&
    !isSystem(lowerAt(tokens, object.to))
  )
    return [];
  const isLarge = verb.does === 'procure' || someHead(doing, isSystem) !== undefined;
  return markOver(clause, spanOf(doing), 'procurement', isLarge ? AGAINST.lowCost : AGAINST.noCost, { standing });
}

const ALWAYS_BUILT = new Set(['refurbish', 'renovate', 'resurface', 'insulate', 'construct', 'redevelop', 'demolish', 're-roof', 'erect']);

/** "an online hub", "a knowledge centre": nothing that stands anywhere. */
const UNBUILT = new Set(['online', 'digital', 'virtual', 'web', 'web-based', 'information', 'data', 'knowledge', 'evidence', 'learning']);

function works(doing: Doing): Mark[] {
  const { clause, verb, object, standing } = doing;
  if (!ALWAYS_BUILT.has(verb.base) && someHead(doing, isBuilt) === undefined) return [];
  if (hasWord(doing, (lower) => UNBUILT.has(lower))) return [];
  // "Extend the clinic to Saturdays": what goes on there, not the building.
  if (verb.base === 'extend' && ['to', 'into', 'by'].includes(lowerAt(clause.tokens, object.to + 1))) return [];
  // The phrase goes on with where: "changing rooms at three playing fields".
  const [from, to] = spanOf(doing);
  const where = ['at', 'in', 'on'].includes(lowerAt(clause.tokens, to + 1)) ? phraseFrom(clause.tokens, to + 2) : null;
  const isDate =
    where !== null && clause.tokens.slice(where.from, where.to + 1).some(({ isNumber, lower }) => isNumber && lower.length === 4);
  return markOver(clause, [from, where === null || isDate ? to : where.to], 'capital', AGAINST.lowCost, { standing });
}

function spending(doing: Doing): Mark[] {
  const { clause, object, standing } = doing;
  const first = lowerAt(clause.tokens, object.heads[0] ?? object.to);
  if (NO_MONEY.has(first) || NO_MONEY.has(lowerAt(clause.tokens, object.from))) return [];
  const { tokens } = clause;
  // A post that is paid is a post.
  const post = someHead(doing, (lower) => /^(?:posts?|fte|wte)$/.test(lower));
  if (post !== undefined) return markOver(clause, spanOf(doing), 'new-post', AGAINST.lowCost, { standing, head: singular(post) });
  if (tokens[object.to]?.isNumber === true && object.heads.length === 0) return [];
  return markOver(clause, spanOf(doing), 'spend', AGAINST.noCost, { standing });
}

/** "Offer small grants": the council pays; "award a contract" is a procurement of its own. */
function giving(doing: Doing): Mark[] {
  const { clause, standing } = doing;
  const isScheme =
    hasWord(doing, isPayment) && someHead(doing, (lower) => /^(?:schemes?|pots?|funds?|programmes?)$/.test(lower)) !== undefined;
  if (!isScheme && someHead(doing, isPayment) === undefined) return [];
  return markOver(clause, spanOf(doing), 'spend', AGAINST.noCost, { standing });
}

const NOT_INVESTED = /^(?:inward|private|social|attract|attracting|developer|return|foreign|business)$/;
const SOUGHT = new Set([...MONEY].filter((word) => !['budget', 'budgets', 'bid', 'settlement', 'finance', 'resource'].includes(word)));

function seeking(doing: Doing): Mark[] {
  const { clause, standing } = doing;
  if (hasWord(doing, (lower) => NOT_INVESTED.test(lower))) return [];
  if (someHead(doing, (lower) => SOUGHT.has(lower)) === undefined || isOfPeople(clause.tokens, doing.at, 0)) return [];
  return markOver(clause, spanOf(doing), 'grant', AGAINST.funded, { standing });
}

const NOT_APPLIED = new Set([
  'status',
  'title',
  'accreditation',
  'planning',
  'permission',
  'job',
  'jobs',
  'award',
  'awards',
  'mark',
  'licence',
]);

/** "Bid to the Lottery", "apply for a grant"; "bid to lower smoking" and "apply for jobs" are neither. */
function asking({ tokens }: Clause, at: number, base: string): Phrase | null {
  const next = lowerAt(tokens, at + 1);
  if (next !== 'to' && next !== 'for') return null;
  const object = phraseFrom(tokens, at + 2);
  if (object === null) return null;
  const words = tokens.slice(object.from, object.to + 1);
  if (words.some(({ lower }) => NOT_APPLIED.has(lower))) return null;
  const isMoney = words.some(({ lower, sign }) => SOUGHT.has(lower) || sign === '£');
  const isNamed = words.some(({ isCapital }) => isCapital);
  if (base === 'apply') return isMoney || (next === 'to' && isNamed && !words.some(({ lower }) => lower === 'all')) ? object : null;
  return isMoney || isNamed || (next === 'for' && (tokens[object.from]?.lower ?? '') !== '') ? object : null;
}

const RULES: Readonly<Record<MoneyVerb['does'], ((doing: Doing) => Mark[]) | null>> = {
  procure: buying,
  buy: buying,
  hire: buying,
  'take on': taking,
  build: works,
  spend: spending,
  give: giving,
  seek: seeking,
  // Told by their sums and their nouns.
  earn: null,
  save: null,
};

/** Where the object of "invest in", "pay for", "tender for" begins. */
function objectPlace(tokens: readonly Token[], at: number, { base }: MoneyVerb): number {
  const next = lowerAt(tokens, at + 1);
  const preposition: Readonly<Record<string, readonly string[]>> = {
    invest: ['in', 'across', 'into'],
    reinvest: ['in'],
    pay: ['for'],
    spend: ['on'],
    tender: ['for'],
    recruit: ['to'],
    take: ['on'],
    second: [],
  };
  if (preposition[base]?.includes(next) === true) return at + 2;
  // Only "take on" is for people.
  if (base === 'take') return -1;
  return PHRASE_ENDS.has(next) ? -1 : at + 1;
}

function activeMarks(clause: Clause, at: number, verb: MoneyVerb, { planYear }: FieldContext): Mark[] {
  const { tokens } = clause;
  const standing = standingOfVerb(clause, at, verb, planYear);
  if (standing === null) return [];
  if (verb.base === 'bid' || verb.base === 'apply') {
    const asked = asking(clause, at, verb.base);
    return asked === null ? [] : markOver(clause, [at, asked.to], 'grant', AGAINST.funded, { standing });
  }
  const place = objectPlace(tokens, at, verb);
  const object = place < 0 ? null : phraseFrom(tokens, place);
  if (object === null) return [];
  return RULES[verb.does]?.({ clause, verb, at, object, standing }) ?? [];
}

/** "Two gyms installed", "an officer to be recruited": in a commitment only with "be", for there a bare participle describes what is. */
function passiveMarks(clause: Clause, at: number, verb: MoneyVerb, { field, planYear }: FieldContext): Mark[] {
  const { tokens } = clause;
  if (verb.does === 'spend' || verb.does === 'give' || verb.does === 'seek') return [];
  const isPassive = ['be', 'being'].includes(lowerAt(tokens, at - 1));
  if (!isPassive && field !== 'measure' && field !== 'timescale') return [];
  const standing = standingOfPast(clause, at, planYear);
  let subjectEnd = at;
  while (['be', 'being', 'to', 'will', 'is', 'are', 'should'].includes(lowerAt(tokens, subjectEnd - 1))) subjectEnd -= 1;
  const object = phraseBefore(tokens, subjectEnd);
  if (standing === null || object === null) return [];
  if (MANAGEMENT.has(lowerAt(tokens, object.to)) && verb.does !== 'take on') return [];
  return RULES[verb.does]?.({ clause, verb, at, object, standing }) ?? [];
}

/** "investment in workforce development", told as a noun. */
function investmentMarks(clause: Clause, at: number, { planYear }: FieldContext): Mark[] {
  const { tokens } = clause;
  if (
    !['in', 'across', 'into'].includes(lowerAt(tokens, at + 1)) ||
    NOT_INVESTED.test(lowerAt(tokens, at - 1)) ||
    lowerAt(tokens, at - 1) === 'on'
  )
    return [];
  const object = phraseFrom(tokens, at + 2);
  const first = object === null ? '' : lowerAt(tokens, object.heads[0] ?? object.to);
  if (object === null || NO_MONEY.has(first) || isDenied(tokens, at) || isHistory(tokens, at, planYear)) return [];
  const standing = standingInClause(tokens, at);
  return standing === null ? [] : markOver(clause, [at, object.to], 'spend', AGAINST.noCost, { standing });
}

/** Evidence in what is done: to buy, to take on, to build, to pay, to seek money. */
export const verbMarks: MarkRule = {
  beginsAt: (lower) => lower === 'investment' || moneyVerb(lower) !== null,
  marksAt(clause, at, context) {
    const lower = lowerAt(clause.tokens, at);
    if (lower === 'investment' && context.field !== 'ledBy') return investmentMarks(clause, at, context);
    const verb = moneyVerb(lower);
    if (verb === null) return [];
    if (verb.form === 'past') return passiveMarks(clause, at, verb, context);
    // Titles of posts are full of such words: "Commissioning Lead".
    return context.field === 'ledBy' ? [] : activeMarks(clause, at, verb, context);
  },
};
