import { areaA1, type Area, cellAt, type GridTable, type SheetGrid } from '../grid';
import { addressOf, holds, NOTHING, text, wordsOfCell, wordsOfPlan } from './cell-content';
import type { Change } from './edit';
import type { Conflict, Obstacle, Overwritten, RowCounts, WrittenSheet } from './reconcile';
import type { PlanCell, PlanColumn, PlanRow, PlanTable } from './sheet-plan';
import type { CellCollector } from './write-cells';

export interface TableOutcome {
  /** To be made before the cells are written: the table grows. */
  readonly before: readonly Change[];
  /** To be made after: the table is made, or shrinks. */
  readonly changes: readonly Change[];
  readonly rows: RowCounts;
  /** Cells in the user's own columns, those he added included, that hold something; none of them is written. */
  readonly notesKept: number;
  readonly written: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly overwritten: readonly Overwritten[];
  readonly conflicts: readonly Conflict[];
  readonly obstacles: readonly Obstacle[];
}

/**
 * Puts a planned table's cells into the collector and says how the Excel table itself changes. In a `keep` table
 * a row never moves: known keys are updated in place, new ones go under the last row, gone ones stay, marked. So
 * comments, formats and notes stay where they are.
 */
export function reconcileTable(
  plan: PlanTable,
  sheet: string,
  current: SheetGrid | null,
  last: WrittenSheet | null,
  collector: CellCollector,
): TableOutcome {
  if (current === null) return makeTable(plan, sheet, collector);
  const there = current.tables.find(({ name }) => name === plan.name);
  if (there === undefined) return stopped(current, plan);
  return new TableRefresh(plan, current, there, last, collector).run();
}

function makeTable(plan: PlanTable, sheet: string, collector: CellCollector): TableOutcome {
  plan.columns.forEach((column, across) => {
    collector.put(plan.at.row, plan.at.column + across, text(column.heading));
    plan.rows.forEach((row, down) => {
      const cell = row.cells[column.key] ?? NOTHING;
      if (cell.kind !== 'empty') collector.put(plan.at.row + 1 + down, plan.at.column + across, cell);
    });
  });
  const area = areaOf(plan.at, plan.columns.length, plan.rows.length);
  return {
    before: [],
    changes: [
      {
        edit: { type: 'add table', sheet, table: plan.name, area, style: plan.style, banded: plan.banded },
        undo: { type: 'remove table', sheet, table: plan.name },
      },
    ],
    rows: { ...NO_ROWS, added: plan.rows.length },
    notesKept: 0,
    written: writtenRows(plan),
    overwritten: [],
    conflicts: [],
    obstacles: [],
  };
}

/** Header and body; Excel's tables have one body row at least. */
function areaOf(at: { row: number; column: number }, columns: number, rows: number): Area {
  return { top: at.row, left: at.column, bottom: at.row + Math.max(1, rows), right: at.column + columns - 1 };
}

function writtenRows(plan: PlanTable): Record<string, Record<string, string>> {
  if (plan.refresh.how === 'replace') return {};
  return Object.fromEntries(
    plan.rows.map((row) => [row.key, Object.fromEntries(Object.entries(row.cells).map(([key, cell]) => [key, wordsOfPlan(cell)]))]),
  );
}

function stopped(current: SheetGrid, plan: PlanTable): TableOutcome {
  const sentence = `The table "${plan.name}" is no longer on the sheet "${current.name}". Undo what removed it, or rename the sheet and a new one is made.`;
  return { ...NO_OUTCOME, obstacles: [{ sheet: current.name, address: addressOf(plan.at.row, plan.at.column), sentence }] };
}

export const NO_ROWS: RowCounts = { added: 0, changed: 0, unchanged: 0, gone: 0, stillGone: 0 };

const NO_OUTCOME: TableOutcome = {
  before: [],
  changes: [],
  rows: NO_ROWS,
  notesKept: 0,
  written: {},
  overwritten: [],
  conflicts: [],
  obstacles: [],
};

class TableRefresh {
  private readonly overwritten: Overwritten[] = [];
  private readonly conflicts: Conflict[] = [];
  private readonly obstacles: Obstacle[] = [];
  /** Zero-based sheet column of each planned column that is still there; one the user deleted stays deleted. */
  private readonly columns: ReadonlyMap<string, number>;

