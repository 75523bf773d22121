import type { Frame, Page } from 'playwright-core';
import { policyOf } from '../../build/content-security-policy.cjs';
import type { HeadersOf } from './chromium';
import { describeInBrowser, openPreview, type Preview } from './preview-in-chromium';

/** As IT may serve the pane: the policy for Excel as a header, with its worker's script too. The pages carry theirs as meta tags. */
const WITH_HEADERS: HeadersOf = (path) => ({
  'content-security-policy': policyOf(/^index\.html|^preview/.test(path) ? 'preview.html' : 'taskpane.html'),
});

const open = (pane: Frame, name: RegExp | string): Promise<void> => pane.getByRole('button', { name }).first().click();
const back = (pane: Frame): Promise<void> => open(pane, 'Back');

/** Goes to every view and does in it what loads or draws something: a worker, a chart, a library, a download, a menu, an editor. */
const WALK: readonly (readonly [string, (pane: Frame, page: Page) => Promise<unknown>])[] = [
  [
    'Check: goes to a finding and fixes it',
    async (pane) => {
      await open(pane, /Check the tables/);
      await pane.getByRole('listbox').press('End');
      await pane.getByRole('listbox').press('Home');
      await open(pane, 'Fix');
      await back(pane);
    },
  ],
  [
    'the grid: opens its editor and types',
    async (_pane, page) => {
      const box = await page.locator('.fortune-cell-area').boundingBox();
      if (box === null) throw new Error('The grid shows no cells.');
      await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2);
      await page.locator('.luckysheet-cell-input').waitFor();
      await page.keyboard.press('Escape');
    },
  ],
  [
    'Map: every tab and the framework',
    async (pane) => {
      await open(pane, /Map to the logframe/);
      for (const tab of ['Measures', 'Coverage', 'Actions'])
        await pane
          .getByRole('tab', { name: new RegExp(tab) })
          .first()
          .click();
      await pane.getByRole('checkbox', { name: /^1\.1 / }).check();
      await open(pane, 'Confirm and next');
      await back(pane);
    },
  ],
  [
    'Collate: opens a submission in a worker, writes the plan and shows its charts',
    async (pane, page) => {
      await open(pane, /Collate the plan/);
      await pane.getByLabel('Workbooks that directorates sent').setInputFiles('assets/samples/submissions/HROD.xlsx');
      await pane.getByText('HROD.xlsx').first().waitFor();
      await open(pane, 'Write the plan');
      await pane.getByRole('heading', { name: /Plan written/ }).waitFor();
      await open(pane, 'Open Council summary');
      await page.locator('.luckysheet-modal-dialog-image img, img[src^="data:image/svg"]').first().waitFor({ state: 'attached' });
      await back(pane);
    },
  ],
  [
    'Make documents: fetches the library for Word and downloads',
    async (pane, page) => {
      await open(pane, /^Make documents/);
      await pane.getByRole('radio', { name: /^Appendix B, the priorities/ }).check();
      await open(pane, 'Make');
      await Promise.all([page.waitForEvent('download'), open(pane, 'Download Appendix B.docx')]);
      await back(pane);
    },
  ],
  [
    'Start from a template, and another sample in the grid',
    async (pane, page) => {
      await open(pane, /Start from a template/);
      await back(pane);
      await page.getByLabel('Open a sample').selectOption('submissions/GET.xlsx');
      await page.getByRole('heading', { name: 'GET.xlsx' }).waitFor();
    },
  ],
];

describeInBrowser('the content-security-policy', () => {
  let preview: Preview;
  beforeEach(async () => {
    preview = await openPreview('', WITH_HEADERS);
    await preview.pane.getByText(/19 tables with 93 actions/).waitFor();
  });
  afterEach(() => preview.close());

  it('is held in every view, as header and as meta tag', async () => {
    const { page, pane, errors } = preview;
    for (const [what, walk] of WALK) {
      await walk(pane, page);
      expect([what, ...errors]).toEqual([what]);
    }
  });

  it.each(['page', 'pane'] as const)('refuses a script in the %s, a style in its HTML and text as a program', async (where) => {
    const { page, pane, errors } = preview;
    const ran = await (where === 'page' ? page.mainFrame() : pane).evaluate(async () => {
      // What a test evaluates itself may evaluate more; a later turn of the page may not.
      await new Promise((later) => setTimeout(later, 0));
      const script = document.createElement('script');
      script.textContent = "document.title = 'ran'";
      const style = document.createElement('p');
      style.innerHTML = '<b style="color: red">styled</b>';
      document.body.append(script, style);
      const evaluated = (() => {
        try {
          return Boolean(window.eval('true'));
        } catch {
          return false;
        }
      })();
      const colour = getComputedStyle(style.querySelector('b') ?? style).color;
      script.remove();
      style.remove();
      return { title: document.title === 'ran', evaluated, red: colour === 'rgb(255, 0, 0)' };
    });
    expect(ran).toEqual({ title: false, evaluated: false, red: false });
    const told = (directive: string): boolean => errors.some((words) => words.includes(`: ${directive} refused`));
    const wanted = ['script-src-elem', 'style-src-attr', 'script-src'];
    // A refusal is reported to the page some time after it.
    for (let turn = 0; turn < 100 && !wanted.every(told); turn += 1) await new Promise((later) => setTimeout(later, 50));
    expect(wanted.filter((directive) => !told(directive))).toEqual([]);
  });
});
