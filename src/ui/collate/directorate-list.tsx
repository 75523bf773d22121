import { counted } from '../../domain/wording';
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled, Circle16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { COLLATE } from './collate-wording';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  name: { flexGrow: 1, minWidth: 0 },
  amount: { flexShrink: 0, color: tokens.colorNeutralForeground2 },
  in: { color: tokens.colorBrandForeground1, flexShrink: 0 },
  out: { color: tokens.colorNeutralForeground3, flexShrink: 0 },
});

interface DirectorateListProps {
  readonly label: string;
  readonly sent: readonly { readonly directorate: string; readonly actions: number }[];
  readonly missing: readonly string[];
}

/** The directorates that sent a table, with their actions, and those that did not yet. */
export function DirectorateList({ label, sent, missing }: DirectorateListProps): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={label}>
      {sent.map(({ directorate, actions }) => (
        <li key={directorate} className={styles.line}>
          <CheckmarkCircle16Filled className={styles.in} aria-hidden="true" />
          <span className={styles.name}>{directorate}</span>
          <Caption1 className={styles.amount}>{counted(actions, 'action')}</Caption1>
        </li>
      ))}
      {missing.map((directorate) => (
        <li key={directorate} className={styles.line}>
          <Circle16Regular className={styles.out} aria-hidden="true" />
          <span className={styles.name}>{directorate}</span>
          <Caption1 className={styles.amount}>{COLLATE.notSent}</Caption1>
        </li>
      ))}
    </ul>
  );
}
