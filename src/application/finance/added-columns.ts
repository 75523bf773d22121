import { a1, cellAt, isColumnFree, LAST_COLUMN, lastRowBeside, type SheetGrid } from '../../domain/grid';
import { CellCollector, type Change, growTable, NOTHING, shrinkTable, text, wordsOfCell, writeChanges } from '../../domain/workbook';
import { Failure } from '../ports/failure';
import type { AddedColumns } from '../requests/finance-requests';

/** Where columns are added: right of a table's last one. Zero-based. */
export interface TableEnd {
  readonly headingRow: number;
  readonly right: number;
}

/**
 * What adds columns at the right end of a table: their headings, and the Excel table grown to include them.
 * @returns null where something stands in the way.
 */
export function addingColumns(sheet: SheetGrid, { headingRow, right }: TableEnd, headings: readonly string[]): Change[] | null {
  const first = { row: headingRow, column: right + 1 };
  const bottom = lastRowBeside(sheet, first);
  const columns = headings.map((_, across) => first.column + across);
  if (columns.some((column) => column > LAST_COLUMN || !isColumnFree(sheet, { top: headingRow, bottom }, column))) return null;
  return [...headingChanges(sheet, first, headings), ...growTable(sheet, first, headings.length)];
}

/**
 * What takes added columns away again.
 * @param emptied the row whose cells in them are emptied by other changes; zero-based.
 * @throws Failure "cell changed" where their headings or cells are not as they were made.
 */
export function removingColumns(sheet: SheetGrid, { row, column, headings }: AddedColumns, emptied: number | null = null): Change[] {
  const first = { row, column };
  headings.forEach((heading, across) => {
    const at = { row, column: column + across };
    if (wordsOfCell(cellAt(sheet, at)) !== heading)
      throw new Failure('cell changed', `${a1(at)} of “${sheet.name}” no longer says “${heading}”, so the columns were left there.`);
  });
  const bottom = lastRowBeside(sheet, { row, column: column + headings.length - 1 });
  for (let below = row + 1; below <= bottom; below += 1)
    headings.forEach((heading, across) => {
      const at = { row: below, column: column + across };
      const { kind, formula } = cellAt(sheet, at);
      if (below === emptied || (kind === 'empty' && formula === undefined)) return;
      throw new Failure(
        'cell changed',
        `Something was typed under “${heading}” at ${a1(at)} of “${sheet.name}”, so the columns were left there. Empty their cells first if you do not want them.`,
      );
    });
  return [...shrinkTable(sheet, first, headings.length), ...headingChanges(sheet, first, headings, true)];
}

function headingChanges(
  sheet: SheetGrid,
  { row, column }: { readonly row: number; readonly column: number },
  headings: readonly string[],
  isGone = false,
): Change[] {
  const cells = new CellCollector();
  headings.forEach((heading, across) => {
    cells.put(row, column + across, isGone ? NOTHING : text(heading));
  });
  return writeChanges(sheet.name, sheet, cells.cells);
}
