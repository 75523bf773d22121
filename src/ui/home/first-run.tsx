import { Button, Caption1, Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Heading } from '../shared/heading';
import type { Role } from './home-state';
import { HOME } from './home-wording';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  roles: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

const ROLES: readonly Role[] = ['officer', 'collator', 'finance'];

interface FirstRunProps {
  readonly onRole: (role: Role) => void;
  /** Null where the workbook has tables to try everything on. */
  readonly onSample: (() => void) | null;
  readonly onSkip: () => void;
}

/** A question to somebody who has opened no task yet on this computer; nothing waits for the answer. */
export function FirstRun({ onRole, onSample, onSkip }: FirstRunProps): ReactNode {
  const styles = useStyles();
  return (
    <section className={styles.card} aria-labelledby="first-run">
      <Heading kind="section" id="first-run">
        {HOME.firstTitle}
      </Heading>
      <Caption1>{HOME.firstAbout}</Caption1>
      <div className={styles.roles}>
        {ROLES.map((role) => (
          <Button key={role} size="small" onClick={() => onRole(role)}>
            {HOME.roles[role]}
          </Button>
        ))}
        <Button size="small" appearance="subtle" onClick={onSkip}>
          {HOME.skip}
        </Button>
      </div>
      {onSample !== null && <Link onClick={onSample}>{HOME.sample}</Link>}
    </section>
  );
}
