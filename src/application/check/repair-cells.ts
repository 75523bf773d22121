import type { Finding } from '../../domain/findings';
import { type BookGrid, type Cell, cellAt, type Place, parseA1, type SheetGrid } from '../../domain/grid';
import { CellCollector, type CellContent, type Change, restoring, text, wordsOfCell, writeChanges } from '../../domain/workbook';
import { addColumn, type ColumnToAdd, removeColumn } from './column-repair';
import { Failure } from '../ports/failure';
import type { ApplyOptions, BookPlace, WorkbookPort } from '../ports/ports';
import type { RefusedRepair, RepairOutcome, RepairsMade, RepairsTakenBack } from '../requests/repair-results';

/** As many cells as are read and written in one batch; between two batches the work can be stopped. */
const CELLS_AT_ONCE = 400;

/**
 * Writes repairs: never into a protected sheet, never over a formula, never where the cell has changed since it was read. A cell that
 * cannot be repaired is refused by itself, and the others are repaired all the same. When the work is stopped, the repairs made before stay and are
 * returned.
 */
export async function repairCells(port: WorkbookPort, findings: readonly Finding[], options?: ApplyOptions): Promise<RepairsMade> {
  const made: RepairOutcome[] = [];
  const refused: RefusedRepair[] = [];
  const stopped = await inBatches(findings, options, async (batch) => {
    const { sheets } = await readFor(port, batch);
    const cells = new RepairWriter();
    const ready: RepairOutcome[] = [];
    for (const finding of batch) {
      const outcome = repairIn(sheets, finding, cells);
      if (outcome instanceof Failure) refused.push({ finding, failure: outcome });
      else ready.push(outcome);
    }
    const failed = await cells.writeTo(port, options);
    refused.push(...failed);
    made.push(...withoutFailed(ready, failed));
  });
  return { made, refused, stopped };
}

/** Puts back what repairs replaced, last first, wherever the cell still holds the repair. */
export async function takeBackRepairs(
  port: WorkbookPort,
  outcomes: readonly RepairOutcome[],
  options?: ApplyOptions,
): Promise<RepairsTakenBack> {
  const takenBack: RepairOutcome[] = [];
  const refused: RefusedRepair[] = [];
  const stopped = await inBatches([...outcomes].reverse(), options, async (batch) => {
    const { sheets } = await readFor(
      port,
      batch.map(({ finding }) => finding),
    );
    const cells = new RepairWriter();
    const ready: RepairOutcome[] = [];
    for (const outcome of batch) {
      const { finding, after, was } = outcome;
      const found = cellOf(sheets, finding);
      const column = found instanceof Failure ? null : columnOf(finding, found);
      if (found instanceof Failure) refused.push({ finding, failure: found });
      else if (column !== null) {
        const changes = removeColumn(column, was);
        if (changes instanceof Failure) refused.push({ finding, failure: changes });
        else {
          cells.add(finding, changes);
          ready.push(outcome);
        }
      } else if (found.cell.formula !== undefined || found.cell.value !== after)
        refused.push({ finding, failure: changedSinceRepair(finding) });
      else {
        cells.put(found.sheet, found.place, was);
        ready.push(outcome);
      }
    }
    const failed = await cells.writeTo(port, options);
    refused.push(...failed);
    takenBack.push(...withoutFailed(ready, failed));
  });
  return { takenBack, refused, stopped };
}

function withoutFailed(ready: readonly RepairOutcome[], failed: readonly RefusedRepair[]): RepairOutcome[] {
  const findings = new Set(failed.map(({ finding }) => finding));
  return ready.filter(({ finding }) => !findings.has(finding));
}

/** @returns what ended the work early; null when all batches were worked through. */
async function inBatches<T>(
  all: readonly T[],
  options: ApplyOptions | undefined,
  work: (batch: T[]) => Promise<void>,
): Promise<Failure | null> {
  for (let done = 0; done < all.length; done += CELLS_AT_ONCE) {
    if (options?.signal?.aborted === true) return new Failure('cancelled', 'Stopped, as you asked. What was done before stays.');
    options?.onProgress?.(done / all.length, `${String(done)} of ${String(all.length)} cells`);
    try {
      await work(all.slice(done, done + CELLS_AT_ONCE));
    } catch (error) {
      if (error instanceof Failure) return error;
      throw error;
    }
  }
  return null;
}

interface Found {
  readonly sheet: SheetGrid;
  readonly place: Place;
  readonly cell: Cell;
}

