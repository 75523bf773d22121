import * as z from 'zod';
import type { Framework } from '../../domain/framework';
import { CHANGE_UNITS, DIRECTIONS, PERIOD_TYPES, TARGET_KINDS, TARGET_OPS, TARGET_ROLES, readTargets } from '../../domain/targets';

/** Months as "2029-03", both included; `years` is how many a pool has. */
const periodSchema = z.strictObject({
  text: z.string(),
  type: z.enum(PERIOD_TYPES),
  from: z.string().regex(/^\d{4}-\d{2}$/),
  to: z.string().regex(/^\d{4}-\d{2}$/),
  years: z.int().positive().optional(),
});

const targetSchema = z.strictObject({
  /** Null where the wording names none. */
  area: z.string().nullable(),
  /** Stages are `interim` and `final`; `level` and `comparison` are two conditions on one measure. */
  role: z.enum(TARGET_ROLES),
  kind: z.enum(TARGET_KINDS),
  op: z.enum(TARGET_OPS).nullable(),
  /** The level as printed; null where there is none or it is left open. */
  value: z.number().nullable(),
  /** From the baseline; a fall is negative. */
  change: z.strictObject({ amount: z.number(), unit: z.enum(CHANGE_UNITS) }).nullable(),
  /** The area or standard that the level is held against, and its own level where that is printed. */
  compare: z.strictObject({ with: z.string(), relation: z.string().nullable(), value: z.number().nullable() }).nullable(),
  /** The printed level, or the one that follows from baseline and change. */
  impliedValue: z.number().nullable(),
  baseline: z.strictObject({ value: z.number().nullable(), period: periodSchema.nullable(), relation: z.string().nullable() }).nullable(),
  /** `period` is null where the date is left open. */
  due: z.strictObject({ text: z.string(), period: periodSchema.nullable() }).nullable(),
});

const sourceSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('fingertips'), id: z.int() }),
  z.strictObject({ type: z.enum(['ascof', 'obh']), id: z.string() }),
  z.strictObject({ type: z.literal('url'), url: z.string() }),
  z.strictObject({ type: z.literal('named'), text: z.string() }),
]);

/** Every indicator of the framework in its order, with what its wording says that is measured and aimed at. */
export const indicatorsSchema = z.array(
  z.strictObject({
    id: z.string(),
    /** Marked so in the framework, or a figure or date is left open; `placeholders` are as printed: "X%", "XXXX". */
    workInProgress: z.strictObject({ flag: z.boolean(), placeholders: z.array(z.string()) }),
    areasNamed: z.array(z.string()),
    /** Where the values come from, as the means of verification says. */
    sources: z.array(sourceSchema),
    /** Whom a level was taken from; no target. */
    benchmarks: z.array(z.strictObject({ area: z.string().nullable(), comparator: z.string(), period: periodSchema.nullable() })),
    measures: z.array(
      z.strictObject({ measure: z.string(), unit: z.string().nullable(), direction: z.enum(DIRECTIONS), targets: z.array(targetSchema) }),
    ),
  }),
);

export function indicatorsJson(framework: Framework): z.infer<typeof indicatorsSchema> {
  return framework.indicators.map((indicator) => {
    const { id, workInProgress, areasNamed, sources, benchmarks, measures } = readTargets(indicator, framework);
    return {
      id,
      workInProgress: { ...workInProgress, placeholders: [...workInProgress.placeholders] },
      areasNamed: [...areasNamed],
      sources: [...sources],
      benchmarks: [...benchmarks],
      measures: measures.map((measure) => ({ ...measure, targets: [...measure.targets] })),
    };
  });
}
