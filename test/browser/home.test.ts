import { readdirSync, readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';
import { FileWorkbook } from '../../src/adapters/xlsx';
import type { PreviewWindow } from '../../src/preview/preview-page';
import { describeInBrowser, openPreview, paneOf, type Preview } from './preview-in-chromium';

const SUBMISSIONS = 'assets/samples/submissions/';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook with one empty sheet, open in the preview in place of its sample. */
async function openEmpty(page: Page): Promise<Frame> {
  const book = await FileWorkbook.create('New.xlsx');
  const sheet = { type: 'add sheet', sheet: 'Sheet1', visibility: 'visible', tabColour: null } as const;
  await book.apply([[{ edit: sheet, undo: null }]]);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'New.xlsx', mimeType: XLSX, buffer: Buffer.from(await book.toBytes()) });
  await page.getByText('New.xlsx').first().waitFor();
  return paneOf(page);
}

async function addAll(pane: Frame): Promise<void> {
  const files = readdirSync(SUBMISSIONS).map((name) => ({ name, mimeType: XLSX, buffer: readFileSync(SUBMISSIONS + name) }));
  await pane.getByLabel('Workbooks that directorates sent').setInputFiles(files);
}

const ready = (pane: Frame): Promise<void> =>
  pane
    .getByText(/^Ready to write 93 actions/)
    .first()
    .waitFor();

/** The step that Home puts forward. */
const next = (pane: Frame): Promise<string> => pane.getByRole('contentinfo').getByRole('button').innerText();

describeInBrowser.each([
  ['350 by 378', 417],
  ['350 by 729', 768],
])('Home at %s', (_, height) => {
  let preview: Preview;
  beforeEach(async () => {
    preview = await openPreview();
    await preview.page.setViewportSize({ width: 1366, height });
  });
  afterEach(async () => {
    const { foreign, errors } = preview;
    await preview.close();
    expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
  });

  it('leads a collator from an empty workbook to the plan, by way of a reload, and on', async () => {
    const { page } = preview;
    let pane = await openEmpty(page);
    await pane.getByText('This workbook: 1 sheet').waitFor();
    await pane.getByRole('button', { name: 'I put the plan together' }).click();
    expect(await next(pane)).toMatch(/^Collate the plan/);
    await pane.getByRole('contentinfo').getByRole('button').click();
    await addAll(pane);
    await ready(pane);

    // The pane alone is loaded again: the workbook stays open, and so does what was added.
    await pane.evaluate(() => window.location.reload());
    pane = await paneOf(page);
    await pane.getByRole('button', { name: /^Collate the plan/ }).click();
    await pane.getByText('CYPE priorities v2.xlsx').first().waitFor();
    await ready(pane);
    await pane.getByRole('button', { name: 'Write the plan' }).click();
    await pane.getByRole('heading', { name: /^Plan written/ }).waitFor();

    // What was found is reached by file and row, though no submission is in the workbook.
    await pane.getByRole('button', { name: 'See the findings' }).click();
    await pane.getByRole('list', { name: 'Findings in ASCH priorities - final FINAL.xlsx' }).getByRole('button').first().click();
    await page.waitForFunction(() => (window as PreviewWindow).previewHost?.workbook.active.name === 'Findings');

    await pane.getByRole('button', { name: 'Back to start' }).click();
    await pane.getByText(/^A plan with 93 actions, collated /).waitFor();
    expect(await pane.getByText('No table of priorities found yet').count()).toBe(0);
    expect(await pane.getByRole('button', { name: /^Collate the plan/ }).innerText()).toContain('All 8 directorates are in');
    expect(await next(pane)).toMatch(/^Map to the logframe/);
    await pane.getByRole('contentinfo').getByRole('button').click();
    await pane.getByRole('heading', { name: 'Map' }).waitFor();
    await page.keyboard.press('Escape');
    await pane.getByText(/^A plan with 93 actions/).waitFor();
  }, 120_000);

  it('scrolls once: the page of the pane never, whatever it shows', async () => {
    const { pane } = preview;
    for (const view of [/^Check the tables/, /^Map to the logframe/, /^Make documents/, /^Collate the plan/]) {
      await pane.getByRole('button', { name: view }).click();
      await pane.getByRole('button', { name: 'Back to start' }).waitFor();
      const beyond = await pane.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight);
      expect([String(view), beyond]).toEqual([String(view), 0]);
      await preview.page.keyboard.press('Escape');
      await pane.getByRole('button', { name: view }).waitFor();
    }
  }, 60_000);
});
