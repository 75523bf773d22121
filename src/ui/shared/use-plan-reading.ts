import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { BookChange } from '../../application';
import type { OnProgress, PaneServices, PlanReading } from './pane-services';
import { isBusy, useTask, type Task } from './use-task';

/** Edits are read when none has come for this long, in milliseconds: long enough for all events of a paste or a drag to arrive. */
const IDLE_MS = 250;

/** When edits come without a pause, as they may from a co-author, they are read at this interval; in milliseconds. */
const LONGEST_WAIT_MS = 2000;

/** What is read: the changed cells, or everything. */
type ReadingScope = readonly BookChange[] | 'the whole book';

export interface PlanReader {
  readonly task: Task<ReadingScope, PlanReading>;
  /** Reads the whole workbook. */
  readonly read: () => void;
  /** Reads what has been edited, the pane's own writing included, and nothing else. */
  readonly catchUp: () => void;
  /** No reading starts by itself while the pane is writing; one that became due starts when writing ends. */
  readonly pause: (on: boolean) => void;
}

/** Collects edits until none has come for a while; they stay here until `take`. */
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
 * The workbook as the pane knows it: read once when the pane opens. Afterwards the cells that anybody edits are read again, when the edits
 * have paused. `onSelection` is called when the user selects another cell.
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

  // A reading is not restarted by an edit: edits that come meanwhile are read after it.
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

  // Depends on the whole state: a reading may begin and end within one render.
  const { state } = task;
  useEffect(() => {
    busy.current = isBusy(state);
    // A reading that failed or was stopped is not repeated from here; the next edit or the user starts another.
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
