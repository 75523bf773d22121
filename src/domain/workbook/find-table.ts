import { type Area, type Cell, cellAt, type SheetGrid } from '../grid';
import { wordsOfCell } from './cell-content';

/** The row of a sheet that holds a planned table's headings. All numbers are zero-based. */
export interface HeadingRow {
  readonly row: number;
  readonly left: number;
  readonly right: number;
  /** Column of each planned heading that is there, by the heading's words as planned. */
  readonly columns: ReadonlyMap<string, number>;
}

/** Headings are looked for in so many rows from the top, so that a long sheet is not read through at each edit. */
const ROWS_ABOVE = 500;
/** Longer texts are no headings of the plan. */
const LONGEST_HEADING = 60;

const plain = (words: string): string => words.replace(/\s+/g, ' ').trim().toLowerCase();

/** The words of a cell that may be a heading, as headings are compared; null for longer ones. */
function plainHeading(cell: Cell): string | null {
  const words = wordsOfCell(cell);
  return words.length > LONGEST_HEADING ? null : plain(words);
}

/** The headings of many tables, to look for all of them at once. */
export const plainHeadings = (headings: readonly string[]): ReadonlySet<string> => new Set(headings.map(plain));

/** The rows, rising, in which `headingRowOf` may find one of several tables: those that hold as many of all their headings. */
export function rowsWithHeadings(sheet: SheetGrid, wanted: ReadonlySet<string>, least: number): number[] {
  const rows: number[] = [];
  for (const [row, cells] of sheet.rows) {
    if (row > ROWS_ABOVE || cells.size < least) continue;
    let held = 0;
    for (const cell of cells.values()) {
      const words = plainHeading(cell);
      if (words !== null && wanted.has(words)) held += 1;
    }
    if (held >= least) rows.push(row);
  }
  return rows.sort((a, b) => a - b);
}

/** The headings in one row, each with the first column that holds it. @param columns zero-based and inclusive; the whole row when left out. */
export function headingsIn(
  sheet: SheetGrid,
  row: number,
  headings: readonly string[],
  columns: { readonly left: number; readonly right: number } = { left: 0, right: Infinity },
): Map<string, number> {
  const wanted = new Map(headings.map((heading) => [plain(heading), heading]));
  const found = new Map<string, number>();
  for (const column of [...(sheet.rows.get(row)?.keys() ?? [])].sort((a, b) => a - b)) {
    if (column < columns.left || column > columns.right) continue;
    const words = plainHeading(cellAt(sheet, { row, column }));
    const heading = words === null ? undefined : wanted.get(words);
    if (heading !== undefined && !found.has(heading)) found.set(heading, column);
  }
  return found;
}

/**
 * The row that holds most of a table's headings, whatever rows and columns were put in or taken out around it; of equal rows the upper one.
 * Null where none holds as many as `least`. A heading row goes on to both sides as long as there are headings: those are columns that the user
 * added.
 * @param least headings that must be there. @param rows where to look, as `rowsWithHeadings` gives them.
 */
export function headingRowOf(sheet: SheetGrid, headings: readonly string[], least: number, rows: readonly number[]): HeadingRow | null {
  let best: { row: number; columns: Map<string, number> } | null = null;
  for (const row of rows) {
    const columns = headingsIn(sheet, row, headings);
    if (columns.size >= least && columns.size > (best?.columns.size ?? 0)) best = { row, columns };
  }
  if (best === null) return null;
  const { row, columns } = best;
  const isFilled = (column: number): boolean => column >= 0 && wordsOfCell(cellAt(sheet, { row, column })).trim() !== '';
  let left = Math.min(...columns.values());
  let right = Math.max(...columns.values());
  while (isFilled(left - 1)) left -= 1;
  while (isFilled(right + 1)) right += 1;
  return { row, left, right, columns };
}

/**
 * The area of a table that is no Excel table any more, headings included. Its rows end above the first row that is empty, or holds a total,
 * or fills a single cell: a note. A row further down that `isRow` knows for certain belongs to it with all rows above.
 */
export function areaOfRange(sheet: SheetGrid, { row: top, left, right, columns }: HeadingRow, isRow: (row: number) => boolean): Area {
  const last = [...sheet.rows.keys()].reduce((lowest, row) => (row > lowest && isRow(row) ? row : lowest), top);
  let bottom = last;
  while (isBodyRow(sheet, bottom + 1, [...columns.values()], left)) bottom += 1;
  return { top, left, bottom: Math.max(bottom, top + 1), right };
}

function isBodyRow(sheet: SheetGrid, row: number, columns: readonly number[], left: number): boolean {
  const cells = columns.map((column) => cellAt(sheet, { row, column })).filter(({ kind }) => kind !== 'empty');
  if (cells.length < 2) return false;
  const first = wordsOfCell(cellAt(sheet, { row, column: left }));
  return !/^\s*(?:grand )?totals?\b/i.test(first) && !cells.some(({ formula }) => /\bSUBTOTAL\(/i.test(formula ?? ''));
}
