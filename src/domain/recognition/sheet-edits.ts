import { type Cell, cellAt, type SheetGrid, textCell } from '../grid';
import { CellCollector, type Change, shownWords, text, writeChanges } from '../workbook';

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

  /** Writes what a cell of another workbook shows: a text as the text, a number with its format, a formula as what it comes to. */
  take(row: number, column: number, cell: Cell): void {
    if (cell.kind === 'number' || cell.kind === 'boolean') {
      this.written.put(row, column, { kind: 'restore', value: cell.value, format: cell.format });
      this.put(row, column, { ...cell, formula: undefined });
    } else this.set(row, column, shownWords(cell));
  }

  /** The cell as it will be. */
  at(row: number, column: number): Cell {
    return this.rows.get(row)?.get(column) ?? cellAt(this.sheet, { row, column });
  }

  /** Reads a cell as another text, and leaves it on the sheet as it is. */
  show(row: number, column: number, words: string): void {
    this.put(row, column, textCell(words, cellAt(this.sheet, { row, column }).format));
  }

  private put(row: number, column: number, cell: Cell): void {
    this.rows.set(row, (this.rows.get(row) ?? new Map<number, Cell>()).set(column, cell));
  }

  get changes(): Change[] {
    return writeChanges(this.sheet.name, this.sheet, this.written.cells);
  }

  get after(): SheetGrid {
    return { ...this.sheet, rows: this.rows };
  }
}
