import { recordAt } from './biff-records';
import type { ByteView } from './byte-view';
import { md5 } from './md5';

/**
 * Where the structure of a workbook is protected without a password to open it, Excel 97 to 2003 encrypt the file all the same, with a password
 * that every Excel knows ([MS-XLS] 2.2.10). Such a file opens without a question, and so it does here.
 */
const DEFAULT_PASSWORD = 'VelvetSweatshop';

/** Bytes of the stream that share one key ([MS-XLS] 2.2.10). */
const BLOCK = 1024;
/** Records that stay as they are: BOF, FILEPASS, INTERFACEHDR and those of shared workbooks. */
const PLAIN = new Set([0x0809, 0x002f, 0x00e1, 0x0138, 0x0194, 0x0195, 0x0196]);
const BOUND_SHEET = 0x0085;
const FILE_PASS = 0x002f;
/** What FILEPASS holds where the encryption is that of Excel 97 ([MS-OFFCRYPTO] 2.3.6): RC4, version 1.1. */
const RC4_1_1 = [1, 1, 1];

/**
 * The stream of a workbook that was encrypted with that password, in the clear and without its FILEPASS.
 * @returns null where another password is needed, or the encryption is another one.
 */
export function withoutDefaultPassword(stream: ByteView, filePass: ByteView): Uint8Array | null {
  if (filePass.length < 54 || RC4_1_1.some((word, index) => filePass.u16(index * 2) !== word)) return null;
  const key = keyOf(DEFAULT_PASSWORD, filePass.bytes(6, 22));
  const verifier = new KeyStream(key);
  const clear = filePass.bytes(22, 54).map((byte, at) => byte ^ verifier.at(at));
  const expected = md5(clear.subarray(0, 16));
  return expected.every((byte, at) => byte === clear[16 + at]) ? decrypted(stream, key) : null;
}

function decrypted(stream: ByteView, key: Uint8Array): Uint8Array {
  const clear = stream.bytes().slice();
  const bytes = new KeyStream(key);
  for (let at = 0; at + 4 <= stream.length;) {
    const id = stream.u16(at);
    const end = Math.min(at + 4 + stream.u16(at + 2), stream.length);
    // Where a sheet begins stays readable in the list of sheets.
    const from = id === BOUND_SHEET ? at + 8 : at + 4;
    if (id === FILE_PASS) clear.fill(0, at, at + 2);
    if (!PLAIN.has(id)) for (let place = from; place < end; place += 1) clear[place] = (clear[place] ?? 0) ^ bytes.at(place);
    at = end;
  }
  return clear;
}

function keyOf(password: string, salt: Uint8Array): Uint8Array {
  const letters = Uint8Array.from(password.split('').flatMap((letter) => [letter.charCodeAt(0), 0]));
  const once = [...md5(letters).subarray(0, 5), ...salt];
  return md5(Uint8Array.from(Array.from({ length: 16 }, () => once).flat())).subarray(0, 5);
}

/** The bytes of RC4 at each place of a stream, with a new key for each block of it. */
class KeyStream {
  private block = -1;
  private bytes: Uint8Array = new Uint8Array(BLOCK);

  constructor(private readonly key: Uint8Array) {}

  at(place: number): number {
    const block = Math.floor(place / BLOCK);
    if (block !== this.block) {
      const number = [0, 8, 16, 24].map((shift) => (block >> shift) & 0xff);
      this.bytes = rc4(md5(Uint8Array.from([...this.key, ...number])), BLOCK);
      this.block = block;
    }
    return this.bytes[place % BLOCK] ?? 0;
  }
}

function rc4(key: Uint8Array, length: number): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (i: number, j: number): void => {
    [state[i], state[j]] = [state[j] ?? 0, state[i] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 0xff;
    swap(i, j);
  }
  let j = 0;
  return Uint8Array.from({ length }, (_, index) => {
    const i = (index + 1) & 0xff;
    j = (j + (state[i] ?? 0)) & 0xff;
    swap(i, j);
    return state[((state[i] ?? 0) + (state[j] ?? 0)) & 0xff] ?? 0;
  });
}

/** The FILEPASS of a workbook, which stands before all that is encrypted; null where there is none. */
export function filePassOf(stream: ByteView): ByteView | null {
  for (let record = recordAt(stream, 0); record !== null; record = recordAt(stream, record.end)) {
    if (record.name === 'filePass') return record.data;
    if (record.name === 'codePage' || record.name === 'boundSheet' || record.name === 'eof') return null;
  }
  return null;
}
