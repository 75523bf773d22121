import { LAST_COLUMN, LAST_ROW, columnIndex, columnName } from '../../../domain/grid';

/** Quoted texts and sheet names are skipped; then a reference with optional dollars, not part of a longer name or a call. */
const PIECES = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.$])(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\w.(])/gi;

interface Reference {
  readonly columnDollar: string;
  readonly rowDollar: string;
  /** Zero-based. */
  readonly column: number;
  readonly row: number;
}

/** A formula as the texts and the references that it is made of, so that one that many cells share is taken apart once. */
export type FormulaPieces = readonly (string | Reference)[];

export function formulaPieces(formula: string): FormulaPieces {
  const pieces: (string | Reference)[] = [];
  let from = 0;
  for (const match of formula.matchAll(PIECES)) {
    const [whole, columnDollar = '', letters = '', rowDollar = '', digits] = match;
    const column = digits === undefined ? null : columnIndex(letters);
    if (column === null) continue;
    pieces.push(formula.slice(from, match.index), { columnDollar, rowDollar, column, row: Number(digits) - 1 });
    from = match.index + whole.length;
  }
  return [...pieces, formula.slice(from)];
}

/**
 * A formula as it reads when copied some rows down and columns right: what a shared formula means in its other
 * cells. Not handled: whole-row and whole-column references, which stay as they are.
 */
export function shiftFormula(formula: string | FormulaPieces, rows: number, columns: number): string {
  if (typeof formula === 'string') return rows === 0 && columns === 0 ? formula : shiftFormula(formulaPieces(formula), rows, columns);
  // Joined rather than added up, as a text that was added up keeps all its pieces.
  return formula.map((piece) => (typeof piece === 'string' ? piece : shiftedReference(piece, rows, columns))).join('');
}

function shiftedReference({ columnDollar, rowDollar, column, row }: Reference, rows: number, columns: number): string {
  const toColumn = columnDollar === '$' ? column : column + columns;
  const toRow = rowDollar === '$' ? row : row + rows;
  if (toColumn < 0 || toRow < 0 || toColumn > LAST_COLUMN || toRow > LAST_ROW) return '#REF!';
  return `${columnDollar}${columnName(toColumn)}${rowDollar}${toRow + 1}`;
}
