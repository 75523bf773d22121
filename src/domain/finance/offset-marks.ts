import type { Clause, Token } from './clauses';
import { AGAINST, markOver, type MarkRule } from './mark';
import { isStaff, PHRASE_ENDS } from './money-nouns';
import { moneyVerb } from './money-verbs';
import { isDenied, isHistory, isOfPeople, standingOfVerb } from './standing';

const lowerAt = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? '';
const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));
type Found = readonly [from: number, to: number];

/** The last of the next tokens that a test passes, up to the end of a list part; -1 for none. */
function placeAfter(tokens: readonly Token[], from: number, reach: number, is: (token: Token) => boolean): number {
  let found = -1;
  for (let place = from; place < Math.min(tokens.length, from + reach); place += 1) {
    const token = tokens[place];
    if (
      token === undefined ||
      (place > from && token.isAfterComma) ||
      (place > from && moneyVerb(token.lower)?.form === 'base' && lowerAt(tokens, place - 1) === 'and')
    )
      break;
    if (is(token)) found = place;
  }
  return found;
}

const isSum = ({ sign }: Token): boolean => sign === '£';
const EARNED = list('income revenue sponsorship funds profit surplus takings');
const OF_INCOME = list(
  'rental advertising commercial fee additional external sponsorship ticket trading traded hire new generating generate',
);
const INCOME_NEXT = list('from generation target targets stream streams generating');

const INTRODUCING = list('introduce introducing set setting levy levying increase increasing raise raising new');

function incomeAt(clause: Clause, at: number, planYear: number): Found | null {
  const { tokens } = clause;
  const word = lowerAt(tokens, at);
  const next = lowerAt(tokens, at + 1);
  const verb = moneyVerb(word);
  if (verb?.does === 'earn' && verb.form !== 'past' && standingOfVerb(clause, at, verb, planYear) === 'done') {
    if (verb.base === 'sell') return PHRASE_ENDS.has(next) ? null : [at, at + 1];
    const gained = placeAfter(tokens, at + 1, 7, (token) => isSum(token) || (verb.base !== 'charge' && EARNED.has(token.lower)));
    const of = placeAfter(tokens, at + 1, gained - at, ({ lower }) => lower === 'of' || lower === 'for');
    const isFirst = of < 0 || tokens.slice(at + 1, of).some((token) => isSum(token) || EARNED.has(token.lower));
    // "Raise the income of pensioners", "raise awareness of the £2,000 voucher": neither is the council's.
    const isTheirs = verb.base !== 'charge' && isOfPeople(tokens, gained, 5);
    if (gained >= 0 && (!isFirst || isTheirs)) return null;
    if (gained >= 0) return [at, gained];
    return verb.base === 'charge' && !PHRASE_ENDS.has(next) && next !== '' ? [at, at + 1] : null;
  }
  if (/^(?:income|revenue)$/.test(word))
    return OF_INCOME.has(lowerAt(tokens, at - 1)) || INCOME_NEXT.has(next)
      ? [OF_INCOME.has(lowerAt(tokens, at - 1)) ? at - 1 : at, INCOME_NEXT.has(next) && next !== 'from' ? at + 1 : at]
      : null;
  if (
    word === 'sponsorship' ||
    (/^fees?$/.test(word) && /^(?:membership|entry|hire|joining|course|entrance|admission)$/.test(lowerAt(tokens, at - 1)))
  )
    return [word === 'sponsorship' ? at : at - 1, at];
  if (/^(?:fees?|charges?|tariffs?)$/.test(word) && [1, 2, 3].some((back) => INTRODUCING.has(lowerAt(tokens, at - back)))) {
    return [at, Math.max(at, placeAfter(tokens, at + 1, 4, isSum))];
  }
  if (/^(?:rent|hire)$/.test(word) && next === 'out') return [at, at + 1];
  const isPaying = (word === 'private' || word === 'self') && next === 'pay';
  if (isPaying) return /^(?:offer|option|service|services|scheme|model|package)$/.test(lowerAt(tokens, at + 2)) ? [at, at + 2] : null;
  return /^(?:paid-for|chargeable|fee-paying|traded)$/.test(word) && /^(?:offer|service|services|course|courses|sessions)$/.test(next)
    ? [at, at + 1]
    : null;
}

const SPENT = list('cost costs spend spending expenditure overtime budget budgets bill bills');
const SAVED = list('efficiency cost budget cashable revenue annual recurring council mtfs');

