import { a1, cellAt, type GridTable, type SheetGrid } from '../grid';
import { wordsOfCell } from './cell-content';
import type { Change } from './edit';
import { leadsOut, linksAs } from './file-links';
import { obstacleIn } from './free-rows';
import type { Settled } from './merge-cell';
import type { KeptCell, Obstacle, WrittenSheet } from './sheet-outcome';
import type { PlanCell, PlanColumn, PlanTable } from './sheet-plan';
import { WordsPlanned } from './words-planned';
import type { CellCollector } from './write-cells';

/** A planned table that is already in the workbook: what both ways of refreshing it need. */
export abstract class ExistingTable {
  protected readonly kept: KeptCell[] = [];
  protected readonly taken: KeptCell[] = [];
  protected readonly obstacles: Obstacle[] = [];
  private workedOutWords: WordsPlanned | undefined;
  /** Zero-based sheet column of each planned column that is still there; one the user deleted stays deleted. */
  protected readonly columns: ReadonlyMap<string, number>;

  constructor(
    protected readonly plan: PlanTable,
    protected readonly sheet: SheetGrid,
    protected readonly table: GridTable,
    protected readonly last: WrittenSheet | null,
    protected readonly collector: CellCollector,
    protected readonly settled: Settled,
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

  protected wordsAt(row: number, column: number): string {
    return wordsOfCell(cellAt(this.sheet, { row, column }));
  }

  /** What the program may have written in the columns that it works out itself, together. */
  protected get workedOut(): WordsPlanned {
    this.workedOutWords ??= new WordsPlanned(this.plannedIn(this.plan.columns.filter(({ isWorkedOut }) => isWorkedOut === true)));
    return this.workedOutWords;
  }

  /** The planned cells of some columns, with the mark of rows that are planned no more. */
  protected plannedIn(columns: readonly PlanColumn[]): PlanCell[] {
    const keys = columns.map(({ key }) => key);
    const cells = this.plan.rows.flatMap((row) => keys.flatMap((key) => row.cells[key] ?? []));
    const { refresh } = this.plan;
    return refresh !== null && refresh.how !== 'append' && keys.includes(refresh.gone.column) ? [...cells, refresh.gone.cell] : cells;
  }

  /** The rows that the table grows into must be empty: anything there is the user's. */
  protected checkFree(from: number, to: number): void {
    const obstacle = obstacleIn(this.sheet, { ...this.table.area, top: from, bottom: to });
    if (obstacle !== null) this.obstacles.push(obstacle);
  }

  /** Whether a cell that says what is planned links to another file than planned, or to none. */
  protected hasOtherLink(row: number, column: number, wanted: PlanCell): boolean {
    return !linksAs(this.sheet.fileLinks?.get(a1({ row, column })), wanted);
  }

  /**
   * Takes links off cells that are not written anew, where they lead out of the plan's folder: version 0.1.0 wrote such links, and other
   * programs make them of ours when they save the plan elsewhere. Rule: docs/rules.md#links-to-files.
   */
  protected dropLinksOut(): void {
    const links = this.sheet.fileLinks;
    if (links === undefined) return;
    for (const { key, linksToFiles } of this.plan.columns) {
      const column = linksToFiles === true ? this.columns.get(key) : undefined;
      if (column === undefined) continue;
      for (let row = this.firstRow; row <= this.lastRow; row += 1) {
        const place = { row, column };
        if (leadsOut(links.get(a1(place)) ?? '')) this.collector.unlink(row, column, cellAt(this.sheet, place));
      }
    }
  }

  protected resizeTo(lastRow: number): Change[] {
    if (lastRow === this.lastRow) return [];
    const area = { ...this.table.area, bottom: lastRow };
    const base = { type: 'resize table', sheet: this.sheet.name, table: this.plan.name } as const;
    return [{ edit: { ...base, area }, undo: { ...base, area: this.table.area } }];
  }

  /**
   * Every row that is written must still be the row that was read: a row that somebody else puts in meanwhile moves those below it, and
   * the cell to be written may hold in both rows the same. Rule: docs/rules.md#changed-meanwhile.
   */
  protected demandSameRows(keys: readonly string[]): void {
    const columns = keys.flatMap((key) => this.columns.get(key) ?? []);
    for (let row = this.firstRow; row <= this.lastRow; row += 1) for (const column of columns) this.collector.demand(row, column);
  }

  /** Cells of the user's own columns that hold something. */
  protected notes(): number {
    const columns = this.userColumns();
    let filled = 0;
    for (let row = this.firstRow; row <= this.lastRow; row += 1)
      filled += columns.filter((column) => cellAt(this.sheet, { row, column }).kind !== 'empty').length;
    return filled;
  }

  /** Columns of the table that are never written: the plan made them for the user, or the user added them. */
  protected userColumns(): number[] {
    const ours = new Set(this.plan.columns.flatMap(({ key, owner }) => (owner === 'user' ? [] : [this.columns.get(key)])));
    const { left, right } = this.table.area;
    return Array.from({ length: right - left + 1 }, (_, across) => left + across).filter((column) => !ours.has(column));
  }

  protected get firstRow(): number {
    return this.table.area.top + 1;
  }

  /** A row of totals is not among the rows; see `withoutTotals`. */
  protected get lastRow(): number {
    return this.table.area.bottom;
  }
}
