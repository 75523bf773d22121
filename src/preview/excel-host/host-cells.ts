import { type Area, GENERAL } from '../../domain/grid';
import { areaInside, cellsOf, overlapOf, wholeColumns, wholeRows } from './host-reference';

/** One stored cell. `value` is the cached value where there is a formula; null when there is none. */
export interface HostCell {
  readonly value: string | number | boolean | null;
  /** An error value such as "#N/A" is a text with this mark. */
  readonly isError: boolean;
  /** With its leading "=". */
  readonly formula: string | null;
  /** The cell's own number format; null follows the column, the row or the area it lies in. */
  readonly format: string | null;
  /** The text was written with a leading apostrophe, which Excel keeps apart from the value. */
  readonly quotePrefix: boolean;
}

export const NO_CELL: HostCell = { value: null, isError: false, formula: null, format: null, quotePrefix: false };

/** Cells. A larger area gets one format layer instead of a format on each cell. */
const MARK_EACH_UP_TO = 256;

interface FormatLayer {
  readonly area: Area;
  readonly format: string;
}

/** A sheet's cells, sparse. Rows and columns zero-based. A cell that holds nothing and has no format of its own is absent. */
export class HostCells {
  readonly #rows = new Map<number, Map<number, HostCell>>();
  #layers: FormatLayer[] = [];

  at(row: number, column: number): HostCell {
    return this.#rows.get(row)?.get(column) ?? NO_CELL;
  }

  put(row: number, column: number, cell: HostCell): void {
    if (cell.value === null && cell.formula === null && cell.format === null) {
      this.#drop(row, column);
      return;
    }
    let cells = this.#rows.get(row);
    if (cells === undefined) this.#rows.set(row, (cells = new Map<number, HostCell>()));
    cells.set(column, cell);
  }

  /** Number format a cell follows: its own, else the last layer over it, else General. */
  formatAt(row: number, column: number): string {
    const own = this.#rows.get(row)?.get(column)?.format;
    if (own !== undefined && own !== null) return own;
    for (let i = this.#layers.length - 1; i >= 0; i -= 1) {
      const layer = this.#layers[i];
      if (layer === undefined) continue;
      const { top, bottom, left, right } = layer.area;
      if (row >= top && row <= bottom && column >= left && column <= right) return layer.format;
    }
    return GENERAL;
  }

  /** Gives a whole area one format; a whole column's holds for rows written later. */
  setFormat(area: Area, format: string): void {
    if (cellsOf(area) <= MARK_EACH_UP_TO) {
      for (let row = area.top; row <= area.bottom; row += 1) {
        for (let column = area.left; column <= area.right; column += 1) this.setOwnFormat(row, column, format);
      }
      return;
    }
    this.#layers = [...this.#layers.filter((layer) => !areaInside(layer.area, area)), { area, format }];
    for (const [row, column, cell] of this.within(area)) this.put(row, column, { ...cell, format: null });
  }

  setOwnFormat(row: number, column: number, format: string): void {
    this.put(row, column, { ...this.at(row, column), format });
  }

  /** The stored cells of an area, row by row; within a row in no order. */
  within(area: Area): [number, number, HostCell][] {
    const found: [number, number, HostCell][] = [];
    const rows = area.bottom - area.top < this.#rows.size ? range(area.top, area.bottom) : [...this.#rows.keys()].sort((a, b) => a - b);
    for (const row of rows) {
      if (row < area.top || row > area.bottom) continue;
      const cells = this.#rows.get(row);
      if (cells === undefined) continue;
      for (const [column, cell] of cells) {
        if (column >= area.left && column <= area.right) found.push([row, column, cell]);
      }
    }
    return found;
  }

  /** Smallest area round every used cell of `area`; null when none is. Formats count unless `valuesOnly`, as in Excel; those of whole columns and rows never do. */
  used(area: Area, valuesOnly: boolean): Area | null {
    let found: Area | null = null;
    for (const [row, cells] of this.#rows) {
      if (row < area.top || row > area.bottom) continue;
      for (const [column, cell] of cells) {
        if (column < area.left || column > area.right) continue;
        if (valuesOnly && cell.value === null && cell.formula === null) continue;
        found = around(found, { top: row, bottom: row, left: column, right: column });
      }
    }
    if (valuesOnly) return found;
    for (const layer of this.#layers) {
      const part = overlapOf(layer.area, area);
      if (part !== null && !wholeColumns(layer.area) && !wholeRows(layer.area)) found = around(found, part);
    }
    return found;
  }

  /** Sets the number format back to General; a cell that no other layer covers then has no format of its own. */
  clearFormats(area: Area): void {
    this.#layers = this.#layers.filter((layer) => !areaInside(layer.area, area));
    if (this.#layers.some((layer) => overlapOf(layer.area, area) !== null)) {
      this.setFormat(area, GENERAL);
      return;
    }
    for (const [row, column, cell] of this.within(area)) this.put(row, column, { ...cell, format: null });
  }

  all(): [number, number, HostCell][] {
    return [...this.#rows]
      .sort(([a], [b]) => a - b)
      .flatMap(([row, cells]) =>
        [...cells].sort(([a], [b]) => a - b).map(([column, cell]): [number, number, HostCell] => [row, column, cell]),
      );
  }

  layers(): readonly FormatLayer[] {
    return this.#layers;
  }

  /** Inserts (positive `count`) or deletes (negative) whole rows at `row`; everything from there moves down or up. */
  shiftRows(row: number, count: number): void {
    const moved = [...this.#rows].filter(([at]) => at >= row);
    for (const [at] of moved) this.#rows.delete(at);
    for (const [at, cells] of moved) {
      if (count > 0 || at >= row - count) this.#rows.set(at + count, cells);
    }
  }

  #drop(row: number, column: number): void {
    const cells = this.#rows.get(row);
    if (cells?.delete(column) === true && cells.size === 0) this.#rows.delete(row);
  }
}

function around(found: Area | null, part: Area): Area {
  if (found === null) return part;
  return {
    top: Math.min(found.top, part.top),
    left: Math.min(found.left, part.left),
    bottom: Math.max(found.bottom, part.bottom),
    right: Math.max(found.right, part.right),
  };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
