import type { CommentMove } from './comment-moves';
import type { Change } from './edit';
import type { DisplacedText, KeptCell, Obstacle, RowCounts } from './sheet-outcome';

export interface TableOutcome {
  /** To be made before the cells are written: the table grows. */
  readonly before: readonly Change[];
  /** To be made after: the table is made, or shrinks. */
  readonly changes: readonly Change[];
  /** Comments and notes whose rows go to other places. */
  readonly comments: readonly CommentMove[];
  /** Rows go to other places, and Excel does not say whether notes stand on them. */
  readonly notesUnseen: boolean;
  readonly rows: RowCounts;
  /** Cells that hold something in the user's own columns, including columns that the user added; none of them is written. */
  readonly notesKept: number;
  readonly written: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly kept: readonly KeptCell[];
  readonly taken: readonly KeptCell[];
  /** Rows of a list that are written over, since nothing tells whose they are. */
  readonly displaced: readonly DisplacedText[];
  readonly obstacles: readonly Obstacle[];
}

export const NO_ROWS: RowCounts = { added: 0, changed: 0, sourceAlone: 0, unchanged: 0, gone: 0, stillGone: 0 };

export const NO_OUTCOME: TableOutcome = {
  before: [],
  changes: [],
  comments: [],
  notesUnseen: false,
  rows: NO_ROWS,
  notesKept: 0,
  written: {},
  kept: [],
  taken: [],
  displaced: [],
  obstacles: [],
};
