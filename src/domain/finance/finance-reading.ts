import type { Cost } from '../cost';
import type { Framework } from '../framework';
import type { Action } from '../reading';
import { type CostEvidence, costEvidence } from './cost-evidence';
import type { Evidence, EvidenceKind, RowTexts } from './evidence';
import { questionFor } from './finance-question';
import type { Product } from './sum-marks';

/** What finance is shown of an action, before anybody has judged it. */
export interface FinanceReading {
  /** A class of cost where none was written, with the words that argue for it; null where one was written or nothing speaks of money. */
  readonly proposed: { readonly cost: Cost; readonly reasons: readonly Evidence[] } | null;
  /** The words that the cost cell contradicts; none where it claims nothing. */
  readonly contradictions: readonly Evidence[];
  /** One sentence, in every row. */
  readonly question: string;
  readonly evidence: readonly Evidence[];
  /** What the action costs as far as the row says it, in pounds: the sum of the cell, else that of the row's words; null where it is not known. */
  readonly pounds: number | null;
}

/** The texts of an action in which evidence is looked for; its offsets count in them. */
export function financeTexts(action: Action): RowTexts {
  const { commitment, ledBy, timescale, measure, cost, progress } = action;
  return { commitment, ledBy: ledBy.text, timescale: timescale.text, measure: measure.text, cost: cost.text, progress };
}

/** What was read of actions; the check and the list of costs look at the same ones, which are the same objects while nothing has changed. */
const evidenceRead = new WeakMap<Action, { readonly framework: Framework; readonly read: CostEvidence }>();

function evidenceOf(action: Action, framework: Framework): CostEvidence {
  const before = evidenceRead.get(action);
  if (before?.framework === framework) return before.read;
  const read = costEvidence(financeTexts(action), framework);
  evidenceRead.set(action, { framework, read });
  return read;
}

/** Costs that can be contradicted: the others claim nothing, or nothing less than the row says. */
const CLAIMS: ReadonlySet<Cost> = new Set(['no cost', 'low cost', 'funded']);

const contradicting = (evidence: readonly Evidence[], cost: Cost): Evidence[] =>
  evidence.filter(({ field, against }) => field !== 'cost' && against.includes(cost));

/**
 * The words of a row that contradict what it claims its cost to be. Only a claim can be contradicted: where the table has no cost column, or
 * the cell is blank or to be confirmed, the row claims nothing.
 * Rule: docs/rules.md#cost-contradicted.
 */
export function contradictions(action: Action, framework: Framework): Evidence[] {
  const { cost } = action.cost;
  return CLAIMS.has(cost) ? contradicting(evidenceOf(action, framework).evidence, cost) : [];
}

/** No class stands in the cell: it is empty, a dash, an error or words that are not understood. "TBC" is a class. */
function isUnwritten({ cost }: Action): boolean {
  return (
    cost.cost === 'to be confirmed' && (cost.unread === true || !/[\p{L}\p{N}?]/u.test(cost.text) || /^n\s?\/?\s?a\.?$/iu.test(cost.text))
  );
}

const LARGE: ReadonlySet<EvidenceKind> = new Set(['new-post', 'procurement', 'capital', 'amount']);

/**
 * The class that the words of a row argue for where nobody wrote one, the strongest of them first.
 * Rule: docs/rules.md#cost-proposed.
 */
function proposalFor(evidence: readonly Evidence[]): FinanceReading['proposed'] {
  const of = (is: (one: Evidence) => boolean, cost: Cost): FinanceReading['proposed'] => {
    const reasons = evidence.filter(is);
    return reasons.length === 0 ? null : { cost, reasons };
  };
  return (
    of(({ against }) => against.includes('funded'), 'to be confirmed') ??
    of(({ kind, against }) => (kind === 'named-fund' || kind === 'grant') && against.length > 0, 'funded') ??
    of(({ kind, against }) => LARGE.has(kind) && against.includes('low cost'), 'above low cost') ??
    of(({ kind, against }) => kind === 'amount' && against.length > 0, 'low cost') ??
    of(
      ({ kind, against }) => ['procurement', 'spend', 'capital', 'time-limited'].includes(kind) && against.length > 0,
      'to be confirmed',
    ) ??
    of(({ kind }) => kind === 'existing-resources', 'no cost')
  );
}

/** Several sums of a row may be one within another, so they are not added. */
function poundsOf({ cost: { cost, sum } }: Action, evidence: readonly Evidence[], product: Product | null): number | null {
  if (sum !== null) return sum;
  if (product !== null) return product.pounds;
  const amounts = evidence.filter(({ kind, pounds }) => kind === 'amount' && pounds !== null);
  const [only] = amounts;
  if (only !== undefined) return amounts.length === 1 ? only.pounds : null;
  return cost === 'no cost' ? 0 : null;
}

/** Everything that finance is shown of an action: evidence whatever its cost cell says, and the question. */
export function financeReading(action: Action, framework: Framework): FinanceReading {
  const { evidence, product } = evidenceOf(action, framework);
  const { cost } = action.cost;
  const against = CLAIMS.has(cost) ? contradicting(evidence, cost) : [];
  const proposed = isUnwritten(action) ? proposalFor(evidence) : null;
  const question = questionFor({ reading: action.cost, evidence, contradictions: against, product });
  return { proposed, contradictions: against, question, evidence, pounds: poundsOf(action, evidence, product) };
}
