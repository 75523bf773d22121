/**
 * Excel's 1900 date system. Serial 1 is 1 January 1900; 60 is 29 February 1900, a day that did not exist, so for
 * every date after it a serial is the count of days since 30 December 1899. Serials carry no time zone, so
 * everything here is UTC and no local clock is read.
 */
const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** The calendar date of a serial (whole part); null below 61 (before March 1900) and above 31 December 9999. */
export function dateOfSerial(serial: number): CalendarDate | null {
  if (!Number.isFinite(serial) || serial < 61 || serial >= 2_958_466) return null;
  const date = new Date(EPOCH + Math.floor(serial) * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function serialOfDate(date: CalendarDate): number {
  return Math.round((Date.UTC(date.year, date.month - 1, date.day) - EPOCH) / DAY);
}

/** Whether a number format shows a date: has a day, month or year letter outside quotes, brackets and escapes. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!(?:h+|m+|s+)\])[^[\]]*\]/gi, '');
  return !/general/i.test(bare) && /[dmy]/i.test(bare.replace(/\[[hms]+\]|(?<!h)h+:?m+(:?s+)?|(?<!m)m+:s+/gi, ''));
}

/** "2025-01-30"; null for anything that is not a day of the calendar. */
export function parseIsoDate(iso: string): CalendarDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (match === null) return null;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isoDate(dateOfSerial(serialOfDate(date)) ?? { year: 0, month: 0, day: 0 }) === iso ? date : null;
}

export function isoDate({ year, month, day }: CalendarDate): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
