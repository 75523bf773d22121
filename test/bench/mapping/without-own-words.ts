import type { Concept, Framework } from '../../../src/domain/framework';
import { conceptFinder } from '../../../src/domain/mapping/concept-finder';
import { wordsOf } from '../../../src/domain/indicators';
import type { GoldRow } from './gold-rows';

/** The phrases of all concepts that are named in some texts. */
function phrasesIn(concepts: readonly Concept[], texts: readonly string[]): Set<string> {
  const phrases = concepts.flatMap(({ words }) => words);
  const find = conceptFinder(phrases.map((phrase): Concept => ({ id: 'phrase', words: [phrase], impliedBy: [], spares: [], notIn: [] })));
  return new Set(texts.flatMap((text) => find(wordsOf(text)).flatMap(({ concept }) => phrases[concept] ?? [])));
}

const textsOf = (rows: readonly GoldRow[]): string[] => rows.flatMap(({ row }) => [row.commitment, row.measure, row.theme ?? '']);

/**
 * The framework without the words that its author can only have learned from these rows: phrases that they name and that neither the
 * logframe nor any other row of the worked answers does. It is the nearest there is to a lexicon written without having seen them, and
 * unkind, since most of these phrases are also plain public-health English.
 */
export function withoutOwnWords(framework: Framework, own: readonly GoldRow[], others: readonly GoldRow[]): Framework {
  const { concepts, indicators } = framework;
  const elsewhere = phrasesIn(concepts, [
    ...textsOf(others),
    ...indicators.flatMap(({ text, notes, meansOfVerification }) => [text, notes, meansOfVerification]),
  ]);
  const learned = new Set([...phrasesIn(concepts, textsOf(own))].filter((phrase) => !elsewhere.has(phrase)));
  return {
    ...framework,
    concepts: concepts.map((concept) => ({ ...concept, words: concept.words.filter((phrase) => !learned.has(phrase)) })),
  };
}
