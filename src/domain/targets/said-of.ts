import { AUXILIARY, FACTORS, KEEPING, MODAL, PROCESS, STAYING, nounWay, verbWay } from './cue-words';
import type { ComparatorItem, ComparisonItem, DueItem, Item, StandardItem } from './items';
import { isWord, wordOf } from './tokens';
import type { Quantity } from './quantities';
import type { TargetPeriod } from './target-reading';

/** A level held against another area or a standard. */
export interface ComparedWith {
  readonly comparison: ComparisonItem | null;
  readonly comparator: ComparatorItem | StandardItem;
}

/** What a part says besides its figures. */
export interface Said {
  /** The verb that says which way: "reduced"; "" for none. */
  readonly verb: string;
  readonly nounWay: 'up' | 'down' | null;
  readonly isKept: boolean;
  /** "Halved": the change in per cent. */
  readonly factor: number | null;
  readonly isProcess: boolean;
  readonly compared: ComparedWith | null;
  /** "At or below the 2019 level": the comparison with an earlier level. */
  readonly againstBefore: ComparisonItem | null;
  /** How it stands now: "from worse than the national average". */
  readonly standing: 'worse' | 'better' | null;
  readonly due: DueItem | null;
  /** Periods that belong to no figure: "at the 2024 value". */
  readonly periods: readonly TargetPeriod[];
}

export function saidOf(items: readonly Item[], quantities: readonly Quantity[]): Said {
  const verbAt = items.findIndex((_, at) => isPredicate(items, at) && verbWay(wordOf(items[at])) !== null);
  const verb = verbAt < 0 ? '' : wordOf(items[verbAt]);
  const factor = items.map((item) => FACTORS.get(wordOf(item))).find((each) => each !== undefined) ?? null;
  const noun = items.findIndex(
    (_, at) =>
      at < 6 &&
      nounWay(wordOf(items[at])) !== null &&
      isWord(items[at + 1], 'in', 'of') &&
      (at === 0 || isWord(items[at - 1], 'a', 'an', 'the', 'be', '-', '–')),
  );
  const isKept = items.some(
    (item, at) => (KEEPING.has(wordOf(item)) && isPredicate(items, at)) || (STAYING.has(wordOf(item)) && isStaying(items, at)),
  );
  const used = new Set(quantities.flatMap(({ period }) => period ?? []));
  const compared = comparedWith(items);
  return {
    verb,
    nounWay: noun < 0 ? null : nounWay(wordOf(items[noun])),
    isKept: isKept || noChange(items),
    factor: verb !== '' && FACTORS.has(verb) ? (factor ?? null) : null,
    isProcess:
      items.some(
        (item, at) =>
          PROCESS.has(wordOf(item)) &&
          isWord(items[at - 1], 'be', 'have', 'been', 'made', 'will', 'fully', 'a', 'and', 'to', 'we', 'has', 'is', 'are'),
      ) || PROCESS.has(wordOf(items[0])),
    compared,
    againstBefore: againstBefore(items),
    standing: standingOf(items),
    due: items.findLast((item) => item.kind === 'due') ?? null,
    periods: items.flatMap((item) => (item.kind === 'period' && !used.has(item.period) ? [item.period] : [])),
  };
}

/** Whether a verb says what is to become: "will have reduced", "Increase", "will fall", not "where risk is reduced". */
function isPredicate(items: readonly Item[], at: number): boolean {
  const before = wordOf(items[at - 1]);
  const isLed =
    isWord(items[at + 1], 'from', 'to', 'by') && items.slice(at + 2, at + 6).some(({ kind }) => kind === 'number' || kind === 'open');
  if (isLed) return true;
  if (at === 0 || ['-', '–', '—', 'we', 'to', 'further', 'continue'].includes(before))
    return (
      before !== 'to' || isWord(items[at - 2], 'aim', 'ambition', 'is', 'aims', 'continue', 'going', '', ',', 'and', 'target') || at <= 2
    );
  if (['is', 'are', 'was', 'were'].includes(before)) return false;
  // "There will be an increasing percentage of", "will see a falling rate".
  if ((before === 'a' || before === 'an') && items.slice(Math.max(0, at - 4), at).some((item) => MODAL.has(wordOf(item)))) return true;
  if (before === ',' || before === 'and' || before === 'or' || before === 'but') return at <= 2 || verbBefore(items, at);
  return AUXILIARY.has(before) || MODAL.has(before) || before.endsWith('ly');
}

