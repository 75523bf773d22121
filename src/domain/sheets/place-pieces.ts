import type { PlanChart } from '../workbook';
import { type FirstCharts, placedAgain, type ExistingSheet } from './placed-again';
import { type Placed, plannedChart } from './placed';
import type { Drawn, SheetPiece } from './sheet-piece';

/** How wide the columns are, and how far to the right charts may go. */
export interface SheetWidths {
  /** In characters, by zero-based column. */
  readonly widthOf: (column: number) => number;
  /** Zero-based, inclusive. */
  readonly lastColumn: number;
}

export interface Placing {
  readonly widths: SheetWidths;
  /** Null for a new sheet. */
  readonly existing: ExistingSheet | null;
  readonly firstCharts: FirstCharts;
}

/** In characters: a chart beside a block that has less goes below it, and none is wider than the most. */
const LEAST_CHART = 45;
const MOST_CHART = 130;
/** In rows; a chart with many lines is higher. */
const CHART_ROWS = 16;

const ENDLESS = { rows: Infinity, columns: Infinity };

/**
 * Places the pieces of a sheet one below the other. On a new sheet each takes what it needs, its chart beside it or below it; on an existing
 * sheet each stays where it is, in the room that it has.
 */
export function placePieces(pieces: readonly SheetPiece[], { widths, existing, firstCharts }: Placing): Placed {
  return existing === null ? placedAnew(pieces, widths) : placedAgain(pieces, existing, firstCharts);
}

function placedAnew(pieces: readonly SheetPiece[], widths: SheetWidths): Placed {
  let row = 0;
  const placed = pieces.map((piece): Omit<Placed, 'below'> => {
    const drawn = piece.draw(ENDLESS);
    const at = { row, column: piece.left };
    const charts = chartOf(piece, drawn, row, widths);
    const rows = drawn.cells.length + piece.spareRows;
    row = Math.max(row + rows, ...charts.map(({ over }) => over.bottom + 1)) + piece.gapBelow;
    return { blocks: [{ at, cells: drawn.cells }], looks: piece.looks(drawn, at), charts };
  });
  return {
    blocks: placed.flatMap(({ blocks }) => blocks),
    looks: placed.flatMap(({ looks }) => looks),
    charts: placed.flatMap(({ charts }) => charts),
    below: row,
  };
}

function chartOf({ chart, left, spareRows }: SheetPiece, { cells, charted }: Drawn, top: number, widths: SheetWidths): PlanChart[] {
  if (chart === null || charted === null) return [];
  const columns = cells[0]?.length ?? 1;
  const rows = cells.length + spareRows;
  // One empty column between the block and its chart.
  const beside = columnsFor(left + columns + 1, widths);
  const over =
    beside.width >= LEAST_CHART
      ? { top, bottom: top + Math.max(CHART_ROWS, rows) - 1, left: beside.left, right: beside.right }
      : belowBlock(top + rows + 1, charted.bottom - charted.top, columnsFor(left, widths));
  return [plannedChart(chart, charted, { row: top, column: left }, over)];
}

function belowBlock(top: number, lines: number, { left, right }: { readonly left: number; readonly right: number }): PlanChart['over'] {
  return { top, bottom: top + Math.max(CHART_ROWS, lines + 6) - 1, left, right };
}

function columnsFor(left: number, { widthOf, lastColumn }: SheetWidths): { left: number; right: number; width: number } {
  let right = left - 1;
  let width = 0;
  while (right < lastColumn && width + widthOf(right + 1) <= MOST_CHART) {
    right += 1;
    width += widthOf(right);
  }
  return { left, right, width };
}
