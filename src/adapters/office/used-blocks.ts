import type { Area } from '../../domain/grid';
import { stopIfCancelled, type Send } from './excel-connection';

/** An area of a live sheet. */
export interface SheetArea {
  readonly sheet: Excel.Worksheet;
  readonly sheetId: string;
  readonly area: Area;
  /** What is read of its cells; everything when left out. */
  readonly depth?: Depth;
}

/**
 * `everything`: value, text, format, formula, type. `formulas`: enough to tell whether a cell has changed. `values`: values
 * alone, for a sheet that holds only texts.
 */
export type Depth = 'everything' | 'formulas' | 'values';

/**
 * Cells. A used range up to this size is read whole: even 250,000 empty cells take only two requests, and of values alone, three bytes an
 * empty cell, four times as many. Excel answers null above five million.
 */
const SPLIT_ABOVE: Readonly<Record<Depth, number>> = { everything: 250_000, formulas: 250_000, values: 1_000_000 };

const isLarge = ({ area, depth = 'everything' }: SheetArea): boolean => cellsIn(area) > SPLIT_ABOVE[depth];

/** How many strips a larger area is cut into. */
const STRIPS = 16;

export function cellsIn(area: Area): number {
  return (area.bottom - area.top + 1) * (area.right - area.left + 1);
}

export function rangeOf(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return untracked(sheet.getRangeByIndexes(area.top, area.left, area.bottom - area.top + 1, area.right - area.left + 1));
}

/**
 * Marks a range that is used in one request only. Otherwise Office.js would keep it in Excel's memory and send one more request
 * at the end to release it.
 */
export function untracked<R extends Excel.Range | Excel.RangeAreas>(range: R): R {
  range.untrack();
  return range;
}

/** Loads what `areaOfRange` reads after the next send. */
export function withBounds(range: Excel.Range): Excel.Range {
  range.load('rowIndex,columnIndex,rowCount,columnCount');
  return untracked(range);
}

export function areaOfRange(range: Excel.Range): Area {
  const { rowIndex, columnIndex, rowCount, columnCount } = range;
  return { top: rowIndex, left: columnIndex, bottom: rowIndex + rowCount - 1, right: columnIndex + columnCount - 1 };
}

/**
 * Finds where the filled cells of large used ranges lie. Two cells, at A1 and XFD1048576, have a used range of 17
 * thousand million cells, and Excel answers null above five million; so a large area is cut into strips along its longer side,
 * the used range of each strip is requested (one round trip for all), and the strips that shrink are cut again.
 * An area that does not shrink is full, and is returned as it is.
 */
export async function usedBlocks(areas: readonly SheetArea[], send: Send, signal: AbortSignal | undefined): Promise<SheetArea[]> {
  const finished = areas.filter((area) => !isLarge(area));
  let large = areas.filter(isLarge);
  while (large.length > 0) {
    stopIfCancelled(signal);
    const attempts = large.map((whole) => ({ whole, strips: strips(whole.area).map((strip) => usedRangeOf(whole.sheet, strip)) }));
    await send();
    large = [];
    for (const { whole, strips: usedRanges } of attempts) {
      const parts = usedRanges.filter((range) => !range.isNullObject).map((range) => ({ ...whole, area: areaOfRange(range) }));
      const filled = parts.reduce((sum, { area }) => sum + cellsIn(area), 0);
      const isFull = filled > cellsIn(whole.area) / 2;
      finished.push(...parts.filter((part) => isFull || !isLarge(part)));
      if (!isFull) large.push(...parts.filter(isLarge));
    }
  }
  return finished;
}

function usedRangeOf(sheet: Excel.Worksheet, strip: Area): Excel.Range {
  return withBounds(rangeOf(sheet, strip).getUsedRangeOrNullObject(true));
}

function strips(area: Area): Area[] {
  const rows = area.bottom - area.top + 1;
  const columns = area.right - area.left + 1;
  const length = Math.ceil(Math.max(rows, columns) / STRIPS);
  const cut: Area[] = [];
  if (rows >= columns) {
    for (let top = area.top; top <= area.bottom; top += length) cut.push({ ...area, top, bottom: Math.min(top + length - 1, area.bottom) });
  } else {
    for (let left = area.left; left <= area.right; left += length)
      cut.push({ ...area, left, right: Math.min(left + length - 1, area.right) });
  }
  return cut;
}
