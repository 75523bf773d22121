import { monthIndex } from './month-index';
import {
  type NamedTime,
  type NamedYear,
  type Narrowing,
  academicYear,
  calendarYear,
  financialYear,
  inYear,
  municipalYear,
  narrowed,
  undatedMonth,
  undatedQuarter,
} from './named-time';
import { numericDateAt, undatedHalf, withWhatFollows } from './numeric-date';
import type { Token } from './token';
import type { Match, TokenStream } from './token-stream';
import { MONTHS, NUMBER_WORDS, ORDINAL_WORDS, SEASONS, WEEKDAYS } from './words';
import { hasOrdinalEnding, isShortYear, monthNameAt, yearAt, yearBeside } from './year-at';

/** The year may also stand after what schools call the time: "summer holidays 2025", "Feb half-term 2026". */
function withYear(stream: TokenStream, time: NamedTime, next: number): Match<NamedTime> {
  const half = stream.isWord(next, 'half') ? stream.skip(next + 1, '-') : next;
  const school = stream.skip(half, 'term', 'holiday', 'holidays', 'break');
  const year = yearBeside(stream, next) ?? yearBeside(stream, school);
  return year === null ? { value: time, next } : { value: inYear(time, year.value), next: year.next };
}

/** The place after a number with or without its ordinal ending. */
function afterNumber(stream: TokenStream, at: number): number {
  return hasOrdinalEnding(stream, at) ? at + 2 : at + 1;
}

function isDay(value: number | null): value is number {
  return value !== null && value >= 1 && value <= 31;
}

/** "may" is a verb where a lower-case word follows that is no part of a date: "may change". */
function isVerbMay(stream: TokenStream, at: number): boolean {
  if (!stream.isWord(at, 'may')) return false;
  const next = stream.at(at + 1);
  if (next.kind !== 'word' || MONTHS.has(next.text)) return false;
  return !stream.at(at).capital && !/^(and|or|to|until|till|onwards?|through|of|for|in|each|every)$/.test(next.text);
}

/** "March 2026", "March '25", "Mar-26", "March 31st 2026", "March 25, 2026". `March 25` is March 2025 (docs/rules.md#timescale-short-year). */
function monthFirst(stream: TokenStream, at: number): Match<NamedTime> | null {
  const number = monthNameAt(stream, at);
  if (number === null || isVerbMay(stream, at)) return null;
  const month = undatedMonth(number);
  const next = stream.isMark(at + 1, '.') && !stream.at(at + 1).gap ? at + 2 : at + 1;
  const day = stream.number(next);
  if (isDay(day) && stream.at(next).text.length <= 2) {
    const after = afterNumber(stream, next);
    const isOrdinal = after > next + 1;
    const fullYear = yearAt(stream, stream.skip(after, ','));
    const isFull = fullYear !== null && (stream.at(fullYear.next - 1).text.length === 4 || stream.isMark(fullYear.next - 2, "'"));
    if (isFull && fullYear.value.kind === 'year') return { value: inYear(month, fullYear.value), next: fullYear.next };
    if (isOrdinal || !isShortYear(day)) return withYear(stream, month, after);
  }
  return withYear(stream, month, next);
}

/** "31st of March 2026", "31-Mar-26", "1-5 March", "1st to 5th March", "3 & 4 March". */
function dayFirst(stream: TokenStream, at: number): Match<NamedTime> | null {
  if (!isDay(stream.number(at))) return null;
  let next = afterNumber(stream, at);
  const second = stream.isMark(next, '-') || stream.isWord(next, 'to', 'and', 'or') ? next + 1 : null;
  if (second !== null && isDay(stream.number(second))) next = afterNumber(stream, second);
  if (stream.isMark(next, '-', '/') && !stream.at(next).gap) next += 1;
  else next = stream.skip(next, 'of');
  const month = monthNameAt(stream, next);
  return month === null || isVerbMay(stream, next) ? null : withYear(stream, undatedMonth(month), next + 1);
}

function seasonAt(stream: TokenStream, at: number): Match<NamedTime> | null {
  const token = stream.at(at);
  const months = token.kind === 'word' ? SEASONS.get(token.text) : undefined;
  if (months === undefined) return null;
  const season: NamedTime = { kind: 'season', first: months[0], last: months[1], dated: false };
  return withYear(stream, season, at + 1);
}

