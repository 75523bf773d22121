import { readFileSync } from 'node:fs';
import { readWord } from '../adapters/documents/read-word';
import { describeInBrowser, openPreview, type Preview } from './preview-in-chromium';

describeInBrowser('documents in the preview', () => {
  let preview: Preview;
  beforeAll(async () => {
    preview = await openPreview();
  }, 120_000);
  afterAll(() => preview.close());

  it('Appendix B is made, and its library fetched, when it is asked for; the file that is downloaded holds the 93 actions', async () => {
    const { page, pane, foreign, errors } = preview;
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(request.url()));
    await pane.getByRole('button', { name: /^Make documents/ }).click();
    await pane.getByRole('radio', { name: /^Appendix B, the priorities \(Word · 93 actions, 30 measures\)$/ }).check();
    const before = scripts.filter((url) => url.endsWith('.js')).length;
    await pane.getByRole('button', { name: 'Make' }).click();
    const button = pane.getByRole('button', { name: 'Download Appendix B.docx' });
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(scripts.filter((url) => url.endsWith('.js')).length).toBeGreaterThan(before);
    expect(download.suggestedFilename()).toBe('Appendix B.docx');
    const { tables } = readWord(readFileSync(await download.path()));
    expect(tables.flatMap(({ rows }) => rows.slice(1).filter((row) => row.length === 5))).toHaveLength(93);
    expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
  });
});
