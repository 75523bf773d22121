export type { LeadReading } from './lead-reading';
export { readLead } from './read-lead';
