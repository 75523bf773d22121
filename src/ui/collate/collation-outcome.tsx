import { Body1, Button, Caption1, Link, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, History16Regular } from '@fluentui/react-icons';
import { useEffect, useRef, type ReactNode } from 'react';
import { sheetChangeWords } from '../../application';
import { CHANGES_SHEET } from '../../domain/sheets';
import { useAnnounce } from '../shared/announcer';
import { Heading } from '../shared/heading';
import type { CollationResult } from '../shared/pane-services';
import { Notice } from '../shared/notice';
import { SeveritySummary } from '../shared/severity-summary';
import { COLLATE } from './collate-wording';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  tick: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  ways: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  findings: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalXS },
  changes: { display: 'block', color: tokens.colorNeutralForeground2 },
});

interface CollationOutcomeProps {
  readonly result: CollationResult;
  readonly onOpenSheet: (sheet: string) => void;
  readonly onSeeFindings: () => void;
  /** Offers to take back what was written. */
  readonly restore: ReactNode;
}

/** What was written, with a way to each sheet. Takes focus, so that it is heard and the sheets are one Tab away. */
export function CollationOutcome({ result, onOpenSheet, onSeeFindings, restore }: CollationOutcomeProps): ReactNode {
  const styles = useStyles();
  const announce = useAnnounce();
  // The first plan has changed nothing.
  const changes = result.sheets.find(({ sheet, isNew }) => sheet === CHANGES_SHEET && !isNew);
  const title = useRef<HTMLHeadingElement>(null);
  const { errors, warnings, advice, tablesWithErrors } = result.remaining;
  const written = COLLATE.written(result.actions, result.notesKept);
  useEffect(() => {
    title.current?.focus();
    announce(`${COLLATE.writtenTitle(result.writtenAt)}. ${written}.`);
  }, [result.writtenAt, written, announce]);
  return (
    <>
      <div className={styles.head}>
        <CheckmarkCircle20Filled className={styles.tick} aria-hidden="true" />
        <Heading kind="section" ref={title}>
          {COLLATE.writtenTitle(result.writtenAt)}
        </Heading>
      </div>
      <Body1>{written}</Body1>
      {result.notices.length > 0 && (
        <Notice intent="warning" title={COLLATE.notDone}>
          {result.notices.join(' ')}
        </Notice>
      )}
      <Body1>{COLLATE.remaining(errors, tablesWithErrors)}</Body1>
      {errors + warnings + advice > 0 && (
        <div className={styles.findings}>
          <SeveritySummary counts={{ error: errors, warning: warnings, advice }} />
          <Link onClick={onSeeFindings}>{COLLATE.seeFindings}</Link>
        </div>
      )}
      <div className={styles.ways}>
        {changes !== undefined && (
          <Button size="small" icon={<History16Regular />} onClick={() => onOpenSheet(changes.sheet)}>
            {COLLATE.seeChanges}
          </Button>
        )}
        {restore}
      </div>
      <ul className={styles.list} aria-label={COLLATE.openSheet}>
        {result.sheets.map((sheet) => (
          <li key={sheet.sheet}>
            <Link onClick={() => onOpenSheet(sheet.sheet)}>{sheet.sheet}</Link>
            <Caption1 className={styles.changes}>{sheetChangeWords(sheet)}</Caption1>
          </li>
        ))}
      </ul>
    </>
  );
}
