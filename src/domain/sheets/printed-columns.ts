import { type Area, cellAt, type SheetGrid } from '../grid';
import { headingsIn, isBlank, type PlanColumn, type PlanTable, type SheetPlan } from '../workbook';

/**
 * The plan with its last printed column: that of the last column for paper in which a row says something, planned or on the sheet, and never
 * left of the blocks and charts above the table. All columns are printed where none behind it is left out.
 * Rule: docs/rules.md#printed-sheets.
 *
 * @param sheet the sheet in the workbook, on which the user may have moved columns; null for a new one.
 */
export function withPrintedColumns(plan: SheetPlan, sheet: SheetGrid | null): SheetPlan {
  const { table, print, blocks, charts } = plan;
  if (table === null || print === null) return plan;
  const existing = sheet?.tables.find(({ name }) => name === table.name)?.area;
  const columns = sheet === null || existing === undefined ? placedAnew(table) : placedOn(table, sheet, existing);
  const lastOf = (some: readonly PlacedColumn[]): number => some.reduce((last, { at }) => Math.max(last, at), 0);
  const above = [
    ...blocks.flatMap(({ at, cells }) => cells.map((row) => at.column + row.length - 1)),
    ...charts.map(({ over }) => over.right),
  ];
  const last = Math.max(lastOf(columns.filter(({ column, isFilled }) => isFilled && column.offPaper !== true)), ...above);
  return { ...plan, print: { ...print, lastColumn: last < lastOf(columns) ? last : null } };
}

interface PlacedColumn {
  readonly column: PlanColumn;
  /** Zero-based. */
  readonly at: number;
  readonly isFilled: boolean;
}

/** A table without a row says with its headings what there would be, so it is printed whole. */
function placedAnew(table: PlanTable): PlacedColumn[] {
  return table.columns.map((column, index) => ({
    column,
    at: table.at.column + index,
    isFilled: table.rows.length === 0 || isPlanned(table, column),
  }));
}

function placedOn(table: PlanTable, sheet: SheetGrid, { top, bottom, left, right }: Area): PlacedColumn[] {
  const headings = table.columns.map(({ heading }) => heading);
  const places = headingsIn(sheet, top, headings, { left, right });
  const holdsWords = (column: number): boolean => {
    for (let row = top + 1; row <= bottom; row += 1) if (!isBlank(cellAt(sheet, { row, column }))) return true;
    return false;
  };
  return table.columns.flatMap((column) => {
    const at = places.get(column.heading);
    if (at === undefined) return [];
    // What stands in a column of the plan's own is on its way out where it is not planned any more, but a typed text stays.
    return [{ column, at, isFilled: table.rows.length === 0 || isPlanned(table, column) || holdsWords(at) }];
  });
}

/** The column in which a run marks rows that went is always printed, so that no such row stands on paper as if it was sent. */
function isPlanned({ rows, refresh }: PlanTable, { key }: PlanColumn): boolean {
  if (refresh !== null && 'gone' in refresh && refresh.gone.column === key) return true;
  return rows.some(({ cells: { [key]: cell } }) => cell !== undefined && cell.kind !== 'empty');
}
