import { type Area, type Cell, gridOf, type SheetGrid, textCell } from '../../../../src/domain/grid';

/** Cells and merges of a sheet as they are put down one by one. */
export class Drawing {
  readonly cells = new Map<number, Map<number, Cell>>();
  readonly merges: Area[] = [];

  put(row: number, column: number, text: string): void {
    if (text === '') return;
    this.set(row, column, textCell(text));
  }

  set(row: number, column: number, cell: Cell): void {
    const cells = this.cells.get(row) ?? new Map<number, Cell>();
    this.cells.set(row, cells.set(column, cell));
  }

  /** A row of texts from a column on. */
  line(row: number, left: number, texts: readonly string[]): void {
    texts.forEach((text, index) => {
      this.put(row, left + index, text);
    });
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    if (bottom > top || right > left) this.merges.push({ top, left, bottom, right });
  }

  grid(name = 'Sheet1'): SheetGrid {
    return { ...gridOf(name, []), rows: this.cells, merges: this.merges };
  }
}
