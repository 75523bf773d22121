import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useLayoutEffect, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import type { Finding } from '../domain/findings';
import { SeverityMark } from './severity-mark';
import { severityName, WORDS } from './wording';

/** Rows are of one height, in pixels, so that a list of thousands draws only those in sight. */
const ROW_PX = 30;
const ROWS_IN_SIGHT = 6;
/** Rows drawn above and below those in sight. */
const SPARE_ROWS = 6;

const useStyles = makeStyles({
  list: {
    position: 'relative',
    flexShrink: 0,
    maxHeight: `${String(ROW_PX * ROWS_IN_SIGHT + 2)}px`,
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
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    // Fluent's contrast theme turns the ground of a selected row round; the words and the shape turn with it.
    color: tokens.colorNeutralForeground1Selected,
    '& svg': { color: 'inherit' },
    borderLeftColor: tokens.colorBrandStroke1,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', color: 'HighlightText', forcedColorAdjust: 'none' },
  },
  cell: { fontWeight: tokens.fontWeightSemibold, flexShrink: 0 },
  heading: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  word: { flexShrink: 0, fontSize: tokens.fontSizeBase200 },
});

interface FindingListProps {
  readonly findings: readonly Finding[];
  readonly keys: readonly string[];
  readonly index: number;
  /** Keys of findings that the user leaves as they are. */
  readonly left: ReadonlySet<string>;
  /** The sheet's name goes before the heading when several sheets are looked at. */
  readonly withSheet: boolean;
  readonly onMove: (index: number) => void;
  readonly onPrimary: () => void;
  readonly listRef: RefObject<HTMLDivElement | null>;
}

/** Where a key goes from `index`; null for a key that is not for moving. */
function keyTarget(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(index + 1, count - 1);
    case 'ArrowUp':
      return Math.max(index - 1, 0);
    case 'PageDown':
      return Math.min(index + ROWS_IN_SIGHT, count - 1);
    case 'PageUp':
      return Math.max(index - ROWS_IN_SIGHT, 0);
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

/** The findings as one stop of the Tab key: arrows move, Enter does the primary thing. */
export function FindingList(props: FindingListProps): ReactNode {
  const { findings, keys, index, left, withSheet, onMove, onPrimary, listRef } = props;
  const styles = useStyles();
  const id = useId();
  const [top, setTop] = useState(0);

  // The current row is always drawn and in sight: it is what the screen reader reads.
  useLayoutEffect(() => {
    if (listRef.current === null || index < 0) return;
    const height = ROW_PX * ROWS_IN_SIGHT;
    const at = index * ROW_PX;
    const from = listRef.current.scrollTop;
    const to = at < from ? at : at + ROW_PX > from + height ? at + ROW_PX - height : from;
    listRef.current.scrollTop = to;
    setTop(to);
  }, [index, findings.length, listRef]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      onPrimary();
      return;
    }
    const target = keyTarget(event.key, index, findings.length);
    if (target === null) return;
    event.preventDefault();
    if (target !== index) onMove(target);
  };

  const drawn = rowsDrawn(top, index, findings.length);
  const optionId = (of: number): string => `${id}-${String(of)}`;
  return (
    <div
      ref={listRef}
      role="listbox"
      tabIndex={0}
      aria-label={WORDS.check.list}
      aria-activedescendant={index >= 0 ? optionId(index) : undefined}
      className={styles.list}
      onKeyDown={onKeyDown}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <div role="presentation" className={styles.space} style={{ height: `${String(findings.length * ROW_PX)}px` }}>
        {drawn.map((at) => {
          const finding = findings[at];
          if (finding === undefined) return null;
          const key = keys[at] ?? '';
          return (
            <div
              key={key}
              id={optionId(at)}
              role="option"
              aria-selected={at === index}
              aria-setsize={findings.length}
              aria-posinset={at + 1}
              className={mergeClasses(styles.option, at === index && styles.current)}
              style={{ top: `${String(at * ROW_PX)}px` }}
              onClick={() => onMove(at)}
            >
              <SeverityMark severity={finding.severity} />
              <span className={styles.cell}>{finding.cell}</span>
              <span className={styles.heading}>{withSheet ? `${finding.sheet} · ${finding.heading}` : finding.heading}</span>
              <span className={styles.word}>{left.has(key) ? WORDS.check.left : severityName(finding.severity)}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
