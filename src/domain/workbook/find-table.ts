import { type Area, cellAt, type SheetGrid } from '../grid';
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

const SPACED_OUT = /[^\S ]|^ | $| {2}/;

const plain = (words: string): string => (SPACED_OUT.test(words) ? words.replace(/\s+/g, ' ').trim() : words).toLowerCase();

/** The first column of each short text of a row, in the order of the columns, by the text in plain words. */
type WordsInRow = ReadonlyMap<string, number>;

/** Each sheet is looked through for the headings of every table of the plan. */
const wordsInRows = new WeakMap<SheetGrid, Map<number, WordsInRow>>();

function wordsInRow(sheet: SheetGrid, row: number): WordsInRow {
  const rows = wordsInRows.get(sheet) ?? new Map<number, WordsInRow>();
  wordsInRows.set(sheet, rows);
  const known = rows.get(row);
  if (known !== undefined) return known;
  const found = wordsBetween(sheet, row, 0, Infinity);
  rows.set(row, found);
  return found;
}

function wordsBetween(sheet: SheetGrid, row: number, left: number, right: number): WordsInRow {
  const found = new Map<string, number>();
  const cells = sheet.rows.get(row);
  for (const column of [...(cells?.keys() ?? [])].sort((a, b) => a - b)) {
    if (column < left || column > right) continue;
    const words = wordsOfCell(cellAt(sheet, { row, column }));
    if (words.length > LONGEST_HEADING) continue;
    const key = plain(words);
    if (!found.has(key)) found.set(key, column);
  }
  return found;
}

/** The headings in one row, each with the first column that holds it. @param columns zero-based and inclusive; the whole row when left out. */
export function headingsIn(
  sheet: SheetGrid,
  row: number,
  headings: readonly string[],
  columns?: { readonly left: number; readonly right: number },
): Map<string, number> {
  const words = columns === undefined ? wordsInRow(sheet, row) : wordsBetween(sheet, row, columns.left, columns.right);
  return headingsAmong(words, byPlainWords(headings));
}

const byPlainWords = (headings: readonly string[]): ReadonlyMap<string, string> => new Map(headings.map((one) => [plain(one), one]));

function headingsAmong(words: WordsInRow, wanted: ReadonlyMap<string, string>): Map<string, number> {
  const found: [string, number][] = [];
  for (const [key, heading] of wanted) {
    const column = words.get(key);
    if (column !== undefined) found.push([heading, column]);
  }
  return new Map(found.sort(([, one], [, other]) => one - other));
}

/**
 * The row that holds most of a table's headings, whatever rows and columns were put in or taken out around it; of equal rows the upper one.
 * Null where none holds as many as `least`. A heading row goes on to both sides as long as there are headings: those are columns that the user
 * added.
 * @param least headings that must be there.
 */
export function headingRowOf(sheet: SheetGrid, headings: readonly string[], least: number): HeadingRow | null {
  const wanted = byPlainWords(headings);
  let best: { row: number; columns: Map<string, number> } | null = null;
  for (const row of [...sheet.rows.keys()].sort((a, b) => a - b)) {
    if (row > ROWS_ABOVE) break;
    if ((sheet.rows.get(row)?.size ?? 0) < least) continue;
    const columns = headingsAmong(wordsInRow(sheet, row), wanted);
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
