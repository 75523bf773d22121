export { matchRows } from './match-rows';
export { withNamesOfRenamed } from './names-of-renamed';
export type { Notice } from './notice';
export type { PlanRowRead } from './plan-rows';
export { SheetEdits } from './sheet-edits';
export { withRowsOfNewActions } from './rows-of-new-actions';
export { NOTHING_RECOGNISED, type PrioritiesFound, recognisePlan, recognisePlanInSteps, type RecognisedPlan } from './recognise-plan';
