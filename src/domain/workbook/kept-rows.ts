import { areaA1, cellAt } from '../grid';
import { addressOf, holds, wordsOfCell, wordsOfPlan } from './cell-content';
import { ExistingTable } from './existing-table';
import type { Conflict } from './sheet-outcome';
import type { PlanCell, PlanColumn, PlanRow, PlanTable } from './sheet-plan';
import { NO_OUTCOME, type TableOutcome } from './table-outcome';

type Keep = Extract<NonNullable<PlanTable['refresh']>, { how: 'keep' }>;

/**
 * Refreshes a table whose rows never move: known keys are updated in place, new ones go under the last row, gone ones stay, marked.
 * So comments, formats and notes stay where they are.
 * Rule: docs/rules.md#rows-stay.
 */
export class KeptRows extends ExistingTable {
  private readonly conflicts: Conflict[] = [];
  /** By row and column key, the words of cells that nobody changed and that say what is planned in other words. */
  private readonly ownWords = new Map<string, Record<string, string>>();

  run(refresh: Keep): TableOutcome {
    const keyAt = this.columns.get(refresh.keyColumn);
    if (keyAt === undefined) return this.withoutKey(refresh.keyColumn);
    const rowOf = new Map<string, number>();
    for (let row = this.firstRow; row <= this.lastRow; row += 1) {
      const key = this.wordsAt(row, keyAt).trim();
      if (key !== '' && !rowOf.has(key)) rowOf.set(key, row);
    }
    const fresh: PlanRow[] = [];
    let changed = 0;
    let unchanged = 0;
    for (const row of this.plan.rows) {
      const at = rowOf.get(row.key);
      if (at === undefined) fresh.push(row);
      else if (this.update(row, at)) changed += 1;
      else unchanged += 1;
    }
    const planned = new Set(this.plan.rows.map(({ key }) => key));
    const gone = [...rowOf].filter(([key]) => !planned.has(key));
    const goneNow = gone.filter(([key, at]) => this.markGone(refresh.gone, key, at)).length;
    const start = this.isBlankBody(keyAt) ? this.firstRow : this.lastRow + 1;
    this.append(fresh, start);
    return {
      before: this.resizeTo(Math.max(this.lastRow, start + fresh.length - 1)),
      changes: [],
      rows: { added: fresh.length, changed, unchanged, gone: goneNow, stillGone: gone.length - goneNow },
      notesKept: this.notes(),
      written: this.remembered(
        refresh,
        gone.map(([key]) => key),
      ),
      overwritten: this.overwritten,
      conflicts: this.conflicts,
      obstacles: this.obstacles,
    };
  }

  /**
   * What was collated, row by row as planned; then those no longer sent, as they last were. In an order that does not depend on the sheet's.
   * A cell that was left in its own words is remembered in them, or it would look typed over by the next run.
   */
  private remembered(refresh: Keep, gone: readonly string[]): Record<string, Record<string, string>> {
    const mark = { [refresh.gone.column]: wordsOfPlan(refresh.gone.cell) };
    const remembered: Record<string, Record<string, string>> = {};
    for (const row of this.plan.rows) remembered[row.key] = { ...wordsOfRow(this.plan, row), ...this.ownWords.get(row.key) };
    for (const key of [...gone].sort()) {
      const last = this.last?.rows[key];
      if (last !== undefined) remembered[key] = { ...last, ...mark };
    }
    return remembered;
  }

