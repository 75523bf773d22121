import { type Area, cellAt, type SheetGrid } from '../grid';
import { SheetEdits } from '../recognition';
import { type Change, isBlank } from '../workbook';
import type { SideColumn, TableSide } from './table-side';

/** A table of the plan that texts of a copy go into: its cells, and columns that the copy has and the plan has not. */
export class PlanTableEdits {
  readonly edits: SheetEdits;
  private area: Area;
  private readonly columns: Map<string, number>;

  /** @param table the name of the Excel table, whose area may have a total row below that of `side`. */
  constructor(
    readonly side: TableSide,
    private readonly table: string,
  ) {
    this.edits = new SheetEdits(side.sheet);
    this.area = this.areaBefore();
    this.columns = new Map([...side.columns].map(([key, { at }]) => [key, at]));
  }

  /**
   * Zero-based column for a column of the copy. One that the user of the copy added is added at the end of the table; null where something
   * stands in the way there, or for a column of the plan that was deleted here.
   */
  columnFor({ key, heading, isOwn }: SideColumn): number | null {
    const known = this.columns.get(key);
    if (known !== undefined) return known;
    const at = this.area.right + 1;
    if (!isOwn || !key.startsWith('+') || heading === '' || !this.isFree(at)) return null;
    this.area = { ...this.area, right: at };
    this.columns.set(key, at);
    this.edits.set(this.area.top, at, heading);
    return at;
  }

  /** The heading stands before the table grows over it, so that Excel takes it for the name of the column. */
  get changes(): Change[] {
    const before = this.areaBefore();
    const base = { type: 'resize table', sheet: this.side.sheet.name, table: this.table } as const;
    const grown: Change[] =
      before.right === this.area.right
        ? []
        : [{ edit: { ...base, area: this.area, ...this.totals() }, undo: { ...base, area: before, ...this.totals() } }];
    return [...this.edits.changes, ...grown];
  }

  get after(): SheetGrid {
    const { after } = this.edits;
    return { ...after, tables: after.tables.map((one) => (one.name === this.table ? { ...one, area: this.area } : one)) };
  }

  /** Of the Excel table as it will be. */
  get tableArea(): Area {
    return this.area;
  }

  private areaBefore(): Area {
    return this.side.sheet.tables.find(({ name }) => name === this.table)?.area ?? this.side.area;
  }

  private totals(): { readonly hasTotals?: true } {
    return this.side.sheet.tables.some(({ name, hasTotals }) => name === this.table && hasTotals) ? { hasTotals: true } : {};
  }

  private isFree(column: number): boolean {
    const { sheet } = this.side;
    if (column > 16_383 || sheet.tables.some(({ area }) => area.left <= column && area.right >= column)) return false;
    if (sheet.merges.some((area) => area.left <= column && area.right >= column && area.bottom >= this.area.top)) return false;
    for (let row = this.area.top; row <= this.area.bottom; row += 1) {
      if (!isBlank(cellAt(sheet, { row, column }))) return false;
    }
    return true;
  }
}
