import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentAdd16Regular, TableSearch24Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { Heading } from './heading';
import { WORDS } from './wording';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { color: tokens.colorBrandForeground1 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  needs: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
});

interface NoTableYetProps {
  readonly onAgain: () => void;
  /** Left out where the template is offered beside this. */
  readonly onTemplate?: () => void;
  /** More that can be done about it here. */
  readonly children?: ReactNode;
}

/** Shown where no table was found: what a table needs, and what the user can do. */
export function NoTableYet({ onAgain, onTemplate, children }: NoTableYetProps): ReactNode {
  const styles = useStyles();
  return (
    <section className={styles.card}>
      <TableSearch24Regular className={styles.icon} aria-hidden="true" />
      <Heading kind="section">{WORDS.empty.title}</Heading>
      <Body1>{WORDS.empty.lead}</Body1>
      <ul className={styles.needs}>
        {WORDS.empty.needs.map((need) => (
          <li key={need}>
            <Body1>{need}</Body1>
          </li>
        ))}
      </ul>
      <Caption1>{WORDS.empty.hidden}</Caption1>
      {children}
      <div className={styles.buttons}>
        {onTemplate !== undefined && (
          <Button size="small" icon={<DocumentAdd16Regular />} onClick={onTemplate}>
            {WORDS.template}
          </Button>
        )}
        <Button size="small" onClick={onAgain}>
          {WORDS.empty.again}
        </Button>
      </div>
    </section>
  );
}
