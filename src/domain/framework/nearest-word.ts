import { editDistance } from './edit-distance';

/** The word among some that another was likely meant to be: the same but for case, a plural s, or a letter or two; null when none is near. */
export function nearestWord(word: string, among: readonly string[]): string | null {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '');
  const near = among
    .map((one) => {
      const limit = Math.max(1, Math.floor(one.length / 3));
      return { one, limit, letters: editDistance(plain, one.toLowerCase(), limit) };
    })
    .filter(({ letters, limit }) => letters <= limit)
    .sort((a, b) => a.letters - b.letters);
  return near[0]?.one ?? null;
}
