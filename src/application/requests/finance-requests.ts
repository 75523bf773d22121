import type { CostTotal, FinanceReading, KnownVerdict, RowTexts, VerdictCell, VerdictGiven, VerdictRead } from '../../domain/finance';
import type { CalendarDate } from '../../domain/grid';
import type { Action } from '../../domain/reading';
import type { VerdictColumns } from '../../domain/sheets';
import type { CellContent, Change } from '../../domain/workbook';
import type { LeftAlone } from './mapping-requests';

/** Where the verdict on an action stands or is to stand. All numbers are zero-based, `right` inclusive. */
export interface VerdictPlace {
  readonly sheetId: string;
  readonly sheet: string;
  readonly row: number;
  readonly headingRow: number;
  readonly left: number;
  readonly right: number;
  /** Those that are there. In All priorities those that lack are added with a verdict, beside a directorate's own actions on request alone. */
  readonly columns: VerdictColumns;
  /** What the cells say; the note stands here also where there is no verdict yet. */
  readonly said: VerdictCell;
}

/** An action as finance looks at it. `action.cost` has the flag as read with its words, `action.source` sheet, row and cells. */
export interface CostRow extends FinanceReading {
  /** Unique among the rows of a list, and the same in the next list of the same workbook. */
  readonly key: string;
  /** The Ref of a plan, else null. */
  readonly ref: string | null;
  readonly directorate: string;
  readonly file: string;
  readonly action: Action;
  /** The texts by field, in which the offsets of the evidence count. */
  readonly texts: RowTexts;
  /** What finance has said; null where it has said nothing. */
  readonly verdict: VerdictRead | null;
  /** What it said before, the oldest first, as far as it is remembered. */
  readonly history: readonly VerdictGiven[];
  /** A hash of the row's words, by which it is known whether a verdict still holds; "" where a plan does not remember them. */
  readonly wordsNow: string;
  /** Null where the sheet of the row is not found. */
  readonly place: VerdictPlace | null;
}

/** The costs of the open workbook: those of All priorities where it holds a plan, else those of the directorates' own tables. */
export interface CostList {
  readonly of: 'plan' | 'tables';
  readonly rows: readonly CostRow[];
  /** By directorate, in the order of the rows, and by flag. */
  readonly totals: readonly CostTotal[];
  /** The framework's verdicts, as they are offered. */
  readonly verdicts: readonly string[];
  /** Rows whose table has no column for a verdict yet; see `planFinanceColumns`. Always 0 for a plan. */
  readonly withoutColumns: number;
}

/** What finance says of a row from now on. */
export interface SaidOfCost {
  /** Null takes the verdict back: its cells are emptied, but for the note. */
  readonly verdict: string | null;
  readonly note: string;
  /** Initials; "" where nobody gave any. */
  readonly by: string;
  readonly date: CalendarDate;
}

/** A cell that a verdict was written into, with what takes it back. */
export interface VerdictCellWritten {
  /** Zero-based column; the row is the place's. */
  readonly column: number;
  readonly after: CellContent;
  readonly was: CellContent;
}

export interface VerdictRecorded {
  /** The row with the verdict. */
  readonly row: CostRow;
  readonly cells: readonly VerdictCellWritten[];
  /** Headings that were added with it, the first at `right` + 1 of the place as it was read. */
  readonly added: readonly string[];
  /** What the workbook remembers of the action, before and now; null where nothing is remembered of it. */
  readonly remembered: { readonly before: KnownVerdict | null; readonly now: KnownVerdict } | null;
  /** The row as it was before. */
  readonly before: CostRow;
}

/** What writing finance's columns beside the actions would do. */
export interface FinanceColumnsPlan {
  readonly tables: readonly {
    readonly sheet: string;
    /** A1 address of the first new heading. */
    readonly address: string;
    readonly headings: readonly string[];
  }[];
  readonly left: readonly LeftAlone[];
  readonly changes: readonly Change[];
  /** Of the columns added, for taking them away again. */
  readonly added: readonly AddedColumns[];
}

/** Columns that were added to a table at its right end. */
export interface AddedColumns {
  readonly sheetId: string;
  readonly sheet: string;
  /** Zero-based place of the first heading. */
  readonly row: number;
  readonly column: number;
  readonly headings: readonly string[];
}

/** What the pane asks for about costs; see `PlanRequests` for how a function fails. */
export interface FinanceRequests {
  /** Every action with its cost, evidence, question and verdict, of the workbook as it was last read; reads it where nothing has yet. */
  listCosts(signal: AbortSignal): Promise<CostList>;
  /**
   * Writes a verdict into its cells, all of them or none: never into a protected sheet or over a formula, and only while the row's words and
   * finance's cells are as they were read. It is dated today.
   */
  recordVerdict(row: CostRow, said: Omit<SaidOfCost, 'date'>, signal: AbortSignal): Promise<VerdictRecorded>;
  /** Puts the cells back as they were, if they still hold the verdict; the row as it is then. */
  takeBackVerdict(recorded: VerdictRecorded, signal: AbortSignal): Promise<CostRow>;
  /** What writing finance's columns beside the actions would do; writes nothing. */
  planFinanceColumns(signal: AbortSignal): Promise<FinanceColumnsPlan>;
  /** Adds them, all or nothing. */
  writeFinanceColumns(plan: FinanceColumnsPlan, signal: AbortSignal): Promise<void>;
  /** Takes them away again, while nothing was typed in them. */
  takeBackFinanceColumns(plan: FinanceColumnsPlan, signal: AbortSignal): Promise<void>;
}
