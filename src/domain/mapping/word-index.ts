import type { Framework } from '../framework';
import { stemOf, wordsOf, type Word } from '../indicators';

/** Words of English, and of any logframe, that tell no indicator from another. */
const PLAIN_WORDS =
  'in on for to with by at from as is are be been was were will would have has had that this these those it its they them their we our who which into up down all any more most least less than no not per each other such rate rates proportion percentage number average level levels increase increased increasing reduce reduced reduction decrease decreased fall fallen improve improved improving maintain maintained remain achieve achieved report people person persons population similar better worse best national local england target baseline current end year years across those whose through between within support supporting services service organisation organisations health care work new access plan';

export interface WordIndex {
  /** Stems that say nothing here. */
  readonly plain: ReadonlySet<string>;
  /** By indicator's place, the share of what tells it apart that the words name, 0 to 1; an indicator of which they name nothing is left out. */
  cover(fields: readonly (readonly Word[])[]): ReadonlyMap<number, number>;
  /** Whether a stem is among an indicator's own telling words. */
  tells(indicator: number, stem: string): boolean;
}

const telling = (word: Word, plain: ReadonlySet<string>): boolean =>
  !plain.has(word.stem) && !/^[\dx]/.test(word.raw) && word.raw.length > 1;

/** The indicators' own words, each weighed by how few indicators have it (BM25's idf; texts this short need no length correction). */
export function wordIndex(framework: Framework): WordIndex {
  const plain = new Set(
    [...PLAIN_WORDS.split(' '), ...framework.vocabularies.commonWords.flatMap((word) => wordsOf(word).map((each) => each.raw))].map(stemOf),
  );
  const stemsOf = framework.indicators.map(
    (indicator) =>
      new Set(
        wordsOf(indicator.text)
          .filter((word) => telling(word, plain))
          .map((word) => word.stem),
      ),
  );
  const postings = new Map<string, number[]>();
  stemsOf.forEach((stems, indicator) => {
    for (const stem of stems) postings.set(stem, [...(postings.get(stem) ?? []), indicator]);
  });
  const total = framework.indicators.length;
  const weight = (held: number): number => Math.log(1 + (total - held + 0.5) / (held + 0.5));
  const weights = new Map([...postings].map(([stem, list]) => [stem, weight(list.length)]));
  const whole = stemsOf.map((stems) => [...stems].reduce((sum, stem) => sum + (weights.get(stem) ?? 0), 0));
  return {
    plain,
    tells: (indicator, stem) => stemsOf[indicator]?.has(stem) ?? false,
    cover(fields) {
      const sums = new Map<number, number>();
      const met = new Set<string>();
      for (const words of fields) for (const { stem } of words) if (weights.has(stem)) met.add(stem);
      for (const stem of met) {
        const added = weights.get(stem) ?? 0;
        for (const indicator of postings.get(stem) ?? []) sums.set(indicator, (sums.get(indicator) ?? 0) + added / (whole[indicator] ?? 1));
      }
      return sums;
    },
  };
}
