import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { FailureNotice } from './shared/failure-notice';
import { Notice } from './shared/notice';
import { RestoreSteps } from './shared/restore-steps';
import { RESTORE } from './shared/restore-wording';
import type { LastRunWork } from './shared/use-last-run';
import { isBusy } from './shared/use-task';

/** At the top of every view: a plan of a later version, a write that did not finish, a restoring that failed or was done. */
export function LastRunNotice({ work }: { readonly work: LastRunWork }): ReactNode {
  const { lastRun, restoring } = work;
  const { status, failure, value } = restoring.state;
  if ((status === 'failed' || status === 'cancelled') && failure !== null)
    return <FailureNotice failure={failure} onRetry={() => restoring.start(undefined)} />;
  if (lastRun.laterVersion !== null)
    return (
      <Notice intent="warning" title={RESTORE.laterTitle}>
        {RESTORE.later}
      </Notice>
    );
  const { restore } = lastRun;
  if (status === 'done' && value !== null && restore === null)
    return (
      <Notice intent="success" title={RESTORE.restoredTitle}>
        {RESTORE.restored}
        <RestoreSteps steps={value} />
      </Notice>
    );
  if (restore?.state !== 'open') return null;
  if (restore.refusal !== null)
    return (
      <Notice intent="error" title={RESTORE.unfinishedTitle}>
        {restore.refusal}
      </Notice>
    );
  return (
    <Notice
      intent="warning"
      title={RESTORE.unfinishedTitle}
      actions={
        <Button size="small" disabled={isBusy(restoring.state)} onClick={() => restoring.start(undefined)}>
          {RESTORE.undo}
        </Button>
      }
    >
      {RESTORE.unfinished(restore.startedAt)}
      <RestoreSteps steps={restore.steps} />
    </Notice>
  );
}
