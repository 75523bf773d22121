import { useCallback, useMemo, useState } from 'react';
import type { MappedRow, Standing } from '../shared/pane-services';

export type StandingFilter = Standing | 'all';

/** Which rows are listed, which one is looked at, and what is ticked on it. */
export interface MappingPlace {
  readonly filter: StandingFilter;
  readonly setFilter: (filter: StandingFilter) => void;
  /** In the order of the sheets. A row decided here stays listed, so that the list does not move while it is read. */
  readonly rows: readonly MappedRow[];
  /** -1 when no row is listed. */
  readonly index: number;
  readonly current: MappedRow | null;
  readonly moveTo: (index: number) => void;
  /** The row after this one, or from the top, that is still to decide, other than those just decided; null when there is none. */
  readonly next: (decided: ReadonlySet<string>) => number | null;
  /** Keeps rows listed whatever becomes of them. */
  readonly keep: (keys: readonly string[]) => void;
}

export function useMappingPlace(all: readonly MappedRow[]): MappingPlace {
  const [filter, setFilterOnly] = useState<StandingFilter>('to decide');
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [place, setPlace] = useState({ key: '', index: 0 });
  const rows = useMemo(
    () => (filter === 'all' ? all : all.filter(({ key, standing }) => standing === filter || kept.has(key))),
    [all, filter, kept],
  );
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
      setFilterOnly(wanted);
    },
    rows,
    index,
    current: rows[index] ?? null,
    moveTo,
    next: (decided) => {
      const after = [...rows.keys()].map((step) => (index + 1 + step) % rows.length);
      return after.find((at) => rows[at]?.standing === 'to decide' && !decided.has(rows[at].key)) ?? null;
    },
    keep: (keys) => setKept((before) => new Set([...before, ...keys])),
  };
}
