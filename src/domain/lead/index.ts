export type { LeadReading } from './lead-reading';
