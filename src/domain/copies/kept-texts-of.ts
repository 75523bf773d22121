import { cellAt } from '../grid';
import { addressOf, shownWords } from '../workbook';
import type { CopyMerge } from './copy-merge';
import type { PlanTableEdits } from './plan-table-edits';
import { filledRows, rowInWords, type TableSide } from './table-side';

/** Rows of the copy's sheet of kept texts that the plan's own has not: they are kept there too. */
export function keptTextsOf(side: TableSide, ours: PlanTableEdits | null, merge: CopyMerge): void {
  const own = new Set(ours === null ? [] : filledRows(ours.side).map((row) => rowInWords(ours.side, row)));
  for (const row of filledRows(side)) {
    if (own.has(rowInWords(side, row))) continue;
    const words = (key: string): string => shownWords(cellAt(side.sheet, { row, column: side.columns.get(key)?.at ?? -1 }));
    const text = words('text');
    merge.setAside({
      plan: side.plan,
      row: '',
      column: '',
      heading: '',
      beside: [words('sheet'), words('cell'), words('beside')].filter((part) => part !== '').join(' · '),
      address: addressOf(row, side.area.left),
      theirs: text === '' ? rowInWords(side, row) : text,
      mine: '',
    });
  }
}
