import type { RowRead, TableRead } from '../reading';

/** What a table was when it was last sent: its place, headings and owner, without its rows. */
export interface HeardTable {
  readonly file: string;
  readonly table: TableRead;
}

/**
 * A row as its directorate last sent it, cell by cell, so that it is read again by the same readers as a row of a table. An action is known
 * by its Ref; a measure and a commitment of the current activity by a name of the same kind, "GET-M3" and "GET-A12".
 * Rule: docs/rules.md#carried-forward.
 */
export interface HeardRow {
  readonly ref: string;
  readonly of: HeardTable;
  readonly row: RowRead;
  /** The financial quarter of the run in which it was last sent: "2025/26 Q1". */
  readonly quarter: string;
  /** As of the last run: sent in it, carried forward by it, or no longer sent. */
  readonly standing: 'sent' | 'carried' | 'gone';
}

/** "last heard 2025/26 Q1": the mark of what is carried forward, wherever it is shown. */
export function lastHeardWords(quarter: string): string {
  return `last heard ${quarter}`;
}
