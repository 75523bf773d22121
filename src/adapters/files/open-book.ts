import type { BookGrid } from '../../domain/grid';
import type { FileFacts, SubmissionPort } from '../../application';
import { type BookReadOptions, readBookParts } from './xlsx/book-reader';
import { FileRefusal, namedRefusal } from './file-refusal';
import { type ForeignKind, decodedText, readCsvBook, readForeignBook } from './foreign-book';
import { decodePart, scanMarkup } from './package/markup';
import { type BesideCells, BesideCellsCounter } from './ods/beside-cells-counter';
import { PackageParts } from './package/package-parts';
import { type ZipEntry, readZip, unpack } from './package/zip-archive';

/** What the bytes are, whatever the file is called. */
export type FileKind = ForeignKind | 'xlsx' | 'csv';

/**
 * Reads a workbook file: .xlsx, .xlsm, .xlsb, .xls, .ods and .csv. Hidden sheets are left out unless the caller wants them.
 * Throws a `SubmissionError` whose message is a plain sentence; an aborted signal throws its own reason.
 */
export async function openBook(name: string, bytes: Uint8Array, options: BookReadOptions = { includeHidden: false }): Promise<BookGrid> {
  options.signal?.throwIfAborted();
  try {
    const kind = fileKind(name, bytes);
    if (kind === 'xlsx') return readBookParts(await PackageParts.open(bytes), name, options);
    if (kind === 'csv') return readCsvBook(name, bytes);
    const counted = kind === 'xls' ? [] : await checkMarkup(readZip(bytes));
    return await readForeignBook(kind, name, bytes, { ...options, besideCells: kind === 'ods' ? counted : [] });
  } catch (error) {
    options.signal?.throwIfAborted();
    throw namedRefusal(name, error);
  }
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

/** The SHA-256 of a file is not known where a page is not secure and so has no cryptography. */
async function factsOf(bytes: Uint8Array): Promise<FileFacts> {
  const { crypto } = globalThis as { readonly crypto?: Partial<Crypto> };
  if (crypto?.subtle === undefined) return { size: bytes.length, sha256: null };
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice()));
  return { size: bytes.length, sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') };
}

/** Judges by the content; only a CSV file is known by its name alone. Throws a `FileRefusal` for anything else. */
export function fileKind(name: string, bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw new FileRefusal('empty');
  const start = (text: string): boolean => Array.from(text).every((letter, index) => bytes[index] === letter.charCodeAt(0));
  if (start('PK\u0003\u0004') || start('PK\u0005\u0006')) return zippedKind(readZip(bytes));
  if (start('\u00d0\u00cf\u0011\u00e0')) return compoundKind(bytes);
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
  if (paths.some((path) => path.startsWith('word/'))) throw new FileRefusal('word document');
  if (paths.some((path) => path.startsWith('ppt/'))) throw new FileRefusal('presentation');
  if (paths.includes('_rels/.rels') || paths.some((path) => path.startsWith('xl/'))) return 'xlsx';
  throw new FileRefusal('other archive');
}

/** An OLE container: an old workbook, or a new one under a password, whose stream names are UTF-16. */
function compoundKind(bytes: Uint8Array): FileKind {
  const names = new TextDecoder('utf-16le');
  const text = names.decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  if (text.includes('EncryptedPackage') || text.includes('EncryptionInfo')) throw new FileRefusal('encrypted');
  if (text.includes('WordDocument')) throw new FileRefusal('word document');
  if (text.includes('PowerPoint Document')) throw new FileRefusal('presentation');
  if (!text.includes('Workbook') && !text.includes('Book')) throw new FileRefusal('not a workbook');
  return 'xls';
}

/**
 * hucre skips a DOCTYPE instead of refusing it, so the XML that it is to read is scanned here first.
 * @returns what is beside the cells of each sheet of an .ods file, in its order.
 */
async function checkMarkup(entries: ReadonlyMap<string, ZipEntry>): Promise<readonly BesideCells[]> {
  const counter = new BesideCellsCounter();
  const unseen = { open: () => undefined, text: () => undefined, close: () => undefined };
  for (const [path, entry] of entries) {
    if (!/\.(xml|rels)$/i.test(path)) continue;
    scanMarkup(decodePart(await unpack(entry)), path.toLowerCase() === 'content.xml' ? counter : unseen);
  }
  return counter.sheets;
}
