import * as z from 'zod';
import { NO_CHANGES, type PlanChanges } from '../collation';
import { COMPARED_FIELDS } from '../fields';
import { chunks, parsedAs } from './record-json';

/** The first record says since when, each later one is a change. No records where there was nothing to compare with. */
export function changeRecords({ since, list }: PlanChanges): string[][] {
  return since === null ? [] : [[since], ...list.map((change) => ['', ...chunks(JSON.stringify(change))])];
}

const changeSchema = z.object({
  ref: z.string(),
  directorate: z.string(),
  kind: z.enum(['measure', 'activity']).exactOptional(),
  what: z.enum(['new', 'no longer sent', 'sent again', 'carried forward', 'moved', 'changed']),
  field: z.enum([...COMPARED_FIELDS, 'strategies']).nullable(),
  was: z.string(),
  now: z.string(),
});

/** Reads what `changeRecords` wrote; a record that is no change, since somebody altered it by hand, is passed over. */
export function changesFrom([head, ...rest]: readonly (readonly string[])[]): PlanChanges {
  if (head === undefined) return NO_CHANGES;
  return { since: head[0] ?? '', list: rest.flatMap(([, ...json]) => parsedAs(changeSchema, json.join(''))) };
}
