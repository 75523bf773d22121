export { dueOf } from './due-of';
export { financialQuarterOf, monthName } from './financial-quarter';
export { readTimescale } from './read-timescale';
export type { Month, TimescaleReading } from './timescale-reading';
