import { namedFundIn, sumsIn } from '../cost';
import type { Framework } from '../framework';
import type { Action, HeadingKey } from '../reading';

/** Words of a row that speak of money, which finance looks at beside the cost flag whatever that flag says. */
export interface CostWords {
  readonly kind: 'sum' | 'fund' | 'funding' | 'post' | 'procurement';
  /** As they stand in the row. */
  readonly words: string;
  readonly field: HeadingKey;
  /** In pounds, for a sum. */
  readonly pounds: number | null;
}

/** The fields in which a row says what it needs. The cost cell is the claim itself; leads, outcomes and themes do not speak of money. */
const FIELDS = ['commitment', 'timescale', 'measure', 'progress'] as const;

const MORE = String.raw`(?:\s+[\p{L}\p{N}’'&-]+){0,3}`;
const MONEY = String.raw`(?:budgets?|funding|funds|resources?|resourcing|finances?|investment|grants?)(?![\p{L}-])`;

const FUNDING = [
  String.raw`(?:depend[ea]nt|depending|depends?|conditional|contingent|reliant|relies)\s+(?:up)?on\s+(?:[\p{L}'’-]+\s+){0,3}?${MONEY}(?:\s+[\p{L}-]+\s+decisions?)?`,
  String.raw`subject\s+to\s+(?:[\p{L}'’-]+\s+){0,4}?${MONEY}`,
  String.raw`(?:if|once|when|pending|awaiting)\s+(?:[\p{L}'’-]+\s+){0,2}?(?:funding|budget|funds)(?![\p{L}-])`,
  String.raw`(?<![\p{L}-])(?:part[\s-]|fully[\s-]|jointly[\s-])?funded\s+(?:to|until|till|by|through|from|via|up\s+to)(?![\p{L}])${MORE}`,
  String.raw`(?:requires?|requiring|needs?|seek(?:s|ing)?|secur(?:e|es|ing)|bid(?:s|ding)?\s+for|appl(?:y|ies|ying)\s+for)\s+(?:[\p{L}'’-]+\s+){0,2}?(?:funding|investment|budget)(?![\p{L}-])`,
  String.raw`(?:additional|new|extra|external|further)\s+(?:funding|budget|investment)(?![\p{L}-])`,
  String.raw`funding\s+(?:applications?|bids?)(?![\p{L}])`,
].map((source) => new RegExp(String.raw`(?<![\p{L}])(?:${source})`, 'giu'));

const POST = String.raw`(?:officer|co-?ordinator|practitioner|worker|manager|lead|specialist|nurse|visitor|consultant|advis[eo]r|analyst|director|apprentice|registrar|post-?holder|member\s+of\s+staff)s?`;
const POSTS = [
  String.raw`(?:new|additional|extra)\s+(?:(?!blog|media|volunteer)[\p{L}-]+\s+){0,3}?(?:posts?(?!\s+office|[\p{L}-])|fte|(?:${POST})(?![\p{L}-]|\s+(?:induction|training|programme|network|role|toolkit)))`,
  String.raw`(?:recruit|recruiting|recruitment\s+of|appoint|appointing|appointment\s+of|hire|hiring|employ)\s+(?:to\s+)?(?:an?|the|one|two|three|four|five|\d+|new|additional|more)\s+(?:(?!volunteer|blog)[\p{L}\p{N}-]+\s+){0,4}?(?:posts?|staff|fte|${POST})(?![\p{L}-])`,
  String.raw`\d+(?:\.\d+)?\s?(?:x\s?)?w?ftes?(?![\p{L}])`,
  String.raw`creat(?:e|ing)\s+(?:an?|new|\d+)\s+(?:(?!blog|media)[\p{L}-]+\s+){0,3}?posts?(?![\p{L}-])`,
].map((source) => new RegExp(String.raw`(?<![\p{L}\p{N}.])(?:${source})`, 'giu'));

const PROCUREMENTS = [
  String.raw`(?:re-?)?procur(?:e|ing)(?![\p{L}])${MORE}`,
  String.raw`(?:re-?)?procurement\s+of(?![\p{L}])${MORE}`,
  String.raw`(?:out\s+to|issue|issuing)\s+(?:an?\s+)?tender(?![\p{L}])|tender(?:ing)?\s+for(?![\p{L}])${MORE}`,
  String.raw`purchas(?:e|ing)\s+(?!power|order)[\p{L}\p{N}-]+${MORE}`,
  String.raw`(?:re-?)?commission(?:ing)?\s+(?:an?|new|additional|external)(?![\p{L}])${MORE}`,
  String.raw`new\s+(?:[\p{L}-]+\s+)?contracts?(?![\p{L}-])`,
].map((source) => new RegExp(String.raw`(?<![\p{L}-])(?:${source})`, 'giu'));

