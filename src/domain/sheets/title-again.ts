import type { Place, SheetGrid } from '../grid';
import { type PlanBlock, type SheetPlan, wordsOfCell } from '../workbook';
import { STAMP_START } from './plan-subject';

/**
 * A sheet that is one table under a title and a stamp, with both written where they stand now: rows and columns that the user put in or took
 * out move them. What was deleted of them stays deleted, so that nothing is written over the user's rows or the headings.
 */
export function withTitleAgain(plan: SheetPlan, sheet: SheetGrid): SheetPlan {
  const [block, ...others] = plan.blocks;
  const top = sheet.tables.find(({ name }) => name === plan.table?.name)?.area.top;
  const [title, stamp] = block?.cells ?? [];
  if (block === undefined || others.length > 0 || top === undefined || title === undefined || stamp === undefined) return plan;
  const words = plan.name;
  const titleAt = placeOf(sheet, top, (text) => text.trim() === words);
  const stampAt = placeOf(sheet, top, (text) => text.startsWith(STAMP_START));
  if (titleAt === null && stampAt === null) return top === plan.table?.at.row ? plan : { ...plan, blocks: [] };
  // One of the two was typed over: it stands beside the other.
  const places = [titleAt ?? beside(stampAt, -1, top), stampAt ?? beside(titleAt, 1, top)];
  const blocks = [title, stamp].flatMap((cells, index): PlanBlock[] => {
    const at = places[index] ?? null;
    return at === null ? [] : [{ at, cells: [cells] }];
  });
  return { ...plan, blocks };
}

/** The first place above the table whose text is meant. */
function placeOf(sheet: SheetGrid, top: number, isMeant: (text: string) => boolean): Place | null {
  for (let row = 0; row < top; row += 1)
    for (const [column, cell] of sheet.rows.get(row) ?? []) if (isMeant(wordsOfCell(cell))) return { row, column };
  return null;
}

function beside(place: Place | null, rows: number, top: number): Place | null {
  const row = (place?.row ?? 0) + rows;
  return place === null || row < 0 || row >= top ? null : { ...place, row };
}
