export type { OutcomeReading } from './outcome-reading';
export { readOutcomes } from './read-outcomes';
