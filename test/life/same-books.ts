import type { BookGrid } from '../../src/domain/grid';

/**
 * Compares what two workbooks show: the words of every cell of every sheet but the hidden one, which keeps its journal.
 * @throws Error with the first cells that differ.
 */
export function sameBooks(found: BookGrid, wanted: BookGrid, what: string): void {
  const [has, wants] = [shown(found), shown(wanted)];
  const missing = [...wants].find((line) => !has.has(line));
  const extra = [...has].find((line) => !wants.has(line));
  if (missing !== undefined || extra !== undefined) throw new Error(`${what}: ${String(missing)} | ${String(extra)}`);
}

function shown(book: BookGrid): ReadonlySet<string> {
  const lines = new Set<string>();
  for (const { name, rows, tables } of book.sheets) {
    if (name === '_plan') continue;
    for (const table of tables) lines.add(`${name} ${table.name}: ${JSON.stringify(table.area)}`);
    for (const [row, cells] of rows)
      for (const [column, { value, formula = '' }] of cells)
        if (value !== null) lines.add(`${name} ${String(row)},${String(column)}: ${String(value)}${formula}`);
  }
  return lines;
}
