import { type ActionPosition, actionsStanding, isOverdue, plainStatus, type PlanPosition, slipOf, type Snapshot } from '../collation';
import type { Framework } from '../framework';
import { comparedFigure, type Figure, figure } from './figure';
import {
  countsIn,
  directorateGroups,
  type Groups,
  OTHER_DIRECTORATES,
  OTHER_OUTCOMES,
  OTHER_STATUSES,
  outcomeGroups,
  statusGroups,
  sumsIn,
} from './groups';
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

/** An action of a quarter, and how it stands at the end of it. */
interface Stood {
  readonly action: ActionPosition;
  readonly isOverdue: boolean;
  readonly hasSlipped: boolean;
}

/** What was overdue in the earlier quarter is judged at that quarter's own day. */
export function standingFigures({ framework, position, lastQuarter, asOf }: Standing): StandingFigures {
  const now = actionsStanding(position);
  const then = lastQuarter === null ? null : actionsStanding(lastQuarter.position);
  const all = [...now.values(), ...(then?.values() ?? [])];
  const statuses = statusGroups(framework, all);
  const here = [...now].map(([ref, action]): Stood => {
    return { action, isOverdue: isOverdue(action, asOf), hasSlipped: slipOf(lastQuarter?.position.get(ref), action) !== null };
  });
  const before =
    then === null
      ? null
      : [...then.values()].map((action): Stood => {
          return { action, isOverdue: isOverdue(action, lastQuarter?.asOf ?? ''), hasSlipped: false };
        });
  const both = (count: (stood: readonly Stood[]) => number): Figure => comparedFigure(count(here), before === null ? null : count(before));
  const among = (test: (stood: Stood) => boolean): Figure => both((stood) => stood.filter(test).length);
  const slipped = (count: number): Figure => figure(then === null ? null : count);
  const columns = standingColumns(statuses);
  const statusBy = (groups: Groups<ActionPosition>, together: string): Tally => {
    const lines: Groups<Stood> = { names: groups.names, placesOf: ({ action }) => groups.placesOf(action) };
    const [sumsHere, sumsBefore] = [sumsIn(here, lines, columns), before === null ? null : sumsIn(before, lines, columns)];
    const last = columns.names.length - 1;
    return {
      columns: columns.names,
      lines: groups.names.map((name, line) => ({
        ...name,
        figures: (sumsHere[line] ?? []).map((sum, column) =>
          column === last ? slipped(sum) : comparedFigure(sum, sumsBefore === null ? null : (sumsBefore[line]?.[column] ?? 0)),
        ),
      })),
      together: { lines: together, columns: OTHER_STATUSES },
    };
  };
  const [countsHere, countsBefore] = [countsIn(statuses, [...now.values()]), then === null ? null : countsIn(statuses, [...then.values()])];
  return {
    actions: both((stood) => stood.length),
    said: among(({ action }) => action.status !== ''),
    complete: among(({ action }) => plainStatus(action.status) === 'complete'),
    overdue: among((stood) => stood.isOverdue),
    slipped: slipped(here.filter(({ hasSlipped }) => hasSlipped).length),
    fresh: figure(then === null ? null : without(now, then)),
    gone: figure(then === null ? null : without(then, now)),
    byStatus: {
      columns: [apart('This quarter'), apart('Last quarter')],
      lines: statuses.names.map((name, place) => {
        return { ...name, figures: [figure(countsHere[place] ?? 0), figure(countsBefore === null ? null : (countsBefore[place] ?? 0))] };
      }),
      together: { lines: OTHER_STATUSES, columns: '' },
    },
    byOutcome: statusBy(outcomeGroups(framework, all), OTHER_OUTCOMES),
    byDirectorate: statusBy(directorateGroups(framework, all), OTHER_DIRECTORATES),
  };
}

/** A column for each status, then all actions, those overdue and those that slipped. */
function standingColumns({ names, placesOf }: Groups<ActionPosition>): Groups<Stood> {
  const [actions, overdue, slipped] = [names.length, names.length + 1, names.length + 2];
  return {
    names: [...names, apart('Actions'), apart('Overdue'), apart('Slipped')],
    placesOf: ({ action, isOverdue: isLate, hasSlipped }) => [
      ...placesOf(action),
      actions,
      ...(isLate ? [overdue] : []),
      ...(hasSlipped ? [slipped] : []),
    ],
  };
}

/** How many of the first are not among the second. */
function without(these: Positions, those: Positions): number {
  return [...these.keys()].filter((ref) => !those.has(ref)).length;
}
