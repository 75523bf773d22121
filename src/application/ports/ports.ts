import type { PlanDocument } from '../../domain/documents';
import type { Area, BookGrid } from '../../domain/grid';
import type { Change } from '../../domain/workbook';

/**
 * What the program asks of the world, in plain data. `adapters/office` answers over the open workbook,
 * `adapters/files` over files; `test/contract` holds both to the same behaviour.
 */

/** The share done, 0 to 1, and what is being worked on ("GET.xlsx · 24 actions found"). */
export type OnProgress = (done: number, what: string) => void;

export interface ReadOptions {
  /** Hidden sheets are left out unless asked for; the very hidden `_plan` is always read. */
  readonly includeHidden: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
}

export interface ApplyOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
}

/** What an apply did, counted by the adapter that did it. */
export interface Receipt {
  readonly edits: number;
  /** Cells written, empty ones that were cleared included. */
  readonly cells: number;
  /** Requests sent to Excel; 0 for files. */
  readonly roundTrips: number;
  /** What was not done although everything was written, in sentences for the user; absent when there is nothing to tell. */
  readonly notices?: readonly string[];
}

/** A cell somewhere in the book: the sheet by its id, the area zero-based and inclusive. */
export interface BookPlace {
  readonly sheetId: string;
  readonly area: Area;
}

export interface BookChange {
  readonly sheetId: string;
  /** A1 address as the host gave it; null when it gave none and the whole sheet must be read again. */
  readonly address: string | null;
  readonly what: 'cells' | 'selection' | 'sheets';
  readonly by: 'this user' | 'someone else';
}

export interface WorkbookPort {
  /** The whole workbook in one call. Sheets in tab order. */
  readBook(options: ReadOptions): Promise<BookGrid>;
  /** Some cells again, as sheets that hold only them; for a repair's check or a live re-check. */
  readCells(places: readonly BookPlace[]): Promise<BookGrid>;
  /**
   * Carries out stages of changes in order, all or nothing. Each stage is in the workbook before the next begins
   * (the journal before the work). When anything fails, everything done is taken back by the `undo`s in reverse
   * and a `WriteFailedError` says whether that succeeded; a cell that is not as expected stops the run before its first edit.
   */
  apply(stages: readonly (readonly Change[])[], options?: ApplyOptions): Promise<Receipt>;
  /** Selects a cell and brings its sheet to the front; takes no focus from the pane. */
  reveal(place: BookPlace): Promise<void>;
  /** The cells selected in front of the user; null where there is no such thing, as in a file. */
  selection(): Promise<BookPlace | null>;
  /** Calls back on edits and selection until the returned function is called. Hints only: re-read and compare. */
  watch(listener: (change: BookChange) => void): Promise<() => Promise<void>>;
  /** The pane's own preferences; state that both adapters share lies in `_plan`. */
  recall(key: string): Promise<string | null>;
  remember(key: string, value: string): Promise<void>;
}

/** A workbook file that can be written: the port and the bytes it comes to. */
export interface WritableBook extends WorkbookPort {
  toBytes(): Promise<Uint8Array>;
}

export interface OpenOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
}

/** What of a file's bytes is known, whether or not it can be read as a workbook. */
export interface FileFacts {
  /** In bytes. */
  readonly size: number | null;
  /** In hexadecimal digits. */
  readonly sha256: string | null;
}

/**
 * Opens a submitted file. Throws a `SubmissionError` in plain words when it cannot; a signal that stops it throws its own reason.
 * The bytes are given away: they may be moved to another thread and then cannot be used here.
 */
export interface SubmissionPort {
  open(name: string, bytes: Uint8Array, options?: OpenOptions): Promise<BookGrid>;
  /** Of any file, also one that cannot be opened; the bytes are not given away. */
  factsOf(bytes: Uint8Array): Promise<FileFacts>;
}

/** Turns papers, tables and data into the bytes of files. */
export interface DocumentPort {
  word(document: PlanDocument): Promise<Uint8Array>;
  csv(rows: readonly (readonly string[])[]): Uint8Array;
  json(value: unknown): Uint8Array;
}

/** How a document reaches the user. */
export type DeliveryWay = 'download' | 'new workbook';

/** What a host needs of a document. */
export interface DeliveredDocument {
  /** With its extension. */
  readonly fileName: string;
  readonly kind: 'word' | 'workbook' | 'csv' | 'json' | 'text';
  readonly bytes: Uint8Array;
}

/** Gives documents to the user in the ways the host allows; some allow none, and then there is their text to copy. */
export interface DeliveryPort {
  /** The best first. */
  waysFor(kind: DeliveredDocument['kind']): readonly DeliveryWay[];
  /** @throws Failure in plain words. */
  deliver(document: DeliveredDocument, way: DeliveryWay): Promise<void>;
}
