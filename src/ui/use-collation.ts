import { useCallback, useMemo, useState } from 'react';
import { Failure } from '../application';
import type { CollationDryRun, CollationResult, OnProgress, PaneServices, SubmittedFile } from './pane-services';
import { useTask, type Task } from './use-task';
import { WORDS } from './wording';

export interface Collation {
  readonly submissions: readonly SubmittedFile[];
  /** A file of a name that is there already takes its place. */
  readonly add: (files: readonly File[]) => Promise<readonly string[]>;
  readonly remove: (name: string) => void;
  /** A file that could not be fetched from the disk. */
  readonly addFailure: Failure | null;
  readonly planning: Task<readonly SubmittedFile[], CollationDryRun>;
  readonly writing: Task<CollationDryRun, CollationResult>;
}

async function submittedFile(file: File): Promise<SubmittedFile> {
  return {
    name: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
    modified: Number.isFinite(file.lastModified) ? new Date(file.lastModified).toISOString() : null,
  };
}

/** Submissions, dry run and write; kept by the pane, so that going to another view loses none of it. */
export function useCollation(services: PaneServices): Collation {
  const [submissions, setSubmissions] = useState<readonly SubmittedFile[]>([]);
  const [addFailure, setAddFailure] = useState<Failure | null>(null);

  const plan = useCallback(
    (files: readonly SubmittedFile[], signal: AbortSignal, onProgress: OnProgress) => services.planCollation(files, signal, onProgress),
    [services],
  );
  const write = useCallback(
    (dryRun: CollationDryRun, signal: AbortSignal, onProgress: OnProgress) => services.writeCollation(dryRun, signal, onProgress),
    [services],
  );
  const planning = useTask(plan, 'at once');
  const writing = useTask(write, 'when undone');

  const add = useCallback(async (files: readonly File[]): Promise<readonly string[]> => {
    try {
      const added = await Promise.all(files.map(submittedFile));
      const names = added.map((file) => file.name);
      setSubmissions((before) => [...before.filter((file) => !names.includes(file.name)), ...added]);
      setAddFailure(null);
      return names;
    } catch (error) {
      setAddFailure(new Failure('unreadable file', WORDS.collate.notFetched, { cause: error }));
      return [];
    }
  }, []);
  const remove = useCallback((name: string) => setSubmissions((before) => before.filter((file) => file.name !== name)), []);

  return useMemo(
    () => ({ submissions, add, remove, addFailure, planning, writing }),
    [submissions, add, remove, addFailure, planning, writing],
  );
}
