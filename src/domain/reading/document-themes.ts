import type { Framework } from '../framework';
import { directorateInName, namingInTitle } from './name-directorate';
import { themeKey } from './row-words';
import type { SheetRead } from './sheet-read';
import { type SheetView, shownText, sourced } from './sheet-view';
import type { SourcedCell, TableRead } from './table-read';

/**
 * The tables of a document with the headings above them as their themes: of several tables of priorities without themes, each under a
 * heading of its own that names no directorate, the heading is the theme of all its rows. Of a single one it is a title.
 * Rule: docs/rules.md#word.
 */
export function withThemesOfHeadings(framework: Framework, reads: readonly SheetRead[]): SheetRead[] {
  const headings = new Map<TableRead, SourcedCell>();
  for (const { view, done } of reads) {
    for (const { table } of done) {
      const heading = table.kind === 'priorities' && hasNoTheme(table) ? headingAbove(framework, view) : null;
      if (heading !== null && done.length === 1) headings.set(table, heading);
    }
  }
  const different = new Set([...headings.values()].map(({ cell }) => themeKey(shownText(cell))));
  if (different.size < 2) return [...reads];
  return reads.map((read) => {
    const themed = (table: TableRead): TableRead => withTheme(table, headings.get(table));
    return { ...read, done: read.done.map((one) => ({ ...one, table: themed(one.table) })), tables: read.tables.map(themed) };
  });
}

function hasNoTheme({ rows, headings }: TableRead): boolean {
  return headings.every(({ key }) => key !== 'theme') && rows.length > 0 && rows.every(({ theme }) => theme === null);
}

/** The nearest heading above the table that names no directorate. */
function headingAbove(framework: Framework, view: SheetView): SourcedCell | null {
  const rows = [...(view.grid.headingLines ?? [])].sort((a, b) => b - a);
  const row = rows.at(0);
  if (row === undefined) return null;
  const heading = sourced(view, row, 0);
  const text = shownText(heading.cell);
  return namingInTitle(framework, text) !== null || directorateInName(framework, text) !== null ? null : heading;
}

function withTheme(table: TableRead, theme: SourcedCell | undefined): TableRead {
  return theme === undefined ? table : { ...table, themes: [theme], rows: table.rows.map((row) => ({ ...row, theme })) };
}
