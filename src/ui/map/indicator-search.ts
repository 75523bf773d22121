import { loadPart } from '../../application';
import type { Indicator } from '../../domain/framework';

/** How many results are shown at most. */
const MOST_FOUND = 8;

/**
 * Finds indicators by number or words, as typed so far, also with small typing errors. The library is loaded at first use.
 *
 * @throws Failure `part missing`
 */
export async function createIndicatorSearch(indicators: readonly Indicator[]): Promise<(words: string) => Indicator[]> {
  const { default: MiniSearch } = await loadPart(() => import('minisearch'));
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const engine = new MiniSearch<Indicator>({
    fields: ['id', 'text', 'meansOfVerification'],
    // "3.7" stays one word; everything else is cut at what is neither letter nor digit.
    tokenize: (text) => text.split(/[^\p{L}\p{N}.]+|\.(?!\d)/u).filter((word) => word !== ''),
    searchOptions: { boost: { id: 6, text: 2 }, prefix: true, fuzzy: (word) => (word.length > 4 ? 0.2 : false) },
  });
  engine.addAll(indicators);
  return (words) => {
    // Indicators with all of the words; where there are none, those with some of the words.
    const all = engine.search(words, { combineWith: 'AND' });
    const found = all.length > 0 ? all : engine.search(words);
    return found.slice(0, MOST_FOUND).flatMap(({ id }) => byId.get(String(id)) ?? []);
  };
}
