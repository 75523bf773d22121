export type { Deadline, Figure, MeasureReading } from './measure-reading';
export { readMeasure } from './read-measure';
