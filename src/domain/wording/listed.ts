const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const CHOICE = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** "a", "a and b", "a, b and c"; "" for nothing. */
export function listed(words: readonly string[]): string {
  return LIST.format(words);
}

/** "a", "a or b", "a, b or c"; "" for nothing. */
export function eitherOf(words: readonly string[]): string {
  return CHOICE.format(words);
}