  constructor(
    private readonly plan: PlanTable,
    private readonly sheet: SheetGrid,
    private readonly table: GridTable,
    private readonly last: WrittenSheet | null,
    private readonly collector: CellCollector,
  ) {
    const headings = new Map<string, number>();
    for (let column = table.area.left; column <= table.area.right; column += 1) {
      const heading = wordsOfCell(cellAt(sheet, { row: table.area.top, column }))
        .trim()
        .toLowerCase();
      if (!headings.has(heading)) headings.set(heading, column);
    }
    this.columns = new Map(
      plan.columns.flatMap(({ key, heading }): [string, number][] => {
        const column = headings.get(heading.toLowerCase());
        return column === undefined ? [] : [[key, column]];
      }),
    );
  }

  run(): TableOutcome {
    return this.plan.refresh.how === 'keep' ? this.keep(this.plan.refresh) : this.replace();
  }

  private keep(refresh: Extract<PlanTable['refresh'], { how: 'keep' }>): TableOutcome {
    const keyAt = this.columns.get(refresh.keyColumn);
    if (keyAt === undefined) return this.withoutKey(refresh.keyColumn);
    const rowOf = new Map<string, number>();
    for (let row = this.firstRow; row <= this.lastRow; row += 1) {
      const key = wordsOfCell(cellAt(this.sheet, { row, column: keyAt })).trim();
      if (key !== '' && !rowOf.has(key)) rowOf.set(key, row);
    }
    const written: Record<string, Record<string, string>> = {};
    const fresh: PlanRow[] = [];
    let changed = 0;
    let unchanged = 0;
    for (const row of this.plan.rows) {
      const at = rowOf.get(row.key);
      if (at === undefined) fresh.push(row);
      else if (this.update(row, at, written)) changed += 1;
      else unchanged += 1;
    }
    const planned = new Set(this.plan.rows.map(({ key }) => key));
    const gone = [...rowOf].filter(([key]) => !planned.has(key));
    const goneNow = gone.filter(([, at]) => this.markGone(refresh.gone, at)).length;
    for (const [key] of gone) written[key] = { ...this.last?.rows[key] };
    const start = this.isBlankBody(keyAt) ? this.firstRow : this.lastRow + 1;
    this.append(fresh, start, written);
    return {
      before: this.resizeTo(Math.max(this.lastRow, start + fresh.length - 1)),
      changes: [],
      rows: { added: fresh.length, changed, unchanged, gone: goneNow, stillGone: gone.length - goneNow },
      notesKept: this.notes(),
      written,
      overwritten: this.overwritten,
      conflicts: this.conflicts,
      obstacles: this.obstacles,
    };
  }

  private replace(): TableOutcome {
    let changed = 0;
    this.plan.rows.forEach((row, index) => {
      if (this.put(row, this.firstRow + index) > 0) changed += 1;
    });
    const wantedLast = Math.max(this.firstRow, this.firstRow + this.plan.rows.length - 1);
    this.checkFree(this.lastRow + 1, wantedLast);
    for (let row = this.firstRow + this.plan.rows.length; row <= this.lastRow; row += 1) this.put({ key: '', cells: {} }, row);
    const resize = this.resizeTo(wantedLast);
    const grows = wantedLast > this.lastRow;
    return {
      ...NO_OUTCOME,
      before: grows ? resize : [],
      changes: grows ? [] : resize,
      rows: { ...NO_ROWS, changed, unchanged: this.plan.rows.length - changed },
      notesKept: this.notes(),
      obstacles: this.obstacles,
    };
  }

  /** Updates a known row in place; says whether anything was written. */
  private update(row: PlanRow, at: number, written: Record<string, Record<string, string>>): boolean {
    let changed = false;
    const remembered: Record<string, string> = {};
    for (const column of this.plan.columns) {
      const wanted = row.cells[column.key];
      const across = this.columns.get(column.key);
      if (wanted === undefined || across === undefined || column.owner === 'user') continue;
      remembered[column.key] = wordsOfPlan(wanted);
      const cell = cellAt(this.sheet, { row: at, column: across });
      if (holds(cell, wanted)) continue;
      const before = this.last?.rows[row.key]?.[column.key] ?? '';
      const typed = wordsOfCell(cell) !== before;
      if (column.owner === 'shared' && typed) {
        this.keepTyped(column, { row: at, column: across }, wordsOfCell(cell), before, wanted);
        continue;
      }
      if (typed)
        this.overwritten.push({
          sheet: this.sheet.name,
          address: addressOf(at, across),
          heading: column.heading,
          was: wordsOfCell(cell),
          becomes: wordsOfPlan(wanted),
        });
      this.collector.put(at, across, wanted);
      changed = true;
    }
    written[row.key] = remembered;
    return changed;
  }

