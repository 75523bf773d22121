import type { Clause, Token } from './clauses';
import { AGAINST, type Mark, markOver, type MarkRule } from './mark';
import { DECIDED, MONEY, PHRASE_ENDS } from './money-nouns';
import { moneyVerb } from './money-verbs';
import { phraseFrom } from './phrase';
import { isDenied, isHistory, isOfPeople, standingInClause } from './standing';

const lowerAt = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? '';
const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));
type Found = readonly [from: number, to: number];

/** The first of the next tokens that is a word of money, or "business case"; -1 where there is none. */
function moneyAfter(tokens: readonly Token[], from: number, reach: number): number {
  for (let place = from; place < Math.min(tokens.length, from + reach); place += 1) {
    const word = lowerAt(tokens, place);
    if (MONEY.has(word) || /^bids$/.test(word)) return place;
    if (word === 'business' && lowerAt(tokens, place + 1) === 'case') return place + 1;
  }
  return -1;
}

const DEPENDING = list('dependent dependant depending depends depend contingent conditional reliant relies rely hinges');
const WAITING = list('pending awaiting await awaits');
const IF = list('if once when until unless provided providing assuming after should');
const AFTER_MONEY = list('dependent dependant permitting allowing pending unconfirmed required needed permits allows tbc gap shortfall');
const NOT_SETTLED = list('confirmed agreed identified secured found decided approved determined sought');

/** Words from a condition up to the money and what is decided about it. */
function upTo(tokens: readonly Token[], from: number, money: number): Found {
  let to = money;
  while (
    to + 1 < tokens.length &&
    to - money < 3 &&
    (/decisions?|applications?|bids?|round|approval|case/.test(lowerAt(tokens, to + 1)) || lowerAt(tokens, to + 1) === 'saving')
  )
    to += 1;
  return [from, to];
}

function conditionAt(tokens: readonly Token[], at: number): Found | null {
  const word = lowerAt(tokens, at);
  const next = lowerAt(tokens, at + 1);
  if ((word === 'subject' && next === 'to') || (DEPENDING.has(word) && (next === 'on' || next === 'upon'))) {
    const money = moneyAfter(tokens, at + 2, 6);
    return money < 0 ? null : upTo(tokens, at, money);
  }
  if (WAITING.has(word)) {
    const money = moneyAfter(tokens, at + 1, 5);
    return money < 0 ? null : upTo(tokens, at, money);
  }
  if (IF.has(word)) {
    if (next === 'funded') return [at, at + 1];
    const money = moneyAfter(tokens, at + 1, 8);
    const decided = tokens.slice(at + 1, at + 10).findIndex(({ lower }) => DECIDED.has(lower));
    if (money < 0 || (decided < 0 && money > at + 1)) return null;
    return [at, Math.max(money, decided < 0 ? money : at + 1 + decided)];
  }
  if (MONEY.has(word) || (word === 'case' && lowerAt(tokens, at - 1) === 'business')) {
    const from = phraseStart(tokens, at);
    if (AFTER_MONEY.has(next)) return [from, at + 1];
    // "funding to be agreed", "budget not yet confirmed"
    const open = [next, lowerAt(tokens, at + 2)].join(' ');
    const isOpen = open === 'to be' || /^(?:is |has )?(?:not|being|yet)\b/.test(open);
    const settled = tokens.slice(at + 2, at + 6).findIndex(({ lower }) => NOT_SETTLED.has(lower));
    if (isOpen && settled >= 0 && !/^(?:business|case)$/.test(word)) return [from, at + 2 + settled];
  }
  if (/^(?:un-?funded|uncosted)$/.test(word)) return [at, at];
  return word === 'not' && /^(?:yet|currently|fully)?$/.test(next) && lowerAt(tokens, at + 2) === 'funded' ? [at, at + 2] : null;
}

/** "capital funding dependent": the words right before the money belong to it. */
function phraseStart(tokens: readonly Token[], at: number): number {
  let from = at;
  while (
    from > 0 &&
    at - from < 2 &&
    tokens[from]?.isAfterComma !== true &&
    !PHRASE_ENDS.has(lowerAt(tokens, from - 1)) &&
    moneyVerb(lowerAt(tokens, from - 1)) === null
  )
    from -= 1;
  return from;
}

/** "whether the partnership would pay": a question about money, which costs nothing to ask. */
function whetherAt(tokens: readonly Token[], at: number): Found | null {
  if (lowerAt(tokens, at) !== 'whether' && lowerAt(tokens, at) !== 'if') return null;
  for (let place = at + 2; place < Math.min(tokens.length, at + 9); place += 1) {
    const isAble = /^(?:would|will|could|can|might)$/.test(lowerAt(tokens, place - 1));
    if (isAble && /^(?:pay|fund|contribute|finance|meet|cover|sponsor)$/.test(lowerAt(tokens, place))) return [at, place];
  }
  return null;
}

