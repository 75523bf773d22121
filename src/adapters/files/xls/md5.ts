/** How far each step of a round turns, four of them over and over (RFC 1321, 3.4). */
const TURNS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const;
const SINES = Array.from({ length: 64 }, (_, step) => Math.floor(Math.abs(Math.sin(step + 1)) * 0x1_0000_0000));

/** The MD5 of some bytes (RFC 1321), which old passwords are checked with; it keeps no secret, and browsers have none. */
export function md5(bytes: Uint8Array): Uint8Array {
  const padded = new DataView(new ArrayBuffer((((bytes.length + 8) >> 6) + 1) * 64));
  bytes.forEach((byte, at) => padded.setUint8(at, byte));
  padded.setUint8(bytes.length, 0x80);
  padded.setUint32(padded.byteLength - 8, bytes.length * 8, true);
  let sums: Sums = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let at = 0; at < padded.byteLength; at += 64) {
    const [a, b, c, d] = rounds(padded, at, sums);
    sums = [sums[0] + a, sums[1] + b, sums[2] + c, sums[3] + d];
  }
  const digest = new DataView(new ArrayBuffer(16));
  sums.forEach((sum, index) => digest.setInt32(index * 4, sum | 0, true));
  return new Uint8Array(digest.buffer);
}

type Sums = [number, number, number, number];

function rounds(words: DataView, at: number, sums: Readonly<Sums>): Sums {
  let [a, b, c, d] = sums;
  for (let step = 0; step < 64; step += 1) {
    const round = step >> 4;
    const [mixed, word] = mixedAt(round, step, b, c, d);
    const sum = (a + mixed + (SINES[step] ?? 0) + words.getUint32(at + word * 4, true)) | 0;
    const turn = TURNS[round]?.[step % 4] ?? 0;
    [a, d, c, b] = [d, c, b, (b + ((sum << turn) | (sum >>> (32 - turn)))) | 0];
  }
  return [a, b, c, d];
}

/** The function of a round, and which word of the block its step takes. */
function mixedAt(round: number, step: number, b: number, c: number, d: number): [number, number] {
  if (round === 0) return [(b & c) | (~b & d), step];
  if (round === 1) return [(d & b) | (~d & c), (5 * step + 1) % 16];
  return round === 2 ? [b ^ c ^ d, (3 * step + 5) % 16] : [c ^ (b | ~d), (7 * step) % 16];
}
