import { VERDICT_PARTS, type VerdictPart } from '../../domain/sheets';
import type { CostList, CostRow, VerdictPlace } from '../requests/finance-requests';

/** The parts of a verdict for which a table has no column yet. */
export function partsMissing({ columns }: Pick<VerdictPlace, 'columns'>): VerdictPart[] {
  return VERDICT_PARTS.filter((part) => columns[part] === undefined);
}

/** Whether a verdict on the row can be recorded; a plan gets the columns that it lacks with its first one. */
export function hasVerdictColumns({ place }: CostRow, { of }: Pick<CostList, 'of'>): boolean {
  return place !== null && (of === 'plan' || partsMissing(place).length === 0);
}
