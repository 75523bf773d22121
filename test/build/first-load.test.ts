import { mkdtempSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { webpack } from 'webpack';
import { FirstLoadBudget } from '../../build/first-load.cjs';

const MOST = 20_000;

/** The errors of a build whose entry point holds so many bytes that do not compress, and loads as many later. */
function errorsOf(first: number, later: number): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'first-load-'));
  const words = (bytes: number): string => JSON.stringify(randomBytes(bytes).toString('base64').slice(0, bytes));
  writeFileSync(join(folder, 'later.js'), `export default ${words(later)};`);
  writeFileSync(join(folder, 'entry.js'), `self.words = ${words(first)}; void import('./later.js');`);
  const compiler = webpack({
    mode: 'production',
    context: folder,
    entry: { pane: './entry.js' },
    output: { path: join(folder, 'out') },
    performance: { hints: false },
    plugins: [new FirstLoadBudget('pane', MOST)],
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error !== null) reject(error);
      else compiler.close(() => resolve((stats?.compilation.errors ?? []).map(({ message }) => message)));
    });
  });
}

it('lets a build pass whose first load is within the budget, however much is loaded later', async () => {
  expect(await errorsOf(5_000, 200_000)).toEqual([]);
});

it('fails a build whose first load is beyond it', async () => {
  expect(await errorsOf(60_000, 0)).toEqual([
    expect.stringMatching(/^The first load of the pane is \d\d kB of JavaScript after gzip, more than 20 kB\./),
  ]);
});
