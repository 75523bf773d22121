import { areaA1, type BookGrid, type SheetGrid } from '../grid';
import type { LeftOut, TableCorrection, TableRead, UnfitCorrection } from './table-read';

/** The sheet's id and the address in a table's id. A sheet's name may hold "!" too. */
function partsOfTableId(tableId: string): { readonly sheetId: string; readonly address: string } {
  const at = tableId.lastIndexOf('!');
  return { sheetId: tableId.slice(0, at), address: tableId.slice(at + 1) };
}

/** The sheet a correction is about: by its id, and where no sheet has that id, by the name it had. */
function sheetOfCorrection(book: BookGrid, correction: TableCorrection): SheetGrid | null {
  const { sheetId } = partsOfTableId(correction.tableId);
  return book.sheets.find(({ id }) => id === sheetId) ?? book.sheets.find(({ name }) => name === correction.sheet) ?? null;
}

/** The correction under the id that its sheet has in this book; as it is where the sheet is gone. */
export function placedCorrection(book: BookGrid, correction: TableCorrection): TableCorrection {
  const sheet = sheetOfCorrection(book, correction);
  if (sheet === null) return correction;
  const { missed, tableId } = correction;
  return {
    ...correction,
    tableId: `${sheet.id}!${partsOfTableId(tableId).address}`,
    sheet: sheet.name,
    ...(missed === undefined ? {} : { missed: { ...missed, sheetId: sheet.id } }),
  };
}

/** Why a correction found no table; null where it found one, or where its sheet is there and was not read. */
function whyUnfit(book: BookGrid, correction: TableCorrection, found: ReadonlySet<string>, unread: ReadonlySet<string>): string | null {
  if (found.has(correction.tableId)) return null;
  const sheet = sheetOfCorrection(book, correction);
  if (sheet === null) return `The sheet${correction.sheet === undefined ? '' : ` “${correction.sheet}”`} is no longer in this workbook.`;
  if (unread.has(sheet.name)) return null;
  const { missed, tableId } = correction;
  return missed === undefined
    ? `No table begins at ${partsOfTableId(tableId).address} of “${sheet.name}” any more.`
    : `There is nothing in ${areaA1(missed.area)} of “${sheet.name}” to read as a table any more.`;
}

/** @param unread names of sheets that were passed over, as hidden ones are: corrections of their tables are kept for when they are read. */
export function unfitCorrections(
  book: BookGrid,
  corrections: readonly TableCorrection[],
  { tables, leftOut }: { readonly tables: readonly TableRead[]; readonly leftOut: readonly LeftOut[] },
  unread: ReadonlySet<string>,
): UnfitCorrection[] {
  const found = new Set([...tables.map(({ id }) => id), ...leftOut.flatMap(({ tableId }) => tableId ?? [])]);
  return corrections.flatMap((correction) => {
    const reason = whyUnfit(book, correction, found, unread);
    return reason === null ? [] : [{ tableId: correction.tableId, reason }];
  });
}
