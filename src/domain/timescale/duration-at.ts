import type { Match, TokenStream } from './token-stream';
import { monthNameAt } from './year-at';
import { GLUED_UNITS, NUMBER_WORDS, ORDINAL_WORDS, UNITS } from './words';

/** Years, least and most; months are fractions: "12-18 months" is [1, 1.5] (docs/rules.md#timescale-relative). */
export type Years = readonly [number, number];

/** More of any unit than this is no length of time but a year or a count. */
const LONGEST = 400;

function amountAt(stream: TokenStream, at: number): Match<number> | null {
  const word = stream.at(at);
  if (word.kind === 'word') {
    const value = NUMBER_WORDS.get(word.text);
    if (value !== undefined) return { value, next: at + 1 };
    return stream.isWord(at, 'couple') ? { value: 2, next: stream.skip(at + 1, 'of') } : null;
  }
  const whole = stream.isMark(at, '½') ? 0 : stream.number(at);
  if (whole === null || whole > LONGEST || stream.isMark(at - 1, '£')) return null;
  if (stream.isMark(at, '½')) return { value: 0.5, next: at + 1 };
  if (stream.isMark(at + 1, '½')) return { value: whole + 0.5, next: at + 2 };
  const decimals = stream.at(at + 2);
  if (stream.isMark(at + 1, '.') && decimals.kind === 'number' && !decimals.gap && decimals.text.length <= 2) {
    return { value: Number(`${String(whole)}.${decimals.text}`), next: at + 3 };
  }
  return { value: whole, next: at + 1 };
}

/** How many of the unit make a year. */
function unitAt(stream: TokenStream, at: number): Match<number> | null {
  const place = stream.skip(at, '-', 'calendar', 'working', 'full');
  const word = stream.at(place);
  if (word.kind !== 'word') return null;
  const perYear = UNITS.get(word.text) ?? (word.gap ? undefined : GLUED_UNITS.get(word.text));
  return perYear === undefined ? null : { value: perYear, next: place + 1 };
}

function rangeMark(stream: TokenStream, at: number): number | null {
  // "one-to-three years".
  if (stream.isMark(at, '-') && stream.isWord(at + 1, 'to')) return stream.skip(at + 2, '-');
  return stream.isMark(at, '-', '/') || stream.isWord(at, 'to', 'or', 'and') ? at + 1 : null;
}

/** "2 years", "12-18 months", "six to nine months", "3+ years", "6 months to 1 year", "half a year", "a year". */
function lengthAt(stream: TokenStream, at: number): Match<Years> | null {
  if (stream.isWord(at, 'half') && stream.isWord(at + 1, 'a') && stream.isWord(at + 2, 'year')) return { value: [0.5, 0.5], next: at + 3 };
  const first = stream.isWord(at, 'a', 'an') ? (amountAt(stream, at + 1) ?? { value: 1, next: at + 1 }) : amountAt(stream, at);
  if (first === null) return null;
  const afterFirst = stream.skip(first.next, '+');
  const firstUnit = unitAt(stream, afterFirst);
  const secondAt = rangeMark(stream, firstUnit?.next ?? afterFirst);
  const second = secondAt === null ? null : amountAt(stream, secondAt);
  const lastUnit = second === null ? null : unitAt(stream, stream.skip(second.next, '+'));
  if (second !== null && lastUnit !== null) {
    const ends = [first.value / (firstUnit ?? lastUnit).value, second.value / lastUnit.value] as const;
    return { value: [Math.min(...ends), Math.max(...ends)], next: lastUnit.next };
  }
  if (firstUnit === null) return null;
  const years = first.value / firstUnit.value;
  return { value: [years, years], next: firstUnit.next };
}

/** Whether "within", "up to", "over the next" and the like stand before, so that any time from now on will do. */
function isWithin(stream: TokenStream, at: number): boolean {
  let place = at - 1;
  while (place >= at - 3 && stream.isWord(place, 'the', 'next', 'first', 'coming', 'following')) {
    if (!stream.isWord(place, 'the')) return true;
    place -= 1;
  }
  if (stream.isWord(place, 'within', 'under', 'maximum') || stream.isMark(place, '<', '≤')) return true;
  return (
    (stream.isWord(place, 'to') && stream.isWord(place - 1, 'up')) || (stream.isWord(place, 'than') && stream.isWord(place - 1, 'less'))
  );
}

/** Ages ("18-25 year olds"), the past ("2 years ago") and "twice a year" are no durations. */
function isNoDuration(stream: TokenStream, at: number, next: number): boolean {
  const after = stream.skip(next, '-');
  if (stream.isWord(after, 'old', 'olds', 'ago')) return true;
  if (!stream.isWord(at, 'a', 'an')) return stream.isWord(at - 1, 'aged', 'age', 'ages');
  const before = stream.at(at - 1);
  const isPreceded = before.kind === 'word' && !['within', 'in', 'over', 'for', 'about', 'around', 'approximately'].includes(before.text);
  return isPreceded || before.kind === 'number';
}

