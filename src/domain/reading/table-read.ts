import type { Area, Cell, Place } from '../grid';
import type { CellKind, Raises, SheetAccount } from './sheet-account';
import type { HeadingKey } from './heading-keys';
import type { RowKind, TableKind } from './table-kinds';

/** One heading of a table as found and as understood; `key` null is a column not understood, which is reported and kept. */
export interface TableHeading {
  /** The words on the sheet; two stacked header rows are joined with " · ". */
  readonly text: string;
  /** Zero-based column on the sheet. */
  readonly column: number;
  readonly key: HeadingKey | null;
  readonly sureness: 'certain' | 'likely' | 'set by you';
  /** Its words say nothing: it was taken for `key` by what stands under it, and the user is asked. */
  readonly byCells?: boolean;
  /** Its words go into a field that other columns have: a beginning beside an end, a baseline beside a measure. */
  readonly addsTo?: HeadingKey;
  /** For a column not understood: what its cells could be, the likeliest first; absent in a table remembered from an earlier run. */
  readonly mayBe?: readonly HeadingKey[];
}

/** A value and the cell it came from; with a merged lead or theme, the cell is the merge's first. */
export interface SourcedCell {
  readonly cell: Cell;
  readonly place: Place;
  /**
   * The cells in which the words stand, where these are several, in the order of the words. Then \`cell\` holds them joined and stands nowhere on the
   * sheet, so it is never written to; \`place\` is that of the first.
   */
  readonly parts?: readonly SourcedCell[];
}

/** A row below an action that goes on with it. */
export interface ContinuedRow {
  /** Zero-based. */
  readonly row: number;
  /**
   * How it is known: under the action's merged commitment, as words broken off above, as words that begin small and lack a time, or as cells
   * without a commitment of their own. The last two are asked.
   */
  readonly how: 'merged commitment' | 'broken words' | 'small beginning' | 'no commitment';
}

/** A step of an action with what its own row says of it; a field that the row does not have is the action's. */
export interface MilestoneRead {
  /** Zero-based. */
  readonly row: number;
  readonly cells: Readonly<Partial<Record<HeadingKey, SourcedCell>>>;
}

/**
 * One row that counts: an action, a listed service, a measure (kind "measures" tables) or an activity.
 * The text of a measure stands under `measure`, whatever its heading is called.
 */
export interface RowRead {
  readonly kind: RowKind;
  /** Zero-based row on the sheet. */
  readonly row: number;
  readonly theme: SourcedCell | null;
  /** Only where the table has a Directorate column with something in it. */
  readonly directorateText: string | null;
  readonly cells: Readonly<Partial<Record<HeadingKey, SourcedCell>>>;
  /** Rows that go on with it, from top to bottom; absent where there is none. */
  readonly goesOn?: readonly ContinuedRow[];
  /** Where rows that go on have leads, timescales or measures of their own: each row as a step, the action's first row too. */
  readonly milestones?: readonly MilestoneRead[];
}

export type DirectorateSource = 'column' | 'title' | 'sheet' | 'cover' | 'file' | 'you';

export interface TableRead {
  /** `sheetId!A3`: the sheet's id and the first header cell; corrections are kept under it. */
  readonly id: string;
  readonly kind: TableKind;
  readonly sheetId: string;
  readonly sheet: string;
  /** Header rows and every row read, inclusive. */
  readonly area: Area;
  readonly headerRows: { readonly top: number; readonly bottom: number };
  readonly headings: readonly TableHeading[];
  /** The upper filled cell of the first column's headings; absent in a table remembered by an earlier version. */
  readonly firstHeading?: { readonly place: Place };
  /** Of an action in a form: its labels, which stand beside what they say. Such a table has one row and no columns. */
  readonly labels?: readonly SourcedCell[];
  /** Where the heading of a further column can be written; absent where something is in the way. */
  readonly newColumn?: Place;
  /** Name in the framework, or null when none was recognised. */
  readonly directorate: string | null;
  readonly directorateFrom: DirectorateSource | null;
  /** The words that were meant to name the directorate, recognised or not: "" when there were none. */
  readonly directorateText: string;
  /** For an activity table: the outcome its title names. */
  readonly outcome: string | null;
  readonly rows: readonly RowRead[];
  /** Theme rows in the order they stand, also those with no row under them; a theme given in a Theme column is in its rows only. */
  readonly themes: readonly SourcedCell[];
  /** Paragraphs before the first action or under a theme: no actions, and listed as left out, but a printed table has them. */
  readonly introductions: readonly SourcedCell[];
}

/** A row of a table of which nothing, or not all, was made; its cells count as what it is. */
export interface RowLeftOut extends LeftOut {
  readonly row: number;
  readonly tableId: string;
  readonly kind: CellKind;
  readonly raises: Raises | null;
  /** Where the commitment of a row without one belongs. */
  readonly missing?: Place;
}

/** A row or sheet that was seen and left out, with the reason in words; nothing is hidden from the user. */
export interface LeftOut {
  readonly sheet: string;
  /** Zero-based, null for a whole sheet. */
  readonly row: number | null;
  readonly reason: string;
  /** For a table that the user left out: its id, so that it can be taken in again. */
  readonly tableId?: string;
}

/** What the user corrected about a table; remembered in the workbook and used by the next run. */
export interface TableCorrection {
  /** The table's id, or for a table that was missed the sheet id and address of the area the user selected. */
  readonly tableId: string;
  /** The name the sheet had when this was set: a file knows its sheets by their names alone. */
  readonly sheet?: string;
  readonly leaveOut?: boolean;
  readonly directorate?: string;
  /** Column (zero-based, as text in JSON) to heading; null means "none of these". */
  readonly headings?: Readonly<Record<number, HeadingKey | null>>;
  /** For a table that was missed: the selected area and its kind. */
  readonly missed?: { readonly sheetId: string; readonly area: Area; readonly kind: TableKind };
}

/** A correction that found no table: its sheet is gone, or its table has moved. It changes nothing. */
export interface UnfitCorrection {
  readonly tableId: string;
  /** One sentence: what was looked for, and where. */
  readonly reason: string;
}

export interface BookRead {
  /** Every sheet of the workbook, in its order. */
  readonly sheets: readonly SheetAccount[];
  /** What a sheet's or the file's name, or a cover, says of whose the workbook is; null when nothing does. */
  readonly directorate: string | null;
  readonly tables: readonly TableRead[];
  readonly leftOut: readonly LeftOut[];
  /** The corrections under the ids that the sheets have here. */
  readonly corrections: readonly TableCorrection[];
  readonly unfit: readonly UnfitCorrection[];
  /** Words on a cover sheet or in the file's name that say which version this is: "v2" is 2, "Version 3" is 3; null when none do. */
  readonly version: number | null;
}
