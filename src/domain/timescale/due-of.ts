import { type CalendarDate, dateOfSerial, serialOfDate } from '../grid';
import { parseMonth } from './month-index';
import type { TimescaleReading } from './timescale-reading';

/** Days of a month; `index` counts months from January of the year 0. */
function lastDay(index: number): CalendarDate {
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const day = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return { year, month, day };
}

/** Whole months keep the day, or take the month's last where it has no such day; weeks and days are counted in days. */
function later(date: CalendarDate, years: number): CalendarDate | null {
  const months = years * 12;
  if (Math.abs(months - Math.round(months)) > 1e-9) return dateOfSerial(serialOfDate(date) + Math.round(years * 365.25));
  const end = lastDay(date.year * 12 + date.month - 1 + Math.round(months));
  return { ...end, day: Math.min(date.day, end.day) };
}

/**
 * When an action is due (docs/rules.md#timescale-due): the last day of the end month; for a relative reading the plan date plus its maximum; else null.
 */
export function dueOf(reading: Pick<TimescaleReading, 'end' | 'relative'>, planDate: CalendarDate): CalendarDate | null {
  const end = reading.end === null ? null : parseMonth(reading.end);
  if (end !== null) return lastDay(end);
  return reading.relative === null ? null : later(planDate, reading.relative[1]);
}
