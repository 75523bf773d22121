import type { Concept } from '../framework';
import { wordsOf, type Word } from '../indicators';

/** A concept named in a text: which, by its place in the framework's list, and where in the text (`end` exclusive). */
export interface ConceptHit {
  readonly concept: number;
  readonly start: number;
  readonly end: number;
}

/** A step of the tree of phrases: on to the next word by stem or as it stands, or by any word at all. */
interface Step {
  readonly next: Map<string, Step>;
  any?: Step;
  /** Concepts of which a phrase ends here. */
  readonly ends: number[];
}

const newStep = (): Step => ({ next: new Map(), ends: [] });

/** A word that must stand as it is written is kept apart from the stems by this mark. */
const EXACT = '=';

/** Adds a phrase to the tree; `end` is the concept it names, or `~concept` for a phrase in which the concept's words do not count. */
function addPhrase(root: Step, phrase: string, end: number): void {
  const exact = phrase.startsWith(EXACT);
  let steps: Step[] = [root];
  for (const part of phrase.replace(EXACT, '').split(' * ').entries()) {
    const [index, piece] = part;
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

/** Finds the concepts' words in a text, all of them at once, in one walk over its words. */
export function conceptFinder(concepts: readonly Concept[]): (words: readonly Word[]) => ConceptHit[] {
  const root = newStep();
  concepts.forEach((concept, index) => {
    for (const phrase of concept.words) addPhrase(root, phrase, index);
    for (const phrase of concept.notIn) addPhrase(root, phrase, ~index);
  });
  return (words) => {
    const hits: ConceptHit[] = [];
    const walk = (step: Step, first: Word, at: number): void => {
      const last = words[at - 1];
      if (last) for (const concept of step.ends) hits.push({ concept, start: first.start, end: last.end });
      const word = words[at];
      if (!word) return;
      const byStem = step.next.get(word.stem);
      if (byStem) walk(byStem, first, at + 1);
      const asItStands = step.next.get(EXACT + word.raw);
      if (asItStands) walk(asItStands, first, at + 1);
      if (step.any) walk(step.any, first, at + 1);
    };
    words.forEach((word, at) => {
      if (root.next.has(word.stem) || root.next.has(EXACT + word.raw)) walk(root, word, at);
    });
    const others = hits.filter((hit) => hit.concept < 0);
    if (others.length === 0) return hits;
    return hits.filter(
      (hit) =>
        hit.concept >= 0 && !others.some((other) => ~other.concept === hit.concept && other.start <= hit.start && hit.end <= other.end),
    );
  };
}
