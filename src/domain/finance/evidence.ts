import type { Cost } from '../cost';

/** The fields whose words speak of what an action costs, in the order in which they are read. */
export const EVIDENCE_FIELDS = ['commitment', 'ledBy', 'timescale', 'measure', 'cost', 'progress'] as const;
export type EvidenceField = (typeof EVIDENCE_FIELDS)[number];

/** What words of a row argue for, in the order in which finance asks about them. */
export const EVIDENCE_KINDS = [
  'amount',
  'new-post',
  'procurement',
  'capital',
  'spend',
  'named-fund',
  'grant',
  'condition',
  'time-limited',
  'income',
  'saving',
  'existing-resources',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Words of a row that speak of money. */
export interface Evidence {
  readonly field: EvidenceField;
  /** UTF-16 offsets into the text of the field; `end` is not included. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: EvidenceKind;
  /** In pounds; null but for an amount. */
  readonly pounds: number | null;
  /** What a cost cell must not say beside these words (docs/rules.md#cost-contradicted); none for income, savings and what is only explored. */
  readonly against: readonly Cost[];
}

/** The texts of one row; those of an action are as plan.json has them. */
export type RowTexts = Readonly<Record<EvidenceField, string>>;
