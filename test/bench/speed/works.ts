import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Reworded, writeDirectorates, writeVersions } from './generated-plans';
import { type Command, runMeasured } from './process-tree';

/** One measurement: a command of this program, and what it is set beside, run by turns. */
export interface Work {
  readonly name: string;
  readonly what: string;
  /** Rows of the input, all files together; 0 where there is none. */
  readonly rows: number;
  /** Takes minutes, so it is done only when asked for. */
  readonly isLong?: boolean;
  readonly ours: Command;
  readonly other?: { readonly what: string; readonly needsPandas: boolean; readonly command: Command };
  /** What our command writes; taken away before each run, since a plan that is there would be gone on with. */
  readonly result: string;
  /** Makes what both read; done once, and not measured. */
  readonly prepare: () => Promise<void>;
}

/** A work before it is known where its result goes. */
type WorkMade = Omit<Work, 'result'>;

export interface Sizes {
  readonly files: readonly number[];
  readonly rowsInFile: number;
  readonly rowsInOneBook: readonly number[];
  readonly rowsToCheck: number;
  readonly rowsToMap: number;
  readonly rowsToWrite: number;
  readonly rowsInPane: number;
}

export const SIZES: Sizes = {
  files: [10, 100, 1000],
  rowsInFile: 200,
  rowsInOneBook: [10_000, 100_000],
  rowsToCheck: 20_000,
  rowsToMap: 20_000,
  rowsToWrite: 20_100,
  rowsInPane: 2000,
};

/** Enough to see that all of it runs. */
export const QUICK: Sizes = {
  files: [3],
  rowsInFile: 20,
  rowsInOneBook: [100],
  rowsToCheck: 60,
  rowsToMap: 200,
  rowsToWrite: 200,
  rowsInPane: 40,
};

/** More files than this take minutes. */
const LONG_FILES = 100;

const CLI = resolve(__dirname, '../../../dist/cli/cli.js');
const DAY = ['--as-of', '2026-12-01'];

/** The works of all sizes. @param folder what is read and written lies in it. */
export function worksIn(folder: string, sizes: Sizes, python: string): Work[] {
  return worksOf(folder, sizes, python).map((work) => ({ ...work, result: join(folder, 'result.xlsx') }));
}

