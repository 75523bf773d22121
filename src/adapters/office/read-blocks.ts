import { type Area, type Cell, LAST_COLUMN, LAST_ROW } from '../../domain/grid';
import { CONTENTS, keepContents } from './cell-of-range';
import { type Send, stopIfCancelled } from './excel-connection';
import { isTooLarge } from './office-errors';
import type { CellRows } from './office-setting';
import { cellsIn, type Depth, rangeOf, type SheetArea } from './used-blocks';

/** The size of a cell in a response, as a share of its size at depth `everything`: its text is sent three times, twice or once. */
const SHARES: Readonly<Record<Depth, number>> = { everything: 1, formulas: 0.6, values: 0.12 };

const depthOf = ({ depth = 'everything' }: SheetArea): Depth => depth;

/** Estimated bytes of a cell in a response before one was measured: five arrays, each text three times (value, text and formula). */
const BYTES_A_CELL = 220;

/** A response may hold denser rows than the ones measured so far. */
const MARGIN = 1.1;

export interface BlockReading {
  readonly send: Send;
  /** Most bytes of one response. */
  readonly payloadLimit: number;
  /** Estimated bytes of a cell to begin with, where a sample was read. */
  readonly bytesACell?: number;
  readonly signal?: AbortSignal;
  /** Called after each round trip with the share of the cells read. */
  readonly onBlock?: (done: number, sheetId: string) => void;
  /** Loads other things in the first round trip; they can be read once it has been answered. */
  readonly alongside?: () => void;
}

/** Cells by sheet id. */
export type CellsBySheet = Map<string, CellRows>;

/**
 * Reads areas with as few requests as their bytes allow. How many bytes a cell takes is measured on each response and used
 * for the next; when a response is refused as too large, the same cells are requested again in smaller pieces.
 */
export async function readBlocks(areas: readonly SheetArea[], reading: BlockReading): Promise<CellsBySheet> {
  const found: CellsBySheet = new Map();
  const total = areas.reduce((sum, { area }) => sum + cellsIn(area), 0);
  let pending: readonly SheetArea[] = areas.flatMap(({ area, ...sheet }) =>
    splitWholeRowsAndColumns(area).map((part) => ({ ...sheet, area: part })),
  );
  const sizes = new CellSizes(reading.bytesACell ?? BYTES_A_CELL);
  let done = 0;
  let alongside = reading.alongside;
  while (pending.length > 0 || alongside !== undefined) {
    stopIfCancelled(reading.signal);
    const { now, later } = nextBlocks(pending, reading.payloadLimit, sizes);
    const loaded = now.map((block) => ({ block, range: load(block) }));
    alongside?.();
    try {
      await reading.send();
    } catch (error) {
      const cells = now.reduce((sum, { area }) => sum + cellsIn(area), 0);
      if (!isTooLarge(error) || cells <= 1) throw error;
      sizes.raiseAfterRefusal(now, reading.payloadLimit);
      continue;
    }
    alongside = undefined;
    for (const { block, range } of loaded) {
      sizes.measured(block, keepContents(rowsOf(found, block.sheetId), block.area, range, block.depth));
      done += cellsIn(block.area);
    }
    sizes.learn();
    reading.onBlock?.(total === 0 ? 1 : done / total, now.at(-1)?.sheetId ?? '');
    pending = later;
  }
  return found;
}

/** How many bytes a cell takes in a response, by depth: estimated first, then measured. */
class CellSizes {
  private readonly bytes: Record<Depth, number>;
  private seen = new Map<Depth, { cells: number; bytes: number }>();

  constructor(everything: number) {
    const of = (depth: Depth): number => everything * SHARES[depth] * MARGIN;
    this.bytes = { everything: of('everything'), formulas: of('formulas'), values: of('values') };
  }

  of(block: SheetArea): number {
    return this.bytes[depthOf(block)];
  }

  measured(block: SheetArea, bytes: number): void {
    const seen = this.seen.get(depthOf(block)) ?? { cells: 0, bytes: 0 };
    this.seen.set(depthOf(block), { cells: seen.cells + cellsIn(block.area), bytes: seen.bytes + bytes });
  }

  /** Takes over what was measured since the last time. */
  learn(): void {
    for (const [depth, { cells, bytes }] of this.seen) if (cells > 0) this.bytes[depth] = Math.max(1, (bytes / cells) * MARGIN);
    this.seen = new Map();
  }

  /** After a refused response: assumes that these cells take twice as many bytes, or enough to need two responses. */
  raiseAfterRefusal(blocks: readonly SheetArea[], limit: number): void {
    const guessed = blocks.reduce((sum, block) => sum + cellsIn(block.area) * this.of(block), 0);
    const times = Math.max(2, (limit / guessed) * 2);
    this.bytes.everything *= times;
    this.bytes.formulas *= times;
    this.bytes.values *= times;
  }
}

function load({ sheet, area, depth = 'everything' }: SheetArea): Excel.Range {
  const range = rangeOf(sheet, area);
  range.load(CONTENTS[depth]);
  return range;
}

function rowsOf(found: CellsBySheet, sheetId: string): CellRows {
  let rows = found.get(sheetId);
  if (rows === undefined) found.set(sheetId, (rows = new Map<number, Map<number, Cell>>()));
  return rows;
}

/** Excel answers null for whole rows and whole columns, however few, so such an area is read in two halves. */
function splitWholeRowsAndColumns(area: Area): Area[] {
  if (area.left === 0 && area.right === LAST_COLUMN)
    return [
      { ...area, right: MIDDLE },
      { ...area, left: MIDDLE + 1 },
    ].flatMap(splitWholeRowsAndColumns);
  if (area.top === 0 && area.bottom === LAST_ROW)
    return [
      { ...area, bottom: MIDDLE },
      { ...area, top: MIDDLE + 1 },
    ];
  return [area];
}

/** Any row or column between the first and the last. */
const MIDDLE = 8_191;

/** As many whole areas as fit into `limit` bytes, then the part of the next one that still fits. */
function nextBlocks(
  pending: readonly SheetArea[],
  limit: number,
  sizes: CellSizes,
): { readonly now: SheetArea[]; readonly later: SheetArea[] } {
  const now: SheetArea[] = [];
  const later: SheetArea[] = [];
  let left = limit;
  for (const block of pending) {
    const room = Math.floor(left / sizes.of(block));
    if (cellsIn(block.area) <= room) {
      now.push(block);
      left -= cellsIn(block.area) * sizes.of(block);
      continue;
    }
    const { first, rest } = cut(block.area, room, now.length === 0);
    if (first !== null) now.push({ ...block, area: first });
    later.push(...rest.map((area) => ({ ...block, area })));
    left = 0;
  }
  return { now, later };
}

/** The first rows of an area that fit into `room` cells; when not even one row fits and something must be taken, a part of the row. */
function cut(area: Area, room: number, takeAtLeastOne: boolean): { readonly first: Area | null; readonly rest: Area[] } {
  const rows = Math.floor(room / (area.right - area.left + 1));
  if (rows > 0) {
    const bottom = area.top + rows - 1;
    return { first: { ...area, bottom }, rest: [{ ...area, top: bottom + 1 }] };
  }
  if (!takeAtLeastOne) return { first: null, rest: [area] };
  const right = area.left + Math.max(1, room) - 1;
  const below = area.top < area.bottom ? [{ ...area, top: area.top + 1 }] : [];
  const beside = { ...area, left: right + 1, bottom: area.top };
  return { first: { ...area, bottom: area.top, right }, rest: beside.left <= beside.right ? [beside, ...below] : below };
}
