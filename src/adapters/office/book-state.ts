import type { Area } from '../../domain/grid';
import type { Edit } from '../../domain/workbook';
import { type ListsBySheet, readLists } from './drop-downs';
import { askComments, type CommentState, readComments, sheetsOfMoves } from './comments';
import type { Send } from './excel-connection';
import type { IsSetSupported } from './requirement-sets';
import { type ActiveFilter, type FilterToAsk, readFilters } from './filters';
import { areaOfRange, withBounds } from './used-blocks';

export interface SheetState {
  readonly id: string;
  readonly name: string;
  readonly isProtected: boolean;
  /** False for a very hidden sheet, which Excel refuses to delete as it stands. */
  readonly canBeDeleted: boolean;
  readonly charts: Set<string>;
}

/** A PivotTable, which nothing can be written into. */
export interface PivotState {
  readonly sheet: string;
  readonly name: string;
  readonly area: Area;
}

/**
 * Which sheets, tables and charts exist, so that edits can be turned into steps without another request: what exists is not
 * added again, what is gone is not removed again. Kept up to date while edits are turned into steps. Excel ignores case in names.
 */
export class BookState {
  pivots: readonly PivotState[] = [];
  /** Whether sheets can be neither added nor removed. */
  isStructureProtected = false;
  /** Whether the workbook is open for reading only; what is written can then only be kept under another name. */
  isReadOnly = false;
  /** Filters that hide rows of the sheets that the state was read for. */
  filters: readonly ActiveFilter[] = [];
  /** Drop-downs of the places that the edits change. */
  lists: ListsBySheet = new Map();
  private readonly sheets = new Map<string, SheetState>();
  /** The sheet each table is on, by the table's name. */
  private readonly tables = new Map<string, string>();

  private readonly comments = new Map<string, CommentState>();

  /** Known of the sheets on which comments are to be moved; null for others. */
  commentsOn(sheet: string): CommentState | null {
    return this.comments.get(sheet.toLowerCase()) ?? null;
  }

  setComments(sheet: string, comments: CommentState): void {
    this.comments.set(sheet.toLowerCase(), comments);
  }

  sheet(name: string): SheetState | null {
    return this.sheets.get(name.toLowerCase()) ?? null;
  }

  /** Names of a sheet's charts, kept up to date by whoever adds or removes one; null when the sheet is not there. */
  chartsOn(sheet: string): Set<string> | null {
    return this.sheets.get(sheet.toLowerCase())?.charts ?? null;
  }

  addSheet(sheet: SheetState): void {
    this.sheets.set(sheet.name.toLowerCase(), sheet);
  }

  removeSheet(name: string): void {
    this.sheets.delete(name.toLowerCase());
    for (const [table, sheet] of this.tables) if (sheet.toLowerCase() === name.toLowerCase()) this.tables.delete(table);
  }

  /** Every table's name, in lower case. */
  tableNames(): ReadonlySet<string> {
    return new Set(this.tables.keys());
  }

  /** Names of the tables of a sheet, in lower case; known of the sheets that the state was read for. */
  tablesOn(sheet: string): string[] {
    return [...this.tables].filter(([, on]) => on.toLowerCase() === sheet.toLowerCase()).map(([name]) => name);
  }

  hasTable(name: string): boolean {
    return this.tables.has(name.toLowerCase());
  }

  addTable(name: string, sheet: string): void {
    this.tables.set(name.toLowerCase(), sheet);
  }

  removeTable(name: string): void {
    this.tables.delete(name.toLowerCase());
  }
}

/**
 * Reads the state in two round trips: the sheets, then what is on those that the edits touch; in a third what their filters ask for, if any
 * hides rows, and in one more where comments are that are to be moved.
 */
export async function readState(
  context: Excel.RequestContext,
  send: Send,
  edits: readonly Edit[],
  isSetSupported: IsSetSupported,
): Promise<BookState> {
  const moved = new Set(sheetsOfMoves(edits).map((name) => name.toLowerCase()));
  const touched = new Set(edits.map(({ sheet }) => sheet.toLowerCase()));
  const { workbook } = context;
  const { worksheets, tables } = workbook;
  worksheets.load('items/id,items/name,items/visibility');
  tables.load('items/name');
  workbook.load('readOnly');
  workbook.protection.load('protected');
  await send();
  const state = new BookState();
  state.isReadOnly = workbook.readOnly;
  state.isStructureProtected = workbook.protection.protected;
  const onSheets = worksheets.items.map((sheet) => {
    const isTouched = touched.has(sheet.name.toLowerCase());
    if (isTouched) {
      sheet.protection.load('protected');
      sheet.charts.load('items/name');
      sheet.tables.load('items/name,items/autoFilter/isDataFiltered');
      sheet.autoFilter.load('isDataFiltered');
      sheet.pivotTables.load('items/name');
    }
    const isMoved = moved.has(sheet.name.toLowerCase());
    const comments = isMoved
      ? { asked: askComments(sheet, isSetSupported), used: withBounds(sheet.getUsedRangeOrNullObject(false)) }
      : null;
    return { sheet, isTouched, comments };
  });
  if (onSheets.some(({ isTouched }) => isTouched)) await send();
  for (const table of tables.items) state.addTable(table.name, '');
  for (const { sheet, isTouched } of onSheets) {
    state.addSheet({
      id: sheet.id,
      name: sheet.name,
      isProtected: isTouched && sheet.protection.protected,
      canBeDeleted: sheet.visibility !== 'VeryHidden',
      charts: new Set(isTouched ? sheet.charts.items.map(({ name }) => name) : []),
    });
    if (isTouched) for (const table of sheet.tables.items) state.addTable(table.name, sheet.name);
  }
  const withComments = onSheets.flatMap(({ comments }) => comments ?? []);
  const read = await readComments(
    withComments.map(({ asked }) => asked),
    send,
  );
  withComments.forEach(({ asked: { sheet }, used }, index) => {
    state.setComments(sheet.name, { comments: read[index]?.comments ?? [], used: used.isNullObject ? null : areaOfRange(used) });
  });
  const asked = onSheets.filter(({ isTouched }) => isTouched).flatMap(({ sheet }) => filtersOn(sheet));
  const pivots = onSheets
    .filter(({ isTouched }) => isTouched)
    .flatMap(({ sheet }) => sheet.pivotTables.items.map((pivot) => ({ sheet, pivot, range: withBounds(pivot.layout.getRange()) })));
  state.filters = await readFilters(asked, send);
  // The ranges were asked for with the criteria of filters; without such they need a request of their own.
  if (pivots.length > 0 && state.filters.length === 0) await send();
  state.pivots = pivots.map(({ sheet, pivot, range }) => ({ sheet: sheet.name, name: pivot.name, area: areaOfRange(range) }));
  state.lists = await readLists(edits, new Map(worksheets.items.map((sheet) => [sheet.name.toLowerCase(), sheet])), send);
  return state;
}

function filtersOn(sheet: Excel.Worksheet): FilterToAsk[] {
  const own = { sheet, table: null, filter: sheet.autoFilter };
  return [own, ...sheet.tables.items.map((table) => ({ sheet, table, filter: table.autoFilter }))];
}
