import { useCallback, useMemo } from 'react';
import type { FinanceColumnsPlan } from '../../application';
import { useAnnounce } from '../shared/announcer';
import type { PaneServices } from '../shared/pane-services';
import { useTask, type Task } from '../shared/use-task';
import { COSTS } from './costs-wording';

/** Adding finance's columns beside the actions: first what would be added, then, on request, the writing, which can be undone. */
export interface FinanceColumns {
  readonly planning: Task<undefined, FinanceColumnsPlan>;
  readonly writing: Task<FinanceColumnsPlan, FinanceColumnsPlan>;
  readonly undoing: Task<FinanceColumnsPlan, undefined>;
  /** Back to the start: no plan and nothing to undo. */
  readonly close: () => void;
}

export function useFinanceColumns(services: PaneServices, onChanged: () => void): FinanceColumns {
  const announce = useAnnounce();
  const plan = useCallback((_none: undefined, signal: AbortSignal) => services.planFinanceColumns(signal), [services]);
  const write = useCallback(
    async (planned: FinanceColumnsPlan, signal: AbortSignal): Promise<FinanceColumnsPlan> => {
      await services.writeFinanceColumns(planned, signal);
      announce(COSTS.columns.added(planned.tables.length));
      onChanged();
      return planned;
    },
    [services, announce, onChanged],
  );
  const writing = useTask(write, 'when undone');
  const { reset } = writing;
  const undo = useCallback(
    async (written: FinanceColumnsPlan, signal: AbortSignal): Promise<undefined> => {
      await services.takeBackFinanceColumns(written, signal);
      announce(COSTS.columns.undone);
      reset();
      onChanged();
    },
    [services, announce, onChanged, reset],
  );
  const planning = useTask(plan, 'at once');
  const undoing = useTask(undo, 'when undone');
  return useMemo(
    () => ({
      planning,
      writing,
      undoing,
      close: () => {
        planning.reset();
        writing.reset();
        undoing.reset();
      },
    }),
    [planning, writing, undoing],
  );
}
