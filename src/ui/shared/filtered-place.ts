import { useCallback, useMemo, useState } from 'react';

/** Which rows are listed, and which one is looked at. */
export interface FilteredPlace<Row, Filter> {
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
  /** In the order of all. A row that is dealt with here stays listed, so that the list does not move while it is read. */
  readonly rows: readonly Row[];
  /** -1 when no row is listed. */
  readonly index: number;
  readonly current: Row | null;
  readonly moveTo: (index: number) => void;
  /** The row after this one, or from the top, that is still to do, other than those just dealt with; null when there is none. */
  readonly next: (done: ReadonlySet<string>) => number | null;
  /** Keeps rows listed whatever becomes of them. */
  readonly keep: (keys: readonly string[]) => void;
}

export interface FilterRules<Row, Filter> {
  /** The filter that a list begins with. */
  readonly first: Filter;
  readonly passes: (row: Row, filter: Filter) => boolean;
  readonly isToDo: (row: Row) => boolean;
}

/** @param rules the same object from one render to the next, else the rows are filtered at every one. */
export function useFilteredPlace<Row extends { readonly key: string }, Filter>(
  all: readonly Row[],
  rules: FilterRules<Row, Filter>,
): FilteredPlace<Row, Filter> {
  const { passes, isToDo } = rules;
  const [filter, setFilterOnly] = useState<Filter>(rules.first);
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [place, setPlace] = useState({ key: '', index: 0 });
  const rows = useMemo(() => all.filter((row) => passes(row, filter) || kept.has(row.key)), [all, passes, filter, kept]);
  const found = rows.findIndex(({ key }) => key === place.key);
  const index = found >= 0 ? found : Math.min(place.index, rows.length - 1);
  const moveTo = useCallback(
    (to: number): void => {
      const inside = Math.max(0, Math.min(to, rows.length - 1));
      setPlace({ key: rows[inside]?.key ?? '', index: inside });
    },
    [rows],
  );
  return {
    filter,
    setFilter: (wanted) => {
      setKept(new Set());
      setPlace({ key: rows[index]?.key ?? '', index: 0 });
      setFilterOnly(() => wanted);
    },
    rows,
    index,
    current: rows[index] ?? null,
    moveTo,
    next: (done) => {
      const after = [...rows.keys()].map((step) => (index + 1 + step) % rows.length);
      return after.find((at) => rows[at] !== undefined && isToDo(rows[at]) && !done.has(rows[at].key)) ?? null;
    },
    keep: (keys) => setKept((before) => new Set([...before, ...keys])),
  };
}
