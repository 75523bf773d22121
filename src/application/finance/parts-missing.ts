import { VERDICT_PARTS, type VerdictPart } from '../../domain/sheets';
import type { VerdictPlace } from '../requests/finance-requests';

/** The parts of a verdict for which a table has no column yet. */
export function partsMissing({ columns }: Pick<VerdictPlace, 'columns'>): VerdictPart[] {
  return VERDICT_PARTS.filter((part) => columns[part] === undefined);
}
