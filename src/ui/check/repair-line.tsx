import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRight12Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { CellRepair } from '../../domain/findings';
import { CHECK } from './check-wording';

const useStyles = makeStyles({
  repair: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS, margin: 0 },
  before: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground2, whiteSpace: 'pre-wrap' },
  after: { textDecorationLine: 'none', fontWeight: tokens.fontWeightSemibold, whiteSpace: 'pre-wrap' },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});

const shown = (value: CellRepair['before']): string => (value === null || value === '' ? CHECK.nothing : String(value));

/** What a cell says and what it would say. */
export function RepairLine({ repair, label }: { readonly repair: CellRepair; readonly label?: string }): ReactNode {
  const styles = useStyles();
  return (
    <p className={styles.repair}>
      {label !== undefined && <Text>{label}:</Text>}
      <del className={styles.before}>{shown(repair.before)}</del>
      <ArrowRight12Regular aria-hidden="true" />
      <span className={styles.hidden}>{CHECK.becomes}</span>
      <ins className={styles.after}>{repair.after}</ins>
    </p>
  );
}
