import { FileRefusal } from '../file-refusal';

/** A stretch of bytes, numbers in it least byte first. Every read beyond it is refused as damage. */
export class ByteView {
  private constructor(
    private readonly view: DataView,
    private readonly from: number,
    readonly length: number,
  ) {}

  static of(bytes: Uint8Array): ByteView {
    return new ByteView(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0, bytes.byteLength);
  }

  u8(at: number): number {
    return this.view.getUint8(this.place(at, 1));
  }

  u16(at: number): number {
    return this.view.getUint16(this.place(at, 2), true);
  }

  u32(at: number): number {
    return this.view.getUint32(this.place(at, 4), true);
  }

  i32(at: number): number {
    return this.view.getInt32(this.place(at, 4), true);
  }

  f64(at: number): number {
    return this.view.getFloat64(this.place(at, 8), true);
  }

  /** @param to exclusive. */
  part(from: number, to = this.length): ByteView {
    return new ByteView(this.view, this.place(from, to - from), to - from);
  }

  /** The same bytes, not a copy. @param to exclusive. */
  bytes(from = 0, to = this.length): Uint8Array {
    return new Uint8Array(this.view.buffer, this.view.byteOffset + this.place(from, to - from), to - from);
  }

  private place(at: number, size: number): number {
    if (at < 0 || size < 0 || at + size > this.length) throw new FileRefusal('damaged');
    return this.from + at;
  }
}
