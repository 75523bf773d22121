import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular, DocumentTable16Regular, Warning16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { counted } from '../../domain/wording';
import type { CollationSource } from '../shared/pane-services';
import { COLLATE } from './collate-wording';
import { COPY_WORDS } from './copy-wording';
import { SourceReceipt } from './source-receipt';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS, minHeight: '24px' },
  text: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
  about: { color: tokens.colorNeutralForeground2 },
  problem: { display: 'flex', gap: tokens.spacingHorizontalXS, color: tokens.colorStatusWarningForeground1 },
  icon: { flexShrink: 0 },
});

/** "1 table, 8 actions"; null for a file that could not be read, whose problem says all there is to say. */
function whatIsIn(source: CollationSource | undefined): string | null {
  if (source === undefined) return COLLATE.waiting;
  if (source.problem !== null && source.tables === 0) return null;
  return `${counted(source.tables, 'table')}, ${counted(source.actions, 'action')}`;
}

interface SourceLineProps {
  readonly name: string;
  /** Undefined until it has been read. */
  readonly source: CollationSource | undefined;
  /** It is a copy of the plan, of which more is said elsewhere. */
  readonly isCopy?: boolean;
  /** It stands under its directorate, which says how much is in it. */
  readonly isUnderDirectorate?: boolean;
  readonly onRemove?: () => void;
}

/** A workbook that takes part: what was found in it, what was read, and a way to take it away again. */
export function SourceLine({ name, source, isCopy, isUnderDirectorate, onRemove }: SourceLineProps): ReactNode {
  const styles = useStyles();
  const about = isCopy === true ? COPY_WORDS.isCopy : isUnderDirectorate === true ? null : whatIsIn(source);
  const problem = source?.problem ?? null;
  const hasReceipt = source !== undefined && source.tables + source.notRead.parts.length > 0;
  return (
    <div className={styles.line}>
      {isUnderDirectorate !== true && <DocumentTable16Regular className={styles.icon} aria-hidden="true" />}
      <div className={styles.text}>
        {(isUnderDirectorate !== true || !hasReceipt) && <span>{COLLATE.fromFile(name)}</span>}
        {about !== null && <Caption1 className={styles.about}>{about}</Caption1>}
        {problem !== null && (
          <Caption1 className={styles.problem}>
            <Warning16Regular className={styles.icon} aria-hidden="true" />
            <span>{problem}</span>
          </Caption1>
        )}
        {hasReceipt && <SourceReceipt source={source} isNamed={isUnderDirectorate} />}
      </div>
      {onRemove !== undefined && (
        <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} aria-label={COLLATE.remove(name)} onClick={onRemove} />
      )}
    </div>
  );
}
