import type { Directorate, Framework, Outcome } from './framework-schema';
import { plainName, plainWords } from './plain-name';

interface NameIndex {
  readonly directorates: ReadonlyMap<string, Directorate>;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly mentions: readonly Mention[];
  /** Words that stand around a name without changing it, such as the council's own. */
  readonly common: ReadonlySet<string>;
}

const indexes = new WeakMap<Framework, NameIndex>();

function indexOf(framework: Framework): NameIndex {
  const known = indexes.get(framework);
  if (known) return known;
  const index: NameIndex = {
    directorates: new Map(
      framework.directorates.flatMap((directorate) => namesOf(directorate).map((name) => [plainName(name), directorate] as const)),
    ),
    outcomes: new Map(framework.outcomes.flatMap((outcome) => outcome.titles.map((title) => [plainName(title), outcome] as const))),
    mentions: framework.directorates.flatMap((directorate) => namesOf(directorate).flatMap((name) => mentionOf(directorate, name))),
    common: new Set([framework.council, ...framework.vocabularies.commonWords].flatMap(plainWords)),
  };
  indexes.set(framework, index);
  return index;
}

/** Every name by which a directorate is called: its own, its short code, its other names. */
export function namesOf(directorate: Directorate): string[] {
  return [directorate.name, directorate.shortCode, ...directorate.otherNames];
}

/**
 * The directorate that a text is the name of, long, short or abbreviated; null when the text is anything else or more than a name.
 * The council's own name and place names around it do not count ("Kent Public Health").
 * Rule: docs/rules.md#directorate-names.
 */
export function directorateNamed(framework: Framework, text: string): Directorate | null {
  const { directorates, common } = indexOf(framework);
  const words = plainWords(text);
  const whole = directorates.get(words.join(' '));
  if (whole) return whole;
  const isCommon = (word: string | undefined): boolean => word !== undefined && common.has(word);
  let start = 0;
  let end = words.length;
  while (start < end && isCommon(words[start])) start += 1;
  while (end > start && isCommon(words[end - 1])) end -= 1;
  return directorates.get(words.slice(start, end).join(' ')) ?? null;
}

const letters = 'A-Za-z0-9À-ɏ';

/** A name as it is looked for within a sentence. */
interface Mention {
  readonly directorate: Directorate;
  readonly search: RegExp;
  readonly oneWord: boolean;
}

/** Inside a sentence an abbreviation counts only in capitals and a one-word name with a capital: "get" and "local procurement" name no directorate. */
function mentionOf(directorate: Directorate, name: string): Mention[] {
  const abbreviation = /^[A-Z&/]{1,5}$/.test(name);
  const pattern = name
    .split(/[^A-Za-z0-9À-ɏ]+/)
    .filter((word) => word !== '' && word.toLowerCase() !== 'and')
    .join(`[^${letters}]+(?:(?:and|AND|And)[^${letters}]+)?`);
  if (pattern === '') return [];
  const search = new RegExp(`(?<![${letters}])${pattern}(?![${letters}])`, abbreviation ? 'g' : 'gi');
  return [{ directorate, search, oneWord: /^[A-Z][a-z]+$/.test(name) }];
}

/**
 * The one directorate named within a longer text, such as a title, a sheet's name or a file's: "Proposed Priorities ~ GET".
 * The longest name wins where names overlap ("Public Health Education" over "Public Health"); null when none or several are named.
 */
export function directorateWithin(framework: Framework, text: string): Directorate | null {
  const exact = directorateNamed(framework, text);
  if (exact) return exact;
  const readable = text.replace(/_/g, ' ');
  const found = indexOf(framework).mentions.flatMap(({ directorate, search, oneWord }) =>
    [...readable.matchAll(search)]
      .filter((match) => !oneWord || /^[A-Z]/.test(match[0]))
      .map((match) => ({ directorate, start: match.index, end: match.index + match[0].length })),
  );
  const longest = found.filter(
    (hit) => !found.some((other) => other.end - other.start > hit.end - hit.start && other.start <= hit.start && hit.end <= other.end),
  );
  const named = new Set(longest.map((hit) => hit.directorate));
  return named.size === 1 ? (longest[0]?.directorate ?? null) : null;
}

/** The outcome that a text is the title of, any of those in use; null otherwise. Codes are not read here. */
export function outcomeTitled(framework: Framework, text: string): Outcome | null {
  return indexOf(framework).outcomes.get(plainName(text)) ?? null;
}