function worksOf(folder: string, sizes: Sizes, python: string): WorkMade[] {
  const inputs = new Inputs(folder);
  const result = join(folder, 'result.xlsx');
  const ours = (...words: string[]): Command => ({ file: process.execPath, words: [CLI, ...words] });
  const inside = (name: string, size: number, path = ''): Command => {
    return { file: process.execPath, words: [join(__dirname, 'run.cjs'), '--inside', name, String(size), path] };
  };
  const plainMerge = (input: string): NonNullable<Work['other']> => ({
    what: 'a plain openpyxl and pandas script that merges the rows and checks nothing',
    needsPandas: true,
    command: { file: python, words: [join(__dirname, 'plain-merge.py'), join(input, 'in'), join(folder, 'plain.xlsx')] },
  });
  const nothing: NonNullable<Work['other']> = {
    what: 'node -e 0',
    needsPandas: false,
    command: { file: process.execPath, words: ['-e', '0'] },
  };
  const collate = (input: string, ...more: string[]): Command =>
    ours('collate', join(input, 'in'), '--framework', join(input, 'framework.json'), ...DAY, '--out', result, ...more);
  const directorates = (files: number, rowsInFile: number, reworded: Reworded = 'none'): [string, Work['prepare']] =>
    inputs.of(`directorates-${String(files)}-${String(rowsInFile)}-${reworded.replaceAll(' ', '-')}`, (to) =>
      writeDirectorates(to, files, rowsInFile, reworded),
    );
  const { rowsInFile } = sizes;

  const manyFiles = sizes.files.map((files): WorkMade => {
    const [input, prepare] = directorates(files, rowsInFile);
    return {
      name: `files-${String(files)}`,
      what: `${String(files)} workbooks, each of another directorate, collated`,
      rows: files * rowsInFile,
      isLong: files > LONG_FILES,
      ours: collate(input),
      other: plainMerge(input),
      prepare,
    };
  });
  const versions = sizes.files.map((files): WorkMade => {
    const [input, prepare] = inputs.of(`versions-${String(files)}-${String(rowsInFile)}`, (to) => writeVersions(to, files, rowsInFile));
    return {
      name: `versions-${String(files)}`,
      what: `${String(files)} workbooks, all but the newest of each directorate older versions, collated`,
      rows: files * rowsInFile,
      isLong: files > LONG_FILES,
      ours: ours('collate', join(input, 'in'), ...DAY, '--out', result),
      other: plainMerge(input),
      prepare,
    };
  });
  const books = sizes.rowsInOneBook.map((rows): WorkMade => {
    const [input, prepare] = directorates(1, rows);
    return { name: `book-${String(rows)}`, what: 'one workbook collated', rows, ours: collate(input), other: plainMerge(input), prepare };
  });
  const again = (['none', 'a tenth', 'all'] as const).map((reworded): WorkMade => {
    const files = Math.min(10, sizes.files[0] ?? 10);
    const [before, prepareBefore] = directorates(files, rowsInFile);
    const [input, prepareInput] = directorates(files, rowsInFile, reworded);
    const plan = join(folder, 'plan.xlsx');
    const next = (from: string): Command => collate(from, '--previous', plan);
    const made = inputs.made('plan.xlsx', async () => {
      await prepareBefore();
      await runMeasured(ours('collate', join(before, 'in'), '--framework', join(before, 'framework.json'), ...DAY, '--out', plan));
    });
    return {
      name: `again-${reworded.replaceAll(' ', '-')}`,
      what: `collated again, rows reworded: ${reworded}`,
      rows: files * rowsInFile,
      ours: next(input),
      ...(reworded === 'none' ? {} : { other: { what: 'the same with no row reworded', needsPandas: false, command: next(before) } }),
      prepare: async () => {
        await made();
        await prepareInput();
      },
    };
  });
  const checkedFiles = Math.max(1, Math.round(sizes.rowsToCheck / rowsInFile));
  const [checked, prepareChecked] = directorates(checkedFiles, rowsInFile);
  const [small, prepareSmall] = directorates(1, Math.min(20, rowsInFile));
  const none = (): Promise<void> => Promise.resolve();
  return [
    ...manyFiles,
    ...versions,
    ...books,
    ...again,
    {
      name: 'check',
      what: 'check-plan',
      rows: checkedFiles * rowsInFile,
      ours: ours('check-plan', join(checked, 'in'), '--framework', join(checked, 'framework.json'), ...DAY),
      prepare: prepareChecked,
    },
    { name: 'help', what: 'collate --help', rows: 0, ours: ours('collate', '--help'), other: nothing, prepare: none },
    {
      name: 'small',
      what: 'one small workbook collated',
      rows: Math.min(20, rowsInFile),
      ours: collate(small),
      other: nothing,
      prepare: prepareSmall,
    },
    { name: 'mapping', what: 'rows ranked, nothing else', rows: sizes.rowsToMap, ours: inside('mapping', sizes.rowsToMap), prepare: none },
    {
      name: 'bare-reading',
      what: 'the floor of reading: inflated, and cells counted',
      rows: checkedFiles * rowsInFile,
      ours: inside('reading', 0, join(checked, 'in')),
      prepare: prepareChecked,
    },
    {
      name: 'bare-writing',
      what: 'the floor of writing: the markup of fifteen columns of texts, deflated',
      rows: sizes.rowsToWrite,
      ours: inside('writing', sizes.rowsToWrite, join(folder, 'bare')),
      prepare: none,
    },
    {
      name: 'pane',
      what: 'collated and written over the Excel host of the preview',
      rows: sizes.rowsInPane,
      ours: inside('office', sizes.rowsInPane),
      prepare: none,
    },
    {
      name: 'chromium',
      what: 'read, collated and written in the pane of the preview, in Chromium',
      rows: sizes.rowsInPane,
      ours: inside('chromium', sizes.rowsInPane),
      prepare: none,
    },
  ];
}

/** What the works read, each made once in a folder of its own and shared by those that read the same. */
class Inputs {
  private readonly begun = new Map<string, Promise<void>>();

  constructor(private readonly folder: string) {}

  of(name: string, write: (to: string) => Promise<void>): [string, Work['prepare']] {
    const to = join(this.folder, name);
    const make = this.made(name, async () => {
      mkdirSync(to, { recursive: true });
      await write(to);
    });
    return [to, make];
  }

  made(name: string, make: () => Promise<void>): Work['prepare'] {
    return () => {
      const before = this.begun.get(name) ?? make();
      this.begun.set(name, before);
      return before;
    };
  }
}
