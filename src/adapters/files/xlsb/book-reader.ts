import { type BookGrid, GENERAL, type SheetGrid, type Visibility } from '../../../domain/grid';
import { builtInFormat, usableFormat } from '../../../number-format';
import { FileRefusal } from '../file-refusal';
import { modifiedDate } from '../package/core-properties';
import { decodePart } from '../package/markup';
import { PackageParts, linkedPath } from '../package/package-parts';
import { type ZipEntry, readZip, unpack } from '../package/zip-archive';
import { type BookReadOptions, type ListedSheet, isLeftOut, workbookPath } from '../xlsx/book-reader';
import { CellBudget } from '../xlsx/sheet-reader';
import { binaryRecords, wideText } from './binary-records';
import { type BinaryTables, readBinarySheet } from './sheet-reader';

/** A worksheet or another tab as the workbook lists it. */
interface ListedTab {
  readonly name: string;
  readonly visibility: Visibility;
  /** Of the relationship to its part; empty for the trace of an old module of macros. */
  readonly link: string;
}

interface BinaryBook {
  readonly tabs: readonly ListedTab[];
  readonly date1904: boolean;
}

/** Reads an .xlsb workbook: values and number formats, no looks, comments or pictures. Throws a `FileRefusal`. */
export async function readXlsbBook(name: string, bytes: Uint8Array, options: BookReadOptions): Promise<BookGrid> {
  const entries = readZip(bytes);
  const parts = await linksOf(entries);
  const path = workbookPath(parts);
  const { tabs, date1904 } = bookOf(await bytesOf(entries, path));
  const listed = listedSheets(parts, path, tabs);
  if (listed.length === 0) throw new FileRefusal('no sheets');
  const strings = linkedPath(parts, path, 'sharedStrings');
  const styles = linkedPath(parts, path, 'styles');
  const tables: BinaryTables = {
    strings: strings === null ? null : sharedStrings(await bytesOf(entries, strings)),
    formats: styles === null ? [] : styleFormats(await bytesOf(entries, styles)),
    date1904,
  };
  const budget = new CellBudget();
  const sheets: SheetGrid[] = [];
  const wanted = listed.filter((sheet) => !isLeftOut(sheet, options.includeHidden));
  for (const { name: title, visibility, path: part } of wanted) {
    options.signal?.throwIfAborted();
    options.onProgress?.(sheets.length / wanted.length, title);
    sheets.push({ id: title, name: title, visibility, ...readBinarySheet(await bytesOf(entries, part), tables, budget), tables: [] });
  }
  options.onProgress?.(1, name);
  const modified = modifiedDate(parts);
  return modified === undefined ? { name, sheets } : { name, sheets, modified };
}

/** The parts by their paths, of which only those in XML that are needed have a text. */
async function linksOf(entries: ReadonlyMap<string, ZipEntry>): Promise<PackageParts> {
  const texts: Record<string, string> = {};
  for (const [path, entry] of entries) texts[path] = /\.rels$|^docProps\/core\.xml$/i.test(path) ? decodePart(await unpack(entry)) : '';
  return PackageParts.of(texts);
}

async function bytesOf(entries: ReadonlyMap<string, ZipEntry>, path: string): Promise<Uint8Array> {
  const entry = entries.get(path);
  if (entry === undefined) throw new FileRefusal('damaged');
  return unpack(entry);
}

function bookOf(bytes: Uint8Array): BinaryBook {
  const tabs: ListedTab[] = [];
  let date1904 = false;
  for (const { kind, data } of binaryRecords(bytes)) {
    if (kind === 153) date1904 = (data.u32(0) & 1) !== 0;
    if (kind !== 156) continue;
    const { text: link, next } = wideText(data, 8);
    const state = data.u32(0);
    tabs.push({ name: wideText(data, next).text, visibility: state === 0 ? 'visible' : state === 1 ? 'hidden' : 'very hidden', link });
  }
  return { tabs, date1904 };
}

/** The worksheets in tab order; throws when one is listed and its part is not in the file. See the reader of .xlsx. */
function listedSheets(parts: PackageParts, bookPath: string, tabs: readonly ListedTab[]): ListedSheet[] {
  const used = new Set(tabs.map(({ link }) => link));
  const isEachListed = parts.relationshipsOfType(bookPath, 'worksheet').every(({ id }) => used.has(id));
  return tabs.flatMap(({ name, visibility, link: id }) => {
    if (id === '' && isEachListed) return [];
    const link = parts.relationshipWithId(bookPath, id);
    if (link === undefined) throw new FileRefusal('sheets missing');
    if (link.type !== 'worksheet') return [];
    if (parts.find(link.target) === null) throw new FileRefusal('sheets missing');
    return [{ name, visibility, path: link.target }];
  });
}

function sharedStrings(bytes: Uint8Array): string[] {
  const strings: string[] = [];
  for (const { kind, data } of binaryRecords(bytes)) if (kind === 19) strings.push(wideText(data, 1).text);
  return strings;
}

/** The number format of each cell style, in the order cells refer to them. */
function styleFormats(bytes: Uint8Array): string[] {
  const own = new Map<number, string>();
  const formats: string[] = [];
  let inCellStyles = false;
  for (const { kind, data } of binaryRecords(bytes)) {
    if (kind === 44) own.set(data.u16(0), usableFormat(wideText(data, 2).text));
    else if (kind === 617 || kind === 618) inCellStyles = kind === 617;
    else if (kind === 47 && inCellStyles) formats.push(own.get(data.u16(2)) ?? builtInFormat(data.u16(2)) ?? GENERAL);
  }
  return formats;
}
