export const COSTS = ['no cost', 'low cost', 'funded', 'to be confirmed', 'above low cost'] as const;
export type Cost = (typeof COSTS)[number];

export interface CostReading {
  readonly text: string;
  readonly cost: Cost;
  /** In pounds, where the cell gives a sum. */
  readonly sum: number | null;
  /** A bare "no" or "Y" under a heading that asks two things. */
  readonly ambiguous: boolean;
  /** Words from which no cost is understood; they count as to be confirmed. */
  readonly unread?: true;
}
