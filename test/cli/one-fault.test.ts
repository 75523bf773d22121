import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileSubmissions } from '../../src/adapters/files';
import { answerRequests, type SubmissionPort, type SubmittedFile } from '../../src/application';
import { planJsonSchema } from '../../src/application/collate/plan-json';
import { kent2025 } from '../../src/domain/framework';
import { gridOf } from '../../src/domain/grid';
import { FileWorkbook } from '../../src/adapters/files';
import { freshFolder, tryCli } from './try-cli';

const SUBMISSIONS = 'assets/samples/submissions';

/** A rows map that fails when it is looked at, as the stack does on something nested too deep. */
function faulty(error: Error): SubmissionPort {
  const rows = new Proxy(new Map<number, never>(), {
    get: () => {
      throw error;
    },
  });
  return {
    open: (name, bytes, options) =>
      name === 'GET.xlsx'
        ? Promise.resolve({ name, sheets: [{ ...gridOf('GET', []), rows }] })
        : fileSubmissions.open(name, bytes, options),
    factsOf: fileSubmissions.factsOf,
  };
}

const failing = (error: Error): SubmissionPort => ({
  open: (name, bytes, options) => (name === 'GET.xlsx' ? Promise.reject(error) : fileSubmissions.open(name, bytes, options)),
  factsOf: fileSubmissions.factsOf,
});

describe.each<[string, SubmissionPort, RegExp]>([
  [
    'opening',
    failing(new RangeError('Maximum call stack size exceeded')),
    /“GET\.xlsx” could not be read: something in it is too long or nested too deep/,
  ],
  ['reading', faulty(new RangeError('Maximum call stack size exceeded')), /“GET\.xlsx” could not be read: something in it is too long/],
  ['opening, by another error', failing(new TypeError('x is undefined')), /“GET\.xlsx” could not be read: the program met something/],
  ['reading, by another error', faulty(new TypeError('x is undefined')), /“GET\.xlsx” could not be read: the program met something/],
])('an error in %s one file', (_, submissions, sentence) => {
  it('is said of that file, and the others are collated on the command line', async () => {
    const folder = freshFolder();
    for (const name of ['GET.xlsx', 'Communities.xlsx']) copyFileSync(join(SUBMISSIONS, name), join(folder, name));
    const json = join(freshFolder(), 'plan.json');
    const { code, err } = await tryCli('collate', [folder, '--json', json], { submissions });
    expect([code, err.length]).toEqual([2, 1]);
    expect(err[0]).toMatch(sentence);
    const { sources, actions } = planJsonSchema.parse(JSON.parse(readFileSync(json, 'utf8')));
    expect([sources.map(({ file }) => file), actions.length]).toEqual([['Communities.xlsx', 'GET.xlsx'], 2]);
    const checked = await tryCli('check-plan', [folder], { submissions });
    expect([checked.code, checked.err.length]).toEqual([2, 1]);
    expect(checked.out.length).toBeGreaterThan(1);
  });

  it('and in the pane', async () => {
    const requests = answerRequests({
      workbook: await FileWorkbook.create(),
      submissions,
      framework: kent2025(),
      now: () => ({ date: { year: 2025, month: 2, day: 1 }, time: '10:00' }),
      newRunId: () => 'run 1',
      pause: () => Promise.resolve(),
    });
    const file = (name: string): SubmittedFile => ({
      name,
      bytes: () => Promise.resolve(new Uint8Array(readFileSync(join(SUBMISSIONS, name)))),
    });
    const dryRun = await requests.planCollation(
      [file('GET.xlsx'), file('Communities.xlsx')],
      new AbortController().signal,
      () => undefined,
    );
    expect(dryRun.actions).toBe(2);
    expect(dryRun.sources.map(({ file: name, problem }) => [name, problem === null])).toEqual([
      ['Communities.xlsx', true],
      ['GET.xlsx', false],
    ]);
    expect(dryRun.sources[1]?.problem).toMatch(sentence);
  });
});
