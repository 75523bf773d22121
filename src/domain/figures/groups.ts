import { COSTS } from '../cost';
import { outcomeCodesIn, plainStatus } from '../collation';
import { type Framework, outcomesServed, topOutcomes } from '../framework';
import { capital, DIRECTORATE_NOT_KNOWN, directorateNameOf, NO_SHARED_OUTCOME } from '../wording';
import { apart, oneOf, others, type TallyName } from './tally';

/** A line or column, and what belongs to it. */
export interface Group<T> extends TallyName {
  /** How often it counts here: an action counts under each outcome that it serves, and where two of them stand together, twice. */
  readonly times: (one: T) => number;
}

/** How many of all there are in a group. */
export function countIn<T>({ times }: Pick<Group<T>, 'times'>, all: readonly T[]): number {
  return all.reduce((sum, one) => sum + times(one), 0);
}

export const OTHER_DIRECTORATES = 'Other directorates';
export const OTHER_OUTCOMES = 'Other outcomes';
export const OTHER_STATUSES = 'Other statuses';
export const OTHER_COSTS = 'Other costs';
const NO_STATUS = 'No status';

/**
 * One group for each word that is known; one for all other words, which says how many they are; one for none. The last two only where
 * something belongs to them, or always where `none` is `always`.
 */
interface Vocabulary<T> {
  readonly known: readonly { readonly word: string; readonly name: string }[];
  readonly others: string;
  /** What is called so names nothing; null where everything names something. */
  readonly none: { readonly name: string; readonly shown: 'always' | 'when needed' } | null;
  /** The words that one holds, as `known` writes them. */
  readonly wordsOf: (one: T) => readonly string[];
}

function groupsOf<T>(vocabulary: Vocabulary<T>, all: readonly T[]): Group<T>[] {
  const { known, none, wordsOf } = vocabulary;
  const words = new Set(known.map(({ word }) => word));
  const unknown = new Set(all.flatMap((one) => wordsOf(one).filter((word) => !words.has(word))));
  const named = known.map(({ word, name }): Group<T> => ({ ...oneOf(name), times: (one) => Number(wordsOf(one).includes(word)) }));
  const other: Group<T> = {
    ...others(vocabulary.others, unknown.size),
    times: (one) => wordsOf(one).filter((word) => unknown.has(word)).length,
  };
  const isNone = (one: T): boolean => wordsOf(one).length === 0;
  const isShown = none !== null && (none.shown === 'always' || all.some(isNone));
  return [
    ...named,
    ...(unknown.size === 0 ? [] : [other]),
    ...(isShown ? [{ ...apart(none.name), times: (one: T) => Number(isNone(one)) }] : []),
  ];
}

const oneWord = (word: string): string[] => (word === '' ? [] : [word]);

/** Known directorates in the framework's order, others that are named, then a group for actions without a directorate. */
export function directorateGroups<T extends { readonly directorate: string | null; readonly directorateText?: string }>(
  { directorates }: Framework,
  all: readonly T[],
): Group<T>[] {
  const vocabulary: Vocabulary<T> = {
    known: directorates.map(({ name }) => ({ word: name, name })),
    others: OTHER_DIRECTORATES,
    none: { name: DIRECTORATE_NOT_KNOWN, shown: 'when needed' },
    wordsOf: ({ directorate, directorateText = '' }) => oneWord(directorateNameOf({ directorate, directorateText }).trim()),
  };
  return groupsOf(vocabulary, all);
}

/** Outcomes by their code and title, for lines; a priority counts for the outcome above it. The last is for those that name none. */
export function outcomeGroups<T extends { readonly outcomes: string }>(framework: Framework, all: readonly T[]): Group<T>[] {
  const vocabulary: Vocabulary<T> = {
    known: topOutcomes(framework).map(({ code, titles }) => ({ word: code, name: [code, titles[0] ?? ''].join(' ').trim() })),
    others: OTHER_OUTCOMES,
    none: { name: NO_SHARED_OUTCOME, shown: 'always' },
    wordsOf: ({ outcomes }) => outcomesServed(framework, outcomeCodesIn(outcomes)),
  };
  return groupsOf(vocabulary, all);
}

/** Outcomes by their code alone, for columns. */
export function outcomeCodeGroups(framework: Framework, all: readonly (readonly string[])[]): Group<readonly string[]>[] {
  const known = topOutcomes(framework).map(({ code }) => ({ word: code, name: code }));
  const wordsOf = (codes: readonly string[]): string[] => outcomesServed(framework, codes);
  return groupsOf({ known, others: OTHER_OUTCOMES, none: null, wordsOf }, all);
}

/** Statuses of the vocabulary, others that are written, then no status. */
export function statusGroups<T extends { readonly status: string }>({ vocabularies }: Framework, all: readonly T[]): Group<T>[] {
  const statuses = new Map(vocabularies.statuses.map((status): [string, string] => [plainStatus(status), capital(status)]));
  const vocabulary: Vocabulary<T> = {
    known: [...statuses].map(([word, name]) => ({ word, name })),
    others: OTHER_STATUSES,
    none: { name: NO_STATUS, shown: 'always' },
    wordsOf: ({ status }) => oneWord(plainStatus(status)),
  };
  return groupsOf(vocabulary, all);
}

const COST_NOT_GIVEN: (typeof COSTS)[number] = 'to be confirmed';

/** The words for the cost, then others that somebody typed. None says that the cost is not known yet. */
export function costGroups<T extends { readonly cost: string }>(all: readonly T[]): Group<T>[] {
  const vocabulary: Vocabulary<T> = {
    known: COSTS.map((cost) => ({ word: cost, name: capital(cost) })),
    others: OTHER_COSTS,
    none: null,
    wordsOf: ({ cost }) => [cost.trim().toLowerCase() || COST_NOT_GIVEN],
  };
  return groupsOf(vocabulary, all);
}
