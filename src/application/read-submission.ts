import { Failure } from './failure';
import type { SubmittedFile } from './plan-requests';
import type { SubmissionPort } from './ports';
import { readSource, type ReadingOptions, type SourceRead, unreadableSource } from './read-sources';

/** Reads a file that was picked or dropped; one that cannot be read becomes a source with its problem, and the others go on. */
export async function readSubmission(port: SubmissionPort, file: SubmittedFile, options: ReadingOptions): Promise<SourceRead> {
  try {
    const book = await port.open(file.name, file.bytes);
    return readSource(file.name, { ...book, modified: book.modified ?? file.modified ?? undefined }, options);
  } catch (error) {
    if (error instanceof Failure) return unreadableSource(file.name, error.message);
    throw error;
  }
}
