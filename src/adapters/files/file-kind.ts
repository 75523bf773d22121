import { decodedText } from './csv-book';
import { FileRefusal } from './file-refusal';
import type { ForeignKind } from './foreign-book';
import { CompoundFile, isCompoundFile } from './xls/compound-file';
import { type ZipEntry, readZip } from './package/zip-archive';

/** What the bytes are, whatever the file is called. */
export type FileKind = ForeignKind | 'xls' | 'xlsx' | 'docx' | 'csv';

/** Judges by the content; only a CSV file is known by its name alone. Throws a `FileRefusal` for anything else. */
export function fileKind(name: string, bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw new FileRefusal('empty');
  const start = (text: string): boolean => Array.from(text).every((letter, index) => bytes[index] === letter.charCodeAt(0));
  if (start('PK\u0003\u0004') || start('PK\u0005\u0006')) return zippedKind(readZip(bytes));
  if (isCompoundFile(bytes)) return compoundKind(bytes);
  if (start('%PDF')) throw new FileRefusal('pdf');
  if (start('PK')) throw new FileRefusal('damaged');
  // A bare record stream, which Excel before version 5 wrote.
  if (bytes[0] === 9 && (bytes[1] === 0 || bytes[1] === 2 || bytes[1] === 4 || bytes[1] === 8)) return 'xls';
  return plainKind(name, bytes);
}

function plainKind(name: string, bytes: Uint8Array): FileKind {
  const head = decodedText(bytes.subarray(0, 4096))
    .replace(/^\ufeff/, '')
    .trimStart()
    .toLowerCase();
  if (/^(<!doctype html|<html|<table|<head|<\?xml[^>]*>\s*<html)/.test(head)) throw new FileRefusal('web page');
  if (/\.(csv|tsv|txt)$/i.test(name) && !head.includes('\0')) return 'csv';
  const controls = Array.from(head).filter((letter) => letter < ' ' && !'\t\n\r'.includes(letter)).length;
  throw new FileRefusal(controls === 0 && head !== '' ? 'plain text' : 'not a workbook');
}

function zippedKind(entries: ReadonlyMap<string, ZipEntry>): FileKind {
  const paths = [...entries.keys()].map((path) => path.toLowerCase());
  if (paths.includes('xl/workbook.bin')) return 'xlsb';
  if (paths.includes('content.xml')) return 'ods';
  if (paths.some((path) => path.startsWith('word/'))) return 'docx';
  if (paths.some((path) => path.startsWith('ppt/'))) throw new FileRefusal('presentation');
  if (paths.includes('_rels/.rels') || paths.some((path) => path.startsWith('xl/'))) return 'xlsx';
  throw new FileRefusal('other archive');
}

/** An OLE container. Its root alone says what it is: an embedded document has a storage of its own in it. */
function compoundKind(bytes: Uint8Array): FileKind {
  const file = new CompoundFile(bytes);
  const holds = (...names: string[]): boolean => names.some((name) => file.has(name));
  // An encrypted .xlsx, and an .xls whose rights are managed, which holds a workbook that says so.
  if (holds('EncryptedPackage', '\u0009DRMContent')) throw new FileRefusal('encrypted');
  if (holds('Workbook', 'Book')) return 'xls';
  if (holds('WordDocument')) throw new FileRefusal('word document');
  if (holds('PowerPoint Document')) throw new FileRefusal('presentation');
  if (holds('__properties_version1.0')) throw new FileRefusal('message');
  throw new FileRefusal('not a workbook');
}
