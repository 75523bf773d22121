/** The letters that a word has, one bit each; other characters share the bits. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index += 1) letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}

function bitsIn(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/**
 * Whether two words are at most `limit` slips apart: a letter missing, added, changed or two neighbours swapped
 * (optimal string alignment). Stops early, so a long text against a short one costs nothing.
 */
export function isWithinSlips(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  // A slip takes away one letter and adds one at most, so words with other letters are told apart without counting slips.
  if (bitsIn(lettersOf(a) ^ lettersOf(b)) > 2 * limit) return false;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return false;
    before = above;
    above = row;
  }
  return (above[b.length] ?? 0) <= limit;
}

/**
 * For many texts against the same words: the places, zero-based, of the words that are within so many slips of a text. The letters of
 * the words are counted once; most words differ in too many of them.
 *
 * @param slips how many are allowed where the shorter of the two has this length.
 */
export function searchBySpelling(words: readonly string[], slips: (length: number) => number): (text: string) => number[] {
  const lettersOfWords = words.map(lettersOf);
  return (text) => {
    const letters = lettersOf(text);
    const places: number[] = [];
    for (const [place, word] of words.entries()) {
      const limit = slips(Math.min(text.length, word.length));
      if (Math.abs(text.length - word.length) > limit || bitsIn(letters ^ (lettersOfWords[place] ?? 0)) > 2 * limit) continue;
      if (isWithinSlips(text, word, limit)) places.push(place);
    }
    return places;
  };
}
