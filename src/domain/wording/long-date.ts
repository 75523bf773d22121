import { type CalendarDate, isoDate, parseIsoDate } from '../grid';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "24 November 2026". */
export function longDate(date: CalendarDate): string {
  return DAY.format(new Date(isoDate(date)));
}

/** "24 November 2026" for "2026-11-24"; a text that is no day of the calendar comes back as it is. */
export function longDateOfIso(iso: string): string {
  const date = parseIsoDate(iso);
  return date === null ? iso : longDate(date);
}
