import { areaA1, type BookGrid } from '../../domain/grid';
import { placedCorrection, type TableCorrection, type TableKind, type TableRead, withCorrection } from '../../domain/reading';
import { correctionChanges, readCorrections } from '../../domain/state';
import { Failure } from '../ports/failure';
import type { WorkbookPort } from '../ports/ports';
import { type ReadingOptions, readSource } from '../sources/read-sources';

/** Remembers in the workbook what the user corrected about a table. */
export async function rememberCorrection(port: WorkbookPort, correction: TableCorrection): Promise<void> {
  const book = await port.readBook({ includeHidden: false });
  await remember(port, book, withCorrection(knownIn(book), placedCorrection(book, correction)));
}

/** Forgets all corrections of a table: it is read as it was found, and one that the user pointed at is no longer a table. */
export async function forgetCorrections(port: WorkbookPort, tableId: string): Promise<void> {
  const book = await port.readBook({ includeHidden: false });
  await remember(
    port,
    book,
    knownIn(book).filter((one) => one.tableId !== tableId),
  );
}

/**
 * Takes the cells that are selected in the workbook for a table that was missed: its row of headings, or headings and rows.
 *
 * @returns the table as it is read now.
 * @throws Failure "bad option" when nothing is selected or the cells hold nothing to read; nothing is remembered then.
 */
export async function pointAtTable(port: WorkbookPort, kind: TableKind, options: ReadingOptions): Promise<TableRead> {
  const selected = await port.selection();
  if (selected === null)
    throw new Failure('bad option', 'Nothing is selected. Select the table’s row of headings in the sheet, then try again.');
  const book = await port.readBook({ includeHidden: false });
  const { sheetId, area } = selected;
  const pointed = placedCorrection(book, { tableId: `${sheetId}!${areaA1(area)}`, leaveOut: false, missed: { sheetId, area, kind } });
  const corrections = withCorrection(knownIn(book), pointed);
  const table = readSource('', book, options, corrections).tables.find(({ id }) => id === pointed.tableId);
  if (table === undefined || table.rows.length === 0)
    throw new Failure(
      'bad option',
      `There is nothing to read as a table in ${areaA1(area)}${pointed.sheet === undefined ? '' : ` of “${pointed.sheet}”`}. Select the table’s row of headings, or its headings and rows, then try again.`,
    );
  await remember(port, book, corrections);
  return table;
}

/** What the workbook remembers, under the ids that its sheets have now. */
function knownIn(book: BookGrid): TableCorrection[] {
  return readCorrections(book).map((one) => placedCorrection(book, one));
}

async function remember(port: WorkbookPort, book: BookGrid, corrections: readonly TableCorrection[]): Promise<void> {
  const changes = correctionChanges(book, corrections);
  if (changes.length > 0) await port.apply([changes]);
}
