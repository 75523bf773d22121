/**
 * One cell as the domain sees it, whichever adapter read it (docs/rules.md#cell-values).
 *
 * What a cell holds and what it shows differ, so both are kept: `value` is what it holds (a date is its
 * 1900-system serial number), `text` what the sheet shows, `format` the Excel number format ("General",
 * "mmm-yy", "@"), `formula` the formula with its leading "=" when there is one. An error cell's value is
 * its error text, such as "#N/A".
 */
export type Cell =
  | { readonly kind: 'empty'; readonly value: null; readonly text: ''; readonly format: string; readonly formula?: string }
  | { readonly kind: 'text'; readonly value: string; readonly text: string; readonly format: string; readonly formula?: string }
  | { readonly kind: 'number'; readonly value: number; readonly text: string; readonly format: string; readonly formula?: string }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly text: string; readonly format: string; readonly formula?: string }
  | { readonly kind: 'error'; readonly value: string; readonly text: string; readonly format: string; readonly formula?: string };

export const GENERAL = 'General';

/** The cell of every place that holds nothing. */
export const EMPTY_CELL: Cell = { kind: 'empty', value: null, text: '', format: GENERAL };

/** A text cell; the text is kept exactly, spaces and line breaks included. */
export function textCell(value: string, format = GENERAL): Cell {
  return value === '' ? { ...EMPTY_CELL, format } : { kind: 'text', value, text: value, format };
}
