import { existsSync, readFileSync } from 'node:fs';
import { fileSubmissions } from '../../../src/adapters/files';
import { plainParts, zipped } from './package-builder';

const SHARED = '../shared/cases/hostile';
/** Time that grows with the square of these parts is minutes. */
const MOST_MS = 5000;

/** What opening gave: "read", or the code of the plain refusal. Anything else fails the test. */
async function outcomeOf(name: string, bytes: Uint8Array): Promise<string> {
  const from = performance.now();
  const outcome = await fileSubmissions.open(name, bytes).then(
    () => 'read',
    (error: unknown) => {
      if (!(error instanceof Error) || error.name !== 'SubmissionError') throw error;
      return (error as Error & { readonly code: string }).code;
    },
  );
  expect(performance.now() - from).toBeLessThan(MOST_MS);
  return outcome;
}

test.each<readonly [string, string]>([
  ['a tag of 100,000 blanks', `<sheetData x${' '.repeat(100_000)}/>`],
  ['a name of 100,000 letters without a value', `<sheetData ${'a'.repeat(100_000)}/>`],
  ['20,000 brackets in values', `<sheetData>${'<row a=">"/>'.repeat(20_000)}</sheetData>`],
  ['a value that is not closed', `<sheetData a="${'>'.repeat(20_000)}`],
  ['200 levels', `<sheetData>${'<a>'.repeat(200)}${'</a>'.repeat(200)}</sheetData>`],
  ['100,000 levels', '<a>'.repeat(100_000)],
])('%s: a result or a plain sentence', async (_, inside) => {
  const outcome = await outcomeOf('made.xlsx', await zipped(plainParts(inside)));
  expect(['read', 'unreadable file']).toContain(outcome);
});

const FILES = ['amp-40', 'attr-100000', 'deep', 'dots', 'gt-20000', 'lol', 'meas-fw', 'themecol-4000', 'title-v1-4k', 'title-v1'];
const there = FILES.filter((file) => existsSync(`${SHARED}/${file}.xlsx`));
if (there.length > 0) {
  test.each(there)('%s.xlsx: a result or a plain sentence', async (file) => {
    const outcome = await outcomeOf(`${file}.xlsx`, new Uint8Array(readFileSync(`${SHARED}/${file}.xlsx`)));
    expect(['read', 'unreadable file', 'too large']).toContain(outcome);
  });
}
