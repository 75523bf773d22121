import { FileRefusal } from '../file-refusal';
import { ByteView } from '../xls/byte-view';
import { textOfUnits } from '../xls/biff-text';

/** One record of a part of an .xlsb workbook ([MS-XLSB] 2.1.4). */
export interface BinaryRecord {
  readonly kind: number;
  readonly data: ByteView;
}

/** The records of a part in order. One that is cut off is refused as damage. */
export function* binaryRecords(bytes: Uint8Array): Generator<BinaryRecord> {
  const view = ByteView.of(bytes);
  let at = 0;
  while (at < view.length) {
    const first = view.u8(at++);
    const kind = first < 0x80 ? first : (first & 0x7f) + (view.u8(at++) << 7);
    let size = 0;
    for (let shift = 0; ; shift += 7) {
      if (shift > 21) throw new FileRefusal('damaged');
      const part = view.u8(at++);
      size += (part & 0x7f) << shift;
      if (part < 0x80) break;
    }
    yield { kind, data: view.part(at, at + size) };
    at += size;
  }
}

/** A text behind the count of its UTF-16 units ([MS-XLSB] 2.5.168), and where the next field begins. A text that is not there is empty. */
export function wideText(data: ByteView, at: number): { readonly text: string; readonly next: number } {
  const count = data.u32(at);
  if (count === 0xffffffff) return { text: '', next: at + 4 };
  const next = at + 4 + count * 2;
  return { text: textOfUnits(data.bytes(at + 4, next)), next };
}
