import { parseIsoDate } from '../grid';
import type { PlanState } from './plan-state';

/** What the last run was, one property a record; no records before the first run. */
export function runRecords(lastRun: PlanState['lastRun']): string[][] {
  if (lastRun === null) return [];
  return [
    ['id', lastRun.id],
    ['as of', lastRun.asOf],
    ['framework', lastRun.framework],
  ];
}

export function lastRunFrom(records: readonly (readonly string[])[]): PlanState['lastRun'] {
  const run = new Map(records.map(([key = '', value = '']) => [key, value]));
  const id = run.get('id');
  return id === undefined || parseIsoDate(run.get('as of') ?? '') === null
    ? null
    : { id, asOf: run.get('as of') ?? '', framework: run.get('framework') ?? '' };
}

/** The last number given to an action of each directorate, by its short code. */
export function counterRecords(counters: PlanState['counters']): string[][] {
  return Object.entries(counters).map(([code, last]) => [code, String(last)]);
}

/** A number that no Ref can have was altered by hand: it counts as none, and is raised to the Refs in use. */
export function countersFrom(records: readonly (readonly string[])[]): PlanState['counters'] {
  return Object.fromEntries(records.map(([code = '', last = '']) => [code, /^\d{1,6}$/.test(last) ? Number(last) : 0]));
}
