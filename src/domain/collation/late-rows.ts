import type { Framework } from '../framework';
import { directorateInName, rulesOf } from '../reading';
import { directorateWords } from '../wording';
import type { HeardRow } from './heard-row';
import type { HeardSource, ReadAgain, ReadItem } from './read-again';

/** What was read of a workbook of this run, as far as it says who sent what. */
export interface SourceSent extends Pick<HeardSource, 'file' | 'tables' | 'actions' | 'measures' | 'activities'> {
  readonly problem: string | null;
  /** The file of the same bytes that is counted instead. */
  readonly sameAs: string | null;
}

/** The workbooks of this run: as they were read, and what is taken of them, without older versions. */
export interface ReadAndTaken {
  readonly read: readonly SourceSent[];
  readonly taken: readonly SourceSent[];
}

export interface LatePolicy {
  /**
   * `carry`: rows of a directorate that sent no table of the kind stay, and those that its table no longer has go. `as last collated`: nothing
   * is sent anew, so every row stands as the last run left it.
   */
  readonly how: 'carry' | 'as last collated';
  /** Names of directorates whose rows are dropped on purpose where they sent none. */
  readonly forget: readonly string[];
}

/**
 * Which rows of earlier runs stay in the plan though they were not sent: those whose directorate sent no table of their kind, and those that
 * may stand in a file that could not be read.
 * Rule: docs/rules.md#carried-forward.
 *
 * @returns by Ref, the quarter in which the row was last heard; null for one that counts as sent, since no run was made after it.
 */
export function lateRows(
  { rowOf }: ReadAgain,
  { read, taken }: ReadAndTaken,
  framework: Framework,
  { how, forget }: LatePolicy,
): ReadonlyMap<string, string | null> {
  const owners = ownersOf(taken);
  const forgotten = new Set(forget.map(plain));
  const unread = unreadIn(read, framework);
  const late = new Map<string, string | null>();
  for (const [item, row] of rowOf) {
    if (row.standing === 'gone') continue;
    const owner = ownerOf(item);
    if (forgotten.has(owner)) continue;
    if (how === 'as last collated') {
      late.set(row.ref, row.standing === 'carried' ? row.quarter : null);
      continue;
    }
    if (!owners[kindOf(row)].has(owner) || mayBeIn(unread, row, owner)) late.set(row.ref, row.quarter);
  }
  return late;
}

type Kind = ReturnType<typeof kindOf>;

function kindOf({ of }: HeardRow): 'action' | 'measure' | 'activity' {
  return rulesOf(of.table.kind).rowKind;
}

const plain = (name: string): string => name.trim().toLowerCase();

/** Rows whose directorate is named nowhere have one owner together. */
function ownerOf(item: Pick<ReadItem, 'directorate' | 'directorateText'>): string {
  return plain(directorateWords(item));
}

/** Who sent rows of each kind. A table without a row says nothing: a blank template sent back is no plan without actions. */
function ownersOf(sent: readonly SourceSent[]): Readonly<Record<Kind, ReadonlySet<string>>> {
  return {
    action: new Set(sent.flatMap(({ actions }) => actions.map(ownerOf))),
    measure: new Set(sent.flatMap(({ measures }) => measures.map(ownerOf))),
    activity: new Set(sent.flatMap(({ activities }) => activities.map(ownerOf))),
  };
}

interface Unread {
  readonly files: ReadonlySet<string>;
  readonly owners: ReadonlySet<string>;
  /** A file that could not be opened names nobody: it may be anybody's. */
  readonly isAnybodys: boolean;
}

/** Files of which nothing was read, and whose they are by their names. One that was sent twice, and an older version, were read. */
function unreadIn(sent: readonly SourceSent[], framework: Framework): Unread {
  const unread = sent.filter(
    ({ file, tables, problem, sameAs }) => file !== '' && sameAs === null && (problem !== null || tables.length === 0),
  );
  const named = unread.map(({ file, problem }) => ({ owner: directorateInName(framework, file), problem }));
  return {
    files: new Set(unread.map(({ file }) => file)),
    owners: new Set(named.flatMap(({ owner }) => (owner === null ? [] : [plain(owner.name)]))),
    isAnybodys: named.some(({ owner, problem }) => owner === null && problem !== null),
  };
}

function mayBeIn({ files, owners, isAnybodys }: Unread, { of }: HeardRow, owner: string): boolean {
  return isAnybodys || files.has(of.file) || owners.has(owner);
}
