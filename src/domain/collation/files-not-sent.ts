import { counted } from '../wording';
import type { PlanChanges } from './changes';
import type { HeardRow } from './heard-row';

/** A file of an earlier run that is not among those of this one, and whose rows are no longer in the plan. */
export interface FileNotSent {
  readonly file: string;
  /** Actions, measures and commitments of the current activity that last stood in it and are no longer sent. */
  readonly rows: number;
}

/**
 * Rows go when their directorate sent a table of their kind without them, also where they stood in another file of it that did not come: that
 * file is named, since it may have been forgotten.
 * Rule: docs/rules.md#files-not-sent.
 *
 * @param changes what is told of this run; a run that finds no change tells what the last one did.
 * @param heard the rows as they were last sent, as this run found them.
 * @param files names of the files of this run, read or not.
 */
export function filesNotSent({ list }: PlanChanges, heard: readonly HeardRow[], files: readonly string[]): FileNotSent[] {
  const gone = new Set(list.filter(({ what }) => what === 'no longer sent').map(({ ref }) => ref));
  const sent = new Set(files);
  const rows = new Map<string, number>();
  for (const { ref, of } of heard)
    if (gone.has(ref) && of.file !== '' && !sent.has(of.file)) rows.set(of.file, (rows.get(of.file) ?? 0) + 1);
  return [...rows].map(([file, number]) => ({ file, rows: number })).sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** "PH Education.xlsx was sent before and not this time: 3 rows that stood in it are no longer sent." */
export function fileNotSentInWords({ file, rows }: FileNotSent): string {
  return `${file} was sent before and not this time: ${rowsGoneInWords(rows)}.`;
}

/** "3 rows that stood in it are no longer sent" */
export function rowsGoneInWords(rows: number): string {
  return rows === 1 ? '1 row that stood in it is no longer sent' : `${counted(rows, 'row')} that stood in it are no longer sent`;
}
