import { SubmissionError } from '../../../../src/application';
import {
  type Bytes,
  font8,
  format8,
  formula,
  label,
  number,
  opened,
  otherResult,
  record,
  shared,
  stream,
  strings,
  style8,
  text8,
  u16,
} from './biff-builder';
import { compound } from './compound-builder';

/** Numbers from 0 up to 1 that are the same in every run. */
function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

const records: readonly Bytes[] = [
  ...Array.from({ length: 12 }, (_, row) => [
    ...shared(row, 0, row % 3),
    ...number(row, 1, row / 7, row % 3),
    ...label(row, 2, `Zoë – ${String(row)}`),
  ]),
  formula(20, 0, otherResult(0)),
  record(0x0207, text8('shown')),
  record(0x00bd, [...u16(21, 0), 0, 0, 2, 0, 0, 0, 0, 0, 3, 0, 0, 0, ...u16(1)]),
  record(0x00be, u16(22, 0, 1, 2, 0, 2)),
  record(0x00e5, u16(1, 0, 1, 0, 3)),
];
const globals = [
  font8({ struck: true }),
  format8(164, '0.0"x"'),
  style8(0),
  style8(14, 0, 10),
  style8(164),
  strings('a', 'long '.repeat(300), '–'),
];
const whole = compound([
  { name: 'MBD1', children: [{ name: 'Workbook', bytes: new Uint8Array(300) }] },
  {
    name: 'Workbook',
    bytes: stream(
      [
        { name: 'One', records },
        { name: 'Two', records },
      ],
      globals,
    ),
  },
]);

/** Bytes altered, cut off, or two stretches of 64 bytes changed over. */
function mutant(random: () => number): Uint8Array {
  const place = (): number => Math.floor(random() * whole.length);
  const made = Uint8Array.from(whole);
  const kind = Math.floor(random() * 3);
  if (kind === 0) return made.slice(0, place());
  if (kind === 1) {
    for (let changes = 1 + Math.floor(random() * 6); changes > 0; changes -= 1) made[place()] = Math.floor(random() * 256);
    return made;
  }
  const [from, to] = [place() & ~63, place() & ~63];
  made.set(whole.subarray(to, to + 64), from);
  made.set(whole.subarray(from, from + 64), to);
  return made;
}

it('any damage gives a result or one plain sentence, at once', async () => {
  const random = randoms(20_260_301);
  const seen = { read: 0, refused: 0 };
  for (let count = 0; count < 600; count += 1) {
    const bytes = mutant(random);
    const started = performance.now();
    const outcome: unknown = await opened(bytes).catch((error: unknown) => error);
    expect(performance.now() - started).toBeLessThan(1000);
    if (outcome instanceof Error) {
      expect(outcome).toBeInstanceOf(SubmissionError);
      // An error that nobody expected is told as damage too; behind it there is none of the reader's own.
      expect((outcome.cause as Error).name).not.toMatch(/TypeError|RangeError/);
      seen.refused += 1;
    } else seen.read += 1;
  }
  expect(Math.min(seen.read, seen.refused)).toBeGreaterThan(100);
});
