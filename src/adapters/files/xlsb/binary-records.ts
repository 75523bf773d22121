import { FileRefusal } from '../file-refusal';
import { ByteView } from '../xls/byte-view';
import { textOfUnits } from '../xls/biff-text';

/** One record of a part of an .xlsb workbook ([MS-XLSB] 2.1.4). */
export interface BinaryRecord {
  readonly kind: number;
  readonly data: ByteView;
}

/** The records that are read, by their numbers ([MS-XLSB] 2.3.1). Those of formulas hold the last result, one for each kind of it. */
export const RECORD = {
  row: 0,
  blank: 1,
  rk: 2,
  error: 3,
  boolean: 4,
  number: 5,
  text: 6,
  sharedText: 7,
  formulaText: 8,
  formulaNumber: 9,
  formulaBoolean: 10,
  formulaError: 11,
  /** A text with fonts of its own. */
  richText: 62,
  textItem: 19,
  numberFormat: 44,
  style: 47,
  workbookProperties: 153,
  listedSheet: 156,
  merge: 176,
  sheetProtection: 535,
  cellStyles: 617,
  endOfCellStyles: 618,
} as const;

/** The first and the last record of each kind of part. */
const BOUNDS = { workbook: [131, 132], worksheet: [129, 130], sharedStrings: [159, 160], styles: [278, 279] } as const;

/** The records of a part in order. A part that is cut off, or is one of another kind, is refused as damage. */
export function* binaryRecords(bytes: Uint8Array, part: keyof typeof BOUNDS): Generator<BinaryRecord> {
  const view = ByteView.of(bytes);
  const [first, last] = BOUNDS[part];
  let isWhole = false;
  let at = 0;
  while (at < view.length) {
    const begin = at;
    const low = view.u8(at++);
    const kind = low < 0x80 ? low : (low & 0x7f) + (view.u8(at++) << 7);
    if (begin === 0 && kind !== first) throw new FileRefusal('damaged');
    isWhole ||= kind === last;
    let size = 0;
    for (let shift = 0; ; shift += 7) {
      if (shift > 21) throw new FileRefusal('damaged');
      const byte = view.u8(at++);
      size += (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    yield { kind, data: view.part(at, at + size) };
    at += size;
  }
  if (!isWhole) throw new FileRefusal('damaged');
}

/** A text behind the count of its UTF-16 units ([MS-XLSB] 2.5.168), and where the next field begins. A text that is not there is empty. */
export function wideText(data: ByteView, at: number): { readonly text: string; readonly next: number } {
  const count = data.u32(at);
  if (count === 0xffffffff) return { text: '', next: at + 4 };
  const next = at + 4 + count * 2;
  return { text: textOfUnits(data.bytes(at + 4, next)), next };
}
