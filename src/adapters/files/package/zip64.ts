import { FileRefusal } from '../file-refusal';

/**
 * Sizes, places and counts of 64 bits (PKWARE's application note of the format, 4.3.14, 4.3.15 and 4.5.3). A field of 32 bits that is all ones says that
 * the value stands elsewhere.
 */

/** A size or place of 32 bits that stands in the extra field, or is not known. */
export const NO_SIZE = 0xffffffff;
const NO_COUNT = 0xffff;

const LOCATOR = 0x07064b50;
const WIDE_END = 0x06064b50;
const WIDE_EXTRA = 1;

/**
 * How many entries the central directory has and where it begins.
 * @param end where the end record begins.
 */
export function directoryOf(view: DataView, end: number): { readonly count: number; readonly offset: number } {
  const [count, offset] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
  if (count !== NO_COUNT && offset !== NO_SIZE) return { count, offset };
  const locator = end - 20;
  // 65,535 entries in a container without wide fields are a number like any other.
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR) return { count, offset };
  const record = wideNumber(view, locator + 8);
  if (record + 56 > locator || view.getUint32(record, true) !== WIDE_END) throw new FileRefusal('damaged');
  return { count: wideNumber(view, record + 32), offset: wideNumber(view, record + 48) };
}

interface EntrySizes {
  readonly packedSize: number;
  readonly size: number;
  /** Where the local header begins. */
  readonly local: number;
}

/**
 * The sizes and the place of an entry; those that its extra field gives stand there in the order of the fields that refer to it.
 * @param at where the entry of the central directory begins.
 */
export function wideSizes(view: DataView, at: number, nameLength: number): EntrySizes {
  const written = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  if (written.includes(NO_SIZE)) fillIn(view, written, extraField(view, at + 46 + nameLength, view.getUint16(at + 30, true)));
  const [size = NO_SIZE, packedSize = NO_SIZE, local = NO_SIZE] = written;
  return { packedSize, size, local };
}

function fillIn(view: DataView, fields: number[], extra: { readonly from: number; readonly to: number }): void {
  let { from } = extra;
  fields.forEach((field, index) => {
    if (field !== NO_SIZE || from + 8 > extra.to) return;
    fields[index] = wideNumber(view, from);
    from += 8;
  });
}

/** Where the wide values of an extra field begin and end; empty where it has none. */
function extraField(view: DataView, start: number, length: number): { readonly from: number; readonly to: number } {
  const end = Math.min(start + length, view.byteLength);
  for (let at = start; at + 4 <= end;) {
    const to = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === WIDE_EXTRA && to <= end) return { from: at + 4, to };
    at = to;
  }
  return { from: end, to: end };
}

/** A number of 64 bits; one beyond any file is as large as a number can be told exactly. */
function wideNumber(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}
