import type { CalendarDate } from '../grid';
import { financialQuarterOf } from '../timescale';
import type { PlanPosition } from './position';

/**
 * The plan as it stood in a financial quarter. There is one a quarter, and each run renews that of its own: the day of a run is
 * chosen freely, and five runs in a week must not leave five records to compare with. What stays is the position at the quarter's
 * last run, which is the nearest to its end that is known.
 * Rule: docs/rules.md#snapshots.
 */
export interface Snapshot {
  /** "2025/26 Q1". */
  readonly quarter: string;
  /** ISO date of the run that last renewed it. */
  readonly asOf: string;
  readonly position: PlanPosition;
  /** Whether measures and the current activity are in it; version 0.1.0 kept actions alone. */
  readonly hasLines: boolean;
}

/** "2025/26 Q1" for any day from April to June 2025. */
export function quarterOfDate({ year, month }: CalendarDate): string {
  return financialQuarterOf(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`) ?? '';
}

/** The snapshots with one renewed or added, in the order of the quarters. */
export function renewSnapshot(snapshots: readonly Snapshot[], snapshot: Snapshot): Snapshot[] {
  return [...snapshots.filter(({ quarter }) => quarter !== snapshot.quarter), snapshot].sort((a, b) => (a.quarter < b.quarter ? -1 : 1));
}

/** The newest snapshot of a quarter before this one; null when there is none. */
export function snapshotBefore(snapshots: readonly Snapshot[], quarter: string): Snapshot | null {
  return snapshots.filter((one) => one.quarter < quarter).at(-1) ?? null;
}
