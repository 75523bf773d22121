import { type Area, cellAt, EMPTY_CELL, type GridTable, type Place, type SheetGrid } from '../grid';
import { NOTHING, restoring } from './cell-content';
import { commentKey, type CommentMove } from './comment-moves';
import type { CellContent, Change, Edit } from './edit';
import { obstacleIn } from './free-rows';
import type { TableOutcome } from './table-outcome';
import { CellCollector, writeChanges } from './write-cells';

/**
 * A table's row of totals, which the user shows or hides. Refreshing a table knows rows alone, so the row is taken out of the sheet that
 * is refreshed and put below the last row again where the table becomes longer or shorter.
 * Rule: docs/rules.md#totals-row.
 */
export interface TotalsRow {
  readonly sheet: SheetGrid;
  /** With its row of totals. */
  readonly table: GridTable;
}

/** The sheet as if the table had no row of totals, and that row; null for a table that has none. */
export function withoutTotals(sheet: SheetGrid, name: string): { readonly sheet: SheetGrid; readonly totals: TotalsRow | null } {
  const table = sheet.tables.find((one) => one.name === name);
  if (table?.hasTotals !== true) return { sheet, totals: null };
  const { area } = table;
  const rows = new Map(sheet.rows);
  const beside = [...(rows.get(area.bottom) ?? [])].filter(([column]) => column < area.left || column > area.right);
  rows.set(area.bottom, new Map(beside));
  const bare = { ...table, area: { ...area, bottom: area.bottom - 1 }, hasTotals: false };
  const tables = sheet.tables.map((one) => (one === table ? bare : one));
  const comments = sheet.comments?.filter((comment) => !isOnTotals(comment, area));
  return { sheet: { ...sheet, rows, tables, ...(comments === undefined ? {} : { comments }) }, totals: { sheet, table } };
}

/** Moves the row of totals with the table's last row. An outcome that keeps the table's length is returned as it is. */
export function withTotals(totals: TotalsRow | null, outcome: TableOutcome): TableOutcome {
  if (totals === null) return outcome;
  const before = outcome.before.flatMap((change) => moved(totals, change));
  const changes = outcome.changes.flatMap((change) => moved(totals, change));
  const obstacle = [...before, ...changes].map(({ edit }) => obstacleTo(totals, edit)).find((one) => one !== null) ?? null;
  const comments = [...outcome.comments, ...totalsComments(totals, [...outcome.before, ...outcome.changes])];
  return { ...outcome, before, changes, comments, obstacles: [...outcome.obstacles, ...(obstacle === null ? [] : [obstacle])] };
}

function isOnTotals({ row, column }: Place, { bottom, left, right }: Area): boolean {
  return row === bottom && column >= left && column <= right;
}

/** Comments on the row of totals go with it. @param changes as they are without that row. */
function totalsComments({ sheet, table }: TotalsRow, changes: readonly Change[]): CommentMove[] {
  const resize = changes.map(({ edit }) => edit).find((edit) => edit.type === 'resize table');
  const row = resize === undefined ? table.area.bottom : withRowBelow(resize.area).bottom;
  if (row === table.area.bottom) return [];
  const own = sheet.comments?.filter((comment) => isOnTotals(comment, table.area)) ?? [];
  return own.map((comment) => ({
    kind: comment.kind,
    known: commentKey(comment),
    from: { row: comment.row, column: comment.column },
    to: { row, column: comment.column },
  }));
}

/** Cleared where it was, the table resized, written below the new last row. Each step has its own inverse. */
function moved({ sheet, table }: TotalsRow, change: Change): Change[] {
  const { edit } = change;
  if (edit.type !== 'resize table') return [change];
  const area = withRowBelow(edit.area);
  const base = { type: 'resize table', sheet: edit.sheet, table: edit.table, hasTotals: true } as const;
  const contents = totalsCells(sheet, table.area, area);
  const isLonger = area.bottom > table.area.bottom;
  return [
    ...rowChanges(
      sheet,
      table.area.bottom,
      table.area,
      contents.map(() => NOTHING),
    ),
    { edit: { ...base, area }, undo: { ...base, area: table.area } },
    // The rows that a shorter table leaves have been cleared by then, whatever they held when they were read.
    ...rowChanges({ ...sheet, rows: new Map() }, area.bottom, area, contents).map((one) => (isLonger ? one : expectingAnything(one))),
  ];
}

function rowChanges(sheet: SheetGrid, row: number, { left }: Area, contents: readonly CellContent[]): Change[] {
  const collector = new CellCollector();
  contents.forEach((content, index) => collector.put(row, left + index, content));
  return writeChanges(sheet.name, sheet, collector.cells);
}

function expectingAnything({ edit, undo }: Change): Change {
  return edit.type === 'write cells' ? { edit: { ...edit, expected: null }, undo } : { edit, undo };
}

function totalsCells(sheet: SheetGrid, was: Area, becomes: Area): CellContent[] {
  return Array.from({ length: was.right - was.left + 1 }, (_, index) => {
    const cell = cellAt(sheet, { row: was.bottom, column: was.left + index });
    if (cell.kind === 'empty' && cell.formula === undefined) return restoring({ ...EMPTY_CELL, format: cell.format });
    const content = restoring(cell);
    return content.kind === 'restore' && content.formula !== undefined
      ? { ...content, formula: overRows(content.formula, was, becomes.bottom) }
      : content;
  });
}

/** A formula of the row of totals over the rows that the table has now: "=SUM(C5:C9)" reaches to its last row still. */
function overRows(formula: string, { top, bottom }: Area, newBottom: number): string {
  // Texts and sheet names in quotes are left as they are.
  return formula.replace(
    /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|(\$?[A-Z]{1,3}\$?)(\d+):(\$?[A-Z]{1,3}\$?)(\d+)/g,
    (whole, ...found: string[]) => {
      const [from = '', first, to = '', last] = found;
      if (Number(last) !== bottom || Number(first) < top + 1) return whole;
      return `${from}${first ?? ''}:${to}${String(newBottom)}`;
    },
  );
}

function obstacleTo({ sheet, table }: TotalsRow, edit: Edit): TableOutcome['obstacles'][number] | null {
  if (edit.type !== 'resize table' || edit.area.bottom <= table.area.bottom) return null;
  return obstacleIn(sheet, { ...edit.area, top: Math.max(edit.area.bottom, table.area.bottom + 1) });
}

function withRowBelow(area: Area): Area {
  return { ...area, bottom: area.bottom + 1 };
}
