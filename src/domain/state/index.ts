export { NO_JOURNAL, type PlanState, STATE_SHEET } from './plan-state';
export {
  correctionChanges,
  decisionChanges,
  frameworkChanges,
  journalChanges,
  journalClosing,
  readCorrections,
  readState,
  STATE_COLUMNS,
  stateChanges,
  withStateSheet,
  writtenSheets,
} from './state-sheet';
