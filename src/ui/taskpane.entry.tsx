import { createOfficeWorkbook, officeThemeName, waitForOffice } from '../adapters/office';
import { fileSubmissions } from '../adapters/xlsx';
import { kent2025 } from '../domain/framework';
import { showPane } from './show-pane';

/** The pane in Excel: Office.js comes from the page's own script tag. */
void showPane(async () => {
  await waitForOffice();
  return { workbook: createOfficeWorkbook(Excel), submissions: fileSubmissions, framework: kent2025(), theme: officeThemeName() };
});
