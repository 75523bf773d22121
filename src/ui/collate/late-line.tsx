import { Caption1, makeStyles, Switch, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CollationDryRun } from '../shared/pane-services';
import { COLLATE } from './collate-wording';
import type { Collation } from './use-collation';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  words: { display: 'block', flexGrow: 1, minWidth: 0 },
  each: { display: 'block' },
  leaveOut: { flexShrink: 0, marginTop: `-${tokens.spacingVerticalXS}`, marginBottom: `-${tokens.spacingVerticalXS}` },
});

/** Directorates of which something was not sent this time: it is carried forward, or left out because the user says so. */
export function lateDirectorates(dryRun: CollationDryRun | null, { choices }: Pick<Collation, 'choices'>): string[] {
  return [...new Set([...(dryRun?.carried ?? []).map(({ directorate }) => directorate), ...choices.leaveOut])];
}

interface LateLineProps {
  readonly directorate: string;
  /** It sent a table, in which what is carried forward is not. */
  readonly isSender: boolean;
  readonly collation: Collation;
  readonly dryRun: CollationDryRun;
}

/** What of a directorate is carried forward, and a switch to leave it out. */
export function LateLine({ directorate, isSender, collation, dryRun }: LateLineProps): ReactNode {
  const styles = useStyles();
  const { choices, choose } = collation;
  const isOut = choices.leaveOut.includes(directorate);
  const others = choices.leaveOut.filter((one) => one !== directorate);
  const carried = dryRun.carried.filter((one) => one.directorate === directorate).map(COLLATE.carried);
  // What is in a file that was not read is not known: it may be rows of anybody.
  const hasUnread = dryRun.sources.some(({ problem, tables }) => problem !== null && tables === 0);
  const lines = isOut ? [COLLATE.leftOut] : isSender ? [COLLATE.sentWithout(hasUnread), ...carried] : carried;
  return (
    <div className={styles.line}>
      <span className={styles.words}>
        {lines.map((line) => (
          <Caption1 key={line} className={styles.each}>
            {line}
          </Caption1>
        ))}
      </span>
      <Switch
        className={styles.leaveOut}
        label={COLLATE.leaveOut}
        labelPosition="before"
        aria-label={COLLATE.leaveOutOf(directorate)}
        checked={isOut}
        onChange={(_event, { checked }) => choose({ ...choices, leaveOut: checked ? [...others, directorate] : others })}
      />
    </div>
  );
}
