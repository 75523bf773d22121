import { type ExcelHost, TypingRefused } from './excel-host';

interface Typed {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/**
 * Types into a cell of the sheet in front as the user does. Row and column are zero-based.
 * @returns Excel's sentence when it refuses what was typed; null when it takes it.
 */
export function typeAt({ workbook }: ExcelHost, { row, column, text }: Typed): string | null {
  try {
    workbook.type(workbook.active, row, column, text, 'user');
    return null;
  } catch (error) {
    if (error instanceof TypingRefused) return error.message;
    throw error;
  }
}

/** The same in the selected cell. */
export function typeSelected(host: ExcelHost, text: string): string | null {
  const { top: row, left: column } = host.workbook.active.selection;
  return typeAt(host, { row, column, text });
}
