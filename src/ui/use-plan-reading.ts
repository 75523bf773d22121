import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { BookChange } from '../application';
import type { OnProgress, PaneServices, PlanReading } from './pane-services';
import { useTask, type Task } from './use-task';

/** Edits are settled when none has come for this long; in milliseconds. */
const SETTLE_MS = 700;

export interface PlanReader {
  readonly task: Task<undefined, PlanReading>;
  readonly read: () => void;
  /** Keeps quiet reads back while the pane itself is writing; one that fell due is made when it ends. */
  readonly hold: (on: boolean) => void;
}

/**
 * The workbook as the pane knows it: read once when the pane opens and again, quietly, when edits have settled.
 * `onSelection` hears where the user goes in the sheet.
 */
export function usePlanReading(services: PaneServices, onSelection: (change: BookChange) => void): PlanReader {
  const work = useCallback(
    (_input: undefined, signal: AbortSignal, onProgress: OnProgress) => services.readPlan(signal, onProgress),
    [services],
  );
  const task = useTask(work, 'at once');
  const { start } = task;
  const read = useCallback(() => start(undefined), [start]);

  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const due = useRef(false);
  const held = useRef(false);
  const hear = useRef(onSelection);
  useEffect(() => {
    hear.current = onSelection;
  }, [onSelection]);

  const hold = useCallback(
    (on: boolean): void => {
      held.current = on;
      if (on || !due.current) return;
      due.current = false;
      read();
    },
    [read],
  );

  useEffect(() => {
    read();
    const settle = (): void => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        timer.current = null;
        if (held.current) due.current = true;
        else read();
      }, SETTLE_MS);
    };
    const watching = services.watch((change) => {
      if (change.what === 'selection') hear.current(change);
      else settle();
    });
    // A host without events still works: the user checks again by hand.
    watching.catch(() => undefined);
    return () => {
      if (timer.current !== null) clearTimeout(timer.current);
      void watching.then((stop) => stop()).catch(() => undefined);
    };
  }, [services, read]);

  return useMemo(() => ({ task, read, hold }), [task, read, hold]);
}
