import type { Cost, CostReading } from '../cost';
import { counted, grouped } from '../wording';
import type { Evidence, EvidenceKind } from './evidence';
import type { Product } from './sum-marks';

/** What a question is made from. */
export interface Questioned {
  readonly reading: CostReading;
  readonly evidence: readonly Evidence[];
  readonly contradictions: readonly Evidence[];
  readonly product: Product | null;
}

/** In a question no more of the row's words are repeated than this. */
const QUOTED = 90;

/** The row's own words in quotation marks, on one line. */
function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > QUOTED ? `${line.slice(0, QUOTED - 1).trimEnd()}…` : line}”`;
}

const pounds = (sum: number): string => `£${grouped(sum)}`;

/** What finance asks about words of each kind; `claimed` is the cost that they contradict, null where they contradict none. */
const ASKED: Readonly<Record<EvidenceKind, (words: string, claimed: Cost | null) => string>> = {
  amount: (words) => `Is ${words} to be paid for this action, and from which budget?`,
  'new-post': (words) => `Who is paid for ${words}: how many posts, for how long and from which budget?`,
  procurement: (words) => `What does ${words} cost to buy and to run each year, and which budget pays?`,
  capital: (words) => `What does ${words} cost, and is it in the capital programme?`,
  spend: (words) => `How much is spent on ${words}, and who pays?`,
  'named-fund': (words, claimed) =>
    claimed === null ? `How much of ${words} does this use, and is it agreed?` : `How much of ${words} is used here, and when does it end?`,
  grant: (words) => `Is the money of ${words} agreed, does it need match funding, and what happens when it ends?`,
  condition: (words) => `What is still to be decided in ${words}, and what does the action cost if the answer is no?`,
  'time-limited': (words) => `Who pays when the money or post of ${words} ends?`,
  income: (words) => `How much comes in from ${words}, is it agreed, and what does it cost to earn?`,
  saving: (words) => `What does it cost to reach ${words}, and whose budget keeps the saving?`,
  'existing-resources': (words) => `How many hours or how much of ${words} does this take, and is that agreed?`,
};

/** Where nothing in the row speaks of money. */
const BY_COST: Readonly<Record<Cost, string>> = {
  'no cost': 'Is this done in the existing time of officers, and whose?',
  'low cost': 'What is the small cost for, and which budget pays it?',
  funded: 'Which fund or budget pays for this, how much, and until when?',
  'to be confirmed': 'What will this cost to set up and to run, and who pays?',
  'above low cost': 'What is the cost for, who has approved it, and which budget pays?',
};

/** Kinds in the order in which they are asked about: what binds the council longest comes first. */
const ORDER: readonly EvidenceKind[] = [
  'new-post',
  'capital',
  'procurement',
  'condition',
  'grant',
  'named-fund',
  'spend',
  'amount',
  'time-limited',
  'income',
  'saving',
  'existing-resources',
];

function firstOf(evidence: readonly Evidence[]): Evidence | null {
  const order = ({ kind, field }: Evidence): number => ORDER.indexOf(kind) + (field === 'cost' ? 0.5 : 0);
  return evidence.reduce<Evidence | null>((first, one) => (first === null || order(one) < order(first) ? one : first), null);
}

/** One sentence that finance would ask of a row, also where nothing is wrong (docs/rules.md#cost-question). */
export function questionFor({ reading, evidence, contradictions, product }: Questioned): string {
  const { cost, sum, ambiguous, text } = reading;
  if (ambiguous) return `Is ${quoted(text)} meant as no cost or as low cost?`;
  const against = firstOf(contradictions);
  if (product !== null && (against === null || against.kind === 'amount'))
    return `${counted(product.count, 'time', 'times')} ${pounds(product.price)} is ${pounds(product.pounds)}: which budget pays for it?`;
  if (against !== null) return ASKED[against.kind](quoted(against.text), cost);
  const inCell = evidence.find(({ field, kind }) => field === 'cost' && kind === 'income');
  if (inCell !== undefined && sum !== null) return `Is ${quoted(inCell.text)} agreed, and who pays the rest of the ${pounds(sum)}?`;
  if (cost === 'above low cost' && sum !== null) return `${pounds(sum)} is above low cost: who has approved it, and which budget pays?`;
  const first = firstOf(evidence.filter(({ field, kind }) => field !== 'cost' || kind !== 'amount'));
  if (first !== null) return ASKED[first.kind](quoted(first.text), null);
  if (sum !== null && sum > 0) return `What is the ${pounds(sum)} spent on, and which budget pays it?`;
  return BY_COST[cost];
}
