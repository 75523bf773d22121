export type { Figure, MeasureReading } from './measure-reading';
