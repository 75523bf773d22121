import {
  type ActionChange,
  actionsAlone,
  changesBetween,
  NO_CHANGES,
  type PlanChanges,
  positionOf,
  quarterOfDate,
  snapshotBefore,
  type Snapshot,
} from '../../domain/collation';
import { type BookGrid, parseIsoDate } from '../../domain/grid';
import { type PlanProgress, typedFields } from '../../domain/sheets';
import { longDateOfIso } from '../../domain/wording';
import type { PlanState } from '../../domain/state';
import { settledBy } from '../../domain/workbook';
import { Failure } from '../ports/failure';
import type { Collated } from './collate';

/** The progress of the plan with this run, and what the workbook is to remember of it. */
export interface CollatedProgress extends PlanProgress {
  /** Since the run before; when this run found no change, what the last run that found one did. */
  readonly sinceLastRun: PlanChanges;
}

/**
 * @param book the workbook as it is recognised: what the collator typed beside the actions replaces what was sent.
 * @throws Failure "bad option" when there is no snapshot of the quarter to compare with.
 */
export function progressOf({ register, lines, options, state }: Collated, book: BookGrid): CollatedProgress {
  const { framework, planDate } = options;
  const typed = typedFields(book, { framework, planDate, written: state.written, settled: settledBy(options.settled ?? []) });
  const before = lastPosition(state);
  const position = positionOf({ register, lines }, typed, options.planDate, before?.position ?? null);
  const quarter = quarterOfDate(options.asOf);
  // Collators know what they typed themselves: the list of changes is for what the directorates sent.
  const found = before === null ? [] : changesSince(before, position, (ref, field) => typed.get(ref)?.[field] !== undefined);
  const sinceLastRun =
    before === null
      ? NO_CHANGES
      : found.length === 0
        ? state.changes
        : { since: `the collation of ${longDateOfIso(before.asOf)}`, list: found };
  const chosen = options.since === undefined ? null : snapshotOf(state, options.since);
  return {
    quarter,
    position,
    lastQuarter: snapshotBefore(state.snapshots, quarter),
    changes: chosen === null ? sinceLastRun : { since: snapshotWords(chosen), list: changesSince(chosen, position) },
    sinceLastRun,
  };
}

/** A snapshot without measures and activity says nothing of them: they are not told as new. */
function changesSince(
  { position, hasLines }: Snapshot,
  now: CollatedProgress['position'],
  passOver?: Parameters<typeof changesBetween>[2],
): ActionChange[] {
  return changesBetween(position, hasLines ? now : actionsAlone(now), passOver);
}

/** The last run renewed the snapshot of its own quarter, so that is the plan after it. */
function lastPosition({ lastRun, snapshots }: PlanState): Snapshot | null {
  const asOf = parseIsoDate(lastRun?.asOf ?? '');
  return asOf === null ? null : (snapshots.find(({ quarter }) => quarter === quarterOfDate(asOf)) ?? null);
}

function snapshotOf({ snapshots }: PlanState, quarter: string): Snapshot {
  const found = snapshots.find((one) => one.quarter === quarter);
  if (found !== undefined) return found;
  const there = snapshots.map((one) => one.quarter);
  const next = there.length === 0 ? 'The plan has none yet; each collation keeps one for its quarter.' : `There are: ${there.join(', ')}.`;
  throw new Failure('bad option', `There is no snapshot of “${quarter}” to compare with. ${next}`);
}

function snapshotWords({ quarter, asOf }: Snapshot): string {
  return `${quarter}, as the plan stood on ${longDateOfIso(asOf)}`;
}
