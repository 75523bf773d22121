import { FileRefusal } from './file-refusal';
import type { PackageParts } from './package/package-parts';
import { unpack } from './package/zip-archive';
import { linksById, workbookPath } from './xlsx/book-reader';
import { ByteView } from './xls/byte-view';

/** Records by their numbers ([MS-XLSB] 2.3.2). Cells are 1 to 11; of them a text of the shared ones is 7, and 2, 5 and 9 are numbers. */
const LAST_CELL = 11;
const SHARED_TEXT = 7;
const NUMBERS: readonly number[] = [2, 5, 9];
const TEXT_ITEM = 19;
const STYLE = 47;
const LISTED_SHEET = 156;
const [STYLES_OF_CELLS, END_OF_STYLES_OF_CELLS] = [617, 618];
/** The first and the last record of each kind of part. */
const BOUNDS = { workbook: [131, 132], worksheet: [129, 130], sharedStrings: [159, 160], styles: [278, 279] } as const;

interface BinaryRecord {
  readonly id: number;
  readonly data: ByteView;
}

/**
 * Looks for what hucre passes over without a word: a sheet that is listed and not in the file, a part that is cut off, texts and styles that cells refer to
 * and that are not there. @returns for each listed sheet whether it has filled cells. @throws FileRefusal for any of these.
 */
export async function checkXlsb(parts: PackageParts): Promise<boolean[]> {
  const bookPath = workbookPath(parts);
  const links = linksById(parts, bookPath);
  const texts = await linkedRecords(parts, bookPath, 'sharedStrings');
  const known = {
    texts: texts.filter(({ id }) => id === TEXT_ITEM).length,
    styles: styleCount(await linkedRecords(parts, bookPath, 'styles')),
  };
  const taken = new Set<string>();
  const filled: boolean[] = [];
  for (const { id, data } of await recordsOf(parts, bookPath, 'workbook')) {
    if (id !== LISTED_SHEET) continue;
    const link = links.get(relationshipOf(data));
    if (link === undefined) throw new FileRefusal('sheets missing');
    if (link === null) throw new FileRefusal('damaged');
    if (link.type !== 'worksheet') {
      filled.push(false);
      continue;
    }
    if (parts.find(link.target) === null || taken.has(link.target)) throw new FileRefusal('sheets missing');
    taken.add(link.target);
    filled.push(checkCells(await recordsOf(parts, link.target, 'worksheet'), known));
  }
  return filled;
}

/** Whether there is any filled cell. */
function checkCells(records: readonly BinaryRecord[], known: { readonly texts: number; readonly styles: number }): boolean {
  let filled = false;
  for (const { id, data } of records) {
    if (id === 0 || id > LAST_CELL) continue;
    if (id === SHARED_TEXT && data.u32(8) >= known.texts) throw new FileRefusal('damaged');
    const style = data.u32(4) & 0xffffff;
    if (NUMBERS.includes(id) && style > 0 && style >= known.styles) throw new FileRefusal('damaged');
    filled ||= id !== 1;
  }
  return filled;
}

function styleCount(records: readonly BinaryRecord[]): number {
  const start = records.findIndex(({ id }) => id === STYLES_OF_CELLS);
  const end = records.findIndex(({ id }) => id === END_OF_STYLES_OF_CELLS);
  return start < 0 ? 0 : records.slice(start, end).filter(({ id }) => id === STYLE).length;
}

/** The id of the relationship that leads to a listed sheet ([MS-XLSB] 2.4.311, BrtBundleSh). */
function relationshipOf(data: ByteView): string {
  const length = data.u32(8);
  if (length === 0xffffffff) return '';
  return new TextDecoder('utf-16le').decode(data.bytes(12, 12 + length * 2));
}

async function linkedRecords(parts: PackageParts, from: string, type: 'sharedStrings' | 'styles'): Promise<BinaryRecord[]> {
  const link = parts.relationshipsOfType(from, type).find((one) => !one.external);
  return link === undefined ? [] : recordsOf(parts, link.target, type);
}

/** The records of a part, which is whole. @throws FileRefusal (damaged) otherwise. */
async function recordsOf(parts: PackageParts, path: string, kind: keyof typeof BOUNDS): Promise<BinaryRecord[]> {
  const entry = parts.entry(path);
  if (entry === undefined) throw new FileRefusal('damaged');
  const view = ByteView.of(await unpack(entry));
  const records: BinaryRecord[] = [];
  for (let at = 0; at < view.length;) {
    const [id, idEnd] = compactNumber(view, at, 2);
    const [size, sizeEnd] = compactNumber(view, idEnd, 4);
    records.push({ id, data: view.part(sizeEnd, sizeEnd + size) });
    at = sizeEnd + size;
  }
  const [first, last] = BOUNDS[kind];
  if (records[0]?.id !== first || !records.some(({ id }) => id === last)) throw new FileRefusal('damaged');
  return records;
}

/** A number of seven bits a byte, the eighth of which says that it goes on ([MS-XLSB] 2.1.4). @returns the number, and where it ends. */
function compactNumber(view: ByteView, start: number, mostBytes: number): [number, number] {
  let value = 0;
  for (let index = 0; index < mostBytes; index += 1) {
    const byte = view.u8(start + index);
    value |= (byte & 127) << (7 * index);
    if (byte < 128) return [value, start + index + 1];
  }
  return [value, start + mostBytes];
}