/** "Will be maintained or improved": the verb before counts, so this one does. */
const verbBefore = (items: readonly Item[], at: number): boolean =>
  MODAL.has(wordOf(items[at - 3])) || MODAL.has(wordOf(items[at - 4])) || MODAL.has(wordOf(items[at - 5]));

/** "Remain at", "stay below", not "people who remain in work". */
const isStaying = (items: readonly Item[], at: number): boolean =>
  items[at + 1]?.kind === 'comparison' ||
  isWord(items[at + 1], 'at', 'the', 'stable', 'unchanged', 'constant', 'similar', 'within', 'broadly', 'around');

const MOVES = ['increase', 'rise', 'worsen', 'deteriorate', 'decrease', 'grow', 'decline', 'change'];

/** "No increase in", "will not rise". */
const noChange = (items: readonly Item[]): boolean =>
  items.some(
    (item, at) => isWord(item, 'no') && isWord(items[at + 1], 'change', 'increase', 'deterioration') && isWord(items[at + 2], 'in', 'from'),
  ) || items.some((item, at) => isWord(item, 'not') && MODAL.has(wordOf(items[at - 1])) && isWord(items[at + 1], ...MOVES));

/** The comparator that the part ends on, with the comparison that leads to it. */
function comparedWith(items: readonly Item[]): ComparedWith | null {
  const last = items.findLastIndex(
    (item, at) => (item.kind === 'comparator' || item.kind === 'standard') && !isStart(items, at) && !isWhose(items, at),
  );
  const comparator = items[last];
  if (comparator?.kind !== 'comparator' && comparator?.kind !== 'standard') return null;
  const isTarget = (item: Item): item is ComparisonItem => item.kind === 'comparison' && !item.isBehind && !isWorse(item);
  const before = items.slice(Math.max(0, last - 6), last).findLast(isTarget);
  // "From worse than the national average to similar or better": the last comparison has its area before it.
  const after = items.slice(last + 1).find((item) => isTarget(item) && (item.comparison.same || item.comparison.better));
  const comparison = before ?? (after?.kind === 'comparison' ? after : null);
  if (comparator.kind === 'comparator' && comparison === null && !isMatched(items, last)) return null;
  return { comparison, comparator };
}

/** "The top quartile of our statistical neighbours": whose it is. */
const isWhose = (items: readonly Item[], at: number): boolean =>
  items
    .slice(Math.max(0, at - 3), at)
    .some((item, index, near) => item.kind === 'comparator' && isWord(near[index + 1], 'of', 'for', 'among'));

const isWorse = ({ comparison }: ComparisonItem): boolean => comparison.worse && !comparison.same;
/** "National" before the subject: "The national average of X". */
const isStart = (items: readonly Item[], at: number): boolean =>
  items.slice(0, at).every((item) => item.kind === 'due' || isWord(item, ',', 'the', 'a', 'and'));
const isMatched = (items: readonly Item[], at: number): boolean =>
  items
    .slice(Math.max(0, at - 4), at)
    .some((item) =>
      isWord(item, 'meet', 'meets', 'reach', 'reaches', 'achieve', 'align', 'into', 'in', 'within', 'be', 'closer', 'closely'),
    );

function againstBefore(items: readonly Item[]): ComparisonItem | null {
  for (const [at, item] of items.entries()) {
    if (item.kind !== 'comparison' || item.isBehind) continue;
    const next = isWord(items[at + 1], 'the', 'its', 'our', 'levels') ? at + 2 : at + 1;
    const place = isWord(items[next], 'in', 'of') ? next + 1 : next;
    if (items[place]?.kind === 'period' || isWord(items[place], 'baseline', 'current', 'pre-pandemic')) return item;
  }
  return null;
}

function standingOf(items: readonly Item[]): 'worse' | 'better' | null {
  for (const [at, item] of items.entries()) {
    const word = item.kind === 'comparison' && !item.comparison.same ? (item.comparison.worse ? 'worse' : null) : null;
    if (word !== null && isWord(items[at - 1], 'from', 'currently', 'is', 'was', 'being')) return word;
    if (isWord(item, 'worse') && isWord(items[at - 1], 'from', 'currently')) return 'worse';
  }
  return null;
}
