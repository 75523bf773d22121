import { type ActionPosition, actionsStanding, isOverdue, plainStatus, type PlanPosition, slipOf, type Snapshot } from '../collation';
import type { Framework } from '../framework';
import { comparedFigure, type Figure, figure } from './figure';
import { directorateGroups, type Group, OTHER_DIRECTORATES, OTHER_OUTCOMES, OTHER_STATUSES, outcomeGroups, statusGroups } from './groups';
import { apart, type Tally } from './tally';

/** How the actions stand this quarter, against the one before. Listed services have no status of their own and are left out. */
export interface StandingFigures {
  readonly actions: Figure;
  /** Those that have a status. */
  readonly said: Figure;
  readonly complete: Figure;
  readonly overdue: Figure;
  /** Null while there is no quarter to compare with; the same for `fresh` and `gone`. */
  readonly slipped: Figure;
  readonly fresh: Figure;
  readonly gone: Figure;
  /** Each action in one line; two columns, this quarter and last. */
  readonly byStatus: Tally;
  /** An action is counted in the line of each outcome that it serves. */
  readonly byOutcome: Tally;
  /** Each action in one line. */
  readonly byDirectorate: Tally;
}

export interface Standing {
  readonly framework: Framework;
  readonly position: PlanPosition;
  /** The newest snapshot of an earlier quarter; null where there is none yet. */
  readonly lastQuarter: Snapshot | null;
  /** ISO date at which it is judged what is overdue. */
  readonly asOf: string;
}

type Positions = ReadonlyMap<string, ActionPosition>;

/** How often an action counts in a line. */
type Times = (action: ActionPosition) => number;

/** What was overdue in the earlier quarter is judged at that quarter's own day. */
export function standingFigures({ framework, position, lastQuarter, asOf }: Standing): StandingFigures {
  const now = actionsStanding(position);
  const then = lastQuarter === null ? null : actionsStanding(lastQuarter.position);
  const all = [...now.values(), ...(then?.values() ?? [])];
  const statuses = statusGroups(framework, all);
  type Test = (action: ActionPosition, asOf: string) => boolean;
  const both = (times: Times, test: Test = () => true): Figure =>
    comparedFigure(
      sumOver(now, (action) => (test(action, asOf) ? times(action) : 0)),
      then === null ? null : sumOver(then, (action) => (test(action, lastQuarter?.asOf ?? '') ? times(action) : 0)),
    );
  const slippedAmong = (times: Times): Figure =>
    figure(then === null ? null : sumOver(now, times, (ref, action) => slipOf(lastQuarter?.position.get(ref), action) !== null));
  const once: Times = () => 1;
  const statusBy = (groups: readonly Group<ActionPosition>[], together: string): Tally => ({
    columns: [...statuses.map(({ name, standsFor }) => ({ name, standsFor })), apart('Actions'), apart('Overdue'), apart('Slipped')],
    lines: groups.map(({ name, standsFor, times }) => ({
      name,
      standsFor,
      figures: [
        ...statuses.map((status) => both((action) => status.times(action) * times(action))),
        both(times),
        both(times, isOverdue),
        slippedAmong(times),
      ],
    })),
    together: { lines: together, columns: OTHER_STATUSES },
  });
  return {
    actions: both(once),
    said: both(once, ({ status }) => status !== ''),
    complete: both(once, ({ status }) => plainStatus(status) === 'complete'),
    overdue: both(once, isOverdue),
    slipped: slippedAmong(once),
    fresh: figure(then === null ? null : without(now, then)),
    gone: figure(then === null ? null : without(then, now)),
    byStatus: {
      columns: [apart('This quarter'), apart('Last quarter')],
      lines: statuses.map(({ name, standsFor, times }) => {
        const { now: here, then: before } = both(times);
        return { name, standsFor, figures: [figure(here), figure(before)] };
      }),
      together: { lines: OTHER_STATUSES, columns: '' },
    },
    byOutcome: statusBy(outcomeGroups(framework, all), OTHER_OUTCOMES),
    byDirectorate: statusBy(directorateGroups(framework, all), OTHER_DIRECTORATES),
  };
}

function sumOver(actions: Positions, times: Times, test: (ref: string, action: ActionPosition) => boolean = () => true): number {
  return [...actions].reduce((sum, [ref, action]) => sum + (test(ref, action) ? times(action) : 0), 0);
}

/** How many of the first are not among the second. */
function without(these: Positions, those: Positions): number {
  return [...these.keys()].filter((ref) => !those.has(ref)).length;
}
