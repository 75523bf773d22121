import type { Month } from './timescale-reading';

/** Months counted from January of the year 0, so that sums and comparisons are plain: year * 12 + month - 1. */
export type MonthIndex = number;

export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `month` is 1 to 12. */
export function monthIndex(year: number, month: number): MonthIndex {
  return year * 12 + month - 1;
}

/** `monthIndex(2026, 3)` is "2026-03". */
export function monthText(index: MonthIndex): Month {
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, '0')}-${String(index - year * 12 + 1).padStart(2, '0')}`;
}

/** "2026-03" as an index; null when the text is no month. */
export function parseMonth(month: Month): MonthIndex | null {
  const [year, number, more] = month.split('-').map(Number);
  if (year === undefined || number === undefined || more !== undefined) return null;
  return Number.isInteger(year) && Number.isInteger(number) && number >= 1 && number <= 12 ? monthIndex(year, number) : null;
}

/** The April that begins the financial year (April to March) which holds a month. */
export function financialYearOf(index: MonthIndex): MonthIndex {
  return Math.floor((index - 3) / 12) * 12 + 3;
}

/** The month of Easter Sunday, 3 or 4, by the Gregorian rule (Meeus, Jones and Butcher). */
export function easterMonth(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moon + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  return Math.floor((epact + weekday - 7 * late + 114) / 31);
}
