import { a1, areaHolds, type BookGrid } from '../../domain/grid';
import { ALL_PRIORITIES, planSheetsIn, sheetsWrittenIn } from '../../domain/sheets';
import { isStateSheet, readState } from '../../domain/state';
import type { WrittenSheet } from '../../domain/workbook';
import type { PreparedWrite } from '../requests/collation-requests';

/** What would be lost if a plan were written over and not refreshed. */
export interface TypedInto {
  /** Cells of the plan's sheets that hold what somebody typed. */
  readonly notes: number;
  /** On indicators, and corrections of tables. */
  readonly decisions: number;
  /** Sheets that this program did not write and that hold something. */
  readonly sheets: readonly string[];
}

/**
 * @param refreshed what a collation into that plan would write.
 * @param keptFramework the framework that the collation keeps with the plan; another one there would be lost.
 */
export function typedInto(book: BookGrid, { sheets }: PreparedWrite, keptFramework: string | null = null): TypedInto {
  const { decisions, corrections, framework, written } = readState(book);
  const own = sheetsWrittenIn(book);
  return {
    notes: sheets.reduce(
      (sum, { notesKept, kept, displaced, obstacles }) => {
        return sum + notesKept + kept.length + displaced.length + obstacles.length;
      },
      textsBeside(book, own, written),
    ),
    decisions: decisions.length + corrections.length + (framework === '' || framework === keptFramework ? 0 : 1),
    sheets: book.sheets.filter(({ name, rows }) => !own.has(name) && rows.size > 0).map(({ name }) => name),
  };
}

/** Cells of the plan's sheets that hold something outside its tables and are not among those that the program wrote there. */
function textsBeside(book: BookGrid, own: ReadonlySet<string>, written: readonly WrittenSheet[]): number {
  const sheets = book.sheets.filter(({ name }) => own.has(name) && !isStateSheet(name));
  return sheets.reduce((sum, { id, name, tables, rows }) => {
    const blocks = (written.find((one) => one.id === id) ?? written.find((one) => one.name === name))?.blocks ?? {};
    const isPlans = (row: number, column: number): boolean =>
      blocks[a1({ row, column })] !== undefined || tables.some(({ area }) => areaHolds(area, { row, column }));
    const beside = [...rows].flatMap(([row, cells]) =>
      [...cells].filter(([column, cell]) => cell.kind !== 'empty' && !isPlans(row, column)),
    );
    return sum + beside.length;
  }, 0);
}

/** Whether a workbook holds a plan of this program, or what it remembers of one; that memory may have been deleted since, and sheets renamed. */
export function isPlan(book: BookGrid): boolean {
  return book.sheets.some(({ name }) => isStateSheet(name)) || planSheetsIn(book).some(({ plan }) => plan === ALL_PRIORITIES);
}
