import type { Concept } from '../framework';
import { wordsOf, type Word } from '../indicators';

/** A concept named in a text: which, by its place in the framework's list, and where in the text (`end` exclusive). */
export interface ConceptHit {
  readonly concept: number;
  readonly start: number;
  readonly end: number;
}

/** A hit with the numbers of its first and last word. */
interface WordHit extends ConceptHit {
  readonly first: number;
  readonly last: number;
}

/** A step of the tree of phrases: on to the next word by stem or as it stands, or by any word at all. */
interface Step {
  readonly next: Map<string, Step>;
  any?: Step;
  /** What of which a phrase ends here: a concept, `~concept` for a phrase in which its words do not count, or a part of a pair. */
  readonly ends: number[];
}

/** Parts that together name a concept (or `~concept`) where they stand near each other, in any order. */
interface Pair {
  readonly end: number;
  readonly parts: readonly number[];
}

const newStep = (): Step => ({ next: new Map(), ends: [] });

/** A word that must stand as it is written is kept apart from the stems by this mark. */
const EXACT = '=';

/** Words from the first to the last of a pair, at most: about one clause. */
const NEAR = 10;

/** Adds a phrase to the tree. */
function addPhrase(root: Step, phrase: string, end: number): void {
  const exact = phrase.startsWith(EXACT);
  let steps: Step[] = [root];
  for (const [index, piece] of phrase.replace(EXACT, '').split(' * ').entries()) {
    // " * " is one word or none: go on from here, and from one word further.
    if (index > 0) steps = [...steps, ...steps.map((step) => (step.any ??= newStep()))];
    for (const word of wordsOf(piece)) {
      const key = exact ? EXACT + word.raw : word.stem;
      steps = steps.map((step) => {
        const next = step.next.get(key) ?? newStep();
        step.next.set(key, next);
        return next;
      });
    }
  }
  for (const step of steps) if (step !== root && !step.ends.includes(end)) step.ends.push(end);
}

/** The tree of all phrases, and the pairs; a pair's parts are numbered from the number of concepts on. */
function compile(concepts: readonly Concept[]): { readonly root: Step; readonly pairs: readonly Pair[] } {
  const root = newStep();
  const pairs: Pair[] = [];
  const partNumbers = new Map<string, number>();
  const partOf = (part: string): number => {
    const known = partNumbers.get(part);
    if (known !== undefined) return known;
    const number = concepts.length + partNumbers.size;
    partNumbers.set(part, number);
    for (const phrase of part.split(' / ')) addPhrase(root, phrase, number);
    return number;
  };
  const add = (written: string, end: number): void => {
    const parts = written.split(' + ');
    if (parts.length > 1) pairs.push({ end, parts: parts.map(partOf) });
    else for (const phrase of written.split(' / ')) addPhrase(root, phrase, end);
  };
  concepts.forEach(({ words, notIn }, index) => {
    for (const phrase of words) add(phrase, index);
    for (const phrase of notIn) add(phrase, ~index);
  });
  return { root, pairs };
}

const overlaps = (one: WordHit, other: WordHit): boolean => one.first <= other.last && other.first <= one.last;

/** Where all parts of a pair stand near each other, from the first of them to the last; the parts share no word. */
function pairHits({ end, parts }: Pair, hitsOf: ReadonlyMap<number, readonly WordHit[]>): WordHit[] {
  let spans: (WordHit & { readonly among: readonly WordHit[] })[] = [];
  for (const [index, part] of parts.entries()) {
    const hits = hitsOf.get(part);
    if (!hits) return [];
    if (index === 0) spans = hits.map((hit) => ({ ...hit, concept: end, among: [hit] }));
    else
      spans = spans.flatMap((span) =>
        hits.flatMap((hit) => {
          const first = Math.min(span.first, hit.first);
          const last = Math.max(span.last, hit.last);
          if (last - first >= NEAR || span.among.some((other) => overlaps(other, hit))) return [];
          const [start, stop] = [Math.min(span.start, hit.start), Math.max(span.end, hit.end)];
          return [{ concept: end, first, last, start, end: stop, among: [...span.among, hit] }];
        }),
      );
  }
  return spans.map(({ concept, start, end: stop, first, last }) => ({ concept, start, end: stop, first, last }));
}

/** Finds the concepts' words in a text, all of them at once, in one walk over its words. */
export function conceptFinder(concepts: readonly Concept[]): (words: readonly Word[]) => ConceptHit[] {
  const { root, pairs } = compile(concepts);
  // Most pairs lack their first part in any one text, so they are looked up by it.
  const pairsByPart = new Map<number, Pair[]>();
  for (const pair of pairs) {
    const [part = -1] = pair.parts;
    pairsByPart.set(part, [...(pairsByPart.get(part) ?? []), pair]);
  }
  return (words) => {
    const hits: WordHit[] = [];
    const parts = new Map<number, WordHit[]>();
    const walk = (step: Step, from: number, at: number): void => {
      const [first, last] = [words[from], words[at - 1]];
      if (first && last && at > from) {
        for (const concept of step.ends) {
          const hit = { concept, start: first.start, end: last.end, first: from, last: at - 1 };
          if (concept < concepts.length) hits.push(hit);
          else parts.set(concept, [...(parts.get(concept) ?? []), hit]);
        }
      }
      const word = words[at];
      if (!word) return;
      const byStem = step.next.get(word.stem);
      if (byStem) walk(byStem, from, at + 1);
      const asItStands = step.next.get(EXACT + word.raw);
      if (asItStands) walk(asItStands, from, at + 1);
      if (step.any) walk(step.any, from, at + 1);
    };
    words.forEach((word, at) => {
      if (root.next.has(word.stem) || root.next.has(EXACT + word.raw)) walk(root, at, at);
    });
    const paired = [...parts.keys()].flatMap((part) => (pairsByPart.get(part) ?? []).flatMap((pair) => pairHits(pair, parts)));
    const others = [...hits, ...paired].filter((hit) => hit.concept < 0);
    const counts = (hit: WordHit): boolean => hit.concept >= 0 && !others.some((other) => isWithin(hit, other));
    const phrases = hits.filter(counts);
    return [...phrases, ...withoutRepeats(paired.filter(counts), phrases)];
  };
}

/** Whether a concept's words stand within a phrase in which they mean something else. */
const isWithin = (hit: WordHit, other: WordHit): boolean =>
  ~other.concept === hit.concept && other.start <= hit.start && hit.end <= other.end;

/** A pair met in several ways, or around a phrase of the same concept, is one naming of it: the shortest. */
function withoutRepeats(pairs: readonly WordHit[], phrases: readonly WordHit[]): WordHit[] {
  return pairs.filter(
    (hit, at) =>
      !phrases.some((other) => other.concept === hit.concept && hit.first <= other.first && other.last <= hit.last) &&
      !pairs.some(
        (other, index) =>
          index !== at &&
          other.concept === hit.concept &&
          hit.first <= other.first &&
          other.last <= hit.last &&
          (other.last - other.first < hit.last - hit.first || index < at),
      ),
  );
}
