import {
  type DatesOfAction,
  type Decision,
  type HeardRow,
  type Judgement,
  type KnownAction,
  NO_CHANGES,
  type PlanChanges,
  type Snapshot,
} from '../collation';
import type { KnownVerdict } from '../finance';
import type { TableCorrection } from '../reading';
import type { Edit, WrittenSheet } from '../workbook';
import type { FromCopy } from './from-copy-records';
import type { OwnCells } from './own-cell-records';

/**
 * The journal of a write: the edits that take it back, written before the first of them is made. `open` after
 * the program starts means that a write was interrupted; `closed` is the restore point.
 */
export interface Journal {
  readonly runId: string;
  readonly state: 'open' | 'closed' | 'none';
  readonly undo: readonly Edit[];
}

/** A column that the user deleted. */
export interface ColumnGone {
  /** The plan's own name of the sheet. */
  readonly plan: string;
  readonly heading: string;
}

/** A journal as a workbook has it. A workbook comes from others, so its records are checked before they are followed. */
export interface JournalRead extends Pick<Journal, 'runId' | 'state'> {
  readonly records: readonly string[];
  /** False where its records are not those that were written. Earlier versions wrote no seal: theirs count as whole. */
  readonly isWhole: boolean;
}

/** Everything remembered in the workbook, on its very hidden sheet, so that both adapters share it. */
export interface PlanState {
  readonly lastRun: { readonly id: string; readonly asOf: string; readonly framework: string } | null;
  readonly counters: Readonly<Record<string, number>>;
  readonly actions: readonly KnownAction[];
  readonly written: readonly WrittenSheet[];
  readonly decisions: readonly Decision[];
  /** Actions that have no Ref yet, as the decisions on them know them. */
  readonly unnumbered: readonly KnownAction[];
  /** Text of the framework file chosen for this workbook; "" for the one that the program ships with. */
  readonly framework: string;
  readonly corrections: readonly TableCorrection[];
  /** In the order of their quarters. */
  readonly snapshots: readonly Snapshot[];
  /** Every timescale and due date that the plan has said, in the order of the runs. */
  readonly dates: readonly DatesOfAction[];
  /** What the last run that found a change found. */
  readonly changes: PlanChanges;
  /** Every row of the plan as its directorate last sent it. Plans of version 0.1.0 kept none. */
  readonly heard: readonly HeardRow[];
  /** What the user said of rows of All priorities that could not be known for certain. */
  readonly rowAnswers: readonly Judgement[];
  /** Columns of the plan that were found deleted, so that each is named once. */
  readonly columnsGone: readonly ColumnGone[];
  readonly ownCells: OwnCells;
  /** Every text of a colleague's copy that was merged in, in the order in which it was. */
  readonly fromCopies: readonly FromCopy[];
  /** What finance has said of each action, with what it said before. */
  readonly verdicts: readonly KnownVerdict[];
  readonly journal: JournalRead;
}

export const NO_JOURNAL: Journal = { runId: '', state: 'none', undo: [] };

export const NO_JOURNAL_READ: JournalRead = { runId: '', state: 'none', records: [], isWhole: true };

export const EMPTY_STATE: PlanState = {
  lastRun: null,
  counters: {},
  actions: [],
  written: [],
  decisions: [],
  unnumbered: [],
  framework: '',
  corrections: [],
  snapshots: [],
  dates: [],
  changes: NO_CHANGES,
  heard: [],
  rowAnswers: [],
  columnsGone: [],
  ownCells: {},
  fromCopies: [],
  verdicts: [],
  journal: NO_JOURNAL_READ,
};
