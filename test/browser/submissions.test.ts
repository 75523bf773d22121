import type { Page } from 'playwright-core';
import { describeInBrowser, openPreview, type Preview } from './preview-in-chromium';

/** A file without tables that takes a while to parse. */
function largeFile(): { readonly name: string; readonly mimeType: string; readonly buffer: Buffer } {
  const cells = (row: number): string => Array.from({ length: 12 }, (_, column) => `words ${String(row)} ${String(column)}`).join();
  return {
    name: 'large.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(Array.from({ length: 20_000 }, (_, row) => cells(row)).join('\n')),
  };
}

/**
 * Keeps the thread of the worker busy from its first line until it is released, so that it is still at work when the test looks,
 * on a machine of any speed: the worker's script begins with a request that its thread waits for.
 */
async function holdWorker(page: Page): Promise<{ readonly reached: Promise<void>; release(): void }> {
  let release = (): void => undefined;
  const released = new Promise<void>((done) => (release = done));
  let reach = (): void => undefined;
  const reached = new Promise<void>((done) => (reach = done));
  await page.route('**/worker-is-held', async (route) => {
    reach();
    await released;
    await route.fulfill({ body: '' });
  });
  await page.route('**/*submission-worker*.js', async (route) => {
    const response = await route.fetch();
    const wait = `{ const request = new XMLHttpRequest(); request.open('GET', '/worker-is-held', false); request.send(); }`;
    await route.fulfill({ response, body: `${wait}\n${await response.text()}` });
  });
  return { reached, release };
}

describeInBrowser('submissions in the pane', () => {
  let preview: Preview;
  beforeEach(async () => {
    preview = await openPreview();
  });
  afterEach(async () => {
    const { foreign, errors } = preview;
    await preview.close();
    expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
  });

  it('are parsed in a worker of their own: the pane answers a click and draws meanwhile, and the worker ends with the file', async () => {
    const { page, pane } = preview;
    const held = await holdWorker(page);
    await pane.getByRole('button', { name: /Collate the plan/ }).click();
    await pane
      .getByText(/^Ready to write 93 actions/)
      .first()
      .waitFor();
    const toggle = pane.getByRole('button', { name: 'Options for sheets and changes' });
    const [worker] = await Promise.all([
      page.waitForEvent('worker'),
      pane.getByLabel('Workbooks that directorates sent').setInputFiles(largeFile()),
    ]);
    await held.reached;
    const drawn = pane.evaluate(
      () => new Promise<number>((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done(3))))),
    );
    await toggle.click();
    await pane.getByRole('checkbox', { name: 'By outcome' }).waitFor();
    expect(await drawn).toBe(3);
    expect(page.workers()).toEqual([worker]);
    expect(await pane.getByText(/^No table was found in /).count()).toBe(0);
    const ended = new Promise((done) => worker.once('close', done));
    held.release();
    await pane
      .getByText(/^No table was found in /)
      .first()
      .waitFor();
    await ended;
    expect(page.workers()).toEqual([]);
  });
});
