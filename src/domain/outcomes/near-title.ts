import { editDistance } from '../framework';
import { type OutcomeWords, contentWords, plainWords } from './outcome-words';

/** Most parts that joined titles are looked for in; a cell of more "and"s is a paragraph. */
const MOST_PARTS = 12;

/** "giving", "gives" and "give" are one word of a title. */
const stem = (word: string): string => (word.length < 4 ? word : word.replace(/(?:ing|ed|es|s|e)$/u, ''));

/** Whether a word is that of a title, in another form or with a letter or two wrong. */
function isNearly(word: string, ofTitle: string): boolean {
  const limit = word.length >= 9 ? 2 : word.length >= 6 ? 1 : 0;
  return word === ofTitle || stem(word) === stem(ofTitle) || (limit > 0 && editDistance(word, ofTitle, limit) <= limit);
}

/** The outcome whose title these words nearly are, or are the telling part of; null when none or more than one is. */
export function nearTitle(words: OutcomeWords, chunk: string): string | null {
  const plain = plainWords(chunk);
  const near = words.titles.filter((title) => {
    const limit = Math.min(3, Math.floor(title.plain.length / 10));
    return limit > 0 && editDistance(plain, title.plain, limit) <= limit;
  });
  const content = contentWords(plain);
  const exact = content.length < 2 ? [] : words.titles.filter((title) => content.every((word) => title.words.has(word)));
  const part =
    exact.length > 0 || content.length < 2
      ? exact
      : words.titles.filter((title) => content.every((word) => [...title.words].some((ofTitle) => isNearly(word, ofTitle))));
  const codes = new Set((near.length > 0 ? near : part).map((title) => title.code));
  return codes.size === 1 ? ([...codes][0] ?? null) : null;
}

/**
 * Several titles joined by "and", which stands within titles as well: as few parts as each are the title of one outcome.
 * Null where some part is none.
 */
export function joinedTitles(words: OutcomeWords, chunk: string): readonly { readonly written: string; readonly code: string }[] | null {
  const joins = [...chunk.matchAll(/(?<!\s)\s+(?:and|&|plus|as well as)\s+/giu)];
  if (joins.length === 0 || joins.length >= MOST_PARTS) return null;
  const starts = [0, ...joins.map((join) => join.index + join[0].length)];
  const ends = [...joins.map(({ index }) => index), chunk.length];
  // From each start to the end of the chunk, the fewest titles.
  const best: ({ written: string; code: string }[] | null)[] = [...starts.map(() => null), []];
  for (let from = starts.length - 1; from >= 0; from -= 1) {
    for (let to = starts.length - 1; to >= from; to -= 1) {
      const rest = best[to + 1] ?? null;
      const written = chunk.slice(starts[from], ends[to]);
      const known = best[from];
      if (rest === null || (known !== null && known !== undefined && known.length <= rest.length + 1)) continue;
      const code = nearTitle(words, written);
      if (code !== null) best[from] = [{ written, code }, ...rest];
    }
  }
  return best[0] ?? null;
}
