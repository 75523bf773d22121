import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentFiles } from '../../src/adapters/documents';
import { FileWorkbook, fileSubmissions } from '../../src/adapters/files';
import { type CliWorld } from '../../src/cli/cli-world';
import { nodeFiles } from '../../src/cli/node-files';
import { type ProgramName, runCli } from '../../src/cli/run-cli';

export interface CliRun {
  readonly code: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
  readonly progress: readonly string[];
}

/** A folder of its own for each test. */
export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'plan-'));

/** Runs a command over real files, on a day of the test's choosing, and keeps what it said. */
export async function tryCli(
  name: ProgramName,
  words: readonly string[],
  more: Partial<CliWorld> & { readonly terminal?: boolean } = {},
): Promise<CliRun> {
  const out: string[] = [];
  const err: string[] = [];
  const progress: string[] = [];
  const { terminal = false, ...rest } = more;
  const world: CliWorld = {
    ...nodeFiles,
    submissions: fileSubmissions,
    documents: documentFiles,
    openBook: (file, bytes) => FileWorkbook.open(file, bytes),
    newBook: () => Promise.resolve(FileWorkbook.create()),
    print: (line) => out.push(line),
    printError: (line) => err.push(line),
    progress: terminal ? (line) => progress.push(line) : null,
    today: { year: 2025, month: 2, day: 1 },
    ...rest,
  };
  return { code: await runCli(name, words, world), out, err, progress };
}
