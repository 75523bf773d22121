import { createBrowserStore } from '../adapters/browser';
import { documentFiles } from '../adapters/documents';
import { createOfficeDelivery, createOfficeWorkbook, officeThemeName, waitForOffice, whenThemeMayChange } from '../adapters/office';
import { createWorkerSubmissions } from '../adapters/files';
import { Failure, loadPart } from '../application';
import { pauseWhenDue, showPane } from '../ui';
import { DARK_THEME, installHost, LIGHT_THEME, type OfficeTheme } from './excel-host';
import type { PreviewWindow } from './preview-page';

/** A separate script from the same origin as the page. The address is written out here because webpack must see it. */
const startSubmissionWorker = (): Worker =>
  new Worker(new URL('../adapters/files/submission-worker.entry', import.meta.url), { name: 'submission-worker' });

/** The window as the host needs it: an object on which it sets `Office`. */
function realmOf(page: object): Record<string, unknown> {
  return page as Record<string, unknown>;
}

/** Office's light or dark colours, as the browser's settings ask. */
function officeTheme(): OfficeTheme {
  return matchMedia('(prefers-color-scheme: dark)').matches ? DARK_THEME : LIGHT_THEME;
}

/** The same pane in the preview's frame: the genuine Office.js on this page, answered by the Excel host of the page round it. */
void showPane(async (tell) => {
  const host = (window.parent as PreviewWindow).previewHost;
  if (host === undefined) throw new Failure('no office', 'This page works only inside the preview. Open the preview’s first page instead.');
  installHost(host, { OfficeExtension, Excel }, { window: realmOf(window), Promise, JSON }, officeTheme);
  await waitForOffice(tell);
  return {
    workbook: createOfficeWorkbook(Excel, { pause: pauseWhenDue() }),
    submissions: createWorkerSubmissions(startSubmissionWorker),
    documents: documentFiles,
    // The preview is an ordinary page in a browser: it can download files, but cannot open a second workbook.
    delivery: createOfficeDelivery(Excel, { canDownload: () => true, canOpenWorkbooks: () => false }),
    store: createBrowserStore(),
    newBook: async () => (await loadPart(() => import('../adapters/files'))).FileWorkbook.create(),
    shipped: async () => (await loadPart(() => import('../domain/framework'))).kent2025(),
    theme: () => officeThemeName(),
    whenThemeMayChange,
  };
});
