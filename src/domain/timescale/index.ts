export { dueOf } from './due-of';
export { financialQuarterOf, monthName } from './financial-quarter';
export { readTimescale } from './read-timescale';
export { contradictedStart, readStart, withStart } from './with-start';
export { saysCompleted } from './says-completed';
export type { Month, TimescaleReading } from './timescale-reading';
