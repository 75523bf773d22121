import { AUXILIARY, IMPERATIVE, KEEPING, MODAL, verbWay } from './cue-words';
import { isBeside } from './figures-beside';
import type { DueItem, Item } from './items';
import { isWord, wordOf } from './tokens';

/** A part of a sentence that says one thing of one measure. */
export interface Part {
  readonly items: readonly Item[];
  /** Whether it goes on about what the part before measures. */
  readonly goesOn: boolean;
  /** The date at the head of its sentence: "By 2028, ...". */
  readonly head: DueItem | null;
  /** "With an ambition to reach": said beside what is to be. */
  readonly isAspiration: boolean;
}

const ABBREVIATIONS = new Set('e.g i.e etc no nos approx vs fig st dr'.split(' '));
const ASIDE = ['this', 'these', 'note', 'source', 'nb'];

/** The sentences of a wording; what only explains the one before ("This will be achieved by ...") is left out. */
export function sentencesOf(text: string, items: readonly Item[]): Item[][] {
  const sentences: Item[][] = [[]];
  items.forEach((item, index) => {
    const isEnd = isWord(item, ';', '•', '▪') || (isWord(item, '.') && endsSentence(text, items, index));
    const previous = items[index - 1];
    const startsLine = previous !== undefined && text.slice(previous.to, item.from).includes('\n') && startsHigh(text, item);
    if (startsLine) sentences.push([]);
    if (isEnd) sentences.push([]);
    else sentences.at(-1)?.push(item);
  });
  return sentences.filter((sentence) => sentence.length > 0 && !isWord(sentence[0], ...ASIDE));
}

const startsHigh = (text: string, { from }: Item): boolean => /[\p{Lu}•\-–]/u.test(text.charAt(from));

