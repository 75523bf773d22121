import { Button } from '@fluentui/react-components';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { useAnnounce } from './shared/announcer';
import { FailureNotice } from './shared/failure-notice';
import { Notice } from './shared/notice';
import type { JournalState, PaneServices } from './shared/pane-services';
import { isBusy, useTask, type Task } from './shared/use-task';
import { JOURNAL } from './journal-wording';

export interface Journal {
  readonly state: JournalState;
  readonly undoing: Task<undefined, unknown>;
}

/** Reads the journal once, when the pane opens, for a write that did not finish. `onUndone` reads the workbook again. */
export function useJournal(services: PaneServices, onUndone: () => void): Journal {
  const announce = useAnnounce();
  const [state, setState] = useState<JournalState>({ open: false });

  useEffect(() => {
    let current = true;
    services.openJournal().then(
      (found) => {
        if (current && found.open) setState(found);
      },
      // The reading of the workbook fails for the same reason and says so.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [services]);

  const work = useCallback(async (): Promise<void> => {
    await services.undoUnfinishedWrite();
    setState({ open: false });
    announce(JOURNAL.undone);
    onUndone();
  }, [services, announce, onUndone]);
  return { state, undoing: useTask(work, 'when undone') };
}

/** Offers to undo a write that did not finish. */
export function JournalNotice({ journal }: { readonly journal: Journal }): ReactNode {
  const { state, undoing } = journal;
  if (undoing.state.status === 'failed' && undoing.state.failure !== null)
    return <FailureNotice failure={undoing.state.failure} onRetry={() => undoing.start(undefined)} />;
  if (!state.open) return null;
  return (
    <Notice
      intent="warning"
      title={JOURNAL.title}
      actions={
        <Button size="small" disabled={isBusy(undoing.state)} onClick={() => undoing.start(undefined)}>
          {JOURNAL.undo}
        </Button>
      }
    >
      {JOURNAL.cutShort(state.startedAt)}
    </Notice>
  );
}
