import { type Place, type SheetGrid, tableEndingAt } from '../grid';
import type { Change } from './edit';

/**
 * An Excel table that ends just before new headings is extended to include them; the headings are written first. A row of totals stays one.
 * @param place of the first of them. @param columns how many.
 */
export function growTable(sheet: SheetGrid, { row, column }: Place, columns = 1): Change[] {
  const excel = tableEndingAt(sheet, row, column - 1);
  if (excel === undefined) return [];
  const totals = excel.hasTotals ? ({ hasTotals: true } as const) : {};
  const base = { type: 'resize table', sheet: sheet.name, table: excel.name, ...totals } as const;
  return [{ edit: { ...base, area: { ...excel.area, right: column + columns - 1 } }, undo: { ...base, area: excel.area } }];
}

/**
 * An Excel table that ends with some headings loses their columns again; the headings are emptied afterwards.
 * @param place of the first of them. @param columns how many.
 */
export function shrinkTable(sheet: SheetGrid, { row, column }: Place, columns = 1): Change[] {
  const excel = tableEndingAt(sheet, row, column + columns - 1);
  if (excel === undefined || excel.area.left === column) return [];
  const totals = excel.hasTotals ? ({ hasTotals: true } as const) : {};
  const base = { type: 'resize table', sheet: sheet.name, table: excel.name, ...totals } as const;
  return [{ edit: { ...base, area: { ...excel.area, right: column - 1 } }, undo: { ...base, area: excel.area } }];
}
