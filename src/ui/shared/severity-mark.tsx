import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Severity } from '../../domain/findings';

const useStyles = makeStyles({
  mark: { width: '16px', height: '16px', flexShrink: 0, verticalAlign: 'text-bottom' },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  advice: { color: tokens.colorBrandForeground1 },
});

/** Eight corners, three corners, none: the shapes differ as well as the signs in them. */
const OUTLINES: Readonly<Record<Severity, string>> = {
  error: 'M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2z',
  warning: 'M8 1.2 15.4 14.6H.6z',
  advice: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z',
};
const SIGNS: Readonly<Record<Severity, string>> = {
  error: 'M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2',
  warning: 'M8 6v4M8 11.6v1.4',
  advice: 'M8 7.2v4.4M8 4.3v1.5',
};

/** The shape of a severity, beside its word; on its own it says nothing to a screen reader. */
export function SeverityMark({ severity }: { readonly severity: Severity }): ReactNode {
  const styles = useStyles();
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false" className={mergeClasses(styles.mark, styles[severity])}>
      <path d={OUTLINES[severity]} fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" />
      <path d={SIGNS[severity]} fill="none" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  );
}
