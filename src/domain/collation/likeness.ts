/**
 * How alike two commitments are worded. Actions are recognised from run to run by this: a row that was reworded is the same action, a row
 * that is only about the same subject is not.
 */

/** What a wording is not compared by as it stands; most texts have none of it. */
const UNUSUAL = /[^ !-_a-~]| {2}/;

/** Wording without what a person would not count as a change: case, spaces, quotes, dashes, bullets, closing punctuation. */
export function plainWording(text: string): string {
  return withoutClosing((UNUSUAL.test(text) ? withUsualLetters(text) : text.toLowerCase()).trim());
}

function withUsualLetters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’‛`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .replace(/[•·▪◦]/g, ' ')
    .replace(/\s+/g, ' ');
}

function withoutClosing(text: string): string {
  let end = text.length;
  while (end > 0 && ' .,;:'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Words of a wording, with how often each occurs. */
export type WordCounts = ReadonlyMap<string, number>;

export function wordCounts(text: string): WordCounts {
  const counts = new Map<string, number>();
  for (const word of plainWording(text).match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** How many words a wording has, repeated ones counted each time. */
export function wordTotal(counts: WordCounts): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}

/** From 0 (no word in common) to 1 (the same words). */
export function likeness(a: WordCounts, b: WordCounts): number {
  let shared = 0;
  for (const [word, count] of a) shared += Math.min(count, b.get(word) ?? 0);
  return likenessByTotals(shared, wordTotal(a), wordTotal(b));
}

/**
 * The likeness of two wordings of `totalA` and `totalB` words that share `shared` of them; it grows with `shared`. It is the larger of two
 * measures, because there are two kinds of rewording: words exchanged (Dice coefficient over words), and words added or left out (the share
 * of the shorter text that the longer one holds, used only where the shorter has enough words to mean something).
 */
export function likenessByTotals(shared: number, totalA: number, totalB: number): number {
  if (totalA === 0 || totalB === 0) return 0;
  const dice = (2 * shared) / (totalA + totalB);
  const shorter = Math.min(totalA, totalB);
  const contained = shorter >= 4 ? (shared / shorter) * 0.9 : 0;
  return Math.max(dice, contained);
}

/** For one wording: the fewest words that another must share with it to be at least so like it, by the words the other has. */
export function fewestShared(total: number, least: number): (otherTotal: number) => number {
  const known: number[] = [];
  return (otherTotal) => (known[otherTotal] ??= fewestOf(total, otherTotal, least));
}

/** Above the words of both when no number is enough. */
function fewestOf(total: number, otherTotal: number, least: number): number {
  let shared = 1;
  while (shared <= Math.min(total, otherTotal) && likenessByTotals(shared, total, otherTotal) < least) shared++;
  return shared;
}
