import { type Area } from '../../domain/grid';
import { overlapOf } from './host-reference';
import { type HostSheet } from './host-sheet';

/** The part of a table's column that a write touches, and where the column's body lies. */
interface FillingColumn {
  readonly column: number;
  readonly body: Area;
  /** What is written of it. */
  readonly written: Area;
  /** The formulas of the written rows before the write. */
  readonly before: readonly (string | null)[];
}

/** A write, and how one formula is put into one cell. */
interface TableWrite {
  readonly area: Area;
  readonly write: () => void;
  readonly put: (row: number, column: number, formula: string) => void;
}

/**
 * Carries out a write as Excel does inside tables. The AutoCorrect option "Fill formulas in tables to create calculated columns" is
 * on unless the user turned it off, and applies to what add-ins write: "=1+1", "=1+2", "=1+3" written into a blank column all become
 * "=1+3", the lowest (office-js issues 2093, by design; 5909; 6745). It does so where the column was blank or had the same
 * formula in all its cells; a column that held other data keeps what is written into it (support.microsoft.com, "Use calculated
 * columns in an Excel table"; office-js issue 5909: rows of constants first, then formulas, and each stays).
 */
export function writeWithAutoFill(sheet: HostSheet, { area, write, put }: TableWrite): void {
  const columns = sheet.tables.flatMap(({ area: table, hasHeader, hasTotals }) => {
    const body = { ...table, top: table.top + (hasHeader ? 1 : 0), bottom: table.bottom - (hasTotals ? 1 : 0) };
    return fillingColumns(sheet, body, area);
  });
  write();
  for (const { column, body, written, before } of columns) {
    const after = formulasIn(sheet, column, written);
    const last = after.filter((formula, index) => formula !== null && formula !== before[index]).at(-1) ?? null;
    if (last === null) continue;
    for (let row = body.top; row <= body.bottom; row += 1) put(row, column, last);
  }
}

function fillingColumns(sheet: HostSheet, body: Area, area: Area): FillingColumn[] {
  const written = overlapOf(body, area);
  if (written === null) return [];
  const columns = Array.from({ length: written.right - written.left + 1 }, (_, across) => written.left + across);
  return columns.flatMap((column) => {
    const filled = sheet.cells.within({ ...body, left: column, right: column }).map(([, , cell]) => cell);
    const contents = filled.filter(({ value, formula }) => value !== null || formula !== null);
    const isFilling = contents.every(({ formula }) => formula !== null && formula === contents[0]?.formula);
    return isFilling ? [{ column, body, written, before: formulasIn(sheet, column, written) }] : [];
  });
}

function formulasIn(sheet: HostSheet, column: number, { top, bottom }: Area): (string | null)[] {
  return Array.from({ length: bottom - top + 1 }, (_, down) => sheet.cells.at(top + down, column).formula);
}
