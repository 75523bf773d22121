import type { Concept } from '../framework';
import { wordsOf, type Word } from '../indicators';

/** A concept named in a text: which, by its place in the framework's list, and by which words, zero-based, the last of them included. */
export interface ConceptHit {
  readonly concept: number;
  readonly first: number;
  readonly last: number;
}

/** A step of the tree of phrases: on to the next word by its stem, as it stands, or by any word at all. */
interface Step {
  readonly byStem: Map<string, Step>;
  asItStands?: Map<string, Step>;
  any?: Step;
  /** What of which a phrase ends here: a concept, `~concept` for a phrase in which its words do not count, or a part of a pair. */
  readonly ends: number[];
}

/** Parts that together name a concept (or `~concept`) where they stand near each other, in any order. */
interface Pair {
  readonly end: number;
  readonly parts: readonly number[];
}

const newStep = (): Step => ({ byStem: new Map(), ends: [] });

/** Marks a phrase whose words must stand as they are written. */
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
      const key = exact ? word.raw : word.stem;
      steps = steps.map((step) => {
        const nexts = exact ? (step.asItStands ??= new Map<string, Step>()) : step.byStem;
        const next = nexts.get(key) ?? newStep();
        nexts.set(key, next);
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

const overlaps = (one: ConceptHit, other: ConceptHit): boolean => one.first <= other.last && other.first <= one.last;

/** Adds where all parts of a pair stand near each other, from the first of them to the last; the parts share no word. */
function addPairHits({ end, parts }: Pair, hitsOf: ReadonlyMap<number, readonly ConceptHit[]>, found: ConceptHit[]): void {
  const among: ConceptHit[] = [];
  const extend = (first: number, last: number): void => {
    const part = parts[among.length];
    if (part === undefined) {
      found.push({ concept: end, first, last });
      return;
    }
    for (const hit of hitsOf.get(part) ?? []) {
      const [from, to] = [Math.min(first, hit.first), Math.max(last, hit.last)];
      if (to - from >= NEAR || among.some((other) => overlaps(other, hit))) continue;
      among.push(hit);
      extend(from, to);
      among.pop();
    }
  };
  if (parts.every((part) => hitsOf.has(part))) extend(Infinity, -Infinity);
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
    const hits: ConceptHit[] = [];
    const parts = new Map<number, ConceptHit[]>();
    const walk = (step: Step, from: number, at: number): void => {
      for (const concept of step.ends) {
        const hit = { concept, first: from, last: at - 1 };
        if (concept < concepts.length) hits.push(hit);
        else {
          const list = parts.get(concept);
          if (list) list.push(hit);
          else parts.set(concept, [hit]);
        }
      }
      const word = words[at];
      if (!word) return;
      const byStem = step.byStem.get(word.stem);
      if (byStem) walk(byStem, from, at + 1);
      const asItStands = step.asItStands?.get(word.raw);
      if (asItStands) walk(asItStands, from, at + 1);
      if (step.any) walk(step.any, from, at + 1);
    };
    for (let at = 0; at < words.length; at += 1) walk(root, at, at);
    const paired: ConceptHit[] = [];
    for (const part of parts.keys()) for (const pair of pairsByPart.get(part) ?? []) addPairHits(pair, parts, paired);
    const others = [...hits, ...paired].filter((hit) => hit.concept < 0);
    const counts = (hit: ConceptHit): boolean => hit.concept >= 0 && !others.some((other) => isWithin(hit, other));
    const phrases = hits.filter(counts);
    return [...phrases, ...withoutRepeats(paired.filter(counts), phrases)];
  };
}

const holds = (one: ConceptHit, other: ConceptHit): boolean => one.first <= other.first && other.last <= one.last;

/** Whether a concept's words stand within a phrase in which they mean something else. */
const isWithin = (hit: ConceptHit, other: ConceptHit): boolean => ~other.concept === hit.concept && holds(other, hit);

/** A pair met in several ways, or around a phrase of the same concept, is one naming of it: the shortest. */
function withoutRepeats(pairs: readonly ConceptHit[], phrases: readonly ConceptHit[]): ConceptHit[] {
  let kept: ConceptHit[] = [];
  for (const hit of pairs) {
    const isAround = (other: ConceptHit): boolean => other.concept === hit.concept && holds(hit, other);
    if (phrases.some(isAround) || kept.some(isAround)) continue;
    kept = kept.filter((other) => other.concept !== hit.concept || !holds(other, hit));
    kept.push(hit);
  }
  return kept;
}
