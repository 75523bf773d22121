import { type FilteredPlace, type FilterRules, useFilteredPlace } from '../shared/filtered-place';
import type { MappedRow, Standing } from '../shared/pane-services';

export type StandingFilter = Standing | 'all';
export type MappingPlace = FilteredPlace<MappedRow, StandingFilter>;

const RULES: FilterRules<MappedRow, StandingFilter> = {
  first: 'to decide',
  passes: ({ standing }, filter) => filter === 'all' || standing === filter,
  isToDo: ({ standing }) => standing === 'to decide',
};

export const useMappingPlace = (all: readonly MappedRow[]): MappingPlace => useFilteredPlace(all, RULES);
