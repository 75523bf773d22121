import { openBook } from '../../src/adapters/files/open-book';
import type { BookGrid } from '../../src/domain/grid';
import { Chance } from '../life/chance';
import { BYTE_DAMAGES } from './byte-damages';
import { COUNT_DAMAGES } from './count-damages';
import { type Damage } from './damage';
import { type Verdict, judged } from './judge';
import { OLD_DAMAGES } from './old-damages';
import { type Original, ZIPPED, originals } from './originals';
import { PART_DAMAGES } from './part-damages';
import { ZIP_DAMAGES } from './zip-damages';

/**
 * Files of every kind, damaged by chance. What is promised of each is said in `damage.ts`. Here a part of them; `npm run test:damaged` tries 2,000. A file that failed
 * is named with its seed and number, and tried again by `DAMAGED_SEED=<seed> DAMAGED_FILE=<number> npm run test:damaged`. `DAMAGED_TRACE=1` names each file before
 * it is opened, for a run that ended by itself or that does not end.
 */
const SEED = Number(process.env.DAMAGED_SEED ?? 1);
const FILES = Number(process.env.DAMAGED_FILES ?? 200);
const ONE = process.env.DAMAGED_FILE === undefined ? null : Number(process.env.DAMAGED_FILE);
/** Faults after which it ends. */
const STOP = Number(process.env.DAMAGED_STOP ?? 5);
const HOURS = 12 * 3_600_000;

const DAMAGES: readonly Damage[] = [...BYTE_DAMAGES, ...ZIP_DAMAGES, ...PART_DAMAGES, ...COUNT_DAMAGES, ...OLD_DAMAGES];

interface Sound extends Original {
  readonly book: BookGrid;
}

let sound: readonly Sound[] = [];

beforeAll(async () => {
  sound = await Promise.all(
    (await originals()).map(async (original) => ({
      ...original,
      book: await openBook(original.name, original.bytes, { includeHidden: true }),
    })),
  );
});

/** Pairs of a damage and a file that it can be done to, each once in a round, in another order for each round and seed. */
function pairAt(index: number): readonly [Damage, Sound] {
  const pairs = DAMAGES.flatMap((damage) =>
    sound.filter(({ format }) => damage.of.includes(format)).map((original) => [damage, original] as const),
  );
  const [round, place] = [Math.floor(index / pairs.length), index % pairs.length];
  const pair = new Chance(SEED * 1000 + round).inAnyOrder(pairs)[place];
  if (pair === undefined) throw new Error('There is no such file.');
  return pair;
}

test('the originals are sound, and hold something', () => {
  expect(sound.filter(({ book }) => book.sheets.every(({ rows }) => rows.size < 2)).map(({ what }) => what)).toEqual([]);
});

test('cut off at every kilobyte', async () => {
  const faults: string[] = [];
  for (const { what, name, format, bytes, book } of sound) {
    for (let length = 1024; length < bytes.length; length += 1024) {
      const { fault } = await judged(name, bytes.slice(0, length), book, ZIPPED.includes(format) ? 'same or said' : 'answer');
      if (fault !== null) faults.push(`${what}, ${String(length)} bytes: ${fault}`);
    }
  }
  expect(faults).toEqual([]);
});

test(
  `${String(FILES)} damaged files: a result or one plain sentence, soon, and no other cells without a word`,
  async () => {
    const faults: string[] = [];
    const tally = new Map<string, number>();
    const slowest: [number, string] = [0, ''];
    const largest: [number, string] = [0, ''];
    const from = ONE ?? 0;
    for (let index = from; index < (ONE === null ? FILES : from + 1) && faults.length < STOP; index += 1) {
      const [damage, original] = pairAt(index);
      const what = `seed ${String(SEED)}, file ${String(index)}: ${original.what}, ${damage.what}`;
      if (process.env.DAMAGED_TRACE !== undefined) process.stderr.write(`${what}\n`);
      const bytes = damage.make(original, new Chance(SEED * 1_000_003 + index));
      const verdict = await judged(original.name, bytes, original.book, damage.promised(original.format));
      if (verdict.fault !== null) faults.push(`${what}: ${verdict.fault}`);
      noted(verdict, what, slowest, largest);
      const key = `${original.format}: ${verdict.outcome}`;
      tally.set(key, (tally.get(key) ?? 0) + 1);
    }
    if (process.env.DAMAGED_FILES !== undefined)
      process.stdout.write(
        `${JSON.stringify(Object.fromEntries([...tally].sort()))}\nslowest ${slowest.join(' ms, ')}\nlargest ${largest.join(' MB, ')}\n`,
      );
    expect(faults).toEqual([]);
  },
  HOURS,
);

function noted({ ms, grown }: Verdict, what: string, slowest: [number, string], largest: [number, string]): void {
  if (ms > slowest[0]) slowest.splice(0, 2, Math.round(ms), what);
  const megabytes = Math.round(grown / 1024 / 1024);
  if (megabytes > largest[0]) largest.splice(0, 2, megabytes, what);
}
