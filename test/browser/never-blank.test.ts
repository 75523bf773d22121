import type { Server } from 'node:http';
import { resolve } from 'node:path';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { originOf, serveFolder } from './chromium';
import { chromiumForTests, describeInBrowser, openPreview } from './preview-in-chromium';

const OFFICE = 'https://appsforoffice.microsoft.com/**';
/** The page speaks after nine seconds of its own clock; a machine at work on other tests takes longer to show it. */
const LONG_ENOUGH = 50_000;

/** Stands for Office.js; `host` is what it answers with, and it says nothing before `Office.answer()`, where it is silent. */
const officeScript = (isSilent = false): string => `
  var Office = { onReady: () => Office.ready };
  Office.ready = new Promise((done) => { Office.answer = () => done({ host: null, platform: null }); });
  ${isSilent ? '' : 'Office.answer();'}`;
const script = (body: string) => (route: Route) => route.fulfill({ contentType: 'text/javascript', body });
const office = script(officeScript());
const refused = (route: Route): Promise<void> => route.abort('connectionrefused');
const hanging = (): Promise<void> => new Promise(() => undefined);
const gone = (route: Route): Promise<void> => route.fulfill({ status: 404 });

/** What is answered for the requests of some addresses; the rest comes from the folder. */
type Answers = Readonly<Record<string, (route: Route) => Promise<void>>>;

/** The pane was reached: outside Excel it says so. */
const REACHED = /This page works inside Excel/;

describeInBrowser('the pane is never blank', () => {
  let server: Server;
  let context: BrowserContext;
  let page: Page;
  const violations: string[] = [];
  beforeAll(async () => {
    server = await serveFolder(resolve('dist/pane'));
  });
  afterAll(() => server.close());
  afterEach(async () => {
    await context.close();
    expect(violations.splice(0)).toEqual([]);
  });

  async function answer(answers: Answers): Promise<void> {
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    await context.route(OFFICE, office);
    for (const [address, how] of Object.entries(answers)) await context.route(address, how);
  }

  /** Opens the pane as small as Excel shows it, without waiting for what may never come. */
  async function open(answers: Answers, { scripts = true, before = '' } = {}): Promise<void> {
    const browser = await chromiumForTests();
    context = await browser.newContext({ viewport: { width: 350, height: 378 }, javaScriptEnabled: scripts });
    await context.exposeFunction('tellViolation', (words: string) => violations.push(words));
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
        tellViolation(`${effectiveDirective} ${blockedURI}`),
      );
    });
    if (before !== '') await context.addInitScript(before);
    await answer(answers);
    page = await context.newPage();
    await page.goto(`${originOf(server)}/taskpane.html?view=check#fromExcel`, { waitUntil: 'commit' });
  }

  const says = (words: RegExp): Promise<void> => page.getByText(words).waitFor({ timeout: LONG_ENOUGH });
  const tryAgain = (): Promise<void> => page.getByText('Try again', { exact: true }).click({ timeout: LONG_ENOUGH, noWaitAfter: true });

  it('says at once that it is opening', async () => {
    await open({ [OFFICE]: hanging });
    await page.getByText('The pane is opening.').waitFor({ timeout: LONG_ENOUGH });
    expect(await page.getByText('Try again', { exact: true }).isVisible()).toBe(false);
  });

  const STOPPED: readonly (readonly [string, Answers, RegExp])[] = [
    ['Office.js is refused', { [OFFICE]: refused }, /add-in library did not load.*appsforoffice\.microsoft\.com, ask IT/s],
    ['Office.js never comes', { [OFFICE]: hanging }, /add-in library did not load/],
    ['Office.js is a page of a proxy', { [OFFICE]: (route) => route.fulfill({ body: '<p>Blocked</p>' }) }, /add-in library did not load/],
    ['Office.js never gets an answer from Excel', { [OFFICE]: script(officeScript(true)) }, /Excel has not answered yet/],
    ['its own bundle has gone', { '**/taskpane*.js': gone }, /A file of this pane is not on its server/],
    ['both are refused', { [OFFICE]: refused, '**/taskpane*.js': refused }, /A file of this pane is not on its server/],
    [
      'a page is served in place of its bundle',
      { '**/taskpane*.js': script('<!doctype html>') },
      /A file of this pane is not on its server/,
    ],
    ['its bundle fails', { '**/taskpane*.js': script('null.title') }, /The pane could not start/],
    ['its bundle never comes', { '**/taskpane*.js': hanging }, /not all here after nine seconds/],
    ['both of its scripts have gone', { '**/*.js': gone }, /If this stays, a script did not load/],
    ['its server goes silent', { '**/*.js': hanging }, /If this stays, a script did not load/],
  ];
  it.each(STOPPED)('when %s, it says so within ten seconds, and trying again opens it', async (_what, answers, words) => {
    await open(answers);
    await says(words);
    await answer({});
    await tryAgain();
    await says(REACHED);
  });

  it('keeps what Excel put into its address when it is tried again', async () => {
    await open({ [OFFICE]: refused });
    await says(/add-in library did not load/);
    await answer({});
    await tryAgain();
    await says(REACHED);
    expect(page.url()).toMatch(/\?view=check#fromExcel$/);
  });

  it('opens by itself when Excel answers late', async () => {
    await open({ [OFFICE]: script(officeScript(true)) });
    await says(/Excel has not answered yet/);
    await page.evaluate('Office.answer()');
    await says(REACHED);
  });

  it('says so where scripts are off, with a way on', async () => {
    await open({}, { scripts: false });
    await says(/If this stays, a script did not load/);
    const again = page.waitForRequest('**/taskpane.html?view=check');
    await tryAgain();
    await again;
  });

  it('tells a browser that is too old which Excel to use', async () => {
    const before = 'RegExp = new Proxy(RegExp, { construct() { throw new SyntaxError(); } });';
    await open({ '**/taskpane*.js': script('class {') }, { before });
    await says(/too old\. Use Excel of Microsoft 365/);
  });
});

