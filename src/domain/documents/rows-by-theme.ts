import type { DocumentRow } from './plan-document';

interface Themed {
  readonly theme: string | null;
}

/**
 * Rows of a table under their themes, each theme once, in the order they were first met: a theme repeated after a page break goes on,
 * since Word breaks its pages elsewhere. Rows without a theme come first, where no heading can claim them.
 * Rule: docs/rules.md#themes.
 */
export function rowsByTheme<T extends Themed>(rows: readonly T[], cellsOf: (row: T) => readonly string[]): DocumentRow[] {
  const themes = new Map<string | null, T[]>([[null, []]]);
  for (const row of rows) themes.set(row.theme, [...(themes.get(row.theme) ?? []), row]);
  return [...themes].flatMap(([theme, under]): DocumentRow[] => [
    ...(theme === null ? [] : [{ kind: 'theme' as const, text: theme }]),
    ...under.map((row) => ({ kind: 'cells' as const, cells: cellsOf(row) })),
  ]);
}
