import { roleOf } from './column-role';
import { type TableRow, textOf } from './table-rows';

const LONGEST = 40;
const MOST_WORDS = 6;
/** A line of fewer cells is a title or a theme. */
const FEWEST_CELLS = 3;

const isShort = (text: string): boolean => text.length <= LONGEST && /\p{L}/u.test(text) && text.split(/\s+/).length <= MOST_WORDS;

/**
 * Whether a row has the headings of another table: it stands under a gap, or under a line below one, and is of short words, half of them at
 * least headings, or two of them under a title.
 * Rule: docs/rules.md#other-table-below.
 * @param title the line above it that stands by itself.
 */
export function opensOtherTable(row: TableRow, title: TableRow | undefined, isHeading: (text: string) => boolean): boolean {
  const isTitled = title?.afterGap === true;
  if (row.own.length < FEWEST_CELLS || !(row.afterGap || isTitled)) return false;
  const texts = row.own.map(textOf);
  if (!row.own.every(({ cell }) => cell.kind === 'text') || !texts.every(isShort)) return false;
  const known = texts.filter((text) => isHeading(text) || roleOf({ texts: [text] }) !== null);
  // Under a title of its own two headings tell it.
  return known.length >= 2 && (isTitled || known.length * 2 >= texts.length);
}
