import type { Area, Place } from './address';
import { type Cell, EMPTY_CELL } from './cell';

export type Visibility = 'visible' | 'hidden' | 'very hidden';

/** An Excel table (ListObject) on a sheet. `area` includes the header row and, where there is one, the totals row. */
export interface GridTable {
  readonly name: string;
  readonly area: Area;
  readonly hasHeader: boolean;
  readonly hasTotals: boolean;
}

/** Cells beside one another in one colour; columns zero-based, `right` inclusive. */
export interface ColourRun {
  readonly left: number;
  readonly right: number;
  /** "#FF0000"; anything else stands for a colour of the workbook's own, the same text for the same colour. */
  readonly colour: string;
}

/** What the eye sees of cells and no word says, by zero-based row. Conditional formats and the looks of Excel tables are not among it. */
export interface SheetMarks {
  /** Fills of cells, empty ones too, but for white. */
  readonly fills: ReadonlyMap<number, readonly ColourRun[]>;
  /** Colours of letters, but for black, grey, white and those of links. */
  readonly letters: ReadonlyMap<number, readonly ColourRun[]>;
  /** Columns of cells whose words are struck through, in whole or in part. */
  readonly struck: ReadonlyMap<number, readonly number[]>;
}

/** A comment with its replies, or a note; a cell has one of them at most. */
export interface CellComment extends Place {
  readonly kind: 'comment' | 'note';
  /** What a comment keeps wherever it goes; null for a note, and for a comment whose file gives it none. */
  readonly id: string | null;
  readonly author: string;
  /** Without its replies. */
  readonly text: string;
}

/** What stands beside the cells of a sheet and is never read. */
export interface BesideCells {
  readonly comments: number;
  readonly pictures: number;
  /** What only documents have, in words: "2 footnotes", "1 text box". */
  readonly others?: readonly string[];
}

/**
 * One sheet as read: sparse, because a valid sheet may hold two cells a million rows apart.
 * Rows and columns are zero-based. Rows and cells that hold nothing may be absent. A table of a document begins in row 0, and the lines above
 * it stand in the rows before that: -1 is the nearest.
 */
export interface SheetGrid {
  /** The live sheet's id in Excel, which outlives a rename; in a file, the sheet's name. */
  readonly id: string;
  readonly name: string;
  readonly visibility: Visibility;
  readonly isProtected: boolean;
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, Cell>>;
  readonly merges: readonly Area[];
  readonly tables: readonly GridTable[];
  /** Comments and notes; absent where there is none. */
  readonly comments?: readonly CellComment[];
  /** This version of Excel does not say where notes are. */
  readonly notesUnknown?: true;
  /** What stands beside the cells and is never read, where the adapter can count it. */
  readonly besideCells?: BesideCells;
  /** Of a table in a document: rows above it, negative ones, whose line is a heading by its style. */
  readonly headingLines?: ReadonlySet<number>;
  /** Of a table in a document: passages and rows that were inserted, which are read, and deleted, which are not; absent where there are none. */
  readonly trackedChanges?: { readonly insertions: number; readonly deletions: number };
  /** Of a table in a document: files that stand in it or above it and are not read, by their names; absent where there are none. */
  readonly embedded?: readonly string[];
  /** Absent where the adapter does not look for them. */
  readonly marks?: SheetMarks;
  /**
   * Links from single cells to files, by the cell's address ("B5"): paths with forward slashes, decoded. Absent where there is none, and in Excel,
   * which tells of one cell at a time; a plan written there has no such link.
   */
  readonly fileLinks?: ReadonlyMap<string, string>;
}

/** A workbook as read. `name` is the file's name where it has one ("GET.xlsx"), else "". `date1904` never reaches here: adapters convert. */
export interface BookGrid {
  readonly name: string;
  readonly sheets: readonly SheetGrid[];
  /** When the workbook says that it was last changed, ISO date-time; never the file system's time, which a copy changes. */
  readonly modified?: string;
  /** A document of text, each sheet of which is one of its tables. */
  readonly isDocument?: true;
  /** A paper that this program wrote, which is a result and no submission. */
  readonly isOwnPaper?: true;
  /** Of a file: its bytes, and their SHA-256 in hexadecimal digits where the host can work it out. */
  readonly size?: number;
  readonly sha256?: string;
}

export function cellAt(grid: SheetGrid, place: Place): Cell {
  return grid.rows.get(place.row)?.get(place.column) ?? EMPTY_CELL;
}

/** A grid from rows of cells written out in full, for tests, templates and readers of plain text; starts at A1. */
export function gridOf(
  name: string,
  rows: readonly (readonly (Cell | null)[])[],
  more: Partial<Pick<SheetGrid, 'id' | 'visibility' | 'isProtected' | 'merges' | 'tables' | 'comments' | 'notesUnknown'>> = {},
): SheetGrid {
  const filled = new Map<number, ReadonlyMap<number, Cell>>();
  rows.forEach((cells, row) => {
    const kept = new Map<number, Cell>();
    cells.forEach((cell, column) => {
      if (cell !== null && cell.kind !== 'empty') kept.set(column, cell);
    });
    if (kept.size > 0) filled.set(row, kept);
  });
  return { id: name, name, visibility: 'visible', isProtected: false, merges: [], tables: [], ...more, rows: filled };
}
