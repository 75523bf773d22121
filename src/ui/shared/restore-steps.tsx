import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { restoreStepInWords } from '../../application';
import type { RestoreStep } from './pane-services';
import { RESTORE } from './restore-wording';

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalXS} 0`, paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
});

/** What taking back a run does or did, sheet by sheet. */
export function RestoreSteps({ steps }: { readonly steps: readonly RestoreStep[] }): ReactNode {
  const styles = useStyles();
  if (steps.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={RESTORE.steps}>
      {steps.map((step) => (
        <li key={step.sheet}>
          <Caption1>{restoreStepInWords(step)}</Caption1>
        </li>
      ))}
    </ul>
  );
}
