/**
 * What stood in the user's own columns of All priorities when the last run was made: by Ref, then column, a hash of the words, as `hashOf` makes
 * it. By it a note that was changed in a copy of the plan is told from one that was changed in the plan (docs/rules.md#copies).
 */
export type OwnCells = Readonly<Record<string, Readonly<Record<string, string>>>>;

export function ownCellRecords(cells: OwnCells): string[][] {
  return Object.entries(cells).flatMap(([ref, columns]) => Object.entries(columns).map(([column, hash]) => [ref, column, hash]));
}

export function ownCellsFrom(records: readonly (readonly string[])[]): OwnCells {
  // Refs and columns are words of a sheet, which may be "__proto__" too.
  const cells = new Map<string, Map<string, string>>();
  for (const [ref = '', column = '', hash = ''] of records) cells.set(ref, (cells.get(ref) ?? new Map<string, string>()).set(column, hash));
  return Object.fromEntries([...cells].map(([ref, columns]) => [ref, Object.fromEntries(columns)]));
}
