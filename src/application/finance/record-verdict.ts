import type { VerdictCell } from '../../domain/finance';
import { cellAt, isoDate, type SheetGrid } from '../../domain/grid';
import { LONGEST_NOTE, VERDICT_PARTS, verdictCells, type VerdictColumns, type VerdictPart } from '../../domain/sheets';
import { CellCollector, type Change, holds, restoring, writeChanges } from '../../domain/workbook';
import { FINANCE_HEADINGS, grouped, listed } from '../../domain/wording';
import type { BookRead } from '../check/live-reading';
import { Failure } from '../ports/failure';
import type { ApplyOptions, WorkbookPort } from '../ports/ports';
import type { CostRow, SaidOfCost, VerdictCellWritten, VerdictPlace, VerdictRecorded } from '../requests/finance-requests';
import { addingColumns, removingColumns } from './added-columns';
import { partsMissing } from './parts-missing';
import { bookAround, demandAsRead, sheetIn, wordCells } from './row-as-read';
import { forgettingChanges, rememberedOf, rememberingChanges, verdictMemory } from './verdict-memory';

/**
 * Writes what finance says of a row into its cells, all of it or nothing. A plan that lacks columns for note, initials and date gets them at
 * the end of All priorities with it.
 * @param row as `listCosts` or the last `recordVerdict` gave it: what it was read as is what the sheet must hold.
 * @param read the workbook as it was last read; by it the row is told apart from those around it, where it has no Ref.
 * Rule: docs/rules.md#finance-verdicts.
 */
export async function recordVerdict(
  port: WorkbookPort,
  row: CostRow,
  said: SaidOfCost,
  read: BookRead,
  options?: ApplyOptions,
): Promise<VerdictRecorded> {
  const place = placeOf(row);
  if (said.note.length > LONGEST_NOTE)
    throw new Failure(
      'bad option',
      `A note holds at most ${grouped(LONGEST_NOTE)} characters, and this one has ${grouped(said.note.length)}.`,
    );
  const missing = partsMissing(place);
  if (missing.length > 0 && row.ref === null)
    throw new Failure(
      'bad option',
      `The table on “${place.sheet}” has no column for ${listed(missing.map((part) => FINANCE_HEADINGS[part]))}. Have finance’s columns written beside the actions first.`,
    );
  const book = await bookAround(port, row, place, missing.length > 0);
  const sheet = sheetIn(book, place);
  demandAsRead(sheet, row, place);
  const added = missing.map((part) => FINANCE_HEADINGS[part]);
  const growing = added.length === 0 ? [] : addingColumns(sheet, place, added);
  if (growing === null)
    throw new Failure(
      'bad option',
      `There is something in the columns beside the table on “${place.sheet}”, so ${listed(added)} could not be added there. Move it, then give the verdict again.`,
    );
  const columns: VerdictColumns = {
    ...place.columns,
    ...Object.fromEntries(missing.map((part, across): [VerdictPart, number] => [part, place.right + 1 + across])),
  };
  const after = cellsAfter(said);
  const cells = cellsFor(sheet, place, columns, after);
  const memory = verdictMemory(book, row, read);
  const remembered = rememberedOf(memory, row, place, after);
  const changes = [...growing, ...changesOf(sheet, row, place, cells), ...rememberingChanges(book, memory, remembered)];
  if (changes.length > 0) await port.apply([changes], options);
  const verdict = after.verdict === '' ? null : { ...after, settled: true };
  const there = { ...place, columns, right: place.right + added.length, said: after };
  return { row: { ...row, verdict, history: remembered?.now.history ?? row.history, place: there }, cells, added, remembered, before: row };
}

/**
 * Puts the cells back as they were before a verdict, with the columns that it added. Nothing is put back where the cells hold something else.
 */
export async function takeBackVerdict(
  port: WorkbookPort,
  { cells, added, remembered, before, row }: VerdictRecorded,
  options?: ApplyOptions,
): Promise<CostRow> {
  const place = placeOf(row);
  const book = await bookAround(port, row, place, added.length > 0);
  const sheet = sheetIn(book, place);
  demandAsRead(sheet, row, place);
  const collector = new CellCollector();
  for (const { column, was } of cells) collector.put(place.row, column, was);
  const first = { row: place.headingRow, column: place.right - added.length + 1 };
  const shrinking =
    added.length === 0 ? [] : removingColumns(sheet, { sheetId: sheet.id, sheet: sheet.name, ...first, headings: added }, place.row);
  const changes = [...writeChanges(sheet.name, sheet, collector.cells), ...shrinking, ...forgettingChanges(book, remembered)];
  if (changes.length > 0) await port.apply([changes], options);
  return before;
}

function placeOf({ place, action }: CostRow): VerdictPlace {
  if (place !== null) return place;
  throw new Failure('bad option', `No verdict can be written on “${action.source.sheet}”. Collate again so that its table is made anew.`);
}

function cellsFor(sheet: SheetGrid, { row }: VerdictPlace, columns: VerdictColumns, said: VerdictCell): VerdictCellWritten[] {
  const wanted = verdictCells(said);
  return VERDICT_PARTS.flatMap((part): VerdictCellWritten[] => {
    const column = columns[part];
    const now = column === undefined ? null : cellAt(sheet, { row, column });
    return column === undefined || now === null || holds(now, wanted[part]) ? [] : [{ column, after: wanted[part], was: restoring(now) }];
  });
}

function changesOf(sheet: SheetGrid, row: CostRow, place: VerdictPlace, cells: readonly VerdictCellWritten[]): Change[] {
  const collector = new CellCollector();
  for (const { column, after } of cells) collector.put(place.row, column, after);
  for (const { place: at } of wordCells(row)) collector.demand(at.row, at.column);
  return writeChanges(sheet.name, sheet, collector.cells);
}

/** What the cells say once they are written. */
function cellsAfter({ verdict, note, by, date }: SaidOfCost): VerdictCell {
  if (verdict === null) return { verdict: '', note: note.trim(), by: null, date: null };
  return { verdict: verdict.trim(), note: note.trim(), by: by.trim() === '' ? null : by.trim(), date: isoDate(date) };
}
