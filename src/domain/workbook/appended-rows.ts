import { ExistingTable } from './existing-table';
import { NO_OUTCOME, NO_ROWS, type TableOutcome } from './table-outcome';

/** Adds rows under those that a table has. What is in the table is the user's, and no row of it is written. */
export class AppendedRows extends ExistingTable {
  run(): TableOutcome {
    const { rows, columns } = this.plan;
    if (rows.length === 0) return { ...NO_OUTCOME, notesKept: this.notes() };
    const wantedLast = this.lastRow + rows.length;
    this.checkFree(this.lastRow + 1, wantedLast);
    rows.forEach(({ cells }, index) => {
      for (const { key } of columns) {
        const column = this.columns.get(key);
        const cell = cells[key];
        if (column !== undefined && cell !== undefined && cell.kind !== 'empty') this.collector.put(this.lastRow + 1 + index, column, cell);
      }
    });
    return {
      ...NO_OUTCOME,
      before: this.resizeTo(wantedLast),
      rows: { ...NO_ROWS, added: rows.length },
      notesKept: this.notes(),
      obstacles: this.obstacles,
    };
  }
}
