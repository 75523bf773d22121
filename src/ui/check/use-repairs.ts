import { useCallback, useState } from 'react';
import type { Failure } from '../../application';
import type { Finding } from '../../domain/findings';
import { useAnnounce } from '../shared/announcer';
import type { OnProgress, PaneServices, RefusedRepair, RepairOutcome } from '../shared/pane-services';
import { asFailure, isBusy, useTask, type TaskState } from '../shared/use-task';
import { CHECK } from './check-wording';
import { addsColumn, findingCell, repairedCell } from './findings-place';

/** What one press of Fix did. */
interface RepairRun {
  readonly outcomes: readonly RepairOutcome[];
  /** Cells that were to be repaired. */
  readonly requested: number;
}

/** What failed: why the work ended early, and the cells that were not changed. */
export interface RepairTrouble {
  readonly stopped: Failure | null;
  readonly refused: readonly RefusedRepair[];
}

export interface Repairs {
  readonly state: TaskState<unknown>;
  readonly busy: boolean;
  /** What the last run that can be undone did, in words; null when there is none. */
  readonly lastRunWords: string | null;
  /** Cells repaired since the pane was opened and not undone; 0 unless there is more to undo than the last run. */
  readonly undoableCells: number;
  readonly trouble: RepairTrouble | null;
  readonly repair: (findings: readonly Finding[]) => void;
  readonly cancel: () => void;
  readonly undo: () => void;
  readonly undoAll: () => void;
  readonly dismiss: () => void;
}

/**
 * One finding a cell, of those with a repair: the second repair of a cell would find it changed by the first. What
 * remains in a cell comes back with the next reading.
 */
export function oneRepairPerCell(findings: readonly Finding[]): Finding[] {
  const cells = new Map<string, Finding>();
  for (const finding of findings) {
    const cell = findingCell({ ...finding, cell: repairedCell(finding) });
    if (finding.repair !== undefined && !cells.has(cell)) cells.set(cell, finding);
  }
  return [...cells.values()];
}

function outcomeWords({ outcomes, requested }: RepairRun): string {
  const only = outcomes[0];
  if (outcomes.length < requested) return CHECK.someFixed(outcomes.length, requested);
  const columns = outcomes.filter(({ finding }) => addsColumn(finding)).length;
  if (only === undefined || outcomes.length > 1) return CHECK.fixed(outcomes.length - columns, columns);
  const cell = repairedCell(only.finding) ?? '';
  return addsColumn(only.finding) ? CHECK.columnAdded(only.after, cell) : CHECK.cellFixed(cell, only.after);
}

const troubleIn = (trouble: RepairTrouble): RepairTrouble | null =>
  trouble.stopped === null && trouble.refused.length === 0 ? null : { stopped: trouble.stopped, refused: trouble.refused };

/**
 * Repairs, one or many at a time, which can be undone: the last run first, or all of them. `onChanged` is given the findings repaired, none
 * after an undo. A run that is stopped keeps what it has repaired.
 */
export function useRepairs(services: PaneServices, onChanged: (repaired: readonly Finding[]) => void): Repairs {
  const announce = useAnnounce();
  const [runs, setRuns] = useState<readonly RepairRun[]>([]);
  const [trouble, setTrouble] = useState<RepairTrouble | null>(null);

  const repairWork = useCallback(
    async (findings: readonly Finding[], signal: AbortSignal, onProgress: OnProgress): Promise<void> => {
      try {
        const result = await services.repair(findings, signal, onProgress);
        const run = { outcomes: result.made, requested: findings.length };
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
  const repairing = useTask(repairWork, 'when undone');

  const undoWork = useCallback(
    async (undone: readonly RepairRun[], signal: AbortSignal, onProgress: OnProgress): Promise<void> => {
      try {
        const result = await services.takeBack(
          undone.flatMap(({ outcomes }) => outcomes),
          signal,
          onProgress,
        );
        const finished = new Set([...result.takenBack.map(({ finding }) => finding), ...result.refused.map(({ finding }) => finding)]);
        setRuns((before) => before.map((run) => withoutFinished(run, finished)).filter(({ outcomes }) => outcomes.length > 0));
        setTrouble(troubleIn(result));
        if (result.takenBack.length > 0) announce(CHECK.undone(result.takenBack.length));
      } catch (error) {
        setTrouble({ stopped: asFailure(error), refused: [] });
      }
      onChanged([]);
    },
    [services, announce, onChanged],
  );
  const undoing = useTask(undoWork, 'when undone');

  const last = runs.at(-1);
  return {
    state: isBusy(undoing.state) ? undoing.state : repairing.state,
    busy: isBusy(repairing.state) || isBusy(undoing.state),
    lastRunWords: last === undefined ? null : outcomeWords(last),
    undoableCells: runs.length < 2 ? 0 : runs.reduce((sum, { outcomes }) => sum + outcomes.length, 0),
    trouble,
    repair: repairing.start,
    cancel: () => (isBusy(undoing.state) ? undoing.cancel() : repairing.cancel()),
    undo: () => {
      if (last !== undefined) undoing.start([last]);
    },
    undoAll: () => undoing.start(runs),
    dismiss: () => setTrouble(null),
  };
}

/** A run with what is left of it to undo: without what was undone and what cannot be undone. */
function withoutFinished(run: RepairRun, finished: ReadonlySet<Finding>): RepairRun {
  const outcomes = run.outcomes.filter(({ finding }) => !finished.has(finding));
  return outcomes.length === run.outcomes.length ? run : { outcomes, requested: outcomes.length };
}
