/**
 * What a column is for, in the council's own words. `strategies` is Appendix A's second column; `lastStatus` and `lastProgress` are what a
 * return pack showed to the person who answers it.
 */
export const HEADING_KEYS = [
  'commitment',
  'ledBy',
  'timescale',
  'measure',
  'sharedOutcome',
  'cost',
  'status',
  'progress',
  'lastStatus',
  'lastProgress',
  'ref',
  'theme',
  'directorate',
  'indicator',
  'notes',
  'strategies',
] as const;
export type HeadingKey = (typeof HEADING_KEYS)[number];
