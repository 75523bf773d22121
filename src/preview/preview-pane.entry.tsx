import { documentFiles } from '../adapters/documents';
import { createOfficeDelivery, createOfficeWorkbook, officeThemeName, waitForOffice } from '../adapters/office';
import { FileWorkbook, fileSubmissions } from '../adapters/xlsx';
import { Failure } from '../application';
import { kent2025 } from '../domain/framework';
import { showPane } from '../ui';
import { installHost } from './excel-host';
import type { PreviewWindow } from './preview-page';

/** The window as the host sees it: a place to put `Office` in. */
function realmOf(page: object): Record<string, unknown> {
  return page as Record<string, unknown>;
}

/** The same pane in the preview's frame: the genuine Office.js on this page, answered by the Excel host of the page round it. */
void showPane(async () => {
  const host = (window.parent as PreviewWindow).previewHost;
  if (host === undefined) throw new Failure('no office', 'This page belongs inside the preview. Open the preview’s first page.');
  installHost(host, { OfficeExtension, Excel }, { window: realmOf(window), Promise, JSON });
  await waitForOffice();
  return {
    workbook: createOfficeWorkbook(Excel),
    submissions: fileSubmissions,
    documents: documentFiles,
    // An ordinary page in a browser: it downloads, and there is no second workbook to open.
    delivery: createOfficeDelivery(Excel, { canDownload: () => true, canOpenWorkbooks: () => false }),
    newBook: () => FileWorkbook.create(),
    framework: kent2025(),
    theme: officeThemeName(),
  };
});
