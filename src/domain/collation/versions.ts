import type { Action } from '../reading';
import { grouped } from './grouped';
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
      return [{ ...about, why, actions: one.actions }];
    }
    const newer = new CommitmentIndex(taken.slice(0, at).flatMap(({ commitments }) => commitments));
    const repeated = at === 0 ? [] : one.commitments.filter((commitment) => newer.has(commitment));
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

/** A file as far as one directorate is concerned; its wordings are worked out when they are first compared with another file's. */
class Sent {
  private known: readonly Commitment[] | undefined;
  private indexed: CommitmentIndex | undefined;

  constructor(
    readonly file: SentFile,
    readonly actions: readonly Action[],
  ) {}

  get commitments(): readonly Commitment[] {
    return (this.known ??= this.actions.map((action) => new Commitment(action)));
  }

  get index(): CommitmentIndex {
    return (this.indexed ??= new CommitmentIndex(this.commitments));
  }
}

/** The files of each directorate, by the part they are versions of: newest first in each. */
function groupsOf(files: readonly SentFile[]): { readonly directorate: string; readonly groups: readonly (readonly Sent[])[] }[] {
  const sentBy = new Map<string, Sent[]>();
  for (const file of files) {
    for (const [directorate, actions] of grouped(file.actions, (action) => action.directorate)) {
      const sent = sentBy.get(directorate);
      if (sent === undefined) sentBy.set(directorate, [new Sent(file, actions)]);
      else sent.push(new Sent(file, actions));
    }
  }
  return [...sentBy].map(([directorate, sent]) => {
    const groups: Sent[][] = [];
    for (const one of sent.sort((a, b) => newestFirst(a.file, b.file))) {
      const versions = groups.find(([newest]) => newest !== undefined && mostStandIn(one.commitments, newest.index));
      if (versions === undefined) groups.push([one]);
      else versions.push(one);
    }
    return { directorate, groups };
  });
}

class Commitment {
  readonly wording: string;
  private counted: WordCounts | undefined;

  constructor(readonly action: Action) {
    this.wording = plainWording(action.commitment);
  }

  get words(): WordCounts {
    return (this.counted ??= wordCounts(this.action.commitment));
  }
}

/** From this likeness on, two sentences are one commitment, reworded. */
const REWORDED = 0.8;

/** Tells of a commitment whether it stands among others, in the same words or reworded. */
class CommitmentIndex {
  private readonly wordings: ReadonlySet<string>;
  private indexed: WordingIndex | undefined;

  constructor(private readonly commitments: readonly Commitment[]) {
    this.wordings = new Set(commitments.map(({ wording }) => wording));
  }

  has(one: Commitment): boolean {
    return this.wordings.has(one.wording) || this.hasReworded(one.words);
  }

  private hasReworded(words: WordCounts): boolean {
    const index = (this.indexed ??= new WordingIndex(this.commitments.map((one) => one.words)));
    const needed = fewestShared(wordTotal(words), REWORDED);
    let isFound = false;
    index.overlaps(words, (_position, shared, total) => {
      isFound ||= shared >= needed(total);
    });
    return isFound;
  }
}

/** Whether more than half of the older stand in the newer; no more of them are looked up than it takes to know. */
function mostStandIn(older: readonly Commitment[], newer: CommitmentIndex): boolean {
  let [found, left] = [0, older.length];
  for (const one of older) {
    if (newer.has(one)) found += 1;
    left -= 1;
    if (found * 2 > older.length) return true;
    if ((found + left) * 2 <= older.length) return false;
  }
  return false;
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
