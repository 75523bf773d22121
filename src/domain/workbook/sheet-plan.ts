import type { Area } from '../grid';

/**
 * What a sheet should hold, as plain data but for `PlanColumn.meansSame`. A plan knows no host and no file: `reconcile` compares it with the
 * workbook and makes edits, which an adapter carries out. Rows and columns are zero-based, areas inclusive.
 */

/** One value to write. Its kind decides how it is written: a text is never read as a formula, date or number, whatever it begins with. */
export type PlanCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly format: string }
  /** A date as its serial number; shown dd/mm/yyyy unless `format` says otherwise. */
  | { readonly kind: 'date'; readonly serial: number; readonly format?: string }
  /** A link to a file by relative path. Rule: docs/rules.md#no-formulas. */
  | { readonly kind: 'link'; readonly text: string; readonly target: { readonly path: string } };

/** Who a column belongs to: `plan` columns are refreshed, and what was typed into them is kept; `user` ones are never written once their row is made. */
export type ColumnOwner = 'plan' | 'user';

export interface PlanColumn {
  /** Name of the field inside the program, stable when the heading's words change. */
  readonly key: string;
  readonly heading: string;
  readonly owner: ColumnOwner;
  /** In characters of the standard font, as Excel counts column widths. */
  readonly width: number;
  readonly wrap: boolean;
  readonly align: 'left' | 'centre' | 'right';
  /** Excel number format of the column's cells: "@" for text, "dd/mm/yyyy" for dates, "0" for counts. */
  readonly format: string;
  /** Offered in each cell of the column; longer than 255 characters together needs `list: area`. */
  readonly dropDown?: DropDown['list'];
  /**
   * Whether two texts say the same in other words, as "see 3.7" and "3.7", given as `wordsOfCell` gives them. A cell that says the same as
   * the plan is left as it is. Pure; without it, or where it gives false, texts are the same that differ in case or spaces alone.
   */
  readonly meansSame?: (one: string, other: string) => boolean;
  /**
   * The plan works it out itself; no source sends it. Where nothing is remembered of a cell, it takes what is planned, if the program may have
   * written what it holds (`WordsPlanned`).
   */
  readonly isWorkedOut?: true;
  /** On screen only: not among the columns that are printed. Rule: docs/rules.md#printed-sheets. */
  readonly offPaper?: true;
  /** Its cells may link to files; a link that leads out of the plan's folder is taken off. Rule: docs/rules.md#links-to-files. */
  readonly linksToFiles?: true;
}

export interface PlanRow {
  /** What the row is known by from run to run: a Ref, an indicator's id. */
  readonly key: string;
  /** By column key; a column left out is left as it is. */
  readonly cells: Readonly<Record<string, PlanCell>>;
  /**
   * The row was not sent this time. Where nothing is remembered of a cell, its words come from the sheet itself, so nobody can say whether
   * they were sent or typed: they are not remembered as planned, or what was typed would be written over once the row is sent again.
   */
  readonly isCarried?: true;
}

export interface PlanTable {
  /** Excel table name, such as "AllPriorities": letters, digits, underscore; unique in the workbook. */
  readonly name: string;
  /** Place of the first heading. */
  readonly at: { readonly row: number; readonly column: number };
  readonly columns: readonly PlanColumn[];
  readonly rows: readonly PlanRow[];
  /** `keep`: rows never move, are matched by `keyColumn`, gone ones stay and `goneMark` is written; `replace`: the body is rewritten from the top, and what the user typed in or beside a row moves with the row, known by its `identity` columns; `append`: rows go under the last one, and those that are there are the user's; null: it is made once and then the user's. */
  readonly refresh:
    | { readonly how: 'keep'; readonly keyColumn: string; readonly gone: { readonly column: string; readonly cell: PlanCell } }
    | { readonly how: 'replace'; readonly identity: readonly string[]; readonly gone: { readonly column: string; readonly cell: PlanCell } }
    | { readonly how: 'append' }
    | null;
  readonly banded: boolean;
  /** Excel's built-in style, such as "TableStyleMedium2". */
  readonly style: string;
}

/** Cells at a fixed place outside the table: titles, run stamp, matrices. Rewritten in place. */
export interface PlanBlock {
  readonly at: { readonly row: number; readonly column: number };
  readonly cells: readonly (readonly PlanCell[])[];
}

/** How an area looks; every field is optional and what is not named is left alone. Colours are "#RRGGBB". */
export interface CellLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly colour?: string;
  readonly fill?: string;
  readonly wrap?: boolean;
  readonly align?: 'left' | 'centre' | 'right';
  readonly vertical?: 'top' | 'middle' | 'bottom';
  readonly border?: 'thin';
  readonly format?: string;
}

export interface LookArea {
  readonly area: Area;
  readonly look: CellLook;
}

/** Values that are offered. The cell takes any other text as well, without a message. Rule: docs/rules.md#offers. */
export interface DropDown {
  readonly area: Area;
  /** Values written into the rule (255 characters together at most), or an area of a sheet that holds them. */
  readonly list: { readonly values: readonly string[] } | { readonly sheet: string; readonly area: Area };
  /** Shown beside the cell when it is selected. */
  readonly prompt?: { readonly title: string; readonly message: string };
}

/** A look that follows the words in the cell: every colour also has a word. */
export interface FormatRule {
  readonly area: Area;
  readonly when: { readonly cellIs: string } | { readonly contains: string };
  readonly look: { readonly colour: string; readonly fill: string; readonly bold?: boolean };
}

export interface PlanChart {
  /** Unique on the sheet; the host keeps it as the chart's name. */
  readonly name: string;
  readonly kind: 'column' | 'bar' | 'column stacked' | 'bar stacked' | 'pie';
  readonly title: string;
  /** Area of this sheet whose first row holds the series' names and first column the categories. */
  readonly source: Area;
  /** Cells the chart covers. */
  readonly over: Area;
  readonly valueTitle?: string;
  /** It has nothing to show: its place is kept, and a later run makes it. */
  readonly leftOut?: true;
}

export interface PrintSetUp {
  readonly orientation: 'portrait' | 'landscape';
  readonly paper: 'A3' | 'A4';
  /** `one wide`: as many pages long as it takes; `one`: all of the sheet on one page. Excel makes it smaller for that, never larger. */
  readonly pages: 'one wide' | 'one';
  /** The last column that is printed, zero-based: a print area of whole columns, so that rows added later are in it. Null prints all. */
  readonly lastColumn: number | null;
  readonly titleRows: { readonly top: number; readonly bottom: number } | null;
  readonly footer: string;
}

export interface SheetPlan {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'very hidden';
  /** "#RRGGBB". */
  readonly tabColour: string | null;
  readonly blocks: readonly PlanBlock[];
  readonly table: PlanTable | null;
  /** Widths in characters by zero-based column, for columns outside the table. */
  readonly widths: Readonly<Record<number, number>>;
  readonly merges: readonly Area[];
  readonly looks: readonly LookArea[];
  readonly dropDowns: readonly DropDown[];
  readonly rules: readonly FormatRule[];
  readonly charts: readonly PlanChart[];
  /** Rows and columns that stay when the sheet scrolls. */
  readonly freeze: { readonly rows: number; readonly columns: number } | null;
  readonly print: PrintSetUp | null;
  readonly gridlines: boolean;
}