function isQuarterNumber(value: number | null | undefined): value is number {
  return value !== null && value !== undefined && value >= 1 && value <= 4;
}

/** "Q3", "Qtr 3 2025/26", "quarter one", "3rd quarter", "first quarter of 2026/27". */
function quarterAt(stream: TokenStream, at: number): Match<NamedTime> | null {
  if (stream.isWord(at, 'q', 'qtr', 'qrt', 'quarter')) {
    const place = stream.skip(at + 1, '.', '-');
    const number = stream.number(place) ?? NUMBER_WORDS.get(stream.at(place).text);
    return isQuarterNumber(number) ? withYear(stream, undatedQuarter(number), place + 1) : null;
  }
  const figure = hasOrdinalEnding(stream, at) ? stream.number(at) : null;
  const number = figure ?? (stream.at(at).kind === 'word' ? ORDINAL_WORDS.get(stream.at(at).text) : undefined);
  const place = figure === null ? at + 1 : at + 2;
  return isQuarterNumber(number) && stream.isWord(place, 'quarter', 'qtr', 'q')
    ? withYear(stream, undatedQuarter(number), place + 1)
    : null;
}

/** "H1 2025/26": April to September of a financial year, January to June of a calendar year. */
function halfAt(stream: TokenStream, at: number): Match<NamedTime> | null {
  const half = undatedHalf(stream, at);
  return half === null ? null : withYear(stream, half.value, half.next);
}

function festivalAt(stream: TokenStream, at: number): Match<NamedTime> | null {
  if (stream.isWord(at, 'easter')) return withYear(stream, { kind: 'easter', first: 3, last: 3, dated: false }, at + 1);
  if (stream.isWord(at, 'new') && stream.isWord(at + 1, 'year')) {
    const january = withYear(stream, undatedMonth(1), at + 2);
    return january.value.dated ? january : null;
  }
  return stream.isWord(at, 'christmas', 'xmas') ? withYear(stream, undatedMonth(12), at + 1) : null;
}

type YearSort = 'financial' | 'academic' | 'municipal' | 'calendar' | 'plain';

const SORTS: ReadonlyMap<string, YearSort> = new Map([
  ...['financial', 'fiscal', 'fin', 'tax'].map((word) => [word, 'financial'] as const),
  ...['academic', 'school', 'acad'].map((word) => [word, 'academic'] as const),
  ['municipal', 'municipal'],
  ['calendar', 'calendar'],
]);

/** "financial year", "FY", "academic year", "the year", with the place after it. */
function yearWords(stream: TokenStream, at: number): Match<YearSort> | null {
  if (stream.isWord(at, 'fy')) return { value: 'financial', next: at + 1 };
  if (stream.isWord(at, 'ay')) return { value: 'academic', next: at + 1 };
  if (stream.isWord(at, 'year')) return { value: 'plain', next: at + 1 };
  const sort = stream.at(at).kind === 'word' ? SORTS.get(stream.at(at).text) : undefined;
  const year = sort === undefined ? at : stream.skip(at + 1, '.');
  return sort !== undefined && stream.isWord(year, 'year', 'yr') ? { value: sort, next: year + 1 } : null;
}

function yearOfSort(sort: YearSort, year: NamedYear): NamedTime {
  if (sort === 'academic') return academicYear(year.year);
  if (sort === 'municipal') return municipalYear(year.year);
  return sort === 'financial' || year.kind === 'financial' ? financialYear(year.year) : calendarYear(year.year);
}

/** "FY25/26", "financial year 2025/26", "academic year 2025/26", "year end 2026", "financial year end 2026" (its March). */
function namedYearAt(stream: TokenStream, at: number): Match<NamedTime> | null {
  const words = yearWords(stream, at);
  if (words === null) return null;
  let next = stream.skip(words.next, '-');
  const isEnd = stream.isWord(next, 'end', 'ending');
  if (isEnd) next += 1;
  next = stream.skip(next, ':', '-', 'of', '(');
  const year = yearAt(stream, next);
  if (year === null || (words.value === 'plain' && stream.at(next).text.length < 4 && year.value.kind === 'year')) return null;
  const time = yearOfSort(words.value, year.value);
  if (!isEnd) return withWhatFollows(stream, time, year.next);
  // The financial year that ends in 2026, not the one that begins in it.
  const last = words.value === 'financial' && year.value.kind === 'year' ? monthIndex(year.value.year, 3) : time.last;
  return { value: { ...time, first: last, last }, next: year.next };
}

