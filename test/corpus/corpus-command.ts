/**
 * Reads every file of a folder in a process of its own, and again with a second reader, and tells what came of each: `npm run corpus -- <folder>`.
 * JSON goes to `--out`, with a table of counts by sub-folder on stdout, or to stdout, with the table on stderr. Exit code 1 where a file crashed the reader, hung it, took too
 * much memory, was silently empty or was read in another way than by the second reader, 2 where the command could not be run.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join, relative, resolve, sep } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { READ_ENDINGS } from '../../src/application/sources/file-endings';
import { type FileOutcome, type Limits, type SecondOpinion, FAULTS, outcomeOf } from './outcome';
import { countsTable } from './counts-table';
import { readInProcess } from './read-in-process';
import { SecondReader } from './second-reader';

interface Options {
  readonly out?: string;
  readonly seconds: number;
  readonly memory: number;
  readonly also: readonly string[];
  readonly only: readonly string[];
  readonly second: boolean;
  readonly judged: string;
}

/** A refusal or a difference that somebody looked at: a file by its path from the folder's name on, and why the reader is right. */
interface Judged {
  readonly file: string;
  readonly why: string;
}

function positive(written: string): number {
  const number = Number(written);
  if (!Number.isFinite(number) || number <= 0) throw new InvalidArgumentError('Give a number above 0.');
  return number;
}

const endings = (written: string): string[] => written.toLowerCase().split(',');

async function run(folder: string, options: Options): Promise<void> {
  const judged = new Map((JSON.parse(readFileSync(options.judged, 'utf8')) as Judged[]).map(({ file, why }) => [file, why]));
  const wanted = new Set(options.only.length > 0 ? options.only : [...READ_ENDINGS, ...options.also]);
  const root = resolve(folder);
  const limits: Limits = { seconds: options.seconds, megabytes: options.memory };
  const between = mkdtempSync(join(tmpdir(), 'corpus-'));
  const second = new SecondReader();
  const outcomes: FileOutcome[] = [];
  try {
    for (const path of filesIn(root, wanted)) {
      const file = relative(root, path).split(sep).join('/');
      const end = await readInProcess(path, between, limits);
      const opinion: SecondOpinion = options.second ? await second.read(path) : { kind: 'none', why: 'not asked for' };
      const outcome = outcomeOf(file, end, opinion, limits, judged.get(file) ?? judged.get(`${basename(root)}/${file}`));
      outcomes.push(outcome);
      if (FAULTS.has(outcome.outcome)) process.stderr.write(`${outcome.outcome}: ${file}\n`);
    }
  } finally {
    second.close();
    rmSync(between, { recursive: true, force: true });
  }
  const json = `${JSON.stringify({ limits, files: outcomes }, null, 1)}\n`;
  // What goes to stdout is JSON whole, so that another program can read it.
  if (options.out === undefined) process.stdout.write(json);
  else writeFileSync(options.out, json);
  (options.out === undefined ? process.stderr : process.stdout).write(`${countsTable(outcomes)}\n`);
  if (outcomes.length === 0) throw new Error(`There is no file to read in ${folder}.`);
  if (outcomes.some(({ outcome }) => FAULTS.has(outcome))) process.exitCode = 1;
}

function filesIn(root: string, wanted: ReadonlySet<string>): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted.has(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const program = new Command('corpus')
  .argument('<folder>', 'files to read, in its folders too')
  .option('--out <file>', 'where the JSON goes; stdout without it, with the counts on stderr')
  .option('--seconds <number>', 'of processor time for a file', positive, 5)
  .option('--memory <megabytes>', 'at the peak of reading a file', positive, 512)
  .option('--also <endings>', 'further endings, such as .tsv,.txt', endings, [])
  .option('--only <endings>', 'these endings alone', endings, [])
  .option('--no-second', 'without a second reader')
  .option('--judged <file>', 'differences that somebody looked at', join(__dirname, 'judged.json'))
  .action(run);

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
