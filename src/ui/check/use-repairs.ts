import { useCallback, useState } from 'react';
import type { Failure } from '../../application';
import type { Finding } from '../../domain/findings';
import { useAnnounce } from '../shared/announcer';
import type { OnProgress, PaneServices, RefusedRepair, RepairOutcome } from '../shared/pane-services';
import { asFailure, isBusy, useTask, type TaskState } from '../shared/use-task';
import { CHECK } from './check-wording';

/** One press of Mend. */
interface RepairRun {
  readonly outcomes: readonly RepairOutcome[];
  /** Cells that were asked for. */
  readonly asked: number;
}

/** What did not go as asked: why the work ended early, and the cells that were left alone. */
export interface RepairTrouble {
  readonly stopped: Failure | null;
  readonly refused: readonly RefusedRepair[];
}

export interface Repairs {
  readonly state: TaskState<unknown>;
  readonly busy: boolean;
  /** What the last run that can be undone did, in words; null when there is none. */
  readonly said: string | null;
  /** Cells mended since the pane was opened and not undone; 0 unless there is more to undo than the last run. */
  readonly undoableCells: number;
  readonly trouble: RepairTrouble | null;
  readonly mend: (findings: readonly Finding[]) => void;
  readonly cancel: () => void;
  readonly takeBack: () => void;
  readonly takeBackAll: () => void;
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
  if (outcomes.length < asked) return CHECK.mendedSome(outcomes.length, asked);
  return only !== undefined && outcomes.length === 1 ? CHECK.mended(only.finding.cell, only.after) : CHECK.mendedAll(outcomes.length);
}

const troubleIn = (trouble: RepairTrouble): RepairTrouble | null =>
  trouble.stopped === null && trouble.refused.length === 0 ? null : { stopped: trouble.stopped, refused: trouble.refused };

/**
 * Repairs, one or many, each of which can be taken back, the last first or all of them. `onChanged` is told the findings mended, none
 * after an undo. A run that is stopped keeps what it has mended.
 */
export function useRepairs(services: PaneServices, onChanged: (mended: readonly Finding[]) => void): Repairs {
  const announce = useAnnounce();
  const [runs, setRuns] = useState<readonly RepairRun[]>([]);
  const [trouble, setTrouble] = useState<RepairTrouble | null>(null);

  const mendWork = useCallback(
    async (findings: readonly Finding[], signal: AbortSignal, onProgress: OnProgress): Promise<void> => {
      try {
        const result = await services.repair(findings, signal, onProgress);
        const run = { outcomes: result.made, asked: findings.length };
        setTrouble(troubleIn(result));
        if (result.made.length > 0) {
          setRuns((before) => [...before, run]);
          announce(outcomeWords(run));
        }
        onChanged(result.made.map(({ finding }) => finding));
      } catch (error) {
        setTrouble({ stopped: asFailure(error), refused: [] });
      }
    },
    [services, announce, onChanged],
  );
  const mending = useTask(mendWork, 'when undone');

  const takeBackWork = useCallback(
    async (undone: readonly RepairRun[], signal: AbortSignal, onProgress: OnProgress): Promise<void> => {
      try {
        const result = await services.takeBack(
          undone.flatMap(({ outcomes }) => outcomes),
          signal,
          onProgress,
        );
        const settled = new Set([...result.takenBack.map(({ finding }) => finding), ...result.refused.map(({ finding }) => finding)]);
        setRuns((before) => before.map((run) => withoutSettled(run, settled)).filter(({ outcomes }) => outcomes.length > 0));
        setTrouble(troubleIn(result));
        if (result.takenBack.length > 0) announce(CHECK.takenBack(result.takenBack.length));
      } catch (error) {
        setTrouble({ stopped: asFailure(error), refused: [] });
      }
      onChanged([]);
    },
    [services, announce, onChanged],
  );
  const takingBack = useTask(takeBackWork, 'when undone');

  const last = runs.at(-1);
  return {
    state: isBusy(takingBack.state) ? takingBack.state : mending.state,
    busy: isBusy(mending.state) || isBusy(takingBack.state),
    said: last === undefined ? null : outcomeWords(last),
    undoableCells: runs.length < 2 ? 0 : runs.reduce((sum, { outcomes }) => sum + outcomes.length, 0),
    trouble,
    mend: mending.start,
    cancel: () => (isBusy(takingBack.state) ? takingBack.cancel() : mending.cancel()),
    takeBack: () => {
      if (last !== undefined) takingBack.start([last]);
    },
    takeBackAll: () => takingBack.start(runs),
    dismiss: () => setTrouble(null),
  };
}

/** A run with what is left of it to undo; what has been undone, or never will be, is done with. */
function withoutSettled(run: RepairRun, settled: ReadonlySet<Finding>): RepairRun {
  const outcomes = run.outcomes.filter(({ finding }) => !settled.has(finding));
  return outcomes.length === run.outcomes.length ? run : { outcomes, asked: outcomes.length };
}
