import { type Cell, cellAt, type SheetGrid } from '../grid';
import type { PlanSheetFound } from '../sheets';
import { addressOf, isBlank, isTypedOver, shownWords, type WrittenSheet, wordsWere } from '../workbook';
import type { CopyMerge } from './copy-merge';
import type { PairedRow } from './paired-rows';
import type { PlanTableEdits } from './plan-table-edits';

/** What stands on a sheet of the copy outside its table, cell by cell. */
interface CellElsewhere {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

/** A sheet of the plan in the copy and in the plan. */
export interface SheetPair {
  readonly theirs: PlanSheetFound;
  /** What the copy's last run wrote on it. */
  readonly last: WrittenSheet | null;
  /** The copy does not remember what was written outside its tables. */
  readonly isForgotten: boolean;
  readonly ours: PlanSheetFound | null;
  readonly lastOfOurs: WrittenSheet | null;
  /** Null where one of the two has no table. */
  readonly edits: PlanTableEdits | null;
  /** Rows of the table beside which a text belongs to the row; none where the rows were sorted. */
  readonly rows: readonly PairedRow[];
}

/** Texts beside the rows of a table go beside the same rows of the plan; other texts, and titles and figures typed over, are set aside. */
export function mergeElsewhere({ theirs, last, isForgotten, ours, lastOfOurs, edits, rows }: SheetPair, merge: CopyMerge): void {
  const own = new Map<string, number>();
  if (ours !== null) for (const { cell } of cellsElsewhere(ours)) own.set(shownWords(cell), (own.get(shownWords(cell)) ?? 0) + 1);
  const rowAt = new Map(rows.map((row) => [row.theirs, row]));
  for (const { row, column, cell } of cellsElsewhere(theirs)) {
    const address = addressOf(row, column);
    const written = last?.blocks[address];
    if (written !== undefined && !isTypedOver(cell, wordsWere(written))) continue;
    const words = shownWords(cell);
    const pair = rowAt.get(row);
    const our = pair?.ours ?? null;
    const at = our === null || edits === null ? null : besideIn(theirs, edits, column);
    const found = {
      plan: theirs.plan,
      row: pair?.name ?? '',
      column: '',
      heading: '',
      beside: pair?.words ?? beginningOfRow(theirs.sheet, row, column),
      address,
      theirs: words,
    };
    if (our !== null && edits !== null && at !== null) {
      const target = edits.edits.at(our, at);
      if (shownWords(target) === words) continue;
      if (!isBlank(target)) merge.setAside({ ...found, mine: shownWords(target) });
      else if (merge.takes({ ...found, mine: '' })) edits.edits.take(our, at, cell);
      continue;
    }
    // The same words once on each side are the same text, wherever rows that were put in have moved it.
    const left = own.get(words) ?? 0;
    if (left > 0) own.set(words, left - 1);
    else if (isForgotten && lastOfOurs?.blocks[address] !== undefined) merge.untold += 1;
    else merge.setAside({ ...found, mine: '' });
  }
}

function cellsElsewhere({ sheet, table }: PlanSheetFound): CellElsewhere[] {
  return [...sheet.rows].flatMap(([row, cells]) =>
    [...cells].flatMap(([column, cell]) => {
      const area = table?.area;
      const isIn = area !== undefined && row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
      return isIn || isBlank(cell) ? [] : [{ row, column, cell }];
    }),
  );
}

/** As far from the plan's table as from the copy's; null on the left of a sheet that has no room there. */
function besideIn({ table }: PlanSheetFound, edits: PlanTableEdits, column: number): number | null {
  if (table === null) return null;
  const { left, right } = edits.tableArea;
  const at = column > table.area.right ? right + column - table.area.right : left + column - table.area.left;
  return at < 0 ? null : at;
}

function beginningOfRow(sheet: SheetGrid, row: number, before: number): string {
  for (let column = 0; column < before; column += 1) {
    const words = shownWords(cellAt(sheet, { row, column })).trim();
    if (words !== '') return words;
  }
  return '';
}
