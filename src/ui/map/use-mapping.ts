import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Failure, rowWithChoice } from '../../application';
import { useAnnounce } from '../shared/announcer';
import { MAP } from './map-wording';
import type { ActionChoice, MappedRow, Mapping, OnProgress, PaneServices, PlanReading } from '../shared/pane-services';
import type { PlanReader } from '../shared/use-plan-reading';
import { asFailure, useTask, type TaskState } from '../shared/use-task';

/** After decisions the workbook is read again once none has come for this long; in milliseconds. */
const IDLE_MS = 1500;

interface Mapped {
  readonly reading: PlanReading;
  readonly mapping: Mapping;
}

/** The mapping of the workbook and what is decided on it; kept by the pane, so that going to another view loses none of it. */
export interface MappingWork {
  /** With everything decided, also what is still being written. */
  readonly mapping: Mapping | null;
  /** What the mapping was worked out from. */
  readonly reading: PlanReading | null;
  readonly state: TaskState<unknown>;
  readonly cancel: () => void;
  /** Decisions are being written. */
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly dismiss: () => void;
  /** Decides on rows; shown at once, written in turn. */
  readonly decide: (choices: readonly ActionChoice[]) => void;
  /** How many actions the last decision was about; 0 when there is nothing to undo. */
  readonly undoable: number;
  /** @returns the keys of the rows that are undone. */
  readonly undo: () => readonly string[];
}

/** What is decided on a row now, as a choice: what undoing goes back to. */
export function choiceOf({ action, confirmed, rejected, servesNone }: MappedRow): ActionChoice {
  return { action, confirmed, rejected, servesNone };
}

/**
 * Ranks the indicators whenever the workbook was read, and keeps decisions. Decisions are quicker made than written, so those made while one
 * is being written wait and go together; until they are in the workbook they are shown over what was read.
 */
export function useMapping(services: PaneServices, reader: PlanReader): MappingWork {
  const announce = useAnnounce();
  const read = reader.task.state.value;
  const work = useCallback(
    async (reading: PlanReading, signal: AbortSignal, onProgress: OnProgress): Promise<Mapped> => {
      return { reading, mapping: await services.mapPlan(reading, signal, onProgress) };
    },
    [services],
  );
  const { state, start, cancel } = useTask(work, 'at once');
  useEffect(() => {
    if (read !== null) start(read);
  }, [read, start]);

  // What the last decision left, until the workbook is read again.
  const [decided, setDecided] = useState<{ readonly after: Mapped; readonly over: Mapped | null } | null>(null);
  const [pending, setPending] = useState<ChoicesByRow>(NO_CHOICES);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [before, setBefore] = useState<ChoicesByRow>(NO_CHOICES);
  const waiting = useRef<ChoicesByRow>(NO_CHOICES);
  const writing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const current = decided !== null && (decided.over === state.value || pending.size > 0) ? decided.after : state.value;
  const latest = useRef<Mapped | null>(null);
  const ranked = useRef<Mapped | null>(null);
  useEffect(() => {
    latest.current = current;
    ranked.current = state.value;
  }, [current, state.value]);
  const mapping = useMemo(() => (current === null ? null : withPending(current.mapping, pending)), [current, pending]);

  const readLater = useCallback((): void => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(reader.read, IDLE_MS);
  }, [reader.read]);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );

  const writeAll = useCallback(async (): Promise<void> => {
    const { signal } = new AbortController();
    writing.current = true;
    try {
      while (waiting.current.size > 0 && latest.current !== null) {
        const from = latest.current;
        const choices = choicesIn(from.mapping, waiting.current);
        waiting.current = NO_CHOICES;
        const reading = await services.decide(from.reading, choices, signal);
        const after = { reading, mapping: await services.mapPlan(reading, signal, () => undefined) };
        latest.current = after;
        setDecided({ after, over: ranked.current });
      }
      readLater();
    } catch (error) {
      waiting.current = NO_CHOICES;
      setFailure(asFailure(error));
      setBefore(NO_CHOICES);
    } finally {
      writing.current = false;
      setPending(NO_CHOICES);
    }
  }, [services, readLater]);

  const put = useCallback(
    (choices: ChoicesByRow): void => {
      waiting.current = new Map([...waiting.current, ...choices]);
      setPending((shown) => new Map([...shown, ...choices]));
      setFailure(null);
      if (!writing.current) void writeAll();
    },
    [writeAll],
  );

  const decide = useCallback(
    (choices: readonly ActionChoice[]): void => {
      const chosen = new Map(choices.map((choice) => [choice.action, choice]));
      const rows = (mapping?.rows ?? []).flatMap((row) => {
        const choice = chosen.get(row.action);
        return choice === undefined ? [] : [{ row, choice }];
      });
      setBefore(new Map(rows.map(({ row }) => [row.key, choiceOf(row)])));
      put(new Map(rows.map(({ row, choice }) => [row.key, choice])));
      announce(MAP.decided(choices.length));
    },
    [mapping, put, announce],
  );

  return {
    mapping,
    reading: current?.reading ?? null,
    state,
    cancel,
    busy: pending.size > 0,
    failure,
    dismiss: () => setFailure(null),
    decide,
    undoable: before.size,
    undo: () => {
      put(before);
      setBefore(NO_CHOICES);
      announce(MAP.undone);
      return [...before.keys()];
    },
  };
}

/** Choices by the key of their row: the workbook may be read again meanwhile, and then the same row has another action. */
type ChoicesByRow = ReadonlyMap<string, ActionChoice>;

const NO_CHOICES: ChoicesByRow = new Map();

/** For the actions that the rows have now; a row that is gone keeps the action it had, and the decision is refused in plain words. */
function choicesIn({ rows }: Mapping, choices: ChoicesByRow): ActionChoice[] {
  const actions = new Map(rows.map(({ key, action }) => [key, action]));
  return [...choices].map(([key, choice]) => ({ ...choice, action: actions.get(key) ?? choice.action }));
}

function withPending(mapping: Mapping, pending: ChoicesByRow): Mapping {
  if (pending.size === 0) return mapping;
  return {
    ...mapping,
    rows: mapping.rows.map((row) => {
      const choice = pending.get(row.key);
      return choice === undefined ? row : rowWithChoice(row, choice);
    }),
  };
}
