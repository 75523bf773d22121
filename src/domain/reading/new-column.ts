import { isColumnFree, isDocumentTable, LAST_COLUMN, type Place, tableEndingAt } from '../grid';
import type { SheetView } from './sheet-view';
import type { TableRead } from './table-read';

/**
 * Where the heading of one more column would stand: right of the last heading, in the lower of two header rows. None where a cell along
 * the table holds something, and none in an Excel table with a row of totals, which would get a further total.
 * Rule: docs/rules.md#repairs.
 */
export function newColumnOf({ grid }: SheetView, { area, headerRows }: Pick<TableRead, 'area' | 'headerRows'>): Place | undefined {
  // A document is not written.
  if (isDocumentTable(grid)) return undefined;
  const heading = { row: headerRows.bottom, column: area.right + 1 };
  const excel = tableEndingAt(grid, heading.row, area.right);
  const bottom = Math.max(area.bottom, excel?.area.bottom ?? 0);
  const isFree =
    heading.column <= LAST_COLUMN && excel?.hasTotals !== true && isColumnFree(grid, { top: area.top, bottom }, heading.column);
  return isFree ? heading : undefined;
}
