import { Caption1, makeStyles, Switch, tokens } from '@fluentui/react-components';
import { Clock16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { Heading } from '../shared/heading';
import type { CollationDryRun } from '../shared/pane-services';
import { COLLATE } from './collate-wording';
import type { Collation } from './use-collation';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  line: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  mark: { color: tokens.colorNeutralForeground3, flexShrink: 0, marginTop: tokens.spacingVerticalXXS },
  name: { display: 'block', flexGrow: 1, minWidth: 0 },
  words: { display: 'block', color: tokens.colorNeutralForeground2 },
  leaveOut: { flexShrink: 0, marginTop: `-${tokens.spacingVerticalXS}` },
});

interface LateListProps {
  readonly collation: Collation;
  readonly dryRun: CollationDryRun;
}

/** Directorates that sent nothing this time: what of theirs is carried forward, and a switch for each to leave it out. */
export function LateList({ collation, dryRun }: LateListProps): ReactNode {
  const styles = useStyles();
  const { choices, choose } = collation;
  const names = [...new Set([...dryRun.carried.map(({ directorate }) => directorate), ...choices.leaveOut])];
  if (names.length === 0) return null;
  // What is in a file that was not read is not known: it may be rows of anybody.
  const hasUnread = dryRun.sources.some(({ problem, tables }) => problem !== null && tables === 0);
  const isSender = (name: string): boolean => !choices.leaveOut.includes(name) && dryRun.directorates.seen.includes(name);
  const heading = COLLATE.late(names.some(isSender));
  return (
    <>
      <Heading kind="section">{heading}</Heading>
      <ul className={styles.list} aria-label={heading}>
        {names.map((name) => {
          const isOut = choices.leaveOut.includes(name);
          const words = isOut ? [COLLATE.leftOut] : dryRun.carried.filter(({ directorate }) => directorate === name).map(COLLATE.carried);
          const others = choices.leaveOut.filter((one) => one !== name);
          return (
            <li key={name} className={styles.line}>
              <Clock16Regular className={styles.mark} aria-hidden="true" />
              <span className={styles.name}>
                {name}
                {isSender(name) && <Caption1 className={styles.words}>{COLLATE.sentWithout(hasUnread)}</Caption1>}
                {words.map((line) => (
                  <Caption1 key={line} className={styles.words}>
                    {line}
                  </Caption1>
                ))}
              </span>
              <Switch
                className={styles.leaveOut}
                label={COLLATE.leaveOut}
                labelPosition="before"
                aria-label={COLLATE.leaveOutOf(name)}
                checked={isOut}
                onChange={(_event, { checked }) => choose({ ...choices, leaveOut: checked ? [...others, name] : others })}
              />
            </li>
          );
        })}
      </ul>
      {dryRun.carriedFindings > 0 && <Caption1>{COLLATE.carriedFindings(dryRun.carriedFindings)}</Caption1>}
    </>
  );
}
