export { NO_JOURNAL, type PlanState, STATE_SHEET } from './plan-state';
export {
  correctionChanges,
  decisionChanges,
  frameworkChanges,
  journalChanges,
  journalClosing,
  readCorrections,
  readState,
  stateChanges,
  withStateSheet,
  writtenSheets,
} from './state-sheet';
export { STATE_COLUMNS } from './state-tables';
