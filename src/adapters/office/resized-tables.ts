import type { Area, Cell } from '../../domain/grid';
import type { Change } from '../../domain/workbook';

/** A table that a run makes longer or shorter. */
interface ResizedTable {
  readonly sheet: string;
  /** Name in lower case. */
  readonly table: string;
  readonly was: Area;
  readonly area: Area;
  readonly hasTotals: boolean;
}

export function resizedTables(changes: readonly Change[]): ResizedTable[] {
  return changes.flatMap(({ edit, undo }) =>
    edit.type !== 'resize table' || undo?.type !== 'resize table'
      ? []
      : [
          {
            sheet: edit.sheet.toLowerCase(),
            table: edit.table.toLowerCase(),
            was: undo.area,
            area: edit.area,
            hasTotals: edit.hasTotals === true,
          },
        ],
  );
}

/**
 * Whether Excel itself may have put what a cell holds there when a table was resized: it moves the row of totals, and fills the formula of a
 * calculated column into the rows that a table gains.
 */
export function isByExcel(
  tables: readonly ResizedTable[],
  { sheet, row, column }: { readonly sheet: string; readonly row: number; readonly column: number },
  found: Cell,
): boolean {
  return tables.some((table) => {
    const { was, area } = table;
    if (table.sheet !== sheet.toLowerCase() || column < Math.min(was.left, area.left) || column > Math.max(was.right, area.right))
      return false;
    const [first, last] = [Math.min(was.bottom, area.bottom), Math.max(was.bottom, area.bottom)];
    if (row < first || row > last) return false;
    return table.hasTotals && (row === first || row === last) ? true : row > first && found.formula !== undefined;
  });
}
