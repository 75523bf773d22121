import { type Area, areasOverlap, type Place } from './address';
import { cellAt, type GridTable, type SheetGrid } from './sheet-grid';

/** Whether the cells of one column from the top to the bottom of an area hold nothing, and lie in no merged cells and no Excel table. */
export function isColumnFree(sheet: SheetGrid, { top, bottom }: Pick<Area, 'top' | 'bottom'>, column: number): boolean {
  const strip: Area = { top, bottom, left: column, right: column };
  if (sheet.merges.some((merge) => areasOverlap(merge, strip)) || sheet.tables.some(({ area }) => areasOverlap(area, strip))) return false;
  for (let row = top; row <= bottom; row += 1) {
    const { kind, formula } = cellAt(sheet, { row, column });
    if (kind !== 'empty' || formula !== undefined) return false;
  }
  return true;
}

/** The Excel table whose headings stand in a row and which ends at a column, both zero-based. */
export function tableEndingAt({ tables }: SheetGrid, row: number, column: number): GridTable | undefined {
  return tables.find(({ area, hasHeader }) => hasHeader && area.right === column && area.top === row);
}

/** The last row along which a new column beside a heading must be free, zero-based: that of the Excel table, or else the last before an empty row. */
export function lastRowBeside(sheet: SheetGrid, { row, column }: Place): number {
  const excel = tableEndingAt(sheet, row, column - 1) ?? tableEndingAt(sheet, row, column);
  if (excel !== undefined) return excel.area.bottom;
  let bottom = row;
  while ((sheet.rows.get(bottom + 1)?.size ?? 0) > 0) bottom += 1;
  return bottom;
}
