export { FileWorkbook } from './xlsx/file-workbook';
export { fileSubmissions } from './open-book';
export { createWorkerSubmissions, type SubmissionWorker } from './worker-submissions';