/** A new column needs all of its sheet, with merges and Excel tables; a cell needs itself alone. */
function readFor(port: WorkbookPort, findings: readonly Finding[]): Promise<BookGrid> {
  const isColumnAmong = findings.some(({ repair }) => repair?.kind === 'add-column');
  return isColumnAmong ? port.readBook({ includeHidden: true }) : port.readCells(findings.flatMap(placeOf));
}

/** The cell that a repair writes. */
const cellToWrite = ({ cell, repair }: Finding): string | null => (repair?.kind === 'add-column' ? repair.cell : cell);

function columnOf(finding: Finding, { sheet, place, cell }: Found): ColumnToAdd | null {
  const { repair } = finding;
  return repair?.kind === 'add-column' ? { finding, repair, sheet, place, cell } : null;
}

const placeIn = (cell: string | null): Place | null => (cell === null ? null : parseA1(cell));

function placeOf({ sheetId, cell }: Finding): BookPlace[] {
  const place = placeIn(cell);
  return place === null ? [] : [{ sheetId, area: { top: place.row, bottom: place.row, left: place.column, right: place.column } }];
}

/** The cell of a finding on a sheet that can be written to, or why there is none. */
function cellOf(sheets: BookGrid['sheets'], finding: Finding): Found | Failure {
  const place = placeIn(cellToWrite(finding));
  const sheet = sheets.find(({ id }) => id === finding.sheetId);
  if (sheet === undefined || place === null)
    return new Failure('cell changed', `The sheet “${finding.sheet}” is no longer in the workbook. Check again to see what is there now.`);
  if (sheet.isProtected)
    return new Failure(
      'protected sheet',
      `The sheet “${sheet.name}” is protected, so nothing was written on it. Unprotect it, or correct ${cellToWrite(finding)} by hand.`,
    );
  return { sheet, place, cell: cellAt(sheet, place) };
}

function repairIn(sheets: BookGrid['sheets'], finding: Finding, cells: RepairWriter): RepairOutcome | Failure {
  const { repair } = finding;
  if (repair === undefined) return new Failure('unexpected', 'This finding has no certain fix. Please correct the cell by hand.');
  const found = cellOf(sheets, finding);
  if (found instanceof Failure) return found;
  if (repair.kind === 'add-column') {
    const added = addColumn({ finding, repair, ...found });
    if (added instanceof Failure) return added;
    cells.add(finding, added.changes);
    return added.outcome;
  }
  const { sheet, place, cell } = found;
  if (cell.formula !== undefined)
    return new Failure(
      'cell changed',
      `${finding.cell} holds a formula, so it was not changed. Please correct the cells that the formula reads.`,
    );
  if (cell.value !== repair.before)
    return new Failure(
      'cell changed',
      `${finding.cell} has changed since it was read: it now says “${wordsOfCell(cell)}”. Check again to see what is there now.`,
    );
  cells.put(sheet, place, text(repair.after));
  return { finding, before: repair.before, after: repair.after, was: restoring(cell) };
}

function changedSinceRepair(finding: Finding): Failure {
  return new Failure('cell changed', `${finding.cell} has changed since it was fixed, so it was not changed back.`);
}

/** Cells to write, sheet by sheet; neighbouring rows go in one edit. New columns come after them, each by itself. */
class RepairWriter {
  private readonly bySheet = new Map<SheetGrid, CellCollector>();
  private readonly columns: { readonly finding: Finding; readonly changes: readonly Change[] }[] = [];

  put(sheet: SheetGrid, { row, column }: Place, content: CellContent): void {
    const cells = this.bySheet.get(sheet) ?? new CellCollector();
    cells.put(row, column, content);
    this.bySheet.set(sheet, cells);
  }

  add(finding: Finding, changes: readonly Change[]): void {
    this.columns.push({ finding, changes });
  }

  /** @returns the columns that could not be added or taken away: Excel may refuse to change a table, and the rest is still done. */
  async writeTo(port: WorkbookPort, options: ApplyOptions | undefined): Promise<RefusedRepair[]> {
    const changes = [...this.bySheet].flatMap(([sheet, { cells }]): Change[] => writeChanges(sheet.name, sheet, cells));
    if (changes.length > 0) await port.apply([changes], { signal: options?.signal });
    const refused: RefusedRepair[] = [];
    for (const column of this.columns) {
      try {
        await port.apply([column.changes], { signal: options?.signal });
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        refused.push({ finding: column.finding, failure: error });
      }
    }
    return refused;
  }
}
