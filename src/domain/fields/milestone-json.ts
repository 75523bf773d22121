import * as z from 'zod';
import type { Milestone } from '../reading';
import { timescaleJson, timescaleSchema } from './timescale-json';

/** A milestone in plan.json; `cells` are the A1 addresses of its fields, on the sheet of the action. */
export const milestoneSchema = z.strictObject({
  text: z.string(),
  ledBy: z.array(z.string()),
  timescale: timescaleSchema,
  measure: z.string(),
  source: z.strictObject({ cells: z.record(z.string(), z.string().regex(/^[A-Z]{1,3}[1-9]\d*$/)) }),
});

export function milestoneJson({ text, ledBy, timescale, measure, cells }: Milestone): z.infer<typeof milestoneSchema> {
  return { text, ledBy: [...ledBy.leads], timescale: timescaleJson(timescale), measure: measure.text, source: { cells: { ...cells } } };
}
