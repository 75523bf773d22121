import type { Framework } from '../framework';

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * The code of the outcome that the nearest of some title lines names, by number ("Shared outcome 1: ..."), code or title; null when none does.
 * Rule: docs/rules.md#activity-tables.
 */
export function outcomeInTitle(framework: Framework, texts: readonly string[]): string | null {
  for (const text of texts) {
    const number = /\boutcome\s*(?:no\.?\s*)?(\d{1,2})\b/i.exec(text)?.[1];
    const words = plain(text).split(' ');
    const found = framework.outcomes.find(({ code, titles }) => {
      if (number !== undefined) return Number(code.replace(/^\D+/, '')) === Number(number);
      return words.includes(code.toLowerCase()) || titles.some((title) => plain(text).includes(plain(title)));
    });
    if (found) return found.code;
  }
  return null;
}
