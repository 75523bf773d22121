import type { SheetGrid } from '../grid';

/** What a cell with content counts as, in the order shown; each counts as exactly one (docs/rules.md#cells-accounted). */
export const CELL_KINDS = [
  'heading',
  'title',
  'action',
  'service',
  'measure',
  'activity',
  'theme',
  'introduction',
  'note',
  'continuation',
  'left out',
] as const;

export type CellKind = (typeof CELL_KINDS)[number];

/** The finding that cells left out give; those out of a table's reach give none. */
export type Raises = 'part-not-read' | 'missing-commitment';

export type CellCounts = Readonly<Record<CellKind, number>>;

/** Cells left out that stand together and have one reason. */
export interface PartLeftOut {
  readonly reason: string;
  /** A1 address of the area from the first to the last of them. */
  readonly address: string;
  readonly cells: number;
  /** What they show, in the order of the sheet; shortened where it is long. */
  readonly words: string;
  readonly raises: Raises | null;
  /** The table in whose reach they stand; null where there is none. */
  readonly tableId: string | null;
  /** The cell that a finding points to, zero-based, and what it shows. */
  readonly at: { readonly row: number; readonly column: number; readonly text: string };
  /** The words of the heading above them, where it is the heading's fault. */
  readonly heading: string | null;
}

/** Cells of a table that tell something by their look alone, which is not read. */
export interface PartMarked {
  readonly how: 'filled without words' | 'struck through' | 'row filled' | 'letters in colour';
  /** A1 address of the area from the first to the last of them. */
  readonly address: string;
  readonly cells: number;
  /** For fills without words: "red, amber and green", or "3 colours" where the workbook's own palette says which they are. */
  readonly colours: string;
  readonly tableId: string;
  /** Whether it is told as a finding too; the others only seldom mean something. */
  readonly raises: boolean;
  /** The first of them, zero-based, and what it shows. */
  readonly at: { readonly row: number; readonly column: number; readonly text: string };
  /** The heading above them where all are under one; null else. */
  readonly heading: string | null;
}

/** The row of a sheet without a table that has most headings of one. */
export interface HeadingsNearest {
  /** Zero-based. */
  readonly row: number;
  /** The words that are headings, as written. */
  readonly headings: readonly string[];
  /** What a table of priorities would need beside them, by its usual words. */
  readonly lacking: readonly string[];
}

/** One sheet of a workbook, read or not, with every cell that has content. */
export interface SheetAccount {
  readonly name: string;
  readonly sheetId: string;
  /** Why nothing of it was read; null for a sheet with a table. */
  readonly notRead: string | null;
  readonly tables: number;
  /** Cells with content: the sum of `byKind`. */
  readonly cells: number;
  readonly byKind: CellCounts;
  readonly leftOut: readonly PartLeftOut[];
  /** For a sheet without a table, the row that came nearest to being headings. */
  readonly nearest: HeadingsNearest | null;
  /** What is beside the cells and never read, in words: "3 comments", "1 picture". */
  readonly besideCells: readonly string[];
  /** See `SheetGrid.trackedChanges` and `SheetGrid.embedded`; absent where there are none. */
  readonly trackedChanges?: SheetGrid['trackedChanges'];
  readonly embedded?: SheetGrid['embedded'];
  /** What the look of its tables' cells may mean. */
  readonly marked: readonly PartMarked[];
  /** What was not looked for, since this kind of file does not tell of it: "comments and pictures", "colours". */
  readonly notLookedFor: readonly string[];
}

/** One file, or the open workbook, with every sheet of it: a part of the proof that nothing was lost on the way. */
export interface SourceAccount {
  /** "" for the open workbook. */
  readonly file: string;
  /** In bytes; null for the open workbook, of which the host gives no bytes, and for what may not be read. */
  readonly size: number | null;
  readonly sha256: string | null;
  readonly version: number | null;
  /** The workbook's own property, ISO date-time. */
  readonly modified: string | null;
  readonly sheets: readonly SheetAccount[];
  /** The file of the same bytes that is counted instead. */
  readonly sameAs: string | null;
  /** Why nothing of the file was read, in one sentence. */
  readonly problem: string | null;
}

/** The counts of several sheets together. */
export function sumOfCounts(all: readonly CellCounts[]): CellCounts {
  const sum = emptyCounts();
  for (const counts of all) for (const kind of CELL_KINDS) sum[kind] += counts[kind];
  return sum;
}

export function emptyCounts(): Record<CellKind, number> {
  return Object.fromEntries(CELL_KINDS.map((kind) => [kind, 0])) as Record<CellKind, number>;
}
