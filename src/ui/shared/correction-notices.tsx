import { Button, Caption1, ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { UnfitCorrection } from '../../domain/reading';
import { FailureNotice } from './failure-notice';
import { Notice } from './notice';
import type { Corrections } from './use-corrections';
import { CORRECTION } from './correction-wording';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
});

interface CorrectionNoticesProps {
  readonly corrections: Corrections;
  readonly unfit: readonly UnfitCorrection[];
}

/** Corrections of tables: being saved, failed, or no longer fitting the workbook. */
export function CorrectionNotices({ corrections, unfit }: CorrectionNoticesProps): ReactNode {
  const styles = useStyles();
  return (
    <>
      {corrections.busy && <ProgressBar aria-label={CORRECTION.remembering} />}
      {corrections.failure !== null && <FailureNotice failure={corrections.failure} onDismiss={corrections.dismiss} />}
      {unfit.length > 0 && (
        <Notice intent="warning" title={CORRECTION.unfit(unfit.length)}>
          <ul className={styles.list}>
            {unfit.map(({ tableId, reason }) => (
              <li key={tableId}>
                <Caption1>{reason}</Caption1>{' '}
                <Button
                  size="small"
                  appearance="transparent"
                  aria-label={CORRECTION.forgetUnfit(reason)}
                  onClick={() => corrections.uncorrect(tableId, CORRECTION.unfitForgotten)}
                >
                  {CORRECTION.forgetIt}
                </Button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
