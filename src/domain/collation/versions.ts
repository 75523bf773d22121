import type { Action } from '../reading';
import { type WordCounts, fewestShared, plainWording, wordCounts, wordTotal } from './likeness';
import { WordingIndex } from './wording-index';

/** A file as far as choosing between versions needs it. */
export interface SentFile {
  readonly file: string;
  /** Read from the name or the cover: "v2" is 2; null when neither says. */
  readonly version: number | null;
  /** ISO date-time, where known. */
  readonly modified: string | null;
  readonly actions: readonly Action[];
}

/** Why one version is taken to be newer than another. */
export type NewerBy = 'version' | 'modified' | 'name';

/** Files of one directorate that are versions of one table: two or more, the newest first. */
export interface VersionsSent {
  readonly directorate: string;
  readonly files: readonly SentFile[];
  /** What says that the first is newer than the second. */
  readonly newerBy: NewerBy;
}

/** Files of one directorate that are parts of its plan, which are merged. */
export interface PartsSent {
  readonly directorate: string;
  readonly files: readonly string[];
}

/** Of versions for a directorate, the files the user wants to count: one, or several merged. */
export interface VersionChoice {
  readonly directorate: string;
  readonly files: readonly string[];
}

/** Rows of a file that are not collated, because another version of them is. */
export interface SetAside {
  readonly file: string;
  readonly directorate: string;
  /** The file whose rows are collated instead. */
  readonly instead: string;
  /** `merged`: the file counts, and only its rows that stand in the newer one are left out. */
  readonly why: 'older' | 'not chosen' | 'merged';
  readonly actions: readonly Action[];
}

/**
 * Two files of one directorate are versions of one table when most of the older one's commitments stand in the newer,
 * reworded ones included; else they are parts, which are merged. The older one is compared, because its
 * rows would be lost: a supplement of three rows never sets a plan of twenty aside. The newer one has the
 * higher version number, then the later change, then the later name, so that it never depends on the order they were
 * given in.
 * Rule: docs/rules.md#versions-and-parts.
 */
export function sentTogether(files: readonly SentFile[]): { readonly versions: VersionsSent[]; readonly parts: PartsSent[] } {
  const sent = groupsOf(files);
  return {
    versions: sent.flatMap(({ directorate, groups }) =>
      groups.flatMap((group): VersionsSent[] => {
        const [first, second] = group;
        if (first === undefined || second === undefined) return [];
        return [{ directorate, files: group.map(({ file }) => file), newerBy: newerBy(first.file, second.file) }];
      }),
    ),
    parts: sent.flatMap(({ directorate, groups }) =>
      groups.length < 2 ? [] : [{ directorate, files: groups.flatMap(([newest]) => newest?.file.file ?? []) }],
    ),
  };
}

/** What is not collated of versions: all but the newest, or but those the user chose; of several chosen, the older ones' repeated rows. */
export function setAsideVersions(files: readonly SentFile[], choices: readonly VersionChoice[] = []): SetAside[] {
  return groupsOf(files).flatMap(({ directorate, groups }) => {
    const chosen = new Set(choices.filter((one) => one.directorate === directorate).flatMap((one) => one.files));
    return groups.flatMap((group) => setAsideIn(group, directorate, chosen));
  });
}

function setAsideIn(group: readonly Sent[], directorate: string, chosen: ReadonlySet<string>): SetAside[] {
  const wanted = group.filter(({ file }) => chosen.has(file.file));
  const taken = wanted.length > 0 ? wanted : group.slice(0, 1);
  const instead = taken[0]?.file.file ?? '';
  return group.flatMap((one): SetAside[] => {
    const at = taken.indexOf(one);
    const about = { file: one.file.file, directorate, instead };
    if (at < 0) {
      const why = wanted.length > 0 ? 'not chosen' : 'older';
      return [{ ...about, why, actions: one.commitments.map(({ action }) => action) }];
    }
    const newer = taken.slice(0, at).flatMap(({ commitments }) => commitments);
    const repeated = at === 0 ? [] : repeatedIn(one.commitments, newer);
    return repeated.length === 0 ? [] : [{ ...about, why: 'merged', actions: repeated.map(({ action }) => action) }];
  });
}

