import type { FailureCode } from '../../application';
import type { BookGrid, Cell } from '../../domain/grid';

/** What the pane sends a worker, once and after it has said "ready"; the bytes are transferred. */
export interface OpenRequest {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * What a worker answers. A workbook is sent in portions of rows, so that receiving it does not block the pane: all rows first,
 * then the workbook with empty sheets.
 */
export type OpenReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly done: number; readonly what: string }
  | { readonly kind: 'rows'; readonly sheet: number; readonly rows: readonly (readonly [row: number, cells: ReadonlyMap<number, Cell>])[] }
  | { readonly kind: 'book'; readonly book: BookGrid }
  | { readonly kind: 'refused'; readonly code: FailureCode; readonly message: string };