  /** Updates a known row in place; says whether anything was written. */
  private update(row: PlanRow, at: number): boolean {
    let changed = false;
    for (const column of this.plan.columns) {
      const wanted = row.cells[column.key];
      const across = this.columns.get(column.key);
      if (wanted === undefined || across === undefined || column.owner === 'user') continue;
      const cell = cellAt(this.sheet, { row: at, column: across });
      if (holds(cell, wanted)) continue;
      const before = this.last?.rows[row.key]?.[column.key] ?? '';
      const typed = wordsOfCell(cell) !== before;
      if (column.owner === 'shared' && column.meansSame?.(wordsOfCell(cell), wordsOfPlan(wanted)) === true) {
        if (!typed) this.ownWords.set(row.key, { ...this.ownWords.get(row.key), [column.key]: before });
        continue;
      }
      if (column.owner === 'shared' && typed) {
        this.keepTyped(column, { row: at, column: across }, wordsOfCell(cell), before, wanted);
        continue;
      }
      if (typed) this.noteOverwritten(column.key, { row: at, column: across }, wanted);
      this.collector.put(at, across, wanted);
      changed = true;
    }
    return changed;
  }

  /** Three-way merge of a shared field whose cell was changed: kept always, and a conflict when the source changed what it says too. */
  private keepTyped(column: PlanColumn, at: { row: number; column: number }, typed: string, before: string, wanted: PlanCell): void {
    const sent = wordsOfPlan(wanted);
    const isSentAsBefore = sent === before || column.meansSame?.(sent, before) === true;
    if (!isSentAsBefore && sent !== typed)
      this.conflicts.push({ sheet: this.sheet.name, address: addressOf(at.row, at.column), heading: column.heading, kept: typed, sent });
  }

  /** A row under a key that no run has written is the user's own, and left alone. */
  private markGone(gone: Keep['gone'], key: string, at: number): boolean {
    const column = this.columns.get(gone.column);
    const before = this.last?.rows[key];
    if (column === undefined || before === undefined) return false;
    const cell = cellAt(this.sheet, { row: at, column });
    if (holds(cell, gone.cell)) return false;
    const was = wordsOfCell(cell);
    if (was !== '' && was !== (before[gone.column] ?? '')) this.noteOverwritten(gone.column, { row: at, column }, gone.cell);
    this.collector.put(at, column, gone.cell);
    return true;
  }

  private noteOverwritten(key: string, at: { readonly row: number; readonly column: number }, becomes: PlanCell): void {
    this.overwritten.push({
      sheet: this.sheet.name,
      address: addressOf(at.row, at.column),
      heading: this.plan.columns.find((column) => column.key === key)?.heading ?? '',
      was: this.wordsAt(at.row, at.column),
      becomes: wordsOfPlan(becomes),
    });
  }

  private append(rows: readonly PlanRow[], start: number): void {
    if (rows.length === 0) return;
    this.checkFree(Math.max(start, this.lastRow + 1), start + rows.length - 1);
    rows.forEach((row, index) => {
      for (const column of this.plan.columns) {
        const across = this.columns.get(column.key);
        const cell = row.cells[column.key];
        if (across !== undefined && cell !== undefined && cell.kind !== 'empty') this.collector.put(start + index, across, cell);
      }
    });
  }

  private isBlankBody(keyAt: number): boolean {
    return this.firstRow === this.lastRow && cellAt(this.sheet, { row: this.firstRow, column: keyAt }).kind === 'empty';
  }

  private withoutKey(key: string): TableOutcome {
    const heading = this.plan.columns.find((column) => column.key === key)?.heading ?? key;
    const sentence = `The column "${heading}" is gone from the table at ${areaA1(this.table.area)} of "${this.sheet.name}", and rows are known by it. Undo what removed it, then write again.`;
    return {
      ...NO_OUTCOME,
      obstacles: [{ sheet: this.sheet.name, address: addressOf(this.table.area.top, this.table.area.left), sentence }],
    };
  }
}

/** The words of a row by column key, in the order of the columns, so that a row remembered anew is remembered in the same words. */
export function wordsOfRow({ columns }: Pick<PlanTable, 'columns'>, { cells }: PlanRow): Record<string, string> {
  return Object.fromEntries(
    columns.flatMap(({ key }): [string, string][] => {
      const cell = cells[key];
      return cell === undefined ? [] : [[key, wordsOfPlan(cell)]];
    }),
  );
}
