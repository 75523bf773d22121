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
    const drawn = pane.evaluate(
      () => new Promise<number>((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done(3))))),
    );
    await toggle.click();
    await pane.getByRole('checkbox', { name: 'By outcome' }).waitFor();
    expect(await drawn).toBe(3);
    expect(page.workers()).toEqual([worker]);
    await pane.getByText('0 tables, 0 actions').waitFor();
    expect(page.workers()).toEqual([]);
  });
});
