import type { SheetOutcome } from '../../domain/workbook';
import { counted, grouped } from '../../domain/wording';
import type { SheetChanges } from '../requests/collation-requests';

export function sheetChangesOf({ sheet, isNew, rows, commentsMoved, notesUnseen }: SheetOutcome): SheetChanges {
  const { added, changed, sourceAlone, gone, stillGone: kept, unchanged } = rows;
  return { sheet, isNew, added, changed, sourceAlone, gone, kept, unchanged, comments: commentsMoved, notesUnseen };
}

/** "4 new, 2 changed, 1 no longer sent": only what there is; for a sheet without rows, what becomes of it. */
export function sheetChangeWords(sheet: SheetChanges): string {
  const parts = [
    sheet.added > 0 ? `${grouped(sheet.added)} new` : '',
    sheet.changed > 0 ? `${grouped(sheet.changed)} changed` : '',
    sheet.sourceAlone > 0 ? `${grouped(sheet.sourceAlone)} from another place` : '',
    sheet.gone > 0 ? `${grouped(sheet.gone)} no longer sent` : '',
    sheet.kept > 0 ? `${grouped(sheet.kept)} marked earlier as no longer sent` : '',
    sheet.unchanged > 0 ? `${grouped(sheet.unchanged)} unchanged` : '',
  ].filter((part) => part !== '');
  const own = parts.length > 0 ? parts.join(', ') : sheet.isNew ? 'made from the actions' : 'updated from the actions';
  const comments =
    sheet.comments > 0
      ? `; ${counted(sheet.comments, 'comment')} ${sheet.comments === 1 ? 'goes with its row' : 'go with their rows'}`
      : '';
  return own + comments;
}
