import { COSTS } from '../cost';
import { outcomeCodesIn, plainStatus } from '../collation';
import { type Framework, outcomesServed, topOutcomes } from '../framework';
import { capital, DIRECTORATE_NOT_KNOWN, directorateNameOf, NO_SHARED_OUTCOME } from '../wording';
import { figure } from './figure';
import { apart, oneOf, others, type TallyLine, type TallyName } from './tally';

/** Lines or columns, and at which of them each of those that they were made for counts. */
export interface Groups<T> {
  readonly names: readonly TallyName[];
  /** Zero-based, among the names: an action counts at each outcome that it serves, and where two of them stand together, twice. */
  readonly placesOf: (one: T) => readonly number[];
}

/** By group, how many of all count there. */
export function countsIn<T>({ names, placesOf }: Groups<T>, all: readonly T[]): number[] {
  const counts = new Array<number>(names.length).fill(0);
  for (const one of all) for (const place of placesOf(one)) counts[place] = (counts[place] ?? 0) + 1;
  return counts;
}

/**
 * By line and column, the sum over all that count in both. Each is looked at once, however many lines and columns there are.
 * @param amountOf what one adds where its line and its column meet.
 */
export function sumsIn<T>(
  all: readonly T[],
  lines: Groups<T>,
  columns: Groups<T>,
  amountOf: (one: T) => number = () => 1,
): readonly (readonly number[])[] {
  const sums = lines.names.map(() => new Array<number>(columns.names.length).fill(0));
  for (const one of all) {
    const [amount, at] = [amountOf(one), columns.placesOf(one)];
    for (const line of lines.placesOf(one)) {
      const sum = sums[line];
      if (sum !== undefined) for (const column of at) sum[column] = (sum[column] ?? 0) + amount;
    }
  }
  return sums;
}

/** Sums as lines of a tally, compared with no others. */
export function linesOf<T>({ names }: Groups<T>, sums: readonly (readonly number[])[]): TallyLine[] {
  return names.map((name, line) => ({ ...name, figures: (sums[line] ?? []).map(figure) }));
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
  readonly textOf: (one: T) => string;
  /** The words that a text holds, as `known` writes them. */
  readonly wordsIn: (text: string) => readonly string[];
}

function groupsOf<T>({ known, others: otherName, none, textOf, wordsIn }: Vocabulary<T>, all: readonly T[]): Groups<T> {
  // Rows are many and their texts few, so each text is read once.
  const wordsOf = new Map([...new Set(all.map(textOf))].map((text) => [text, wordsIn(text)]));
  const placeOf = new Map(known.map(({ word }, place) => [word, place]));
  const unknown = new Set([...wordsOf.values()].flatMap((words) => words.filter((word) => !placeOf.has(word))));
  const isNoneShown = none !== null && (none.shown === 'always' || [...wordsOf.values()].some((words) => words.length === 0));
  const names = [
    ...known.map(({ name }) => oneOf(name)),
    ...(unknown.size === 0 ? [] : [others(otherName, unknown.size)]),
    ...(isNoneShown ? [apart(none.name)] : []),
  ];
  const nonePlaces = isNoneShown ? [names.length - 1] : [];
  const placesAt = (words: readonly string[]): readonly number[] =>
    words.length === 0 ? nonePlaces : words.map((word) => placeOf.get(word) ?? known.length);
  const places = new Map([...wordsOf].map(([text, words]) => [text, placesAt(words)]));
  return { names, placesOf: (one) => places.get(textOf(one)) ?? [] };
}

const oneWord = (word: string): string[] => (word === '' ? [] : [word]);

/** Known directorates in the framework's order, others that are named, then a group for actions without a directorate. */
export function directorateGroups<T extends { readonly directorate: string | null; readonly directorateText?: string }>(
  { directorates }: Framework,
  all: readonly T[],
): Groups<T> {
  const vocabulary: Vocabulary<T> = {
    known: directorates.map(({ name }) => ({ word: name, name })),
    others: OTHER_DIRECTORATES,
    none: { name: DIRECTORATE_NOT_KNOWN, shown: 'when needed' },
    textOf: ({ directorate, directorateText = '' }) => directorateNameOf({ directorate, directorateText }).trim(),
    wordsIn: oneWord,
  };
  return groupsOf(vocabulary, all);
}

/** Outcomes by their code and title, for lines; a priority counts for the outcome above it. The last is for those that name none. */
export function outcomeGroups<T extends { readonly outcomes: string }>(framework: Framework, all: readonly T[]): Groups<T> {
  const vocabulary: Vocabulary<T> = {
    known: topOutcomes(framework).map(({ code, titles }) => ({ word: code, name: [code, titles[0] ?? ''].join(' ').trim() })),
    others: OTHER_OUTCOMES,
    none: { name: NO_SHARED_OUTCOME, shown: 'always' },
    textOf: ({ outcomes }) => outcomes,
    wordsIn: (outcomes) => outcomesServed(framework, outcomeCodesIn(outcomes)),
  };
  return groupsOf(vocabulary, all);
}

/** Outcomes by their code alone, for columns. */
export function outcomeCodeGroups<T extends { readonly outcomes: string }>(framework: Framework, all: readonly T[]): Groups<T> {
  const known = topOutcomes(framework).map(({ code }) => ({ word: code, name: code }));
  const wordsIn = (outcomes: string): string[] => outcomesServed(framework, outcomeCodesIn(outcomes));
  return groupsOf({ known, others: OTHER_OUTCOMES, none: null, textOf: ({ outcomes }: T) => outcomes, wordsIn }, all);
}

/** Statuses of the vocabulary, others that are written, then no status. */
export function statusGroups<T extends { readonly status: string }>({ vocabularies }: Framework, all: readonly T[]): Groups<T> {
  const statuses = new Map(vocabularies.statuses.map((status): [string, string] => [plainStatus(status), capital(status)]));
  const vocabulary: Vocabulary<T> = {
    known: [...statuses].map(([word, name]) => ({ word, name })),
    others: OTHER_STATUSES,
    none: { name: NO_STATUS, shown: 'always' },
    textOf: ({ status }) => plainStatus(status),
    wordsIn: oneWord,
  };
  return groupsOf(vocabulary, all);
}

const COST_NOT_GIVEN: (typeof COSTS)[number] = 'to be confirmed';

/** The words for the cost, then others that somebody typed. None says that the cost is not known yet. */
export function costGroups<T extends { readonly cost: string }>(all: readonly T[]): Groups<T> {
  const vocabulary: Vocabulary<T> = {
    known: COSTS.map((cost) => ({ word: cost, name: capital(cost) })),
    others: OTHER_COSTS,
    none: null,
    textOf: ({ cost }) => cost,
    wordsIn: (cost) => [cost.trim().toLowerCase() || COST_NOT_GIVEN],
  };
  return groupsOf(vocabulary, all);
}
