import { Body1, Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { BusyNotice } from './busy-notice';
import { FailureNotice } from './failure-notice';
import { Notice } from './notice';
import type { PlanReader } from './use-plan-reading';
import { WORDS } from './wording';

/** Whether the workbook is being read, or reading failed or was stopped; nothing when reading is done. */
export function ReadingNotices({ reader }: { readonly reader: PlanReader }): ReactNode {
  const { state, cancel } = reader.task;
  const unread = state.value === null;
  return (
    <>
      <BusyNotice
        title={WORDS.busy.reading}
        state={state}
        onCancel={cancel}
        meanwhile={unread ? <Body1>{WORDS.busy.reading}…</Body1> : null}
      />
      {state.status === 'failed' && state.failure !== null && <FailureNotice failure={state.failure} onRetry={reader.read} />}
      {state.status === 'cancelled' && (
        <Notice
          intent="info"
          title={unread ? WORDS.busy.notReadYet : WORDS.busy.cancelled}
          actions={
            <Button size="small" onClick={reader.read}>
              {WORDS.busy.readAgain}
            </Button>
          }
        >
          {unread ? WORDS.busy.notReadYetNext : WORDS.busy.cancelledNext}
        </Notice>
      )}
    </>
  );
}
