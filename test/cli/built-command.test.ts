import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { planJsonSchema } from '../../src/application/collate/plan-json';
import { freshFolder, tryCli } from './try-cli';

const SAMPLE = resolve('assets/samples/kent-priorities.xlsx');

/** The program as it is installed, in a process of its own; the other tests of the command line run in the process of the tests. */
function run(
  bin: string,
  words: readonly string[],
  folder: string,
): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve(bin), ...words], { cwd: folder, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

it('checks a workbook, in the words of the command that was not built, and ends with its exit code', async () => {
  const words = [SAMPLE, '--as-of', '2025-02-01'];
  const expected = await tryCli('check-plan', words);
  const { code, out, err } = run('bin/check-plan.js', words, freshFolder());
  expect({ code, out: out.trimEnd().split('\n'), err }).toEqual({ code: expected.code, out: expected.out.join('\n').split('\n'), err: '' });
});

it('collates a workbook into files beside it', () => {
  const folder = freshFolder();
  const { code, err } = run('bin/collate.js', [SAMPLE, '--out', 'plan.xlsx', '--json', 'plan.json', '--docx', 'papers'], folder);
  expect({ code, err }).toEqual({ code: 1, err: '' });
  const { counts } = planJsonSchema.parse(JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')));
  expect(counts).toMatchObject({ actions: 93, measures: 30 });
  expect(existsSync(join(folder, 'plan.xlsx'))).toBe(true);
  expect(existsSync(join(folder, 'papers', 'Appendix B.docx'))).toBe(true);
});

it('says in one sentence what it cannot do, with exit code 2', () => {
  const { code, out, err } = run('bin/collate.js', ['missing.xlsx', '--out', 'plan.xlsx'], freshFolder());
  expect({ code, out, lines: err.trimEnd().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 });
  expect(err).toContain('missing.xlsx');
});
