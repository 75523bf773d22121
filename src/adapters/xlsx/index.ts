export { FileWorkbook } from './file-workbook';
export { fileSubmissions, openBook } from './open-book';
