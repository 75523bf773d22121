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

export function countersFrom(records: readonly (readonly string[])[]): PlanState['counters'] {
  return Object.fromEntries(records.map(([code = '', last = '0']) => [code, Number(last)]));
}
