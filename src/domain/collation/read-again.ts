import type { Framework } from '../framework';
import { type Action, type Activity, type MeasureLine, type TableRead, understandBook } from '../reading';
import type { HeardRow } from './heard-row';

/** Rows of one file as they were last sent, read again. */
export interface HeardSource {
  readonly file: string;
  readonly tables: readonly TableRead[];
  readonly actions: readonly Action[];
  readonly measures: readonly MeasureLine[];
  readonly activities: readonly Activity[];
}

export type ReadItem = Action | MeasureLine | Activity;

export interface ReadAgain {
  readonly sources: readonly HeardSource[];
  /** The row that each action, measure and activity of the sources was made from. */
  readonly rowOf: ReadonlyMap<ReadItem, HeardRow>;
}

/** A table with the rows of it that were last sent in one quarter. */
interface TableOfQuarter {
  readonly file: string;
  readonly quarter: string;
  readonly table: TableRead;
  readonly rows: HeardRow[];
}

/**
 * Makes actions, measures and activities of rows that were sent earlier, by the readers that read tables. Their sheets have ids that no sheet
 * has, with the quarter in front: the sheet of that id may hold other rows by now, and a finding there is none of these.
 */
export function readAgain(rows: readonly HeardRow[], framework: Framework): ReadAgain {
  const sources: HeardSource[] = [];
  const rowOf = new Map<ReadItem, HeardRow>();
  for (const [file, tables] of byFile(rows)) {
    const read = tables.map(tableAgain);
    const book = { tables: read, leftOut: [], corrections: [], unfit: [], sheets: [], version: null, directorate: null };
    const understood = understandBook(book, { file, framework });
    const rowAt = new Map(tables.flatMap((one) => one.rows.map((row) => [placeKey(idIn(one, one.table.id), row.row.row), row] as const)));
    for (const item of [...understood.actions, ...understood.measures, ...understood.activities]) {
      const row = rowAt.get(placeKey(item.source.tableId, item.source.row));
      if (row !== undefined) rowOf.set(item, row);
    }
    sources.push({ file, tables: read, ...understood });
  }
  return { sources, rowOf };
}

function byFile(rows: readonly HeardRow[]): Map<string, TableOfQuarter[]> {
  const files = new Map<string, TableOfQuarter[]>();
  const known = new Map<string, TableOfQuarter>();
  const numbers = new Map<HeardRow['of'], number>();
  for (const row of rows) {
    const { of, quarter } = row;
    const number = numbers.get(of) ?? numbers.size;
    numbers.set(of, number);
    const key = `${String(number)}\n${quarter}`;
    let one = known.get(key);
    if (one === undefined) {
      known.set(key, (one = { file: of.file, quarter, table: of.table, rows: [] }));
      files.set(of.file, [...(files.get(of.file) ?? []), one]);
    }
    one.rows.push(row);
  }
  return files;
}

function tableAgain(one: TableOfQuarter): TableRead {
  const { table, rows } = one;
  const inOrder = [...rows].sort((a, b) => a.row.row - b.row.row);
  return { ...table, id: idIn(one, table.id), sheetId: idIn(one, table.sheetId), rows: inOrder.map(({ row }) => row) };
}

const idIn = ({ quarter }: Pick<TableOfQuarter, 'quarter'>, id: string): string => `${quarter} ${id}`;

const placeKey = (tableId: string, row: number): string => `${tableId}\n${String(row)}`;
