import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { CHECK } from './check-wording';

const useStyles = makeStyles({
  choice: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  status: { minWidth: 0, paddingLeft: tokens.spacingHorizontalS, paddingRight: tokens.spacingHorizontalS },
});

interface StatusChoiceProps {
  readonly statuses: readonly string[];
  readonly busy: boolean;
  readonly onChoose: (status: string) => void;
}

/** How an action goes: each word of the vocabulary as a button that writes it into the row's Status cell. */
export function StatusChoice({ statuses, busy, onChoose }: StatusChoiceProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.choice} role="group" aria-label={CHECK.chooseStatus}>
      <Caption1>{CHECK.chooseStatus}</Caption1>
      {statuses.map((status) => (
        <Button key={status} size="small" className={styles.status} disabled={busy} onClick={() => onChoose(status)}>
          {status}
        </Button>
      ))}
    </div>
  );
}
