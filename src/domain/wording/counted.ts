const NUMBER = new Intl.NumberFormat('en-GB');
const RULES = new Intl.PluralRules('en-GB');

/** "7", "1,204": a number within a sentence, with a comma between thousands. Cells of a sheet hold the number itself. */
export function grouped(number: number): string {
  return NUMBER.format(number);
}

/** The word that agrees with a number: `agreeing(1, 'is', 'are')` is "is". */
export function agreeing(number: number, one: string, other: string): string {
  return RULES.select(number) === 'one' ? one : other;
}

/** "1 table", "19 tables", "1,204 actions"; `nouns` where adding an s is not enough. */
export function counted(number: number, noun: string, nouns = `${noun}s`): string {
  return `${grouped(number)} ${agreeing(number, noun, nouns)}`;
}
