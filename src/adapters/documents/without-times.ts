/** Signatures of a zip file's records, little-endian: the end of its directory, and an entry of it. APPNOTE.TXT 4.3.12 and 4.3.16. */
const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** Bytes of the end record without a comment, and of an entry without its names. */
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
/** 1 January 1980, the first day that a zip file can name, at midnight: date in the upper 16 bits, time in the lower. */
const FIRST_DAY = 0x00210000;

/** A zip file in which every entry has one and the same time, so that the same parts make the same bytes whenever they are packed. */
export function withoutTimes(zip: Uint8Array): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  const end = bytes.length - END_LENGTH;
  if (end < 0 || view.getUint32(end, true) !== END) return bytes;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0 && view.getUint32(at, true) === ENTRY; left -= 1) {
    view.setUint32(at + 12, FIRST_DAY, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, FIRST_DAY, true);
    at += ENTRY_LENGTH + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}
