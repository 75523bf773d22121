import { readFile } from 'node:fs/promises';
import type { Frame, Page } from 'playwright-core';
import { fileSubmissions } from '../../src/adapters/files';
import { cellAt } from '../../src/domain/grid';
import type { BookSnapshot, ExcelHost } from '../../src/preview/excel-host';
import { paneOf } from './chromium';
import { describeInBrowser, openPreview, type Preview } from './preview-in-chromium';

/** The window of the page with what the preview adds to it. */
interface HostWindow {
  readonly previewHost?: ExcelHost;
}

/** What the workbook of the host holds, whatever the grid and the pane show. */
async function inHost(page: Page): Promise<BookSnapshot> {
  const snapshot = await page.evaluate(() => (window as HostWindow).previewHost?.snapshot());
  if (snapshot === undefined) throw new Error('The page has no host.');
  return snapshot;
}

/** The value of one cell, as the host has it. It is asked for often while a test waits, so it does not fetch the whole workbook. */
function valueAt(page: Page, sheet: string, address: string): Promise<unknown> {
  return page.evaluate(
    ([name, at]) => {
      const workbook = (window as HostWindow).previewHost?.workbook;
      if (workbook === undefined) return null;
      const target = workbook.sheet(name);
      const { top, left } = workbook.areaOn(target, at);
      return target.cells.at(top, left).value;
    },
    [sheet, address] as const,
  );
}

/** What is selected in the host: "Adult Social Care!E6". */
function selected(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { workbook } = (window as HostWindow).previewHost ?? {};
    if (workbook === undefined) return '';
    const { top, left } = workbook.active.selection;
    return `${workbook.active.name}!${String.fromCharCode(65 + left)}${String(top + 1)}`;
  });
}

async function until(what: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    if (await what()) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`Not true within 20 seconds: ${what.toString()}`);
}

const homeReady = (pane: Frame): Promise<void> => pane.getByText(/19 tables with 93 actions/).waitFor();
const openCheck = (pane: Frame): Promise<void> => pane.getByRole('button', { name: /Check the tables/ }).click();
const openMap = (pane: Frame): Promise<void> => pane.getByRole('button', { name: /Map to the logframe/ }).click();
const openCollate = (pane: Frame): Promise<void> => pane.getByRole('button', { name: /Collate the plan/ }).click();

/** Shows the finding of this cell: only the rows in sight are drawn, so the list is paged through by keyboard, as its users do. */
async function showFinding(pane: Frame, cell: string, sheet: string): Promise<void> {
  const list = pane.getByRole('listbox');
  const option = list.getByRole('option', { name: new RegExp(`${cell}.*${sheet}`) });
  await list.press('Home');
  for (let page = 0; page < 100 && (await option.count()) === 0; page += 1) await list.press('PageDown');
  await option.first().click();
}

