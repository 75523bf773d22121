import type { Framework } from '../framework';
import { patternByText } from '../wording';

type TextPattern = ReturnType<typeof patternByText>;

/** What a framework adds to the words by which a measure is read. */
export interface MeasureWords {
  /** What the council counts under a name of its own; null where it names nothing. */
  readonly counted: TextPattern | null;
  /** Codes of its outcomes, whose number counts nothing: "SO2", "SO 7". Global; null where no code begins with letters. */
  readonly codes: TextPattern | null;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** One of the words as a whole; null for no words. */
function anyOf(words: readonly string[], flags: string): TextPattern | null {
  if (words.length === 0) return null;
  return patternByText(new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words.join('|')})(?![\p{L}\p{N}])`, flags));
}

const built = new WeakMap<Framework, MeasureWords>();

export function measureWords(framework: Framework): MeasureWords {
  const known = built.get(framework);
  if (known !== undefined) return known;
  // A code of digits alone ("1.1") cannot be told from a figure.
  const prefixes = framework.outcomes.flatMap(({ code }) => /^(\p{L}[\p{L} ]*?)\s?\d/u.exec(code)?.[1] ?? []);
  const words: MeasureWords = {
    counted: anyOf(framework.vocabularies.countedWords.map(escaped), 'iu'),
    codes: anyOf(
      [...new Set(prefixes)].map((prefix) => String.raw`${escaped(prefix)}s?\s?\d+(?:\.\d+)*`),
      'giu',
    ),
  };
  built.set(framework, words);
  return words;
}