/** "the end of the (financial) year", "financial year end": a month without a year. "end of year 2" counts years, it names no month. */
function undatedYearEnd(stream: TokenStream, at: number, isNarrowed: boolean): Match<NamedTime> | null {
  const words = yearWords(stream, at);
  if (words === null || stream.number(words.next) !== null || NUMBER_WORDS.has(stream.at(words.next).text)) return null;
  const month = words.value === 'financial' ? 3 : words.value === 'academic' ? 8 : words.value === 'municipal' ? 4 : 12;
  if (isNarrowed) return { value: undatedMonth(month), next: words.next };
  const end = stream.skip(words.next, '-');
  // "year-end review": only a deadline reads so.
  const isDeadline = words.value !== 'plain' || stream.isWord(at - 1, 'by', 'at', 'before', 'until');
  return isDeadline && stream.isWord(end, 'end') ? { value: undatedMonth(month), next: end + 1 } : null;
}

/** "w/c", "week commencing", "Monday", "the": what may stand before a day. */
function beforeDay(stream: TokenStream, at: number): number {
  let next = at;
  if (stream.isWord(next, 'w') && stream.isMark(next + 1, '/') && stream.isWord(next + 2, 'c', 'e', 'b')) next += 3;
  else if (stream.isWord(next, 'wc', 'wb')) next += 1;
  else if (stream.isWord(next, 'week') && stream.isWord(next + 1, 'commencing', 'beginning', 'starting', 'ending', 'of')) next += 2;
  if (stream.isMark(next, ':') && next > at) next += 1;
  next = stream.skip(next, 'the');
  return stream.at(next).kind === 'word' && WEEKDAYS.has(stream.at(next).text) ? stream.skip(next + 1, '.', ',', 'the') : next;
}

/** "2025/26 academic year", "2026 financial year": the kind of year may stand after it. */
function yearKindAfter(stream: TokenStream, at: number): Match<YearSort> | null {
  const words = yearWords(stream, at);
  return words === null || words.value === 'plain' ? null : words;
}

function yearThenKind(stream: TokenStream, at: number): Match<NamedTime> | null {
  const year = yearAt(stream, at);
  const kind = year === null ? null : yearKindAfter(stream, stream.skip(year.next, '('));
  return year === null || kind === null ? null : { value: yearOfSort(kind.value, year.value), next: kind.next };
}

/**
 * "2025 to 2026 financial year", "financial year 2025 to 2026": two calendar years, one after the other, that a kind of year joins are one year
 * of that kind.
 * @param at where the first begins, or the kind before it.
 * @param other where the second stands.
 */
export function yearOfTwo(stream: TokenStream, at: number, other: number): Match<NamedTime> | null {
  const before = yearWords(stream, at);
  const isBefore = before !== null && before.value !== 'plain' && before.value !== 'calendar';
  const place = isBefore ? stream.skip(before.next, ':', '-', 'of') : at;
  const [first, second] = [stream.number(place), stream.number(other)];
  const kind = isBefore ? { value: before.value, next: other + 1 } : yearKindAfter(stream, other + 1);
  if (kind === null || kind.value === 'calendar' || first === null || second !== first + 1 || first < 1000) return null;
  return { value: yearOfSort(kind.value, { kind: 'financial', year: first }), next: kind.next };
}

const RULES = [yearThenKind, dayFirst, monthFirst, seasonAt, quarterAt, halfAt, festivalAt, namedYearAt, numericDateAt];

function plainDateAt(stream: TokenStream, at: number): Match<NamedTime> | null {
  for (const rule of RULES) {
    const found = rule(stream, at);
    if (found !== null) return found;
  }
  const after = beforeDay(stream, at);
  return after > at ? (dayFirst(stream, after) ?? monthFirst(stream, after)) : null;
}

const NARROWING: Readonly<Record<string, Narrowing>> = {
  start: 'start',
  beginning: 'start',
  early: 'early',
  mid: 'mid',
  middle: 'mid',
  late: 'late',
  end: 'end',
  close: 'end',
};

