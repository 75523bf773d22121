import { FileRefusal } from '../file-refusal';
import { ByteView } from './byte-view';

/** The name of the stream that holds a document's title, author and dates ([MS-OLEPS] 2.23). */
export const SUMMARY_INFORMATION = '\u0005SummaryInformation';

const LAST_SAVED = 0x0d;
const FILETIME = 0x40;
/** Milliseconds from 1601, where such times begin, to 1970. */
const TO_1970 = 11_644_473_600_000;

/** When the document was last saved, ISO date-time; undefined where it does not say. A workbook is not refused for what is wrong here. */
export function lastSaved(bytes: Uint8Array): string | undefined {
  try {
    const view = ByteView.of(bytes);
    const set = view.part(view.u32(44));
    const count = set.u32(4);
    for (let index = 0; index < count; index += 1) {
      if (set.u32(8 + index * 8) === LAST_SAVED) return timeAt(set, set.u32(12 + index * 8));
    }
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
  }
  return undefined;
}

function timeAt(set: ByteView, at: number): string | undefined {
  if (set.u32(at) !== FILETIME) return undefined;
  const ticks = set.u32(at + 8) * 0x1_0000_0000 + set.u32(at + 4);
  const date = new Date(Math.floor(ticks / 10_000) - TO_1970);
  return ticks === 0 || Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
