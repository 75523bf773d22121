import type { Action, HeadingKey } from '../reading';
import type { Finding } from './finding';
import { findingOf } from './finding-of';
import type { MissingCode, Problem } from './problem';

/** A cell that only holds dashes or dots says nothing (docs/rules.md#missing-fields). */
export const isBlank = (text: string): boolean => !/[\p{L}\p{N}?]/u.test(text);

export const holdsError = (action: Action, key: HeadingKey): boolean => action.cells[key]?.cell.kind === 'error';

/** A column the table does not have is reported once a table, by `checkInSteps`. */
const hasColumn = (action: Action, key: HeadingKey): boolean => action.headings[key] !== undefined || action.cells[key] !== undefined;

type MissingFacts = Omit<Extract<Problem, { code: MissingCode }>, 'code' | 'rows'>;

/** @param facts for the timescale the heading of a start that stands alone, for the outcome what the council calls it. */
export function missing(action: Action, key: HeadingKey, code: MissingCode, text: string, facts: MissingFacts = {}): Finding[] {
  const isMissing = isBlank(text) && hasColumn(action, key) && !holdsError(action, key);
  if (!isMissing) return [];
  return [findingOf(action, { code, rows: null, ...facts }, { key })];
}
