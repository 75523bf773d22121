import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Failure } from '../../application';
import type { OnProgress } from './pane-services';
import { WORDS } from './wording';

export interface TaskState<Value> {
  readonly status: 'idle' | 'running' | 'stopping' | 'done' | 'failed' | 'cancelled';
  /** The last value that arrived; it stays while a newer one is fetched, and when that fails. */
  readonly value: Value | null;
  readonly failure: Failure | null;
  readonly progress: { readonly done: number; readonly what: string } | null;
}

export interface Task<Input, Value> {
  readonly state: TaskState<Value>;
  /** Starts a new run. An earlier run is stopped and its result is ignored. */
  readonly start: (input: Input) => void;
  readonly cancel: () => void;
  /** Back to idle, without a value. */
  readonly reset: () => void;
}

export type Work<Input, Value> = (input: Input, signal: AbortSignal, onProgress: OnProgress) => Promise<Value>;

/** Any thrown value as a failure that can be shown. The host's own message goes into the copied details only. */
export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof Error && error.name === 'AbortError') return new Failure('cancelled', WORDS.failure.stopped, { cause: error });
  return new Failure('unexpected', WORDS.failure.unexpected, { cause: error });
}

const IDLE = { status: 'idle', value: null, failure: null, progress: null } as const;

/**
 * Work that takes time, can be stopped, and of which only the newest run counts. `stops` says how cancelling ends:
 * "at once" for reading, where nothing depends on the end; "when undone" for writing, where the outcome must be
 * waited for, because what was already written is undone first.
 */
export function useTask<Input, Value>(work: Work<Input, Value>, stops: 'at once' | 'when undone'): Task<Input, Value> {
  const [state, setState] = useState<TaskState<Value>>(IDLE);
  const running = useRef<AbortController | null>(null);

  const start = useCallback(
    (input: Input): void => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const ifNewest = (change: (before: TaskState<Value>) => TaskState<Value>): void => {
        if (running.current === controller) setState(change);
      };
      setState((before) => ({ ...before, status: 'running', failure: null, progress: null }));
      // An async wrapper, so that work which throws before its first await fails like any other.
      const run = async (): Promise<Value> =>
        work(input, controller.signal, (done, what) => ifNewest((before) => ({ ...before, progress: { done, what } })));
      run().then(
        (value) => {
          ifNewest(() => ({ status: 'done', value, failure: null, progress: null }));
          if (running.current === controller) running.current = null;
        },
        (error: unknown) => {
          const failure = asFailure(error);
          const status = failure.code === 'cancelled' ? 'cancelled' : 'failed';
          ifNewest((before) => ({ ...before, status, failure, progress: null }));
          if (running.current === controller) running.current = null;
        },
      );
    },
    [work],
  );

  const cancel = useCallback((): void => {
    if (running.current === null) return;
    running.current.abort();
    if (stops === 'when undone') {
      setState((before) => ({ ...before, status: 'stopping' }));
      return;
    }
    running.current = null;
    setState((before) => ({ ...before, status: 'cancelled', progress: null }));
  }, [stops]);

  const reset = useCallback((): void => {
    running.current?.abort();
    running.current = null;
    setState(IDLE);
  }, []);

  useEffect(() => () => running.current?.abort(), []);
  return useMemo(() => ({ state, start, cancel, reset }), [state, start, cancel, reset]);
}

export const isBusy = (state: TaskState<unknown>): boolean => state.status === 'running' || state.status === 'stopping';
