import { type MonthIndex, easterMonth, financialYearOf, monthIndex } from './month-index';

/**
 * A stretch of whole months that the text names: "March 2026", "Q3", "2025/26", "spring".
 * While no year is known (`dated` false) the months are those of the year 0; winter runs on into the year 1.
 */
export interface NamedTime {
  readonly kind: 'month' | 'season' | 'quarter' | 'half' | 'year' | 'easter';
  /** First month; what a beginning takes. */
  readonly first: MonthIndex;
  /** Last month, inclusive; what a deadline takes. */
  readonly last: MonthIndex;
  readonly dated: boolean;
}

/** A year as written beside or without a month: "2026", or the financial year "2025/26", which `year` begins. */
export interface NamedYear {
  readonly kind: 'year' | 'financial';
  readonly year: number;
}

export type Narrowing = 'start' | 'early' | 'mid' | 'late' | 'end' | 'first half' | 'second half';

/** An undated month; `month` is 1 to 12. */
export function undatedMonth(month: number): NamedTime {
  return { kind: 'month', first: month - 1, last: month - 1, dated: false };
}

/** `quarter` 1 is April to June (docs/rules.md#timescale-years). */
export function undatedQuarter(quarter: number): NamedTime {
  const first = (quarter * 3) % 12;
  return { kind: 'quarter', first, last: first + 2, dated: false };
}

export function calendarYear(year: number): NamedTime {
  return { kind: 'year', first: monthIndex(year, 1), last: monthIndex(year, 12), dated: true };
}

export function financialYear(year: number): NamedTime {
  return { kind: 'year', first: monthIndex(year, 4), last: monthIndex(year + 1, 3), dated: true };
}

/** September to August. */
export function academicYear(year: number): NamedTime {
  return { kind: 'year', first: monthIndex(year, 9), last: monthIndex(year + 1, 8), dated: true };
}

/** The year of a council's offices, May to April. */
export function municipalYear(year: number): NamedTime {
  return { kind: 'year', first: monthIndex(year, 5), last: monthIndex(year + 1, 4), dated: true };
}

/** The same months, `years` later; Easter moves between March and April. */
function yearsLater(time: NamedTime, years: number): NamedTime {
  const first = time.first + years * 12;
  if (time.kind !== 'easter') return { ...time, first, last: time.last + years * 12, dated: true };
  const year = Math.floor(first / 12);
  const month = monthIndex(year, easterMonth(year));
  return { ...time, first: month, last: month, dated: true };
}

/** An undated time in the twelve months from `from`, judged by its last month. */
export function withinYearFrom(time: NamedTime, from: MonthIndex): NamedTime {
  return yearsLater(time, Math.ceil((from - time.last) / 12));
}

/**
 * An undated time with the year written beside it. A quarter belongs to the financial year that begins in a single year
 * ("Q4 2025" ends in March 2026), winter to the year of its December, a half to the calendar year unless the year is financial.
 */
export function inYear(time: NamedTime, year: NamedYear): NamedTime {
  if (year.kind === 'financial' || time.kind === 'quarter') return withinYearFrom(time, monthIndex(year.year, 4));
  if (time.kind !== 'half') return yearsLater(time, year.year);
  const first = monthIndex(year.year, time.first === 3 ? 1 : 7);
  return { ...time, first, last: first + 5, dated: true };
}

/** Whether the time is a whole year, so that a month named beside it lies inside it. */
export function isWholeYear(time: NamedTime): boolean {
  return time.last - time.first === 11;
}

/**
 * "mid-2026" is June, "early" the first quarter of a year, "late" the last; of three months, early is the first and mid the second.
 * Rule: docs/rules.md#timescale-parts-of-a-year.
 */
export function narrowed(time: NamedTime, how: Narrowing): NamedTime {
  const length = time.last - time.first + 1;
  const quarter = Math.max(1, Math.floor(length / 4));
  const half = Math.max(1, Math.floor(length / 2));
  const middle = time.first + Math.floor((length - 1) / 2);
  switch (how) {
    case 'start':
      return { ...time, last: time.first };
    case 'early':
      return { ...time, last: time.first + quarter - 1 };
    case 'mid':
      return { ...time, first: middle, last: middle };
    case 'late':
      return { ...time, first: time.last - quarter + 1 };
    case 'end':
      return { ...time, first: time.last };
    case 'first half':
      return { ...time, last: time.first + half - 1 };
    case 'second half':
      return { ...time, first: time.last - half + 1 };
  }
}

/**
 * Gives an undated time the year of a dated neighbour, keeping the order written (docs/rules.md#timescale-missing-year): "Nov - March 2026" starts in
 * November 2025. A quarter takes the financial year that holds the neighbour; a month beside a whole year lies in it.
 * The two ends of one range are never the same month of the same year.
 */
export function datedBy(time: NamedTime, neighbour: NamedTime, order: 'before' | 'after', inRange: boolean): NamedTime {
  if (isWholeYear(neighbour) && neighbour.kind === 'year') return withinYearFrom(time, neighbour.first);
  if (time.kind === 'quarter' || time.kind === 'half') {
    const found = withinYearFrom(time, financialYearOf(neighbour.last));
    if (!inRange) return found;
    if (order === 'before' && found.first > neighbour.last) return yearsLater(found, -1);
    return order === 'after' && found.last < neighbour.first ? yearsLater(found, 1) : found;
  }
  const apart = inRange ? 1 : 0;
  const years =
    order === 'before' ? Math.floor((neighbour.first - apart - time.first) / 12) : Math.ceil((neighbour.first + apart - time.first) / 12);
  return yearsLater(time, years);
}
