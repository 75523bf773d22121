import { type Area, parseA1, parseArea, type Place, type SheetGrid } from '../grid';
import { NOTHING, type PlanCell, wordsOfCell, type WrittenSheet } from '../workbook';
import { type Placed, plannedChart } from './placed';
import type { ChartOfPiece, Room, SheetPiece } from './sheet-piece';

/** A sheet of the plan that is in the workbook already. */
export interface ExistingSheet {
  readonly sheet: SheetGrid;
  /** What the last run wrote there; null when the workbook does not say. */
  readonly last: WrittenSheet | null;
}

/** Where version 0.1.0 put the charts of a sheet, by name: it kept no record of them. A1 areas. */
export type FirstCharts = Readonly<Record<string, string>>;

/** A piece, where the last run wrote it, and where it stands now. */
interface Standing {
  readonly piece: SheetPiece;
  readonly was: Place | null;
  readonly at: Place | null;
}

/**
 * Pieces on an existing sheet stay where their titles stand: its looks and charts are the user's, and a table below cannot move. Each
 * has the rows down to what is next below it and the columns up to a chart; what the last run wrote there and this one does not is
 * cleared. A piece that the user deleted stays deleted.
 */
export function placedAgain(pieces: readonly SheetPiece[], existing: ExistingSheet, firstCharts: FirstCharts): Placed {
  const written = placesWritten(existing.last);
  const standing = standingOn(pieces, existing.sheet, written);
  const charts = chartsNow(standing, { ...(existing.last?.charts ?? firstCharts), ...existing.last?.chartsLeftOut });
  const isDrawn = (name: string): boolean => existing.last?.chartsLeftOut?.[name] === undefined;
  const placed = standing.flatMap(({ piece, was, at }): Omit<Placed, 'below'>[] => {
    if (at === null) return [];
    const rows = rowsDown(piece, at, standing, existing.sheet);
    const drawn = piece.draw(roomBeside([...charts.values()], at, rows));
    const before = sizeBefore(was, standing, written);
    // Also what lies under a chart, where version 0.1.0 wrote.
    const cells = padded(drawn.cells, { rows: Math.min(rows, before.rows), columns: before.columns });
    const over = piece.chart === null ? undefined : charts.get(piece.chart.name);
    return [
      {
        blocks: [{ at, cells }],
        looks: piece.looks(drawn, at),
        charts:
          piece.chart === null || over === undefined || drawn.charted === null
            ? []
            : [plannedChart(asItStands(piece.chart, isDrawn(piece.chart.name)), drawn.charted, at, over)],
      },
    ];
  });
  return {
    blocks: placed.flatMap(({ blocks }) => blocks),
    looks: placed.flatMap(({ looks }) => looks),
    charts: placed.flatMap((one) => one.charts),
    below: Math.min(...tableTops(existing.sheet)),
  };
}

/** A chart that was made stays, whatever it shows now. */
function asItStands(chart: ChartOfPiece, isDrawn: boolean): ChartOfPiece {
  const { name, kind, title, valueTitle } = chart;
  return isDrawn ? { name, kind, title, ...(valueTitle === undefined ? {} : { valueTitle }) } : chart;
}

const tableTops = ({ tables }: SheetGrid): number[] => tables.map(({ area }) => area.top);

/** The cells outside tables that the last run wrote, with their words. */
type PlacesWritten = readonly { readonly place: Place; readonly words: string }[];

function placesWritten(last: WrittenSheet | null): PlacesWritten {
  return Object.entries(last?.blocks ?? {}).flatMap(([address, words]) => {
    const place = parseA1(address);
    return place === null ? [] : [{ place, words }];
  });
}

function standingOn(pieces: readonly SheetPiece[], sheet: SheetGrid, written: PlacesWritten): Standing[] {
  const found = pieces.map((piece): Standing => ({ piece, was: placeWritten(piece, written), at: placeOnSheet(piece, sheet) }));
  return found.map((one, index) => {
    if (one.at !== null || one.was === null) return one;
    // Its title was written over. It still stands there if the pieces around it leave its place free.
    const above = found.slice(0, index).flatMap(({ at, was }) => at ?? was ?? []);
    const below = found.slice(index + 1).flatMap(({ at }) => at ?? []);
    const { row } = one.was;
    const fits =
      above.every((place) => place.row < row) && [...below.map((place) => place.row), ...tableTops(sheet)].every((top) => row < top);
    return { ...one, at: fits ? one.was : null };
  });
}

