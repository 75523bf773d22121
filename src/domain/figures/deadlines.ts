import { type ActionPosition, isOverdue, plainStatus, quarterOfDate } from '../collation';
import { type CalendarDate, parseIsoDate } from '../grid';
import { figure } from './figure';
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
  const [before, after] = [`Before ${first}`, `After ${last}`];
  const dated = actions.flatMap((action) => {
    const date = parseIsoDate(action.due);
    return date === null ? [] : [{ action, quarter: quarterOfDate(date) }];
  });
  const lineOf = (quarter: string): string => (quarter < first ? before : quarter > last ? after : quarter);
  return {
    byQuarter: {
      columns: ['Complete or stopped', 'Overdue', 'Still to come', 'Actions'].map(apart),
      lines: [apart(before), ...quarters.map(oneOf), apart(after)].map((line) => {
        const due = dated.filter(({ quarter }) => lineOf(quarter) === line.name).map(({ action }) => action);
        const ended = due.filter(({ status }) => ['complete', 'stopped'].includes(plainStatus(status))).length;
        const overdue = due.filter((action) => isOverdue(action, asOf)).length;
        return { ...line, figures: [ended, overdue, due.length - ended - overdue, due.length].map(figure) };
      }),
      together: { lines: 'Later quarters', columns: '' },
    },
    dated: dated.length,
    undated: actions.length - dated.length,
  };
}

function quartersFrom(planDate: CalendarDate): string[] {
  const start = planDate.year * 12 + planDate.month - 1;
  return Array.from({ length: QUARTERS }, (_, index) => {
    const month = start + index * 3;
    return quarterOfDate({ year: Math.floor(month / 12), month: (month % 12) + 1, day: 1 });
  });
}
