import { Failure, type NotRead, type SourceRead, type SourceToOpen, SubmissionError } from '../application';
import type { BookGrid } from '../domain/grid';
import { type CliWorld, UsageError } from './cli-world';
import type { NamedFile } from './find-files';

/** The files as a run opens them, with a line on the terminal for each. One that is opened again is not read again. */
export function sourcesFrom(files: readonly NamedFile[], world: CliWorld): SourceToOpen[] {
  const opened = new Map<NamedFile, Promise<BookGrid>>();
  return files.map((file, index) => ({
    file: file.name,
    open: () => {
      const known = opened.get(file);
      if (known !== undefined) return known;
      world.progress?.(`Reading ${String(index + 1)} of ${String(files.length)}: ${file.name}`);
      const book = openFile(file, world);
      opened.set(file, book);
      return book;
    },
    facts: () => world.factsOf(file.path),
  }));
}

async function openFile(file: NamedFile, world: CliWorld): Promise<BookGrid> {
  try {
    const bytes = await fileBytes(file.path, world);
    return await world.submissions.open(file.name, bytes);
  } catch (error) {
    if (!(error instanceof Failure || error instanceof UsageError)) throw error;
    const sentence = error.message.includes(file.name) ? error.message : `${file.name}: ${error.message}`;
    throw new SubmissionError('unreadable file', sentence, { cause: error });
  }
}

/** A sentence on stderr for each file that was not or could not be read, and for each correction of its tables that no longer fits. */
export function reportUnread(sources: readonly SourceRead[], notRead: readonly NotRead[], world: CliWorld): void {
  for (const { file, why, isOwn } of notRead) if (!isOwn) world.printError(`${file}: not read, since ${why}.`);
  for (const { file, unfit, problem } of sources) {
    for (const { reason } of unfit) world.printError(`${file}: ${reason} The correction of that table is not used.`);
    if (problem !== null) world.printError(problem);
  }
}

/** A file's bytes, or a plain sentence that names it. */
export async function fileBytes(path: string, world: CliWorld): Promise<Uint8Array> {
  try {
    return await world.readFile(path);
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
    if (code === 'ENOENT') throw new UsageError(`There is no file ${path}.`, { cause: error });
    if (code === 'EISDIR') throw new UsageError(`${path} is a folder, not a file.`, { cause: error });
    throw new UsageError(`The file ${path} cannot be read${code === 'EACCES' ? ': you have no permission to' : ''}.`, { cause: error });
  }
}
