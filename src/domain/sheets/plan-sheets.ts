import type { BookGrid, SheetGrid } from '../grid';
import { ALL_PRIORITIES, ALL_PRIORITIES_TABLE, allPriorities, PRIORITIES_HEADINGS } from './all-priorities';
import { BY_OUTCOME, BY_OUTCOME_COLUMNS, BY_OUTCOME_TABLE, byOutcome } from './by-outcome';
import { CHANGES_COLUMNS, CHANGES_SHEET, CHANGES_TABLE, changesSheet } from './changes-sheet';
import { COUNCIL_SUMMARY, councilSummary } from './council-summary';
import { CURRENT_ACTIVITY, CURRENT_ACTIVITY_COLUMNS, CURRENT_ACTIVITY_TABLE, currentActivity } from './current-activity';
import { FINANCE_REVIEW, FINANCE_REVIEW_COLUMNS, FINANCE_REVIEW_TABLE, financeReview } from './finance-review';
import { FINDINGS_COLUMNS, FINDINGS_SHEET, FINDINGS_TABLE, findingsSheet } from './findings-sheet';
import { KEPT_TEXTS, KEPT_TEXTS_COLUMNS, KEPT_TEXTS_TABLE } from './kept-texts';
import { LOCAL_MEASURES, LOCAL_MEASURES_COLUMNS, LOCAL_MEASURES_TABLE, localMeasures } from './local-measures';
import { coverageColumns, LOGFRAME_COVERAGE, LOGFRAME_COVERAGE_TABLE, logframeCoverage } from './logframe-coverage';
import { MILESTONES_COLUMNS, MILESTONES_SHEET, MILESTONES_TABLE, milestonesSheet } from './milestones-sheet';
import { isStateSheet, STATE_SHEET } from '../state';
import { SOURCES_COLUMNS, SOURCES_SHEET, SOURCES_TABLE, sourcesSheet } from './sources-sheet';
import type { PlanSubject } from './plan-subject';
import type { ExistingSheet } from './placed-again';
import { withPrintedColumns } from './printed-columns';
import { withTitleAgain } from './title-again';
import { PROGRESS_COLUMNS, PROGRESS_SHEET, PROGRESS_TABLE, progressSheet } from './progress-sheet';
import { type PlanColumn, type SheetPlan, sheetOf, type WrittenSheet } from '../workbook';

/** Sheets that are written when they are asked for, by the names that a user gives them in an option. */
export const OPTIONAL_SHEETS = ['by-outcome', 'current-activity', 'local-measures', 'milestones', 'finance-review'] as const;
export type OptionalSheet = (typeof OPTIONAL_SHEETS)[number];

export interface SheetWritten {
  readonly name: string;
  /** Its Excel table; null where it has none. */
  readonly table: string | null;
  /** @param existing the sheet in the workbook, which the user may have changed since the last run; null for a new one. */
  readonly plan: (subject: PlanSubject, existing: ExistingSheet | null) => SheetPlan;
  readonly choice?: OptionalSheet;
  /** Headings that its table has in every plan: by them it is known when it is no Excel table any more. */
  readonly headings: readonly string[];
}

const headingsOf = (columns: readonly PlanColumn[]): string[] => columns.map(({ heading }) => heading);

