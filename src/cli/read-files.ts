import { basename, extname, relative, resolve } from 'node:path';
import { Failure, type SourceRead, type SourceToOpen, SubmissionError } from '../application';
import type { BookGrid } from '../domain/grid';
import { type CliWorld, UsageError } from './cli-world';

const WORKBOOKS = new Set(['.xlsx', '.xlsm', '.xlsb', '.xls', '.ods', '.csv']);

/** A file to read: where it is, and the name it has in reports. */
export interface NamedFile {
  readonly path: string;
  readonly name: string;
}

/**
 * The workbooks that the arguments name: files as given, and for a folder every workbook in it.
 * Excel's lock files (`~$…`) and the file about to be written are passed over in a folder.
 * @throws UsageError when an argument is neither, or a folder holds no workbook.
 */
export async function filesFrom(paths: readonly string[], world: CliWorld, except: readonly string[]): Promise<NamedFile[]> {
  const found: string[] = [];
  const passedOver = new Set(except.map((path) => resolve(path)));
  for (const path of paths) {
    const listed = await world.listFolder(path);
    if (listed === null) {
      found.push(path);
      continue;
    }
    const books = listed.filter(
      (file) => WORKBOOKS.has(extname(file).toLowerCase()) && !/^[~.]/.test(basename(file)) && !passedOver.has(resolve(file)),
    );
    if (books.length === 0) throw new UsageError(`There is no workbook in the folder ${path}.`);
    found.push(...books.sort((a, b) => a.localeCompare(b, 'en-GB', { numeric: true })));
  }
  return named([...new Map(found.map((path) => [resolve(path), path])).values()]);
}

/** A file is called by its name alone; two of the same name are distinguished by their paths. */
function named(paths: readonly string[]): NamedFile[] {
  const names = paths.map((path) => basename(path));
  return paths.map((path) => {
    const name = basename(path);
    const unique = names.filter((other) => other === name).length === 1;
    return { path, name: unique ? name : relative(process.cwd(), path).replaceAll('\\', '/') };
  });
}

/** The files as a run opens them, with a line on the terminal for each. */
export function sourcesFrom(files: readonly NamedFile[], world: CliWorld): SourceToOpen[] {
  return files.map((file, index) => ({
    file: file.name,
    open: () => {
      world.progress?.(`Reading ${String(index + 1)} of ${String(files.length)}: ${file.name}`);
      return openFile(file, world);
    },
  }));
}

async function openFile(file: NamedFile, world: CliWorld): Promise<BookGrid> {
  try {
    const { bytes, modified } = await fileBytes(file.path, world);
    const book = await world.submissions.open(file.name, bytes);
    return { ...book, modified: book.modified ?? modified };
  } catch (error) {
    if (!(error instanceof Failure || error instanceof UsageError)) throw error;
    const sentence = error.message.includes(file.name) ? error.message : `${file.name}: ${error.message}`;
    throw new SubmissionError('unreadable file', sentence, { cause: error });
  }
}

/** A sentence on stderr for each file that could not be read, and for each correction of its tables that no longer fits. */
export function reportUnread(sources: readonly SourceRead[], world: CliWorld): void {
  for (const { file, unfit, problem } of sources) {
    for (const { reason } of unfit) world.printError(`${file}: ${reason} The correction of that table is not used.`);
    if (problem !== null) world.printError(problem);
  }
}

/** A file's bytes, or a plain sentence that names it. */
export async function fileBytes(path: string, world: CliWorld): Promise<{ readonly bytes: Uint8Array; readonly modified: string }> {
  try {
    return await world.readFile(path);
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
    if (code === 'ENOENT') throw new UsageError(`There is no file ${path}.`, { cause: error });
    if (code === 'EISDIR') throw new UsageError(`${path} is a folder, not a file.`, { cause: error });
    throw new UsageError(`The file ${path} cannot be read${code === 'EACCES' ? ': you have no permission to' : ''}.`, { cause: error });
  }
}
