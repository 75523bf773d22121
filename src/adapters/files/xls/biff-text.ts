import { FileRefusal } from '../file-refusal';
import type { ByteView } from './byte-view';

/** Texts are made of so many characters at a time, since a call takes only so many arguments. */
const PORTION = 4096;

/** Text of one byte a character, as BIFF8 and OLE write characters up to U+00FF. */
function textOfBytes(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PORTION) text += String.fromCharCode(...bytes.subarray(at, at + PORTION));
  return text;
}

/** Text of UTF-16 units, least byte first, each as it stands: a decoder would replace half a pair and drop a byte order mark. */
export function textOfUnits(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PORTION * 2) {
    const part = bytes.subarray(at, at + PORTION * 2);
    const units = Array.from({ length: part.length >> 1 }, (_, index) => (part[index * 2] ?? 0) | ((part[index * 2 + 1] ?? 0) << 8));
    text += String.fromCharCode(...units);
  }
  return text;
}

/** A text with the fonts that parts of it have of their own; their numbers are those of `ifnt` ([MS-XLS] 2.5.129). */
export interface RichText {
  readonly text: string;
  readonly fonts: readonly number[];
}

const NO_FONTS: readonly number[] = [];

/** Reads on from a record into the CONTINUE records behind it. Every read beyond the last one is refused as damage. */
export class PieceReader {
  private index = 0;
  private at: number;

  /** @param at where to begin in the first piece. */
  constructor(
    private readonly pieces: readonly ByteView[],
    at = 0,
  ) {
    this.at = at;
  }

  get isAtEnd(): boolean {
    while (this.at === this.piece()?.length) this.nextPiece();
    return this.piece() === undefined;
  }

  u8(): number {
    const piece = this.unread();
    this.at += 1;
    return piece.u8(this.at - 1);
  }

  u16(): number {
    return this.u8() + this.u8() * 0x100;
  }

  u32(): number {
    return this.u16() + this.u16() * 0x10000;
  }

  skip(count: number): void {
    for (let left = count; left > 0;) {
      const piece = this.unread();
      const step = Math.min(left, piece.length - this.at);
      this.at += step;
      left -= step;
    }
  }

  /** Text of a code page. @param count in bytes. */
  bytes(count: number): Uint8Array {
    const found = new Uint8Array(Math.min(count, this.rest()));
    if (found.length < count) throw new FileRefusal('damaged');
    for (let at = 0; at < count; at += 1) found[at] = this.u8();
    return found;
  }

  /** A text of BIFF8 from its flags on ([MS-XLS] 2.5.294, XLUnicodeString). @param count in characters. */
  unicode(count: number): string {
    return this.characters(count, (this.u8() & 1) !== 0);
  }

  /** A text with the looks of its parts and its reading aid, from its flags on ([MS-XLS] 2.5.293). @param count in characters. */
  richUnicode(count: number): RichText {
    const flags = this.u8();
    const runCount = (flags & 8) === 0 ? 0 : this.u16();
    const phoneticSize = (flags & 4) === 0 ? 0 : this.u32();
    const text = this.characters(count, (flags & 1) !== 0);
    const fonts = runCount === 0 ? NO_FONTS : this.fontsOfRuns(runCount, text.length);
    this.skip(phoneticSize);
    return { text, fonts };
  }

  /** Characters alone. Where they go on in the next piece, it begins with flags that say anew how wide they are. */
  characters(count: number, isWide: boolean): string {
    let text = '';
    let size = isWide ? 2 : 1;
    while (text.length < count) {
      if (this.at === this.piece()?.length) {
        this.nextPiece();
        size = (this.u8() & 1) === 0 ? 1 : 2;
      }
      const piece = this.unread();
      const taken = Math.min(count - text.length, Math.floor((piece.length - this.at) / size));
      if (taken === 0) throw new FileRefusal('damaged');
      const bytes = piece.bytes(this.at, this.at + taken * size);
      text += size === 1 ? textOfBytes(bytes) : textOfUnits(bytes);
      this.at += taken * size;
    }
    return text;
  }

  private fontsOfRuns(count: number, length: number): number[] {
    const fonts: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const start = this.u16();
      const font = this.u16();
      if (start < length) fonts.push(font);
    }
    return fonts;
  }

  private piece(): ByteView | undefined {
    return this.pieces[this.index];
  }

  private nextPiece(): void {
    this.index += 1;
    this.at = 0;
  }

  /** The piece that holds the next byte. */
  private unread(): ByteView {
    while (this.at === this.piece()?.length) this.nextPiece();
    const piece = this.piece();
    if (piece === undefined || this.at > piece.length) throw new FileRefusal('damaged');
    return piece;
  }

  private rest(): number {
    let rest = -this.at;
    for (let index = this.index; index < this.pieces.length; index += 1) rest += this.pieces[index]?.length ?? 0;
    return rest;
  }
}
