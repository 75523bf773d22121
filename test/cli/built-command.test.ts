import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
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

/** The program in a shell's pipeline; the code is the program's own. */
function piped(words: string, pipeline: string, folder: string): { readonly code: number; readonly out: string } {
  const command = `'${process.execPath}' '${resolve('bin/collate.js')}' ${words} ${pipeline}; echo "code \${PIPESTATUS[0]}"`;
  const { stdout } = spawnSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' });
  return { code: Number(/code (\d+)\s*$/.exec(stdout)?.[1]), out: stdout };
}

it('ends quietly when its reader has ended, with its own exit code and all files written', () => {
  const folder = freshFolder();
  const { code, out } = piped(`'${SAMPLE}' --json plan.json`, '2>&1 | head -0', folder);
  expect({ code, out: out.trim() }).toEqual({ code: 1, out: 'code 1' });
  expect(existsSync(join(folder, 'plan.json'))).toBe(true);
});

const hasFullDevice = existsSync('/dev/full');
(hasFullDevice ? it : it.skip)('says in one sentence that what it prints cannot be written', () => {
  const folder = freshFolder();
  const { status, stderr } = spawnSync(
    'bash',
    ['-c', `'${process.execPath}' '${resolve('bin/collate.js')}' '${SAMPLE}' --json plan.json > /dev/full`],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  expect([status, stderr.trimEnd().split('\n').length]).toEqual([2, 1]);
  expect(stderr).toMatch(/^What was to be printed could not be written/);
});

it('leaves no temporary file behind when it is ended while it writes', async () => {
  const folder = freshFolder();
  // A pipe without a reader: writing waits at it, with the other files beside their places.
  spawnSync('mkfifo', [join(folder, 'changes.csv')]);
  const words = [resolve('bin/collate.js'), SAMPLE, '--out', 'plan.xlsx', '--changes', 'changes.csv'];
  const child = spawn(process.execPath, words, { cwd: folder, stdio: 'ignore' });
  const ended = new Promise<NodeJS.Signals | null>((done) => child.once('exit', (_, signal) => done(signal)));
  const parts = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.part'));
  while (parts().length === 0) await new Promise((done) => setTimeout(done, 50));
  await new Promise((done) => setTimeout(done, 200));
  child.kill('SIGTERM');
  expect(await ended).toBe('SIGTERM');
  expect(readdirSync(folder)).toEqual(['changes.csv']);
});

it('says in one sentence what it cannot do, with exit code 2', () => {
  const { code, out, err } = run('bin/collate.js', ['missing.xlsx', '--out', 'plan.xlsx'], freshFolder());
  expect({ code, out, lines: err.trimEnd().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 });
  expect(err).toContain('missing.xlsx');
});

/** The scripts of the built program that a run has loaded. */
function loadedBy(words: readonly string[]): string[] {
  const script = `process.argv.splice(1, 0, ${JSON.stringify(resolve('bin/collate.js'))});
    process.once('exit', () => process.stderr.write(JSON.stringify(Object.keys(require.cache))));
    require(process.argv[1]);`;
  const { stderr } = spawnSync(process.execPath, ['-e', script, '--', ...words], { encoding: 'utf8' });
  return (JSON.parse(stderr) as string[]).filter((file) => file.includes('dist')).map((file) => basename(file));
}

it('loads no part of itself before it is needed: for help the options alone', () => {
  expect(loadedBy(['--help'])).toEqual(['cli.js']);
  expect(readFileSync('dist/cli/cli.js').length).toBeLessThan(200_000);
});

it('loads the library for Word with the first paper', () => {
  const usesWord = (file: string): boolean => readFileSync(resolve('dist/cli', file), 'utf8').includes('./node_modules/docx/');
  const words = [SAMPLE, '--as-of', '2025-02-01'];
  expect(loadedBy([...words, '--dry-run']).filter(usesWord)).toEqual([]);
  expect(loadedBy([...words, '--docx', join(freshFolder(), 'papers')]).filter(usesWord)).toHaveLength(1);
});
