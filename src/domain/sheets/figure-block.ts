import { type Figure, foldedTally, type Tally, totalsOf } from '../figures';
import { count, type LookArea, NOTHING, type PlanCell, text } from '../workbook';
import { headingLook, sectionLook } from './council-look';
import type { ChartOfPiece, Drawn, Room, SheetPiece } from './sheet-piece';

/** A block of figures: title, headings, lines, total and notes, with its chart. */
export interface FigureBlock {
  readonly title: string;
  readonly tally: Tally;
  /** `under`: a row of headings below the title, with `names` over the lines' names; `beside`: they stand on the title's own row. */
  readonly headings: { readonly where: 'under'; readonly names: string } | { readonly where: 'beside' } | null;
  readonly hasTotal: boolean;
  readonly notes: readonly string[];
  /** `lastColumn` is left out of the chart where it is the lines' own total. */
  readonly chart: (ChartOfPiece & { readonly lastColumn: 'shown' | 'left out' }) | null;
  /** Zero-based. */
  readonly left: number;
  /** A new sheet has room for as many lines, where there are fewer now. */
  readonly roomForLines: number;
}

/** A later run may add a line for other directorates and one for those not known. */
export const DIRECTORATE_LINES_TO_COME = 2;

/** Room for one line into which all others are folded, and for the two that never are: with less, the lines of a later run could not equal the total. */
const LEAST_LINES = 3;

export function figurePiece(block: FigureBlock): SheetPiece {
  const { title, left, roomForLines, tally, chart } = block;
  return {
    title,
    left,
    spareRows: Math.max(0, Math.max(roomForLines, LEAST_LINES) - tally.lines.length),
    gapBelow: 1,
    chart,
    draw: (room) => drawn(block, room),
    looks: ({ cells }, { row, column }) => looksOf(block, cells, row, column),
  };
}

/** Rows above the first line. */
const headRows = ({ headings }: FigureBlock): number => (headings?.where === 'under' ? 2 : 1);

function drawn(block: FigureBlock, room: Room): Drawn {
  const { title, headings, hasTotal, notes, chart } = block;
  const above = headRows(block);
  const lines = Math.max(1, room.rows - above - (hasTotal ? 1 : 0) - notes.length);
  const tally = foldedTally(block.tally, { lines, columns: Math.max(1, room.columns - 1) });
  const columns = tally.columns.map(({ name }) => text(name));
  const blank = columns.map(() => NOTHING);
  const cells = [
    [text(title), ...(headings?.where === 'beside' ? columns : blank)],
    ...(headings?.where === 'under' ? [[text(headings.names), ...columns]] : []),
    ...tally.lines.map(({ name, figures }) => [text(name), ...figures.map(figureCell)]),
    ...(hasTotal ? [[text('Total'), ...totalsOf(tally).map((total) => figureCell(zeroForNone(total)))]] : []),
    ...notes.map((note) => [text(note), ...blank]),
  ];
  const right = columns.length - (chart?.lastColumn === 'left out' ? 1 : 0);
  return {
    cells: cells.slice(0, room.rows),
    charted: chart === null || tally.lines.length === 0 ? null : { top: above - 1, bottom: above - 1 + tally.lines.length, right },
  };
}

/** A total over no lines at all. */
function zeroForNone(total: Figure): Figure {
  return { ...total, now: total.now ?? 0 };
}

/** "5", "8 of 11", or "5 (4)" with the number of the quarter before in brackets. */
function figureCell({ now, then, of }: Figure): PlanCell {
  if (now === null) return NOTHING;
  if (of !== undefined) return text(`${String(now)} of ${String(of)}`);
  return then === null ? count(now) : text(`${String(now)} (${String(then)})`);
}

function looksOf(block: FigureBlock, cells: Drawn['cells'], top: number, left: number): LookArea[] {
  const { headings, hasTotal, notes } = block;
  const right = left + (cells[0]?.length ?? 1) - 1;
  const first = top + headRows(block);
  const end = top + cells.length - 1;
  const last = end - notes.length;
  const figures = { left: left + 1, right };
  return [
    sectionLook(top, left, right),
    ...(headings?.where === 'under' ? [headingLook(top + 1, left, right)] : []),
    ...(headings === null ? [] : [{ area: { top: first - 1, bottom: first - 1, ...figures }, look: { align: 'right' as const } }]),
    ...(headings?.where === 'beside' ? [{ area: { top, bottom: top, ...figures }, look: { size: 11 } }] : []),
    ...(last < first
      ? []
      : [
          { area: { top: first, bottom: last, left, right }, look: { border: 'thin' as const, format: 'General', wrap: true } },
          { area: { top: first, bottom: last, ...figures }, look: { align: 'right' as const, wrap: false } },
        ]),
    ...(hasTotal ? [{ area: { top: last, bottom: last, left, right }, look: { bold: true } }] : []),
    ...(notes.length === 0 ? [] : [{ area: { top: last + 1, bottom: end, left, right: left }, look: { italic: true, wrap: false } }]),
  ];
}
