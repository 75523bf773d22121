import type { GoldRow } from './gold-rows';

export interface Figures {
  readonly recallAt3: number;
  readonly recallAt5: number;
  readonly precisionAt1: number;
  /** Mean reciprocal rank of the first indicator that either reader named. */
  readonly mrr: number;
  readonly leftAlone: number;
}

/** The figures of one way of ranking on the worked answers; see the check of the same name for what counts. */
export function figuresOf(cases: readonly GoldRow[], rank: (row: GoldRow) => readonly string[]): Figures {
  const answered = cases.filter((each) => each.agreed.length > 0).map((each) => ({ ...each, ids: rank(each) }));
  const empty = cases.filter((each) => each.either.length === 0);
  const wanted = answered.reduce((sum, each) => sum + each.agreed.length, 0);
  const recall = (depth: number): number =>
    answered.reduce((sum, { agreed, ids }) => sum + agreed.filter((id) => ids.slice(0, depth).includes(id)).length, 0) / wanted;
  const mean = (value: (each: (typeof answered)[number]) => number): number =>
    answered.reduce((sum, each) => sum + value(each), 0) / answered.length;
  return {
    recallAt3: recall(3),
    recallAt5: recall(5),
    precisionAt1: mean(({ either, ids }) => (either.includes(ids[0] ?? '') ? 1 : 0)),
    mrr: mean(({ either, ids }) => {
      const place = ids.findIndex((id) => either.includes(id));
      return place < 0 ? 0 : 1 / (place + 1);
    }),
    leftAlone: empty.filter((each) => rank(each).length === 0).length / empty.length,
  };
}
