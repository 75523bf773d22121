import type { SheetGrid } from '../../domain/grid';
import { verdictCellAt, verdictColumns } from '../../domain/sheets';
import type { VerdictPlace } from '../requests/finance-requests';

/** Where verdicts on the rows of a table stand, by row. All numbers are zero-based, `right` is inclusive. */
export function verdictPlaces(
  sheet: SheetGrid,
  { left, right, headingRow }: Pick<VerdictPlace, 'left' | 'right' | 'headingRow'>,
): (row: number) => VerdictPlace {
  const columns = verdictColumns(sheet, headingRow, { left, right });
  const table = { sheetId: sheet.id, sheet: sheet.name, headingRow, left, right, columns };
  return (row) => ({ ...table, row, said: verdictCellAt(sheet, row, columns) });
}
