import type { SheetOutcome } from '../../domain/workbook';
import { grouped } from '../../domain/wording';
import type { SheetChanges } from '../requests/collation-requests';

export function sheetChangesOf({ sheet, isNew, rows }: SheetOutcome): SheetChanges {
  return { sheet, isNew, added: rows.added, changed: rows.changed, gone: rows.gone, kept: rows.stillGone, unchanged: rows.unchanged };
}

/** "4 new, 2 changed, 1 no longer sent": only what there is; for a sheet without rows, what becomes of it. */
export function sheetChangeWords(sheet: SheetChanges): string {
  const parts = [
    sheet.added > 0 ? `${grouped(sheet.added)} new` : '',
    sheet.changed > 0 ? `${grouped(sheet.changed)} changed` : '',
    sheet.gone > 0 ? `${grouped(sheet.gone)} no longer sent` : '',
    sheet.kept > 0 ? `${grouped(sheet.kept)} marked earlier as no longer sent` : '',
    sheet.unchanged > 0 ? `${grouped(sheet.unchanged)} unchanged` : '',
  ].filter((part) => part !== '');
  if (parts.length > 0) return parts.join(', ');
  return sheet.isNew ? 'made from the actions' : 'updated from the actions';
}
