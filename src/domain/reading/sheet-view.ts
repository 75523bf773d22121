import { type Area, type Cell, EMPTY_CELL, type Place, type SheetGrid } from '../grid';
import type { SourcedCell } from './table-read';

/** A merge of more columns than this is kept apart, so that one merge over a whole sheet costs nothing. */
const WIDE = 64;
/** A merge taller than this is no part of a header. */
const TALLEST_HEADER = 4;

/**
 * A sheet with what reading needs to look up at once: the rows that hold something in rising order, and the merge that
 * covers a place. Everything is in proportion to the cells and merges there are, never to the rectangle they span.
 */
export interface SheetView {
  readonly grid: SheetGrid;
  /** Zero-based, rising. */
  readonly rowNumbers: readonly number[];
  /** Columns of a row that hold text other than white space, rising. */
  readonly columnsIn: (row: number) => readonly number[];
  readonly mergeAt: (row: number, column: number) => Area | null;
  /** Merges begun in a row above and still covering this one, header-sized ones only. */
  readonly hangingInto: (row: number) => readonly Area[];
  /** The index in `rowNumbers` of the first row at or after the one given. */
  readonly indexFrom: (row: number) => number;
}

/** Whether a cell shows nothing: empty, white space, no-break or zero-width spaces, a formula that gives "". */
export function isBlank(cell: Cell): boolean {
  return shownText(cell) === '';
}

/** What a cell shows, without the white space around it; an error shows its error text. */
export function shownText(cell: Cell): string {
  const text = cell.text === '' && cell.value !== null ? String(cell.value) : cell.text;
  return text.replace(/[\u200B-\u200D\u2060\uFEFF]/g, '').trim();
}

export function ownCell(view: SheetView, place: Place): Cell {
  return view.grid.rows.get(place.row)?.get(place.column) ?? EMPTY_CELL;
}

export function sourced(view: SheetView, row: number, column: number): SourcedCell {
  const place = { row, column };
  return { cell: ownCell(view, place), place };
}

/** The last item at or before a value in a list that rises by `of`. */
function lastAtOrBefore<T>(list: readonly T[], value: number, of: (item: T) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = list[middle];
    if (item !== undefined && of(item) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

interface MergeIndex {
  readonly at: (row: number, column: number) => Area | null;
  readonly hanging: ReadonlyMap<number, readonly Area[]>;
}

function indexMerges(merges: readonly Area[]): MergeIndex {
  const oneRow = new Map<number, Area[]>();
  const byColumn = new Map<number, Area[]>();
  const wide: Area[] = [];
  const hanging = new Map<number, Area[]>();
  for (const merge of merges) {
    if (merge.top === merge.bottom) pushTo(oneRow, merge.top, merge);
    else if (merge.right - merge.left >= WIDE) wide.push(merge);
    else for (let column = merge.left; column <= merge.right; column += 1) pushTo(byColumn, column, merge);
    if (merge.bottom > merge.top && merge.bottom - merge.top < TALLEST_HEADER) {
      for (let row = merge.top + 1; row <= merge.bottom; row += 1) pushTo(hanging, row, merge);
    }
  }
  for (const list of byColumn.values()) list.sort((a, b) => a.top - b.top);
  const at = (row: number, column: number): Area | null => {
    const covers = (merge: Area): boolean => row >= merge.top && row <= merge.bottom && column >= merge.left && column <= merge.right;
    const inRow = oneRow.get(row)?.find(covers);
    if (inRow) return inRow;
    const list = byColumn.get(column);
    // Merges of one sheet never overlap, so only the last one begun above can still be open here.
    const tall = list?.[lastAtOrBefore(list, row, (merge) => merge.top)];
    if (tall && covers(tall)) return tall;
    return wide.find(covers) ?? null;
  };
  return { at, hanging };
}

export function viewOf(grid: SheetGrid): SheetView {
  const rowNumbers = [...grid.rows.keys()].sort((a, b) => a - b);
  const merges = indexMerges(grid.merges);
  const columns = new Map<number, readonly number[]>();
  const columnsIn = (row: number): readonly number[] => {
    const known = columns.get(row);
    if (known) return known;
    const filled = [...(grid.rows.get(row) ?? [])].filter(([, cell]) => !isBlank(cell)).map(([column]) => column);
    filled.sort((a, b) => a - b);
    columns.set(row, filled);
    return filled;
  };
  return {
    grid,
    rowNumbers,
    columnsIn,
    mergeAt: merges.at,
    hangingInto: (row) => merges.hanging.get(row) ?? [],
    indexFrom: (row) => lastAtOrBefore(rowNumbers, row - 1, (number) => number) + 1,
  };
}