describeInBrowser('the preview', () => {
  let preview: Preview;
  beforeEach(async () => {
    preview = await openPreview();
    await homeReady(preview.pane);
  });
  afterEach(async () => {
    const { foreign, errors } = preview;
    await preview.close();
    // Nothing leaves the machine, and no page failed, whatever the test was about.
    expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
  });

  it('selects the cell of the finding that was clicked, and fixes it in the sheet', async () => {
    const { page, pane } = preview;
    await openCheck(pane);
    await showFinding(pane, 'E6', 'Adult Social Care');
    await until(async () => (await selected(page)) === 'Adult Social Care!E6');
    expect(await valueAt(page, 'Adult Social Care', 'E6')).toBe('SO2,S03, SO4');
    await pane.getByRole('button', { name: 'Fix', exact: true }).click();
    await until(async () => (await valueAt(page, 'Adult Social Care', 'E6')) === 'SO2,SO3,SO4');
  });

  it('keeps what the add-in selected however slowly the grid draws, and takes what the user selects after it', async () => {
    const { page } = preview;
    await page.evaluate(() => {
      const { clearRect } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.clearRect = function (...area) {
        for (const end = performance.now() + 150; performance.now() < end;);
        clearRect.apply(this, area);
      };
    });
    const select = (sheet: string, address: string): Promise<void> =>
      page.evaluate(
        ([name, at]) => {
          const workbook = (window as HostWindow).previewHost?.workbook;
          const target = workbook?.findSheet(name);
          if (workbook !== undefined && target) workbook.select(target, workbook.areaOn(target, at), 'add-in');
        },
        [sheet, address] as const,
      );
    const nameBox = page.locator('.fortune-name-box');
    for (const [sheet, address] of [
      ['Adult Social Care', 'E6'],
      ['CYPE', 'C44'],
      ['Adult Social Care', 'B7'],
    ] as const) {
      await select(sheet, address);
      await until(async () => (await nameBox.innerText()) === address);
      expect(await selected(page)).toBe(`${sheet}!${address}`);
    }
    const box = await page.locator('.luckysheet-cell-selected').boundingBox();
    if (box === null) throw new Error('The grid shows no selection.');
    await page.mouse.click(box.x + box.width / 2, box.y - 5);
    await until(async () => (await selected(page)) === 'Adult Social Care!B6');
  });

  it('hears what is typed in the grid, as Excel reads it, and its counts follow', async () => {
    const { page, pane } = preview;
    await pane.getByText('1 error', { exact: true }).waitFor();
    await openCheck(pane);
    await showFinding(pane, 'C5', 'Communities');
    await page.locator('.fortune-name-box').getByText('C5').waitFor();
    const box = await page.locator('.luckysheet-cell-selected').boundingBox();
    if (box === null) throw new Error('The grid shows no selection.');
    await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2);
    // The grid opens its editor some time after the double click, and loses what is typed before that.
    const editor = page.locator('.luckysheet-cell-input');
    await until(async () => (await editor.innerText()).trim() !== '');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('31/12/2030');
    await until(async () => (await editor.innerText()).trim() === '31/12/2030');
    await page.keyboard.press('Enter');
    await until(async () => (await valueAt(page, 'Communities', 'C5')) === 47848);
    await until(async () => !(await pane.getByRole('option', { name: /C5.*Communities/ }).isVisible()));
  });

  it('keeps what is decided in Map with the workbook, goes on to the next action, and undoes it', async () => {
    const { page, pane } = preview;
    await openMap(pane);
    const shown = (): Promise<string> =>
      pane.getByRole('combobox', { name: 'Show' }).evaluate((list: HTMLSelectElement) => list.selectedOptions[0]?.text ?? '');
    await until(async () => /^to decide: [1-9]/.test(await shown()));
    const all = Number((await shown()).replace(/\D/g, ''));
    // Nothing is ticked where no suggestion is strong.
    await pane.getByRole('checkbox', { name: /^1\.1 / }).check();
    // Suggestions that are below the fold come into view first.
    const last = pane.getByRole('checkbox', { name: /^1\.2 / });
    const isInView = (): Promise<boolean> => last.evaluate((box) => box.getBoundingClientRect().bottom < window.innerHeight - 60);
    expect(await isInView()).toBe(false);
    await pane.getByRole('button', { name: 'Confirm and next' }).click();
    await until(isInView);
    expect(await shown()).toBe(`to decide: ${String(all)}`);
    await pane.getByRole('button', { name: 'Confirm and next' }).click();
    await until(async () => (await shown()) === `to decide: ${String(all - 1)}`);
    await until(async () => (await selected(page)) === 'CYPE!A6');
    const state = async (): Promise<string> =>
      JSON.stringify((await inHost(page)).sheets.find(({ name }) => name === '_plan')?.cells ?? {});
    await until(async () => (await state()).includes('"confirmed"'));
    await pane.getByRole('button', { name: 'Undo' }).click();
    await until(async () => (await shown()) === `to decide: ${String(all)}`);
    await until(async () => !(await state()).includes('"confirmed"'));
  });

  it('writes the council’s plan into the workbook and shows it in the grid', async () => {
    const { page, pane } = preview;
    await openCollate(pane);
    const before = await inHost(page);
    await pane.getByRole('button', { name: 'Write the plan' }).click();
    await pane.getByRole('heading', { name: /Plan written/ }).waitFor();
    const after = await inHost(page);
    const old = new Set(before.sheets.map(({ name }) => name));
    expect(after.sheets.filter(({ name }) => old.has(name))).toEqual(before.sheets);
    expect(after.sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Council summary', 'All priorities', 'Findings', '_plan']),
    );
    expect(after.sheets.find(({ name }) => name === 'All priorities')?.tables[0]?.area).toMatch(/^A\d+:[A-Z]+\d+$/);
    await pane.getByRole('button', { name: 'Open Council summary' }).click();
    await until(async () => (await selected(page)).startsWith('Council summary!'));
    await page.getByText('Council summary', { exact: true }).first().waitFor();
  });

  it('fails in plain words when Excel does, in every view, and the workbook is as it was: nothing goes round Office.js', async () => {
    const { page, pane } = preview;
    await openCollate(pane);
    const write = pane.getByRole('button', { name: 'Write the plan' });
    await write.waitFor();
    const before = await inHost(page);
    await page.evaluate(() => {
      const host = (window as HostWindow).previewHost;
      host?.faults.failFrom(host.requests.length);
    });
    await write.click();
    await pane.getByRole('alert').getByText(/Excel/).first().waitFor();
    expect(/GeneralException|undefined|\[object/.exec(await pane.locator('body').innerText())).toBeNull();
    await pane.getByRole('button', { name: 'Back' }).click();
    await openCheck(pane);
    await showFinding(pane, 'E6', 'Adult Social Care');
    await pane.getByRole('button', { name: 'Fix', exact: true }).click();
    await pane.getByRole('alert').getByText(/Excel/).first().waitFor();
    expect(await inHost(page)).toEqual(before);
  });

  it('opens another workbook, a sample or a file, says plainly when it cannot, and saves the one that is open', async () => {
    const { page } = preview;
    await page.getByLabel('Open a sample').selectOption('submissions/GET.xlsx');
    await page.getByRole('heading', { name: 'GET.xlsx' }).waitFor();
    await (await paneOf(page)).getByText(/24 actions/).waitFor();

    await page.evaluate(() => (window as HostWindow).previewHost?.fireEdit('GET', 'A1', 'Saved words'));
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as a file' }).click()]);
    expect(download.suggestedFilename()).toBe('GET.xlsx');
    const saved = await fileSubmissions.open('GET.xlsx', new Uint8Array(await readFile(await download.path())));
    const sheet = saved.sheets.find(({ name }) => name === 'GET');
    expect(sheet && cellAt(sheet, { row: 0, column: 0 }).text).toBe('Saved words');

    await page.getByLabel('Open your own workbook').setInputFiles({
      ...{ name: 'notes.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('no workbook at all') },
    });
    await page
      .getByRole('alert')
      .getByText(/notes\.xlsx/)
      .waitFor();
    await page.getByRole('heading', { name: 'GET.xlsx' }).waitFor();
    await page.getByLabel('Open your own workbook').setInputFiles('assets/samples/submissions/HROD.xlsx');
    await page.getByRole('heading', { name: 'HROD.xlsx' }).waitFor();
  });

  it('shows the tab of a sheet that the add-in brings to the front, and the selection that the sheet had when the user does', async () => {
    const { page } = preview;
    const seen = (name: string): Promise<boolean> =>
      page.locator('.luckysheet-sheets-item-active', { hasText: name }).evaluate((tab) => {
        const row = document.querySelector('.fortune-sheettab-container-c')?.getBoundingClientRect();
        const box = tab.getBoundingClientRect();
        return row !== undefined && box.left >= row.left - 1 && box.right <= row.right + 1;
      });
    const select = (sheet: string, address: string): Promise<void> =>
      page.evaluate(
        ([name, at]) => {
          const workbook = (window as HostWindow).previewHost?.workbook;
          const target = workbook?.findSheet(name);
          if (workbook !== undefined && target) workbook.select(target, workbook.areaOn(target, at), 'add-in');
        },
        [sheet, address] as const,
      );
    // On a slow machine the grid marks the tab some time after it was told to, and the marked one is first that of the sheet before.
    const machine = await page.context().newCDPSession(page);
    await machine.send('Emulation.setCPUThrottlingRate', { rate: 8 });
    await select('CYPE', 'C6');
    await select('GET', 'B7');
    await page.locator('.fortune-name-box').getByText('B7').waitFor();
    await until(() => seen('GET'));
    await machine.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const tab = page.locator('.luckysheet-sheets-item', { hasText: /^CYPE/ });
    await tab.scrollIntoViewIfNeeded();
    await tab.click();
    await until(async () => (await selected(page)) === 'CYPE!C6');
    await page.locator('.fortune-name-box').getByText('C6').waitFor();
    // The grid's own report of A1, which comes when a sheet does, was not taken for the user's.
    expect(await selected(page)).toBe('CYPE!C6');
  });

  it('takes back what was typed in the grid with Ctrl+Z, in the workbook too', async () => {
    const { page } = preview;
    const box = await page.locator('.fortune-cell-area').boundingBox();
    if (box === null) throw new Error('The grid shows no cells.');
    await page.mouse.click(box.x + 300, box.y + 200);
    await until(async () => (await selected(page)) !== 'CYPE!A1');
    const [sheet = '', address = ''] = (await selected(page)).split('!');
    const before = await valueAt(page, sheet, address);
    await page.keyboard.type('typed words');
    await page.keyboard.press('Enter');
    await until(async () => (await valueAt(page, sheet, address)) === 'typed words');
    await page.keyboard.press('Control+z');
    await until(async () => (await valueAt(page, sheet, address)) === before);
  });
});
