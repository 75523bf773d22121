import { MONTHS, SEASONS } from './words';
import { PHRASE_WORDS } from './phrases';

/** Shorter words have too many true neighbours ("march" and "match") to be corrected on their own. */
const SHORTEST_MENDED = 7;
/** Longer than any word here with two letters too many. */
const LONGEST_MENDED = 15;

const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const VOCABULARY = Array.from(new Set([...PHRASE_WORDS, ...MONTH_NAMES, 'quarter', 'quarters', 'financial', 'academic']));
const KNOWN: ReadonlySet<string> = new Set([...VOCABULARY, ...MONTHS.keys(), ...SEASONS.keys(), 'match', 'marsh', 'remember', 'member']);

const BY_LETTER = new Map<string, string[]>();
for (const word of VOCABULARY.filter((one) => one.length >= SHORTEST_MENDED)) {
  BY_LETTER.set(word.charAt(0), [...(BY_LETTER.get(word.charAt(0)) ?? []), word]);
}

/** One letter too many, too few or wrong, or two neighbours swapped. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let front = 0;
  while (front < a.length && front < b.length && a[front] === b[front]) front += 1;
  let back = 0;
  while (back < a.length - front && back < b.length - front && a[a.length - 1 - back] === b[b.length - 1 - back]) back += 1;
  const restA = a.slice(front, a.length - back);
  const restB = b.slice(front, b.length - back);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA === restB.charAt(1) + restB.charAt(0);
}

/** "completes" is not "completed" misspelt: words that differ in their last letter only are other forms, not slips. */
function differsAtEndOnly(a: string, b: string): boolean {
  const shared = Math.min(a.length, b.length) - (a.length === b.length ? 1 : 0);
  return b.startsWith(a.slice(0, shared));
}

/** A lower-case word with one spelling mistake corrected ("febuary", "setpember", "provisonal"), where it is long enough to be sure. */
export function canonicalWord(word: string): string {
  if (word.length < SHORTEST_MENDED - 1 || word.length > LONGEST_MENDED || KNOWN.has(word)) return word;
  const near = BY_LETTER.get(word.charAt(0)) ?? [];
  // A letter dropped from a seven-letter word leaves six: corrected for months and "ongoing" only, which nothing else resembles.
  const candidates = word.length < SHORTEST_MENDED ? near.filter((one) => MONTHS.has(one) || one === 'ongoing') : near;
  return candidates.find((one) => isOneSlip(word, one) && !differsAtEndOnly(word, one)) ?? word;
}

/** Edits between two short words, a swap of neighbours counting one. */
function slips(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      next.push(best);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

/**
 * The month that a word before a year must be, 1 to 12: the year beside it makes surer, so "Marh 2026", "Arpil 25" and
 * "Feburay 2026" are read, one slip in a short name and two in a long one. Null when none is near.
 */
export function misspeltMonth(word: string): number | null {
  if (word.length < 4 || word.length > LONGEST_MENDED || KNOWN.has(word)) return null;
  const index = MONTH_NAMES.findIndex((name) => {
    if (name.length < 4 || !name.startsWith(word.charAt(0)) || Math.abs(name.length - word.length) > 2) return false;
    return slips(word, name) <= (name.length >= 7 ? 2 : 1);
  });
  return index < 0 ? null : index + 1;
}
