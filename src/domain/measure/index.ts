export type { Deadline, Figure, MeasureReading } from './measure-reading';
export { type NumberInText, type PeriodInText, numbersIn, periodsIn, withoutPeriods } from './numbers-in';
export { type PeriodSpan, spanOfPeriod } from './period';
export { readMeasure } from './read-measure';