export const conditionMarks: MarkRule = {
  beginsAt: (lower) =>
    [DEPENDING, WAITING, IF, MONEY].some((words) => words.has(lower)) || /^(?:whether|subject|case|un-?funded|uncosted|not)$/.test(lower),
  marksAt(clause, at, { planYear }) {
    const { tokens } = clause;
    const asked = whetherAt(tokens, at);
    if (asked !== null) return markOver(clause, [...asked], 'condition', AGAINST.nothing);
    const found = conditionAt(tokens, at);
    if (found === null || isDenied(tokens, found[0]) || isHistory(tokens, at, planYear)) return [];
    return markOver(clause, [...found], 'condition', AGAINST.funded);
  },
};

const GRANTED = /^(?:grant|lottery|externally|external|jointly|part|fully|charity|centrally|government)-funded$/;
const BY = list('by through from via with');
const UNTIL = list('to until till up');

/** "funded by the ICB", "grant-funded", "paid for by the Lottery"; what self-funders and parents pay is none. */
function fundedAt(tokens: readonly Token[], at: number): { readonly found: Found; readonly kind: 'named-fund' | 'grant' } | null {
  const word = lowerAt(tokens, at);
  if (GRANTED.test(word) && !BY.has(lowerAt(tokens, at + 1))) return { found: [at, at], kind: 'grant' };
  const isPaid = word === 'paid' && lowerAt(tokens, at + 1) === 'for';
  const by = isPaid ? at + 2 : at + 1;
  if (
    (word !== 'funded' && !word.endsWith('-funded') && !isPaid && word !== 'financed') ||
    !BY.has(lowerAt(tokens, by)) ||
    word.startsWith('self')
  )
    return null;
  const payer = phraseFrom(tokens, by + 1);
  if (payer === null) return null;
  const words = tokens.slice(payer.from, payer.to + 1);
  const isNamed = words.some(({ isCapital }) => isCapital);
  if (!isNamed && !words.some(({ lower }) => MONEY.has(lower) || lower === 'government' || lower === 'council')) return null;
  return { found: [at, payer.to], kind: isNamed ? 'named-fund' : 'grant' };
}

const OUTSIDE = list('additional new extra external further grant match matched seed lottery government national charitable philanthropic');
const ASKED = list('application applications bid bids');
const BID_DONE = list('submitted made successful approved lodged to for outcome result written in');

function grantAt(tokens: readonly Token[], at: number): Found | null {
  const word = lowerAt(tokens, at);
  const next = lowerAt(tokens, at + 1);
  if (OUTSIDE.has(word) && /^(?:funding|funds|investment|money|finance|grants?)$/.test(next))
    return [at, ASKED.has(lowerAt(tokens, at + 2)) ? at + 2 : at + 1];
  if (/^(?:funding|grant|lottery)$/.test(word) && ASKED.has(next)) return [at, at + 1];
  const isBid = (word === 'bid' || word === 'bids') && at > 0 && lowerAt(tokens, at - 1) !== 'in';
  if (!isBid || !BID_DONE.has(next)) return null;
  if (next === 'to' && !(tokens[at + 2]?.isCapital === true || /^(?:the|our)$/.test(lowerAt(tokens, at + 2)))) return null;
  return next === 'in' ? null : [tokens[at - 1]?.isCapital === true ? at - 1 : at, at + 1];
}

/** Grants and outside money that is had or sought. What is to be had counts against "funded", what is had does not. */
export const grantMarks: MarkRule = {
  beginsAt: (lower) =>
    OUTSIDE.has(lower) ||
    GRANTED.test(lower) ||
    lower.endsWith('-funded') ||
    /^(?:funded|paid|financed|funding|grant|lottery|bids?)$/.test(lower),
  marksAt(clause, at, { planYear }) {
    const { tokens } = clause;
    const funded = fundedAt(tokens, at);
    const found = funded?.found ?? grantAt(tokens, at);
    if (found === null || isDenied(tokens, found[0]) || isHistory(tokens, at, planYear)) return [];
    const standing = standingInClause(tokens, found[0]);
    if (standing === null || (funded === null && isOfPeople(tokens, found[0], 0))) return [];
    const isSought =
      funded === null && (ASKED.has(lowerAt(tokens, found[1])) || ASKED.has(lowerAt(tokens, at)) || /^bids$/.test(lowerAt(tokens, at)));
    return markOver(clause, [...found], funded?.kind ?? 'grant', isSought ? AGAINST.funded : AGAINST.noCost, { standing });
  },
};

/** "grants" and "funds" are verbs as often: "the Council grants access". */
const OF_MONEY_TAILS = /^(?:funding|fund|money|monies|allocation|grant)$/;
const MONTHS = /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)/;

