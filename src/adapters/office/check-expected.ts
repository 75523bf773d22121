import { a1, type Area, type Cell, EMPTY_CELL } from '../../domain/grid';
import type { CellContent, Change, Edit, ExpectedValue } from '../../domain/workbook';
import { Failure } from '../../application';
import type { BookState } from './book-state';
import { type BlockReading, type CellsBySheet, readBlocks } from './read-blocks';
import { bytesOfLengths } from './sample';

/** What one cell must hold; row and column zero-based. */
export interface Expectation {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly expected: ExpectedValue;
}

export type WriteCells = Edit & { readonly type: 'write cells' };

/** Sheets are keyed by name in lower case, as Excel compares them. */
const keyOf = (sheet: string): string => sheet.toLowerCase();

/** A cell of a workbook as a key. */
export function keyOfCell({ sheet, row, column }: Pick<Expectation, 'sheet' | 'row' | 'column'>): string {
  return `${keyOf(sheet)}!${String(row)},${String(column)}`;
}

/**
 * What cells must hold before the first edit. A cell that an earlier edit of the same run writes is left out, because by then it
 * holds what we wrote; so is a cell of a sheet that this run adds.
 */
export function expectationsByEdit(changes: readonly Change[]): ReadonlyMap<Edit, readonly Expectation[]> {
  const found = new Map<Edit, Expectation[]>();
  const ours = new Set<string>();
  const made = new Set(changes.flatMap(({ edit }) => (edit.type === 'add sheet' ? [keyOf(edit.sheet)] : [])));
  for (const { edit } of changes) {
    if (edit.type !== 'write cells' || made.has(keyOf(edit.sheet))) continue;
    const own: Expectation[] = [];
    eachCell(edit, (row, column, expected, isWritten) => {
      const place = keyOfCell({ sheet: edit.sheet, row, column });
      if (expected !== null && !ours.has(place)) own.push({ sheet: edit.sheet, row, column, expected });
      if (isWritten) ours.add(place);
    });
    found.set(edit, own);
  }
  return found;
}

export function expectationsOf(changes: readonly Change[]): Expectation[] {
  return [...expectationsByEdit(changes).values()].flat();
}

type SeeCell = (row: number, column: number, expected: ExpectedValue | null, isWritten: boolean) => void;

/** The cells that are written, and those that are not but must hold something. */
function eachCell(edit: WriteCells, see: SeeCell): void {
  edit.cells.forEach((cells, down) =>
    cells.forEach((cell, along) => {
      const expected = edit.expected?.[down]?.[along] ?? null;
      if (cell !== null || expected !== null) see(edit.area.top + down, edit.area.left + along, expected, cell !== null);
    }),
  );
}

/** Reads every cell of the expectations, by sheet, and fails with `failure` on the first that differs. Sends no request when nothing is expected. */
export async function demandExpected(
  expectations: readonly Expectation[],
  context: Excel.RequestContext,
  state: BookState,
  reading: BlockReading,
  failure: (cell: Expectation) => Failure = cellChanged,
): Promise<CellsBySheet> {
  const found = await readExpected(expectations, context, state, reading);
  const changed = expectations.find((expectation) => !holdsExpected(cellAt(found, expectation), expectation.expected));
  if (changed !== undefined) throw failure(changed);
  return found;
}

/** Reads the cells of the expectations, by sheet, with what stands closely between them in a row. Sends no request when there are none. */
export async function readExpected(
  expectations: readonly Expectation[],
  context: Excel.RequestContext,
  state: BookState,
  reading: BlockReading,
): Promise<CellsBySheet> {
  const bySheet = new Map<string, Expectation[]>();
  for (const expectation of expectations) {
    const cells = bySheet.get(expectation.sheet);
    if (cells === undefined) bySheet.set(expectation.sheet, [expectation]);
    else cells.push(expectation);
  }
  for (const sheet of bySheet.keys()) if (state.sheet(sheet) === null) throw sheetGone(sheet);
  const areas = [...bySheet].flatMap(([name, cells]) => {
    const sheet = context.workbook.worksheets.getItem(name);
    return columnGroups(cells)
      .flatMap(rowRuns)
      .map((area) => ({ sheet, sheetId: name, area, depth: 'formulas' as const }));
  });
  if (areas.length === 0) return new Map();
  const lengths = expectations.map(({ expected }) => String(expected.formula ?? expected.value ?? '').length);
  return readBlocks(areas, { ...reading, bytesACell: bytesOfLengths(lengths) });
}

/** Columns that may lie between two cells of one group: reading them takes less than an area more for each row. */
const MOST_COLUMNS_BETWEEN = 8;