function savingAt(clause: Clause, at: number, planYear: number): Found | null {
  const { tokens } = clause;
  const word = lowerAt(tokens, at);
  if (word === 'savings') {
    if (SAVED.has(lowerAt(tokens, at - 1))) return [at - 1, at];
    return placeAfter(tokens, at + 1, 4, isSum) >= 0 ? [at, placeAfter(tokens, at + 1, 4, isSum)] : null;
  }
  const verb = moneyVerb(word);
  if (verb?.does !== 'save' || verb.form === 'past') return null;
  // "Enrol 50 people, saving £3 a visit": the people are not those who save.
  const isAside = verb.form === 'ing' && tokens[at]?.isAfterComma === true;
  if (standingOfVerb(clause, at, verb, planYear) !== 'done') return null;
  const of = verb.base === 'save' ? isSum : (token: Token): boolean => isSum(token) || SPENT.has(token.lower);
  const to = placeAfter(tokens, at + 1, 9, of);
  const isLiving = lowerAt(tokens, to + 1) === 'of' && lowerAt(tokens, to + 2) === 'living';
  if (to < 0 || isLiving || (!isAside && isOfPeople(tokens, at))) return null;
  return [at, to];
}

export const incomeMarks: MarkRule = {
  beginsAt: (lower) => OF_OFFSETS.test(lower) || ['earn', 'save'].includes(moneyVerb(lower)?.does ?? ''),
  marksAt(clause, at, { field, planYear }) {
    const { tokens } = clause;
    if (field === 'ledBy') return [];
    const saving = savingAt(clause, at, planYear);
    if (saving !== null && !isDenied(tokens, at)) return markOver(clause, saving, 'saving', AGAINST.nothing);
    const income = incomeAt(clause, at, planYear);
    const isTheirs = income !== null && isOfPeople(tokens, at, 0) && moneyVerb(lowerAt(tokens, at)) === null;
    return income === null || isTheirs || isDenied(tokens, at) || isHistory(tokens, at, planYear)
      ? []
      : markOver(clause, income, 'income', AGAINST.nothing);
  },
};

/** Words that are no verbs and speak of income or savings. */
const OF_OFFSETS =
  /^(?:savings|income|revenue|sponsorship|fees?|charges?|tariffs?|rent|hire|private|self|paid-for|chargeable|fee-paying|traded)$/;

const WITHIN = list('within from by using use among amongst through with in via of');
const THERE = list('existing current own in-house core established');
const RESOURCES = list(
  'staff staffing team teams officers resource resources budget budgets capacity workforce employees posts post funding contract contracts provision workloads time envelope',
);
const VOLUNTEERS_BY = list('ask asking by with using use involve from through recruit train');

function existingAt(tokens: readonly Token[], at: number, isCost: boolean): Found | null {
  const word = lowerAt(tokens, at);
  const before = lowerAt(tokens, at - 1);
  const next = lowerAt(tokens, at + 1);
  if (THERE.has(word)) {
    const to = placeAfter(tokens, at + 1, 4, ({ lower }) => RESOURCES.has(lower) || isStaff(lower));
    let from = at;
    while (from > 0 && at - from < 2 && /^(?:our|the|its|their)$/.test(lowerAt(tokens, from - 1))) from -= 1;
    if (to < 0) return word === 'in-house' && (before === '' || WITHIN.has(before) || isCost) ? [at, at] : null;
    if (WITHIN.has(lowerAt(tokens, from - 1)) && lowerAt(tokens, from - 1) !== 'of') return [from - 1, to];
    return isCost ? [from, to] : null;
  }
  if (/^(?:staff|officer|officers)$/.test(word) && next === 'time') {
    const isLost = /^(?:lost|off|sickness|taken)$/.test(lowerAt(tokens, at + 2));
    if (isLost || !(isCost || WITHIN.has(before) || before === 'only')) return null;
    return [WITHIN.has(before) ? at - 1 : at, lowerAt(tokens, at + 2) === 'only' ? at + 2 : at + 1];
  }
  if (word === 'in' && (next === 'kind' || (next === 'house' && isCost))) return [at, at + 1];
  if (/^(?:in-kind|pro-bono|absorbed|bau)$/.test(word)) return [at, at];
  if (word === 'business' && next === 'as' && lowerAt(tokens, at + 2) === 'usual' && isCost) return [at, at + 2];
  if (/^volunteers?$/.test(word)) {
    if (isCost) return [at, at];
    return VOLUNTEERS_BY.has(before) && !/^(?:recruit|train|from)$/.test(before) ? [at - 1, at] : null;
  }
  return word === 'volunteer-led' || word === 'volunteer-run' ? [at, at] : null;
}

/** Staff, budgets and people that are there already. In a cost cell the words need no preposition. */
export const existingMarks: MarkRule = {
  beginsAt: (lower) =>
    THERE.has(lower) || /^(?:staff|officers?|in|in-kind|pro-bono|absorbed|bau|business|volunteers?|volunteer-(?:led|run))$/.test(lower),
  marksAt(clause, at, { field }) {
    const { tokens } = clause;
    if (field === 'ledBy') return [];
    const found = existingAt(tokens, at, field === 'cost');
    return found === null || isDenied(tokens, found[0]) ? [] : markOver(clause, found, 'existing-resources', AGAINST.nothing);
  },
};
