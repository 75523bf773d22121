export { FileWorkbook } from './file-workbook';
export { fileSubmissions, openBook } from './open-book';
export { createWorkerSubmissions, type SubmissionWorker } from './worker-submissions';
