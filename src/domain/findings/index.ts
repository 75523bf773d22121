export { type CheckDates } from './check-dates';
export { checkBook, type CheckedFile } from './check-book';
export { type CheckMemory, createCheckMemory } from './check-memory';
export { figuresFinding, measureInDoubt } from './figures-finding';
export * from './finding';
export { refFinding, sentRefFinding } from './ref-finding';
export { reportText } from './report-text';
export { SEVERITIES, severityCounts, type SeverityCounts } from './severity-counts';
export { statusesToChoose, withStatus } from './status-answer';
export { verdictFinding } from './verdict-finding';
export {
  codeLabel,
  findingPlace,
  markedInWords,
  nearestInWords,
  NOTHING_READ,
  repairInWords,
  severityCount,
  severityLabel,
  severityParts,
} from './wording';
