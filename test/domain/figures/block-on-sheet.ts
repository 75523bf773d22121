import { cellAt, type SheetGrid } from '../../../src/domain/grid';

/** A block of figures as it is read off a sheet: by its words alone, as a reader would. */
export interface BlockOnSheet {
  /** Zero-based row of the title. */
  readonly top: number;
  readonly left: number;
  /** Of the columns of figures. */
  readonly headings: readonly string[];
  readonly lines: readonly { readonly name: string; readonly figures: readonly NowAndThen[] }[];
  /** Null where it has no line "Total". */
  readonly total: readonly NowAndThen[] | null;
}

export interface NowAndThen {
  readonly now: number;
  readonly then: number | null;
}

/** @param headed rows above the first line: 2 where the headings have a row of their own, 1 where they stand beside the title. */
export function blockOn(sheet: SheetGrid, title: string, headed: 1 | 2 = 2): BlockOnSheet {
  const { row: top, column: left } = placeOf(sheet, title);
  const words = (row: number, column: number): string => String(cellAt(sheet, { row, column }).value ?? '');
  const across = (row: number): string[] => {
    const cells: string[] = [];
    for (let column = left + 1; words(row, column) !== ''; column += 1) cells.push(words(row, column));
    return cells;
  };
  const headings = across(top + headed - 1);
  const lines: { name: string; figures: NowAndThen[] }[] = [];
  let total: NowAndThen[] | null = null;
  for (let row = top + headed; words(row, left) !== '' && words(row, left + 1) !== ''; row += 1) {
    const figures = headings.map((_, index) => figureIn(words(row, left + 1 + index)));
    if (words(row, left) === 'Total') total = figures;
    else lines.push({ name: words(row, left), figures });
  }
  return { top, left, headings, lines, total };
}

/** "5", "5 (4)", "8 of 11"; an empty cell counts for nothing. */
function figureIn(words: string): NowAndThen {
  const [, now = '0', then] = /^(\d+)(?: \((\d+)\)| of \d+)?$/.exec(words) ?? (words === '' ? [] : [words, 'NaN']);
  return { now: Number(now), then: then === undefined ? null : Number(then) };
}

export function placeOf(sheet: SheetGrid, title: string): { readonly row: number; readonly column: number } {
  for (const [row, cells] of [...sheet.rows].sort(([a], [b]) => a - b))
    for (const [column, { value }] of cells) if (value === title) return { row, column };
  throw new Error(`No block "${title}" on ${sheet.name}`);
}

/** The column of figures with this heading. */
export function columnOf(
  { headings, lines, total }: BlockOnSheet,
  heading: string,
): { lines: NowAndThen[]; total: NowAndThen | undefined } {
  const at = headings.indexOf(heading);
  if (at === -1) throw new Error(`No column "${heading}" among ${headings.join(', ')}`);
  return { lines: lines.flatMap(({ figures }) => figures[at] ?? []), total: total?.[at] };
}

export const sumNow = (figures: readonly NowAndThen[]): number => figures.reduce((sum, { now }) => sum + now, 0);
export const sumThen = (figures: readonly NowAndThen[]): number => figures.reduce((sum, { then }) => sum + (then ?? 0), 0);

/** How many names stand in these words: one each, and those that "Other … (n)" says. */
export function namesIn(words: readonly string[]): number {
  return words.reduce((sum, name) => sum + Number(/^Other .* \((\d+)\)$/.exec(name)?.[1] ?? 1), 0);
}
