import type { KnownAction } from '../collation';
import type { TableCorrection } from '../reading';
import type { Edit } from './edit';
import type { WrittenSheet } from './reconcile';

/** A person's word on whether an action serves an indicator. */
export interface Decision {
  readonly ref: string;
  readonly indicator: string;
  readonly verdict: 'confirmed' | 'rejected';
}

/**
 * The journal of a write: the edits that take it back, written before the first of them is made. `open` after
 * the program starts means that a write was torn; `closed` is the restore point.
 */
export interface Journal {
  readonly runId: string;
  readonly state: 'open' | 'closed' | 'none';
  readonly undo: readonly Edit[];
}

/** Everything remembered in the workbook, on its very hidden sheet, so that both adapters share it. */
export interface PlanState {
  readonly lastRun: { readonly id: string; readonly asOf: string; readonly framework: string } | null;
  readonly counters: Readonly<Record<string, number>>;
  readonly actions: readonly KnownAction[];
  readonly written: readonly WrittenSheet[];
  readonly decisions: readonly Decision[];
  readonly corrections: readonly TableCorrection[];
  readonly journal: Journal;
}

export const NO_JOURNAL: Journal = { runId: '', state: 'none', undo: [] };

export const EMPTY_STATE: PlanState = {
  lastRun: null,
  counters: {},
  actions: [],
  written: [],
  decisions: [],
  corrections: [],
  journal: NO_JOURNAL,
};

export const STATE_SHEET = '_plan';