function placeWritten({ title }: SheetPiece, written: PlacesWritten): Place | null {
  const places = written.flatMap(({ place, words }) => (words === title ? [place] : []));
  return places.reduce<Place | null>((first, place) => (first === null || place.row < first.row ? place : first), null);
}

/** The first cell outside the tables that holds the title, in the piece's own column where there is one. */
function placeOnSheet({ title, left }: SheetPiece, sheet: SheetGrid): Place | null {
  const places: Place[] = [];
  for (const [row, cells] of sheet.rows) {
    if (sheet.tables.some(({ area }) => row >= area.top && row <= area.bottom)) continue;
    for (const [column, cell] of cells) if (wordsOfCell(cell) === title) places.push({ row, column });
  }
  places.sort((a, b) => Number(a.column !== left) - Number(b.column !== left) || a.row - b.row);
  return places[0] ?? null;
}

/** Where the charts are now, by name: they move with the rows and columns that the user inserted above and to the left of them. */
function chartsNow(standing: readonly Standing[], written: FirstCharts): Map<string, Area> {
  return new Map(
    Object.entries(written).flatMap(([name, address]): [string, Area][] => {
      const area = parseArea(address);
      if (area === null) return [];
      const moved = standing.findLast(({ was, at }) => was !== null && at !== null && was.row <= area.top);
      const down = (moved?.at?.row ?? 0) - (moved?.was?.row ?? 0);
      const across = (moved?.at?.column ?? 0) - (moved?.was?.column ?? 0);
      return [[name, { top: area.top + down, bottom: area.bottom + down, left: area.left + across, right: area.right + across }]];
    }),
  );
}

/** Rows down to the next piece or table. */
function rowsDown({ gapBelow }: SheetPiece, at: Place, standing: readonly Standing[], sheet: SheetGrid): number {
  const tops = [...standing.flatMap((one) => one.at?.row ?? []), ...tableTops(sheet)].filter((top) => top > at.row);
  return Math.max(1, Math.min(...tops) - at.row - gapBelow);
}

/** What of those rows the charts leave: the columns up to one beside the piece, the rows down to one below it. */
function roomBeside(charts: readonly Area[], at: Place, down: number): Room {
  let rows = down;
  let columns = Infinity;
  for (const chart of charts) {
    if (chart.bottom < at.row || chart.top > at.row + rows - 1) continue;
    if (chart.left > at.column) columns = Math.min(columns, chart.left - at.column);
    else if (chart.top > at.row) rows = Math.max(1, chart.top - at.row - 1);
  }
  return { rows, columns };
}

/** How many rows and columns the last run wrote of a piece, down to the next one. */
function sizeBefore(was: Place | null, standing: readonly Standing[], written: PlacesWritten): Room {
  if (was === null) return { rows: 0, columns: 0 };
  const next = Math.min(...standing.flatMap((one) => one.was?.row ?? []).filter((row) => row > was.row));
  const own = written.map(({ place }) => place).filter(({ row, column }) => row >= was.row && row < next && column >= was.column);
  return {
    rows: own.reduce((rows, place) => Math.max(rows, place.row - was.row + 1), 0),
    columns: own.reduce((columns, place) => Math.max(columns, place.column - was.column + 1), 0),
  };
}

/** Empty cells behind and below, which clear what stood there. */
function padded(cells: readonly (readonly PlanCell[])[], to: Room): PlanCell[][] {
  const columns = Math.max(to.columns, ...cells.map((row) => row.length));
  return Array.from({ length: Math.max(to.rows, cells.length) }, (_, row) =>
    Array.from({ length: columns }, (_each, column) => cells[row]?.[column] ?? NOTHING),
  );
}
