import { type Area, parseArea } from '../../domain/grid';
import type { Send } from './excel-connection';
import { untracked, rangeOf, type SheetArea } from './used-blocks';

/** Queues a request for the merged areas inside an area; read the answer after the next send. */
export function askMerges({ sheet, area }: SheetArea): Excel.RangeAreas {
  const merged = untracked(rangeOf(sheet, area).getMergedAreasOrNullObject());
  merged.load('address,areaCount');
  return merged;
}

/** Merged areas of an answer. Excel gives one text, "Sheet1!A1:B1,Sheet1!C3:D4"; a sheet's quoted name may hold commas. */
export function mergesOf(merged: Excel.RangeAreas): Area[] {
  if (merged.isNullObject) return [];
  return merged.address
    .replace(/(?<!')'(?:[^']|'')*'!/g, '')
    .split(',')
    .map((address) => parseArea(address.trim()))
    .filter((area) => area !== null)
    .filter((area) => area.top !== area.bottom || area.left !== area.right);
}

/**
 * Excel cannot answer for more than 512 merged areas at a time; the whole request fails. So each sheet is requested again on
 * its own, and a sheet that fails is requested by halves of its rows; a single row that fails is left out.
 */
export async function readMergesByHalves(whole: SheetArea, send: Send): Promise<Area[]> {
  const found = new Map<string, Area>();
  const pending = [whole];
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    const merged = askMerges(next);
    const failed = await send().then(
      () => false,
      () => true,
    );
    const { top, bottom } = next.area;
    if (!failed) for (const area of mergesOf(merged)) found.set(JSON.stringify(area), area);
    else if (top < bottom) {
      const middle = Math.floor((top + bottom) / 2);
      pending.push({ ...next, area: { ...next.area, bottom: middle } }, { ...next, area: { ...next.area, top: middle + 1 } });
    }
  }
  return [...found.values()];
}