/** "year 1", "years 1-2", "month 6", "year two": the time from the start of the first to the end of the last. */
function countedAt(stream: TokenStream, at: number): Match<Years> | null {
  const word = stream.at(at);
  const perYear =
    word.kind === 'word' && word.text !== 'day' && word.text !== 'days' ? (UNITS.get(word.text) ?? shortYear(stream, at)) : undefined;
  if (perYear === undefined) return null;
  const most = perYear === 1 ? 10 : 60;
  const first = wholeAt(stream, at + 1, most);
  if (first === null) return null;
  const secondAt = rangeMark(stream, first.next);
  const second = secondAt === null ? null : wholeAt(stream, secondAt, most);
  let last = second !== null && second.value > first.value && unitAt(stream, second.next) === null ? second : first;
  // "Years 1, 2 and 3".
  for (let next = nextInList(stream, last); next !== null; next = nextInList(stream, last)) last = next;
  // "Year 2 of 5" says how many there are.
  const of = stream.isWord(last.next, 'of') ? wholeAt(stream, last.next + 1, most) : null;
  return { value: [(first.value - 1) / perYear, last.value / perYear], next: of?.next ?? last.next };
}

/** "Y3": the letter by itself is no unit. */
function shortYear(stream: TokenStream, at: number): number | undefined {
  return stream.isWord(at, 'y') && stream.at(at + 1).kind === 'number' && !stream.at(at + 1).gap ? 1 : undefined;
}

/** The number that follows the last by one, after a comma or "and". */
function nextInList(stream: TokenStream, last: Match<number>): Match<number> | null {
  const place = stream.skip(last.next, ',', 'and');
  const next = place === last.next ? null : wholeAt(stream, place, last.value + 1);
  return next?.value === last.value + 1 && monthNameAt(stream, next.next) === null ? next : null;
}

function wholeAt(stream: TokenStream, at: number, most: number): Match<number> | null {
  const word = stream.at(at);
  const value = word.kind === 'word' ? NUMBER_WORDS.get(word.text) : word.text.length <= 2 ? stream.number(at) : null;
  return value !== null && value !== undefined && value >= 1 && value <= most ? { value, next: at + 1 } : null;
}

/** "first year", "this year", "next year", as years of the plan ("the next year" is the one that begins now); "the first 2 years" is left to the amounts. */
function spokenYear(stream: TokenStream, at: number): Match<Years> | null {
  const place = stream.isWord(at + 1, 'financial', 'academic', 'calendar') ? at + 2 : at + 1;
  if (!stream.isWord(place, 'year')) return null;
  if (stream.isWord(at, 'this', 'current')) return { value: [0, 1], next: place + 1 };
  if (stream.isWord(at, 'next')) return { value: stream.isWord(at - 1, 'the') ? [0, 1] : [1, 2], next: place + 1 };
  const number = ORDINAL_WORDS.get(stream.at(at).text);
  const isCounted = number !== undefined && !stream.isWord(at, 'last', 'final');
  return isCounted ? { value: [number - 1, number], next: place + 1 } : null;
}

/** Every word with which a length of time begins. */
const OPENING_WORDS: ReadonlySet<string> = new Set([
  ...NUMBER_WORDS.keys(),
  ...UNITS.keys(),
  ...ORDINAL_WORDS.keys(),
  ...['a', 'an', 'y', 'half', 'couple', 'within', 'this', 'current', 'next'],
]);

/** A time given from the plan date or as a length, in years. */
export function durationAt(stream: TokenStream, at: number): Match<Years> | null {
  const token = stream.at(at);
  if (token.kind === 'word' ? !OPENING_WORDS.has(token.text) : token.kind !== 'number' && token.text !== '½') return null;
  if (stream.isWord(at, 'within') && stream.isWord(at + 1, 'the') && stream.isWord(at + 2, 'year')) return { value: [0, 1], next: at + 3 };
  const counted = countedAt(stream, at) ?? (token.kind === 'word' ? spokenYear(stream, at) : null);
  if (counted !== null) return counted;
  const span = lengthAt(stream, at);
  if (span === null || isNoDuration(stream, at, span.next)) return null;
  return isWithin(stream, at) ? { value: [0, span.value[1]], next: span.next } : span;
}

const FREQUENCIES = ['annually', 'monthly', 'quarterly', 'weekly', 'yearly', 'daily', 'termly'];

/** "every 6 months", "each quarter", "twice a year", "3 times per year", "24/7": how often, which is `ongoing`. The place after it. */
export function frequencyAt(stream: TokenStream, at: number): number | null {
  if (stream.isWord(at, 'every', 'each')) {
    const amount = stream.isWord(at + 1, 'other') ? at + 2 : (amountAt(stream, at + 1)?.next ?? at + 1);
    return isPeriod(stream, amount) ? amount + 1 : null;
  }
  if (stream.number(at) === 24 && stream.isMark(at + 1, '/') && stream.at(at + 2).text === '7') return at + 3;
  // "1 per quarter", "two a year"; "a year" by itself is a length.
  const amount = stream.isWord(at, 'a', 'an') ? null : amountAt(stream, at);
  if (amount !== null && stream.isWord(amount.next, 'per', 'a', 'every', 'each') && isPeriod(stream, amount.next + 1))
    return amount.next + 2;
  // "6 monthly", "three-yearly".
  const often = amount === null ? at : stream.skip(amount.next, '-');
  if (amount !== null && stream.isWord(often, ...FREQUENCIES)) return often + 1;
  const isTimes = stream.isWord(at + 1, 'times');
  const start = stream.isWord(at, 'once', 'twice') ? at + 1 : isTimes ? at + 2 : null;
  if (start === null) return null;
  if (stream.isWord(start, ...FREQUENCIES)) return start + 1;
  return stream.isWord(start, 'a', 'per', 'every', 'each') && isPeriod(stream, start + 1) ? start + 2 : null;
}

function isPeriod(stream: TokenStream, at: number): boolean {
  const token = stream.at(at);
  return token.kind === 'word' && (UNITS.has(token.text) || /^(quarters?|terms?|fortnight|financial|meeting)$/.test(token.text));
}
