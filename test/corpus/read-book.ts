import type { BookGrid } from '../../src/domain/grid';

export type ReadKind = 'text' | 'number' | 'boolean' | 'error';

/** A filled cell: zero-based row and column, and the raw value; true as the last where it is the answer of a formula. */
export type ReadCell = readonly [row: number, column: number, kind: ReadKind, value: string | number | boolean, hasFormula?: true];

/** A sheet as either reader has it: filled cells alone. */
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
        if (cell.kind === 'empty') return [];
        return [cell.formula === undefined ? [row, column, cell.kind, cell.value] : [row, column, cell.kind, cell.value, true]];
      }),
    );
    return { name, cells };
  });
  return { kind: 'opened', isDocument: book.isDocument === true, sheets };
}
