import type { Framework } from './framework-schema';

/** What a council calls its outcomes, beginning with a capital. */
export interface OutcomeNames {
  readonly one: string;
  readonly many: string;
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** "Goal" and "Goals" of a council that says so, "Shared outcome" and "Shared outcomes" of any other, as its tables are headed. Rule: docs/rules.md#framework-defaults. */
export function outcomeNames({ words }: Pick<Framework, 'words'>): OutcomeNames {
  const one = words.outcome ?? 'Shared outcome';
  const many = words.outcomes ?? (/[^aeiou]y$/i.test(one) ? `${one.slice(0, -1)}ies` : `${one}s`);
  return { one: capital(one), many: capital(many) };
}

/** "goal" within a sentence; a word in capitals stays: "SDG". */
const inSentence = (words: string): string => (/^\p{Lu}{2}/u.test(words) ? words : `${words.charAt(0).toLowerCase()}${words.slice(1)}`);

/**
 * One of the program's own sentences or headings with the council's word for an outcome in it: "Goal" for "Shared Outcome", "a goal" for "a
 * shared outcome", "goals" for "outcomes". Unchanged where the council has no word of its own. Not for texts that quote a cell.
 */
export function inOwnWords(sentence: string, { words = {} }: Partial<Pick<Framework, 'words'>>): string {
  if (words.outcome === undefined) return sentence;
  const { one, many } = outcomeNames({ words });
  return sentence.replace(
    /\b(an? )?((?:shared )?outcome)(s?)\b/gi,
    (_all, article: string | undefined, outcome: string, plural: string) => {
      const begins = /^\p{Lu}/u.test(outcome);
      const own = plural === '' ? one : many;
      const word = begins ? own : inSentence(own);
      if (article === undefined) return word;
      const a = /^[aeiou]/i.test(word) ? 'an ' : 'a ';
      return `${article.startsWith('A') ? capital(a) : a}${word}`;
    },
  );
}
