import { Button, Caption1, ProgressBar, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import { useAnnounce } from './announcer';
import { isBusy, type TaskState } from './use-task';
import { WORDS } from './wording';

/** Work shorter than this shows no bar, so that quick reads do not flicker; in milliseconds. */
const PATIENCE_MS = 1000;

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  last: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: tokens.spacingHorizontalS },
  what: { color: tokens.colorNeutralForeground2, minWidth: 0, overflowWrap: 'anywhere' },
});

interface BusyNoticeProps {
  readonly title: string;
  readonly state: TaskState<unknown>;
  readonly onCancel: () => void;
  /** Shown while it is too early for the bar. */
  readonly meanwhile?: ReactNode;
  /** The bar from the first moment, where the user has just asked for the work or nothing else is shown that it would push aside. */
  readonly atOnce?: boolean;
}

/** Progress and Cancel for work that lasts over a second, or `atOnce`. */
export function BusyNotice({ title, state, onCancel, meanwhile = null, atOnce = false }: BusyNoticeProps): ReactNode {
  const styles = useStyles();
  const announce = useAnnounce();
  const busy = isBusy(state);
  const [shown, setShown] = useState(false);

  useEffect(() => {
    if (!busy) {
      setShown(false);
      return;
    }
    const timer = setTimeout(() => {
      setShown(true);
      announce(title);
    }, PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [busy, title, announce]);

  if (!busy) return null;
  if (!shown && !atOnce) return meanwhile;
  const { progress } = state;
  const stopping = state.status === 'stopping';
  return (
    <section className={styles.notice} aria-label={title}>
      <Text weight="semibold">{title}</Text>
      {progress === null ? (
        <ProgressBar aria-label={title} />
      ) : (
        <ProgressBar
          aria-label={title}
          value={progress.done}
          max={1}
          aria-valuetext={`${String(Math.round(progress.done * 100))}%, ${progress.what}`}
        />
      )}
      <div className={styles.last}>
        <Caption1 className={styles.what}>{stopping ? WORDS.busy.stopping : (progress?.what ?? '')}</Caption1>
        <Button size="small" disabled={stopping} onClick={onCancel}>
          {WORDS.busy.cancel}
        </Button>
      </div>
    </section>
  );
}
