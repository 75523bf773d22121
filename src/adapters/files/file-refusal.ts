import { isDocumentName } from '../../domain/grid';
import { type FailureCode, SubmissionError } from '../../application';

/** Why a file was not read. Each reason has one sentence for the user: what happened, why, what to do next. */
export type RefusalReason =
  | 'empty'
  | 'encrypted'
  | 'too big'
  | 'inflates too far'
  | 'too many cells'
  | 'text too long'
  | 'doctype'
  | 'nested too deep'
  | 'damaged'
  | 'sheets missing'
  | 'no sheets'
  | 'web page'
  | 'xml spreadsheet'
  | 'other markup'
  | 'word text'
  | 'mail'
  | 'picture'
  | 'apple document'
  | 'pdf'
  | 'opendocument text'
  | 'presentation'
  | 'other archive'
  | 'plain text'
  | 'reader stopped'
  | 'no answer'
  | 'not a workbook';

const SENTENCES: Readonly<Record<RefusalReason, readonly [FailureCode, string]>> = {
  empty: ['not a workbook', 'is empty: it holds no data at all. Ask for it again, or check that it finished downloading.'],
  encrypted: [
    'encrypted file',
    'is protected with a password, so it cannot be read. Open it in Excel, remove the password and save it again.',
  ],
  'too big': ['too large', 'is too large to read here. Save the sheets with the priority tables in a workbook of their own.'],
  'inflates too far': [
    'too large',
    'unpacks to far more data than its size suggests, so it was not read. Open it in Excel and save it again as .xlsx.',
  ],
  'too many cells': ['too large', 'has too many filled cells to read here. Save the priority tables in a workbook of their own.'],
  'text too long': [
    'too large',
    'has a cell, or a paragraph, with more text than the 32,767 characters that a cell of Excel holds, so it was not read. Shorten it; in a CSV file, look for a quotation mark that is not closed.',
  ],
  doctype: [
    'unreadable file',
    'contains a document type declaration, which a workbook never needs, so it was not read. Open it in Excel and save it again as .xlsx.',
  ],
  'nested too deep': [
    'unreadable file',
    'is built of more levels than any workbook needs, so it was not read. Open it in Excel and save it again as .xlsx.',
  ],
  damaged: ['unreadable file', 'is damaged or incomplete, so it cannot be read. Ask for it again, or open and repair it in Excel.'],
  'sheets missing': [
    'unreadable file',
    'lists worksheets that are not in the file, so it cannot be read in full. Open and repair it in Excel, then save it again.',
  ],
  'no sheets': ['not a workbook', 'has no worksheets, so there is nothing to read. Check that it is the right file.'],
  'web page': ['not a workbook', 'is a web page saved under a workbook’s name. Open it in Excel and save it as .xlsx.'],
  'xml spreadsheet': [
    'not a workbook',
    'is an XML spreadsheet of Excel 2003, which is not read here. Open it in Excel and save it as .xlsx.',
  ],
  'other markup': ['not a workbook', 'is an XML file, not a workbook. Ask for the workbook or the Word document it was made from.'],
  'word text': [
    'not a workbook',
    'is a Word document in an older format, or a text of another word processor. Open it in Word and save it as .docx.',
  ],
  mail: ['not a workbook', 'is a saved e-mail, not a workbook. Open it, save the workbook that is attached to it, and choose that.'],
  picture: ['not a workbook', 'is a picture, not a workbook. Ask for the workbook that it shows.'],
  'apple document': [
    'not a workbook',
    'is a document of Numbers, Pages or Keynote. Open it there and export it to Excel (.xlsx), or a text to Word (.docx).',
  ],
  pdf: ['not a workbook', 'is a PDF. Ask for the workbook or the document it was made from, or open it in Word and save it as .docx.'],
  'opendocument text': ['not a workbook', 'is an OpenDocument text. Open it in Word and save it as .docx.'],
  presentation: ['not a workbook', 'is a presentation, not a workbook. Copy its table into Excel and save it as .xlsx.'],
  'other archive': ['not a workbook', 'is an archive without a workbook in it. Unpack it and choose the workbook inside.'],
  'plain text': [
    'not a workbook',
    'is plain text saved under a workbook’s name. Open it in Excel and save it as .xlsx, or rename it .csv.',
  ],
  'reader stopped': [
    'unreadable file',
    'could not be read in full: reading stopped, most likely because there was not enough memory. Save the sheets with the priority tables in a workbook of their own.',
  ],
  'no answer': [
    'unreadable file',
    'took too long to read: nothing came of it for a minute, so reading was stopped. Open it in Excel, save it again as .xlsx and send that.',
  ],
  'not a workbook': ['not a workbook', 'is not a workbook that can be read. Open it in Excel and save it as .xlsx.'],
};

/** Thrown while reading, before the file's name is known; `namedRefusal` makes the sentence. */
export class FileRefusal extends Error {
  constructor(
    readonly reason: RefusalReason,
    options?: ErrorOptions,
  ) {
    super(reason, options);
    this.name = 'FileRefusal';
  }
}

/** The sentence for any error; an unexpected error counts as a damaged file and is kept as the cause. */
export function namedRefusal(fileName: string, error: unknown): SubmissionError {
  if (error instanceof SubmissionError) return error;
  const reason = error instanceof FileRefusal ? error.reason : 'damaged';
  const [code, rest] = SENTENCES[reason];
  return new SubmissionError(code, `“${fileName}” ${isDocumentName(fileName) ? ofDocument(rest) : rest}`, { cause: error });
}

/** A sentence about a workbook, said of a document: it is opened and saved in Word. */
function ofDocument(sentence: string): string {
  return sentence
    .replaceAll('in Excel', 'in Word')
    .replaceAll('.xlsx', '.docx')
    .replace(/\b(a|any) workbook (never|needs)/g, '$1 document $2');
}
