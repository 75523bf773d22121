import type { BookGrid } from '../../domain/grid';
import type { SubmissionPort } from '../../application';
import { LONGEST_TEXT } from '../../domain/workbook';
import { type BookReadOptions, readBookParts } from './xlsx/book-reader';
import { readCsvBook } from './csv-book';
import { factsOf } from './file-facts';
import { fileKind } from './file-kind';
import { FileRefusal, namedRefusal } from './file-refusal';
import { readFlatOdsBook, readOdsBook } from './ods/ods-book';
import { PackageParts } from './package/package-parts';
import { readWordBook } from './word/read-word';
import { readXlsbBook } from './xlsb/book-reader';
import { readXlsBook } from './xls/book-reader';
import { readZip } from './package/zip-archive';

/**
 * Reads a workbook file, .xlsx, .xlsm, .xlsb, .xls, .ods, .fods and .csv, or a Word document, .docx and .docm. Hidden sheets are left out
 * unless the caller wants them.
 * Throws a `SubmissionError` whose message is a plain sentence; an aborted signal throws its own reason.
 */
export async function openBook(name: string, bytes: Uint8Array, options: BookReadOptions = { includeHidden: false }): Promise<BookGrid> {
  options.signal?.throwIfAborted();
  try {
    return withinLimits(await readBook(name, bytes, options));
  } catch (error) {
    options.signal?.throwIfAborted();
    throw namedRefusal(name, error);
  }
}

async function readBook(name: string, bytes: Uint8Array, options: BookReadOptions): Promise<BookGrid> {
  switch (fileKind(name, bytes)) {
    case 'xlsx':
      return readBookParts(await PackageParts.open(bytes), name, options);
    case 'xls':
      return readXlsBook(name, bytes, options);
    case 'xlsb':
      return readXlsbBook(name, await PackageParts.open(bytes), options);
    case 'ods':
      return readOdsBook(name, readZip(bytes), options);
    case 'flat ods':
      return readFlatOdsBook(name, bytes, options);
    case 'docx':
      return readWordBook(await PackageParts.open(bytes), name);
    case 'csv':
      return readCsvBook(name, bytes);
  }
}

/** Every text is bounded here, whatever the file: all that reads it later may count on it (docs/rules.md#long-texts). */
function withinLimits(book: BookGrid): BookGrid {
  for (const { rows } of book.sheets) {
    for (const cells of rows.values()) {
      for (const { value, text } of cells.values()) {
        if (text.length > LONGEST_TEXT || (typeof value === 'string' && value.length > LONGEST_TEXT))
          throw new FileRefusal('text too long');
      }
    }
  }
  return book;
}

/** Opens submitted files. Hidden sheets are read too, and marked as hidden; the application decides which are used. */
export const fileSubmissions: SubmissionPort = {
  open: async (name, bytes, options) => {
    const book = await openBook(name, bytes, { includeHidden: true, ...options });
    const { size, sha256 } = await factsOf(bytes);
    return { ...book, ...(size === null ? {} : { size }), ...(sha256 === null ? {} : { sha256 }) };
  },
  factsOf,
};
