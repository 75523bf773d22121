import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronLeft20Regular } from '@fluentui/react-icons';
import { useEffect, useRef, type ReactNode } from 'react';
import { Heading } from './heading';
import { WORDS } from './wording';

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', minHeight: '100%', boxSizing: 'border-box' },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '32px',
    // The host draws its personality menu over the top right corner: 34 by 32 px on a Mac, less on Windows.
    padding: `${tokens.spacingVerticalS} 42px 0 ${tokens.spacingHorizontalM}`,
  },
  // The way back stays in reach, however far the view is scrolled.
  headWithBack: {
    paddingLeft: tokens.spacingHorizontalXS,
    position: 'sticky',
    top: 0,
    zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  body: {
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalL}`,
    // Long words and addresses wrap rather than push the pane wider than 320 px.
    overflowWrap: 'anywhere',
    minWidth: 0,
  },
  foot: {
    position: 'sticky',
    bottom: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    zIndex: 1,
  },
});

interface ViewFrameProps {
  readonly title: string;
  /** Left out on Home. */
  readonly onBack?: () => void;
  /** Where back leads, in words, when it is not to Home. */
  readonly backTo?: string | undefined;
  /** The user came from another view: the title takes focus, so that a screen reader reads it. */
  readonly arrived: boolean;
  readonly children: ReactNode;
  /** Holds the one primary button, at the end of the view. */
  readonly foot?: ReactNode;
}

/** What all views share: title, way back (also Esc), body, and the foot that holds the primary button. */
export function ViewFrame({ title, onBack, backTo = WORDS.back, arrived, children, foot }: ViewFrameProps): ReactNode {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (arrived) heading.current?.focus();
  }, [arrived]);

  // On the whole page, since focus may be on nothing in it, as after a click beside the controls.
  const back = useRef(onBack);
  useEffect(() => {
    back.current = onBack;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      // A menu or list that used the key has called preventDefault.
      if (event.key !== 'Escape' || event.defaultPrevented || back.current === undefined) return;
      event.preventDefault();
      back.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <div className={styles.frame}>
      <header className={onBack === undefined ? styles.head : `${styles.head} ${styles.headWithBack}`}>
        {onBack !== undefined && (
          <Button appearance="subtle" size="small" icon={<ChevronLeft20Regular />} aria-label={backTo} onClick={onBack} />
        )}
        <Heading kind={onBack === undefined ? 'pane' : 'view'} ref={heading}>
          {title}
        </Heading>
      </header>
      <main className={styles.body}>{children}</main>
      {foot !== undefined && <footer className={styles.foot}>{foot}</footer>}
    </div>
  );
}
