import type { BookGrid } from '../../domain/grid';
import { Failure } from '../ports/failure';
import type { OpenOptions } from '../ports/ports';

/** A workbook to be read, by the name it has in reports. */
export interface SourceToOpen {
  readonly file: string;
  /** @throws Failure when it cannot be read; its message then stands for the file. */
  open(options: OpenOptions): Promise<BookGrid>;
}

/** A workbook that was opened, or why it could not be, in one sentence. */
export type OpenedSource =
  | { readonly file: string; readonly book: BookGrid; readonly problem: null }
  | { readonly file: string; readonly book: null; readonly problem: string };

/** Opens workbooks one after the other. One that cannot be read has its problem, and the others go on; a signal ends all of it. */
export async function openSources(sources: readonly SourceToOpen[], { signal, onProgress }: OpenOptions): Promise<OpenedSource[]> {
  const opened: OpenedSource[] = [];
  for (const [index, source] of sources.entries()) {
    signal?.throwIfAborted();
    const tell = (share: number): void => onProgress?.((index + share) / sources.length, source.file);
    tell(0);
    opened.push(await openOne(source, { signal, onProgress: tell }));
  }
  return opened;
}

async function openOne({ file, open }: SourceToOpen, options: OpenOptions): Promise<OpenedSource> {
  try {
    return { file, book: await open(options), problem: null };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof Failure) return { file, book: null, problem: error.message };
    throw error;
  }
}

/** The workbooks that could be opened. */
export function openBooks(opened: readonly OpenedSource[]): BookGrid[] {
  return opened.flatMap(({ book }) => book ?? []);
}
