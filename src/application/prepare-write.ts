import { knownActions } from '../domain/collation';
import { type BookGrid, type CalendarDate, isoDate, parseIsoDate } from '../domain/grid';
import {
  allPriorities,
  type Change,
  councilSummary,
  type Edit,
  findingsSheet,
  journalChanges,
  journalClosing,
  logframeCoverage,
  type PlanState,
  type PlanSubject,
  reconcile,
  type SheetOutcome,
  stateChanges,
  withStateSheet,
} from '../domain/sheets';
import type { Collated } from './collate';

/** What writing the collated plan into a workbook would do, worked out to the last cell before anything is written. */
export interface PreparedWrite {
  readonly runId: string;
  /** In the order of the tabs. */
  readonly sheets: readonly SheetOutcome[];
  /** Nothing would differ, so nothing is written, not even a date. */
  readonly nothingToDo: boolean;
  /** For `WorkbookPort.apply`: the journal opened, the work, the journal closed. Empty when there is nothing to do. */
  readonly stages: readonly (readonly Change[])[];
}

/**
 * @param book the workbook as it is now, its `_plan` included.
 * @param linkTo see `PlanSubject.linkTo`.
 * @param runId names the run in the journal; unique in the workbook.
 */
export function prepareWrite(collated: Collated, book: BookGrid, linkTo: PlanSubject['linkTo'], runId: string): PreparedWrite {
  const { lastRun } = collated.state;
  const lastStamp = parseIsoDate(lastRun?.asOf ?? '');
  if (lastRun !== null && lastStamp !== null) {
    // First with the last run's date under the titles: when nothing but the date would differ, nothing does.
    const sheets = outcomes(collated, book, linkTo, lastStamp);
    const state = withRememberedIds(stateAfter(collated, sheets, lastRun), collated.state);
    if (workFor(book, sheets, state).length === 0) return { runId, sheets, nothingToDo: true, stages: [] };
  }
  const sheets = outcomes(collated, book, linkTo, collated.options.asOf);
  const run = { id: runId, asOf: isoDate(collated.options.asOf), framework: collated.options.framework.version };
  const work = workFor(book, sheets, stateAfter(collated, sheets, run));
  const opening = journalChanges(book, { runId, state: 'open', undo: undoing(work) });
  return { runId, sheets, nothingToDo: false, stages: [opening, work, [journalClosing()]] };
}

function outcomes(collated: Collated, book: BookGrid, linkTo: PlanSubject['linkTo'], stamp: CalendarDate): SheetOutcome[] {
  const { register, findings, options, state } = collated;
  const dates = { planDate: options.planDate, asOf: options.asOf, stamp };
  const subject: PlanSubject = { framework: options.framework, register, findings, linkTo, dates };
  return [councilSummary, allPriorities, logframeCoverage, findingsSheet].map((planFor) => {
    const plan = planFor(subject);
    return reconcile(plan, book, state.written.find((written) => written.plan === plan.name) ?? null);
  });
}

function workFor(book: BookGrid, sheets: readonly SheetOutcome[], state: PlanState): Change[] {
  return [...sheets.flatMap(({ changes }) => changes), ...stateChanges(withStateSheet(book), state)];
}

function stateAfter({ register, options, state }: Collated, sheets: readonly SheetOutcome[], lastRun: PlanState['lastRun']): PlanState {
  return {
    ...state,
    lastRun,
    counters: register.counters,
    actions: knownActions(register, options.framework),
    written: sheets.map(({ written }) => written),
  };
}

/** A sheet's id is known only after the run that made it; learning it is no change worth a run. */
function withRememberedIds(state: PlanState, before: PlanState): PlanState {
  const idOf = new Map(before.written.map(({ plan, id }) => [plan, id]));
  return { ...state, written: state.written.map((one) => ({ ...one, id: idOf.get(one.plan) ?? one.id })) };
}

/** The undos in the order to replay them. What was done on a sheet made in this run goes with the sheet. */
function undoing(work: readonly Change[]): Edit[] {
  const made = new Set(work.flatMap(({ edit }) => (edit.type === 'add sheet' ? [edit.sheet] : [])));
  return [...work].reverse().flatMap(({ edit, undo }) => {
    return undo === null || (made.has(edit.sheet) && edit.type !== 'add sheet') ? [] : [undo];
  });
}
