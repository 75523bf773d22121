import type { Framework } from '../framework';
import { type Cell, isDateFormat } from '../grid';
import type { Cost, CostReading } from './cost-reading';
import { namedFundIn } from './named-fund';
import { type Sum, sumsInCost } from './sum';

type Ask = 'no' | 'low' | 'funded' | 'needed' | 'two' | 'cost';

/** What a heading asks, so that a bare "yes" or "no" below it can be understood. */
function askOf(heading: string): Ask {
  const plain = heading.toLowerCase().replace(/[^\p{L}\p{N}/]+/gu, ' ');
  const asks = [/\b(?:no|nil|none|zero)\b/, /\blow\b/, /\bfunded\b/, /\bother\b/].filter((pattern) => pattern.test(plain)).length;
  if (asks > 1) return 'two';
  if (/\blow\b/.test(plain)) return 'low';
  if (/\b(?:no|nil|none|zero)\b/.test(plain)) return 'no';
  if (/\bfunded\b|\b(?:funding|budget|money|resources?)\s+(?:secured|identified|agreed|in place|available|confirmed)\b/.test(plain))
    return 'funded';
  return /\b(?:needed|required|requires?|additional|extra|new|any)\b/.test(plain) ? 'needed' : 'cost';
}

/** A cost cell is a word or a sum with a remark; what stands beyond this many characters is not read. */
const LONGEST = 500;

