export type { OutcomeReading } from './outcome-reading';
