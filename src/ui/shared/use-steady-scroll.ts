import { useCallback, useLayoutEffect, useRef, useState, type MouseEvent, type RefObject, type UIEvent } from 'react';

interface Rows {
  /** What each row is known by from one list to the next. */
  readonly keys: readonly string[];
  /** The current row; -1 when none is. */
  readonly index: number;
}

interface Measures {
  /** All rows are of this height, in pixels. */
  readonly rowPx: number;
  readonly rowsInSight: number;
}

interface SteadyScroll {
  /** How far the list is scrolled, in pixels. */
  readonly top: number;
  readonly handlers: {
    readonly onScroll: (event: UIEvent<HTMLElement>) => void;
    readonly onMouseMove: (event: MouseEvent<HTMLElement>) => void;
    readonly onMouseLeave: () => void;
  };
}

/** By how many rows a row has moved down in a newer list. For a row that is gone: the next one below that remains, or else above. */
function shiftOf(before: readonly string[], after: readonly string[], row: number): number {
  const places = new Map(after.map((key, at) => [key, at]));
  const below = before.slice(row).map((key, at) => ({ at: row + at, now: places.get(key) }));
  const above = before.slice(0, row).map((key, at) => ({ at, now: places.get(key) }));
  const kept = [...below, ...above.reverse()].find(({ now }) => now !== undefined);
  return kept?.now === undefined ? 0 : kept.now - kept.at;
}

/**
 * Keeps the current row of a list in sight as the user moves, and the list still while it changes by itself, as it does when somebody edits the
 * workbook: the row under the pointer stays there; with the pointer elsewhere the current row does, or else the first in sight.
 */
export function useSteadyScroll(
  list: RefObject<HTMLElement | null>,
  { keys, index }: Rows,
  { rowPx, rowsInSight }: Measures,
): SteadyScroll {
  const [top, setTop] = useState(0);
  const pointer = useRef<number | null>(null);
  const last = useRef<Rows | null>(null);

  useLayoutEffect(() => {
    const before = last.current;
    last.current = { keys, index };
    if (list.current === null) return;
    const height = rowPx * rowsInSight;
    const from = list.current.scrollTop;
    const inSight = (row: number): boolean => row >= 0 && row * rowPx >= from && (row + 1) * rowPx <= from + height;
    let to = from;
    if (before !== null && before.keys !== keys) {
      const still = inSight(before.index) ? before.index : Math.floor(from / rowPx);
      const anchor = pointer.current === null ? still : Math.floor((from + pointer.current) / rowPx);
      to = Math.max(0, from + rowPx * shiftOf(before.keys, keys, anchor));
    }
    // The screen reader reads the current row. The list scrolls to it when the user moves, or when it was in sight before; otherwise not.
    const follows = before === null || before.keys === keys || inSight(before.index);
    if (follows && index >= 0) to = Math.min(index * rowPx, Math.max(to, (index + 1) * rowPx - height));
    list.current.scrollTop = to;
    setTop(to);
  }, [list, keys, index, rowPx, rowsInSight]);

  const onScroll = useCallback((event: UIEvent<HTMLElement>) => setTop(event.currentTarget.scrollTop), []);
  const onMouseMove = useCallback((event: MouseEvent<HTMLElement>) => {
    pointer.current = event.clientY - event.currentTarget.getBoundingClientRect().top;
  }, []);
  const onMouseLeave = useCallback(() => {
    pointer.current = null;
  }, []);
  return { top, handlers: { onScroll, onMouseMove, onMouseLeave } };
}
