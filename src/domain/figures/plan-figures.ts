import { actionsStanding, plainStatus, type PlanPosition, type Snapshot } from '../collation';
import { type CalendarDate, isoDate } from '../grid';
import { type Coverage, coverageOf } from '../mapping';
import { type Deadlines, deadlinesOf } from './deadlines';
import { figure } from './figure';
import {
  costGroups,
  directorateGroups,
  type Groups,
  linesOf,
  OTHER_COSTS,
  OTHER_DIRECTORATES,
  OTHER_OUTCOMES,
  outcomeCodeGroups,
  sumsIn,
} from './groups';
import { type Counted, type PlanCounts, planCounts } from './plan-counts';
import { type StandingFigures, standingFigures } from './standing-figures';
import { apart, oneOf, type Tally } from './tally';

/**
 * Every figure of a plan, worked out once: sheets, papers, plan.json, the command line and the pane take theirs from here.
 * Rule: docs/rules.md#counting.
 */
export interface PlanFigures {
  readonly counts: PlanCounts;
  /** Actions that say how they stand and are at risk or delayed. */
  readonly atRisk: number;
  readonly standing: StandingFigures;
  /** An action is counted in the column of each outcome that it serves, and once in the last, "Actions". */
  readonly outcomesByDirectorate: Tally;
  /** Listed services have no cost of their own and are left out. */
  readonly costByDirectorate: Tally;
  readonly deadlines: Deadlines;
  readonly coverage: Coverage;
  /** Served by an action, a measure or both; then by each of the two. */
  readonly indicators: {
    readonly all: number;
    readonly served: number;
    readonly byActions: number;
    readonly byMeasures: number;
    readonly suggested: number;
  };
}

export interface Figured extends Counted {
  /** Where each action stands, what was typed beside it included. */
  readonly position: PlanPosition;
  readonly lastQuarter: Snapshot | null;
  /** Quarters are counted from the plan date; an action is overdue as of `asOf`. */
  readonly dates: { readonly planDate: CalendarDate; readonly asOf: CalendarDate };
}

export function planFigures(subject: Figured): PlanFigures {
  const { framework, register, lines, position, lastQuarter, dates } = subject;
  const asOf = isoDate(dates.asOf);
  const standing = [...actionsStanding(position).values()];
  const coverage = coverageOf(
    register.actions.map(({ ref, action, indicators }) => ({ ref, directorate: action.directorate, indicators })),
    framework,
    lines.measures.flatMap(({ ref, line, indicators }) =>
      indicators.map((indicator) => ({ ref, directorate: line.directorate, indicator })),
    ),
  );
  return {
    counts: planCounts(subject),
    atRisk: standing.filter(({ status }) => ['at risk', 'delayed'].includes(plainStatus(status))).length,
    standing: standingFigures({ framework, position, lastQuarter, asOf }),
    outcomesByDirectorate: outcomesByDirectorate(subject),
    costByDirectorate: costByDirectorate(subject),
    deadlines: deadlinesOf(standing, dates.planDate, asOf),
    coverage,
    indicators: {
      all: coverage.indicators.length,
      served: coverage.indicators.filter(({ state }) => state === 'confirmed').length,
      byActions: coverage.indicators.filter(({ confirmed }) => confirmed.length > 0).length,
      byMeasures: coverage.indicators.filter(({ measures }) => measures.length > 0).length,
      suggested: coverage.indicators.filter(({ state }) => state === 'suggested').length,
    },
  };
}

function outcomesByDirectorate({ framework, register, position }: Figured): Tally {
  const actions = register.actions.map(({ ref, action: { directorate, directorateText, outcomes } }) => ({
    directorate,
    directorateText,
    outcomes: position.get(ref)?.outcomes ?? outcomes.codes.join(', '),
  }));
  const outcomes = withAll(outcomeCodeGroups(framework, actions));
  const directorates = directorateGroups(framework, actions);
  return {
    columns: outcomes.names,
    lines: linesOf(directorates, sumsIn(actions, directorates, outcomes)),
    together: { lines: OTHER_DIRECTORATES, columns: OTHER_OUTCOMES },
  };
}

/** The lines are those of all actions and services, so that they are the same as in the block before. */
function costByDirectorate({ framework, register, position }: Figured): Tally {
  const all = register.actions.flatMap(({ ref }) => position.get(ref) ?? []);
  const actions = all.filter(({ kind }) => kind === 'action');
  const costs = withAll(costGroups(actions));
  const directorates = directorateGroups(framework, all);
  return {
    columns: costs.names,
    lines: linesOf(directorates, sumsIn(actions, directorates, costs)),
    together: { lines: OTHER_DIRECTORATES, columns: OTHER_COSTS },
  };
}

/** With a last column in which every action counts once. */
function withAll<T>({ names, placesOf }: Groups<T>): Groups<T> {
  return { names: [...names, apart('Actions')], placesOf: (one) => [...placesOf(one), names.length] };
}

/** Indicators level by level; unserved ones that are still work in progress have a column of their own, or are counted with the others. */
export function indicatorsByLevel({ levels }: Coverage, inProgress: 'apart' | 'counted in'): Tally {
  const isApart = inProgress === 'apart';
  return {
    columns: ['Served', 'Suggested only', 'By nobody', ...(isApart ? ['By nobody, work in progress'] : []), 'Indicators'].map(apart),
    lines: levels.map(({ level, title, confirmed, suggested, unserved, unservedInProgress, indicators }) => {
      const byNobody = isApart ? [unserved, unservedInProgress] : [unserved + unservedInProgress];
      return { ...oneOf(`${level} ${title}`), figures: [confirmed, suggested, ...byNobody, indicators].map(figure) };
    }),
    together: { lines: 'Other levels', columns: '' },
  };
}
