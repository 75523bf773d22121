import { type Area, areasOverlap } from './address';
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
