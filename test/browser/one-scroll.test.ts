import { describeInBrowser, openPreview, type Preview } from './preview-in-chromium';

describeInBrowser.each([
  ['350 by 378', 417],
  ['350 by 729', 768],
])('the pane at %s', (_, height) => {
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
