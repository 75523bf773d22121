import type { BookGrid, SheetGrid } from '../grid';
import { ALL_PRIORITIES, ALL_PRIORITIES_TABLE, allPriorities } from './all-priorities';
import { BY_OUTCOME, BY_OUTCOME_TABLE, byOutcome } from './by-outcome';
import { CHANGES_SHEET, CHANGES_TABLE, changesSheet } from './changes-sheet';
import { COUNCIL_SUMMARY, councilSummary } from './council-summary';
import { CURRENT_ACTIVITY, CURRENT_ACTIVITY_TABLE, currentActivity } from './current-activity';
import { FINDINGS_SHEET, FINDINGS_TABLE, findingsSheet } from './findings-sheet';
import { KEPT_TEXTS, KEPT_TEXTS_TABLE } from './kept-texts';
import { LOCAL_MEASURES, LOCAL_MEASURES_TABLE, localMeasures } from './local-measures';
import { LOGFRAME_COVERAGE, LOGFRAME_COVERAGE_TABLE, logframeCoverage } from './logframe-coverage';
import { STATE_SHEET, writtenSheets } from '../state';
import { SOURCES_SHEET, SOURCES_TABLE, sourcesSheet } from './sources-sheet';
import type { PlanSubject } from './plan-subject';
import type { ExistingSheet } from './placed-again';
import { PROGRESS_SHEET, PROGRESS_TABLE, progressSheet } from './progress-sheet';
import { type SheetPlan, sheetOf, type WrittenSheet } from '../workbook';

/** Sheets that are written when they are asked for, by the names that a user gives them in an option. */
export const OPTIONAL_SHEETS = ['by-outcome', 'current-activity', 'local-measures'] as const;
export type OptionalSheet = (typeof OPTIONAL_SHEETS)[number];

interface SheetWritten {
  readonly name: string;
  /** Its Excel table; null where it has none. */
  readonly table: string | null;
  /** @param existing the sheet in the workbook, which the user may have changed since the last run; null for a new one. */
  readonly plan: (subject: PlanSubject, existing: ExistingSheet | null) => SheetPlan;
  readonly choice?: OptionalSheet;
}

/** Every sheet that a collation writes, in the order of the tabs. */
const SHEETS: readonly SheetWritten[] = [
  { name: COUNCIL_SUMMARY, table: null, plan: councilSummary },
  { name: PROGRESS_SHEET, table: PROGRESS_TABLE, plan: progressSheet },
  { name: ALL_PRIORITIES, table: ALL_PRIORITIES_TABLE, plan: allPriorities },
  { name: CHANGES_SHEET, table: CHANGES_TABLE, plan: changesSheet },
  { name: LOGFRAME_COVERAGE, table: LOGFRAME_COVERAGE_TABLE, plan: logframeCoverage },
  { name: FINDINGS_SHEET, table: FINDINGS_TABLE, plan: findingsSheet },
  { name: SOURCES_SHEET, table: SOURCES_TABLE, plan: sourcesSheet },
  { name: BY_OUTCOME, table: BY_OUTCOME_TABLE, plan: byOutcome, choice: 'by-outcome' },
  { name: CURRENT_ACTIVITY, table: CURRENT_ACTIVITY_TABLE, plan: currentActivity, choice: 'current-activity' },
  { name: LOCAL_MEASURES, table: LOCAL_MEASURES_TABLE, plan: localMeasures, choice: 'local-measures' },
];

/** A sheet to write: its name, and its plan once it is known what goes on it. */
export interface SheetToPlan {
  readonly name: string;
  readonly plan: (subject: PlanSubject) => SheetPlan;
}

/**
 * The sheets asked for, in the order of the tabs. One by choice that is in the workbook already is kept up to date unasked: deleting it ends
 * that.
 * @param written what the last run wrote.
 */
export function planSheets(chosen: readonly OptionalSheet[], book: BookGrid, written: readonly WrittenSheet[]): SheetToPlan[] {
  const wanted = new Set([...chosen, ...optionalSheetsIn(book)]);
  return SHEETS.filter(({ choice }) => choice === undefined || wanted.has(choice)).map(({ name, table, plan }) => {
    const last = written.find((one) => one.plan === name) ?? null;
    const sheet = sheetOf(table, book, last);
    return { name, plan: (subject) => plan(subject, sheet === null ? null : { sheet, last }) };
  });
}

/** The sheets by choice that a workbook has, whatever they are called there. */
export function optionalSheetsIn(book: BookGrid): OptionalSheet[] {
  const tables = new Set(book.sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name)));
  return SHEETS.flatMap(({ choice, table }) => (choice !== undefined && tables.has(table ?? '') ? [choice] : []));
}

/** Names under which this program writes its sheets, where they are free. */
export const PLAN_SHEET_NAMES: readonly string[] = [STATE_SHEET, ...SHEETS.map(({ name }) => name), KEPT_TEXTS];

/**
 * Names of the sheets of a workbook that this program wrote: results, not submissions. Known by name, by their table, which outlives
 * a rename, and by what the workbook remembers of the last run.
 * Rule: docs/rules.md#own-sheets.
 */
export function sheetsWrittenIn(book: BookGrid): ReadonlySet<string> {
  const written = writtenSheets(book);
  const names = new Set([...PLAN_SHEET_NAMES, ...written.map(({ name }) => name)]);
  const ids = new Set(written.map(({ id }) => id));
  const tables = new Set([...SHEETS.flatMap(({ table }) => table ?? []), KEPT_TEXTS_TABLE]);
  const own = book.sheets.filter(
    (sheet) => names.has(sheet.name) || ids.has(sheet.id) || sheet.tables.some(({ name }) => tables.has(name)),
  );
  return new Set(own.map(({ name }) => name));
}

/** Names of the Excel tables that this program makes. */
export const OWN_TABLES: ReadonlySet<string> = new Set(SHEETS.flatMap(({ table }) => table ?? []));

/**
 * Whether this program wrote a sheet, told by the sheet itself and not by what the workbook remembers of it: it has one of the program's
 * tables, or the name of one of its sheets and the title that it gives to it, or nothing yet.
 */
export function isOwnSheet({ name, tables, rows }: SheetGrid): boolean {
  if (tables.some((table) => OWN_TABLES.has(table.name))) return true;
  const title = rows.get(0)?.get(0)?.text ?? '';
  return SHEETS.some((one) => name.replace(/ \d+$/, '') === one.name && (rows.size === 0 || title === one.name));
}

/** The sheet that a run wrote under a name, whatever it is called now; null when it is not there. */
export function sheetWrittenAs(name: string, book: BookGrid, written: readonly WrittenSheet[]): SheetGrid | null {
  const sheet = book.sheets.find((one) => one.name === name);
  if (sheet !== undefined) return sheet;
  const last = written.find((one) => one.name === name) ?? null;
  const table = SHEETS.find((one) => one.name === (last?.plan ?? name))?.table ?? null;
  return sheetOf(table, book, last);
}
