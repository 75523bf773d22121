import type { BookGrid } from '../../domain/grid';
import { Failure, SubmissionError } from '../ports/failure';
import type { OpenOptions, SubmissionPort } from '../ports/ports';
import type { SubmittedFile } from '../requests/collation-requests';
import { type ReadingOptions, readSource, type SourceRead, unreadableSource } from './read-sources';

/** Reads files that were picked or dropped. */
export interface SubmissionReader {
  /** One that cannot be read becomes a source with its problem, and the others go on. */
  read(file: SubmittedFile, reading: ReadingOptions, options?: OpenOptions): Promise<SourceRead>;
}

/**
 * Each file is opened once, however often a collation is planned anew, and one that was refused is refused again unread. One that was
 * stopped, or is not there any more, is opened again when it is asked for.
 */
export function createSubmissionReader(port: SubmissionPort): SubmissionReader {
  const opened = new WeakMap<SubmittedFile, BookGrid | SubmissionError>();
  const bookOf = async (file: SubmittedFile, options?: OpenOptions): Promise<BookGrid> => {
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
  return {
    read: async (file, reading, options) => {
      try {
        const book = await bookOf(file, options);
        return readSource(file.name, { ...book, modified: book.modified ?? file.modified ?? undefined }, reading);
      } catch (error) {
        options?.signal?.throwIfAborted();
        if (error instanceof Failure) return unreadableSource(file.name, error.message);
        throw error;
      }
    },
  };
}
