import { AxeBuilder } from '@axe-core/playwright';
import type { Frame, Page } from 'playwright-core';
import { describeInBrowser, type HostWindow, openPreview, type Preview, until, setPaneWidth } from './preview-in-chromium';

/** The values of one row of a sheet from column A on, as the host has them; a date as Excel counts days. */
function rowInHost(page: Page, sheet: string, row: number): Promise<readonly unknown[]> {
  return page.evaluate(
    ([name, at]) => {
      const { workbook } = (window as HostWindow).previewHost ?? {};
      if (workbook === undefined) return [];
      return Array.from({ length: 40 }, (_, column) => workbook.sheet(name).cells.at(at - 1, column).value).filter(
        (value) => value !== null,
      );
    },
    [sheet, row] as const,
  );
}

const shown = (pane: Frame): Promise<string> =>
  pane.getByRole('combobox', { name: 'Show' }).evaluate((list: HTMLSelectElement) => list.selectedOptions[0]?.text ?? '');

/** Whether all of it is in view. */
const inView = (pane: Frame, selector: string): Promise<boolean> =>
  pane.evaluate((of) => {
    const element = document.querySelector(of);
    if (element === null) return false;
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  }, selector);

/** Pixels of a line of small print that are above and below its letters. */
const LINE_SPACING = 4;

/** Pixels by which the card of the row reaches below the top of the foot. */
function overFoot(): number {
  const [card, foot] = ['main section', 'footer'].map((of) => document.querySelector(of)?.getBoundingClientRect());
  return Math.round((card?.bottom ?? Infinity) - (foot?.top ?? 0));
}

const focused = (pane: Frame): Promise<string> =>
  pane.evaluate(() => {
    const at = document.activeElement;
    return at instanceof HTMLInputElement ? `${at.type} ${at.value}` : (at?.getAttribute('role') ?? '');
  });

describeInBrowser('finance in a pane of 350 by 378 pixels', () => {
  let preview: Preview;
  beforeEach(async () => {
    preview = await openPreview();
    const { page, pane } = preview;
    await page.setViewportSize({ width: 1366, height: 417 });
    await setPaneWidth(page, 350);
    await pane.getByText(/19 tables with 93 actions/).waitFor();
  });
  afterEach(async () => {
    const { foreign, errors } = preview;
    await preview.close();
    expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
  });

  it('judges ten costs of the published plan by keyboard alone, sees the verdicts in the sheet, and undoes the last', async () => {
    const { page, pane } = preview;
    await pane.getByRole('button', { name: /^Collate the plan/ }).click();
    await pane.getByRole('button', { name: 'Write the plan' }).click();
    await pane.getByRole('heading', { name: /Plan written/ }).waitFor();
    await pane.getByRole('button', { name: 'Back to start' }).click();
    await pane.getByRole('button', { name: /^Check costs.*86 without a verdict/ }).click();
    await until(async () => (await shown(pane)) === 'not agreed yet: 86');
    // Flag, evidence and question of the row, the verdict and the primary button.
    expect([await inView(pane, 'main section'), await inView(pane, 'footer')]).toEqual([true, true]);
    // COM-01 has evidence beside its commitment and a long question.
    for (let row = 0; row < 42; row += 1) await pane.getByRole('listbox').press('ArrowDown');
    await pane.getByRole('region', { name: 'COM-01' }).waitFor();
    expect(await pane.evaluate(overFoot)).toBeLessThanOrEqual(LINE_SPACING);
    await pane.getByRole('listbox').press('Home');
    await pane.getByRole('region', { name: 'CYPE-01' }).waitFor();
    const { violations } = await new AxeBuilder({ page }).include(['iframe', 'body']).exclude(['iframe', '[data-tabster-dummy]']).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

    await pane.getByRole('listbox').focus();
    await page.keyboard.press('Enter');
    await until(async () => (await focused(pane)) === 'radio agreed');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Which budget?');
    await page.keyboard.press('Enter');
    await page.keyboard.type('JT');
    for (let judged = 1; judged <= 10; judged += 1) {
      await page.keyboard.press('Enter');
      await pane
        .getByRole('button', { name: `Undo CYPE-0${String(judged)}`.replace('CYPE-09', 'PH-01').replace('CYPE-010', 'PH-02') })
        .waitFor();
      await until(async () => (await focused(pane)) === 'radio agreed');
      if (judged < 10) await page.keyboard.press('Space');
    }
    expect(await shown(pane)).toBe('not agreed yet: 77');
    await pane.getByRole('heading', { name: 'Check costs: 10 of 86 judged' }).waitFor();
    const first = await rowInHost(page, 'All priorities', 5);
    expect(first).toEqual(expect.arrayContaining(['CYPE-01', 'query', 'Which budget?', 'JT', expect.any(Number)]));
    expect(await rowInHost(page, 'All priorities', 14)).toEqual(expect.arrayContaining(['PH-02', 'agreed', 'JT']));
    await pane.getByRole('button', { name: 'Undo PH-02' }).click();
    await until(async () => !(await rowInHost(page, 'All priorities', 14)).includes('agreed'));
    await until(async () => (await shown(pane)) === 'not agreed yet: 78');
    expect(await pane.getByRole('listbox').getByRole('option', { selected: true }).innerText()).toContain('PH-02');
  });

  it('says why a protected sheet takes no verdict, and keeps what was chosen', async () => {
    const { page, pane } = preview;
    await pane.getByRole('button', { name: /^Check costs/ }).click();
    await pane.getByRole('button', { name: 'Add the columns to 19 tables' }).click();
    await pane.getByRole('button', { name: 'Undo columns' }).waitFor();
    await page.evaluate(() => {
      const { workbook } = (window as HostWindow).previewHost ?? {};
      if (workbook !== undefined) workbook.sheet('CYPE').isProtected = true;
    });
    await pane.getByRole('radio', { name: 'Query' }).check();
    await pane.getByRole('button', { name: 'Use the question' }).click();
    await pane.getByRole('button', { name: 'Record and next' }).click();
    await page.keyboard.type('JT');
    await page.keyboard.press('Enter');
    await pane
      .getByRole('alert')
      .getByText(/The sheet “CYPE” is protected/)
      .waitFor();
    expect(await pane.getByRole('radio', { name: 'Query' }).isChecked()).toBe(true);
  });
});
