import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Disclosure } from '../shared/disclosure';
import type { CollationSource } from '../shared/pane-services';
import { SeveritySummary, severityWords } from '../shared/severity-summary';
import { SUBMISSION_WORDS } from './submission-wording';

const useStyles = makeStyles({
  receipt: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, fontSize: tokens.fontSizeBase200 },
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  words: { display: 'block' },
});

interface SourceReceiptProps {
  readonly source: CollationSource;
  /** Its line is called by the file's name. */
  readonly isNamed?: boolean;
}

/** What was read in one workbook, what was not understood, and what was not read and why. */
export function SourceReceipt({ source, isNamed = false }: SourceReceiptProps): ReactNode {
  const styles = useStyles();
  const { directorates, findings, notUnderstood, notRead } = source;
  return (
    <Disclosure
      title={isNamed ? SUBMISSION_WORDS.versionFile(source.file) : SUBMISSION_WORDS.receiptTitle}
      label={isNamed ? SUBMISSION_WORDS.namedReceipt(source.file) : SUBMISSION_WORDS.receipt(source.file)}
    >
      <div className={styles.receipt}>
        <Caption1>{SUBMISSION_WORDS.directorates(directorates)}</Caption1>
        {severityWords(findings) === '' ? <Caption1>{SUBMISSION_WORDS.noFindings}</Caption1> : <SeveritySummary counts={findings} />}
        {notUnderstood.length > 0 && (
          <>
            <Caption1>{SUBMISSION_WORDS.notUnderstood(notUnderstood.length)}</Caption1>
            <ul className={styles.list} aria-label={SUBMISSION_WORDS.notUnderstood(notUnderstood.length)}>
              {notUnderstood.map(({ sheet, heading }, index) => (
                <li key={index}>{SUBMISSION_WORDS.column(sheet, heading)}</li>
              ))}
            </ul>
          </>
        )}
        <Caption1>{SUBMISSION_WORDS.notRead(notRead)}</Caption1>
        {notRead.parts.length > 0 && (
          <ul className={styles.list} aria-label={SUBMISSION_WORDS.notRead(notRead)}>
            {notRead.parts.map((part, index) => (
              <li key={index}>
                {SUBMISSION_WORDS.partNotRead(part)}
                {part.words !== '' && <span className={styles.words}>“{part.words}”</span>}
              </li>
            ))}
          </ul>
        )}
        {notRead.cellsElsewhere > 0 && <Caption1>{SUBMISSION_WORDS.cellsElsewhere(notRead.cellsElsewhere)}</Caption1>}
      </div>
    </Disclosure>
  );
}
