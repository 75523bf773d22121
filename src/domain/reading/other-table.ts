import { roleOf } from './column-role';
import { shownText } from './sheet-view';
import type { SourcedCell } from './table-read';

const LONGEST = 40;
const MOST_WORDS = 6;
/** A line of fewer cells is a title or a theme. */
const FEWEST_CELLS = 3;

const isShort = (text: string): boolean => text.length <= LONGEST && /\p{L}/u.test(text) && text.split(/\s+/).length <= MOST_WORDS;

/** Whether the cells of a row are headings: short words, of which half at least are known, or under a title of their own two. */
export function beginsOtherTable(
  cells: readonly Pick<SourcedCell, 'cell'>[],
  isHeading: (text: string) => boolean,
  isTitled = false,
): boolean {
  if (cells.length < FEWEST_CELLS) return false;
  const texts = cells.map(({ cell }) => shownText(cell));
  if (!cells.every(({ cell }) => cell.kind === 'text') || !texts.every(isShort)) return false;
  const known = texts.filter((text) => isHeading(text) || roleOf({ texts: [text] }) !== null);
  return known.length >= 2 && (isTitled || known.length * 2 >= texts.length);
}

/** What of a row tells whether it begins another table. */
interface RowBelow {
  /** Its filled cells, left to right. */
  readonly own: readonly SourcedCell[];
  /** Whether rows without anything stand between it and the row before. */
  readonly afterGap: boolean;
}

export interface OtherTable {
  /** Its first headings, in quotation marks. */
  readonly words: string;
  /** Whether the row before the headings is its title. */
  readonly isTitled: boolean;
}

/**
 * The table of other headings that begins with a row: its headings stand under a gap, or under a line below one. Null where none does.
 * Rule: docs/rules.md#other-table-below.
 */
export function otherTableAt(rows: readonly RowBelow[], index: number, isHeading: (text: string) => boolean): OtherTable | null {
  const [row, next] = [rows[index], rows[index + 1]];
  if (row?.afterGap !== true) return null;
  const isTitled = row.own.length === 1 && next?.afterGap === false;
  const headings = isTitled ? next.own : row.own;
  if (!beginsOtherTable(headings, isHeading, isTitled)) return null;
  const words = headings
    .slice(0, 3)
    .map(({ cell }) => `“${shownText(cell)}”`)
    .join(', ');
  return { words, isTitled };
}
