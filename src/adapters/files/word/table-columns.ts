import type { WordRow, WordTable } from './word-blocks';

/** Edges that are closer than this, in twentieths of a point (about 2.6 mm), were meant to be one: somebody dragged the border of a cell. */
const NEAR = 150;

/**
 * The column of a worksheet for each place at which a cell of the table begins: index, column of Word's grid from 0; value, from 0. Word
 * makes a column of its grid for every edge, so that cells below one another may begin at places that hardly differ.
 */
export function columnsOfGrid(table: WordTable): readonly number[] {
  const startsByRow = table.rows.map((row) => {
    let at = row.before;
    return row.cells.map(({ span }) => {
      const start = at;
      at += span;
      return start;
    });
  });
  const starts = [...new Set(startsByRow.flat())].sort((a, b) => a - b);
  const rowsOf = new Map<number, number[]>();
  startsByRow.forEach((row, index) => {
    for (const start of row) {
      const rows = rowsOf.get(start);
      if (rows === undefined) rowsOf.set(start, [index]);
      else rows.push(index);
    }
  });
  const columns: number[] = [];
  let column = -1;
  const edge = edgesOf(table);
  let begun = 0;
  let taken = new Set<number>();
  for (const start of starts) {
    const rows = rowsOf.get(start) ?? [];
    const here = edge(start);
    const isNear = column >= 0 && here - begun < NEAR && rows.every((row) => !taken.has(row));
    if (!isNear) {
      column += 1;
      begun = here;
      taken = new Set();
    }
    for (const row of rows) taken.add(row);
    columns[start] = column;
  }
  return columns;
}

/**
 * The last column of a cell that ends before a place of Word's grid; -1 for none. Another row's edge may lie a little before that place and
 * yet be the same edge. @param columns as of `columnsOfGrid`.
 */
export function lastColumnBefore(columns: readonly number[], end: number): number {
  const next = columns[end];
  if (next !== undefined) return next - 1;
  for (let at = end - 1; at >= 0; at -= 1) {
    const column = columns[at];
    if (column !== undefined) return column;
  }
  return -1;
}

/** The rows of a table as if its grid had but the columns of the worksheet. */
export function rowsByColumns(table: WordTable): WordRow[] {
  const columns = columnsOfGrid(table);
  return table.rows.map((row) => {
    let start = row.before;
    const before = columns[start] ?? 0;
    let next = before;
    const cells = row.cells.map((cell) => {
      const own = next;
      start += cell.span;
      next = Math.max(own, lastColumnBefore(columns, start)) + 1;
      return { ...cell, span: next - own };
    });
    return { ...row, before, cells };
  });
}

/** Where a column of the grid begins; one whose width is not given counts as wide. To be asked for columns from left to right. */
function edgesOf({ widths }: WordTable): (column: number) => number {
  let [known, edge] = [0, 0];
  return (column) => {
    for (; known < column; known += 1) edge += widths[known] ?? 10 * NEAR;
    return edge;
  };
}
