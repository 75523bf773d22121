import { listed } from '../../domain/wording';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { SEVERITIES, severityCount, type SeverityCounts, severityParts } from '../../domain/findings';
import { SeverityMark } from './severity-mark';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXXS },
  one: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

/** "3 errors, 5 warnings": only severities that occur, the most serious first; "" when there are no findings. */
export function severityWords(counts: SeverityCounts): string {
  return listed(severityParts(counts));
}

/** The same with the shapes. */
export function SeveritySummary({ counts }: { readonly counts: SeverityCounts }): ReactNode {
  const styles = useStyles();
  return (
    <span className={styles.row}>
      {SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => (
        <span key={severity} className={styles.one}>
          <SeverityMark severity={severity} /> {severityCount(severity, counts[severity])}
        </span>
      ))}
    </span>
  );
}
