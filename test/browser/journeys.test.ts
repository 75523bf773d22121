import { readdirSync, readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { FileWorkbook } from '../../src/adapters/files';
import type { PreviewWindow } from '../../src/preview/preview-page';
import { paneOf } from './chromium';
import { describeInBrowser, openPreview, openWorkbook, type Preview, setPaneWidth } from './preview-in-chromium';

const SUBMISSIONS = 'assets/samples/submissions/';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook with one empty sheet. */
async function emptyWorkbook(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const book = await FileWorkbook.create('New.xlsx');
  await book.apply([[{ edit: { type: 'add sheet', sheet: 'Sheet1', visibility: 'visible', tabColour: null }, undo: null }]]);
  return { name: 'New.xlsx', mimeType: XLSX, buffer: Buffer.from(await book.toBytes()) };
}

async function add(pane: Frame, names: readonly string[]): Promise<void> {
  const files = names.map((name) => ({ name, mimeType: XLSX, buffer: readFileSync(SUBMISSIONS + name) }));
  await pane.getByLabel('Workbooks that directorates sent').setInputFiles(files);
}

/** The step that Home puts forward. */
const nextStep = (pane: Frame) => pane.getByRole('contentinfo').getByRole('button');
const button = (pane: Frame, name: string | RegExp) => pane.getByRole('button', { name, exact: true });
const shown = (pane: Frame, words: RegExp) => pane.getByText(words).first().waitFor();

/**
 * What each of the three people does with the submissions of the council, from an open workbook to the end. `npm run pictures` takes the
 * pictures of the help pages on the way.
 */
describeInBrowser.each([
  ['350 by 378', 417],
  ['350 by 729', 768],
])('in a pane of %s pixels', (size, height) => {
  let preview: Preview;
  beforeEach(async () => {
    preview = await openPreview();
    await preview.page.setViewportSize({ width: 1366, height });
    await setPaneWidth(preview.page, 350);
  });
  afterEach(async () => {
    const { foreign, errors } = preview;
    await preview.close();
    expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
  });

  /** Takes a picture of the pane, or of the grid beside it as well, into the folder that PICTURES names. */
  async function picture(name: string, of: 'pane' | 'page' = 'pane'): Promise<void> {
    if (process.env.PICTURES === undefined) return;
    const path = `${process.env.PICTURES}/${height > 500 ? '' : `${size}/`}${name}.png`;
    const { page } = preview;
    await (of === 'page' ? page : page.locator('iframe[title="Delivery plan"]')).screenshot({ path, animations: 'disabled' });
  }

  /** The address of the help page that Home leads to, once it is known to be there. */
  async function help(pane: Frame): Promise<string> {
    const address = await pane.getByRole('link', { name: 'Help' }).getAttribute('href');
    const response = await preview.page.request.get(new URL(address ?? '', pane.url()).href);
    return response.ok() ? (address ?? '') : `nothing at ${String(address)}`;
  }

  it('an officer repairs a finding of the own table, takes it back, repairs it again, and hears what to send', async () => {
    const { page } = preview;
    const pane = await openWorkbook(page, `${SUBMISSIONS}GET.xlsx`);
    await shown(pane, /^This workbook: 1 sheet, 1 table with 24 actions/);
    await picture('officer-home');
    await button(pane, 'I keep a directorate’s table').click();
    expect(await help(pane)).toBe('assets/help/officer.html');
    expect(await nextStep(pane).innerText()).toMatch(/^Check the tables/);
    await nextStep(pane).click();
    await shown(pane, /8 actions of this table are past their dates/);
    // What is wrong and its repair are in view without scrolling.
    const { y = 0, height: fixHeight = 0 } = (await button(pane, 'Fix').boundingBox()) ?? {};
    const { y: foot = 0 } = (await pane.getByRole('contentinfo').boundingBox()) ?? {};
    expect(y + fixHeight).toBeLessThanOrEqual(foot);
    await picture('officer-finding');
    await picture('check', 'page');
    await button(pane, 'Fix').click();
    await shown(pane, /^The column Status is added at /);
    await button(pane, 'Undo').click();
    await shown(pane, /^Undone/);
    await button(pane, 'Fix').click();
    await shown(pane, /^The column Status is added at /);
    // Each row that the column is due for is answered with a button; what is said of another row between them is left.
    const complete = pane.getByRole('group', { name: 'It is:' }).getByRole('button', { name: 'complete' });
    await complete.waitFor();
    await picture('officer-status');
    for (let left = 8; left > 0; left -= 1) {
      await shown(pane, new RegExp(`^${String(left + 1)} warnings`));
      if ((await complete.count()) === 0) await button(pane, 'Next').click();
      await complete.click();
    }
    await shown(pane, /^1 warning/);
    await button(pane, 'Ignore').click();
    await shown(pane, /^Ready to send/);
    await shown(pane, /Save this workbook, then send it/);
    await picture('officer-ready');
    await button(pane, 'Copy the report').click();
    await shown(pane, /^Report copied/);
  }, 120_000);

  it('a collator makes a plan of eight files, by way of a reload, sees what was found, and takes what comes later', async () => {
    const { page } = preview;
    let pane = await openWorkbook(page, await emptyWorkbook());
    await shown(pane, /^This workbook: 1 sheet/);
    await button(pane, 'I put the plan together').click();
    expect(await help(pane)).toBe('assets/help/collator.html');
    expect(await nextStep(pane).innerText()).toMatch(/^Collate the plan/);
    await nextStep(pane).click();
    await add(pane, readdirSync(SUBMISSIONS));
    await shown(pane, /^Ready to write 93 actions/);
    await picture('collator-files');

    // The pane alone is loaded again: the workbook stays open, and so does what was added.
    await pane.evaluate(() => window.location.reload());
    pane = await paneOf(page);
    await button(pane, /^Collate the plan/).click();
    await shown(pane, /^CYPE priorities v2\.xlsx/);
    await shown(pane, /^Ready to write 93 actions/);
    await button(pane, 'Write the plan').click();
    await pane.getByRole('heading', { name: /^Plan written/ }).waitFor();
    await picture('collator-written');
    await button(pane, 'Open Council summary').click();
    await page.waitForFunction(() => (window as PreviewWindow).previewHost?.workbook.active.name === 'Council summary');
    await picture('collate', 'page');

    // What was found is reached by file and row, though no submission is in the workbook.
    await button(pane, 'See the findings').click();
    await pane.getByRole('list', { name: 'Findings in ASCH priorities - final FINAL.xlsx' }).getByRole('button').first().click();
    await page.waitForFunction(() => (window as PreviewWindow).previewHost?.workbook.active.name === 'Findings');
    await picture('collator-findings');

    await button(pane, 'Back to the plan that was written').click();
    await pane.getByRole('heading', { name: /^Plan written/ }).waitFor();
    await button(pane, 'Back to start').click();
    await shown(pane, /^A plan with 93 actions, collated /);
    expect(await pane.getByText('No table of priorities found yet').count()).toBe(0);
    expect(await button(pane, /^Collate the plan/).innerText()).toContain('All 8 directorates are in');
    expect(await nextStep(pane).innerText()).toMatch(/^Map to the logframe/);
    await nextStep(pane).click();
    await pane.getByRole('heading', { name: 'Map' }).waitFor();
    await button(pane, 'Confirm and next').waitFor();
    await picture('collator-map');
    await page.keyboard.press('Escape');
    await shown(pane, /^A plan with 93 actions/);

    // The next collation starts where this one ended, and on another day with what is sent then: the others are carried forward.
    await button(pane, /^Collate the plan/).click();
    await shown(pane, /^GET\.xlsx/);
    await pane.evaluate(() => window.location.reload());
    pane = await paneOf(page);
    await button(pane, /^Collate the plan/).click();
    await add(pane, ['GET.xlsx', 'HROD.xlsx']);
    await shown(pane, /^2 of 8 directorates sent a table/);
    await shown(pane, /^Ready to write 93 actions/);
    await shown(pane, /carried forward/);
    await picture('collator-late');
  }, 180_000);

  it('finance judges a cost with a note, takes it back, and sees what is open', async () => {
    const { page, pane } = preview;
    await shown(pane, /19 tables with 93 actions/);
    await button(pane, 'I check the costs').click();
    expect(await help(pane)).toBe('assets/help/finance.html');
    await button(pane, /^Collate the plan/).click();
    await button(pane, 'Write the plan').click();
    await pane.getByRole('heading', { name: /^Plan written/ }).waitFor();
    await button(pane, 'Back to start').click();
    await shown(pane, /^A plan with 93 actions/);
    await button(pane, /^Check costs/).click();
    await pane.getByRole('radio', { name: 'Query' }).waitFor();
    await picture('finance-row');
    await pane.getByRole('radio', { name: 'Query' }).check();
    await pane.getByRole('textbox', { name: 'Note' }).fill('Which budget?');
    await page.keyboard.press('Enter');
    await page.keyboard.type('JT');
    await page.keyboard.press('Enter');
    await button(pane, /^Undo /).waitFor();
    await picture('finance-judged');
    await button(pane, /^Undo /).click();
    await shown(pane, /as it was before/);
  }, 120_000);
});
