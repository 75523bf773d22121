import { makeStyles, tokens } from '@fluentui/react-components';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { MAP } from './map-wording';
import type { Framework } from '../../domain/framework';
import type { MappedRow } from '../shared/pane-services';
import { RowList } from '../shared/row-list';
import { rowName } from '../shared/row-name';

const useStyles = makeStyles({
  // What is cut off here is shown in full in the card below.
  name: {
    fontWeight: tokens.fontWeightSemibold,
    flexShrink: 0,
    maxWidth: '40%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    '@media (max-width: 240px)': { maxWidth: '60%' },
  },
  commitment: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  standing: {
    flexShrink: 0,
    maxWidth: '32%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
  },
});

interface MappingListProps {
  readonly framework: Framework;
  readonly rows: readonly MappedRow[];
  readonly index: number;
  readonly onMove: (index: number) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly listRef: RefObject<HTMLDivElement | null>;
}

/** The actions to decide on; what each says in full is in the card below. */
export function MappingList({ framework, rows, index, onMove, onKey, listRef }: MappingListProps): ReactNode {
  const styles = useStyles();
  const drawRow = (at: number): ReactNode => {
    const row = rows[at];
    if (row === undefined) return null;
    const sure = [...row.confirmed, ...row.written];
    return (
      <>
        <span className={styles.name}>{rowName(row, framework)}</span>
        <span className={styles.commitment}>{row.action.commitment}</span>
        <span className={styles.standing}>{sure.length > 0 ? sure.join(', ') : MAP.standing(row.standing)}</span>
      </>
    );
  };
  const keys = rows.map(({ key }) => key);
  return <RowList label={MAP.list} keys={keys} index={index} drawRow={drawRow} onMove={onMove} onKey={onKey} listRef={listRef} isLow />;
}
