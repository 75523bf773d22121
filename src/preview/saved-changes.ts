import { type Area, type BookGrid, type Cell, type GridTable, GENERAL, areaA1, cellAt } from '../domain/grid';
import {
  type CellContent,
  CellCollector,
  type Change,
  type CellsToWrite,
  commentKey,
  type CommentMove,
  commentsBack,
  writeChanges,
} from '../domain/workbook';
import type { HostCell, HostSheet, HostTable, HostWorkbook } from './excel-host';
import { layoutsOf } from './saved-layout';

/**
 * The changes that make a file hold what the host's workbook holds. Sheets are matched by name, ignoring case: a sheet that
 * only the host has is added, a sheet that only the file has is removed, and for a sheet that both have only the differences
 * are written, so that what the host does not know of the file (its own looks, widths, pictures) stays as it is.
 * Not carried: the order of sheets, unmerging, and a changed visibility of a sheet that both have; nothing in the add-in does them.
 * A renamed sheet counts as a new one and loses the looks that only the file knew.
 *
 * @param file the workbook as its file holds it, hidden sheets too; without sheets for a new file.
 */
export function savedChanges(file: BookGrid, workbook: HostWorkbook): Change[] {
  const inFile = new Map(file.sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  const inHost = new Set(workbook.sheets.map((sheet) => sheet.name.toLowerCase()));
  const gone = file.sheets.filter((sheet) => !inHost.has(sheet.name.toLowerCase()));
  // Tables are removed before others take their names, and sheets are added before the last visible one is removed.
  const freed = gone.flatMap((sheet) => sheet.tables.map((table) => removal(sheet.name, table.name)));
  const removed = gone.map((sheet): Change => ({ edit: { type: 'remove sheet', sheet: sheet.name }, undo: null }));
  const kept = workbook.sheets.map((sheet) => ({ sheet, before: inFile.get(sheet.name.toLowerCase()) ?? null }));
  const outdated = kept.flatMap(({ sheet, before }) => (before === null ? [] : removedTables(before.name, before.tables, sheet.tables)));
  const changed = kept.flatMap(({ sheet, before }) =>
    before === null ? newSheet(workbook, sheet) : changedSheet(workbook, sheet, before),
  );
  return [...freed, ...outdated, ...changed, ...removed];
}

function newSheet(workbook: HostWorkbook, sheet: HostSheet): Change[] {
  const { name, visibility } = sheet;
  const { grounds, rest } = layoutsOf(workbook, sheet);
  return [
    {
      edit: { type: 'add sheet', sheet: name, visibility, tabColour: sheet.tabColour === '' ? null : sheet.tabColour },
      undo: { type: 'remove sheet', sheet: name },
    },
    // Looks of areas come before the cells, whose own number formats then stand.
    { edit: { type: 'lay out', sheet: name, layout: grounds }, undo: null },
    ...writeChanges(name, null, cellsToWrite(sheet, null)),
    ...sheet.tables.map((table) => addition(name, table)),
    { edit: { type: 'lay out', sheet: name, layout: rest }, undo: null },
  ];
}

type FileSheet = BookGrid['sheets'][number];

function changedSheet(workbook: HostWorkbook, sheet: HostSheet, before: FileSheet): Change[] {
  const { grounds, rest, isPlain } = layoutsOf(workbook, sheet, before.merges);
  const lines: Change[] = isPlain
    ? []
    : [grounds, rest].map((layout) => ({ edit: { type: 'lay out', sheet: before.name, layout }, undo: null }));
  return [
    ...writeChanges(before.name, before, cellsToWrite(sheet, before)),
    ...sheet.tables.flatMap((table) => tableChange(before.name, before.tables, table)),
    ...lines,
    ...movedComments(sheet, before),
  ];
}

/** Comments that stand at another cell than in the file: a write took them along with their rows. */
function movedComments(sheet: HostSheet, { name, comments = [] }: FileSheet): Change[] {
  const open = new Set(sheet.comments);
  const moves = comments.flatMap((comment): CommentMove[] => {
    const { kind, row, column } = comment;
    const own = [...open].filter(
      (one) => one.kind === kind && commentKey({ ...one, id: comment.id === null ? null : one.id }) === commentKey(comment),
    );
    const now = own.find((one) => one.row === row && one.column === column) ?? own[0];
    if (now === undefined) return [];
    open.delete(now);
    const to = { row: now.row, column: now.column };
    return to.row === row && to.column === column ? [] : [{ kind, known: commentKey(comment), from: { row, column }, to }];
  });
  if (moves.length === 0) return [];
  const base = { type: 'move comments', sheet: name } as const;
  return [{ edit: { ...base, moves }, undo: { ...base, moves: commentsBack(moves) } }];
}

/** Cells that differ between host and file; cells hidden under a merged area of the file are left as they are. */
function cellsToWrite(sheet: HostSheet, before: FileSheet | null): CellsToWrite {
  const wanted = new CellCollector();
  const merged = new Set(before?.merges.map(areaA1) ?? []);
  const covered = sheet.merges.filter((merge) => merged.has(areaA1(merge)));
  const isCovered = (row: number, column: number): boolean =>
    covered.some(
      ({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right && (row > top || column > left),
    );
  for (const [row, column, cell] of sheet.cells.all()) {
    const format = sheet.cells.formatAt(row, column);
    const was = before === null ? null : cellAt(before, { row, column });
    if (isCovered(row, column) || (was !== null && isSameInFile(was, cell, format))) continue;
    wanted.put(row, column, contentOf(cell, format));
  }
  for (const [row, cells] of before?.rows ?? []) {
    for (const [column, was] of cells) {
      const now = sheet.cells.at(row, column);
      const isEmpty = now.value === null && now.formula === null && now.format === null;
      const hadContent = was.kind !== 'empty' || was.formula !== undefined;
      if (isEmpty && hadContent && !isCovered(row, column)) wanted.put(row, column, contentOf(now, sheet.cells.formatAt(row, column)));
    }
  }
  return wanted.cells;
}

/** The host calculates no formula but HYPERLINK, so a cell with the same formula has not changed, whatever its value. */
function isSameInFile(was: Cell, { value, formula, isError }: HostCell, format: string): boolean {
  if (was.format !== format || (was.formula ?? null) !== formula) return false;
  return formula !== null || (was.value === value && (was.kind === 'error') === isError);
}

/** A text that looks like an error value; written back unchanged, it would become one. */
const ERROR_LIKE = /^#[A-Z0-9/!?_]+$/;

function contentOf(cell: HostCell, format: string): CellContent {
  const { value, formula, isError, quotePrefix } = cell;
  const isText = typeof value === 'string' && formula === null && !isError;
  // A text that had an apostrophe in front stays text in a file only by its number format.
  if (isText && (quotePrefix || ERROR_LIKE.test(value))) return { kind: 'text', text: value };
  return { kind: 'restore', value, format: format === '' ? GENERAL : format, ...(formula === null ? {} : { formula }) };
}

/** Removes tables that the host no longer has, or has in another place: another sheet may use their names. */
function removedTables(sheet: string, inFile: readonly GridTable[], inHost: readonly HostTable[]): Change[] {
  return inFile.filter((table) => !inHost.some((now) => sameName(now, table))).map((table) => removal(sheet, table.name));
}

function tableChange(sheet: string, inFile: readonly GridTable[], table: HostTable): Change[] {
  const before = inFile.find((one) => sameName(one, table));
  if (before === undefined) return [addition(sheet, table)];
  if (areaA1(before.area) === areaA1(table.area)) return [];
  const resized = (area: Area): Change['edit'] => ({ type: 'resize table', sheet, table: before.name, area });
  return [{ edit: resized(table.area), undo: resized(before.area) }];
}

function sameName(one: { readonly name: string }, other: { readonly name: string }): boolean {
  return one.name.toLowerCase() === other.name.toLowerCase();
}

function addition(sheet: string, { name, area, style, banded }: HostTable): Change {
  return { edit: { type: 'add table', sheet, table: name, area, style, banded }, undo: { type: 'remove table', sheet, table: name } };
}

function removal(sheet: string, table: string): Change {
  return { edit: { type: 'remove table', sheet, table }, undo: null };
}
