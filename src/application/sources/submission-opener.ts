import type { BookGrid } from '../../domain/grid';
import { SubmissionError } from '../ports/failure';
import type { OpenOptions, SubmissionPort } from '../ports/ports';
import type { SubmittedFile } from '../requests/collation-requests';
import type { SourceToOpen } from './open-sources';

/** Makes sources of files that were picked or dropped. */
export type SubmissionOpener = (file: SubmittedFile) => SourceToOpen;

/**
 * Each file is opened once, however often a collation is planned, and one that was refused is refused again without being opened. One that was
 * stopped, or is not there any more, is opened again when it is asked for.
 */
export function createSubmissionOpener(port: SubmissionPort): SubmissionOpener {
  const opened = new WeakMap<SubmittedFile, BookGrid | SubmissionError>();
  const bookOf = async (file: SubmittedFile, options: OpenOptions): Promise<BookGrid> => {
    const known = opened.get(file);
    if (known instanceof SubmissionError) throw known;
    if (known !== undefined) return known;
    try {
      const book = await port.open(file.name, await file.bytes(), options);
      opened.set(file, book);
      return book;
    } catch (error) {
      if (error instanceof SubmissionError) opened.set(file, error);
      throw error;
    }
  };
  return (file) => ({ file: file.name, open: (options) => bookOf(file, options), facts: async () => port.factsOf(await file.bytes()) });
}
