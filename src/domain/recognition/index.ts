export type { Notice } from './notice';
export { withRowsOfNewActions } from './rows-of-new-actions';
export { NOTHING_RECOGNISED, recognisePlan, type RecognisedPlan } from './recognise-plan';
