import { dateOfSerial, isDateFormat } from '../grid';
import type { Action } from '../reading';
import { longDate } from '../wording';

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/**
 * A timescale as a paper prints it: as it was written, but a date cell, which the sheet may show as "Mar-26", in words. With a day and a
 * year in its format it is that day; else the month that it was read as, since Excel makes "March 25" a day of this year.
 * Rule: docs/rules.md#timescale-changed-by-excel.
 */
export function timescaleWords({ timescale, cells }: Pick<Action, 'timescale' | 'cells'>): string {
  const cell = cells.timescale?.cell;
  // With the start of another column the words are those of both.
  if (cell?.kind !== 'number' || !isDateFormat(cell.format) || timescale.text !== cell.text) return timescale.text;
  const day = /d/i.test(cell.format) && /y/i.test(cell.format) ? dateOfSerial(cell.value) : null;
  if (day !== null) return longDate(day);
  const month = timescale.end ?? timescale.start;
  return month === null ? timescale.text : MONTH.format(new Date(`${month}-01T00:00:00Z`));
}
