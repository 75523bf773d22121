import type { ColumnRepair, Finding } from '../../domain/findings';
import { type Cell, cellAt, isColumnFree, lastRowBeside, type Place, type SheetGrid, tableEndingAt } from '../../domain/grid';
import { CellCollector, type CellContent, type Change, growTable, restoring, shrinkTable, text, writeChanges } from '../../domain/workbook';
import { Failure } from '../ports/failure';
import type { RepairOutcome } from '../requests/repair-results';

/** A finding with the heading cell of the column that its repair adds. */
export interface ColumnToAdd {
  readonly finding: Finding;
  readonly repair: ColumnRepair;
  readonly sheet: SheetGrid;
  /** Of the new heading. */
  readonly place: Place;
  readonly cell: Cell;
}

/** What adds the column: its heading, and the Excel table grown to include it; or why it is not added. */
export function addColumn({ finding, repair, sheet, place, cell }: ColumnToAdd): { outcome: RepairOutcome; changes: Change[] } | Failure {
  const area = { top: place.row, bottom: lastRowBeside(sheet, place) };
  if (!isColumnFree(sheet, area, place.column) || tableEndingAt(sheet, place.row, place.column - 1)?.hasTotals === true)
    return new Failure(
      'cell changed',
      `There is something in the column of ${repair.cell} now, so “${repair.heading}” was not added there. Check again to see what is there now.`,
    );
  return {
    outcome: { finding, before: cell.value, after: repair.heading, was: restoring(cell) },
    changes: [...written(sheet, place, text(repair.heading)), ...growTable(sheet, place)],
  };
}

/** What takes the column away again; or why it stays. */
export function removeColumn({ repair, sheet, place, cell }: ColumnToAdd, was: CellContent): Change[] | Failure {
  if (cell.formula !== undefined || cell.value !== repair.heading)
    return new Failure('cell changed', `${repair.cell} has changed since the column was added, so the column was left there.`);
  const below = { top: place.row + 1, bottom: lastRowBeside(sheet, place) };
  for (let row = below.top; row <= below.bottom; row += 1) {
    const { kind, formula } = cellAt(sheet, { row, column: place.column });
    if (kind !== 'empty' || formula !== undefined)
      return new Failure(
        'cell changed',
        `Something was typed under “${repair.heading}” at ${repair.cell}, so the column was left there. Empty its cells first if you do not want it.`,
      );
  }
  return [...shrinkTable(sheet, place), ...written(sheet, place, was)];
}

function written(sheet: SheetGrid, { row, column }: Place, content: CellContent): Change[] {
  const cells = new CellCollector();
  cells.put(row, column, content);
  return writeChanges(sheet.name, sheet, cells.cells);
}
