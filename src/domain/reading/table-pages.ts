import type { Header } from './find-headers';
import type { Naming } from './name-directorate';
import type { RowsRead } from './read-rows';
import type { SourcedCell, TableRead } from './table-read';

/** The table above in the same columns, as far as reading got. */
export interface Done {
  readonly header: Header;
  readonly table: TableRead;
  readonly rows: RowsRead;
  readonly naming: Naming | null;
  /** The title above it or above the page it goes on from; it holds for what stands below under no title of its own. */
  readonly title: Naming | null;
}

const coreOf = (header: Header): string =>
  header.cells
    .flatMap((cell) =>
      cell.key === null || cell.key === 'cost' || cell.key === 'status' || cell.key === 'progress' || cell.key === 'notes'
        ? []
        : [cell.key],
    )
    .sort()
    .join();

/**
 * A page of the same table: the same kind and headings, one below the other, of the same directorate (and outcome, for current activity).
 * Rule: docs/rules.md#table-pages.
 */
export function carriedTheme(above: Done | undefined, header: Header, naming: Naming | null, outcome: string | null): SourcedCell | null {
  if (above?.header.kind !== header.kind || coreOf(above.header) !== coreOf(header)) return null;
  const before = above.naming;
  const same = naming === null || before === null ? naming === before : samePlace(naming, before);
  return same && above.table.outcome === outcome ? above.rows.lastTheme : null;
}

const samePlace = (a: Naming, b: Naming): boolean =>
  a.directorate !== null || b.directorate !== null ? a.directorate === b.directorate : a.text.toLowerCase() === b.text.toLowerCase();
