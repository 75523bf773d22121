import { useCallback, useMemo, useState } from 'react';
import { Failure } from '../../application';
import {
  type CollationChoices,
  type CollationDryRun,
  type CollationResult,
  NOTHING_CHOSEN,
  type OnProgress,
  type PaneServices,
  type SubmittedFile,
} from '../shared/pane-services';
import { useTask, type Task } from '../shared/use-task';
import { WORDS } from '../shared/wording';
import { type NotKept, useKeptSubmissions } from './use-kept-submissions';

export interface Collation {
  readonly submissions: readonly SubmittedFile[];
  readonly notKept: NotKept;
  /** A file with the name of an earlier one replaces it. */
  readonly add: (files: readonly File[]) => readonly string[];
  readonly remove: (name: string) => void;
  readonly choices: CollationChoices;
  readonly choose: (choices: CollationChoices) => void;
  /** Works out what a collation of these files and choices would write. */
  readonly plan: () => void;
  readonly planning: Omit<Task<unknown, CollationDryRun>, 'start'>;
  readonly writing: Task<CollationDryRun, CollationResult>;
}

interface Request {
  readonly submissions: readonly SubmittedFile[];
  readonly choices: CollationChoices;
}

/** The browser keeps the file on its disk: its bytes are read when they are needed, and not kept in memory. */
function submittedFile(file: File): SubmittedFile {
  return {
    name: file.name,
    bytes: async () => {
      try {
        return new Uint8Array(await file.arrayBuffer());
      } catch (error) {
        throw new Failure('unreadable file', WORDS.failure.notFetched(file.name), { cause: error });
      }
    },
  };
}

/** Submissions, dry run and write; kept by the pane, so that going to another view loses none of it. */
export function useCollation(services: PaneServices): Collation {
  const [submissions, setSubmissions] = useState<readonly SubmittedFile[]>([]);
  const [choices, choose] = useState(NOTHING_CHOSEN);

  const work = useCallback(
    (request: Request, signal: AbortSignal, onProgress: OnProgress) =>
      services.planCollation(request.submissions, signal, onProgress, request.choices),
    [services],
  );
  const write = useCallback(
    (dryRun: CollationDryRun, signal: AbortSignal, onProgress: OnProgress) => services.writeCollation(dryRun, signal, onProgress),
    [services],
  );
  const planning = useTask(work, 'at once');
  const { start } = planning;
  const plan = useCallback(() => start({ submissions, choices }), [start, submissions, choices]);
  const writing = useTask(write, 'when undone');
  const isWritten = writing.state.status === 'done';
  const notKept = useKeptSubmissions(services, { submissions, choices, isWritten }, (kept) => {
    setSubmissions((now) => [...kept.files.filter(({ name }) => !now.some((file) => file.name === name)), ...now]);
    choose((now) => (now === NOTHING_CHOSEN ? kept.choices : now));
  });

  const add = useCallback((files: readonly File[]): readonly string[] => {
    const added = files.map(submittedFile);
    const names = added.map((file) => file.name);
    setSubmissions((before) => [...before.filter((file) => !names.includes(file.name)), ...added]);
    // Another file of the same name is another copy, of which nothing was said.
    choose((before) => ({
      ...before,
      copies: before.copies.filter(({ file }) => !names.includes(file)),
      copyAnswers: before.copyAnswers.filter(({ copy }) => copy === null || !names.includes(copy)),
    }));
    return names;
  }, []);
  const remove = useCallback((name: string) => setSubmissions((before) => before.filter((file) => file.name !== name)), []);

  return useMemo(
    () => ({ submissions, notKept, add, remove, choices, choose, plan, planning, writing }),
    [submissions, notKept, add, remove, choices, plan, planning, writing],
  );
}
