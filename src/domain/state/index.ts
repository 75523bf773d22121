export { journalEdits } from './journal-records';
export type { FromCopy } from './from-copy-records';
export type { OwnCells } from './own-cell-records';
export { type ColumnGone, EMPTY_STATE, NO_JOURNAL, type PlanState } from './plan-state';
export { isStateSheet, STATE_SHEET } from './state-sheet-name';
export {
  correctionChanges,
  decisionChanges,
  FORMAT_AREAS,
  frameworkChanges,
  isOfFirstFormat,
  journalChanges,
  journalClosing,
  journalReopening,
  laterFormat,
  readCorrections,
  readState,
  readStateInSteps,
  ownVerdictChanges,
  readVerdicts,
  remembersNothing,
  stateChanges,
  VERDICT_AREAS,
  verdictChanges,
  withStateSheet,
  writtenSheets,
} from './state-sheet';
export { STATE_COLUMNS } from './state-tables';