  /** Three-way merge of a shared field whose cell was changed: kept always, and a conflict when the source changed it too. */
  private keepTyped(column: PlanColumn, at: { row: number; column: number }, typed: string, before: string, wanted: PlanCell): void {
    const sent = wordsOfPlan(wanted);
    if (sent !== before && sent !== typed)
      this.conflicts.push({ sheet: this.sheet.name, address: addressOf(at.row, at.column), heading: column.heading, kept: typed, sent });
  }

  private markGone(gone: { readonly column: string; readonly cell: PlanCell }, at: number): boolean {
    const column = this.columns.get(gone.column);
    if (column === undefined || holds(cellAt(this.sheet, { row: at, column }), gone.cell)) return false;
    this.collector.put(at, column, gone.cell);
    return true;
  }

  private append(rows: readonly PlanRow[], start: number, written: Record<string, Record<string, string>>): void {
    if (rows.length === 0) return;
    this.checkFree(Math.max(start, this.lastRow + 1), start + rows.length - 1);
    rows.forEach((row, index) => {
      for (const column of this.plan.columns) {
        const across = this.columns.get(column.key);
        const cell = row.cells[column.key];
        if (across !== undefined && cell !== undefined && cell.kind !== 'empty') this.collector.put(start + index, across, cell);
      }
      written[row.key] = Object.fromEntries(Object.entries(row.cells).map(([key, cell]) => [key, wordsOfPlan(cell)]));
    });
  }

  /** Writes a row of a table that is rewritten from the top; the number of cells that differed. */
  private put(row: PlanRow, at: number): number {
    let put = 0;
    for (const column of this.plan.columns) {
      const across = this.columns.get(column.key);
      if (across === undefined || column.owner === 'user') continue;
      const wanted = row.cells[column.key] ?? NOTHING;
      if (holds(cellAt(this.sheet, { row: at, column: across }), wanted)) continue;
      this.collector.put(at, across, wanted);
      put += 1;
    }
    return put;
  }

  /** The rows the table grows into must hold nothing of the user's. */
  private checkFree(from: number, to: number): void {
    for (let row = from; row <= to; row += 1) {
      for (const [column, cell] of this.sheet.rows.get(row) ?? []) {
        if (column < this.table.area.left || column > this.table.area.right || cell.kind === 'empty') continue;
        const address = addressOf(row, column);
        const sentence = `There is something under the table in ${this.sheet.name}, cell ${address}: "${wordsOfCell(cell).slice(0, 60)}". Move it to another place, then write again.`;
        this.obstacles.push({ sheet: this.sheet.name, address, sentence });
        return;
      }
    }
  }

  private resizeTo(lastRow: number): Change[] {
    if (lastRow === this.lastRow) return [];
    const area = { ...this.table.area, bottom: lastRow };
    const base = { type: 'resize table', sheet: this.sheet.name, table: this.plan.name } as const;
    return [{ edit: { ...base, area }, undo: { ...base, area: this.table.area } }];
  }

  private notes(): number {
    const ours = new Set(this.plan.columns.flatMap(({ key, owner }) => (owner === 'user' ? [] : [this.columns.get(key)])));
    let held = 0;
    for (let row = this.firstRow; row <= this.lastRow; row += 1) {
      for (let column = this.table.area.left; column <= this.table.area.right; column += 1) {
        if (!ours.has(column) && cellAt(this.sheet, { row, column }).kind !== 'empty') held += 1;
      }
    }
    return held;
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

  private get firstRow(): number {
    return this.table.area.top + 1;
  }

  private get lastRow(): number {
    return this.table.area.bottom - (this.table.hasTotals ? 1 : 0);
  }
}
