import { useCallback } from 'react';
import { useAnnounce } from '../shared/announcer';
import { MAP } from './map-wording';
import type { IndicatorColumnPlan, IndicatorsWritten, PaneServices } from '../shared/pane-services';
import type { MappingWork } from './use-mapping';
import { useTask, type Task } from '../shared/use-task';

/** Writing the indicators beside the actions: first what would be written, then, on request, the writing, which can be undone. */
export interface IndicatorColumn {
  readonly planning: Task<undefined, IndicatorColumnPlan>;
  readonly writing: Task<IndicatorColumnPlan, IndicatorsWritten>;
  readonly undoing: Task<IndicatorsWritten, undefined>;
  /** Back to the start: no plan and nothing to undo. */
  readonly close: () => void;
}

export function useIndicatorColumn(services: PaneServices, work: MappingWork, onWritten: () => void): IndicatorColumn {
  const announce = useAnnounce();
  const { reading, mapping } = work;
  const plan = useCallback(async (): Promise<IndicatorColumnPlan> => {
    if (reading === null || mapping === null) return { tables: [], cells: 0, left: [], changes: [] };
    return services.planIndicatorColumn(reading, mapping);
  }, [services, reading, mapping]);
  const write = useCallback(
    async (planned: IndicatorColumnPlan, signal: AbortSignal): Promise<IndicatorsWritten> => {
      const written = await services.writeIndicatorColumn(planned, signal);
      announce(MAP.columnWritten(written.cells));
      onWritten();
      return written;
    },
    [services, announce, onWritten],
  );
  const undo = useCallback(
    async (written: IndicatorsWritten): Promise<undefined> => {
      await services.takeBackIndicatorColumn(written);
      announce(MAP.undone);
      onWritten();
    },
    [services, announce, onWritten],
  );
  const planning = useTask(plan, 'at once');
  const writing = useTask(write, 'when undone');
  const undoing = useTask(undo, 'when undone');
  return {
    planning,
    writing,
    undoing,
    close: () => {
      planning.reset();
      writing.reset();
      undoing.reset();
    },
  };
}
