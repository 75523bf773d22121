export { type CheckDates } from './check-action';
export { checkBook, type CheckedFile } from './check-book';
export { type CheckMemory, createCheckMemory } from './check-memory';
export { figuresFinding } from './figures-finding';
export * from './finding';
export { type FindingReport, reportOf, type SeverityCounts } from './report-of';
export { reportText } from './report-text';
export { codeLabel, HEADING_LABELS, severityCount, severityLabel } from './wording';
