import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useAnnounce } from './announcer';
import type { LastRun, OnProgress, PaneServices, RestoreStep } from './pane-services';
import { RESTORE } from './restore-wording';
import { useTask, type Task } from './use-task';

export interface LastRunWork {
  /** None until it is read, and where it could not be: then the reading of the workbook fails for the same reason and says so. */
  readonly lastRun: LastRun;
  /** Takes the last run back; its value is what was done. */
  readonly restoring: Task<undefined, readonly RestoreStep[]>;
  /** Reads again what the workbook remembers, after it was written. */
  readonly look: () => void;
}

const NONE: LastRun = { laterVersion: null, restore: null };
const isNone = ({ laterVersion, restore }: LastRun): boolean => laterVersion === null && restore === null;

/** What the workbook remembers of its last run: looked at when the pane opens and after each write. `onRestored` reads the workbook again. */
export function useLastRun(services: PaneServices, onRestored: () => void): LastRunWork {
  const announce = useAnnounce();
  const [lastRun, setLastRun] = useState(NONE);
  const latest = useRef(NONE);
  const [looks, setLooks] = useState(0);

  useEffect(() => {
    let current = true;
    services.lastRun().then(
      (found) => {
        if (!current) return;
        // Nothing before and nothing now, as in most workbooks, needs no drawing; React would draw even for the same value.
        if (!(isNone(latest.current) && isNone(found))) setLastRun(found);
        latest.current = found;
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [services, looks]);

  const look = useCallback(() => setLooks((before) => before + 1), []);
  const work = useCallback(
    async (_: undefined, signal: AbortSignal, onProgress: OnProgress): Promise<readonly RestoreStep[]> => {
      const done = await services.restore(signal, onProgress);
      announce(RESTORE.undone);
      look();
      onRestored();
      return done;
    },
    [services, announce, look, onRestored],
  );
  const restoring = useTask(work, 'when undone');
  return useMemo(() => ({ lastRun, restoring, look }), [lastRun, restoring, look]);
}
