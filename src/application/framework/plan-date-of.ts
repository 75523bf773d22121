import type { Framework } from '../../domain/framework';
import { type CalendarDate, parseIsoDate } from '../../domain/grid';
import { Failure } from '../ports/failure';

/**
 * The day the plan was agreed: relative timescales are counted from it.
 * @throws Failure when the framework's date is not a date; the schema refuses such a framework.
 */
export function planDateOf(framework: Framework): CalendarDate {
  const date = parseIsoDate(framework.planDate);
  if (date === null) throw new Failure('bad framework', `The framework's plan date "${framework.planDate}" is not a date.`);
  return date;
}