function endsSentence(text: string, items: readonly Item[], at: number): boolean {
  const [before, here, after] = [items[at - 1], items[at], items[at + 1]];
  if (after === undefined || here === undefined) return true;
  if (after.from === here.to) return false;
  if (ABBREVIATIONS.has(wordOf(before)) || wordOf(before).length === 1) return false;
  return /[\p{Lu}\p{N}"“(]/u.test(text.charAt(after.from));
}

const CONJUNCTIONS = ['and', ',', 'but', 'while', 'whilst', 'whereas', 'which', 'with', '–', '—'];
const SKIPPED = ['and', 'but', 'also', 'then', 'additionally', 'while', 'whilst', 'whereas', ',', 'that', 'to', 'both'];
const GOING = ['going', 'go', 'goes', 'moving', 'move'];
const HOPED = ['ambition', 'aim', 'aspiration', 'stretch', 'interim', 'milestone', 'target', 'goal', 'view'];

/** The parts of a sentence from first to last. */
export function partsOf(sentence: readonly Item[]): Part[] {
  const { head, rest } = withoutHead(sentence);
  const parts: Part[] = [];
  let [start, depth, goesOn, isAspiration] = [0, 0, false, false];
  let asserted = false;
  rest.forEach((item, at) => {
    if (isWord(item, '(', '[')) depth += 1;
    if (isWord(item, ')', ']')) depth = Math.max(0, depth - 1);
    if (depth > 0 || !isWord(item, ...CONJUNCTIONS) || at < start) {
      asserted ||= depth === 0 && asserts(rest, at, start);
      return;
    }
    if (!asserted || at - start < 2) return;
    const begins = beginsPart(rest, at);
    if (begins === null) return;
    parts.push({ items: rest.slice(start, at), goesOn, head, isAspiration });
    [start, goesOn, isAspiration, asserted] = [at + 1, begins.goesOn, begins.isAspiration, false];
  });
  parts.push({ items: rest.slice(start), goesOn, head, isAspiration });
  return parts;
}

/** A date that opens the sentence is said of all of it. */
function withoutHead(sentence: readonly Item[]): { readonly head: DueItem | null; readonly rest: readonly Item[] } {
  let at = 0;
  while (at < 3 && isWord(sentence[at], 'additionally', 'also', ',', 'and', '-', '–', '•', '*')) at += 1;
  const first = sentence[at];
  const next = sentence[at + 1];
  if (first?.kind === 'due') return { head: first, rest: sentence.slice(at + (isWord(next, ',', ':') ? 2 : 1)) };
  if (isWord(first, 'in', 'during', 'from', 'for') && next?.kind === 'period' && (isWord(sentence[at + 2], ',') || isWord(first, 'in'))) {
    const head: DueItem = {
      kind: 'due',
      text: `${wordOf(first)} ${next.period.text}`,
      period: next.period,
      from: first?.from ?? 0,
      to: next.to,
    };
    return { head, rest: sentence.slice(at + (isWord(sentence[at + 2], ',') ? 3 : 2)) };
  }
  return { head: null, rest: sentence.slice(at) };
}

/** Whether what stands here says something of a measure: a verb of the future, a figure, a comparison, a verb that opens. */
function asserts(items: readonly Item[], at: number, start: number): boolean {
  const item = items[at];
  if (item === undefined) return false;
  if (item.kind === 'comparison' || item.kind === 'comparator' || item.kind === 'standard' || item.kind === 'open') return true;
  if (item.kind === 'number') return !isBeside(items, at) && (item.unit !== null || item.value === 0 || !item.isSpelt);
  if (item.kind !== 'word') return false;
  if (MODAL.has(wordOf(item))) return true;
  const opens = at === start || (at <= start + 3 && items.slice(start, at).every((one) => isWord(one, 'we', 'to', 'a', 'an', 'will', '-')));
  return (
    (opens || isWord(items[at - 1], '-', '–')) &&
    (verbWay(wordOf(item)) !== null || KEEPING.has(wordOf(item)) || IMPERATIVE.has(wordOf(item)))
  );
}

function beginsPart(items: readonly Item[], at: number): { readonly goesOn: boolean; readonly isAspiration: boolean } | null {
  const yes = (goesOn: boolean, isAspiration = false): { goesOn: boolean; isAspiration: boolean } => ({ goesOn, isAspiration });
  let next = at + 1;
  if (isWord(items[at], 'with')) {
    if (items.slice(next, next + 4).some((item) => isWord(item, ...HOPED))) return yes(true, true);
    const first = items[next];
    return (first?.kind === 'open' || first?.kind === 'number') && first.unit !== null && isWord(items[next + 1], 'of') ? yes(false) : null;
  }
  while (next < at + 4 && isWord(items[next], ...SKIPPED)) next += 1;
  const first = items[next];
  if (first === undefined || isWord(first, 'with', 'which')) return null;
  if (isWord(first, ...GOING, 'be', 'remain', 'stay')) return yes(true);
  if (MODAL.has(wordOf(first))) return yes(true);
  if (isWord(items[at], 'which')) return isWord(first, 'is', 'are', 'will', 'should') ? yes(true) : null;
  if (first.kind === 'comparison') return isTargetOf(items, next + 1) ? yes(true) : null;
  if (
    first.kind === 'word' &&
    (verbWay(wordOf(first)) !== null || KEEPING.has(wordOf(first)) || isWord(first, 'ensure')) &&
    isBaseForm(wordOf(first))
  )
    return yes(
      isWord(items[next + 1], 'from', 'to', 'by') || ['number', 'open', 'comparison', 'comparator'].includes(items[next + 1]?.kind ?? ''),
    );
  return beforeModal(items, next);
}

const isBaseForm = (word: string): boolean => !/(?:ed|ing|er|en)$/.test(word);

const isTargetOf = (items: readonly Item[], from: number): boolean =>
  items.slice(from, from + 4).some(({ kind }) => kind === 'comparator' || kind === 'number' || kind === 'open' || kind === 'standard');

/** No name of a measure has more words. */
const LONGEST_SUBJECT = 60;

/** "and the gap between the two will be": words before a verb of the future are another measure, unless they only name an area. */
function beforeModal(items: readonly Item[], from: number): { readonly goesOn: boolean; readonly isAspiration: boolean } | null {
  for (let at = from; at < Math.min(items.length, from + LONGEST_SUBJECT); at += 1) {
    const item = items[at];
    if (isWord(item, ',', '(', ')', 'which', 'while', 'but') || (isWord(item, 'and') && at > from + 12)) return null;
    const isVerb = MODAL.has(wordOf(item)) || (isWord(item, 'to') && isWord(items[at + 1], 'be'));
    if (!isVerb) continue;
    const words = items
      .slice(from, at)
      .filter((one) => one.kind !== 'area' && !(AUXILIARY.has(wordOf(one)) || isWord(one, 'in', 'for', 'the', 'across')));
    return { goesOn: words.length === 0, isAspiration: false };
  }
  return null;
}