/** Every sheet that a collation writes, in the order of the tabs. */
const SHEETS: readonly SheetWritten[] = [
  { name: COUNCIL_SUMMARY, table: null, plan: councilSummary, headings: [] },
  { name: PROGRESS_SHEET, table: PROGRESS_TABLE, plan: progressSheet, headings: headingsOf(PROGRESS_COLUMNS) },
  { name: ALL_PRIORITIES, table: ALL_PRIORITIES_TABLE, plan: allPriorities, headings: PRIORITIES_HEADINGS },
  { name: CHANGES_SHEET, table: CHANGES_TABLE, plan: changesSheet, headings: headingsOf(CHANGES_COLUMNS) },
  {
    name: LOGFRAME_COVERAGE,
    table: LOGFRAME_COVERAGE_TABLE,
    plan: logframeCoverage,
    headings: headingsOf(coverageColumns({ directorates: [] }, false)),
  },
  {
    name: FINANCE_REVIEW,
    table: FINANCE_REVIEW_TABLE,
    plan: financeReview,
    choice: 'finance-review',
    headings: headingsOf(FINANCE_REVIEW_COLUMNS),
  },
  { name: FINDINGS_SHEET, table: FINDINGS_TABLE, plan: findingsSheet, headings: headingsOf(FINDINGS_COLUMNS) },
  { name: SOURCES_SHEET, table: SOURCES_TABLE, plan: sourcesSheet, headings: headingsOf(SOURCES_COLUMNS) },
  { name: BY_OUTCOME, table: BY_OUTCOME_TABLE, plan: byOutcome, choice: 'by-outcome', headings: headingsOf(BY_OUTCOME_COLUMNS) },
  {
    name: CURRENT_ACTIVITY,
    table: CURRENT_ACTIVITY_TABLE,
    plan: currentActivity,
    choice: 'current-activity',
    headings: headingsOf(CURRENT_ACTIVITY_COLUMNS),
  },
  {
    name: LOCAL_MEASURES,
    table: LOCAL_MEASURES_TABLE,
    plan: localMeasures,
    choice: 'local-measures',
    headings: headingsOf(LOCAL_MEASURES_COLUMNS),
  },
  {
    name: MILESTONES_SHEET,
    table: MILESTONES_TABLE,
    plan: milestonesSheet,
    choice: 'milestones',
    headings: headingsOf(MILESTONES_COLUMNS),
  },
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
    if (sheet === null) return { name, plan: (subject) => withPrintedColumns(plan(subject, null), null) };
    return { name, plan: (subject) => withPrintedColumns(withTitleAgain(plan(subject, { sheet, last }), sheet), sheet) };
  });
}

/** The sheets by choice that a workbook has, whatever they are called there. */
export function optionalSheetsIn(book: BookGrid): OptionalSheet[] {
  const tables = new Set(book.sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name)));
  return SHEETS.flatMap(({ choice, table }) => (choice !== undefined && tables.has(table ?? '') ? [choice] : []));
}

/** Every sheet of a plan, with what it is known by. */
export const PLAN_TABLES: readonly Pick<SheetWritten, 'name' | 'table' | 'headings'>[] = [
  ...SHEETS,
  { name: KEPT_TEXTS, table: KEPT_TEXTS_TABLE, headings: headingsOf(KEPT_TEXTS_COLUMNS) },
];

/** Names under which this program writes its sheets, where they are free. */
export const PLAN_SHEET_NAMES: readonly string[] = [STATE_SHEET, ...PLAN_TABLES.map(({ name }) => name)];

/** Names of the Excel tables that this program makes. */
export const OWN_TABLES: ReadonlySet<string> = new Set(PLAN_TABLES.flatMap(({ table }) => table ?? []));

/**
 * Whether this program wrote a sheet, told by the sheet itself and not by what the workbook remembers of it: it has one of the program's
 * tables, or the title that it gives to one of its sheets; or it has the name of one and nothing on it yet.
 */
export function isOwnSheet({ name, tables, rows }: SheetGrid): boolean {
  if (tables.some((table) => OWN_TABLES.has(table.name))) return true;
  const title = rows.get(0)?.get(0)?.text ?? '';
  return PLAN_TABLES.some((one) => title === one.name || (rows.size === 0 && name.replace(/ \d+$/, '') === one.name));
}

/** The sheet that a run wrote under a name, whatever it is called now; null when it is not there. */
export function sheetWrittenAs(name: string, book: BookGrid, written: readonly WrittenSheet[]): SheetGrid | null {
  const sheet = book.sheets.find((one) => one.name === name || (isStateSheet(name) && isStateSheet(one.name)));
  if (sheet !== undefined) return sheet;
  const last = written.find((one) => one.name === name) ?? null;
  const table = PLAN_TABLES.find((one) => one.name === (last?.plan ?? name))?.table ?? null;
  return sheetOf(table, book, last);
}
