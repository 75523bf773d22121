import { useCallback, useEffect, useState } from 'react';
import type { PaneServices } from './shared/pane-services';
import type { PaneView } from './shared/pane-view';

export interface LastTask {
  /** Null for somebody who has opened no task on this computer; undefined until that is known. */
  readonly task: string | null | undefined;
  readonly remember: (task: string) => void;
}

/** The task that the person at this computer opened last, kept from one time the pane is opened to the next. */
export function useLastTask({ memory }: PaneServices, view: PaneView): LastTask {
  const [task, setTask] = useState<LastTask['task']>(undefined);
  const remember = useCallback(
    (now: string): void => {
      setTask(now);
      void memory.rememberTask(now);
    },
    [memory],
  );
  useEffect(() => {
    let current = true;
    void memory.lastTask().then((last) => {
      if (current) setTask((now) => now ?? last);
    });
    return () => {
      current = false;
    };
  }, [memory]);
  useEffect(() => {
    if (view !== 'home') remember(view);
  }, [view, remember]);
  return { task, remember };
}
