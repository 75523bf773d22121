export { appendixA } from './appendix-a';
export { appendixB } from './appendix-b';
export type { DocumentSubject } from './document-subject';
export { documentText } from './document-text';
export { fileNameFrom } from './file-name';
export { findingsDocument } from './findings-document';
export * from './plan-document';
export { progressDocument } from './progress-document';
export { rowsText, sheetRows } from './sheet-rows';
