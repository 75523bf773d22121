import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUndo16Regular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { BusyNotice } from './busy-notice';
import { Heading } from './heading';
import { RestoreSteps } from './restore-steps';
import { RESTORE } from './restore-wording';
import type { LastRunWork } from './use-last-run';
import { isBusy } from './use-task';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXS,
    // When the heading takes focus, the steps below it come into sight too, above the foot that covers the end of the view.
    '& h2': { scrollMarginBottom: '280px' },
  },
  offer: { alignSelf: 'flex-start' },
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Offers to take back the last collation: says first what that undoes, then does it. What was done is told at the top of the view. */
export function RestorePanel({ work }: { readonly work: LastRunWork }): ReactNode {
  const styles = useStyles();
  const [asked, setAsked] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const { lastRun, restoring } = work;
  const { restore } = lastRun;
  useEffect(() => {
    if (asked) title.current?.focus();
  }, [asked]);

  if (restore?.state !== 'closed') return null;
  if (!asked)
    return (
      <Button className={styles.offer} appearance="subtle" size="small" icon={<ArrowUndo16Regular />} onClick={() => setAsked(true)}>
        {RESTORE.offer}
      </Button>
    );
  return (
    <div className={styles.panel}>
      <Heading kind="section" ref={title}>
        {RESTORE.offer}
      </Heading>
      <Body1>{restore.refusal ?? RESTORE.intro(restore.startedAt)}</Body1>
      <RestoreSteps steps={restore.steps} />
      <BusyNotice title={RESTORE.restoring} state={restoring.state} onCancel={restoring.cancel} />
      <div className={styles.choices}>
        {restore.refusal === null && (
          <Button
            appearance="primary"
            size="small"
            disabledFocusable={isBusy(restoring.state)}
            onClick={() => {
              if (!isBusy(restoring.state)) restoring.start(undefined);
            }}
          >
            {RESTORE.restore}
          </Button>
        )}
        <Button size="small" disabled={isBusy(restoring.state)} onClick={() => setAsked(false)}>
          {RESTORE.keep}
        </Button>
      </div>
    </div>
  );
}