describeInBrowser('a part of the open pane that has gone with an upgrade', () => {
  it('is told with a way on where Word is made', async () => {
    const { page, pane, close } = await openPreview();
    await page.context().route('**/*docx*', gone);
    await pane.getByRole('button', { name: /^Make documents/ }).click();
    await pane.getByRole('radio', { name: /^Appendix B, the priorities/ }).check();
    await pane.getByRole('button', { name: 'Make', exact: true }).click();
    await pane.getByText(/A part of the pane did not load/).waitFor({ timeout: LONG_ENOUGH });
    await pane.getByRole('button', { name: 'Reload the pane' }).click();
    await pane.getByRole('button', { name: /^Make documents/ }).waitFor();
    await close();
  });

  it('is told where an indicator is looked for, and trying again finds it once it is there', async () => {
    const { page, pane, close } = await openPreview();
    await page.context().route('**/*minisearch*', gone);
    await pane.getByRole('button', { name: /Map to the logframe/ }).click();
    await pane.getByPlaceholder(/./).click();
    await pane.getByText(/A part of the pane did not load/).waitFor({ timeout: LONG_ENOUGH });
    await page.context().unrouteAll();
    await pane.getByRole('button', { name: 'Try again' }).click();
    await pane.getByPlaceholder(/./).fill('smoking');
    await pane.getByRole('option').filter({ hasText: /smok/i }).first().waitFor();
    await close();
  });

  it('is no loss where it is the worker that opens submissions', async () => {
    const { page, pane, close } = await openPreview();
    await page.context().route('**/*submission-worker*', gone);
    await pane.getByRole('button', { name: /Collate the plan/ }).click();
    await pane.getByLabel('Workbooks that directorates sent').setInputFiles('assets/samples/submissions/HROD.xlsx');
    await pane.getByRole('button', { name: 'Write the plan' }).waitFor();
    await close();
  });
});
