import { type Area, areaA1, areasOverlap, parseArea } from '../../../domain/grid';
import type { Edit } from '../../../domain/workbook';
import { Failure } from '../../../application';
import type { EditableBook } from './editable-book';
import { childNamed } from '../package/markup';

type WriteCells = Edit & { readonly type: 'write cells' };

interface Pivot {
  readonly name: string;
  readonly area: Area;
}

/** The PivotTables of a sheet: what lies in them is Excel's to write, and Excel repairs a file in which another part lies over one. */
function pivotsOn(book: EditableBook, sheet: string): Pivot[] {
  return book.parts.relationshipsOfType(book.sheetPath(sheet), 'pivotTable').flatMap(({ target }) => {
    if (book.parts.find(target) === null) return [];
    const root = book.parts.tree(target);
    const area = parseArea(childNamed(root, 'location')?.attributes.get('ref') ?? '');
    return area === null ? [] : [{ name: root.attributes.get('name') ?? '', area }];
  });
}

/** @throws Failure when cells of a PivotTable, or those that a formula elsewhere fills, would be written. */
export function demandFreeCells(book: EditableBook, { sheet, area, cells }: WriteCells): void {
  const pivots = pivotsOn(book, sheet).filter((pivot) => areasOverlap(pivot.area, area));
  const { arrays } = book.sheet(sheet);
  if (pivots.length + arrays.length === 0) return;
  cells.forEach((row, down) =>
    row.forEach((content, along) => {
      if (content === null) return;
      const [top, left] = [area.top + down, area.left + along];
      demandFree(sheet, { top, left, bottom: top, right: left }, pivots, arrays);
    }),
  );
}

/**
 * @param was where the table lies now; null for a new one. What lies under it already is not ours to judge.
 * @throws Failure when a table would lie over a PivotTable or over the results of a formula.
 */
export function demandFreeTable(book: EditableBook, sheet: string, area: Area, was: Area | null): void {
  const isNew = (place: Area): boolean => was === null || !areasOverlap(place, was);
  const pivots = pivotsOn(book, sheet).filter((pivot) => isNew(pivot.area));
  demandFree(sheet, area, pivots, book.sheet(sheet).arrays.filter(isNew));
}

function demandFree(sheet: string, area: Area, pivots: readonly Pivot[], arrays: readonly Area[]): void {
  const pivot = pivots.find((one) => areasOverlap(one.area, area));
  if (pivot !== undefined)
    throw new Failure(
      'cell changed',
      `The PivotTable “${pivot.name}” at ${areaA1(pivot.area)} of “${sheet}” stands where the plan must write, so nothing was written. Move it to another place, then write again.`,
    );
  const array = arrays.find((one) => areasOverlap(one, area));
  if (array !== undefined)
    throw new Failure(
      'cell changed',
      `A formula at ${areaA1({ ...array, bottom: array.top, right: array.left })} of “${sheet}” fills the cells ${areaA1(array)}, and the plan must write there. Nothing was written. Move that formula to another place, then write again.`,
    );
}
