import { type Cost, COSTS } from '../cost';
import type { FinanceReading } from './finance-reading';

/** A row that is counted. */
export interface CountedCost extends Pick<FinanceReading, 'pounds'> {
  readonly directorate: string;
  readonly cost: Cost;
}

/** The actions of one directorate under one flag. */
export interface CostTotal {
  readonly directorate: string;
  readonly cost: Cost;
  readonly actions: number;
  /** The amounts that are known, added, in pounds. */
  readonly pounds: number;
  /** Actions whose amount is not known; they add nothing. */
  readonly withoutAmount: number;
}

/** Totals by directorate, in the order of the rows, and by flag in the order of the classes; only those that have an action. */
export function costTotals(rows: readonly CountedCost[]): CostTotal[] {
  const directorates = [...new Set(rows.map(({ directorate }) => directorate))];
  return directorates.flatMap((directorate) =>
    COSTS.flatMap((cost): CostTotal[] => {
      const own = rows.filter((row) => row.directorate === directorate && row.cost === cost);
      if (own.length === 0) return [];
      const pounds = own.reduce((sum, row) => sum + (row.pounds ?? 0), 0);
      return [{ directorate, cost, actions: own.length, pounds, withoutAmount: own.filter((row) => row.pounds === null).length }];
    }),
  );
}
