import type { Change } from './edit';

/** What a run wrote on one sheet, kept in `_plan`, so that the next run can tell what the user typed from what it wrote. */
export interface WrittenSheet {
  /** The plan's own name; the sheet may have another. */
  readonly plan: string;
  /** The sheet's id and name when it was written; the id outlives a rename in Excel. */
  readonly id: string;
  readonly name: string;
  /**
   * Words planned, by row key, then column key; of a table that is rewritten each time, a hash of each. A column whose key ends in
   * " before" says what was planned before a conflict that is not settled (`beforeKey`), with " kept" what was typed there (`keptKey`).
   */
  readonly rows: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Words written outside the table, by A1 address. */
  readonly blocks: Readonly<Record<string, string>>;
  /** The cells that each chart covers, as an A1 area by its name. Plans written by version 0.1.0 do not say. */
  readonly charts?: Readonly<Record<string, string>>;
  /** The cells kept for charts that had nothing to show, in the same way; a chart that is made later is in `charts`. */
  readonly chartsLeftOut?: Readonly<Record<string, string>>;
  /** Name of the last column that is printed, "L"; not said of a sheet without a print area of the plan's own. */
  readonly printedTo?: string;
  /** Its drop-downs refuse nothing. Plans written by version 0.1.0 do not say, and theirs refuse. */
  readonly offers?: true;
  /**
   * Nothing that is sure is remembered: `blocks` is what could be told from the sheet, and of the cells of the table nothing is known but that
   * a row which is whole in `rows` is as it was written. Never kept.
   */
  readonly isRebuilt?: true;
}

/** A cell of a table into which somebody typed, where the plan has something else. The cell is kept. */
export interface KeptCell {
  readonly sheet: string;
  readonly address: string;
  /** What its row is known by: a Ref, an indicator's id; in a list that is written anew, the words that it is known by. */
  readonly row: string;
  /** Key of the column. */
  readonly column: string;
  readonly heading: string;
  readonly kept: string;
  /** What the plan has for it; "" for nothing. */
  readonly sent: string;
  /** The source has changed as well since it was typed, and the user has not said which of the two counts. */
  readonly conflict: boolean;
}

/** A text that stood where a title or a figure of the plan must go; it is put on the sheet of kept texts. */
export interface DisplacedText {
  readonly sheet: string;
  readonly address: string;
  /** What the plan has at the beginning of that row. */
  readonly beside: string;
  readonly text: string;
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
  /** Nothing differs but where the row comes from: another file, sheet or row. */
  readonly sourceAlone: number;
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
  /** Comments and notes that go to another cell with their rows. */
  readonly commentsMoved: number;
  /** Rows go to other places, and this version of Excel does not say whether notes stand on them: such a note stays at its cell. */
  readonly notesUnseen: boolean;
  readonly kept: readonly KeptCell[];
  /** Typed cells that take what is sent, since the user said so: as they were. */
  readonly taken: readonly KeptCell[];
  readonly displaced: readonly DisplacedText[];
  readonly obstacles: readonly Obstacle[];
  readonly written: WrittenSheet;
}

/** Where `WrittenSheet.rows` remembers what was planned for a column before a conflict began. */
export function beforeKey(column: string): string {
  return `${column} before`;
}

/**
 * Where `WrittenSheet.rows` remembers the words that were typed into a cell and kept, of a table whose rows stay: when its Ref is gone later,
 * the row is known by them (docs/rules.md#rows-of-actions).
 */
export function keptKey(column: string): string {
  return `${column} kept`;
}
