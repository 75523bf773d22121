import { textCell } from '../grid';
import { readTimescale } from '../timescale';
import type { Column } from './table-rows';
import { isBlank, ownCell, type SheetView, shownText } from './sheet-view';

/**
 * What the letters of a timescale column mean: "S = by March 2027; M = by March 2028" above or below the table, or "S" with "Short term, within 1
 * year" in the next cell.
 * Rule: docs/rules.md#timescale-key.
 */

const CODE = String.raw`[A-Z]{1,2}|[Ss]hort(?:[- ][Tt]erm)?|[Mm]edium(?:[- ][Tt]erm)?|[Ll]ong(?:[- ][Tt]erm)?`;
const IS_CODE = new RegExp(`^(?:${CODE})$`, 'u');
const BEFORE_MEANING = String.raw`(?:\s{0,20}\([^)]{1,30}\))?\s{0,20}[=:–-]\s{0,20}`;
const ENTRY = new RegExp(
  String.raw`(?:^|[\s;,:|(])(${CODE})${BEFORE_MEANING}(.{2,80}?)(?=\s{2,20}(?:${CODE})${BEFORE_MEANING}|\s{0,20}(?:[;,.|]\s{0,20}(?:${CODE})${BEFORE_MEANING}|(?:[.;]\s{0,20})?$))`,
  'gu',
);
/** A longer text is a paragraph. */
const LONGEST = 400;
/** Rows that are looked at, from the top of the sheet and from its end. */
const MOST_ROWS = 60;

const isTime = (words: string): boolean => readTimescale(textCell(words)).items > 0;

function entriesIn(view: SheetView): [string, string][] {
  const { rowNumbers } = view;
  const rows = rowNumbers.length <= 2 * MOST_ROWS ? rowNumbers : [...rowNumbers.slice(0, MOST_ROWS), ...rowNumbers.slice(-MOST_ROWS)];
  return rows.flatMap((row) =>
    view.columnsIn(row).flatMap((column, index, columns): [string, string][] => {
      const text = shownText(ownCell(view, { row, column }));
      if (text.length > LONGEST) return [];
      const next = columns[index + 1];
      // A key in two columns has nothing else in its row.
      if (IS_CODE.test(text) && next !== undefined && columns.length === 2)
        return [[text, shownText(ownCell(view, { row, column: next })).slice(0, LONGEST)]];
      return [...text.matchAll(ENTRY)].map(([, code = '', meaning = '']) => [code, meaning.trim()]);
    }),
  );
}

/** The meanings by their codes in small letters, for a table whose timescale column holds such codes; empty for any other. */
export function timescaleKey(view: SheetView, bottom: number, columns: readonly Column[]): ReadonlyMap<string, string> {
  const timescale = columns.find(({ key }) => key === 'timescale');
  if (timescale === undefined || timescale.further !== undefined) return new Map();
  const from = view.indexFrom(bottom + 1);
  const texts = view.rowNumbers
    .slice(from, from + MOST_ROWS)
    .map((row) => ownCell(view, { row, column: timescale.column }))
    .filter((cell) => !isBlank(cell))
    .map(shownText);
  if (texts.filter((text) => IS_CODE.test(text)).length * 2 < texts.length || texts.length === 0) return new Map();
  const meant = entriesIn(view).filter(([, meaning]) => isTime(meaning));
  const known = new Map(meant.map(([code, meaning]) => [code.toLowerCase(), meaning]));
  // One letter with a date behind it may be anything; a key has several.
  return known.size >= 2 ? known : new Map();
}
