import type { Naming } from './name-directorate';
import type { SheetView } from './sheet-view';
import type { LeftOut, TableRead } from './table-read';

/** One sheet read by itself: nothing of it depends on the other sheets. */
export interface SheetRead {
  readonly view: SheetView;
  readonly tables: readonly TableRead[];
  readonly leftOut: readonly LeftOut[];
  /** The directorate that a sheet without tables names, as a cover does. */
  readonly cover: Naming | null;
}
