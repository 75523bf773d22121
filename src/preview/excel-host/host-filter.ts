import { type Area } from '../../domain/grid';

/** What is asked of one column, as `Excel.FilterCriteria` says it; fields without a value are absent. */
export type HostCriteria = Readonly<Record<string, unknown>>;

/** A filter that hides rows: of a table, or of a sheet's own range. Rows are hidden when it is applied, not while cells change. */
export interface HostFilter {
  /** Null for the sheet's own filter. */
  readonly tableId: string | null;
  /** Headings and rows; for a table, where it lay when the filter was last applied. */
  readonly area: Area;
  /** By column, counted from the area's left. */
  readonly criteria: ReadonlyMap<number, HostCriteria>;
  /** Zero-based rows of the sheet. */
  readonly hidden: readonly number[];
}