/** "£k" or "£000s" over a column: every bare number below is in thousands. */
const inThousands = (heading: string): boolean => /£\s?(?:k\b|['’]?000s?|thousands?)|\b(?:in )?thousands\b/i.test(heading);

const YES = /^(?:y|yes|true|✓|✔|☑|tick|x|✗|ticked)$/u;
const NO = /^(?:n|no|false|☐)$/u;

/** A bare yes or no, by what the heading asks. `null` when the text is neither (docs/rules.md#cost-bare-answers). */
function bareAnswer(plain: string, ask: Ask): { cost: Cost; ambiguous: boolean } | null {
  const yes = YES.test(plain);
  if (!yes && !NO.test(plain)) return null;
  switch (ask) {
    case 'two':
      return { cost: 'no cost', ambiguous: true };
    case 'no':
      return { cost: yes ? 'no cost' : 'to be confirmed', ambiguous: false };
    case 'low':
      return { cost: yes ? 'low cost' : 'to be confirmed', ambiguous: false };
    case 'funded':
      return { cost: yes ? 'funded' : 'to be confirmed', ambiguous: false };
    case 'needed':
    case 'cost':
      return { cost: yes ? 'to be confirmed' : 'no cost', ambiguous: false };
  }
}

const OPEN =
  /\b(?:t\.?b\.?[cad]|to be (?:\w+ )?(?:confirmed|agreed|determined|decided|advised|costed|scoped|established|identified|quantified|worked out)|not (?:yet )?(?:known|costed|confirmed|agreed|quantified|scoped)|un(?:known|costed|certain|clear|quantified)|awaiting|pending|depends?|dependent|subject to|being (?:costed|scoped|worked)|to follow|don'?t know|not sure|under (?:review|discussion)|if funding|once funding|estimate)\b|\?/;
const UNFUNDED =
  /\b(?:un-?funded|not (?:yet |currently |fully )?funded|no funding|no budget|no longer funded|(?:requires?|needs?|seeking|needing|requiring) (?:\w+ ){0,2}(?:funding|investment|budget|resources?)|(?:funding|budget|resources?|investment) (?:\w+ )?(?:required|needed|sought|gap|bid|application|not)|bid (?:submitted|made|in))\b/;
/** "No funding needed" and "no budget required" ask for nothing. */
const NEEDS_NONE =
  /\b(?:no|without|nil|zero|not?|doesn'?t)\s+(?:\w+ ){0,2}(?:funding|budget|money|spend|spending|resources?|investment|expenditure|cash|outlay|charge|expense)(?:\s+(?:(?:is|are|will be)\s*)?(?:needed|required|necessary|requested|implications?|impact|sought))?\s*$|\b(?:no|nil|without|zero) (?:\w+ ){0,2}(?:cost|costs|charge|charges|financial (?:implications?|impact)|budget implications?|resource implications?)\b|\bcosts? (?:nothing|free|neutral)\b/;
const WITHIN =
  /\b(?:within|from|using|met (?:by|from|within)|absorbed|covered (?:by|from|within)|in|through|out of)\b.{0,20}\b(?:existing|current|core|own|business as usual|bau|planned|approved|available|team'?s?|staff) (?:\w+ ){0,3}(?:resources?|budgets?|funding|capacity|staff|teams?|workloads?|roles?|services?|contracts?|provision|time)\b|\b(?:existing|current|core) (?:\w+ ){0,2}(?:resources?|budgets?|capacity|staff(?:ing)?)\b|\b(?:staff|officer) time\b|\b(?:business as usual|bau)\b|\bcost[\s-]neutral\b|\balready (?:budgeted|in budget)\b|\bcost saving\b|\bsaves money\b|\babsorbed\b|\bin[\s-]kind\b/;
const NONE = /^(?:none|nil|zero|free|nothing|no|no cost|nocost|not any|neutral)\b/;
const LOW =
  /^(?:v(?:ery)? )?(?:low|minimal|minor|small|negligible|modest|little|marginal|min)\b|\b(?:low|minimal|negligible|small) (?:or no )?costs?\b/;
const HIGH =
  /\b(?:high|higher|medium|med|moderate|significant|substantial|large|considerable|major|above low|not low|more than low|over low|other)\b/;
const FUNDED =
  /\b(?:funded|grant|funding (?:secured|agreed|from|by|in place|confirmed|available|via|through)|paid (?:for )?(?:by|from|through)|s106|section 106|sponsored|sponsorship|externally resourced|lottery|financed by)\b/;

function ofSum(all: readonly Sum[], framework: Framework): { cost: Cost; sum: number } | null {
  const sums = all.filter(({ isPart }) => !isPart);
  if (sums.length === 0) return null;
  // Sums named one after another ("£3k venue, £2k printing") are parts of one cost.
  const sum = sums.reduce((total, one) => total + one.pounds, 0);
  const beyond = sum > framework.lowCostUpTo || (sum >= framework.lowCostUpTo && sums.some((one) => one.atLeast));
  return { sum, cost: sum === 0 ? 'no cost' : beyond ? 'above low cost' : 'low cost' };
}

/** Words without a sum. The order is from what binds most: open, funded, none, above, low. */
function ofWords(plain: string, text: string, framework: Framework): Cost | null {
  const needsNone = NEEDS_NONE.test(plain);
  if (OPEN.test(plain) || (UNFUNDED.test(plain) && !needsNone)) return 'to be confirmed';
  if (namedFundIn(text, framework) !== null || FUNDED.test(plain)) return 'funded';
  if (/^(?:above|over|more than|not|exceeds?) (?:the )?low\b/.test(plain)) return 'above low cost';
  if (/^low\b/.test(plain) || /^(?:no|none|nil|zero) ?(?:cost)? ?(?:\/|or|to) ?low\b/.test(plain)) return 'low cost';
  if (needsNone || NONE.test(plain) || WITHIN.test(plain)) return 'no cost';
  if (HIGH.test(plain) && !LOW.test(plain)) return 'above low cost';
  return LOW.test(plain) ? 'low cost' : null;
}

function plainOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/(?<![.!;:,()\s])[.!;:,()\s]+$/u, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function readText(text: string, heading: string, framework: Framework): Omit<CostReading, 'text'> {
  const plain = plainOf(text);
  const none = { sum: null, ambiguous: false };
  if (!/[\p{L}\p{N}✓✔☑✗☐]/u.test(plain)) return { cost: 'to be confirmed', ...none };
  const bare = bareAnswer(plain, askOf(heading));
  if (bare !== null) return { sum: null, ...bare };
  if (/^n ?\/? ?a$/.test(plain)) return { cost: 'to be confirmed', ...none };
  const scale = inThousands(heading) && /^\d[\d,.]*$/.test(plain) ? 1000 : 1;
  const sums = sumsInCost(text.normalize('NFKC')).map((one) => ({ ...one, pounds: one.pounds * scale }));
  const money = ofSum(sums, framework);
  // "£6k, of which £4k sponsorship": the words about a part are not said of the whole.
  const part = sums.find(({ isPart }) => isPart);
  const whole = part === undefined ? text : text.normalize('NFKC').slice(0, part.from);
  const words = ofWords(part === undefined ? plain : plainOf(whole), whole, framework);
  // The heading copied into the cell ("Low/no cost") answers neither of its questions.
  const both =
    /^(?:low|minimal) ?(?:\/|or|to|-) ?(?:no|none|nil|zero)\b|^(?:no|none|nil|zero)(?: cost)? ?(?:\/|or|to|-) ?(?:low|minimal)\b/.test(
      plain,
    );
  if (both) return { cost: 'low cost', sum: money?.sum ?? null, ambiguous: true };
  if (money === null) return words === null ? { cost: 'to be confirmed', ...none, unread: true } : { cost: words, ...none };
  return { cost: words === 'funded' || words === 'to be confirmed' ? words : money.cost, sum: money.sum, ambiguous: false };
}

/**
 * Reads a cost cell under its heading (docs/rules.md#cost). Blank, error and unreadable cells are to be
 * confirmed; a tick box is a yes or a no. Never throws.
 */
export function readCost(cell: Cell, heading: string, framework: Framework): CostReading {
  const text = cell.text.trim();
  if (cell.kind === 'empty' || cell.kind === 'error') return { text, cost: 'to be confirmed', sum: null, ambiguous: false };
  if (cell.kind === 'boolean') return { text, ...readText(cell.value ? 'yes' : 'no', heading, framework) };
  if (cell.kind === 'text') return { text, ...readText(text.slice(0, LONGEST), heading, framework) };
  // A date or a share under "Cost" is no sum.
  if (isDateFormat(cell.format) || cell.format.includes('%')) return { text, cost: 'to be confirmed', sum: null, ambiguous: false };
  const sum = cell.value * (inThousands(heading) ? 1000 : 1);
  return { text, cost: sum <= 0 ? 'no cost' : sum > framework.lowCostUpTo ? 'above low cost' : 'low cost', sum, ambiguous: false };
}
