import { a1, type Area, areaA1, areasOverlap } from '../../domain/grid';
import type { Change, Edit } from '../../domain/workbook';
import { Failure } from '../../application';
import type { BookState, PivotState } from './book-state';
import type { Send } from './excel-connection';
import { askMerges, mergesOf } from './read-merges';
import { areaOfRange, rangeOf, withBounds } from './used-blocks';

/** What only Excel knows of the places that are to be written; ask it with one send, then read it. */
export interface PlacesAsked {
  readonly tables: readonly TableAsked[];
  readonly written: readonly { readonly edit: WriteCells; readonly range: Excel.Range }[];
}

interface TableAsked {
  readonly edit: ResizeTable;
  readonly was: Area;
  readonly range: Excel.Range;
  /** Merged areas where the table is to lie; null where Excel cannot say. */
  readonly merged: Excel.RangeAreas | null;
}

type WriteCells = Edit & { readonly type: 'write cells' };
type ResizeTable = Edit & { readonly type: 'resize table' };

/** What this version of Excel can be asked. */
interface Knowledge {
  readonly spills: boolean;
  readonly merges: boolean;
}

/** Queues the questions; sends nothing. Sheets that the run makes hold nothing that could be in the way. */
export function askPlaces(changes: readonly Change[], context: Excel.RequestContext, state: BookState, knows: Knowledge): PlacesAsked {
  const { worksheets, tables } = context.workbook;
  return {
    tables: changes.flatMap(({ edit, undo }) => {
      if (edit.type !== 'resize table' || undo?.type !== 'resize table' || !state.hasTable(edit.table)) return [];
      const sheet = worksheets.getItem(edit.sheet);
      // The workbook was read as far as it is used; a merge may lie below that.
      const gained = gainedBy(edit.area, undo.area);
      const merged = knows.merges && gained !== null ? askMerges({ sheet, sheetId: edit.sheet, area: gained }) : null;
      return [{ edit, was: undo.area, range: withBounds(tables.getItem(edit.table).getRange()), merged }];
    }),
    written: changes.flatMap(({ edit }) => {
      if (!knows.spills || edit.type !== 'write cells' || state.sheet(edit.sheet) === null) return [];
      const range = rangeOf(worksheets.getItem(edit.sheet), edit.area);
      range.load('hasSpill');
      return [{ edit, range }];
    }),
  };
}

/** Where a table will lie that it does not lie now; null when it gains nothing. No merged cells lie in a table. */
function gainedBy(area: Area, was: Area): Area | null {
  if (area.right > was.right || area.left < was.left || area.top < was.top) return area;
  return area.bottom > was.bottom ? { ...area, top: was.bottom + 1 } : null;
}

/** Refuses a write, before anything is written, into a pivot table or a spilled array, or of a table that somebody else resized. */
export async function demandFree(
  asked: PlacesAsked,
  changes: readonly Change[],
  state: BookState,
  context: Excel.RequestContext,
  send: Send,
): Promise<void> {
  for (const { edit, was, range, merged } of asked.tables) {
    // A table that has its new area already was resized by this very run, before it was interrupted.
    if (![was, edit.area].some((area) => areaA1(area) === areaA1(areaOfRange(range)))) throw tableChanged(edit);
    const [merge] = merged === null ? [] : mergesOf(merged);
    if (merge !== undefined) throw mergeInTheWay(edit, merge);
  }
  for (const { edit } of changes) {
    const pivot = state.pivots.find((one) => one.sheet.toLowerCase() === edit.sheet.toLowerCase() && reaches(edit, one.area));
    if (pivot !== undefined) throw pivotInTheWay(pivot);
  }
  // Null when some of the cells hold a spilled result, which may be cells that are not written.
  const touched = asked.written.filter(({ range }) => (range.hasSpill as boolean | null) !== false);
  for (const { edit } of touched) await demandNoSpill(edit, context, send);
}

function reaches(edit: Edit, area: Area): boolean {
  if (edit.type === 'resize table' || edit.type === 'add table') return areasOverlap(edit.area, area);
  return edit.type === 'write cells' && placesWritten(edit).some((place) => areasOverlap(place, area));
}

function tableChanged({ sheet }: ResizeTable): Failure {
  return new Failure(
    'cell changed',
    `The table on “${sheet}” has other rows or columns than when the workbook was read, so nothing was written. Check again, then write.`,
  );
}

function mergeInTheWay({ sheet }: ResizeTable, merge: Area): Failure {
  return new Failure(
    'cell changed',
    `The cells ${areaA1(merge)} of “${sheet}” are merged, and the table must reach there. Nothing was written. Unmerge them, then write again.`,
  );
}

/** The cells that an edit writes, each as an area. */
function placesWritten({ area, cells }: WriteCells): Area[] {
  return cells.flatMap((row, down) =>
    row.flatMap((content, along): Area[] => {
      const [top, left] = [area.top + down, area.left + along];
      return content === null ? [] : [{ top, left, bottom: top, right: left }];
    }),
  );
}

function pivotInTheWay({ sheet, name, area }: PivotState): Failure {
  return new Failure(
    'cell changed',
    `The PivotTable “${name}” at ${areaA1(area)} of “${sheet}” stands where the plan must write, so nothing was written. Move it to another place, then write again.`,
  );
}

/** As many cells as one request asks about one by one. */
const CELLS_A_REQUEST = 1_000;

async function demandNoSpill(edit: WriteCells, context: Excel.RequestContext, send: Send): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(edit.sheet);
  const places = placesWritten(edit);
  for (let from = 0; from < places.length; from += CELLS_A_REQUEST) {
    const asked = places.slice(from, from + CELLS_A_REQUEST).map((place) => {
      const range = rangeOf(sheet, place);
      range.load('hasSpill');
      return { place, range };
    });
    await send();
    const spilled = asked.find(({ range }) => range.hasSpill);
    if (spilled === undefined) continue;
    const cell = a1({ row: spilled.place.top, column: spilled.place.left });
    throw new Failure(
      'cell changed',
      `Cell ${cell} of “${edit.sheet}” holds a result of a formula in another cell, which fills several cells, and the plan must write there. Nothing was written. Move that formula to another place, then write again.`,
    );
  }
}
