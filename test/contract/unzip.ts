import { inflateRawSync } from 'node:zlib';

/** The parts of a package as texts by path; the tests' own reading, so that a fault of the adapter's zip cannot hide in it. */
export function unzip(bytes: Uint8Array): Map<string, string> {
  return new Map([...unzipBytes(bytes)].map(([path, part]) => [path, part.toString('utf8')]));
}

export function unzipBytes(bytes: Uint8Array): Map<string, Buffer> {
  const data = Buffer.from(bytes);
  const parts = new Map<string, Buffer>();
  const end = data.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  let at = data.readUInt32LE(end + 16);
  for (let left = data.readUInt16LE(end + 10); left > 0; left--) {
    const local = data.readUInt32LE(at + 42);
    const start = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
    const packed = data.subarray(start, start + data.readUInt32LE(at + 20));
    const nameEnd = at + 46 + data.readUInt16LE(at + 28);
    parts.set(data.toString('utf8', at + 46, nameEnd), data.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed);
    at = nameEnd + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
  return parts;
}
