import type { LookArea, PlanCell, PlanChart } from '../workbook';

/** Rows and columns that a piece may take; `Infinity` where nothing is in its way. */
export interface Room {
  readonly rows: number;
  readonly columns: number;
}

/** A piece as it goes into its room: a rectangle of cells. */
export interface Drawn {
  readonly cells: readonly (readonly PlanCell[])[];
  /** What a chart of it shows, as rows and columns of the rectangle (zero-based, inclusive): headings and lines, without the total. */
  readonly charted: { readonly top: number; readonly bottom: number; readonly right: number } | null;
}

/** `leftOut`: it has nothing to show; its place is kept, and the piece says why in words. */
export type ChartOfPiece = Pick<PlanChart, 'name' | 'kind' | 'title' | 'valueTitle' | 'leftOut'>;

/** A part of a sheet that stands outside its table. Pieces stand below one another, in the order in which they are given. */
export interface SheetPiece {
  /** The words of its first cell: by them it is found again on a sheet whose rows the user has moved. */
  readonly title: string;
  /** Zero-based column of its first cell. */
  readonly left: number;
  /** Rows left empty at its end, for lines that a later run may add. */
  readonly spareRows: number;
  /** Empty rows between it and what comes next. */
  readonly gapBelow: number;
  readonly chart: ChartOfPiece | null;
  readonly draw: (room: Room) => Drawn;
  /** @param at zero-based place of its first cell. */
  readonly looks: (drawn: Drawn, at: { readonly row: number; readonly column: number }) => LookArea[];
}