/** "the first half of", "1st half", "second half of the". */
function halfOf(stream: TokenStream, at: number): Match<Narrowing> | null {
  const isFigure = hasOrdinalEnding(stream, at);
  const place = afterNumber(stream, at);
  if (!stream.isWord(place, 'half') || stream.isWord(place + 1, 'a', 'an') || stream.isMark(place + 1, '-')) return null;
  const isFirst = isFigure ? stream.number(at) === 1 : stream.isWord(at, 'first');
  if (!isFirst && !(isFigure ? stream.number(at) === 2 : stream.isWord(at, 'second', 'latter'))) return null;
  return { value: isFirst ? 'first half' : 'second half', next: stream.skip(place + 1, 'of', 'the') };
}

/** "end of", "mid-", "early", "the first half of". */
function narrowingAt(stream: TokenStream, at: number): Match<Narrowing> | null {
  const token = stream.at(at);
  if (token.kind !== 'word') return token.kind === 'number' ? halfOf(stream, at) : null;
  const half = halfOf(stream, at);
  if (half !== null) return half;
  const how = NARROWING[token.text];
  if (how === undefined) return null;
  const next = stream.skip(at + 1, '-', 'part', 'of', 'the');
  // "start April 2026" and "close March 2026" begin with a verb; "start of April" does not.
  const isVerb =
    ['start', 'beginning', 'close'].includes(token.text) && next === at + 1 && !stream.isWord(at - 1, 'by', 'the', 'at', 'until');
  return isVerb ? null : { value: how, next };
}

/** "early-mid 2026", "mid to late 2026": both, from the first to the second. */
function spread(stream: TokenStream, from: Match<Narrowing>, at: number): { hows: readonly Narrowing[]; next: number } {
  const place = stream.isMark(at, '-', '/') || stream.isWord(at, 'to', 'or', 'and') ? at + 1 : at;
  const to = narrowingAt(stream, place);
  return to === null ? { hows: [from.value], next: from.next } : { hows: [from.value, to.value], next: to.next };
}

/** "end 25", "mid-26": two digits that a word like "end" makes a year, with no word after that they would count. */
function shortYearAt(stream: TokenStream, at: number): Match<NamedTime> | null {
  const year = stream.at(at + 1).kind === 'word' ? null : yearAt(stream, at);
  return year?.value.kind === 'year' ? { value: calendarYear(year.value.year), next: year.next } : null;
}

function narrowedDateAt(stream: TokenStream, at: number): Match<NamedTime> | null {
  const first = narrowingAt(stream, at);
  if (first === null) return null;
  // The joint of "early-mid" is the hyphen that narrowingAt has passed.
  const joint = stream.isMark(first.next - 1, '-') ? first.next - 1 : first.next;
  const { hows, next } = spread(stream, first, joint);
  const found = plainDateAt(stream, next) ?? undatedYearEnd(stream, next, first.value === 'end') ?? shortYearAt(stream, next);
  if (found === null) return null;
  const times = hows.map((how) => narrowed(found.value, how));
  const start = times[0] ?? found.value;
  return { value: { ...start, last: times.at(-1)?.last ?? start.last }, next: found.next };
}

/** Every word, months aside, with which a rule above begins; most words are none, and cost one look. */
const OPENING_WORDS: ReadonlySet<string> = new Set([
  ...Object.keys(NARROWING),
  ...SEASONS.keys(),
  ...ORDINAL_WORDS.keys(),
  ...WEEKDAYS,
  ...['latter', 'q', 'qtr', 'qrt', 'quarter', 'h', 'easter', 'christmas', 'xmas', 'new', 'the', 'w', 'wc', 'wb', 'week'],
  ...['fy', 'ay', 'year', ...SORTS.keys()],
]);

function canOpenDate(stream: TokenStream, at: number, token: Token): boolean {
  switch (token.kind) {
    case 'word':
      return OPENING_WORDS.has(token.text) || monthNameAt(stream, at) !== null;
    case 'number':
      return true;
    case 'mark':
      return token.text === "'";
    case 'break':
    case 'end':
      return false;
  }
}

/** One date, month, quarter, season or year, with what narrows it, beginning at `at`; null when none does. */
export function dateAt(stream: TokenStream, at: number): Match<NamedTime> | null {
  const token = stream.at(at);
  if (!canOpenDate(stream, at, token)) return null;
  return narrowedDateAt(stream, at) ?? plainDateAt(stream, at) ?? undatedYearEnd(stream, at, false);
}
