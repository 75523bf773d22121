import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { useLowPane } from './use-low-pane';
import { useSteadyScroll } from './use-steady-scroll';

/** Rows are of one height, in pixels, so that a list of thousands draws only those in sight. */
const ROW_PX = 30;
const ROWS_IN_SIGHT = 6;
const ROWS_IN_LOW_PANE = 2;
/** Rows drawn above and below those in sight. */
const SPARE_ROWS = 6;

const useStyles = makeStyles({
  list: {
    position: 'relative',
    flexShrink: 0,
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    outlineStyle: 'none',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  space: { position: 'relative' },
  option: {
    position: 'absolute',
    left: 0,
    right: 0,
    height: `${String(ROW_PX)}px`,
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderLeft: '3px solid transparent',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    // At 200 per cent there is room for two parts. The last, which the card below says too, is left to screen readers.
    '@media (max-width: 240px)': {
      '& > :last-child': { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
    },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    // Fluent's contrast theme inverts the background of a selected row, so the text is inverted too.
    color: tokens.colorNeutralForeground1Selected,
    '& svg': { color: 'inherit' },
    borderLeftColor: tokens.colorBrandStroke1,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', color: 'HighlightText', forcedColorAdjust: 'none' },
  },
});

interface RowListProps {
  readonly label: string;
  readonly keys: readonly string[];
  /** -1 when no row is current. */
  readonly index: number;
  readonly drawRow: (index: number) => ReactNode;
  readonly onMove: (index: number) => void;
  /** Keys that do not move. The handler calls preventDefault on those that it uses. */
  readonly onKey: (event: KeyboardEvent) => void;
  readonly listRef: RefObject<HTMLDivElement | null>;
  /** Leaves more of a low pane to what is below the list. */
  readonly isLow?: boolean;
}

/** Where a key goes from `index`; null for a key that is not for moving. */
function keyTarget(key: string, { index, count, rowsInSight }: { index: number; count: number; rowsInSight: number }): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(index + 1, count - 1);
    case 'ArrowUp':
      return Math.max(index - 1, 0);
    case 'PageDown':
      return Math.min(index + rowsInSight, count - 1);
    case 'PageUp':
      return Math.max(index - rowsInSight, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** Indexes of the rows to draw: those in sight, some to spare, and the current one wherever it is. */
function rowsDrawn(top: number, index: number, count: number): number[] {
  const first = Math.max(0, Math.floor(top / ROW_PX) - SPARE_ROWS);
  const last = Math.min(count, Math.floor(top / ROW_PX) + ROWS_IN_SIGHT + SPARE_ROWS);
  const inSight = Array.from({ length: Math.max(0, last - first) }, (_row, offset) => first + offset);
  return index < 0 || inSight.includes(index) ? inSight : [...inSight, index].sort((a, b) => a - b);
}

/** A long list as one stop of the Tab key: arrows move, other keys go to `onKey`. */
export function RowList({ label, keys, index, drawRow, onMove, onKey, listRef, isLow = false }: RowListProps): ReactNode {
  const styles = useStyles();
  const id = useId();
  const rowsInSight = useLowPane() && isLow ? ROWS_IN_LOW_PANE : ROWS_IN_SIGHT;
  const { top, handlers } = useSteadyScroll(listRef, { keys, index }, { rowPx: ROW_PX, rowsInSight });

  const onKeyDown = (event: KeyboardEvent): void => {
    const target = keyTarget(event.key, { index, count: keys.length, rowsInSight });
    if (target === null) {
      onKey(event);
      return;
    }
    event.preventDefault();
    if (target !== index) onMove(target);
  };

  const optionId = (of: number): string => `${id}-${String(of)}`;
  return (
    <div
      ref={listRef}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={index >= 0 ? optionId(index) : undefined}
      className={styles.list}
      style={{ maxHeight: `${String(ROW_PX * rowsInSight + 2)}px` }}
      onKeyDown={onKeyDown}
      {...handlers}
    >
      <div role="presentation" className={styles.space} style={{ height: `${String(keys.length * ROW_PX)}px` }}>
        {rowsDrawn(top, index, keys.length).map((at) => (
          <div
            key={keys[at]}
            id={optionId(at)}
            role="option"
            aria-selected={at === index}
            aria-setsize={keys.length}
            aria-posinset={at + 1}
            className={mergeClasses(styles.option, at === index && styles.current)}
            style={{ top: `${String(at * ROW_PX)}px` }}
            onClick={() => onMove(at)}
          >
            {drawRow(at)}
          </div>
        ))}
      </div>
    </div>
  );
}
