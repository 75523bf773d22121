import { type Place, type SheetGrid, tableEndingAt } from '../grid';
import type { Change } from './edit';

/** An Excel table that ends just before a new heading is extended to include it; the heading is written first. */
export function growTable(sheet: SheetGrid, { row, column }: Place): Change[] {
  const excel = tableEndingAt(sheet, row, column - 1);
  if (excel === undefined) return [];
  const base = { type: 'resize table', sheet: sheet.name, table: excel.name } as const;
  return [{ edit: { ...base, area: { ...excel.area, right: column } }, undo: { ...base, area: excel.area } }];
}

/** An Excel table that ends with a heading loses that column again; the heading is emptied afterwards. */
export function shrinkTable(sheet: SheetGrid, { row, column }: Place): Change[] {
  const excel = tableEndingAt(sheet, row, column);
  if (excel === undefined || excel.area.left === column) return [];
  const base = { type: 'resize table', sheet: sheet.name, table: excel.name } as const;
  return [{ edit: { ...base, area: { ...excel.area, right: column - 1 } }, undo: { ...base, area: excel.area } }];
}
