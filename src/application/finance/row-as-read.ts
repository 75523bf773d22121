import { a1, type BookGrid, cellAt, type Place, type SheetGrid } from '../../domain/grid';
import { VERDICT_PARTS, verdictCellAt, verdictColumns } from '../../domain/sheets';
import { STATE_SHEET, VERDICT_AREAS } from '../../domain/state';
import { wordsOfCell } from '../../domain/workbook';
import { Failure } from '../ports/failure';
import type { BookPlace, WorkbookPort } from '../ports/ports';
import type { CostRow, VerdictPlace } from '../requests/finance-requests';
import { WHOLE_STATE } from '../sources/read-state-sheet';

/** What a verdict is given beside, and the Ref by which a row of a plan is known. */
const READ_FIELDS = ['ref', 'commitment', 'ledBy', 'timescale', 'measure', 'cost', 'progress'] as const;

/** A row as it is now, with what the workbook remembers of verdicts: the cells that matter, or for adding and removing columns the whole workbook. */
export function bookAround(port: WorkbookPort, row: CostRow, place: VerdictPlace, isWhole: boolean): Promise<BookGrid> {
  const { sheetId, left, right, headingRow } = place;
  const across = (at: number): BookPlace => ({ sheetId, area: { top: at, bottom: at, left, right } });
  const elsewhere = wordCells(row).map(({ place: { row: at, column } }): BookPlace => {
    return { sheetId, area: { top: at, bottom: at, left: column, right: column } };
  });
  if (isWhole) return port.readBook({ includeHidden: false });
  return port.readCells([
    across(headingRow),
    across(place.row),
    ...elsewhere.filter(({ area }) => area.top !== place.row),
    ...(row.ref === null ? [WHOLE_STATE] : VERDICT_AREAS.map((area) => ({ sheetId: STATE_SHEET, area }))),
  ]);
}

export function sheetIn({ sheets }: BookGrid, { sheetId, ...place }: VerdictPlace): SheetGrid {
  const sheet = sheets.find(({ id }) => id === sheetId);
  if (sheet === undefined)
    throw new Failure(
      'cell changed',
      `The sheet “${place.sheet}” is no longer in the workbook. List the costs again to see what is there now.`,
    );
  if (sheet.isProtected)
    throw new Failure(
      'protected sheet',
      `The sheet “${sheet.name}” is protected, so no verdict was written on it. Unprotect it, then give the verdict again.`,
    );
  return sheet;
}

export const wordCells = ({ action }: CostRow) => READ_FIELDS.flatMap((key) => action.cells[key] ?? []);

/** Nobody has changed the row's words, finance's cells or their columns since they were read. */
export function demandAsRead(sheet: SheetGrid, row: CostRow, place: VerdictPlace): void {
  const now = verdictColumns(sheet, place.headingRow, place);
  if (VERDICT_PARTS.some((part) => now[part] !== place.columns[part]))
    throw new Failure('cell changed', `The columns of “${sheet.name}” have changed since they were read. List the costs again.`);
  for (const { cell, place: at } of wordCells(row)) if (!isSame(cellAt(sheet, at), cell)) throw changedAt(sheet, at);
  const said = verdictCellAt(sheet, place.row, place.columns);
  const keys = { check: 'verdict', note: 'note', by: 'by', date: 'date' } as const;
  for (const part of VERDICT_PARTS) {
    const column = place.columns[part];
    if (column === undefined) continue;
    const at = { row: place.row, column };
    if (said[keys[part]] !== place.said[keys[part]]) throw changedAt(sheet, at);
    if (cellAt(sheet, at).formula !== undefined)
      throw new Failure('cell changed', `${a1(at)} of “${sheet.name}” holds a formula, so no verdict was written there.`);
  }
}

const isSame = (now: ReturnType<typeof cellAt>, read: ReturnType<typeof cellAt>): boolean =>
  now.value === read.value && now.formula === read.formula;

function changedAt(sheet: SheetGrid, at: Place): Failure {
  const words = wordsOfCell(cellAt(sheet, at)).trim();
  const now = words === '' ? 'it is empty now' : `it now says “${words.length > 80 ? `${words.slice(0, 79)}…` : words}”`;
  return new Failure(
    'cell changed',
    `${a1(at)} of “${sheet.name}” has changed since it was read: ${now}. List the costs again, then decide.`,
  );
}
