import type { Decision } from '../collation';

/** Decisions on the indicators of actions, one a record. */
export function decisionRecords(decisions: readonly Decision[]): string[][] {
  return decisions.map(({ ref, indicator, verdict, text }) => [ref, indicator, verdict, text]);
}

export function decisionsFrom(records: readonly (readonly string[])[]): Decision[] {
  return records.map(([ref = '', indicator = '', verdict = '', text = '']) => {
    return { ref, indicator, verdict: verdict === 'rejected' ? 'rejected' : 'confirmed', text };
  });
}
