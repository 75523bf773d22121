import { type CheckedFile, type CheckDates, type Finding } from '../../../src/domain/findings';
import { kent2025 } from '../../../src/domain/framework';
import { type BookGrid, type Cell, gridOf, type SheetGrid, textCell } from '../../../src/domain/grid';
import { understandBook } from '../../../src/domain/reading';
import { readTables } from '../reading/read-tables';
import { checkBook } from './check-book';

export const KENT = kent2025();
export const DATES: CheckDates = { planDate: { year: 2025, month: 1, day: 30 }, asOf: { year: 2025, month: 2, day: 15 } };
export const HEAD = ['What we have committed to', 'Led by', 'Timescale', 'Measure', 'Shared Outcome'];

export type RowCells = readonly (string | Cell | null)[];

/** A sheet as an officer sends it: title in row 1, headings in row 3, rows from row 4. */
export function sheetOf(
  rows: readonly RowCells[],
  head: readonly string[] = HEAD,
  title = 'Proposed Priorities ~ GET',
  name = 'GET',
): SheetGrid {
  return gridOf(
    name,
    [[title], [], head, ...rows].map((row) => row.map((cell) => (typeof cell === 'string' ? textCell(cell) : cell))),
  );
}

export function readBook(book: BookGrid): CheckedFile {
  const read = readTables(book, KENT, { includeHidden: false, corrections: [] });
  const { tables, sheets, directorate } = read;
  return { file: book.name, tables, sheets, directorate, actions: understandBook(read, { file: book.name, framework: KENT }).actions };
}

export const readSheet = (sheet: SheetGrid, file = ''): CheckedFile => readBook({ name: file, sheets: [sheet] });

export const findingsIn = (sheet: SheetGrid, dates = DATES): Finding[] => checkBook(readSheet(sheet), KENT, dates);

/** A row with nothing wrong in it; name the cells to change. */
export function goodRow(
  change: Partial<Record<'commitment' | 'ledBy' | 'timescale' | 'measure' | 'outcome', string | Cell | null>> = {},
): (string | Cell | null)[] {
  const row = {
    commitment: 'Publish the health and work strategy',
    ledBy: 'Head of Economy',
    timescale: 'March 2026',
    measure: 'Strategy published',
    outcome: 'SO2,SO3',
    ...change,
  };
  return [row.commitment, row.ledBy, row.timescale, row.measure, row.outcome];
}

export const tuples = (findings: readonly Finding[]): (readonly [string | null, string])[] =>
  findings.map(({ cell, code }) => [cell, code] as const);
