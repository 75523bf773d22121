import type { LookArea, PlanBlock, PlanChart } from '../workbook';
import type { ChartOfPiece, Drawn } from './sheet-piece';

/** Pieces with their places on the sheet. */
export interface Placed {
  readonly blocks: readonly PlanBlock[];
  readonly looks: readonly LookArea[];
  readonly charts: readonly PlanChart[];
  /** Zero-based row below the last piece, its gap included: where a new sheet's table goes. */
  readonly below: number;
}

/** @param at zero-based place of the piece's first cell. @param over the cells that the chart covers. */
export function plannedChart(
  { name, kind, title, valueTitle, leftOut }: ChartOfPiece,
  charted: NonNullable<Drawn['charted']>,
  at: { readonly row: number; readonly column: number },
  over: PlanChart['over'],
): PlanChart {
  const source = {
    top: at.row + charted.top,
    bottom: at.row + charted.bottom,
    left: at.column,
    right: at.column + charted.right,
  };
  return {
    name,
    kind,
    title,
    source,
    over,
    ...(valueTitle === undefined ? {} : { valueTitle }),
    ...(leftOut === undefined ? {} : { leftOut }),
  };
}
