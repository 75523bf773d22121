import type { BookGrid } from '../../domain/grid';
import { Failure } from '../ports/failure';
import type { FileFacts, OpenOptions } from '../ports/ports';

/** A workbook to be read, by the name it has in reports. */
export interface SourceToOpen {
  readonly file: string;
  /** @throws Failure when it cannot be read; its message then stands for the file. */
  open(options: OpenOptions): Promise<BookGrid>;
  /** For a file that cannot be read, whose bytes are there all the same. */
  facts?(): Promise<FileFacts>;
}

export const NO_FACTS: FileFacts = { size: null, sha256: null };

/** A workbook that was opened, or why it could not be, in one sentence. */
export type OpenedSource =
  | { readonly file: string; readonly book: BookGrid; readonly problem: null }
  | { readonly file: string; readonly book: null; readonly problem: string; readonly facts: FileFacts };

/** A file of a folder that was given, and why it is no source: "it is the plan of --previous". */
export interface NotRead {
  readonly file: string;
  readonly why: string;
  /** The run writes it, or reads it as something else, so that nobody has to be told of it. */
  readonly isOwn: boolean;
  readonly facts: FileFacts;
}

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

async function openOne({ file, open, facts }: SourceToOpen, options: OpenOptions): Promise<OpenedSource> {
  try {
    return { file, book: await open(options), problem: null };
  } catch (error) {
    options.signal?.throwIfAborted();
    // Of a file that is gone meanwhile nothing is known.
    const known = await facts?.().catch(() => NO_FACTS);
    return { file, book: null, problem: sentenceFor(file, error), facts: known ?? NO_FACTS };
  }
}

/**
 * Why a source could not be read, whatever the error is: the fault of one file never costs another its place.
 * Rule: docs/rules.md#one-fault.
 */
export function sentenceFor(file: string, error: unknown): string {
  if (error instanceof Failure) return error.message;
  const why =
    error instanceof RangeError ? 'something in it is too long or nested too deep' : 'the program met something in it that it cannot take';
  const name = file === '' ? 'This workbook' : `“${file}”`;
  return `${name} could not be read: ${why}. All else is read without it. Open it in Excel and copy its tables into a new workbook.`;
}

/** The workbooks that could be opened. */
export function openBooks(opened: readonly OpenedSource[]): BookGrid[] {
  return opened.flatMap(({ book }) => book ?? []);
}
