import type { Finding } from '../domain/findings';
import { type Area, cellAt, type Cell, parseA1 } from '../domain/grid';
import { type Change, expecting, restoring, text, wordsOfCell } from '../domain/sheets';
import { Failure } from './failure';
import type { WorkbookPort } from './ports';

/** A repair that was made: what stands in the cell now, what stood there, and the change that puts it back. */
export interface RepairOutcome {
  readonly finding: Finding;
  readonly before: string | number | boolean | null;
  readonly after: string;
  readonly takeBack: Change;
}

/**
 * Writes one repair: never into a protected sheet, never over a formula, never where the cell has changed since it
 * was read.
 * @throws Failure that says which of these it was; the cell is as it was.
 */
export async function repairCell(port: WorkbookPort, finding: Finding): Promise<RepairOutcome> {
  const place = parseA1(finding.cell);
  if (finding.repair === undefined || place === null)
    throw new Failure('unexpected', 'This finding has no repair that is certain. Please mend the cell by hand.');
  const area: Area = { top: place.row, bottom: place.row, left: place.column, right: place.column };
  const read = await port.readCells([{ sheetId: finding.sheetId, area }]);
  const sheet = read.sheets[0];
  if (sheet === undefined)
    throw new Failure('cell changed', `The sheet "${finding.sheet}" is no longer in the workbook. Check again to see what is there now.`);
  if (sheet.isProtected)
    throw new Failure(
      'protected sheet',
      `The sheet "${sheet.name}" is protected, so nothing was written. Unprotect it, or mend ${finding.cell} by hand.`,
    );
  const cell = cellAt(sheet, place);
  if (cell.formula !== undefined)
    throw new Failure('cell changed', `${finding.cell} holds a formula, so it was left as it is. Please mend what the formula reads.`);
  if (cell.value !== finding.repair.before) {
    throw new Failure(
      'cell changed',
      `${finding.cell} has changed since it was read: it now says "${wordsOfCell(cell)}". Check again to see what is there now.`,
    );
  }
  const { change, takeBack } = changesFor(sheet.name, area, cell, finding.repair.after);
  await port.apply([[change]]);
  return { finding, before: finding.repair.before, after: finding.repair.after, takeBack };
}

/** Puts back what a repair replaced, if the cell still holds the repair. */
export async function takeBackRepair(port: WorkbookPort, outcome: RepairOutcome): Promise<void> {
  await port.apply([[outcome.takeBack]]);
}

function changesFor(sheet: string, area: Area, cell: Cell, after: string): { readonly change: Change; readonly takeBack: Change } {
  const forward = { type: 'write cells', sheet, area, cells: [[text(after)]] } as const;
  const back = { type: 'write cells', sheet, area, cells: [[restoring(cell)]] } as const;
  return {
    change: { edit: { ...forward, expected: [[expecting(cell)]] }, undo: { ...back, expected: null } },
    takeBack: { edit: { ...back, expected: [[{ value: after }]] }, undo: { ...forward, expected: null } },
  };
}
