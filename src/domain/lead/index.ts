export { isSupportLabel } from './lead-parts';
export type { LeadReading } from './lead-reading';
export { namesWho, readLead } from './read-lead';
