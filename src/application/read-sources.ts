import type { Framework } from '../domain/framework';
import type { BookGrid } from '../domain/grid';
import {
  type Action,
  type Activity,
  type BookRead,
  type LeftOut,
  type MeasureLine,
  readTables,
  type TableCorrection,
  type TableRead,
  understandBook,
} from '../domain/reading';
import { ALL_PRIORITIES, COUNCIL_SUMMARY, FINDINGS_SHEET, LOGFRAME_COVERAGE, STATE_SHEET } from '../domain/sheets';

export interface ReadingOptions {
  readonly framework: Framework;
  readonly includeHidden: boolean;
  readonly corrections: readonly TableCorrection[];
  /** Names of sheets that this program wrote, beside its usual ones: they are results, not submissions. */
  readonly ownSheets?: readonly string[];
}

/** One workbook read: the open one (`file` "") or a submitted one. */
export interface SourceRead {
  readonly file: string;
  readonly sheets: number;
  readonly modified: string | null;
  readonly version: number | null;
  readonly tables: readonly TableRead[];
  readonly actions: readonly Action[];
  readonly measures: readonly MeasureLine[];
  readonly activities: readonly Activity[];
  readonly leftOut: readonly LeftOut[];
  /** Why the file could not be read at all, in one sentence; then everything above is empty. */
  readonly problem: string | null;
}

const OWN_SHEETS = [ALL_PRIORITIES, COUNCIL_SUMMARY, LOGFRAME_COVERAGE, FINDINGS_SHEET, STATE_SHEET];

/** Finds the tables of a workbook and reads their rows. Reading never changes a cell. */
export function readSource(file: string, book: BookGrid, options: ReadingOptions): SourceRead {
  const ownSheets = new Set([...OWN_SHEETS, ...(options.ownSheets ?? [])]);
  const read: BookRead = readTables(book, options.framework, {
    includeHidden: options.includeHidden,
    corrections: options.corrections,
    ownSheets,
  });
  const understood = understandBook(read, { file, framework: options.framework });
  return {
    file,
    sheets: book.sheets.filter(({ name }) => !ownSheets.has(name)).length,
    modified: book.modified ?? null,
    version: read.version,
    tables: read.tables,
    leftOut: read.leftOut,
    problem: null,
    ...understood,
  };
}

/** A file that could not be read: it is listed with the reason, and the others go on. */
export function unreadableSource(file: string, problem: string): SourceRead {
  return { file, sheets: 0, modified: null, version: null, tables: [], actions: [], measures: [], activities: [], leftOut: [], problem };
}
