import { makeStyles, tokens } from '@fluentui/react-components';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { codeLabel, type Finding, severityLabel } from '../../domain/findings';
import { RowList } from '../shared/row-list';
import { SeverityMark } from '../shared/severity-mark';
import { CHECK } from './check-wording';

const useStyles = makeStyles({
  cell: { fontWeight: tokens.fontWeightSemibold, flexShrink: 0 },
  wrong: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  word: { flexShrink: 0, fontSize: tokens.fontSizeBase200 },
});

interface FindingListProps {
  readonly findings: readonly Finding[];
  readonly keys: readonly string[];
  readonly index: number;
  /** Whether the user ignores a finding. */
  readonly isIgnored: (finding: Finding) => boolean;
  /** Whether a finding is about its table as a whole, and so about no cell. */
  readonly isOfTable: (finding: Finding) => boolean;
  /** The sheet's name goes before what is wrong when several sheets are looked at. */
  readonly withSheet: boolean;
  readonly onMove: (index: number) => void;
  readonly onPrimary: () => void;
  readonly listRef: RefObject<HTMLDivElement | null>;
}

/** What stands behind the cell: what is wrong, in the words of the help. The heading is in the card. */
function whatIsWrong({ sheet, code }: Finding, withSheet: boolean): string {
  return [...(withSheet && sheet !== null ? [sheet] : []), codeLabel(code)].join(' · ');
}

/** The findings, one in each row; Enter repairs the current one, or shows its cell. */
export function FindingList(props: FindingListProps): ReactNode {
  const { findings, keys, index, isIgnored, isOfTable, withSheet, onMove, onPrimary, listRef } = props;
  const styles = useStyles();
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    onPrimary();
  };
  const drawRow = (at: number): ReactNode => {
    const finding = findings[at];
    if (finding === undefined) return null;
    return (
      <>
        <SeverityMark severity={finding.severity} />
        <span className={styles.cell}>{isOfTable(finding) ? CHECK.wholeTable : finding.cell}</span>
        <span className={styles.wrong}>{whatIsWrong(finding, withSheet)}</span>
        <span className={styles.word}>{isIgnored(finding) ? CHECK.ignored : severityLabel(finding.severity)}</span>
      </>
    );
  };
  return <RowList label={CHECK.list} keys={keys} index={index} drawRow={drawRow} onMove={onMove} onKey={onKey} listRef={listRef} isLow />;
}
