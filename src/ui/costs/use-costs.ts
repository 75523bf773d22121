import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CostList, CostRow, Failure, VerdictRecorded } from '../../application';
import type { PaneServices, PlanReading } from '../shared/pane-services';
import type { PlanReader } from '../shared/use-plan-reading';
import { asFailure, useTask, type TaskState } from '../shared/use-task';

/** What was written is read again once nothing has been recorded for this long; in milliseconds. */
const IDLE_MS = 1500;

/** A verdict as it is given in the pane. */
export interface GivenVerdict {
  /** Null takes the verdict out. */
  readonly verdict: string | null;
  readonly note: string;
}

/** What finance has chosen and typed for a row and not recorded yet. */
export type CostDraft = Partial<GivenVerdict>;

export interface Costs {
  /** With what was recorded here; null until the costs have been listed. */
  readonly list: CostList | null;
  readonly state: TaskState<CostList>;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly dismiss: () => void;
  /** Null where it was not recorded; why is in `failure`. Nothing is recorded while another verdict is. */
  readonly record: (row: CostRow, given: GivenVerdict) => Promise<VerdictRecorded | null>;
  /** What Undo takes back; null when there is nothing. */
  readonly last: VerdictRecorded | null;
  /** The row as it is then; null where it was not taken back. */
  readonly undo: () => Promise<CostRow | null>;
  readonly draftOf: (row: CostRow) => CostDraft;
  readonly setDraft: (row: CostRow, draft: CostDraft) => void;
  /** Initials that go with every verdict. */
  readonly by: string;
  readonly setBy: (by: string) => void;
}

/** The list with a row as it is now. Columns that came or went with it did so for all rows of its table. */
function withRow(list: CostList, row: CostRow): CostList {
  const rows = list.rows.map((one) => {
    if (one.key === row.key) return row;
    const isBeside = one.place !== null && row.place !== null && one.place.sheetId === row.place.sheetId;
    return isBeside && one.place.headingRow === row.place.headingRow && one.place.left === row.place.left
      ? { ...one, place: { ...one.place, columns: row.place.columns, right: row.place.right } }
      : one;
  });
  return { ...list, rows };
}

/** Reads the workbook again when nothing has been recorded for a while. */
function useReadLater(read: () => void): () => void {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const stop = useCallback((): void => {
    if (timer.current !== null) clearTimeout(timer.current);
  }, []);
  useEffect(() => stop, [stop]);
  return useCallback((): void => {
    stop();
    timer.current = setTimeout(read, IDLE_MS);
  }, [stop, read]);
}

function useInitials({ initials, rememberInitials }: PaneServices['memory']): Pick<Costs, 'by' | 'setBy'> & { readonly keep: () => void } {
  const [by, setBy] = useState<string | null>(null);
  const kept = useRef('');
  useEffect(() => {
    void initials().then((known) => {
      kept.current = known;
      if (known !== '') setBy((typed) => typed ?? known);
    });
  }, [initials]);
  const keep = useCallback((): void => {
    if (by === null || by === kept.current) return;
    kept.current = by;
    void rememberInitials(by);
  }, [by, rememberInitials]);
  return { by: by ?? '', setBy, keep };
}

/** The costs, listed after every reading, and the verdicts that are given on them; kept by the pane, so that going to another view loses none of it. */
export function useCosts(services: PaneServices, reader: PlanReader): Costs {
  const reading = reader.task.state.value;
  const work = useCallback((_reading: PlanReading, signal: AbortSignal) => services.listCosts(signal), [services]);
  const { state, start } = useTask(work, 'at once');
  useEffect(() => {
    if (reading !== null) start(reading);
  }, [reading, start]);

  const [written, setWritten] = useState<{ readonly over: CostList | null; readonly list: CostList } | null>(null);
  const list = written !== null && written.over === state.value ? written.list : state.value;
  const [recorded, setRecorded] = useState<readonly VerdictRecorded[]>([]);
  const [drafts, setDrafts] = useState<ReadonlyMap<string, CostDraft>>(new Map());
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const { by, setBy, keep } = useInitials(services.memory);
  const readLater = useReadLater(reader.catchUp);
  const isBusy = useRef(false);
  const current = useRef({ list, over: state.value });
  useEffect(() => {
    current.current = { list, over: state.value };
  }, [list, state.value]);

  /** One write at a time: a second key press must not record the same row twice. */
  const alone = useCallback(
    async <Value>(write: () => Promise<Value>): Promise<Value | null> => {
      if (isBusy.current) return null;
      isBusy.current = true;
      setBusy(true);
      setFailure(null);
      try {
        return await write();
      } catch (error) {
        setFailure(asFailure(error));
        // What the sheet holds now is shown beside what was chosen.
        reader.read();
        return null;
      } finally {
        isBusy.current = false;
        setBusy(false);
      }
    },
    [reader],
  );
  const show = useCallback(
    (row: CostRow): void => {
      const { list: now, over } = current.current;
      if (now !== null) setWritten({ over, list: withRow(now, row) });
      setDrafts((before) => new Map([...before].filter(([key]) => key !== row.key)));
      readLater();
    },
    [readLater],
  );

  const record = useCallback(
    (row: CostRow, given: GivenVerdict) =>
      alone(async () => {
        const done = await services.recordVerdict(row, { ...given, by: by.trim() }, new AbortController().signal);
        setRecorded((before) => [...before, done]);
        keep();
        show(done.row);
        return done;
      }),
    [alone, services, by, keep, show],
  );
  const last = recorded.at(-1) ?? null;
  const undo = useCallback(
    () =>
      alone(async () => {
        if (last === null) return null;
        const forget = (): void => setRecorded((before) => before.slice(0, -1));
        try {
          const row = await services.takeBackVerdict(last, new AbortController().signal);
          forget();
          show(row);
          return row;
        } catch (error) {
          // Somebody wrote there since: it can no longer be taken back. Any other reason may pass.
          if (asFailure(error).code === 'cell changed') forget();
          throw error;
        }
      }),
    [alone, services, last, show],
  );

  return useMemo(
    () => ({
      list,
      state,
      busy,
      failure,
      dismiss: () => setFailure(null),
      record,
      last,
      undo,
      draftOf: (row) => drafts.get(row.key) ?? {},
      setDraft: (row, draft) => setDrafts((before) => new Map(before).set(row.key, draft)),
      by,
      setBy,
    }),
    [list, state, busy, failure, record, last, undo, drafts, by, setBy],
  );
}
