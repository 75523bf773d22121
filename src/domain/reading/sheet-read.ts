import type { Naming } from './name-directorate';
import type { HeadingsNearest } from './sheet-account';
import type { SheetView } from './sheet-view';
import type { LeftOut, RowLeftOut, TableRead } from './table-read';

/** One table of a sheet with the rows that were left out of it. */
export interface TableDone {
  readonly table: TableRead;
  readonly leftOut: readonly RowLeftOut[];
  /** Whether the user said that it is none: then it is not among the tables that were read. */
  readonly byUser: boolean;
}

/** One sheet read by itself: nothing of it depends on the other sheets. */
export interface SheetRead {
  readonly view: SheetView;
  /** Every table found, from the top. */
  readonly done: readonly TableDone[];
  readonly tables: readonly TableRead[];
  readonly leftOut: readonly LeftOut[];
  /** The directorate that a sheet without tables names, as a cover does. */
  readonly cover: Naming | null;
  /** For a sheet without a table, the row that came nearest to being headings. */
  readonly nearest: HeadingsNearest | null;
}
