import type { PlanPosition } from './position';
import type { Snapshot } from './snapshots';

/** When an action was to be done, as the plan said from a run on until the next record of that action. */
export interface DatesOfAction {
  readonly ref: string;
  /** ISO date of the run. */
  readonly asOf: string;
  /** The timescale in words. */
  readonly timescale: string;
  /** ISO date; "" for none. */
  readonly due: string;
}

/**
 * Every timescale and due date that the plan has said, in the order of the runs; records of earlier runs are never altered. A plan that has
 * none yet begins with those of its snapshots.
 * Rule: docs/rules.md#date-history.
 */
export function datesAfter(
  before: readonly DatesOfAction[],
  snapshots: readonly Snapshot[],
  { position, asOf }: Pick<Snapshot, 'position' | 'asOf'>,
): DatesOfAction[] {
  const dates = before.length > 0 ? [...before] : snapshots.reduce<DatesOfAction[]>((sum, one) => [...sum, ...newDates(sum, one)], []);
  return [...dates, ...newDates(dates, { position, asOf })];
}

function newDates(before: readonly DatesOfAction[], { position, asOf }: { position: PlanPosition; asOf: string }): DatesOfAction[] {
  const last = new Map(before.map((one) => [one.ref, one]));
  return [...position].flatMap(([ref, { timescale, due, standing }]) => {
    const known = last.get(ref);
    if (standing === 'gone' || (known?.timescale === timescale && known.due === due)) return [];
    return known === undefined && timescale === '' && due === '' ? [] : [{ ref, asOf, timescale, due }];
  });
}
