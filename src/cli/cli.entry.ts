import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { documentFiles } from '../adapters/documents';
import type { CliWorld } from './cli-world';
import { nodeFiles } from './node-files';
import { runCli, type ProgramName } from './run-cli';

/** Loaded with the first file that is opened or made. */
const files = (): Promise<typeof import('../adapters/files')> => import('../adapters/files');

/** Joins the command line to Node and to the workbook adapter. */
function nodeWorld(): CliWorld {
  const now = new Date();
  return {
    ...nodeFiles,
    submissions: {
      open: async (...given) => (await files()).fileSubmissions.open(...given),
      factsOf: async (bytes) => (await files()).fileSubmissions.factsOf(bytes),
    },
    documents: documentFiles,
    openBook: async (name, bytes) => (await files()).FileWorkbook.open(name, bytes),
    newBook: async () => (await files()).FileWorkbook.create(),
    ask: askOnTerminal(),
    print: (line) => process.stdout.write(`${line}\n`),
    printError: (line) => process.stderr.write(`${clearing()}${line}\n`),
    progress: process.stderr.isTTY
      ? (line) => process.stderr.write(`${clearing()}${line.slice(0, (process.stderr.columns || 80) - 1)}`)
      : null,
    today: { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() },
  };
}

/** Lines that are typed, or that a file or another program gives; opened with the first question, so that no other command waits for it. */
function askOnTerminal(): NonNullable<CliWorld['ask']> {
  let lines: AsyncIterator<string> | null = null;
  return async (question) => {
    process.stdout.write(question);
    lines ??= createInterface({ input: process.stdin })[Symbol.asyncIterator]();
    const next = await lines.next();
    return next.done === true ? null : next.value;
  };
}

/** Back to the start of a terminal's line and clear it, so that a message does not stand behind a progress line. */
function clearing(): string {
  return process.stderr.isTTY ? '\r\u001b[2K' : '';
}

/** `node cli.js check-plan …`, or a bin of either name. */
function programFrom(argv: readonly string[]): { readonly name: ProgramName; readonly words: readonly string[] } {
  const [, script = '', first, ...rest] = argv;
  if (first === 'check-plan' || first === 'collate') return { name: first, words: rest };
  return { name: basename(script).startsWith('check-plan') ? 'check-plan' : 'collate', words: argv.slice(2) };
}

/**
 * A reader of what is printed may end before the program does, as in `collate … | head -1`: then no more is printed, and files and exit
 * code are as without it. Any other error of printing, such as a full disk behind `> report.txt`, is said on stderr, and the code is 2.
 */
function mindPrinting(): () => boolean {
  let isPrinted = true;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return;
      if (isPrinted && stream === process.stdout)
        process.stderr.write(
          'What was to be printed could not be written: the disk is full, or the file is gone. The files of the run are written.\n',
        );
      isPrinted = false;
      process.exitCode = 2;
    });
  }
  return () => isPrinted;
}

const { name, words } = programFrom(process.argv);
const isPrinted = mindPrinting();
void runCli(name, words, nodeWorld()).then((code) => {
  if (process.stderr.isTTY) process.stderr.write(clearing());
  process.exitCode = isPrinted() ? code : 2;
});
