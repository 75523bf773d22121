import { isAside } from './asides';
import type { CompiledFramework } from './compiled-framework';
import type { ConceptHit } from './concept-finder';
import type { Mark, RankedRow, RowField } from './suggestion';
import { wordsOf, type Word } from '../indicators';

/** What a row says: how surely each concept is named, where, and its words. */
export interface RowEvidence {
  /** 0 to 1 by place of the concept. */
  readonly found: Float64Array;
  /** Places of the concepts found, implied ones among them. */
  readonly named: readonly number[];
  /** Of these the processes that the commitment itself names. */
  readonly processes: readonly number[];
  /** The marks of each concept, the weightiest field first. */
  readonly marks: ReadonlyMap<number, readonly Mark[]>;
  /** Concepts of the commitment itself, and whether its opening words name them. */
  readonly inCommitment: ReadonlyMap<number, boolean>;
  /** Concepts that say only where or for whom, beside another subject of the row. */
  readonly asides: ReadonlySet<number>;
  /** The words of each field. */
  readonly fields: readonly { readonly field: RowField; readonly words: readonly Word[] }[];
}

/** A commitment says what will be done; a measure how it shows; a theme holds for many rows and says least of one. */
const FIELDS: readonly (readonly [RowField, number])[] = [
  ['commitment', 1],
  ['measure', 0.75],
  ['theme', 0.48],
];

/** A concept named once leaves a little doubt; each other word for it, or the same in another field, takes half of it away. */
const ONCE = 0.9;
const AGAIN = 0.05;

/** A commitment says first what it is about; what comes after so many words is by the way. */
const OPENING_WORDS = 10;

/** What an outcome or directorate implies without a word of the row. One outcome among many implies less. */
const IMPLIED = 0.8;
const IMPLIED_AMONG_MANY = 0.5;

export function rowEvidence(compiled: CompiledFramework, find: (words: readonly Word[]) => ConceptHit[], row: RankedRow): RowEvidence {
  const found = new Float64Array(compiled.concepts.length);
  const marks = new Map<number, Mark[]>();
  const inCommitment = new Map<number, boolean>();
  const fields: { field: RowField; words: readonly Word[] }[] = [];
  const subjects = new Set<number>();
  for (const [field, weight] of FIELDS) {
    const words = wordsOf(row[field] ?? '');
    fields.push({ field, words });
    for (const hit of find(words)) {
      const { concept, first, last } = hit;
      const [start, end] = [words[first]?.start ?? 0, words[last]?.end ?? 0];
      if (field !== 'theme' && !isAside(words, hit)) subjects.add(concept);
      if (field === 'commitment') inCommitment.set(concept, (inCommitment.get(concept) ?? false) || first < OPENING_WORDS);
      const before = found[concept] ?? 0;
      const list = marks.get(concept);
      if (list) list.push({ field, start, end });
      else marks.set(concept, [{ field, start, end }]);
      found[concept] = before === 0 ? weight * ONCE : Math.min(1, before + AGAIN);
    }
  }
  for (const sign of [...row.outcomes, ...(row.directorate === null ? [] : [row.directorate])]) {
    const strength = sign === row.directorate || row.outcomes.length === 1 ? IMPLIED : IMPLIED_AMONG_MANY;
    for (const concept of compiled.implied.get(sign) ?? []) found[concept] = Math.max(found[concept] ?? 0, strength);
  }
  const named: number[] = [];
  for (let concept = 0; concept < found.length; concept += 1) if ((found[concept] ?? 0) > 0) named.push(concept);
  const processes = named.filter((concept) => compiled.isProcess[concept] === true && inCommitment.has(concept));
  // A population, a process or the same words read otherwise are no subject beside which another could be by the way.
  const hasSubject = [...subjects].some(
    (concept) =>
      inCommitment.has(concept) && (compiled.namedBy[concept] ?? []).length > 0 && compiled.concepts[concept]?.kind === undefined,
  );
  const asides = new Set(hasSubject ? named.filter((concept) => marks.has(concept) && !subjects.has(concept)) : []);
  return { found, named, processes, marks, inCommitment, asides, fields };
}
