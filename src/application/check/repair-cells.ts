import type { Finding } from '../../domain/findings';
import { type BookGrid, type Cell, cellAt, type Place, parseA1, type SheetGrid } from '../../domain/grid';
import { CellCollector, type CellContent, type Change, restoring, text, wordsOfCell, writeChanges } from '../../domain/workbook';
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
    const { sheets } = await port.readCells(batch.flatMap(placeOf));
    const cells = new RepairWriter();
    const ready: RepairOutcome[] = [];
    for (const finding of batch) {
      const outcome = repairIn(sheets, finding, cells);
      if (outcome instanceof Failure) refused.push({ finding, failure: outcome });
      else ready.push(outcome);
    }
    await cells.writeTo(port, options);
    made.push(...ready);
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
    const { sheets } = await port.readCells(batch.flatMap(({ finding }) => placeOf(finding)));
    const cells = new RepairWriter();
    const ready: RepairOutcome[] = [];
    for (const outcome of batch) {
      const { finding, after, was } = outcome;
      const found = cellOf(sheets, finding);
      if (found instanceof Failure) refused.push({ finding, failure: found });
      else if (found.cell.formula !== undefined || found.cell.value !== after)
        refused.push({ finding, failure: changedSinceRepair(finding) });
      else {
        cells.put(found.sheet, found.place, was);
        ready.push(outcome);
      }
    }
    await cells.writeTo(port, options);
    takenBack.push(...ready);
  });
  return { takenBack, refused, stopped };
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

const placeIn = (cell: string | null): Place | null => (cell === null ? null : parseA1(cell));

function placeOf({ sheetId, cell }: Finding): BookPlace[] {
  const place = placeIn(cell);
  return place === null ? [] : [{ sheetId, area: { top: place.row, bottom: place.row, left: place.column, right: place.column } }];
}

/** The cell of a finding on a sheet that can be written to, or why there is none. */
function cellOf(sheets: BookGrid['sheets'], finding: Finding): Found | Failure {
  const place = placeIn(finding.cell);
  const sheet = sheets.find(({ id }) => id === finding.sheetId);
  if (sheet === undefined || place === null)
    return new Failure('cell changed', `The sheet “${finding.sheet}” is no longer in the workbook. Check again to see what is there now.`);
  if (sheet.isProtected)
    return new Failure(
      'protected sheet',
      `The sheet “${sheet.name}” is protected, so nothing was written on it. Unprotect it, or correct ${finding.cell} by hand.`,
    );
  return { sheet, place, cell: cellAt(sheet, place) };
}

function repairIn(sheets: BookGrid['sheets'], finding: Finding, cells: RepairWriter): RepairOutcome | Failure {
  const { repair } = finding;
  if (repair?.kind !== 'write') return new Failure('unexpected', 'This finding has no certain fix. Please correct the cell by hand.');
  const found = cellOf(sheets, finding);
  if (found instanceof Failure) return found;
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

/** Cells to write, sheet by sheet; neighbouring rows go in one edit. */
class RepairWriter {
  private readonly bySheet = new Map<SheetGrid, CellCollector>();

  put(sheet: SheetGrid, { row, column }: Place, content: CellContent): void {
    const cells = this.bySheet.get(sheet) ?? new CellCollector();
    cells.put(row, column, content);
    this.bySheet.set(sheet, cells);
  }

  async writeTo(port: WorkbookPort, options: ApplyOptions | undefined): Promise<void> {
    const changes = [...this.bySheet].flatMap(([sheet, { cells }]): Change[] => writeChanges(sheet.name, sheet, cells));
    if (changes.length > 0) await port.apply([changes], { signal: options?.signal });
  }
}
