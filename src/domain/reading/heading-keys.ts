/**
 * What a column is for, in the council's own words. `strategies` is Appendix A's second column; `lastStatus` and `lastProgress` are what a
 * return pack showed to the person who answers it; `start` is when an action begins, in a column apart from its timescale.
 * The words are the usual ones of the heading, for the screen and for a column that a table does not have.
 */
const LABELS = {
  commitment: 'What we have committed to',
  ledBy: 'Led by',
  timescale: 'Timescale',
  start: 'Start',
  measure: 'Measure',
  milestone: 'Milestone',
  sharedOutcome: 'Shared Outcome',
  cost: 'Cost',
  status: 'Status',
  progress: 'Progress',
  lastStatus: 'Status last time',
  lastProgress: 'Progress last time',
  ref: 'Ref',
  theme: 'Theme',
  directorate: 'Directorate',
  indicator: 'Indicator',
  notes: 'Notes',
  strategies: 'Strategies and plans',
};
export type HeadingKey = keyof typeof LABELS;
export const HEADING_LABELS: Readonly<Record<HeadingKey, string>> = LABELS;
export const HEADING_KEYS = Object.keys(LABELS) as HeadingKey[];
