import { ZERO_TO_TWENTY } from '../wording';

/** Welsh names, which councils in Wales write beside the English ones, with the forms that they take after "o", "erbyn" and "ym". */
const WELSH: readonly string[][] = [
  ['ionawr'],
  ['chwefror'],
  ['mawrth', 'fawrth'],
  ['ebrill'],
  ['mai', 'fai'],
  ['mehefin', 'fehefin'],
  ['gorffennaf', 'orffennaf'],
  ['awst'],
  ['medi', 'fedi'],
  ['hydref'],
  ['tachwedd', 'dachwedd'],
  ['rhagfyr', 'ragfyr'],
];

/** Months by every shortening of three letters or more, "sept" and "septem" as "september", and by their Welsh names. Values are 1 to 12. */
export const MONTHS: ReadonlyMap<string, number> = new Map([
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'].flatMap(
    (name, index) => Array.from({ length: name.length - 2 }, (_, cut) => [name.slice(0, cut + 3), index + 1] as const),
  ),
  ...WELSH.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
]);

/** First and last month of a season in the year 0, zero-based: winter runs from December into the next year (docs/rules.md#timescale-seasons). */
export const SEASONS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['spring', [2, 4]],
  ['summer', [5, 7]],
  ['autumn', [8, 10]],
  ['winter', [11, 13]],
]);

export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...ZERO_TO_TWENTY.map((word, number) => [word, number] as const).slice(1),
  ['thirty', 30],
  ['sixty', 60],
  ['ninety', 90],
]);

export const ORDINAL_WORDS: ReadonlyMap<string, number> = new Map([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['final', 4],
  ['last', 4],
]);

export const ORDINAL_ENDINGS: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th']);

/** How many of a unit make a year. */
export const UNITS: ReadonlyMap<string, number> = new Map([
  ...['year', 'years', 'yr', 'yrs'].map((word) => [word, 1] as const),
  ...['month', 'months', 'mth', 'mths', 'mnth', 'mnths'].map((word) => [word, 12] as const),
  ...['week', 'weeks', 'wk', 'wks'].map((word) => [word, 52] as const),
  ...['day', 'days'].map((word) => [word, 365] as const),
]);

/** Units that count only when glued to their number: "18m", "2y". */
export const GLUED_UNITS: ReadonlyMap<string, number> = new Map([
  ['m', 12],
  ['y', 1],
]);

export const WEEKDAYS: ReadonlySet<string> = new Set(
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].flatMap((day) => [day, day.slice(0, 3)]),
);
