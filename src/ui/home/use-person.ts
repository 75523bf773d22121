import { useCallback, useEffect, useState } from 'react';
import type { PaneServices } from '../shared/pane-services';
import type { PaneView } from '../shared/pane-view';

/** Who is at this computer, as far as the pane knows it; each is undefined until it is known. */
export interface Person {
  /** The task opened last. Null for somebody who has opened none. */
  readonly task: string | null | undefined;
  /** What they say that they do, or that they have skipped the question. Null for somebody who was not asked. */
  readonly role: string | null | undefined;
  readonly sayRole: (role: string) => void;
}

/** What is kept of the person at this computer from one time the pane is opened to the next. */
export function usePerson({ memory }: PaneServices, view: PaneView): Person {
  const [task, setTask] = useState<Person['task']>(undefined);
  const [role, setRole] = useState<Person['role']>(undefined);
  const sayRole = useCallback(
    (said: string): void => {
      setRole(said);
      void memory.rememberRole(said);
    },
    [memory],
  );
  useEffect(() => {
    let current = true;
    void Promise.all([memory.lastTask(), memory.role()]).then(([last, said]) => {
      if (!current) return;
      setTask((now) => now ?? last);
      setRole((now) => now ?? said);
    });
    return () => {
      current = false;
    };
  }, [memory]);
  useEffect(() => {
    if (view === 'home') return;
    setTask(view);
    void memory.rememberTask(view);
  }, [memory, view]);
  return { task, role, sayRole };
}
