import { Button, Caption1, Link, makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { Heading } from '../shared/heading';
import { type Role, ROLES } from './home-state';
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

interface FirstRunProps {
  /** What was answered before; null the first time. */
  readonly role: Role | null;
  readonly onRole: (role: Role) => void;
  /** Null where the workbook has tables to try everything on. */
  readonly onSample: (() => void) | null;
  readonly onSkip: () => void;
}

/** A question to somebody who has opened no task yet on this computer, or who wants to answer it again; nothing waits for the answer. */
export function FirstRun({ role: before, onRole, onSample, onSkip }: FirstRunProps): ReactNode {
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  // Whoever wants to answer again finds the question above the link that they used.
  useEffect(() => {
    if (before !== null) title.current?.focus();
  }, [before]);
  return (
    <section className={styles.card} aria-labelledby="first-run">
      <Heading kind="section" id="first-run" ref={title}>
        {HOME.firstTitle}
      </Heading>
      <Caption1>{HOME.firstAbout}</Caption1>
      <div className={styles.roles}>
        {ROLES.map((role) => (
          <ToggleButton key={role} size="small" checked={role === before} onClick={() => onRole(role)}>
            {HOME.roles[role]}
          </ToggleButton>
        ))}
        <Button size="small" appearance="subtle" onClick={onSkip}>
          {HOME.skip}
        </Button>
      </div>
      {onSample !== null && <Link onClick={onSample}>{HOME.sample}</Link>}
    </section>
  );
}
