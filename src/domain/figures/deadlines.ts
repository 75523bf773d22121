import { type ActionPosition, isOverdue, plainStatus, quarterOfDate } from '../collation';
import { type CalendarDate, parseIsoDate } from '../grid';
import { type Groups, linesOf, sumsIn } from './groups';
import { apart, oneOf, type Tally } from './tally';

/** Four financial years, from the quarter in which the plan was agreed. */
const QUARTERS = 16;

export interface Deadlines {
  /** Sixteen quarters, with a line for what lies before them and one for what lies after. */
  readonly byQuarter: Tally;
  readonly dated: number;
  /** Actions without a due date are in no line. */
  readonly undated: number;
}

/**
 * @param asOf ISO date at which it is judged what is overdue.
 * Rule: docs/rules.md#counting-deadlines.
 */
export function deadlinesOf(actions: readonly ActionPosition[], planDate: CalendarDate, asOf: string): Deadlines {
  const quarters = quartersFrom(planDate);
  const [first = '', last = ''] = [quarters[0], quarters.at(-1)];
  const placeOf = (quarter: string): number => (quarter < first ? 0 : quarter > last ? QUARTERS + 1 : quarters.indexOf(quarter) + 1);
  const due = actions.flatMap((action): Due[] => {
    const date = parseIsoDate(action.due);
    return date === null ? [] : [{ action, line: placeOf(quarterOfDate(date)) }];
  });
  const lines: Groups<Due> = {
    names: [apart(`Before ${first}`), ...quarters.map(oneOf), apart(`After ${last}`)],
    placesOf: ({ line }) => [line],
  };
  const columns: Groups<Due> = {
    names: ['Complete or stopped', 'Overdue', 'Still to come', 'Actions'].map(apart),
    placesOf: ({ action }) => [hasEnded(action) ? 0 : isOverdue(action, asOf) ? 1 : 2, 3],
  };
  return {
    byQuarter: {
      columns: columns.names,
      lines: linesOf(lines, sumsIn(due, lines, columns)),
      together: { lines: 'Later quarters', columns: '' },
    },
    dated: due.length,
    undated: actions.length - due.length,
  };
}

/** A dated action, and its place among the lines. */
interface Due {
  readonly action: ActionPosition;
  readonly line: number;
}

const hasEnded = ({ status }: ActionPosition): boolean => ['complete', 'stopped'].includes(plainStatus(status));

function quartersFrom(planDate: CalendarDate): string[] {
  const start = planDate.year * 12 + planDate.month - 1;
  return Array.from({ length: QUARTERS }, (_, index) => {
    const month = start + index * 3;
    return quarterOfDate({ year: Math.floor(month / 12), month: (month % 12) + 1, day: 1 });
  });
}
