import type { TableRead } from '../reading';
import type { HeardRow, HeardTable } from './heard-row';
import type { PlanLines } from './plan-lines';
import type { ReadItem } from './read-again';
import type { Register } from './register';

/** What a run took: the tables that its rows stand in, and what the plan holds after it. */
export interface RunTaken {
  readonly sources: readonly { readonly file: string; readonly tables: readonly TableRead[] }[];
  readonly register: Pick<Register, 'actions'>;
  readonly lines: PlanLines;
  /** The financial quarter of the run. */
  readonly quarter: string;
}

/**
 * Every row as it was last sent, after a run: those of this run as they were sent in it, the others as they were kept. Rows keep their order,
 * and new ones come last, so that a record of the workbook is rewritten only where something in it changed.
 */
export function heardAfter(before: readonly HeardRow[], { sources, register, lines, quarter }: RunTaken): HeardRow[] {
  const rowAt = new Map<string, Pick<HeardRow, 'of' | 'row'>>();
  for (const { file, tables } of sources) {
    for (const table of tables) {
      const of: HeardTable = { file, table: { ...table, rows: [], themes: [] } };
      for (const row of table.rows) rowAt.set(placeKey(file, table.id, row.row), { of, row });
    }
  }
  const items: { readonly ref: string; readonly item: ReadItem; readonly lastHeard: string | null }[] = [
    ...register.actions.map(({ ref, action, lastHeard }) => ({ ref, item: action, lastHeard })),
    ...[...lines.measures, ...lines.activities].map(({ ref, line, lastHeard }) => ({ ref, item: line, lastHeard })),
  ];
  const now = new Map<string, HeardRow>();
  const carried = new Set<string>();
  for (const { ref, item, lastHeard } of items) {
    const { file, tableId, row } = item.source;
    const sent = lastHeard === null ? rowAt.get(placeKey(file, tableId, row)) : undefined;
    if (sent !== undefined) now.set(ref, { ref, ...sent, quarter, standing: 'sent' });
    else carried.add(ref);
  }
  const known = before.map((row): HeardRow => now.get(row.ref) ?? { ...row, standing: carried.has(row.ref) ? 'carried' : 'gone' });
  const refs = new Set(before.map(({ ref }) => ref));
  return [...known, ...[...now.values()].filter(({ ref }) => !refs.has(ref))];
}

const placeKey = (file: string, tableId: string, row: number): string => `${file}\n${tableId}\n${String(row)}`;
