import { monthIndex } from './month-index';
import {
  type NamedTime,
  type NamedYear,
  calendarYear,
  financialYear,
  inYear,
  undatedMonth,
  undatedQuarter,
  withinYearFrom,
} from './named-time';
import type { Match, TokenStream } from './token-stream';
import { GLUED_UNITS, UNITS } from './words';
import { LAST_YEAR, isOtherNumber, isShortYear, isYearAfter, isYearAlone, monthNameAt, yearAt } from './year-at';

function month(year: number, number: number): NamedTime {
  const index = monthIndex(year, number);
  return { kind: 'month', first: index, last: index, dated: true };
}

function fullYear(value: number, digits: number): number | null {
  if (digits === 4) return value >= 1990 && value <= LAST_YEAR ? value : null;
  return digits === 2 && value < 70 ? 2000 + value : null;
}

/** Numbers joined by one and the same glued mark: 31/03/2026 as its numbers and their counts of digits. At most three. */
interface Joined {
  readonly mark: string;
  readonly values: readonly number[];
  readonly digits: readonly number[];
  readonly next: number;
}

function joinedAt(stream: TokenStream, at: number): Joined | null {
  const mark = stream.at(at + 1).text;
  if (!stream.isMark(at + 1, '/', '-', '.')) return null;
  const values: number[] = [];
  const digits: number[] = [];
  let place = at;
  while (values.length < 3) {
    const value = stream.number(place);
    if (value === null) break;
    values.push(value);
    digits.push(stream.at(place).text.length);
    place += 1;
    if (!stream.isMark(place, mark) || stream.number(place + 1) === null || stream.at(place + 1).gap || stream.at(place).gap) break;
    place += 1;
  }
  return values.length < 2 || isOtherNumber(stream, place - 1) ? null : { mark, values, digits, next: place };
}

/** Day, month and year in the British order, the American where only that can be, or ISO; the month is kept. */
function threeNumbers(joined: Joined): NamedTime | null {
  const [a = 0, b = 0, c = 0] = joined.values;
  const [aDigits = 0, , cDigits = 0] = joined.digits;
  if (aDigits === 4) return b >= 1 && b <= 12 && c >= 1 && c <= 31 ? month(a, b) : null;
  const year = fullYear(c, cDigits);
  if (year === null || a < 1 || b < 1) return null;
  if (a <= 31 && b <= 12) return month(year, b);
  return a <= 12 && b <= 31 ? month(year, a) : null;
}

/** "03/2026", "2026-03", "25/26", "03/26"; "31/03" has no year. */
function twoNumbers(joined: Joined): NamedTime | null {
  const [a = 0, b = 0] = joined.values;
  const [aDigits = 0, bDigits = 0] = joined.digits;
  if (aDigits === 4) {
    if (joined.mark === '.' || !isYearAlone(a)) return null;
    if (isYearAfter(a, b, bDigits)) return bDigits !== 2 && joined.mark === '-' ? null : financialYear(a);
    return bDigits === 2 && b >= 1 && b <= 12 ? month(a, b) : null;
  }
  if (bDigits === 4) return a >= 1 && a <= 12 && b >= 1990 && b <= LAST_YEAR ? month(b, a) : null;
  if (joined.mark === '.') return null;
  if (aDigits === 2 && bDigits === 2 && isShortYear(a) && isYearAfter(a, b, bDigits)) return financialYear(2000 + a);
  if (joined.mark !== '/') return null;
  if (a >= 1 && a <= 12 && bDigits === 2 && isShortYear(b)) return month(2000 + b, a);
  // "24/7" means always, "1/2" a half or a choice.
  return a > 12 && a <= 31 && b >= 1 && b <= 12 ? undatedMonth(b) : null;
}

/** A number before a unit is a duration: "24-26 weeks", "12 months". */
function isBeforeUnit(stream: TokenStream, at: number): boolean {
  const token = stream.at(at);
  return token.kind === 'word' && (UNITS.has(token.text) || (!token.gap && GLUED_UNITS.has(token.text)));
}

function isBareDate(stream: TokenStream, next: number): boolean {
  return !isBeforeUnit(stream, next) && monthNameAt(stream, next) === null;
}

/** "H1", "H2": a half as yet without its year. */
export function undatedHalf(stream: TokenStream, at: number): Match<NamedTime> | null {
  const number = stream.isWord(at, 'h') && !stream.at(at + 1).gap ? stream.number(at + 1) : null;
  if (number !== 1 && number !== 2) return null;
  const first = number === 1 ? 3 : 9;
  return { value: { kind: 'half', first, last: first + 5, dated: false }, next: at + 2 };
}

function yearOf(year: NamedTime): NamedYear {
  return { kind: year.first % 12 === 0 ? 'year' : 'financial', year: Math.floor(year.first / 12) };
}

/** "2025 Q3", "2025/26: Q1", "2025 March": the year first. */
export function withWhatFollows(stream: TokenStream, year: NamedTime, next: number): Match<NamedTime> {
  const place = stream.skip(next, ',', ':', '-', '(');
  if (stream.isWord(place, 'q', 'qtr', 'quarter')) {
    const quarter = stream.number(place + 1);
    if (quarter !== null && quarter >= 1 && quarter <= 4) {
      const april = year.first % 12 === 3 ? year.first : year.first + 3;
      return { value: withinYearFrom(undatedQuarter(quarter), april), next: place + 2 };
    }
  }
  const half = undatedHalf(stream, place);
  if (half !== null) return { value: inYear(half.value, yearOf(year)), next: half.next };
  const named = monthNameAt(stream, next);
  if (named === null || stream.isWord(next, 'may') || yearAt(stream, next + 1) !== null) return { value: year, next };
  return { value: withinYearFrom(undatedMonth(named), year.first), next: next + 1 };
}

/** A date in figures only, or a year. */
export function numericDateAt(stream: TokenStream, at: number): Match<NamedTime> | null {
  if (stream.isMark(at, "'")) {
    const year = yearAt(stream, at);
    if (year === null) return null;
    const value = year.value.kind === 'year' ? calendarYear(year.value.year) : financialYear(year.value.year);
    return { value, next: year.next };
  }
  const value = stream.number(at);
  if (value === null || isPartOfNumber(stream, at)) return null;
  const joined = joinedAt(stream, at);
  if (joined !== null) {
    const time = joined.values.length === 3 ? threeNumbers(joined) : twoNumbers(joined);
    if (time !== null && isBareDate(stream, joined.next)) {
      return time.kind === 'year' ? withWhatFollows(stream, time, joined.next) : { value: time, next: joined.next };
    }
  }
  return looseYear(stream, at, value);
}

/** "£2025", "1,2025", ".2025" are no years. */
function isPartOfNumber(stream: TokenStream, at: number): boolean {
  const before = stream.at(at - 1);
  return (
    !stream.at(at).gap && before.kind === 'mark' && ['£', '$', '€', '.', '#'].includes(before.text) && stream.at(at - 2).kind !== 'word'
  );
}

function looseYear(stream: TokenStream, at: number, value: number): Match<NamedTime> | null {
  if (stream.at(at).text.length !== 4 || !isYearAlone(value) || isOtherNumber(stream, at)) return null;
  const pair = yearAt(stream, at);
  if (pair?.value.kind === 'financial') return withWhatFollows(stream, financialYear(value), pair.next);
  if (isBeforeUnit(stream, at + 1)) return null;
  return withWhatFollows(stream, calendarYear(value), at + 1);
}
