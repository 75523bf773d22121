import type { NamedYear } from './named-time';
import { misspeltMonth } from './word-spelling';
import { MONTHS, ORDINAL_ENDINGS } from './words';
import type { Match, TokenStream } from './token-stream';

/** Two digits that stand for a year when nothing but their place says so: "March 25", never "March 5" or "March 19". */
const FIRST_SHORT_YEAR = 20;
const LAST_SHORT_YEAR = 59;
/** A number on its own is a year from 2010 to 2099: "2000 homes" is not. Beside a month, from 1990. */
const FIRST_YEAR_ALONE = 2010;
const FIRST_YEAR = 1990;
const LAST_YEAR_ALONE = 2099;
/** Beside a month or day any year of four digits is one, so that "March 2206" is asked about as far off, not as without a year. */
export const LAST_YEAR = 2999;

export function isShortYear(value: number): boolean {
  return value >= FIRST_SHORT_YEAR && value <= LAST_SHORT_YEAR;
}

/** A full year standing alone. */
export function isYearAlone(value: number): boolean {
  return value >= FIRST_YEAR_ALONE && value <= LAST_YEAR_ALONE;
}

/** "2025/26", "2025-26", "25/26", "2025/6": the second number is the year after the first. */
export function isYearAfter(year: number, second: number, digits: number): boolean {
  if (digits === 4) return second === year + 1;
  return second === (year + 1) % (digits === 1 ? 10 : 100);
}

function monthWord(stream: TokenStream, at: number): number | null {
  const token = stream.at(at);
  return token.kind === 'word' ? (MONTHS.get(token.text) ?? null) : null;
}

/** A month's name however spelt; a name that is only near one counts where a year follows. */
export function monthNameAt(stream: TokenStream, at: number): number | null {
  const sure = monthWord(stream, at);
  if (sure !== null) return sure;
  const token = stream.at(at);
  if (token.kind !== 'word' || token.text.length < 4) return null;
  const next = stream.isMark(at + 1, "'", '-', '/', '.', ',') ? at + 2 : at + 1;
  const year = stream.number(next);
  if (year === null || !(isShortYear(year) || (year >= FIRST_YEAR && year <= LAST_YEAR))) return null;
  return misspeltMonth(token.text);
}

export function hasOrdinalEnding(stream: TokenStream, number: number): boolean {
  const ending = stream.at(number + 1);
  return ending.kind === 'word' && !ending.gap && ORDINAL_ENDINGS.has(ending.text);
}

/** What follows a number that is no date: "%", more digits after a comma, a decimal, a time, the end of an ordinal. */
export function isOtherNumber(stream: TokenStream, at: number): boolean {
  if (stream.isMark(at - 1, '£', '$', '€')) return true;
  if (hasOrdinalEnding(stream, at)) return true;
  const next = stream.at(at + 1);
  if (next.kind !== 'mark' || next.gap) return false;
  if (next.text === '%') return true;
  const third = stream.at(at + 2);
  const glued = third.kind === 'number' && !third.gap;
  return glued && ((next.text === ',' && third.text.length === 3) || next.text === ':');
}

/** The number at `at`, after an apostrophe if there is one, as a year; `digits` are those written. */
function plainYear(stream: TokenStream, at: number): Match<{ year: number; digits: number }> | null {
  const quoted = stream.isMark(at, "'");
  const place = quoted ? at + 1 : at;
  const value = stream.number(place);
  if (value === null || isOtherNumber(stream, place)) return null;
  const digits = stream.at(place).text.length;
  if (digits === 4 && value >= FIRST_YEAR && value <= LAST_YEAR) return { value: { year: value, digits }, next: place + 1 };
  if (digits !== 2 || !(quoted || isShortYear(value))) return null;
  return { value: { year: (value >= 70 ? 1900 : 2000) + value, digits }, next: place + 1 };
}

/** A year written beside a month, quarter or season: "2026", "26", "'26", "2025/26", "25-26", "2025/2026". */
export function yearAt(stream: TokenStream, at: number): Match<NamedYear> | null {
  const plain = plainYear(stream, at);
  if (plain === null) return null;
  const { year, digits } = plain.value;
  const joint = stream.at(plain.next);
  if (joint.kind === 'mark' && (joint.text === '/' || joint.text === '-')) {
    const place = stream.skip(plain.next + 1, "'");
    const second = stream.number(place);
    const written = stream.at(place).text.length;
    // "2025-2026" is a range of calendar years; "25-2026" is nothing.
    const fits = written === 2 || (joint.text === '/' && digits === 4);
    if (second !== null && fits && isYearAfter(year, second, written)) {
      if (!isOtherNumber(stream, place) && monthNameAt(stream, place + 1) === null) {
        return { value: { kind: 'financial', year }, next: place + 1 };
      }
    }
  }
  return { value: { kind: 'year', year }, next: plain.next };
}

const FINANCIAL = ['fy', 'financial', 'fiscal'];

/**
 * The year that belongs to the month, quarter or season before `at`: after nothing, a comma, "of", a bracket, a glued hyphen or
 * slash, "FY". A hyphen with spaces counts before four digits only: "April - 25 June" names two dates.
 */
export function yearBeside(stream: TokenStream, at: number): Match<NamedYear> | null {
  let next = at;
  const joint = stream.at(next);
  const isHyphen = joint.kind === 'mark' && (joint.text === '-' || joint.text === '/');
  if (isHyphen) next += 1;
  else next = stream.skip(next, '.', ',', ':', '(', 'of', 'in', 'the');
  const financial = stream.isWord(next, ...FINANCIAL);
  if (financial) next = stream.skip(next + 1, 'year', ':', '-');
  const year = yearAt(stream, next);
  if (year === null) return null;
  const isShort = stream.at(year.next - 1).text.length === 2 && year.value.kind === 'year' && !stream.isMark(next, "'");
  // "By June, 25 schools", "in June: 30 visits".
  if (isShort && !financial && (joint.text === ',' || joint.text === ':' || joint.text === 'in')) return null;
  if (isHyphen && isShort && !isSafeJoint(stream, at, year.next)) return null;
  return financial ? { ...year, value: { ...year.value, kind: 'financial' } } : year;
}

function isSafeJoint(stream: TokenStream, hyphen: number, next: number): boolean {
  return !stream.at(hyphen).gap && !stream.at(hyphen + 1).gap && monthWord(stream, next) === null;
}
