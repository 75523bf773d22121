import { Badge, Caption1, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { isAnswerTo } from '../../application';
import { parseA1 } from '../../domain/grid';
import { Disclosure } from '../shared/disclosure';
import type { CollationDryRun } from '../shared/pane-services';
import { COLLATE } from './collate-wording';
import type { Collation } from './use-collation';

type TypedCell = CollationDryRun['kept'][number];
type Side = 'theirs' | 'mine';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  place: { display: 'block', fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  words: { display: 'block', overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  hint: { display: 'block', marginBottom: tokens.spacingVerticalS },
});

function TypedCellLine(props: { readonly cell: TypedCell; readonly side: Side | ''; readonly onSay: (side: Side) => void }): ReactNode {
  const { cell, side, onSay } = props;
  const styles = useStyles();
  const id = useId();
  return (
    <li>
      <Caption1 id={id} className={styles.place}>
        {[cell.row, COLLATE.place(cell.sheet, cell.address, cell.heading)].join(' · ')}
      </Caption1>
      {side === '' && (
        <Badge size="small" appearance="outline" color="warning">
          {COLLATE.bothChanged}
        </Badge>
      )}
      <Caption1 className={styles.words}>{COLLATE.typedWords(cell.kept)}</Caption1>
      <Caption1 className={styles.words}>{COLLATE.sentWords(cell)}</Caption1>
      <RadioGroup
        layout="horizontal"
        aria-labelledby={id}
        value={side}
        onChange={(_event, { value }) => onSay(value === 'theirs' ? 'theirs' : 'mine')}
      >
        <Radio value="mine" label={COLLATE.keepMine} />
        <Radio value="theirs" label={COLLATE.takeTheirs} />
      </RadioGroup>
    </li>
  );
}

/** In the order of the sheet, so that a cell stays in its place when the user answers. */
function inOrder(cells: readonly TypedCell[]): TypedCell[] {
  const placeOf = ({ address }: TypedCell): { row: number; column: number } => parseA1(address) ?? { row: 0, column: 0 };
  return [...cells].sort(
    (a, b) => a.sheet.localeCompare(b.sheet) || placeOf(a).row - placeOf(b).row || placeOf(a).column - placeOf(b).column,
  );
}

/** Cells of the plan into which the user typed, where something else is sent: what was typed is kept unless they say otherwise. */
export function TypedCells({ collation, dryRun }: { readonly collation: Collation; readonly dryRun: CollationDryRun }): ReactNode {
  const styles = useStyles();
  const { choices, choose } = collation;
  const taken = new Set(dryRun.taken);
  const cells = inOrder([...dryRun.kept.filter(({ sent }) => sent !== ''), ...dryRun.taken]);
  const others = dryRun.kept.length + dryRun.taken.length - cells.length;
  /** What was said shows at once; the dry run with it comes later. */
  const sideOf = (cell: TypedCell): Side | '' => {
    const said = choices.settled.find((one) => isAnswerTo(one, cell))?.side;
    return said ?? (taken.has(cell) ? 'theirs' : cell.conflict ? '' : 'mine');
  };
  const say = (cell: TypedCell, side: Side): void => {
    const { sheet, row, column } = cell;
    const rest = choices.settled.filter((one) => !isAnswerTo(one, cell));
    choose({ ...choices, settled: [...rest, { sheet, row, column, side }] });
  };
  return (
    <>
      {cells.length > 0 && (
        <Disclosure title={COLLATE.typed(cells.length, dryRun.kept.filter(({ conflict }) => conflict).length)}>
          <Caption1 className={styles.hint}>{COLLATE.typedHint}</Caption1>
          <ul className={styles.list}>
            {cells.map((cell) => (
              <TypedCellLine
                key={`${cell.sheet} ${cell.row} ${cell.column}`}
                cell={cell}
                side={sideOf(cell)}
                onSay={(side) => say(cell, side)}
              />
            ))}
          </ul>
        </Disclosure>
      )}
      {others > 0 && <Caption1>{COLLATE.typedAlone(others)}</Caption1>}
    </>
  );
}
