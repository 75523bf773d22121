export type { LeadReading } from './lead-reading';
export { namesWho, readLead } from './read-lead';
