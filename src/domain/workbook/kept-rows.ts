import { areaA1, type Cell, cellAt } from '../grid';
import { addressOf, holds, wordsOfCell, wordsOfPlan } from './cell-content';
import { ExistingTable } from './existing-table';
import { mergeCell } from './merge-cell';
import { beforeKey, type KeptCell, keptKey } from './sheet-outcome';
import type { PlanCell, PlanColumn, PlanRow, PlanTable } from './sheet-plan';
import { NO_OUTCOME, type TableOutcome } from './table-outcome';
import { isBlank, isTypedOver, linkOfFirstVersion, shownPlan, shownWords, wordsWere } from './typed-cell';

type Keep = Extract<NonNullable<PlanTable['refresh']>, { how: 'keep' }>;

/** A planned cell of a known row, and where it stands. */
interface CellAt {
  readonly row: PlanRow;
  /** Zero-based row and column of the sheet. */
  readonly at: number;
  readonly across: number;
  readonly column: PlanColumn;
  readonly wanted: PlanCell;
}

/**
 * Refreshes a table whose rows never move: known keys are updated in place, new ones go under the last row, gone ones stay, marked.
 * So comments, formats and notes stay where they are. Every column but the key's is merged three ways.
 * Rules: docs/rules.md#rows-stay, docs/rules.md#typed-values.
 */
export class KeptRows extends ExistingTable {
  /**
   * By row and column key, what is remembered instead of what is planned, or beside it: the words of cells that nobody changed and that say the
   * same in other words, what was planned before a conflict, and what was typed into a cell that is kept.
   */
  private readonly notAsPlanned = new Map<string, Record<string, string>>();
  /** By row, the keys of columns of which nothing is remembered; see `PlanRow.isCarried`. */
  private readonly notRemembered = new Map<string, Set<string>>();

  run(refresh: Keep): TableOutcome {
    const keyAt = this.columns.get(refresh.keyColumn);
    if (keyAt === undefined) return this.withoutKey(refresh.keyColumn);
    const rowOf = new Map<string, number>();
    for (let row = this.firstRow; row <= this.lastRow; row += 1) {
      const key = this.wordsAt(row, keyAt).trim();
      if (key !== '' && !rowOf.has(key)) rowOf.set(key, row);
    }
    const fresh: PlanRow[] = [];
    const counts = { changed: 0, sourceAlone: 0, unchanged: 0 };
    for (const row of this.plan.rows) {
      const at = rowOf.get(row.key);
      if (at === undefined) fresh.push(row);
      else counts[this.update(row, at, refresh.keyColumn)] += 1;
    }
    const planned = new Set(this.plan.rows.map(({ key }) => key));
    const gone = [...rowOf].filter(([key]) => !planned.has(key));
    const goneNow = gone.filter(([key, at]) => this.markGone(refresh.gone, key, at)).length;
    const start = this.isBlankBody(keyAt) ? this.firstRow : this.lastRow + 1;
    this.append(fresh, start);
    this.dropLinksOut();
    this.demandSameRows([refresh.keyColumn]);
    return {
      ...NO_OUTCOME,
      before: this.resizeTo(Math.max(this.lastRow, start + fresh.length - 1)),
      rows: { added: fresh.length, ...counts, gone: goneNow, stillGone: gone.length - goneNow },
      notesKept: this.notes(),
      written: this.remembered(
        refresh,
        gone.map(([key]) => key),
      ),
      kept: this.kept,
      taken: this.taken,
      displaced: [],
      obstacles: this.obstacles,
    };
  }

  /**
   * What was collated, row by row as planned; then those no longer sent, as they last were. In an order that does not depend on the sheet's.
   * A cell that was left in its own words is remembered in them, or it would look typed over by the next run.
   */
  private remembered(refresh: Keep, gone: readonly string[]): Record<string, Record<string, string>> {
    const mark = { [refresh.gone.column]: wordsOfPlan(refresh.gone.cell) };
    const remembered = new Map<string, Record<string, string>>();
    for (const row of this.plan.rows) {
      const words = { ...wordsOfRow(this.plan, row), ...this.notAsPlanned.get(row.key) };
      const left = this.notRemembered.get(row.key);
      remembered.set(row.key, left === undefined ? words : Object.fromEntries(Object.entries(words).filter(([key]) => !left.has(key))));
    }
    for (const key of [...gone].sort()) {
      const last = this.last?.rows[key];
      if (last !== undefined) remembered.set(key, { ...last, ...mark });
    }
    return Object.fromEntries(remembered);
  }

