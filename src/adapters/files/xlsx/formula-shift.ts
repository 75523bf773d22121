import { LAST_COLUMN, LAST_ROW, columnIndex, columnName } from '../../../domain/grid';

/** Quoted texts and sheet names are skipped; then a reference with optional dollars, not part of a longer name or a call. */
const PIECES = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.$])(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\w.(])/gi;

/**
 * A formula as it reads when copied some rows down and columns right: what a shared formula means in its other
 * cells. Not handled: whole-row and whole-column references, which stay as they are.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return formula.replace(PIECES, (whole: string, ...found: (string | undefined)[]) => {
    const [columnDollar = '', letters, rowDollar = '', digits] = found;
    if (letters === undefined || digits === undefined) return whole;
    const column = columnIndex(letters);
    if (column === null) return whole;
    const toColumn = columnDollar === '$' ? column : column + columns;
    const toRow = rowDollar === '$' ? Number(digits) - 1 : Number(digits) - 1 + rows;
    if (toColumn < 0 || toRow < 0 || toColumn > LAST_COLUMN || toRow > LAST_ROW) return '#REF!';
    return `${columnDollar}${columnName(toColumn)}${rowDollar}${String(toRow + 1)}`;
  });
}
