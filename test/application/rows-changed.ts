import type { SubmissionPort } from '../../src/application';
import { areasOverlap, type BookGrid, type Cell, cellAt, type SheetGrid, textCell } from '../../src/domain/grid';

const COMMITMENT = 'What we have committed to';
const REWORDING = ', in each district of the county';

/** Begins like none of the samples, so that it is nobody's rewording. */
export const newCommitment = (index: number): string => `Lend bicycles to people who look for work, lot ${String(index + 1)}`;

/** Submissions in which rows changed, and which ones did. */
export interface ChangedSubmissions extends SubmissionPort {
  /** The commitment as it was, and as it is sent now. */
  readonly reworded: ReadonlyMap<string, string>;
  readonly dropped: ReadonlySet<string>;
  readonly added: readonly string[];
}

/**
 * Opens submissions as directorates might send them again: on each sheet that has four plain rows or more below one another, the first
 * is reworded, the second has given way to a new one, and all are in reverse order. A file is changed in the same way each time.
 */
export function withRowsChanged(port: SubmissionPort): ChangedSubmissions {
  const reworded = new Map<string, string>();
  const dropped = new Set<string>();
  const added: string[] = [];
  const changedSheet = (sheet: SheetGrid): SheetGrid => {
    const found = plainRows(sheet);
    if (found === null) return sheet;
    const { rows, column } = found;
    const [first, second] = rows.map((row) => cellAt(sheet, { row, column }).text.trim());
    if (first === undefined || second === undefined) return sheet;
    if (!dropped.has(second)) added.push(newCommitment(added.length));
    reworded.set(first, first + REWORDING);
    dropped.add(second);
    const fresh = newCommitment([...dropped].indexOf(second));
    const lines = rows.map((row): ReadonlyMap<number, Cell> => {
      const line = sheet.rows.get(row) ?? new Map<number, Cell>();
      const words = cellAt(sheet, { row, column }).text.trim();
      if (words === first) return new Map([...line, [column, textCell(first + REWORDING)]]);
      return words === second ? new Map([[column, textCell(fresh)], ...ledBy(line, column)]) : line;
    });
    const reversed = new Map([
      ...sheet.rows,
      ...rows.map((row, index): [number, ReadonlyMap<number, Cell>] => [row, lines.at(-1 - index) ?? new Map()]),
    ]);
    return { ...sheet, rows: reversed };
  };
  return {
    reworded,
    dropped,
    added,
    open: async (name, bytes, options) => {
      const book: BookGrid = await port.open(name, bytes, options);
      return { ...book, sheets: book.sheets.map(changedSheet) };
    },
    factsOf: (bytes) => port.factsOf(bytes),
  };
}

/** The lead of the row that gave way, so that the new one is no row of words alone. */
function ledBy(line: ReadonlyMap<number, Cell>, column: number): [number, Cell][] {
  const lead = line.get(column + 1);
  return lead === undefined ? [] : [[column + 1, lead]];
}

/** How many rows of introduction or theme may stand between the headings and the first plain row. */
const ROWS_BEFORE = 4;

/** The first run of rows below the headings that hold a commitment and a lead, in no merge; null where it is shorter than four. */
function plainRows(sheet: SheetGrid): { readonly rows: readonly number[]; readonly column: number } | null {
  for (const [top, line] of sheet.rows) {
    const column = [...line].find(([, { text }]) => text.trim() === COMMITMENT)?.[0];
    if (column === undefined) continue;
    const rows: number[] = [];
    for (let row = top + 1; rows.length > 0 || row <= top + 1 + ROWS_BEFORE; row += 1) {
      if (isPlain(sheet, row, column)) rows.push(row);
      else if (rows.length > 0) break;
    }
    return rows.length < 4 ? null : { rows, column };
  }
  return null;
}

function isPlain(sheet: SheetGrid, row: number, column: number): boolean {
  const whole = { top: row, bottom: row, left: 0, right: 20 };
  const holds = (at: number): boolean => cellAt(sheet, { row, column: at }).text.trim() !== '';
  return holds(column) && holds(column + 1) && sheet.merges.every((merge) => !areasOverlap(merge, whole));
}