  /** Updates a known row in place; says whether anything was written, and whether that was more than its source. */
  private update(row: PlanRow, at: number, keyColumn: string): 'changed' | 'sourceAlone' | 'unchanged' {
    const written = this.plan.columns.filter((column) => {
      const wanted = row.cells[column.key];
      const across = this.columns.get(column.key);
      if (wanted === undefined || across === undefined || column.owner === 'user') return false;
      return column.key === keyColumn ? this.writeKey(at, across, wanted) : this.merge({ row, at, column, across, wanted });
    });
    if (written.length === 0) return 'unchanged';
    // The one column that links to files says where the row comes from.
    return written.every(({ linksToFiles }) => linksToFiles === true) ? 'sourceAlone' : 'changed';
  }

  /** A key may be typed with spaces around it. */
  private writeKey(row: number, column: number, wanted: PlanCell): boolean {
    if (holds(cellAt(this.sheet, { row, column }), wanted)) return false;
    this.collector.put(row, column, wanted);
    return true;
  }

  private merge({ row, at, column, across, wanted }: CellAt): boolean {
    const remembered = this.last?.rows[row.key] ?? {};
    const cell = cellAt(this.sheet, { row: at, column: across });
    const last = remembered[column.key] ?? this.wordsOfUnknown(cell, column);
    const before = remembered[beforeKey(column.key)];
    const merged = mergeCell({ cell, wanted, column, last, before, side: this.settled(this.sheet.name, row.key, column) });
    const typed = (conflict: boolean): KeptCell => ({
      sheet: this.sheet.name,
      address: addressOf(at, across),
      row: row.key,
      column: column.key,
      heading: column.heading,
      kept: shownWords(cell),
      sent: shownPlan(wanted),
      conflict,
    });
    switch (merged.how) {
      case 'leave':
        if (holds(cell, wanted) && this.hasOtherLink(at, across, wanted)) this.collector.put(at, across, wanted);
        if (merged.isOwnWords) this.rememberInstead(row.key, column.key, last);
        else if (row.isCarried === true && remembered[column.key] === undefined) this.rememberNothing(row.key, column.key);
        return false;
      case 'keep':
        if (merged.before !== null) this.rememberInstead(row.key, beforeKey(column.key), merged.before);
        this.rememberInstead(row.key, keptKey(column.key), wordsOfCell(cell).trim());
        this.kept.push(typed(merged.before !== null));
        return false;
      case 'take':
        this.taken.push(typed(false));
        break;
      case 'write':
    }
    this.collector.put(at, across, wanted);
    return true;
  }

  /** Words that count as written by the last run where it is not remembered what that wrote. Rule: docs/rules.md#lost-memory. */
  private wordsOfUnknown(cell: Cell, { isWorkedOut }: PlanColumn): string {
    if (this.last === null || isWorkedOut !== true || !this.workedOut.mayHold(cell)) return '';
    return linkOfFirstVersion(cell) ?? wordsOfCell(cell);
  }

  private rememberNothing(row: string, column: string): void {
    this.notRemembered.set(row, (this.notRemembered.get(row) ?? new Set<string>()).add(column));
  }

  private rememberInstead(row: string, column: string, words: string): void {
    this.notAsPlanned.set(row, { ...this.notAsPlanned.get(row), [column]: words });
  }

  /** A row under a key that no run has written is the user's own, and left alone; so is what they typed where the mark goes. */
  private markGone(gone: Keep['gone'], key: string, at: number): boolean {
    const column = this.columns.get(gone.column);
    const before = this.last?.rows[key];
    if (column === undefined || before === undefined) return false;
    const cell = cellAt(this.sheet, { row: at, column });
    if (holds(cell, gone.cell)) return false;
    if (!isBlank(cell) && isTypedOver(cell, wordsWere(before[gone.column] ?? ''))) return false;
    this.collector.put(at, column, gone.cell);
    return true;
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
    const sentence = `The column "${heading}" is gone from the table at ${areaA1(this.table.area)} of "${this.sheet.name}", and rows are known by it. Undo what removed it. Or move what stands to the right of the table and collate again: the column is made there, and each row gets its Ref by what it says.`;
    return {
      ...NO_OUTCOME,
      obstacles: [{ sheet: this.sheet.name, address: addressOf(this.table.area.top, this.table.area.left), sentence }],
    };
  }
}

/**
 * The words of a row by column key, in the order of the columns, so that a row remembered anew is remembered in the same words. What a
 * row begins with in a column of the user's is theirs from then on.
 */
export function wordsOfRow({ columns }: Pick<PlanTable, 'columns'>, { cells }: PlanRow): Record<string, string> {
  return Object.fromEntries(
    columns.flatMap(({ key, owner }): [string, string][] => {
      const cell = cells[key];
      return cell === undefined || owner === 'user' ? [] : [[key, wordsOfPlan(cell)]];
    }),
  );
}
