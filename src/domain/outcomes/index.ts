export type { OutcomeReading } from './outcome-reading';
export { outcomeOfTitle } from './outcome-of-title';
export { numberedCode } from './outcome-words';
export { readOutcomes } from './read-outcomes';
