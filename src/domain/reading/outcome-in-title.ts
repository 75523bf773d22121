import type { Framework } from '../framework';
import { outcomeOfTitle } from '../outcomes';

/**
 * The code of the outcome that the nearest of some title lines names, by number ("Shared outcome 1: ..."), code or title; null when none does.
 * Rule: docs/rules.md#activity-tables.
 */
export function outcomeInTitle(framework: Framework, texts: readonly string[]): string | null {
  for (const text of texts) {
    const code = outcomeOfTitle(text, framework.outcomes);
    if (code !== null) return code;
  }
  return null;
}
