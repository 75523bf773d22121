import type { Action } from '../reading';
import { FINANCE_HEADINGS, verdictInWords } from '../wording';
import type { Finding } from './finding';
import { findingOf } from './finding-of';

type Said = Parameters<typeof verdictInWords>[0];

/** A verdict of finance in a directorate's own table that the plan does not take (docs/rules.md#sent-verdicts). @param sent with its A1 address. */
export function verdictFinding(action: Action, sent: Said & { readonly cell: string }, inPlan: Said): Finding {
  const problem = { code: 'verdict-differs', sent: verdictInWords(sent), inPlan: verdictInWords(inPlan) } as const;
  return { ...findingOf(action, problem, { key: 'cost' }), heading: FINANCE_HEADINGS.check, cell: sent.cell, quote: sent.verdict };
}
