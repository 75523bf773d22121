import { type BookGrid, GENERAL, type SheetGrid } from '../../../domain/grid';
import { builtInFormat, usableFormat } from '../../../number-format';
import { FileRefusal } from '../file-refusal';
import { modifiedDate } from '../package/core-properties';
import type { PackageParts } from '../package/package-parts';
import { unpack } from '../package/zip-archive';
import { type BookReadOptions, type ListedTab, isLeftOut, workbookPath, worksheetsAmong } from '../xlsx/book-reader';
import { CellBudget } from '../xlsx/sheet-reader';
import { binaryRecords, RECORD, wideText } from './binary-records';
import { type BinaryTables, readBinarySheet } from './sheet-reader';

interface BinaryBook {
  readonly tabs: readonly ListedTab[];
  readonly date1904: boolean;
}

/** Reads an .xlsb workbook: values and number formats, no looks, comments or pictures. Throws a `FileRefusal`. */
export async function readXlsbBook(name: string, parts: PackageParts, options: BookReadOptions): Promise<BookGrid> {
  const path = workbookPath(parts);
  const { tabs, date1904 } = bookOf(await bytesOf(parts, path));
  const listed = worksheetsAmong(tabs, parts, path);
  if (listed.length === 0) throw new FileRefusal('no sheets');
  const strings = linkTo(parts, path, 'sharedStrings');
  const styles = linkTo(parts, path, 'styles');
  const tables: BinaryTables = {
    strings: strings === null ? null : sharedStrings(await bytesOf(parts, strings)),
    formats: styles === null ? null : styleFormats(await bytesOf(parts, styles)),
    date1904,
  };
  const budget = new CellBudget();
  const sheets: SheetGrid[] = [];
  const wanted = listed.filter((sheet) => !isLeftOut(sheet, options.includeHidden));
  for (const { name: title, visibility, path: part } of wanted) {
    options.signal?.throwIfAborted();
    options.onProgress?.(sheets.length / wanted.length, title);
    sheets.push({ id: title, name: title, visibility, ...readBinarySheet(await bytesOf(parts, part), tables, budget), tables: [] });
  }
  options.onProgress?.(1, name);
  const modified = modifiedDate(parts);
  return modified === undefined ? { name, sheets } : { name, sheets, modified };
}

async function bytesOf(parts: PackageParts, path: string): Promise<Uint8Array> {
  const entry = parts.entry(path);
  if (entry === undefined) throw new FileRefusal('damaged');
  return unpack(entry);
}

function bookOf(bytes: Uint8Array): BinaryBook {
  const tabs: ListedTab[] = [];
  let date1904 = false;
  for (const { kind, data } of binaryRecords(bytes, 'workbook')) {
    if (kind === RECORD.workbookProperties) date1904 = (data.u32(0) & 1) !== 0;
    if (kind !== RECORD.listedSheet) continue;
    const { text: link, next } = wideText(data, 8);
    const state = data.u32(0);
    tabs.push({ name: wideText(data, next).text, visibility: state === 0 ? 'visible' : state === 1 ? 'hidden' : 'very hidden', link });
  }
  return { tabs, date1904 };
}

/** Where the link of a type leads, whether or not it is in the file; null where there is no link. */
function linkTo(parts: PackageParts, from: string, type: string): string | null {
  return parts.relationshipsOfType(from, type).find((one) => !one.external)?.target ?? null;
}

function sharedStrings(bytes: Uint8Array): string[] {
  const strings: string[] = [];
  for (const { kind, data } of binaryRecords(bytes, 'sharedStrings')) if (kind === RECORD.textItem) strings.push(wideText(data, 1).text);
  return strings;
}

/** The number format of each cell style, in the order cells refer to them. */
function styleFormats(bytes: Uint8Array): string[] {
  const own = new Map<number, string>();
  const formats: string[] = [];
  let inCellStyles = false;
  for (const { kind, data } of binaryRecords(bytes, 'styles')) {
    if (kind === RECORD.numberFormat) own.set(data.u16(0), usableFormat(wideText(data, 2).text));
    else if (kind === RECORD.cellStyles || kind === RECORD.endOfCellStyles) inCellStyles = kind === RECORD.cellStyles;
    else if (kind === RECORD.style && inCellStyles) formats.push(own.get(data.u16(2)) ?? builtInFormat(data.u16(2)) ?? GENERAL);
  }
  return formats;
}
