import type { Indicator } from '../../domain/framework';

/** Results shown for what is typed; more is a list nobody reads. */
const MOST_FOUND = 8;

/** Finds indicators by number or words, as typed so far, with a slip or two. The library is fetched when first asked for. */
export async function createIndicatorSearch(indicators: readonly Indicator[]): Promise<(words: string) => Indicator[]> {
  const { default: MiniSearch } = await import('minisearch');
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const engine = new MiniSearch<Indicator>({
    fields: ['id', 'text', 'meansOfVerification'],
    // "3.7" stays one word; everything else is cut at what is neither letter nor digit.
    tokenize: (text) => text.split(/[^\p{L}\p{N}.]+|\.(?!\d)/u).filter((word) => word !== ''),
    searchOptions: { boost: { id: 6, text: 2 }, prefix: true, fuzzy: (word) => (word.length > 4 ? 0.2 : false) },
  });
  engine.addAll(indicators);
  return (words) => {
    // All of the words first; those that only some indicators have must not leave the user with nothing.
    const all = engine.search(words, { combineWith: 'AND' });
    const found = all.length > 0 ? all : engine.search(words);
    return found.slice(0, MOST_FOUND).flatMap(({ id }) => byId.get(String(id)) ?? []);
  };
}
