import type { DatesOfAction } from '../collation';

/** Every date that the plan has said, one a record, the newest last: records are added and never altered. */
export function dateRecords(dates: readonly DatesOfAction[]): string[][] {
  return dates.map(({ ref, asOf, timescale, due }) => [ref, asOf, timescale, due]);
}

export function datesFrom(records: readonly (readonly string[])[]): DatesOfAction[] {
  return records.map(([ref = '', asOf = '', timescale = '', due = '']) => ({ ref, asOf, timescale, due }));
}
