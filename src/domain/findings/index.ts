export { checkAction, type CheckDates } from './check-action';
export { checkBook, type CheckedFile } from './check-book';
export { figuresFinding } from './figures-finding';
export * from './finding';
export { findingsHelp } from './findings-help';
export { type FindingReport, reportOf, type SeverityCounts } from './report-of';
export { codeLabel, HEADING_LABELS, severityCount, severityLabel } from './wording';
