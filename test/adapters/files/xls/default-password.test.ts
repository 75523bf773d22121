import { createHash } from 'node:crypto';
import { md5 } from '../../../../src/adapters/files/xls/md5';
import { filled, label, number, opened, record, shared, stream, strings, u16 } from './biff-builder';
import { compound } from './compound-builder';

const hash = (bytes: Uint8Array): Buffer => createHash('md5').update(bytes).digest();

it.each([0, 1, 3, 55, 56, 63, 64, 65, 336, 1000])('MD5 of %i bytes', (length) => {
  const bytes = Uint8Array.from({ length }, (_, index) => (index * 7) % 256);
  expect(Buffer.from(md5(bytes))).toEqual(hash(bytes));
});

/** RC4 in its plainest form: each byte of the key stream in turn. */
function* keyStream(key: Uint8Array): Generator<number> {
  const state = Array.from({ length: 256 }, (_, index) => index);
  const at = (index: number): number => state[index % 256] ?? 0;
  const swap = (i: number, j: number): void => void ([state[i], state[j]] = [at(j), at(i)]);
  for (let i = 0, j = 0; i < 256; i += 1) swap(i, (j = (j + at(i) + (key[i % key.length] ?? 0)) % 256));
  for (let i = 1, j = 0; ; i = (i + 1) % 256) {
    swap(i, (j = (j + at(i)) % 256));
    yield at(at(i) + at(j));
  }
}

const salt = Buffer.from('0123456789abcdef', 'latin1');

function blockKey(password: string, block: number): Buffer {
  const once = Buffer.concat([hash(Buffer.from(password, 'utf16le')).subarray(0, 5), salt]);
  const number = Buffer.alloc(4);
  number.writeUInt32LE(block);
  return hash(Buffer.concat([hash(Buffer.concat(Array<Buffer>(16).fill(once))).subarray(0, 5), number]));
}

function filePass(password: string): number[] {
  const verifier = Buffer.from('a verifier of 16', 'latin1');
  const keys = keyStream(blockKey(password, 0));
  const both = Buffer.concat([verifier, hash(verifier)]).map((byte) => byte ^ (keys.next().value as number));
  return record(0x2f, [...u16(1, 1, 1), ...salt, ...both]);
}

/** Encrypts the data of the records in place ([MS-XLS] 2.2.10): heads, BOF, FILEPASS and the places of sheets stay as they are. */
function encrypted(password: string, bytes: Uint8Array): Uint8Array {
  const out = Buffer.from(bytes);
  const all = Array.from({ length: Math.ceil(bytes.length / 1024) }, (_, block) => {
    const keys = keyStream(blockKey(password, block));
    return Array.from({ length: 1024 }, () => keys.next().value as number);
  }).flat();
  for (let at = 0; at < out.length; at += 4 + out.readUInt16LE(at + 2)) {
    const id = out.readUInt16LE(at);
    if (id === 0x0809 || id === 0x2f) continue;
    for (let place = at + (id === 0x85 ? 8 : 4); place < at + 4 + out.readUInt16LE(at + 2); place += 1)
      out.writeUInt8(out.readUInt8(place) ^ (all[place] ?? 0), place);
  }
  return out;
}

describe('a workbook whose structure is protected', () => {
  const long = 'a text that reaches into the next block '.repeat(60);
  const locked = (password: string): Uint8Array => {
    const records = [shared(0, 0, 1), number(0, 1, 64.1), label(1, 0, 'Led by – Zoë')];
    const whole = stream(
      [
        { name: 'One', records },
        { name: 'Two', records: [number(4, 0, 7)] },
      ],
      [filePass(password), strings('x', long)],
    );
    return compound([{ name: 'Workbook', bytes: encrypted(password, whole) }]);
  };

  it('opens without a password, as in Excel', async () => {
    const { sheets } = await opened(locked('VelvetSweatshop'));
    expect(sheets.map((sheet) => [sheet.name, filled(sheet)])).toEqual([
      ['One', { A1: long, B1: 64.1, A2: 'Led by – Zoë' }],
      ['Two', { A5: 7 }],
    ]);
  });

  it('under a password of its own says so', async () => {
    await expect(opened(locked('secret'))).rejects.toThrow('is protected with a password');
  });
});
