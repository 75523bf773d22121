/**
 * The text of a file that may not say how it is written: UTF-8 or UTF-16 by their marks, UTF-16 without one by its zeros, else UTF-8. Bytes that UTF-8 does
 * not have are taken for Windows-1252, which older Excels write: all letters beyond ASCII where there are more such bytes than letters of UTF-8, else
 * the one that was pasted into a file of another kind.
 */
export function decodedText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const wide = wideEncoding(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  const text = new TextDecoder().decode(bytes);
  return text.includes('\ufffd') ? mixedText(bytes) : text;
}

/** Bytes that are looked at; enough for a sentence in any language. */
const SAMPLE = 4096;

/**
 * The byte order of UTF-16 without a mark; null for anything else. In English every other byte is zero but for a dash or a quotation mark here and there, and no
 * byte between them is.
 */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, SAMPLE);
  const zeros = [0, 0];
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (bytes.length % 2 === 1 || even + odd <= length / 4 || Math.min(even, odd) > 0) return null;
  return odd > 0 ? 'utf-16le' : 'utf-16be';
}

/** UTF-8 as far as it is valid, each other byte as Windows-1252; all bytes where most are not valid: two of its letters make one of UTF-8 by chance. */
function mixedText(bytes: Uint8Array): string {
  const parts: string[] = [];
  const strict = new TextDecoder('utf-8', { ignoreBOM: true });
  let valid = 0;
  let letters = 0;
  let others = 0;
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    if (length === 0) parts.push(strict.decode(bytes.subarray(valid, at)), windows1252(bytes[at] ?? 0));
    if (length === 0) others += 1;
    if (length > 1) letters += 1;
    at += Math.max(length, 1);
    if (length === 0) valid = at;
  }
  parts.push(strict.decode(bytes.subarray(valid)));
  if (others > letters && !hasMark(bytes)) return oneByteText(bytes);
  return parts.join('').replace(/^\ufeff/, '');
}

/** Every byte as Windows-1252. */
function oneByteText(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replace(/[\u0080-\u009f]/g, (letter) => windows1252(letter.charCodeAt(0)));
}

function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** How many bytes the UTF-8 sequence that begins here has (RFC 3629, 4); 0 for none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  const second = bytes[at + 1] ?? 0;
  // Neither longer than need be, nor half a surrogate pair, nor beyond the last letter.
  const least = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const most = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) return 0;
  for (let next = at + 2; next < at + length; next += 1) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

/** Bytes 80 to 9F of Windows-1252; Node 20's own decoder takes them for control characters. */
const WINDOWS_80_TO_9F = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

export function windows1252(byte: number): string {
  return byte >= 0x80 && byte <= 0x9f ? WINDOWS_80_TO_9F.charAt(byte - 0x80) : String.fromCharCode(byte);
}
