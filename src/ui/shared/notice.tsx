import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  bar: { flexShrink: 0 },
  // The text may have several sentences: the bar grows with them.
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  title: { display: 'block' },
});

interface NoticeProps {
  readonly intent: 'info' | 'success' | 'warning' | 'error';
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** Something the user must know, with what can be done about it. Errors and warnings interrupt a screen reader; other notices wait. */
export function Notice({ intent, title, children, actions }: NoticeProps): ReactNode {
  const styles = useStyles();
  return (
    <MessageBar
      intent={intent}
      layout="multiline"
      className={styles.bar}
      role={intent === 'error' || intent === 'warning' ? 'alert' : 'status'}
    >
      <MessageBarBody className={styles.body}>
        <MessageBarTitle className={styles.title}>{title}</MessageBarTitle>
        {children}
      </MessageBarBody>
      {actions !== undefined && <MessageBarActions>{actions}</MessageBarActions>}
    </MessageBar>
  );
}
