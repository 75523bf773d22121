import { type LookArea, type PlanCell, text } from '../workbook';
import { titleLooks } from './council-look';
import type { SheetPiece } from './sheet-piece';

/** The sheet's name and the lines under it, at the top of the sheet. */
export function titlePiece(name: string, lines: readonly string[], lastColumn: number): SheetPiece {
  const below: LookArea[] =
    lines.length < 2
      ? []
      : [{ area: { top: 2, bottom: lines.length, left: 0, right: lastColumn }, look: { wrap: false, italic: true, align: 'left' } }];
  const cells = [name, ...lines].map((line) => [text(line)]);
  return { ...textPiece(name, cells), looks: () => [...titleLooks(lastColumn), ...below] };
}

/** Cells that are not figures; rows that find no room are left out from the end. */
export function textPiece(title: string, cells: readonly (readonly PlanCell[])[]): SheetPiece {
  return {
    title,
    left: 0,
    spareRows: 0,
    gapBelow: 1,
    chart: null,
    draw: ({ rows }) => ({ cells: cells.slice(0, rows), charted: null }),
    looks: () => [],
  };
}
