import type { Action } from '../reading';
import { likeness, plainWording, wordCounts } from './likeness';

/** A file as far as choosing between versions needs it. */
export interface SentFile {
  readonly file: string;
  /** Read from the name or the cover: "v2" is 2; null when neither says. */
  readonly version: number | null;
  /** ISO date-time, where known. */
  readonly modified: string | null;
  readonly actions: readonly Action[];
}

export interface SetAside {
  readonly file: string;
  readonly directorate: string;
  /** The file whose rows are collated instead. */
  readonly newer: string;
}

/**
 * Two files of one directorate are versions of one table when most of the older one's commitments stand in the newer,
 * reworded ones included; else they are parts, which are merged. It is the older one that is asked, because it is the
 * one whose rows would be lost: a supplement of three rows never sets a plan of twenty aside. Of versions the newest
 * is taken: the higher version number, then the later change, then the later name, so that the choice never depends
 * on the order they were given in.
 */
export function setAsideOlderVersions(files: readonly SentFile[]): SetAside[] {
  const aside: SetAside[] = [];
  for (const directorate of new Set(files.flatMap(({ actions }) => actions.map((action) => action.directorate)))) {
    if (directorate === null) continue;
    const sent = files
      .map((file) => ({ file, commitments: commitmentsOf(file, directorate) }))
      .filter(({ commitments }) => commitments.length > 0)
      .sort((a, b) => newestFirst(a.file, b.file));
    const taken: typeof sent = [];
    for (const one of sent) {
      const newer = taken.find((other) => mostStandIn(one.commitments, other.commitments));
      if (newer === undefined) taken.push(one);
      else aside.push({ file: one.file.file, directorate, newer: newer.file.file });
    }
  }
  return aside;
}

interface Commitment {
  readonly wording: string;
  readonly words: ReadonlyMap<string, number>;
}

/** As alike as this, two sentences are one commitment, reworded. */
const REWORDED = 0.8;

function commitmentsOf(file: SentFile, directorate: string): Commitment[] {
  const texts = file.actions.filter((action) => action.directorate === directorate).map(({ commitment }) => commitment);
  return texts.map((commitment) => ({ wording: plainWording(commitment), words: wordCounts(commitment) }));
}

function mostStandIn(older: readonly Commitment[], newer: readonly Commitment[]): boolean {
  const wordings = new Set(newer.map(({ wording }) => wording));
  const kept = older.filter(
    ({ wording, words }) => wordings.has(wording) || newer.some((other) => likeness(words, other.words) >= REWORDED),
  );
  return kept.length * 2 > older.length;
}

function newestFirst(a: SentFile, b: SentFile): number {
  // A file that names no version is the first one: "plan.xlsx" came before "plan v2.xlsx".
  const version = (b.version ?? 1) - (a.version ?? 1);
  if (version !== 0) return version;
  const changed = (b.modified ?? '').localeCompare(a.modified ?? '');
  return changed !== 0 ? changed : b.file.localeCompare(a.file, 'en-GB', { numeric: true });
}
