import { layoutOf } from './layout-of';
import type { PrintSetUp, SheetPlan } from './sheet-plan';

/** Inches at each side of a page, as Excel's "Narrow" margins have them. Rule: docs/rules.md#printed-sheets. */
export const SIDE_MARGIN = 0.25;
/** Inches above and below, where the footer stands: Excel's own for a new sheet. */
export const END_MARGIN = 0.75;

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
export function columnPoints(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}

/** Points between a page's margins. */
export function pageRoom({ paper, orientation }: Pick<PrintSetUp, 'paper' | 'orientation'>): {
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

/**
 * The size of the cells' font on paper, in points, where the sheet is as it is planned: Excel makes a sheet that does not fit smaller, and none
 * larger. Heights are those of rows of one line.
 */
export function printedPoints(plan: SheetPlan & { readonly print: PrintSetUp }): number {
  const { print } = plan;
  const room = pageRoom(print);
  const { widths } = layoutOf(plan);
  let across = 0;
  for (let column = 0; column <= lastColumnOn(plan); column += 1) across += columnPoints(widths[column] ?? STANDARD_WIDTH);
  const down = print.pages === 'one' ? rowsOf(plan) * LINE : 0;
  return FONT * Math.min(1, room.across / across, down === 0 ? 1 : room.down / down);
}

/** Zero-based. */
function lastColumnOn({ print, table, blocks, charts }: SheetPlan): number {
  if (print !== null && print.lastColumn !== null) return print.lastColumn;
  return Math.max(
    0,
    table === null ? 0 : table.at.column + table.columns.length - 1,
    ...blocks.flatMap(({ at, cells }) => cells.map((row) => at.column + row.length - 1)),
    ...charts.map(({ over }) => over.right),
  );
}

function rowsOf({ table, blocks, charts }: SheetPlan): number {
  return Math.max(
    table === null ? 0 : table.at.row + table.rows.length + 1,
    ...blocks.map(({ at, cells }) => at.row + cells.length),
    ...charts.map(({ over }) => over.bottom + 1),
  );
}
