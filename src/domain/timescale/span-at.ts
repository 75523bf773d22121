import { dateAt, yearOfTwo } from './date-at';
import { type NamedTime, calendarYear, datedBy, inYear, isWholeYear, undatedQuarter, withinYearFrom } from './named-time';
import type { Match, TokenStream } from './token-stream';
import { isShortYear, yearBeside } from './year-at';

/** One dated part of a text: a date, or a range of two. `open` is a range without an end: "April 2025 - ongoing", "Jan 2025 to TBC". */
export interface Span {
  readonly first: NamedTime;
  readonly second: NamedTime | null;
  readonly open: 'ongoing' | 'unknown' | null;
  /** Tokens it takes up, for the measuring of nearness: first, and one after the last. */
  readonly at: number;
  readonly next: number;
}

function connectorAfter(stream: TokenStream, at: number, isBetween: boolean): number | null {
  if (stream.isMark(at, '-')) return stream.isWord(at + 1, 'to', 'until', 'till') ? at + 2 : at + 1;
  if (stream.isMark(at, '.') && stream.isMark(at + 1, '.')) return stream.skip(at + 2, '.');
  if (stream.isMark(at, '…')) return at + 1;
  if (stream.isWord(at, 'up') && stream.isWord(at + 1, 'to', 'until')) return at + 2;
  if (stream.isWord(at, 'to', 'until', 'till', 'til', 'through', 'thru')) return stream.skip(at + 1, 'the');
  if (stream.isWord(at, 'and') && stream.isWord(at + 1, 'until', 'till')) return at + 2;
  return isBetween && stream.isWord(at, 'and') ? at + 1 : null;
}

/** "April 2025 - ongoing", "2024 to date", "2024 - present": the place after, or null. */
function openEnd(stream: TokenStream, at: number): number | null {
  if (stream.isWord(at, 'ongoing', 'present', 'date', 'now', 'current', 'continuing', 'onwards', 'onward')) return at + 1;
  if (!stream.isWord(at, 'on')) return null;
  const next = stream.skip(at + 1, '-');
  return stream.isWord(next, 'going') ? next + 1 : null;
}

/** "2024-26" after 2024, "Q1-2" after Q1, "Jan 2025 - 27" after January 2025: the second end cut short. */
function shortened(stream: TokenStream, at: number, first: NamedTime): Match<NamedTime> | null {
  const value = stream.number(at);
  if (value === null || stream.isMark(at + 1, '%')) return null;
  if (first.kind === 'quarter' && stream.at(at).text.length === 1 && value >= 1 && value <= 4) {
    const quarter = undatedQuarter(value);
    const year = yearBeside(stream, at + 1);
    if (year !== null) return { value: inYear(quarter, year.value), next: year.next };
    return { value: first.dated ? withinYearFrom(quarter, first.last + 1) : quarter, next: at + 1 };
  }
  const isYear = first.dated && first.kind === 'year' && stream.at(at).text.length === 2 && isShortYear(value);
  return isYear && 2000 + value > Math.floor(first.first / 12) ? { value: calendarYear(2000 + value), next: at + 1 } : null;
}

/** "2025/28", "2024/26", "2025 / 2028": a slash between years that do not follow one another is a range. */
function slashedYears(stream: TokenStream, first: Match<NamedTime>): Match<NamedTime> | null {
  if (!stream.isMark(first.next, '/') || stream.at(first.next - 1).text.length !== 4 || first.value.kind !== 'year') return null;
  const place = first.next + 1;
  const value = stream.number(place);
  const isFull = value !== null && value >= 2000 && value <= 2099 && value > Math.floor(first.value.first / 12);
  const second = isFull ? { value: calendarYear(value), next: place + 1 } : shortened(stream, place, first.value);
  return second !== null && isWholeYear(second.value) && !stream.isMark(second.next, '/') ? second : null;
}

/** "2026 - Spring", "2025/26: March", "2026 (June)": the year is the label of the month after it. */
function insideYear(stream: TokenStream, year: Match<NamedTime>): Match<NamedTime> | null {
  if (!year.value.dated || !isWholeYear(year.value) || !stream.isMark(year.next, '-', ':', '(')) return null;
  const inside = dateAt(stream, year.next + 1);
  return inside === null || inside.value.dated ? null : { value: withinYearFrom(inside.value, year.value.first), next: inside.next };
}

