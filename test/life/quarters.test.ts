import { Life } from './life';

/**
 * Twenty quarters of random life; see `Life`. Here a part, by fixed seeds; `npm run test:life` lives a thousand. A seed that failed is
 * printed with what led to it, and lived again by `LIFE_FROM=<seed> LIFE_SEEDS=1 npm run test:life`. Which rules this misses when they are switched off: `npm run test:life:rules`.
 */
const QUARTERS = 20;
const FROM = Number(process.env.LIFE_FROM ?? 1);
const SEEDS = Number(process.env.LIFE_SEEDS ?? 3);
/** Failures after which it ends. */
const STOP = Number(process.env.LIFE_STOP ?? 5);
const HOURS = 12 * 3_600_000;

it(
  `what was typed stays beside its action through ${String(QUARTERS)} quarters, in ${String(SEEDS)} lives`,
  async () => {
    const failed: string[] = [];
    for (let seed = FROM; seed < FROM + SEEDS && failed.length < STOP; seed += 1) {
      await new Life(seed).live(QUARTERS).catch((error: unknown) => failed.push(error instanceof Error ? error.message : String(error)));
    }
    expect(failed).toEqual([]);
  },
  HOURS,
);
