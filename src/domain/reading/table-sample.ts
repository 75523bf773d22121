import type { Cell } from '../grid';
import type { HeaderCell } from './header-cells';
import { beginsOtherTable } from './other-table';
import { opensNotes } from './row-words';
import { isBlank, ownCell, type SheetView, shownText } from './sheet-view';

/** Filled rows below the headings that are looked at, counted from the first. */
const SAMPLE = 25;

/** The headings of a table; `bottom` is their lowest row, zero-based. */
interface Headings {
  readonly bottom: number;
  readonly cells: readonly HeaderCell[];
}

/**
 * The rows that tell what the columns of a table hold: those with at least two cells. A line by itself is a theme or a note, repeated headings
 * begin the next page, and a key, a sign-off or another table below ends it.
 */
function rowsOfSample(view: SheetView, { bottom, cells }: Headings, isHeading: (text: string) => boolean): number[] {
  const from = view.indexFrom(bottom + 1);
  const rows: number[] = [];
  let before = bottom;
  let isUnderGap = false;
  for (const row of view.rowNumbers.slice(from, from + SAMPLE)) {
    const own = cells.flatMap(({ column, texts }) => {
      const cell = ownCell(view, { row, column });
      return isBlank(cell) ? [] : [{ cell, isRepeated: texts.includes(shownText(cell)) }];
    });
    const [first] = own;
    if (first === undefined) continue;
    isUnderGap = row > before + 1 || (isUnderGap && rows.at(-1) !== before);
    before = row;
    const repeated = own.filter(({ isRepeated }) => isRepeated).length;
    // Another table may have a heading or two of the same words in the same columns.
    const isOther = opensNotes(shownText(first.cell)) || (repeated * 2 < own.length && beginsOtherTable(own, isHeading));
    if (isUnderGap && isOther) break;
    if (repeated === 0 && own.length > 1) rows.push(row);
  }
  return rows;
}

/**
 * The filled cells of a column in the rows of the table itself.
 * @param beside columns of which a row has one filled.
 */
export function sampleBelow(
  view: SheetView,
  headings: Headings,
  { column }: Pick<HeaderCell, 'column'>,
  isHeading: (text: string) => boolean,
  beside: readonly Pick<HeaderCell, 'column'>[] | null = null,
): Cell[] {
  const isFilled = (row: number, at: Pick<HeaderCell, 'column'>): boolean => !isBlank(ownCell(view, { row, column: at.column }));
  return rowsOfSample(view, headings, isHeading)
    .filter((row) => beside === null || beside.some((at) => isFilled(row, at)))
    .map((row) => ownCell(view, { row, column }))
    .filter((cell) => !isBlank(cell));
}
