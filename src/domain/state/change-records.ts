import { NO_CHANGES, type PlanChanges } from '../collation';
import { chunks, parsed } from './record-json';

/** The first record says since when, each later one is a change. No records where there was nothing to compare with. */
export function changeRecords({ since, list }: PlanChanges): string[][] {
  return since === null ? [] : [[since], ...list.map((change) => ['', ...chunks(JSON.stringify(change))])];
}

export function changesFrom([head, ...rest]: readonly (readonly string[])[]): PlanChanges {
  if (head === undefined) return NO_CHANGES;
  return { since: head[0] ?? '', list: rest.flatMap(([, ...json]) => parsed<PlanChanges['list'][number]>(json.join(''))) };
}
