import { type Cell, cellAt, type SheetGrid, textCell } from '../grid';
import { CellCollector, type Change, text, writeChanges } from '../workbook';

/** A sheet with cells that are to be set before the plan is written: as it will be, and the changes that bring it there. */
export class SheetEdits {
  private readonly written = new CellCollector();
  private readonly rows: Map<number, Map<number, Cell>>;

  constructor(private readonly sheet: SheetGrid) {
    this.rows = new Map([...sheet.rows].map(([row, cells]) => [row, new Map(cells)]));
  }

  /** Writes a text. */
  set(row: number, column: number, words: string): void {
    this.written.put(row, column, text(words));
    this.show(row, column, words);
  }

  /** Reads a cell as another text, and leaves it on the sheet as it is. */
  show(row: number, column: number, words: string): void {
    const cells = this.rows.get(row) ?? new Map<number, Cell>();
    cells.set(column, textCell(words, cellAt(this.sheet, { row, column }).format));
    this.rows.set(row, cells);
  }

  get changes(): Change[] {
    return writeChanges(this.sheet.name, this.sheet, this.written.cells);
  }

  get after(): SheetGrid {
    return { ...this.sheet, rows: this.rows };
  }
}
