import { areasOverlap, type Area, type BookGrid, cellAt, type SheetGrid } from '../grid';
import { isStateSheet, writtenSheets } from '../state';
import { addressOf, areaOfRange, type HeadingRow, headingRowOf, plainHeadings, rowsWithHeadings, wordsOfCell } from '../workbook';
import { ALL_PRIORITIES, PRIORITIES_HEADINGS } from './all-priorities';
import { STAMP_START } from './plan-subject';
import { PLAN_SHEET_NAMES, PLAN_TABLES } from './plan-sheets';

type PlanTable = (typeof PLAN_TABLES)[number];

/** A sheet of the plan in a workbook, whatever became of the sheet since it was written. */
export interface PlanSheetFound {
  /** The plan's own name of it. */
  readonly plan: string;
  readonly sheet: SheetGrid;
  /** Null for a sheet that has no table, or whose headings are gone. */
  readonly table: PlanTableFound | null;
}

export interface PlanTableFound {
  readonly name: string;
  /** Headings and rows; with the total row for an Excel table that has one. */
  readonly area: Area;
  /** The Excel table of that name is there; or its cells are, without a table or with one of another name, which has to go. */
  readonly is: 'there' | 'a range' | { readonly called: string };
  /** Why no Excel table can be made of the range, as a sentence that says what to do; null when one can. */
  readonly unfit: { readonly address: string; readonly sentence: string } | null;
}

/** A sheet with the table that a plan's sheet would have. */
interface Alike {
  readonly written: PlanTable;
  readonly headings: HeadingRow;
  /** The title or the stamp of the run stands above the headings, or they are headings that no other table has. */
  readonly isCertain: boolean;
}

/** The least share of the headings that must be left: the user may have deleted columns. */
const LEAST_HEADINGS = 0.5;
/** Fewer headings tell of no table, however few it has. */
const FEWEST_HEADINGS = 3;
const ALL_HEADINGS = plainHeadings(PLAN_TABLES.flatMap(({ headings }) => headings));

/** Headings that directorates' own tables do not have. Two of them tell that a sheet is All priorities. */
const PRIORITIES_ALONE = ['Suggested indicators', 'Finance check', 'Standing', 'Source', 'Findings'];

/** What sheets were found to be like; a sheet that has not changed is the same object from one reading to the next. */
const alike = new WeakMap<SheetGrid, readonly Alike[]>();

/**
 * The sheets of the plan in a workbook, in the order of the tabs. A sheet is known by its Excel table; else by the id or name it was written
 * under, by its title and by its headings. So a table that was turned into a range is found, and a sheet that was renamed as well, after
 * another program has saved the workbook and with nothing remembered.
 * Rule: docs/rules.md#own-sheets.
 */
export function planSheetsIn(book: BookGrid): PlanSheetFound[] {
  const known = new Map(writtenSheets(book).map((one) => [one.plan, one]));
  const taken = new Set<SheetGrid>();
  const found = new Map<PlanTable, PlanSheetFound>();
  const take = (written: PlanTable, sheet: SheetGrid, table: PlanTableFound | null): void => {
    taken.add(sheet);
    found.set(written, { plan: written.name, sheet, table });
  };
  for (const written of PLAN_TABLES) {
    const sheet = book.sheets.find(({ tables }) => tables.some(({ name }) => name === written.table));
    const table = sheet?.tables.find(({ name }) => name === written.table);
    if (sheet !== undefined && table !== undefined) take(written, sheet, { name: table.name, area: table.area, is: 'there', unfit: null });
  }
  const others: ReadonlySet<string> = new Set(PLAN_SHEET_NAMES);
  const titles = new Map(book.sheets.map((sheet) => [sheet, titleOn(sheet)]));
  const titleOf = (sheet: SheetGrid): string | null => titles.get(sheet) ?? null;
  const free = (): SheetGrid[] => book.sheets.filter((sheet) => !taken.has(sheet) && !isStateSheet(sheet.name));
  for (const written of PLAN_TABLES) {
    if (found.has(written)) continue;
    const last = known.get(written.name);
    const isKnown = ({ id, name }: SheetGrid): boolean => id === last?.id || name === last?.name;
    const candidates = free().flatMap((sheet) => {
      const like = likenessesOf(sheet).find((one) => one.written === written);
      if (like === undefined || !(like.isCertain || isKnown(sheet) || (last === undefined && sheet.name === written.name))) return [];
      return [{ sheet, like, score: like.headings.columns.size + (isKnown(sheet) ? 100 : 0) + (sheet.name === written.name ? 50 : 0) }];
    });
    const [best] = candidates.sort((a, b) => b.score - a.score);
    if (best !== undefined) take(written, best.sheet, rangeOn(best.sheet, best.like));
  }
  for (const written of PLAN_TABLES) {
    if (found.has(written)) continue;
    const last = known.get(written.name);
    // Other programs give their ids anew, so that one may be another sheet's now: a title says more.
    const sheets = free().filter((one) => !others.has(titleOf(one) ?? '') || titleOf(one) === written.name);
    const sheet =
      sheets.find(({ id, name }) => id === last?.id && name === last.name) ??
      sheets.find(({ id }) => id === last?.id) ??
      sheets.find(({ name }) => name === last?.name) ??
      sheets.find((one) => titleOf(one) === written.name);
    if (sheet !== undefined) take(written, sheet, null);
  }
  return PLAN_TABLES.flatMap((written) => found.get(written) ?? []);
}

