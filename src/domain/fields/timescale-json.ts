import * as z from 'zod';
import type { TimescaleReading } from '../timescale';

/** Months are `YYYY-MM`. */
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** A timescale in plan.json, of an action or of a measure. */
export const timescaleSchema = z.strictObject({
  text: z.string(),
  start: month.nullable(),
  end: month.nullable(),
  ongoing: z.boolean(),
  provisional: z.boolean(),
  conditional: z.boolean(),
  relative: z.tuple([z.number(), z.number()]).nullable(),
  items: z.int().nonnegative(),
});

export function timescaleJson(reading: TimescaleReading): z.infer<typeof timescaleSchema> {
  const { text, start, end, ongoing, provisional, conditional, relative, items } = reading;
  return { text, start, end, ongoing, provisional, conditional, relative: relative === null ? null : [relative[0], relative[1]], items };
}
