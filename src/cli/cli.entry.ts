import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { documentFiles } from '../adapters/documents';
import { FileWorkbook, fileSubmissions } from '../adapters/xlsx';
import type { CliWorld } from './cli-world';
import { runCli, type ProgramName } from './run-cli';

/** Joins the command line to Node and to the workbook adapter. */
function nodeWorld(): CliWorld {
  const now = new Date();
  return {
    submissions: fileSubmissions,
    documents: documentFiles,
    openBook: (name, bytes) => FileWorkbook.open(name, bytes),
    newBook: () => FileWorkbook.create(),
    listFolder: async (path) => {
      const found = await stat(path).catch(() => null);
      if (found?.isDirectory() !== true) return null;
      const entries = await readdir(path, { withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map((entry) => join(path, entry.name));
    },
    readFile: async (path) => ({ bytes: new Uint8Array(await readFile(path)), modified: (await stat(path)).mtime.toISOString() }),
    writeFile: writeWhole,
    makeFolder: async (path) => {
      await mkdir(path, { recursive: true });
    },
    print: (line) => process.stdout.write(`${line}\n`),
    printError: (line) => process.stderr.write(`${clearing()}${line}\n`),
    progress: process.stderr.isTTY
      ? (line) => process.stderr.write(`${clearing()}${line.slice(0, (process.stderr.columns || 80) - 1)}`)
      : null,
    today: { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() },
    newRunId: randomUUID,
  };
}

/** Back to the start of a terminal's line and clear it, so that a message does not stand behind a progress line. */
function clearing(): string {
  return process.stderr.isTTY ? '\r\u001b[2K' : '';
}

/** Written to a temporary file in the same folder and then renamed, so that a run that is interrupted leaves the earlier file complete. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${String(process.pid)}.part`);
  try {
    await writeFile(beside, bytes);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** `node cli.js check-plan …`, or a bin of either name. */
function programFrom(argv: readonly string[]): { readonly name: ProgramName; readonly words: readonly string[] } {
  const [, script = '', first, ...rest] = argv;
  if (first === 'check-plan' || first === 'collate') return { name: first, words: rest };
  return { name: basename(script).startsWith('check-plan') ? 'check-plan' : 'collate', words: argv.slice(2) };
}

const { name, words } = programFrom(process.argv);
void runCli(name, words, nodeWorld()).then((code) => {
  if (process.stderr.isTTY) process.stderr.write(clearing());
  process.exitCode = code;
});
