import type { Suggestion } from '../../domain/mapping';
import type { ActionChoice, MappedRow } from '../requests/mapping-requests';

function standingOf(row: Omit<MappedRow, 'standing'>): MappedRow['standing'] {
  if (row.confirmed.length + row.written.length > 0) return 'confirmed';
  if (row.servesNone) return 'serves none';
  if (openSuggestions(row).length > 0) return 'to decide';
  return row.rejected.length > 0 ? 'serves none' : 'nothing suggested';
}

/** A row as it will be once a choice is kept. */
export function rowWithChoice(row: MappedRow, { confirmed, rejected, servesNone }: ActionChoice): MappedRow {
  const decided = new Set([...confirmed, ...rejected]);
  const written = servesNone ? [] : row.action.writtenIndicators.filter((id) => !decided.has(id));
  const chosen = { ...row, confirmed, written, rejected, servesNone };
  return { ...chosen, standing: standingOf(chosen) };
}

/** Suggestions that nobody has decided on. */
export function openSuggestions(row: Pick<MappedRow, 'confirmed' | 'written' | 'rejected' | 'servesNone' | 'suggestions'>): Suggestion[] {
  const decided = new Set([...row.confirmed, ...row.written, ...row.rejected]);
  return row.servesNone ? [] : row.suggestions.filter(({ id }) => !decided.has(id));
}
