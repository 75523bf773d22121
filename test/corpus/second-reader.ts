import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { extname, join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { ComparisonOptions } from './compare-books';
import type { SecondOpinion } from './outcome';
import type { ReadSheet } from './read-book';

type How = 'openpyxl' | 'libreoffice' | 'csv';

/** Who reads files of an ending a second time, the first that can. */
const READERS: Readonly<Record<string, readonly How[]>> = {
  '.xlsx': ['openpyxl', 'libreoffice'],
  '.xlsm': ['openpyxl', 'libreoffice'],
  '.xlsb': ['libreoffice'],
  '.xls': ['libreoffice'],
  '.ods': ['libreoffice'],
  '.fods': ['libreoffice'],
  '.csv': ['csv'],
  '.tsv': ['csv'],
};

const LONGEST_ANSWER_MS = 120_000;

const OPTIONS: Readonly<Record<How, ComparisonOptions>> = {
  openpyxl: { formulasWorkedOutAnew: false, namesUnknown: false },
  libreoffice: { formulasWorkedOutAnew: true, namesUnknown: false },
  csv: { formulasWorkedOutAnew: false, namesUnknown: true },
};

type Answer = { readonly by: string; readonly sheets: readonly ReadSheet[] } | { readonly error: string };

/** A Python process that reads one file after another; `PYTHON` names another Python. Where there is none, every file goes without a second reader. */
export class SecondReader {
  private running: { readonly process: ChildProcessWithoutNullStreams; readonly lines: Interface } | null = null;

  async read(path: string): Promise<SecondOpinion> {
    const why: string[] = [];
    for (const how of READERS[extname(path).toLowerCase()] ?? []) {
      const answer = await this.ask({ path, how });
      if ('sheets' in answer) return { kind: 'read', by: how, sheets: answer.sheets, options: OPTIONS[how] };
      why.push(`${how}: ${answer.error}`);
    }
    return { kind: 'none', why: why.length === 0 ? 'there is none for this kind of file' : why.join('; ') };
  }

  close(): void {
    this.running?.process.kill();
    this.running = null;
  }

  private ask(request: { readonly path: string; readonly how: How }): Promise<Answer> {
    this.running ??= started();
    const { process: python, lines } = this.running;
    return new Promise((resolve) => {
      const end = (answer: Answer): void => {
        clearTimeout(timer);
        lines.off('line', onLine);
        python.off('close', onClose);
        resolve(answer);
      };
      const fail = (error: string): void => {
        this.close();
        end({ error });
      };
      const onLine = (line: string): void => end(JSON.parse(line) as Answer);
      const onClose = (): void => fail('it stopped, or is not installed');
      const timer = setTimeout(() => fail('no answer in two minutes'), LONGEST_ANSWER_MS);
      lines.once('line', onLine);
      python.once('close', onClose);
      python.stdin.write(`${JSON.stringify(request)}\n`);
    });
  }
}

function started(): { readonly process: ChildProcessWithoutNullStreams; readonly lines: Interface } {
  const python = spawn(process.env.PYTHON ?? 'python3', [join(__dirname, 'second-reader.py')]);
  // That it cannot be started, or ended before the request came, is told by 'close'.
  python.on('error', () => undefined);
  python.stdin.on('error', () => undefined);
  python.stderr.resume();
  return { process: python, lines: createInterface({ input: python.stdout }) };
}
