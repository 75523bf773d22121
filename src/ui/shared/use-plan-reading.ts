import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { BookChange } from '../../application';
import type { OnProgress, PaneServices, PlanReading } from './pane-services';
import { isBusy, useTask, type Task } from './use-task';

/** Edits are settled when none has come for this long, in milliseconds: long enough for a paste or a drag to arrive as one burst. */
const IDLE_MS = 250;

/** Somebody who edits without a pause, as a co-author may, is followed at this interval; in milliseconds. */
const LONGEST_WAIT_MS = 2000;

/** What a reading takes in: the changes heard of, or everything. */
type ReadingScope = readonly BookChange[] | 'the whole book';

export interface PlanReader {
  readonly task: Task<ReadingScope, PlanReading>;
  /** Reads the whole workbook. */
  readonly read: () => void;
  /** Reads what has been edited, the pane's own writing included, and nothing else. */
  readonly catchUp: () => void;
  /** Keeps quiet readings back while the pane itself is writing; one that fell due is made when it ends. */
  readonly pause: (on: boolean) => void;
}

/** Edits gathered until they have settled; what is gathered stays until it is taken. */
class EditBuffer {
  private edits: BookChange[] = [];
  private since: number | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly onIdle: () => void) {}

  add(change: BookChange): void {
    this.edits.push(change);
    this.since ??= Date.now();
    this.wait(Math.min(IDLE_MS, this.since + LONGEST_WAIT_MS - Date.now()));
  }

  take(): readonly BookChange[] {
    this.stop();
    const { edits } = this;
    this.edits = [];
    this.since = null;
    return edits;
  }

  get isDue(): boolean {
    return this.edits.length > 0 && this.timer === null;
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private wait(ms: number): void {
    this.stop();
    this.timer = setTimeout(() => {
      this.timer = null;
      this.onIdle();
    }, ms);
  }
}

/**
 * The workbook as the pane knows it: read once when the pane opens, and followed quietly from then on: when edits have settled, theirs or
 * the user's, what they changed is read again. `onSelection` hears where the user goes in the sheet.
 */
export function usePlanReading(services: PaneServices, onSelection: (change: BookChange) => void): PlanReader {
  const work = useCallback(
    (scope: ReadingScope, signal: AbortSignal, onProgress: OnProgress) =>
      scope === 'the whole book' ? services.readPlan(signal, onProgress) : services.recheck(scope, signal, onProgress),
    [services],
  );
  const task = useTask(work, 'at once');
  const { start } = task;
  const paused = useRef(false);
  const busy = useRef(false);
  const edits = useRef<EditBuffer | null>(null);
  const selectionListener = useRef(onSelection);
  useEffect(() => {
    selectionListener.current = onSelection;
  }, [onSelection]);

  // A reading under way is left to end, however often somebody edits: what came meanwhile is read after it.
  const follow = useCallback((): void => {
    if (edits.current?.isDue !== true || paused.current || busy.current) return;
    busy.current = true;
    start(edits.current.take());
  }, [start]);

  const read = useCallback((): void => {
    edits.current?.take();
    busy.current = true;
    start('the whole book');
  }, [start]);

  const catchUp = useCallback((): void => {
    busy.current = true;
    start(edits.current?.take() ?? []);
  }, [start]);

  const pause = useCallback(
    (on: boolean): void => {
      paused.current = on;
      follow();
    },
    [follow],
  );

  // By the state as a whole: one reading may end and be told of in the same render in which it began.
  const { state } = task;
  useEffect(() => {
    busy.current = isBusy(state);
    // After one that failed or was stopped, the next edit or the user starts another; this does not.
    if (state.status === 'done') follow();
  }, [state, follow]);

  useEffect(() => {
    const own = new EditBuffer(follow);
    edits.current = own;
    read();
    const watching = services.watch((change) => {
      if (change.what === 'selection') selectionListener.current(change);
      else own.add(change);
    });
    // A host without events still works: the user checks again by hand.
    watching.catch(() => undefined);
    return () => {
      own.stop();
      void watching.then((stop) => stop()).catch(() => undefined);
    };
  }, [services, read, follow]);

  return useMemo(() => ({ task, read, catchUp, pause }), [task, read, catchUp, pause]);
}
