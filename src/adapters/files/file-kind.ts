import { FileRefusal, type RefusalReason } from './file-refusal';
import { CompoundFile, isCompoundFile } from './xls/compound-file';
import { MAX_FILE, type ZipEntry, readZip } from './package/zip-archive';
import { textKind } from './text-kind';

/** What the bytes are, whatever the file is called. */
export type FileKind = 'xlsb' | 'xls' | 'ods' | 'flat ods' | 'xlsx' | 'docx' | 'csv';

/** Judges by the content; only a CSV file is known by its name alone. Throws a `FileRefusal` for anything else. Rule: docs/rules.md#kinds-of-files. */
export function fileKind(name: string, bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw new FileRefusal('empty');
  if (bytes.length > MAX_FILE) throw new FileRefusal('too big');
  const start = (text: string): boolean => Array.from(text).every((letter, index) => bytes[index] === letter.charCodeAt(0));
  if (start('PK\u0003\u0004') || start('PK\u0005\u0006')) return zippedKind(readZip(bytes));
  if (isCompoundFile(bytes)) return compoundKind(bytes);
  const other = OTHER_KINDS.find(([, beginnings]) => beginnings.some(start));
  if (other !== undefined) throw new FileRefusal(other[0]);
  // A bare record stream, which Excel before version 5 wrote.
  if (bytes[0] === 9 && (bytes[1] === 0 || bytes[1] === 2 || bytes[1] === 4 || bytes[1] === 8)) return 'xls';
  return textKind(name, bytes);
}

/** What files of other kinds begin with. */
const OTHER_KINDS: readonly (readonly [reason: RefusalReason, beginnings: readonly string[]])[] = [
  ['pdf', ['%PDF', '\u00ef\u00bb\u00bf%PDF']],
  ['word text', ['{\\rtf']],
  ['picture', ['\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF8', 'BM', 'II*\0', 'MM\0*']],
  ['other archive', ['7z\u00bc\u00af\u0027\u001c', 'Rar!\u001a', '\u001f\u008b']],
  ['damaged', ['PK']],
];

function zippedKind(entries: ReadonlyMap<string, ZipEntry>): FileKind {
  const paths = [...entries.keys()].map((path) => path.toLowerCase());
  if (paths.some((path) => /(?:^|\/)workbook\.bin$/.test(path))) return 'xlsb';
  if (paths.includes('encrypted-package')) throw new FileRefusal('encrypted');
  if (paths.includes('content.xml')) return 'ods';
  if (paths.some((path) => path.startsWith('word/'))) return 'docx';
  if (paths.some((path) => path.startsWith('ppt/'))) throw new FileRefusal('presentation');
  if (paths.includes('_rels/.rels') || paths.some((path) => path.startsWith('xl/'))) return 'xlsx';
  if (paths.some((path) => path.endsWith('.iwa') || path === 'index.apxl')) throw new FileRefusal('apple document');
  throw new FileRefusal('other archive');
}

/** An OLE container. Its root alone says what it is: an embedded document has a storage of its own in it. */
function compoundKind(bytes: Uint8Array): FileKind {
  const file = new CompoundFile(bytes);
  const holds = (...names: string[]): boolean => names.some((name) => file.has(name));
  // An encrypted .xlsx, and an .xls whose rights are managed, which holds a workbook that says so.
  if (holds('EncryptedPackage', '\u0009DRMContent')) throw new FileRefusal('encrypted');
  if (holds('Workbook', 'Book')) return 'xls';
  if (holds('WordDocument')) throw new FileRefusal('word text');
  if (holds('PowerPoint Document')) throw new FileRefusal('presentation');
  if (holds('__properties_version1.0')) throw new FileRefusal('mail');
  throw new FileRefusal('not a workbook');
}
