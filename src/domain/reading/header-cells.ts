import { isBlank, ownCell, type SheetView, shownText } from './sheet-view';

/** A cell of a possible header row; a merged one once, with the columns and rows it covers. */
export interface HeaderCell {
  readonly column: number;
  /** Last column covered, inclusive. */
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** From the upper header row to the lower; the lowest says most. Empty where the cell holds an error or a number that is no year. */
  readonly texts: readonly string[];
}

/** The words of a header as shown to the user: line breaks and runs of spaces become one space, stacked rows are joined. */
export function headingText(cell: HeaderCell): string {
  return cell.texts.map((text) => text.replace(/\s+/g, ' ')).join(' · ');
}

/** Months stand under the year that they are of, and years over ticks. */
const isYear = (text: string): boolean => /^20[1-5]\d$/.test(text);

function cellFrom(view: SheetView, row: number, column: number): HeaderCell | null {
  const merge = view.mergeAt(row, column) ?? { top: row, bottom: row, left: column, right: column };
  const cell = ownCell(view, { row: merge.top, column: merge.left });
  if (isBlank(cell)) return null;
  return {
    column: merge.left,
    right: merge.right,
    top: merge.top,
    bottom: merge.bottom,
    texts: cell.kind === 'text' || isYear(shownText(cell)) ? [shownText(cell)] : [],
  };
}

/** Every filled cell of a row from left to right, those merged down into it included. */
export function headerCellsOf(view: SheetView, row: number): HeaderCell[] {
  const hanging = view.hangingInto(row).map((merge) => merge.left);
  const columns = [...new Set([...view.columnsIn(row), ...hanging])].sort((a, b) => a - b);
  const found = columns.flatMap((column) => {
    const cell = cellFrom(view, row, column);
    return cell === null ? [] : [cell];
  });
  return found.filter((cell, index) => index === 0 || cell.column !== found[index - 1]?.column);
}

const sameCell = (a: HeaderCell, b: HeaderCell): boolean => a.top === b.top && a.column === b.column;

/**
 * Two header rows as one: under a group heading ("Delivery" over "Led by" and "Timescale") each lower cell keeps the
 * group's words in front of its own; a column with words in one row only has those.
 */
export function stack(upper: readonly HeaderCell[], lower: readonly HeaderCell[]): HeaderCell[] {
  const stacked = lower.map((cell): HeaderCell => {
    const over = upper.find((group) => group.column <= cell.column && cell.column <= group.right && !sameCell(group, cell));
    if (!over) return cell;
    return { ...cell, top: Math.min(over.top, cell.top), texts: [...over.texts, ...cell.texts] };
  });
  const alone = upper.filter(
    (group) => !lower.some((cell) => sameCell(group, cell) || (group.column <= cell.column && cell.column <= group.right)),
  );
  return [...stacked, ...alone].sort((a, b) => a.column - b.column);
}

/** Cells that stand side by side without an empty column between them. */
export function runsOf(cells: readonly HeaderCell[]): HeaderCell[][] {
  const runs: HeaderCell[][] = [];
  for (const cell of cells) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && cell.column <= last.right + 1) run.push(cell);
    else runs.push([cell]);
  }
  return runs;
}
