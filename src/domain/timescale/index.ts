export type { Month, TimescaleReading } from './timescale-reading';
