import { useEffect, useMemo, useRef, useState } from 'react';
import {
  type CollationChoices,
  type KeptSubmissions,
  NOTHING_CHOSEN,
  type PaneServices,
  type SubmittedFile,
} from '../shared/pane-services';

/** Names of files that are not kept for the time after this pane is closed. */
export interface NotKept {
  /** Of those that are added now. */
  readonly now: readonly string[];
  /** Added before the pane was opened. */
  readonly before: readonly string[];
}

interface ToKeep {
  readonly submissions: readonly SubmittedFile[];
  readonly choices: CollationChoices;
  /** They are in the plan, so that nothing is to be kept. */
  readonly isWritten: boolean;
}

/**
 * Keeps what was added to the collation on this computer until the plan is written, so that a reload of the pane loses none of it; what was kept
 * when the pane was last open is handed to `onFound`, once.
 */
export function useKeptSubmissions(
  { memory }: PaneServices,
  { submissions, choices, isWritten }: ToKeep,
  onFound: (kept: KeptSubmissions) => void,
): NotKept {
  const [now, setNow] = useState<readonly string[]>([]);
  const [lost, setLost] = useState<readonly string[]>([]);
  const found = useRef(onFound);
  useEffect(() => {
    found.current = onFound;
  });

  useEffect(() => {
    let current = true;
    void memory.keptSubmissions().then((kept) => {
      if (!current || kept === null) return;
      found.current(kept);
      setLost(kept.lost);
    });
    return () => {
      current = false;
    };
  }, [memory]);

  const hadAny = useRef(false);
  useEffect(() => {
    if (submissions.length > 0 || choices !== NOTHING_CHOSEN) hadAny.current = true;
    if (!hadAny.current) return;
    let current = true;
    void memory.keepSubmissions(isWritten ? [] : submissions, isWritten ? NOTHING_CHOSEN : choices).then((names) => {
      if (current) setNow((before) => (before.length + names.length === 0 ? before : names));
    });
    return () => {
      current = false;
    };
  }, [memory, submissions, choices, isWritten]);

  return useMemo(() => {
    return { now, before: lost.filter((name) => !submissions.some((file) => file.name === name)) };
  }, [now, lost, submissions]);
}
