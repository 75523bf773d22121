import type { BookGrid, SheetGrid } from '../../domain/grid';
import type { BookPlace } from '../../application';
import { failureOf } from './office-errors';
import type { OfficeSetting } from './office-setting';
import { readBlocks } from './read-blocks';
import { nameOfBook, visibilityOf } from './read-book';
import { areaOfRange, cellsIn, rangeOf, type SheetArea, withBounds } from './used-blocks';

/** A place larger than this, such as a whole column, is cut to the cells in use before it is read. */
const BOUND_ABOVE = 2_000;

/**
 * Reads some cells again, in two round trips (three when a place is large). A sheet that is gone is left out. Merged areas
 * and tables are not read: a caller that needs them reads the whole workbook.
 */
export async function readCells(setting: OfficeSetting, places: readonly BookPlace[]): Promise<BookGrid> {
  const name = nameOfBook(setting.documentUrl());
  if (places.length === 0) return { name, sheets: [] };
  try {
    return await setting.openConnection().run({ waitForCellEdit: true }, async (context, send) => {
      const ids = [...new Set(places.map(({ sheetId }) => sheetId))];
      const sheets = ids.map((id) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject(id);
        sheet.load('id,name,visibility');
        return { id, sheet };
      });
      await send();
      const found = new Map(sheets.filter(({ sheet }) => !sheet.isNullObject).map(({ id, sheet }) => [id, sheet]));
      const areas = places.flatMap(({ sheetId, area }): SheetArea[] => {
        const sheet = found.get(sheetId);
        return sheet === undefined ? [] : [{ sheet, sheetId, area }];
      });
      const bounded = await boundLarge(areas, send);
      const askProtection = (): void => found.forEach((sheet) => sheet.protection.load('protected'));
      const cells = await readBlocks(bounded, { send, payloadLimit: setting.payloadLimit, alongside: askProtection });
      return {
        name,
        sheets: [...found].map(([id, sheet]): SheetGrid => ({
          id,
          name: sheet.name,
          visibility: visibilityOf(sheet),
          isProtected: sheet.protection.protected,
          rows: cells.get(id) ?? new Map(),
          merges: [],
          tables: [],
        })),
      };
    });
  } catch (error) {
    throw failureOf(error, 'read the cells again');
  }
}

async function boundLarge(areas: readonly SheetArea[], send: () => Promise<void>): Promise<SheetArea[]> {
  const large = areas.filter(({ area }) => cellsIn(area) > BOUND_ABOVE);
  if (large.length === 0) return [...areas];
  const asked = large.map((place) => {
    return { place, used: withBounds(rangeOf(place.sheet, place.area).getUsedRangeOrNullObject(true)) };
  });
  await send();
  const bounded = asked.filter(({ used }) => !used.isNullObject).map(({ place, used }) => ({ ...place, area: areaOfRange(used) }));
  return [...areas.filter(({ area }) => cellsIn(area) <= BOUND_ABOVE), ...bounded];
}
