import { createBrowserStore } from '../adapters/browser';
import { documentFiles } from '../adapters/documents';
import { createOfficeDelivery, createOfficeWorkbook, officeThemeName, waitForOffice, whenThemeMayChange } from '../adapters/office';
import { createWorkerSubmissions } from '../adapters/files';
import { loadPart } from '../application';
import { pauseWhenDue } from './pause-when-due';
import { showPane } from './show-pane';

/** A script of its own beside the page's, from the same origin. The address is written out here for webpack to see. */
const startSubmissionWorker = (): Worker =>
  new Worker(new URL('../adapters/files/submission-worker.entry', import.meta.url), { name: 'submission-worker' });

/** The pane in Excel: Office.js comes from the page's own script tag, which is deferred as this script is and stands before it. */
void showPane(async (tell) => {
  await waitForOffice(tell);
  return {
    workbook: createOfficeWorkbook(Excel, { pause: pauseWhenDue() }),
    submissions: createWorkerSubmissions(startSubmissionWorker),
    documents: documentFiles,
    delivery: createOfficeDelivery(Excel),
    store: createBrowserStore(),
    newBook: async () => (await loadPart(() => import('../adapters/files'))).FileWorkbook.create(),
    shipped: async () => (await loadPart(() => import('../domain/framework'))).kent2025(),
    theme: () => officeThemeName(),
    whenThemeMayChange,
  };
});
