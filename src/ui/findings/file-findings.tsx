import { Button, Caption1, Link, makeStyles, tokens, useArrowNavigationGroup } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { severityCounts, severityLabel } from '../../domain/findings';
import { CopyOutcome, useCopyText } from '../shared/copy-text';
import { Disclosure } from '../shared/disclosure';
import type { ListedFinding } from '../shared/pane-services';
import { SeverityMark } from '../shared/severity-mark';
import { severityWords } from '../shared/severity-summary';
import { FINDINGS, findingsText } from './findings-wording';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  words: { display: 'block', overflowWrap: 'anywhere' },
  quote: { display: 'block', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
});

interface FileFindingsProps {
  readonly file: string;
  readonly findings: readonly ListedFinding[];
  readonly isOpen: boolean;
  readonly onReveal: (finding: ListedFinding) => void;
}

/** The findings in one file, each with a way to its row on the sheet of findings; arrows go from one to the next. */
export function FileFindings({ file, findings, isOpen, onReveal }: FileFindingsProps): ReactNode {
  const styles = useStyles();
  const arrows = useArrowNavigationGroup({ axis: 'vertical' });
  const copying = useCopyText(() => findingsText([{ file, findings }]), FINDINGS.copied(file, findings.length));
  return (
    <Disclosure title={FINDINGS.file(file, severityWords(severityCounts(findings)))} isOpen={isOpen}>
      <ul className={styles.list} aria-label={FINDINGS.list(file)} {...arrows}>
        {findings.map((finding) => (
          <li key={finding.listedAt.row}>
            <SeverityMark severity={finding.severity} /> {severityLabel(finding.severity)}{' '}
            <Link onClick={() => onReveal(finding)}>{FINDINGS.place(finding)}</Link>
            <Caption1 className={styles.words}>{finding.message}</Caption1>
            {finding.quote !== '' && <Caption1 className={styles.quote}>{FINDINGS.quote(finding.quote)}</Caption1>}
            {finding.repair !== '' && <Caption1 className={styles.quote}>{FINDINGS.repair(finding.repair)}</Caption1>}
          </li>
        ))}
      </ul>
      <Button size="small" appearance="subtle" aria-label={FINDINGS.copyFor(file)} onClick={copying.copy}>
        {FINDINGS.copy}
      </Button>
      <CopyOutcome label={FINDINGS.copyByHand} of={copying} />
    </Disclosure>
  );
}
