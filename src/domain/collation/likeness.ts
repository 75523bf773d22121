/**
 * How alike two commitments are worded. Identity from run to run rests on this: a row that was reworded is the
 * same action, a row that only shares its subject is not.
 */

/** Wording without what a person would not count as a change: case, spaces, quotes, dashes, bullets, closing punctuation. */
export function plainWording(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’‛`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .replace(/[•·▪◦]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s.,;:]+$/, '');
}

/** Words of a wording, with how often each occurs. */
export function wordCounts(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of plainWording(text).match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const sizeOf = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0);

/**
 * 0 (no word in common) to 1 (the same words). The larger of two views, because rewording comes in two kinds:
 * words exchanged (Dice over words), and words added or dropped at one end (the share of the shorter text that
 * the longer one holds, allowed only where the shorter has enough words to mean something).
 */
export function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const sizeA = sizeOf(a);
  const sizeB = sizeOf(b);
  if (sizeA === 0 || sizeB === 0) return 0;
  let shared = 0;
  for (const [word, count] of a) shared += Math.min(count, b.get(word) ?? 0);
  const dice = (2 * shared) / (sizeA + sizeB);
  const shorter = Math.min(sizeA, sizeB);
  const held = shorter >= 4 ? (shared / shorter) * 0.9 : 0;
  return Math.max(dice, held);
}
