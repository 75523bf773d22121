import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRight12Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { CellRepair, Repair } from '../../domain/findings';
import { CHECK } from './check-wording';

const useStyles = makeStyles({
  repair: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS, margin: 0 },
  before: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground2, whiteSpace: 'pre-wrap' },
  after: { textDecorationLine: 'none', fontWeight: tokens.fontWeightSemibold, whiteSpace: 'pre-wrap' },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});

const shown = (value: CellRepair['before']): string => (value === null || value === '' ? CHECK.nothing : String(value));

/** What a cell says and what it would say, or the column that would be added. */
export function RepairLine({ repair, label }: { readonly repair: Repair; readonly label?: string }): ReactNode {
  const styles = useStyles();
  const labelled = label !== undefined && <Text>{label}:</Text>;
  if (repair.kind === 'add-column')
    return (
      <p className={styles.repair}>
        {labelled}
        <ins className={styles.after}>{CHECK.newColumn(repair.heading, repair.cell)}</ins>
      </p>
    );
  return (
    <p className={styles.repair}>
      {labelled}
      <del className={styles.before}>{shown(repair.before)}</del>
      <ArrowRight12Regular aria-hidden="true" />
      <span className={styles.hidden}>{CHECK.becomes}</span>
      <ins className={styles.after}>{repair.after}</ins>
    </p>
  );
}
