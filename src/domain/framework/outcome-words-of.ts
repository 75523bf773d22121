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
