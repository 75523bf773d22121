export { type CheckedCost, CONTRADICTED, NO_VERDICT, openReasons, plainVerdict, saysAgreed, WORDS_CHANGED } from './checked-cost';
export { costTotals, type CostTotal } from './cost-totals';
export { type Evidence, EVIDENCE_FIELDS, EVIDENCE_KINDS, type RowTexts } from './evidence';
export {
  type KnownVerdict,
  knownVerdicts,
  NO_VERDICT_CELL,
  verdictAfter,
  type VerdictCell,
  type VerdictGiven,
  verdictRead,
  type VerdictRead,
} from './verdict';
export { type SentVerdict, standingOfSent, withSent } from './sent-verdict';
export { contradictions, financeReading, type FinanceReading, financeTexts } from './finance-reading';
