import { createOfficeWorkbook, officeThemeName, waitForOffice } from '../adapters/office';
import { fileSubmissions } from '../adapters/xlsx';
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
  return { workbook: createOfficeWorkbook(Excel), submissions: fileSubmissions, framework: kent2025(), theme: officeThemeName() };
});
