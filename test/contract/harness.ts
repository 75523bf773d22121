import type { WorkbookPort } from '../../src/application/ports/ports';
import type { Visibility } from '../../src/domain/grid';

/** What an adapter's own harness brings to the contract: workbooks to begin with, and a reading that is not the adapter's. */
export interface ContractHarness {
  /** Opens a workbook that holds the seed. */
  open(seed: SeedBook): Promise<OpenedBook>;
  /** Whether a link to a file can be clicked (files), or stands as its words (Excel's API, which has no folder to start from). */
  readonly fileLinks: boolean;
}

export interface OpenedBook {
  readonly port: WorkbookPort;
  /** The workbook as somebody else reads it: exceljs and the written XML for files, the host's own state for Office.js. */
  observe(): Promise<Observed>;
}

export interface SeedBook {
  readonly sheets: readonly SeedSheet[];
}

export interface SeedSheet {
  readonly name: string;
  readonly visibility?: Visibility;
  readonly isProtected?: boolean;
  /** By A1 address. */
  readonly cells: Readonly<Record<string, SeedCell>>;
  /** A1 areas. */
  readonly merges?: readonly string[];
  readonly tables?: readonly { readonly name: string; readonly area: string }[];
  /** Threaded comments where `id` is given, else notes. */
  readonly comments?: Readonly<Record<string, { readonly id?: string; readonly text: string; readonly author: string }>>;
}

export interface SeedCell {
  readonly value: string | number | boolean | null;
  readonly format?: string;
  /** With its "="; `value` is then what it last gave. */
  readonly formula?: string;
}

/** Addresses and areas are A1 without dollars; colours "#RRGGBB" in capitals; lists are in the order of the sheet. */
export interface Observed {
  readonly sheets: readonly ObservedSheet[];
}

export interface ObservedSheet {
  readonly name: string;
  readonly visibility: Visibility;
  readonly tabColour: string | null;
  /** By address; cells that hold nothing are absent. */
  readonly cells: Readonly<Record<string, ObservedCell>>;
  readonly tables: readonly ObservedTable[];
  /** In characters, rounded to a tenth, by zero-based column. */
  readonly widths: Readonly<Record<number, number>>;
  /** Looks of whole columns, by zero-based column. */
  readonly columnLooks: Readonly<Record<number, ObservedLook>>;
  readonly merges: readonly string[];
  /** Looks of single cells, written or blank, by address; those that look as any new cell may be absent. */
  readonly looks: Readonly<Record<string, ObservedLook>>;
  readonly dropDowns: readonly ObservedDropDown[];
  readonly rules: readonly ObservedRule[];
  readonly charts: readonly ObservedChart[];
  readonly freeze: { readonly rows: number; readonly columns: number } | null;
  readonly print: ObservedPrint;
  readonly gridlines: boolean;
  /** "B7 comment Agreed?", in the order of their texts. */
  readonly comments: readonly string[];
}

export interface ObservedCell {
  readonly value: string | number | boolean;
  readonly format: string;
  /** With its "="; null when there is none. */
  readonly formula: string | null;
  /** The address of a clickable link that is not a formula, decoded. */
  readonly link: string | null;
}

export interface ObservedTable {
  readonly name: string;
  readonly area: string;
  readonly style: string;
  readonly banded: boolean;
  readonly headings: readonly string[];
}

export interface ObservedLook {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly size: number | null;
  readonly colour: string | null;
  readonly fill: string | null;
  readonly wrap: boolean;
  readonly align: 'left' | 'centre' | 'right' | null;
  readonly vertical: 'top' | 'middle' | 'bottom' | null;
  readonly border: 'thin' | null;
  readonly format: string;
}

export interface ObservedDropDown {
  readonly area: string;
  readonly values: readonly string[] | null;
  /** "'Sheet'!A1:A3" where the list lies in cells. */
  readonly source: string | null;
  readonly prompt: { readonly title: string; readonly message: string } | null;
  /** Whether Excel refuses a text that is not in the list when it is typed. */
  readonly refusesOthers: boolean;
}

export interface ObservedRule {
  readonly area: string;
  readonly cellIs: string | null;
  readonly contains: string | null;
  readonly colour: string | null;
  readonly fill: string | null;
  readonly bold: boolean;
}

export interface ObservedChart {
  readonly name: string;
  readonly kind: string;
  readonly title: string | null;
  /** "'Sheet'!B2:B4", one a series. */
  readonly values: readonly string[];
  readonly categories: readonly string[];
  readonly seriesNames: readonly string[];
  readonly over: string;
  readonly valueTitle: string | null;
}

export interface ObservedPrint {
  readonly orientation: 'portrait' | 'landscape';
  readonly paper: 'A3' | 'A4' | null;
  /** Null where the sheet is not fitted to pages. */
  readonly pages: 'one' | 'one wide' | null;
  /** Columns that are printed, as "A:AB"; "" for all. */
  readonly area: string;
  /** Inches at the left and at the right. */
  readonly sideMargins: readonly number[];
  /** Zero-based. */
  readonly titleRows: { readonly top: number; readonly bottom: number } | null;
  readonly footer: { readonly left: string; readonly centre: string; readonly right: string };
}
