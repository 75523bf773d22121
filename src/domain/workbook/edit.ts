import type { Area } from '../grid';
import type { CommentMove } from './comment-moves';
import type { CellLook, DropDown, FormatRule, LookArea, PlanCell, PlanChart, PrintSetUp, SheetPlan } from './sheet-plan';

/**
 * An edit is one thing an adapter does to a workbook. `reconcile` writes them, with their inverses; an adapter
 * carries them out in order and decides nothing. Sheets are named by name: an edit may make the sheet it then fills.
 *
 * Every edit can be repeated without harm, and so can every inverse: removing something that is
 * not there succeeds, and so does adding something that already is. So an interrupted write is undone by
 * replaying all inverses, whichever of the edits had been made.
 */

/** What a cell held or is to hold: a value, a number format, a formula where the cell has one. */
export type CellContent =
  | PlanCell
  /** As it was: `formula` with its "=" wins over `value`. Inverses put cells back by it, and edits carry what the user typed to another row. */
  | {
      readonly kind: 'restore';
      readonly value: string | number | boolean | null;
      readonly format: string;
      readonly formula?: string;
      /** The cell's link to a file is taken off. Never in an inverse: a link that leads out is not put back. */
      readonly unlinked?: true;
    };

export type Edit =
  | { readonly type: 'add sheet'; readonly sheet: string; readonly visibility: SheetPlan['visibility']; readonly tabColour: string | null }
  | { readonly type: 'remove sheet'; readonly sheet: string }
  /** `cells` has the area's shape; null leaves a cell as it is. `expected`, same shape, is what each cell must hold now (its value), null for any. */
  | {
      readonly type: 'write cells';
      readonly sheet: string;
      readonly area: Area;
      readonly cells: readonly (readonly (CellContent | null)[])[];
      readonly expected: readonly (readonly (ExpectedValue | null)[])[] | null;
      /** Of an inverse: what the edit that it takes back left in each cell, as `leftHash` gives it, same shape; null for a cell that is not written. */
      readonly left?: readonly (readonly (string | null)[])[];
    }
  /**
   * Brings comments and notes to other cells of the sheet; what the cells hold is written by edits of its own, which stand between two of
   * this one: Excel moves a comment with its cell alone. One that is there already, or gone, is left.
   */
  | { readonly type: 'move comments'; readonly sheet: string; readonly moves: readonly CommentMove[] }
  | {
      readonly type: 'add table';
      readonly sheet: string;
      readonly table: string;
      readonly area: Area;
      readonly style: string;
      readonly banded: boolean;
    }
  /** Turns the table back into plain cells; their values stay. */
  | { readonly type: 'remove table'; readonly sheet: string; readonly table: string }
  /** `hasTotals`: the area's last row is a row of totals. What it holds is written by edits of its own. */
  | { readonly type: 'resize table'; readonly sheet: string; readonly table: string; readonly area: Area; readonly hasTotals?: true }
  /** Lists of exactly these values, in these places, refuse other text or take it; other rules stay as they are. */
  | {
      readonly type: 'set drop-downs';
      readonly sheet: string;
      readonly lists: readonly { readonly area: Area; readonly values: readonly string[] }[];
      readonly refuse: boolean;
    }
  /** One that is there under its name already is left. */
  | { readonly type: 'add chart'; readonly sheet: string; readonly chart: PlanChart }
  | { readonly type: 'remove chart'; readonly sheet: string; readonly chart: string }
  /** Moves the right edge of a print area that is whole columns from the first to `from`, and leaves any other: zero-based, inclusive. */
  | { readonly type: 'set printed columns'; readonly sheet: string; readonly from: number; readonly to: number }
  /** The looks of a sheet made in this run. Written once: afterwards the sheet's look is the user's. Undone by removing the sheet. */
  | { readonly type: 'lay out'; readonly sheet: string; readonly layout: SheetLayout };

export interface ExpectedValue {
  readonly value: string | number | boolean | null;
  readonly formula?: string;
}

export interface SheetLayout {
  /** In characters, by zero-based column. */
  readonly widths: Readonly<Record<number, number>>;
  /** Looks of whole columns, by zero-based column: they hold for rows added later too. */
  readonly columnLooks: Readonly<Record<number, CellLook>>;
  readonly merges: readonly Area[];
  readonly looks: readonly LookArea[];
  readonly dropDowns: readonly DropDown[];
  readonly rules: readonly FormatRule[];
  readonly charts: readonly PlanChart[];
  readonly freeze: SheetPlan['freeze'];
  readonly print: PrintSetUp | null;
  readonly gridlines: boolean;
}

/** An edit and what takes it back; `undo` is null only for a layout, which is removed together with its sheet. */
export interface Change {
  readonly edit: Edit;
  readonly undo: Edit | null;
}