/** "Sept/Oct 2025", "spring or summer 2026", "Q1/2": two of a kind of which the first leaves out its year make one stretch. */
function alternative(stream: TokenStream, at: number, first: NamedTime): Match<NamedTime> | null {
  if (first.dated || !(stream.isMark(at, '/') || stream.isWord(at, 'or'))) return null;
  const second = dateAt(stream, at + 1) ?? shortened(stream, at + 1, first);
  // "June/Sept/Dec 2025" is a list.
  return second?.value.kind === first.kind && !stream.isMark(second.next, '/') ? second : null;
}

/** "Q4 (Jan-Mar 2026)", "end of Q4 (March 2026)", "March 2026 (Q4)": the brackets say the same again; a quarter takes its year from them. */
function glossed(stream: TokenStream, first: Match<NamedTime>): Match<NamedTime> | null {
  if (!stream.isMark(first.next, '(')) return null;
  const inside = dateAt(stream, first.next + 1);
  if (inside === null) return null;
  if (first.value.kind !== 'quarter') {
    // "Sept 2026 (2026/27)": the year that the month lies in.
    const isYear = isWholeYear(inside.value) && inside.value.dated && first.value.dated && !isWholeYear(first.value);
    const holds = isYear && inside.value.first <= first.value.first && first.value.last <= inside.value.last;
    const isGloss = (holds || (inside.value.kind === 'quarter' && !inside.value.dated)) && stream.isMark(inside.next, ')');
    return isGloss ? { value: first.value, next: inside.next + 1 } : null;
  }
  const place = connectorAfter(stream, inside.next, false);
  const last = (place === null ? null : dateAt(stream, place)) ?? inside;
  if (!stream.isMark(last.next, ')') || last.value.kind !== 'month') return null;
  const dated = first.value.dated || !last.value.dated ? first.value : datedBy(first.value, last.value, 'before', false);
  return { value: dated, next: last.next + 1 };
}

/** "24-26": two years of two digits each, which alone would be no dates. */
function shortYears(stream: TokenStream, at: number): Span | null {
  const [from, to] = [stream.number(at), stream.number(at + 2)];
  if (from === null || to === null || !stream.isMark(at + 1, '-') || stream.at(at + 1).gap || stream.at(at + 2).gap) return null;
  if (!isShortYear(from) || !isShortYear(to) || to <= from + 1 || stream.at(at + 3).kind === 'word') return null;
  const before = stream.at(at - 1).kind;
  if (stream.at(at + 3).kind === 'mark' || before === 'mark' || before === 'word') return null;
  return { first: calendarYear(2000 + from), second: calendarYear(2000 + to), open: null, at, next: at + 3 };
}

/** A date or range that begins at `at`, "between" included; null when none does. */
export function spanAt(stream: TokenStream, at: number): Span | null {
  const isBetween = stream.isWord(at, 'between');
  const first = dateAt(stream, isBetween ? at + 1 : at);
  if (first === null) return shortYears(stream, at);
  const alone: Span = { first: first.value, second: null, open: null, at, next: first.next };
  const inside = insideYear(stream, first);
  if (inside !== null) return { ...alone, first: inside.value, next: inside.next };
  const gloss = glossed(stream, first);
  if (gloss !== null) return { ...alone, first: gloss.value, next: gloss.next };
  const years = slashedYears(stream, first);
  if (years !== null) return { ...alone, second: years.value, next: years.next };
  const choice = stream.isMark(at - 1, '/') ? null : alternative(stream, first.next, first.value);
  if (choice !== null) return { ...alone, second: choice.value, next: choice.next };
  const closing = stream.skip(first.next, ')');
  const place = connectorAfter(stream, closing, isBetween);
  if (place === null) return alone;
  const whole = yearOfTwo(stream, isBetween ? at + 1 : at, place);
  // The whole of it is meant, so it has a beginning as a range has.
  if (whole !== null) return { ...alone, first: whole.value, second: whole.value, next: whole.next };
  const second = dateAt(stream, place) ?? shortened(stream, place, first.value);
  if (second !== null) return { ...alone, second: second.value, next: second.next };
  // "Jan 2025 to TBC": the range is sure, its end is not. "March 2026 - TBC" doubts the date itself.
  if (stream.isWord(place, 'tbc', 'tba', 'tbd') && stream.isWord(place - 1, 'to', 'until', 'till'))
    return { ...alone, open: 'unknown', next: place };
  const open = openEnd(stream, place);
  return open === null ? alone : { ...alone, open: 'ongoing', next: open };
}
