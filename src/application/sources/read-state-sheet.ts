import { type BookGrid, LAST_ROW } from '../../domain/grid';
import { STATE_COLUMNS, STATE_SHEET } from '../../domain/state';
import type { BookPlace, WorkbookPort } from '../ports/ports';

/** All of the state's tables. */
export const WHOLE_STATE: BookPlace = { sheetId: STATE_SHEET, area: { top: 0, left: 0, bottom: LAST_ROW, right: STATE_COLUMNS } };

/** An open workbook with the sheet of its state alone, known by its name: code that needs nothing else must not wait for the whole workbook. */
export function readStateSheet(port: WorkbookPort): Promise<BookGrid> {
  return port.readCells([WHOLE_STATE]);
}
