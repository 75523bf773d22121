import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode, RefObject } from 'react';
import type { CostRow } from '../../application';
import type { Framework } from '../../domain/framework';
import { RowList } from '../shared/row-list';
import { rowName } from '../shared/row-name';
import { SeverityMark } from '../shared/severity-mark';
import { COSTS } from './costs-wording';

const useStyles = makeStyles({
  // What is cut off here is shown in full below the list.
  name: { fontWeight: tokens.fontWeightSemibold, flexShrink: 0, maxWidth: '40%', overflow: 'hidden', textOverflow: 'ellipsis' },
  commitment: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  standing: { flexShrink: 0, maxWidth: '36%', overflow: 'hidden', textOverflow: 'ellipsis', fontSize: tokens.fontSizeBase200 },
  line: { whiteSpace: 'nowrap' },
});

/** "query", "no verdict", "look again". */
function standingWords({ verdict }: CostRow): string {
  if (verdict === null) return COSTS.noVerdict;
  return verdict.settled ? verdict.verdict : COSTS.lookAgain;
}

interface CostListProps {
  readonly framework: Pick<Framework, 'directorates'>;
  readonly rows: readonly CostRow[];
  readonly index: number;
  readonly onMove: (index: number) => void;
  readonly listRef: RefObject<HTMLDivElement | null>;
}

/** The costs to judge; Enter is for the view around it. */
export function CostRows({ framework, rows, index, onMove, listRef }: CostListProps): ReactNode {
  const styles = useStyles();
  const drawRow = (at: number): ReactNode => {
    const row = rows[at];
    if (row === undefined) return null;
    return (
      <>
        <span className={`${styles.name} ${styles.line}`}>{rowName(row, framework)}</span>
        <span className={`${styles.commitment} ${styles.line}`}>{row.action.commitment}</span>
        {row.contradictions.length > 0 && (
          <span role="img" aria-label={COSTS.contradicted}>
            <SeverityMark severity="warning" />
          </span>
        )}
        <span className={`${styles.standing} ${styles.line}`}>{standingWords(row)}</span>
      </>
    );
  };
  return (
    <RowList
      label={COSTS.list}
      keys={rows.map(({ key }) => key)}
      index={index}
      drawRow={drawRow}
      onMove={onMove}
      onKey={() => undefined}
      listRef={listRef}
      isLow
    />
  );
}
