import type { Framework } from '../../domain/framework';
import type { Action } from '../../domain/reading';

/** The Ref, or while the row has none its directorate and cell: "GET A13". */
export function rowName(
  { ref, action }: { readonly ref: string | null; readonly action: Action },
  { directorates }: Pick<Framework, 'directorates'>,
): string {
  const { sheet, cells, row } = action.source;
  const code = directorates.find(({ name }) => name === action.directorate)?.shortCode ?? sheet;
  return ref ?? `${code} ${cells.commitment ?? String(row + 1)}`;
}
