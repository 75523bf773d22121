import { a1, cellAt, isoDate, type Place, serialOfDate, type SheetGrid } from '../../domain/grid';
import { LONGEST_NOTE, VERDICT_PARTS, verdictCellAt, verdictColumns, type VerdictColumns, type VerdictPart } from '../../domain/sheets';
import {
  CellCollector,
  type Change,
  holds,
  NOTHING,
  type PlanCell,
  restoring,
  text,
  wordsOfCell,
  writeChanges,
} from '../../domain/workbook';
import { FINANCE_HEADINGS, grouped, listed } from '../../domain/wording';
import { Failure } from '../ports/failure';
import type { ApplyOptions, BookPlace, WorkbookPort } from '../ports/ports';
import type { CostRow, SaidOfCost, VerdictCellWritten, VerdictPlace, VerdictRecorded } from '../requests/finance-requests';
import { addingColumns, removingColumns } from './added-columns';
import { partsMissing } from './parts-missing';

/**
 * Writes what finance says of a row into its cells, all of it or nothing. A plan that lacks columns for note, initials and date gets them at
 * the end of All priorities with it.
 * @param row as `listCosts` or the last `recordVerdict` gave it: what it was read as is what the sheet must hold.
 * Rule: docs/rules.md#finance-verdicts.
 */
export async function recordVerdict(port: WorkbookPort, row: CostRow, said: SaidOfCost, options?: ApplyOptions): Promise<VerdictRecorded> {
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
  const sheet = await sheetAround(port, row, place, missing.length > 0);
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
  const cells = cellsFor(sheet, place, columns, said);
  const changes = [...growing, ...changesOf(sheet, row, place, cells)];
  if (changes.length > 0) await port.apply([changes], options);
  return { row: rowAfter(row, { ...place, columns, right: place.right + added.length }, said), cells, added, before: row };
}

/**
 * Puts the cells back as they were before a verdict, with the columns that it added. Nothing is put back where the cells hold something else.
 */
export async function takeBackVerdict(
  port: WorkbookPort,
  { cells, added, before, row }: VerdictRecorded,
  options?: ApplyOptions,
): Promise<CostRow> {
  const place = placeOf(row);
  const sheet = await sheetAround(port, row, place, added.length > 0);
  demandAsRead(sheet, row, place);
  const collector = new CellCollector();
  for (const { column, was } of cells) collector.put(place.row, column, was);
  const first = { row: place.headingRow, column: place.right - added.length + 1 };
  const shrinking =
    added.length === 0 ? [] : removingColumns(sheet, { sheetId: sheet.id, sheet: sheet.name, ...first, headings: added }, place.row);
  const changes = [...writeChanges(sheet.name, sheet, collector.cells), ...shrinking];
  if (changes.length > 0) await port.apply([changes], options);
  return before;
}

function placeOf({ place, action }: CostRow): VerdictPlace {
  if (place !== null) return place;
  throw new Failure('bad option', `No verdict can be written on “${action.source.sheet}”. Collate again so that its table is made anew.`);
}

/** What a verdict is given beside, and the Ref by which a row of a plan is known. */
const READ_FIELDS = ['ref', 'commitment', 'ledBy', 'timescale', 'measure', 'cost', 'progress'] as const;

/** The sheet of a row as it is now: the cells that matter, or for adding and removing columns all of it. */
async function sheetAround(port: WorkbookPort, row: CostRow, place: VerdictPlace, isWhole: boolean): Promise<SheetGrid> {
  const { sheetId, left, right, headingRow } = place;
  const across = (at: number): BookPlace => ({ sheetId, area: { top: at, bottom: at, left, right } });
  const elsewhere = wordCells(row).map(({ place: { row: at, column } }): BookPlace => {
    return { sheetId, area: { top: at, bottom: at, left: column, right: column } };
  });
  const { sheets } = isWhole
    ? await port.readBook({ includeHidden: false })
    : await port.readCells([across(headingRow), across(place.row), ...elsewhere.filter(({ area }) => area.top !== place.row)]);
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

const wordCells = ({ action }: CostRow) => READ_FIELDS.flatMap((key) => action.cells[key] ?? []);

/** Nobody has changed the row's words, finance's cells or their columns since they were read. */
function demandAsRead(sheet: SheetGrid, row: CostRow, place: VerdictPlace): void {
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

function cellsFor(sheet: SheetGrid, { row }: VerdictPlace, columns: VerdictColumns, said: SaidOfCost): VerdictCellWritten[] {
  const { verdict, note, by, date } = said;
  const wanted: Readonly<Record<VerdictPart, PlanCell>> = {
    check: text(verdict ?? ''),
    note: text(note),
    by: verdict === null ? NOTHING : text(by),
    date: verdict === null ? NOTHING : { kind: 'date', serial: serialOfDate(date) },
  };
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

function rowAfter(row: CostRow, place: VerdictPlace, { verdict, note, by, date }: SaidOfCost): CostRow {
  const said =
    verdict === null
      ? { verdict: '', note: note.trim(), by: null, date: null }
      : { verdict: verdict.trim(), note: note.trim(), by: by.trim() === '' ? null : by.trim(), date: isoDate(date) };
  return { ...row, verdict: said.verdict === '' ? null : { ...said, settled: true }, place: { ...place, said } };
}