/** "Sport England funding", "Section 106 money", "S106": named by capitals before a word of money. */
function namedMoneyAt(tokens: readonly Token[], at: number): Found | null {
  const word = lowerAt(tokens, at);
  const number = lowerAt(tokens, at + 1);
  if (/^s-?106$|^cil$/.test(word) && tokens[at]?.isCapital === true) return [at, OF_MONEY_TAILS.test(number) ? at + 1 : at];
  if (word === 'section' && /^(?:106|256|75)$/.test(number)) return [at, OF_MONEY_TAILS.test(lowerAt(tokens, at + 2)) ? at + 2 : at + 1];
  if (!OF_MONEY_TAILS.test(word) || tokens[at]?.isCapital === true) return null;
  let from = at;
  while (from > 0 && at - from < 6 && tokens[from - 1]?.isCapital === true && lowerAt(tokens, from - 1) !== 'and') from -= 1;
  if (from === at) return null;
  // The first word of a clause has its capital from there: "Explore funding", "Use Sport England funding".
  if (from === 0 && tokens[0]?.isAcronym !== true)
    from +=
      moneyVerb(lowerAt(tokens, 0)) !== null ||
      at === 1 ||
      /^(?:use|with|from|through|explore|spend|extend|continue|retain|maximise|review)$/.test(lowerAt(tokens, 0))
        ? 1
        : 0;
  return from === at || MONTHS.test(lowerAt(tokens, at - 1)) ? null : [from, at];
}

export const namedMoneyMarks: MarkRule = {
  beginsAt: (lower) => /^s-?106$|^cil$|^section$/.test(lower) || OF_MONEY_TAILS.test(lower),
  marksAt(clause, at, { field, planYear }) {
    const { tokens } = clause;
    if (field === 'ledBy') return [];
    const found = namedMoneyAt(tokens, at);
    if (found === null || isDenied(tokens, found[0]) || isHistory(tokens, at, planYear)) return [];
    return markOver(clause, [...found], 'named-fund', AGAINST.noCost);
  },
};

const ENDS = /^(?:end|ends|ending|ended|expires|expire|finishes|stops|ceases|lasts|until|till|runs)$/;
const LIMITED = /^(?:fixed-term|temporary|time-limited|short-term|one-off|non-recurrent|non-recurring)$/;
const LIMITED_NOUN = /^(?:funding|funded|funds|grants?|money|payments?|costs?|budget|investment|posts?|contracts?|officers?|roles?)$/;
const RUNS_OUT = /^(?:ends|expires|stops|finishes|ceases)$/;
const DURATION = /^(?:months?|years?|weeks?)$/;
const ADJECTIVE = /^(?:\d+|one|two|three|four|five|six|nine|twelve|eighteen)-(?:month|year|week)s?$/;

/** Money, posts and contracts that end: "funded to March", "funding ends", "one-off grant". */
export const timeLimitedMarks: MarkRule = {
  beginsAt: (lower) =>
    /^(?:funded|funding|grant|money|contract|post|runs?)$/.test(lower) || [LIMITED, ADJECTIVE, RUNS_OUT].some((words) => words.test(lower)),
  marksAt(clause, at, { planYear }) {
    const { tokens } = clause;
    const lower = lowerAt(tokens, at);
    const next = lowerAt(tokens, at + 1);
    let found: Found | null = null;
    if (lower === 'funded' && UNTIL.has(next)) found = [at, Math.min(tokens.length - 1, at + 3)];
    else if (lower === 'funded' && next === 'for' && DURATION.test(lowerAt(tokens, at + 3))) found = [at, at + 3];
    else if (/^(?:funding|grant|money|contract|post)$/.test(lower) && ENDS.test(next)) found = [at, Math.min(tokens.length - 1, at + 4)];
    else if ((LIMITED.test(lower) || ADJECTIVE.test(lower)) && (LIMITED_NOUN.test(next) || LIMITED_NOUN.test(lowerAt(tokens, at + 2))))
      found = [at, LIMITED_NOUN.test(next) ? at + 1 : at + 2];
    // "Money for the scheme runs out": what it is for stands between.
    if (found === null && (RUNS_OUT.test(lower) || (/^runs?$/.test(lower) && next === 'out'))) {
      const money = [2, 3, 4, 5].map((back) => at - back).find((place) => MONEY.has(lowerAt(tokens, place)));
      if (money !== undefined) found = [money, next === 'out' ? at + 1 : at];
    }
    if (found === null || isDenied(tokens, at) || isHistory(tokens, at, planYear)) return [];
    const standing = standingInClause(tokens, at);
    return standing === null ? [] : markOver(clause, [...found], 'time-limited', AGAINST.noCost, { standing });
  },
};

/** "for 12 months", "three-year": time alone, which limits money where the sentence has some. */
export function durationMarks(clause: Clause): Mark[] {
  const { tokens } = clause;
  return tokens.flatMap(({ lower }, at) => {
    if (lower === 'for' && DURATION.test(lowerAt(tokens, at + 2)) && !/^(?:old|olds)$/.test(lowerAt(tokens, at + 3)))
      return markOver(clause, [at, at + 2], 'time-limited', AGAINST.noCost);
    return ADJECTIVE.test(lower) ? markOver(clause, [at, at], 'time-limited', AGAINST.noCost) : [];
  });
}
