import type { BookGrid } from '../../src/domain/grid';

/** A formula without an answer is empty. */
export type ReadKind = 'text' | 'number' | 'boolean' | 'error' | 'empty';

/** A filled cell: zero-based row and column, and the raw value; true as the last where it is the answer of a formula. */
export type ReadCell = readonly [row: number, column: number, kind: ReadKind, value: string | number | boolean, hasFormula?: true];

/** A sheet as either reader has it: filled cells, and formulas without an answer. */
export interface ReadSheet {
  readonly name: string;
  readonly cells: readonly ReadCell[];
}

/** What a process that read one file writes; nothing where it did not come to an end. */
export type ReadAnswer = ReadBook | ReadRefusal | { readonly kind: 'threw'; readonly error: string };

export interface ReadBook {
  readonly kind: 'opened';
  readonly isDocument: boolean;
  readonly sheets: readonly ReadSheet[];
}

export interface ReadRefusal {
  readonly kind: 'refused';
  /** The reader's own reason, or the class of an error that nobody foresaw. */
  readonly reason: string;
  readonly words: string;
  /** Where the reader stopped by an error that nobody foresaw, which it tells as damage. */
  readonly unforeseen?: string;
}

export function readBookOf(book: BookGrid): ReadBook {
  const sheets = book.sheets.map(({ name, rows }): ReadSheet => {
    const cells = [...rows].flatMap(([row, found]) =>
      [...found].flatMap(([column, cell]): ReadCell[] => {
        if (cell.formula !== undefined) return [[row, column, cell.kind, cell.value ?? '', true]];
        return cell.kind === 'empty' ? [] : [[row, column, cell.kind, cell.value]];
      }),
    );
    return { name, cells };
  });
  return { kind: 'opened', isDocument: book.isDocument === true, sheets };
}
