import { OPTIONAL_SHEETS, type OptionalSheet } from '../application';
import type { Judgement } from '../domain/collation';
import { directorateNamed, type Framework } from '../domain/framework';
import { type CalendarDate, parseIsoDate } from '../domain/grid';
import { UsageError } from './cli-world';

/** "2025-01-30", or a sentence that names the option; null when the option is not given. */
export function dateOption(option: string, value: string | undefined): CalendarDate | null {
  if (value === undefined) return null;
  const date = parseIsoDate(value);
  if (date === null) throw new UsageError(`${option} takes a date such as 2025-03-31, not "${value}".`);
  return date;
}

/** The framework's names of directorates, each given by any name or short code. */
export function directoratesOption(option: string, words: readonly string[], framework: Framework): string[] {
  return words.map((word) => {
    const directorate = directorateNamed(framework, word);
    if (directorate !== null) return directorate.name;
    const codes = framework.directorates.map(({ shortCode }) => shortCode).join(', ');
    throw new UsageError(`${option} takes a directorate of ${framework.name}, by name or short code (${codes}), not "${word}".`);
  });
}

/** The answers of `--same GET-05` and `--new GET-05`: each is said of whatever is asked about that Ref. */
export function answersOption(same: readonly string[] = [], fresh: readonly string[] = []): Judgement[] {
  const both = same.find((ref) => fresh.includes(ref));
  if (both !== undefined) throw new UsageError(`Both --same and --new are given for ${both}. Give one of them.`);
  const said = (refs: readonly string[], verdict: Judgement['verdict']): Judgement[] =>
    refs.map((ref) => ({ ref: ref.trim(), is: null, verdict }));
  return [...said(same, 'same'), ...said(fresh, 'new')];
}

/** The sheets of `--sheets by-outcome,local-measures`, in any order. */
export function sheetsOption(words: string | undefined): OptionalSheet[] {
  const names = (words ?? '').split(',').map((word) => word.trim().toLowerCase());
  const known = (word: string): word is OptionalSheet => OPTIONAL_SHEETS.some((sheet) => sheet === word);
  const wrong = names.find((word) => word !== '' && !known(word));
  if (wrong !== undefined) throw new UsageError(`--sheets takes ${OPTIONAL_SHEETS.join(', ')}, set apart by commas, not "${wrong}".`);
  return names.filter(known);
}
