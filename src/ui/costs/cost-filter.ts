import { useMemo } from 'react';
import type { CostList, CostRow } from '../../application';
import { openReasons } from '../../domain/finance';
import { type FilteredPlace, type FilterRules, useFilteredPlace } from '../shared/filtered-place';

export const COST_FILTERS = ['open', 'all', 'contradicted'] as const;
export type CostFilter = (typeof COST_FILTERS)[number];
export type CostsPlace = FilteredPlace<CostRow, CostFilter>;

const isOpen = (row: CostRow, verdicts: readonly string[]): boolean => openReasons(row, verdicts).length > 0;

/** How many costs are open, how many of these have no verdict, and how many there are. A query is open too. */
export function openCosts({ rows, verdicts }: CostList): { readonly open: number; readonly withoutVerdict: number; readonly all: number } {
  const open = rows.filter((row) => isOpen(row, verdicts));
  return { open: open.length, withoutVerdict: open.filter(({ verdict }) => verdict === null).length, all: rows.length };
}

export function passes(row: CostRow, filter: CostFilter, verdicts: readonly string[]): boolean {
  if (filter === 'open') return isOpen(row, verdicts);
  return filter === 'all' || row.contradictions.length > 0;
}

const NO_ROWS: readonly CostRow[] = [];
const NO_VERDICTS: readonly string[] = [];

/** Which costs are listed, and which one is looked at. */
export function useCostsPlace(list: CostList | null): CostsPlace {
  const verdicts = list?.verdicts ?? NO_VERDICTS;
  const rules = useMemo(
    (): FilterRules<CostRow, CostFilter> => ({
      first: 'open',
      passes: (row, filter) => passes(row, filter, verdicts),
      isToDo: (row) => isOpen(row, verdicts),
    }),
    [verdicts],
  );
  return useFilteredPlace(list?.rows ?? NO_ROWS, rules);
}
