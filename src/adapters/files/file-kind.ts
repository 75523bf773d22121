import { FileRefusal, type RefusalReason } from './file-refusal';
import type { ForeignKind } from './foreign-book';
import { MAX_FILE, type ZipEntry, readZip } from './package/zip-archive';
import { textKind } from './text-kind';

/** What the bytes are, whatever the file is called. */
export type FileKind = ForeignKind | 'ods' | 'flat ods' | 'xlsx' | 'csv';

/** Judges by the content; only a CSV file is known by its name alone. Throws a `FileRefusal` for anything else. Rule: docs/rules.md#kinds-of-files. */
export function fileKind(name: string, bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw new FileRefusal('empty');
  if (bytes.length > MAX_FILE) throw new FileRefusal('too big');
  const start = (text: string): boolean => Array.from(text).every((letter, index) => bytes[index] === letter.charCodeAt(0));
  if (start('PK\u0003\u0004') || start('PK\u0005\u0006')) return zippedKind(readZip(bytes));
  if (start('\u00d0\u00cf\u0011\u00e0')) return compoundKind(bytes);
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
  if (paths.includes('xl/workbook.bin')) return 'xlsb';
  if (paths.includes('encrypted-package')) throw new FileRefusal('encrypted');
  if (paths.includes('content.xml')) return 'ods';
  if (paths.some((path) => path.startsWith('word/'))) throw new FileRefusal('word document');
  if (paths.some((path) => path.startsWith('ppt/'))) throw new FileRefusal('presentation');
  if (paths.includes('_rels/.rels') || paths.some((path) => path.startsWith('xl/'))) return 'xlsx';
  if (paths.some((path) => path.endsWith('.iwa') || path === 'index.apxl')) throw new FileRefusal('apple document');
  throw new FileRefusal('other archive');
}

/** An OLE container: an old workbook, or a new one under a password, whose stream names are UTF-16. */
function compoundKind(bytes: Uint8Array): FileKind {
  const names = new TextDecoder('utf-16le');
  const text = names.decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  if (text.includes('EncryptedPackage') || text.includes('EncryptionInfo')) throw new FileRefusal('encrypted');
  if (text.includes('WordDocument')) throw new FileRefusal('word text');
  if (text.includes('__properties_version1.0')) throw new FileRefusal('mail');
  if (text.includes('PowerPoint Document')) throw new FileRefusal('presentation');
  if (!text.includes('Workbook') && !text.includes('Book')) throw new FileRefusal('not a workbook');
  return 'xls';
}