/** No row is longer than this in any field; beyond it nothing more is looked for. */
const LONGEST = 4000;

/** "No new posts", "without additional funding", "when procuring": the words are there, but deny or only mention the thing. */
const DENIED =
  /(?<![\p{L}])(?:no|not|without|nor|never|neither|avoid(?:s|ing)?|instead\s+of|rather\s+than|unless|doesn['’]t|don['’]t|does)\s+(?:[\p{L}'’-]+\s+){0,2}$/iu;
const IN_PASSING = /(?<![\p{L}])(?:when|while|whenever|in|by|for|people|residents|families|suppliers|to\s+help\s+\p{L}+)\s+$/iu;

/** Sums that are an aim or a figure about people's money and no cost of the action: savings, benefits claimed, local spend, wages. */
const NOT_A_COST =
  /(?:sav(?:e|es|ed|ing|ings)|benefits?|claim(?:s|ed|ing)?|unclaimed|income|earnings?|wages?|salar(?:y|ies)|debts?|spend\s+(?:with|on|by)|social\s+value|turnover|attract(?:s|ed|ing)?|generat(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|worth|owed|fines?|gva|per\s+hour|living\s+wage)(?![\p{L}])/iu;
const A_COST = /(?:cost(?:s|ing)?|budget|price|fund(?:ed|ing)?|invest(?:ed|ment|ing)?|grant|pay(?:ing|s)?|paid|fee)(?![\p{L}])/iu;

function near(text: string, from: number, to: number): string {
  return text.slice(Math.max(0, from - 50), from) + ' ' + text.slice(to, to + 35);
}

/** In a measure a sum is what is measured unless its words say that it is spent; elsewhere it is a cost unless they say that it is not. */
function sumsOf(field: HeadingKey, text: string): CostWords[] {
  return sumsIn(text)
    .filter(({ from, to, pounds }) => {
      const around = near(text, from, to);
      return pounds > 0 && !NOT_A_COST.test(around) && (field !== 'measure' || A_COST.test(around));
    })
    .map(({ words, pounds }) => ({ kind: 'sum', words, field, pounds }));
}

function phrasesOf(field: HeadingKey, text: string, kind: 'funding' | 'post' | 'procurement', patterns: readonly RegExp[]): CostWords[] {
  return patterns.flatMap((pattern) =>
    Array.from(text.matchAll(pattern)).flatMap((found) => {
      const before = text.slice(Math.max(0, found.index - 40), found.index);
      const passing = kind === 'procurement' && IN_PASSING.test(before);
      return DENIED.test(before) || passing ? [] : [{ kind, words: found[0].trim(), field, pounds: null }];
    }),
  );
}

const textOf = (action: Action, field: (typeof FIELDS)[number]): string => {
  switch (field) {
    case 'commitment':
      return action.commitment;
    case 'timescale':
      return action.timescale.text;
    case 'measure':
      return action.measure.text;
    case 'progress':
      return action.progress;
  }
};

/** Every word of the row that speaks of money, in the order of its fields, each once. */
function costWords(action: Action, framework: Framework): CostWords[] {
  const all = FIELDS.flatMap((field) => {
    const text = textOf(action, field).slice(0, LONGEST);
    if (text === '') return [];
    const fund = namedFundIn(text, framework);
    return [
      ...sumsOf(field, text),
      ...(fund === null ? [] : [{ kind: 'fund' as const, words: fund, field, pounds: null }]),
      ...phrasesOf(field, text, 'funding', FUNDING),
      ...phrasesOf(field, text, 'post', POSTS),
      ...phrasesOf(field, text, 'procurement', PROCUREMENTS),
    ];
  });
  return all.filter(
    (one, index) => !all.some((other, at) => at !== index && other.words.includes(one.words) && (other.words !== one.words || at < index)),
  );
}

/**
 * The words that contradict what the row claims its cost to be.
 *
 * Only a claim can be contradicted (docs/rules.md#cost-contradicted). Where the table has no cost column, or the cell is
 * blank or to be confirmed, the row claims nothing: to say there "the row says no cost" would be untrue, and a false alarm
 * is a defect. That a plan is meant to be of low or no cost is finance's to judge, who sees `costWords` beside every row.
 * "Low cost" is contradicted by one thing alone, a sum that the framework does not count as low.
 */
export function contradictions(action: Action, framework: Framework): CostWords[] {
  if (action.cost.cost === 'no cost') return costWords(action, framework);
  if (action.cost.cost !== 'low cost') return [];
  return costWords(action, framework).filter(({ pounds }) => pounds !== null && pounds > framework.lowCostUpTo);
}
