import type { PrintSetUp, SheetPlan } from './sheet-plan';

/** Inches at each side of a page, as Excel's "Narrow" margins have them. Rule: docs/rules.md#printed-sheets. */
export const SIDE_MARGIN = 0.25;
/** Inches above and below, where the footer stands: Excel's own for a new sheet. */
const END_MARGIN = 0.75;

const POINTS_AN_INCH = 72;
/** Sides of a page, in points. */
const PAPER = { A3: { long: 1190.55, short: 841.89 }, A4: { long: 841.89, short: 595.28 } } as const;

/** Points of the font in which cells are written, and of a row of one line of it. */
const FONT = 11;
const LINE = 15;

/** Excel's width of a column that has none of its own, in characters. */
const STANDARD_WIDTH = 8.43;

/** Nothing that is printed is smaller, in points. Rule: docs/rules.md#printed-sheets. */
export const LEAST_POINTS = 8;

/** Points of a column: a digit of the standard font is 7 pixels wide, 5 are its margin and line, a pixel is three quarters of a point. */
function columnPoints(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}

/** Points between a page's margins. */
function pageRoom({ paper, orientation }: Pick<PrintSetUp, 'paper' | 'orientation'>): {
  readonly across: number;
  readonly down: number;
} {
  const { long, short } = PAPER[paper];
  const isWide = orientation === 'landscape';
  return {
    across: (isWide ? long : short) - 2 * SIDE_MARGIN * POINTS_AN_INCH,
    down: (isWide ? short : long) - 2 * END_MARGIN * POINTS_AN_INCH,
  };
}

/** What is on a sheet, counted from its first column and row. */
export interface UsedPart {
  readonly columns: number;
  readonly rows: number;
}

/**
 * The size of the cells' font on paper, in points: Excel makes a sheet that does not fit smaller, and none larger. Rows are counted as of one
 * line.
 * @param widths in characters, by zero-based column; the standard width where one is not named.
 */
export function printedPoints(widths: Readonly<Record<number, number>>, print: PrintSetUp, used: UsedPart): number {
  const room = pageRoom(print);
  const columns = print.lastColumn === null ? used.columns : print.lastColumn + 1;
  let across = 0;
  for (let column = 0; column < columns; column += 1) across += columnPoints(widths[column] ?? STANDARD_WIDTH);
  const down = print.pages === 'one' ? used.rows * LINE : 0;
  return FONT * Math.min(1, room.across / Math.max(1, across), room.down / Math.max(1, down));
}

/** The part of a sheet that a plan without a table fills, with its charts. */
export function usedByBlocks({ blocks, charts }: Pick<SheetPlan, 'blocks' | 'charts'>): UsedPart {
  return {
    columns: Math.max(
      0,
      ...blocks.flatMap(({ at, cells }) => cells.map((row) => at.column + row.length)),
      ...charts.map(({ over }) => over.right + 1),
    ),
    rows: Math.max(0, ...blocks.map(({ at, cells }) => at.row + cells.length), ...charts.map(({ over }) => over.bottom + 1)),
  };
}
