import { createOfficeWorkbook, officeThemeName, waitForOffice } from '../adapters/office';
import { fileSubmissions } from '../adapters/xlsx';
import { Failure } from '../application';
import { kent2025 } from '../domain/framework';
import { showPane } from '../ui';
import { installHost, type OfficeLibrary } from './excel-host';
import type { PreviewWindow } from './preview-page';

/** The same pane in the preview's frame: the genuine Office.js on this page, answered by the Excel host of the page round it. */
void showPane(async () => {
  const host = (window.parent as PreviewWindow).previewHost;
  if (host === undefined) throw new Failure('no office', 'This page belongs inside the preview. Open the preview’s first page.');
  installHost(host, window as unknown as OfficeLibrary, { window: window as unknown as Record<string, unknown>, Promise, JSON });
  await waitForOffice();
  return { workbook: createOfficeWorkbook(Excel), submissions: fileSubmissions, framework: kent2025(), theme: officeThemeName() };
});