/**
 * Names of the sheets of a workbook that this program wrote, copies of them among them: results, not submissions.
 * Rule: docs/rules.md#own-sheets.
 */
export function sheetsWrittenIn(book: BookGrid): ReadonlySet<string> {
  const known = writtenSheets(book);
  const names = new Set([...PLAN_SHEET_NAMES, ...known.map(({ name }) => name)]);
  const ids = new Set(known.map(({ id }) => id));
  const found = new Set(planSheetsIn(book).map(({ sheet }) => sheet));
  const own = book.sheets.filter((sheet) => {
    return names.has(sheet.name) || ids.has(sheet.id) || found.has(sheet) || likenessesOf(sheet).some(({ isCertain }) => isCertain);
  });
  return new Set(own.map(({ name }) => name));
}

function likenessesOf(sheet: SheetGrid): readonly Alike[] {
  const known = alike.get(sheet);
  if (known !== undefined) return known;
  const rows = rowsWithHeadings(sheet, ALL_HEADINGS, FEWEST_HEADINGS);
  const found = PLAN_TABLES.flatMap((written): Alike[] => {
    const { headings } = written;
    const least = Math.max(FEWEST_HEADINGS, Math.ceil(headings.length * LEAST_HEADINGS));
    const row = headings.length === 0 ? null : headingRowOf(sheet, headings, least, rows);
    return row === null ? [] : [{ written, headings: row, isCertain: isCertainly(written, sheet, row) }];
  });
  alike.set(sheet, found);
  return found;
}

function isCertainly({ name }: PlanTable, sheet: SheetGrid, { row, columns }: HeadingRow): boolean {
  if (name === ALL_PRIORITIES && PRIORITIES_ALONE.filter((heading) => columns.has(heading)).length >= 2) return true;
  return titleOn(sheet, row) === name;
}

/** The title of a sheet of the plan: the text above the line that says when it was collated; null where there is none. */
function titleOn(sheet: SheetGrid, above = 30): string | null {
  const rows = [...sheet.rows.keys()].filter((row) => row < above).sort((a, b) => a - b);
  for (const row of rows) {
    for (const [column, cell] of sheet.rows.get(row) ?? [])
      if (wordsOfCell(cell).startsWith(STAMP_START)) return wordsOfCell(cellAt(sheet, { row: row - 1, column })).trim();
  }
  return null;
}

function rangeOn(sheet: SheetGrid, { written, headings }: Alike): PlanTableFound {
  const refs = headings.columns.get(PRIORITIES_HEADINGS[0] ?? '');
  const isRow = (row: number): boolean => {
    if (written.name !== ALL_PRIORITIES || refs === undefined) return false;
    return /^\s*\p{L}+\s*[-‐-―−]\s*\d+\s*$/u.test(wordsOfCell(cellAt(sheet, { row, column: refs })));
  };
  const name = written.table ?? '';
  const other = sheet.tables.find(({ area }) => area.top === headings.row && area.left <= headings.left && area.right >= headings.left);
  if (other !== undefined) {
    // Its total row, if it has one, stays where it is as plain cells.
    const bottom = other.area.bottom - (other.hasTotals ? 1 : 0);
    return { name, area: { ...other.area, bottom }, is: { called: other.name }, unfit: null };
  }
  const area = areaOfRange(sheet, headings, isRow);
  return { name, area, is: 'a range', unfit: unfitFor(sheet, area) };
}

/** What Excel refuses of a table: headings that are empty, doubled or computed, merged cells, another table in its cells. */
function unfitFor(sheet: SheetGrid, area: Area): PlanTableFound['unfit'] {
  const stop = (row: number, column: number, why: string): PlanTableFound['unfit'] => {
    const address = addressOf(row, column);
    return { address, sentence: `The table on "${sheet.name}" was turned into a range, and ${address} ${why}, then collate again.` };
  };
  const seen = new Set<string>();
  for (let column = area.left; column <= area.right; column += 1) {
    const cell = cellAt(sheet, { row: area.top, column });
    const words = wordsOfCell(cell).trim().toLowerCase();
    if (cell.kind !== 'text' || cell.formula !== undefined) return stop(area.top, column, 'is no heading in words. Type one');
    if (seen.has(words)) return stop(area.top, column, 'repeats a heading. Give it other words');
    seen.add(words);
  }
  const merge = sheet.merges.find((one) => areasOverlap(one, area));
  if (merge !== undefined) return stop(merge.top, merge.left, 'is merged with other cells. Unmerge it');
  const table = sheet.tables.find((one) => areasOverlap(one.area, area));
  return table === undefined ? null : stop(table.area.top, table.area.left, `belongs to the table ${table.name}. Turn that into a range`);
}

/** The headings of a sheet of the plan, by its own name; none where it has no table. */
export function headingsPlanned(plan: string): readonly string[] {
  return PLAN_TABLES.find(({ name }) => name === plan)?.headings ?? [];
}

/** A sheet as it will be once its table is an Excel table again. */
export function withTable(sheet: SheetGrid, { name, area, is }: PlanTableFound): SheetGrid {
  if (is === 'there') return sheet;
  const others = typeof is === 'object' ? sheet.tables.filter((one) => one.name !== is.called) : sheet.tables;
  return { ...sheet, tables: [...others, { name, area, hasHeader: true, hasTotals: false }] };
}