/** One sentence for the lists of a run. */
export function setAsideInWords({ directorate, instead, why, actions }: SetAside): string {
  const other = instead === '' ? 'this workbook' : instead;
  if (why === 'older') return `An older version for ${directorate}; ${other} is collated instead.`;
  if (why === 'not chosen') return `Another version for ${directorate}; ${other} is collated instead, as you chose.`;
  const from = `An older version for ${directorate}, merged with ${other}`;
  return `${from}, which has ${String(actions.length)} of its actions too: each is collated once.`;
}

/** A file as far as one directorate is concerned. */
interface Sent {
  readonly file: SentFile;
  readonly commitments: readonly Commitment[];
}

/** The files of each directorate, by the part they are versions of: newest first in each. */
function groupsOf(files: readonly SentFile[]): { readonly directorate: string; readonly groups: readonly (readonly Sent[])[] }[] {
  const directorates = [...new Set(files.flatMap(({ actions }) => actions.flatMap(({ directorate }) => directorate ?? [])))];
  return directorates.map((directorate) => {
    const sent = files
      .map((file) => ({ file, commitments: commitmentsOf(file, directorate) }))
      .filter(({ commitments }) => commitments.length > 0)
      .sort((a, b) => newestFirst(a.file, b.file));
    const groups: Sent[][] = [];
    for (const one of sent) {
      const versions = groups.find(([newest]) => newest !== undefined && mostStandIn(one.commitments, newest.commitments));
      if (versions === undefined) groups.push([one]);
      else versions.push(one);
    }
    return { directorate, groups };
  });
}

interface Commitment {
  readonly action: Action;
  readonly wording: string;
  readonly words: WordCounts;
}

/** From this likeness on, two sentences are one commitment, reworded. */
const REWORDED = 0.8;

function commitmentsOf(file: SentFile, directorate: string): Commitment[] {
  const actions = file.actions.filter((action) => action.directorate === directorate);
  return actions.map((action) => ({ action, wording: plainWording(action.commitment), words: wordCounts(action.commitment) }));
}

/** Those of the older that stand in the newer, in the same words or reworded. */
function repeatedIn(older: readonly Commitment[], newer: readonly Commitment[]): Commitment[] {
  const wordings = new Set(newer.map(({ wording }) => wording));
  const index = new WordingIndex(newer.map(({ words }) => words));
  return older.filter(({ wording, words }) => wordings.has(wording) || isReworded(words, index));
}

function isReworded(words: WordCounts, newer: WordingIndex): boolean {
  const needed = fewestShared(wordTotal(words), REWORDED);
  let isFound = false;
  newer.overlaps(words, (_position, shared, total) => {
    isFound ||= shared >= needed(total);
  });
  return isFound;
}

function mostStandIn(older: readonly Commitment[], newer: readonly Commitment[]): boolean {
  return repeatedIn(older, newer).length * 2 > older.length;
}

/** A file that names no version is the first one: "plan.xlsx" came before "plan v2.xlsx". */
const versionOf = ({ version }: SentFile): number => version ?? 1;

function newerBy(one: SentFile, other: SentFile): NewerBy {
  if (versionOf(one) !== versionOf(other)) return 'version';
  return (one.modified ?? '') === (other.modified ?? '') ? 'name' : 'modified';
}

function newestFirst(a: SentFile, b: SentFile): number {
  switch (newerBy(a, b)) {
    case 'version':
      return versionOf(b) - versionOf(a);
    case 'modified':
      return (b.modified ?? '').localeCompare(a.modified ?? '');
    case 'name':
      return b.file.localeCompare(a.file, 'en-GB', { numeric: true });
  }
}
