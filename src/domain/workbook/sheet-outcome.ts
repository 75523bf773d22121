import type { Change } from './edit';

/** What a run wrote on one sheet, kept in `_plan`, so that the next run can tell what the user typed from what it wrote. */
export interface WrittenSheet {
  /** The plan's own name; the sheet may have another. */
  readonly plan: string;
  /** The sheet's id and name when it was written; the id outlives a rename in Excel. */
  readonly id: string;
  readonly name: string;
  /** Words written, by row key, then column key; of a table that is rewritten each time, a hash of each. */
  readonly rows: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Words written outside the table, by A1 address. */
  readonly blocks: Readonly<Record<string, string>>;
  /** The cells that each chart covers, as an A1 area by its name. Plans written by version 0.1.0 do not say. */
  readonly charts?: Readonly<Record<string, string>>;
}

/** A cell the user typed into a column of ours; it will be overwritten, so it is shown first. */
export interface Overwritten {
  readonly sheet: string;
  readonly address: string;
  readonly heading: string;
  readonly was: string;
  readonly becomes: string;
}

/** Both the source and the cell changed a shared field; the cell is kept. */
export interface Conflict {
  readonly sheet: string;
  readonly address: string;
  readonly heading: string;
  readonly kept: string;
  readonly sent: string;
}

/** Something of the user's that lies where the plan must go; nothing is written until it is moved. */
export interface Obstacle {
  readonly sheet: string;
  readonly address: string;
  readonly sentence: string;
}

/** Rows of a table, each counted once: all of them together are every row it has after the run. */
export interface RowCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Not planned any more: the row stays and is marked by this run. */
  readonly gone: number;
  /** Marked by an earlier run and left there. */
  readonly stillGone: number;
}

/** What writing a plan would do to its sheet. */
export interface SheetOutcome {
  readonly sheet: string;
  readonly isNew: boolean;
  readonly changes: readonly Change[];
  readonly rows: RowCounts;
  /** Cells to be written. */
  readonly cells: number;
  /** Cells in the user's own columns that hold something and stay. */
  readonly notesKept: number;
  readonly overwritten: readonly Overwritten[];
  readonly conflicts: readonly Conflict[];
  readonly obstacles: readonly Obstacle[];
  readonly written: WrittenSheet;
}
