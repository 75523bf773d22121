/** The words of months and seasons as they stand in headings and cells, for patterns that ignore case. */

const MONTH_WORDS = [
  'jan(?:uary)?',
  'feb(?:ruary)?',
  'mar(?:ch)?',
  'apr(?:il)?',
  'may',
  'june?',
  'july?',
  'aug(?:ust)?',
  'sept?(?:ember)?',
  'oct(?:ober)?',
  'nov(?:ember)?',
  'dec(?:ember)?',
];
export const MONTH = `(?:${MONTH_WORDS.join('|')})`;
export const SEASON = '(?:spring|summer|autumn|winter)';

const IN_ORDER = MONTH_WORDS.map((month) => new RegExp(`^${month}\\.?$`, 'i'));

/** The month, 1 to 12, that is all a text says: "Sept", "Nov."; 0 for any other text. */
export function monthAlone(text: string): number {
  return IN_ORDER.findIndex((month) => month.test(text)) + 1;
}
