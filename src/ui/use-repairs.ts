import { useCallback, useState } from 'react';
import type { Failure } from '../application';
import type { Finding } from '../domain/findings';
import { useAnnounce } from './announcer';
import type { OnProgress, PaneServices, RepairOutcome } from './pane-services';
import { asFailure, isBusy, useTask, type TaskState } from './use-task';
import { WORDS } from './wording';

interface RepairRun {
  readonly outcomes: readonly RepairOutcome[];
  /** Cells that were asked for. */
  readonly asked: number;
  /** What stopped it before the end, if anything did. */
  readonly failure: Failure | null;
}

export interface Repairs {
  readonly state: TaskState<unknown>;
  readonly busy: boolean;
  /** What the last run did, in words; null when there is nothing to say or it was undone. */
  readonly said: string | null;
  readonly failure: Failure | null;
  readonly mend: (findings: readonly Finding[]) => void;
  readonly cancel: () => void;
  readonly takeBack: () => void;
  readonly dismiss: () => void;
}

/**
 * One finding a cell, of those with a repair: the second repair of a cell would find it changed by the first. What
 * remains in a cell comes back with the next reading.
 */
export function safeOnes(findings: readonly Finding[]): Finding[] {
  const cells = new Map<string, Finding>();
  for (const finding of findings) {
    const cell = `${finding.sheetId}!${finding.cell}`;
    if (finding.repair !== undefined && !cells.has(cell)) cells.set(cell, finding);
  }
  return [...cells.values()];
}

function outcomeWords({ outcomes, asked }: RepairRun): string {
  const only = outcomes[0];
  if (outcomes.length < asked) return WORDS.check.mendedSome(outcomes.length, asked);
  return only !== undefined && outcomes.length === 1
    ? WORDS.check.mended(only.finding.cell, only.after)
    : WORDS.check.mendedAll(outcomes.length);
}

/**
 * Repairs, one or many, each of which can be taken back. `onChanged` is told the findings mended, none after an undo.
 * A run that is stopped keeps what it has mended.
 */
export function useRepairs(services: PaneServices, onChanged: (mended: readonly Finding[]) => void): Repairs {
  const announce = useAnnounce();
  const [last, setLast] = useState<RepairRun | null>(null);

  const mendWork = useCallback(
    async (findings: readonly Finding[], signal: AbortSignal, onProgress: OnProgress): Promise<void> => {
      const outcomes: RepairOutcome[] = [];
      let failure: Failure | null = null;
      for (const finding of findings) {
        if (signal.aborted) break;
        onProgress(outcomes.length / findings.length, `${finding.sheet} · ${finding.cell}`);
        try {
          outcomes.push(await services.repair(finding));
        } catch (error) {
          failure = asFailure(error);
          break;
        }
      }
      const run = { outcomes, asked: findings.length, failure };
      setLast(run);
      if (outcomes.length > 0) announce(outcomeWords(run));
      onChanged(findings.slice(0, outcomes.length));
    },
    [services, announce, onChanged],
  );
  const mending = useTask(mendWork, 'when undone');

  const takeBackWork = useCallback(
    async (outcomes: readonly RepairOutcome[]): Promise<void> => {
      try {
        // Last first, as one undoes.
        for (const outcome of [...outcomes].reverse()) await services.takeBack(outcome);
        setLast(null);
        announce(WORDS.check.takenBack(outcomes.length));
      } catch (error) {
        setLast({ outcomes: [], asked: 0, failure: asFailure(error) });
      }
      onChanged([]);
    },
    [services, announce, onChanged],
  );
  const takingBack = useTask(takeBackWork, 'when undone');

  return {
    state: mending.state,
    busy: isBusy(mending.state) || isBusy(takingBack.state),
    said: last !== null && last.outcomes.length > 0 ? outcomeWords(last) : null,
    failure: last?.failure ?? null,
    mend: mending.start,
    cancel: mending.cancel,
    takeBack: () => {
      if (last !== null) takingBack.start(last.outcomes);
    },
    dismiss: () => setLast(null),
  };
}
