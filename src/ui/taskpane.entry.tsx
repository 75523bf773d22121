import { documentFiles } from '../adapters/documents';
import { createOfficeDelivery, createOfficeWorkbook, officeThemeName, waitForOffice } from '../adapters/office';
import { FileWorkbook, fileSubmissions } from '../adapters/xlsx';
import { kent2025 } from '../domain/framework';
import { showPane } from './show-pane';

/** The pane in Excel: Office.js comes from the page's own script tag. */
void showPane(async () => {
  await waitForOffice();
  return {
    workbook: createOfficeWorkbook(Excel),
    submissions: fileSubmissions,
    documents: documentFiles,
    delivery: createOfficeDelivery(Excel),
    newBook: () => FileWorkbook.create(),
    framework: kent2025(),
    theme: officeThemeName(),
  };
});