/** The cells of tables that lie side by side apart from each other, so that what is far between them is not read: `_plan` is hundreds of columns wide. */
function columnGroups(cells: readonly Expectation[]): Expectation[][] {
  const groupOf = new Map<number, number>();
  let [group, last] = [0, -Infinity];
  for (const column of [...new Set(cells.map((cell) => cell.column))].sort((a, b) => a - b)) {
    if (column - last > MOST_COLUMNS_BETWEEN + 1) group += 1;
    groupOf.set(column, group);
    last = column;
  }
  const groups = new Map<number, Expectation[]>();
  for (const cell of cells) {
    const at = groupOf.get(cell.column) ?? 0;
    const own = groups.get(at);
    if (own === undefined) groups.set(at, [cell]);
    else own.push(cell);
  }
  return [...groups.values()];
}

/** Neighbouring rows joined into areas; rows far apart stay separate, so that the rows between them are not read. */
function rowRuns(cells: readonly Expectation[]): Area[] {
  const runs: { top: number; bottom: number; left: number; right: number }[] = [];
  for (const { row, column } of [...cells].sort((a, b) => a.row - b.row)) {
    const run = runs.at(-1);
    if (run === undefined || row > run.bottom + 1) runs.push({ top: row, bottom: row, left: column, right: column });
    else {
      run.bottom = row;
      run.left = Math.min(run.left, column);
      run.right = Math.max(run.right, column);
    }
  }
  return runs;
}

export function cellAt(found: CellsBySheet, { sheet, row, column }: Expectation): Cell {
  return found.get(sheet)?.get(row)?.get(column) ?? EMPTY_CELL;
}

/** A cell with a formula is compared by its formula, not by its result; a cell without one must have no formula now. */
export function holdsExpected(cell: Cell, expected: ExpectedValue): boolean {
  if (expected.formula !== undefined) return cell.formula === expected.formula;
  return cell.formula === undefined && (cell.value ?? '') === (expected.value ?? '');
}

function cellChanged({ sheet, row, column }: Expectation): Failure {
  return new Failure(
    'cell changed',
    `Cell ${a1({ row, column })} of “${sheet}” (row ${String(row + 1)}) has changed since the workbook was read, so nothing was written. Check again, then write.`,
  );
}

export function sheetGone(sheet: string): Failure {
  return new Failure(
    'cell changed',
    `The sheet “${sheet}” was renamed or removed since the workbook was read, so nothing was written. Check again, then write.`,
  );
}

/** What the cells of these sheets hold once the changes were made, to be read back; a later edit wins over an earlier. */
export function writtenExpectations(changes: readonly Change[], sheets: readonly string[]): Expectation[] {
  const wanted = new Set(sheets.map(keyOf));
  const last = new Map<string, Expectation>();
  for (const { edit } of changes) {
    if (edit.type !== 'write cells' || !wanted.has(keyOf(edit.sheet))) continue;
    edit.cells.forEach((cells, down) =>
      cells.forEach((content, along) => {
        if (content === null) return;
        const [row, column] = [edit.area.top + down, edit.area.left + along];
        last.set(keyOfCell({ sheet: edit.sheet, row, column }), { sheet: edit.sheet, row, column, expected: held(content) });
      }),
    );
  }
  return [...last.values()];
}

/** What a cell holds once a content was written to it. */
export function held(content: CellContent): ExpectedValue {
  switch (content.kind) {
    case 'empty':
      return { value: null };
    case 'text':
    case 'link':
      return { value: content.text };
    case 'number':
      return { value: content.value };
    case 'date':
      return { value: content.serial };
    case 'restore':
      return { value: content.value, ...(content.formula === undefined ? {} : { formula: content.formula }) };
  }
}

/** A cell that does not hold what was written to it. */
export function notArrived({ sheet, row, column }: Expectation): Failure {
  return new Failure('unexpected', `Cell ${a1({ row, column })} of “${sheet}” does not hold what was written to it`);
}

/** What the cells hold again once these inverse edits were carried out, to be read back; a later one wins over an earlier. */
export function restoredExpectations(undos: readonly Edit[]): Expectation[] {
  const last = new Map<string, Expectation>();
  for (const undo of undos) {
    if (undo.type !== 'write cells') continue;
    undo.cells.forEach((cells, down) =>
      cells.forEach((cell, along) => {
        if (cell === null) return;
        const [row, column] = [undo.area.top + down, undo.area.left + along];
        const expected = held(cell);
        last.set(keyOfCell({ sheet: undo.sheet, row, column }), { sheet: undo.sheet, row, column, expected });
      }),
    );
  }
  return [...last.values()];
}
