import type { Action, HeadingKey } from '../reading';
import type { Finding } from './finding';
import { findingOf } from './finding-of';
import type { MissingCode } from './problem';

/** A cell that only holds dashes or dots says nothing (docs/rules.md#missing-fields). */
export const isBlank = (text: string): boolean => !/[\p{L}\p{N}?]/u.test(text);

export const holdsError = (action: Action, key: HeadingKey): boolean => action.cells[key]?.cell.kind === 'error';

/** A column the table does not have is reported once a table, by `checkBook`. */
const hasColumn = (action: Action, key: HeadingKey): boolean => action.headings[key] !== undefined || action.cells[key] !== undefined;

/** @param startColumn for the timescale: the heading of a start that stands alone. */
export function missing(action: Action, key: HeadingKey, code: MissingCode, text: string, startColumn?: string): Finding[] {
  const isMissing = isBlank(text) && hasColumn(action, key) && !holdsError(action, key);
  if (!isMissing) return [];
  return [findingOf(action, { code, rows: null, ...(startColumn === undefined ? {} : { startColumn }) }, { key })];
}
