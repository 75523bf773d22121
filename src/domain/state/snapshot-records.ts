import { type ActionPosition, NO_POSITION, type PlanPosition, quarterOfDate, type Snapshot } from '../collation';
import { parseIsoDate } from '../grid';
import { textsIn } from './record-json';

/**
 * Snapshots as records of `_plan`: one that opens the quarter, then one for each action that differs from the quarter before,
 * with only the fields that differ. So a plan of two thousand actions grows each quarter by what happened in it, and records
 * of past quarters are never written again.
 */
export type SnapshotRecord = readonly [quarter: string, asOf: string, ref: string, fields: string];

/** In the record that opens a quarter: the position has measures and the current activity too. */
const WITH_LINES = 'with measures and activity';

export function snapshotRecords(snapshots: readonly Snapshot[]): SnapshotRecord[] {
  let last: PlanPosition = new Map();
  return snapshots.flatMap(({ quarter, asOf, position, hasLines }) => {
    const records: SnapshotRecord[] = [[quarter, asOf, '', hasLines ? WITH_LINES : '']];
    for (const [ref, action] of position) {
      const before = last.get(ref);
      const fields = Object.entries(action).filter(([key, words]) => words !== (before ?? NO_POSITION)[key as keyof ActionPosition]);
      if (before === undefined || fields.length > 0) records.push([quarter, '', ref, JSON.stringify(Object.fromEntries(fields))]);
    }
    last = position;
    return records;
  });
}

/** Reads what `snapshotRecords` wrote; a record that somebody altered by hand counts as far as it can be read. The quarter is that of the day. */
export function snapshotsFrom(records: readonly SnapshotRecord[]): Snapshot[] {
  const snapshots: Snapshot[] = [];
  let position = new Map<string, ActionPosition>();
  for (const [, asOf, ref, fields] of records) {
    if (ref === '') {
      position = new Map(position);
      const date = parseIsoDate(asOf);
      // What the days after it say builds on it all the same.
      if (date !== null) snapshots.push({ quarter: quarterOfDate(date), asOf, position, hasLines: fields === WITH_LINES });
    } else position.set(ref, { ...(position.get(ref) ?? NO_POSITION), ...fieldsIn(fields) });
  }
  return snapshots;
}

function fieldsIn(json: string): Record<string, string> {
  return Object.fromEntries(Object.entries(textsIn(json)).filter(([key]) => Object.hasOwn(NO_POSITION, key)));
}
