import { type BookGrid, type Cell, columnIndex, type Place, quotedSheet, type SheetGrid } from '../grid';
import { commentsBack, type CommentMove } from './comment-moves';
import { restoring } from './cell-content';
import type { Change, Edit } from './edit';
import { type CellsToWrite, writeChanges } from './write-cells';

interface CommentsToMove {
  readonly book: BookGrid;
  /** The sheet of the comments. */
  readonly sheet: SheetGrid;
  readonly moves: readonly CommentMove[];
}

/**
 * The writing of a table's cells with the moving of its comments around it. Excel moves a comment with its cell alone: what the cell holds
 * goes along, and formulas elsewhere that refer to the cell follow it. So the cells are written after the move, and such formulas are
 * written as they were. The move stands before and after them, so that taking back moves first as well; once moved, a comment stays.
 * Rule: docs/rules.md#comments.
 *
 * @param writing the changes to the table: they write every cell that a comment comes from or goes to.
 */
export function withComments({ book, sheet, moves }: CommentsToMove, writing: readonly Change[]): Change[] {
  if (moves.length === 0) return [...writing];
  const move: Change = {
    edit: { type: 'move comments', sheet: sheet.name, moves },
    undo: { type: 'move comments', sheet: sheet.name, moves: commentsBack(moves) },
  };
  const places = moves.flatMap(({ from, to }) => [from, to]);
  const isWritten = writtenBy(writing.map(({ edit }) => edit));
  const formulas = book.sheets.flatMap((one) => {
    // Excel takes nothing on a protected sheet.
    if (one.name !== sheet.name && one.isProtected) return [];
    const isOwn = one.name === sheet.name;
    return writeChanges(
      one.name,
      isOwn ? sheet : one,
      formulasOn(isOwn ? sheet : one, sheet.name, places, isOwn ? isWritten : () => false),
    );
  });
  return [move, ...writing, ...formulas, { ...move }];
}

function writtenBy(edits: readonly Edit[]): (place: Place) => boolean {
  const written = new Set<string>();
  for (const edit of edits) {
    if (edit.type !== 'write cells') continue;
    edit.cells.forEach((cells, down) => {
      cells.forEach((content, across) => {
        if (content !== null) written.add(`${String(edit.area.top + down)} ${String(edit.area.left + across)}`);
      });
    });
  }
  return ({ row, column }) => written.has(`${String(row)} ${String(column)}`);
}

/** Cells whose formulas refer to one of the places on a sheet. */
function formulasOn(grid: SheetGrid, target: string, places: readonly Place[], isWritten: (place: Place) => boolean): CellsToWrite {
  const rows = new Map<number, Map<number, ReturnType<typeof restoring>>>();
  for (const [row, cells] of grid.rows) {
    for (const [column, cell] of cells) {
      if (isWritten({ row, column }) || !refersTo(cell, grid.name, target, places)) continue;
      rows.set(row, (rows.get(row) ?? new Map<number, ReturnType<typeof restoring>>()).set(column, restoring(cell)));
    }
  }
  return rows;
}

/** Texts in quotes; then a cell or an area, with the sheet in front or without. */
const REFERENCE =
  /"(?:[^"]|"")*"|((?:(?<!')'(?:[^']|'')+'|(?<![^\s'"!(),;:=<>+\-*/^&{}])[^\s'"!(),;:=<>+\-*/^&{}]+)!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?/gi;

function refersTo({ formula }: Cell, on: string, target: string, places: readonly Place[]): boolean {
  if (formula === undefined) return false;
  for (const [, sheet, firstColumn, firstRow, secondColumn = firstColumn, secondRow = firstRow] of formula.matchAll(REFERENCE)) {
    if (firstColumn === undefined || !isSheet(sheet ?? '', on, target)) continue;
    const columns = [columnIndex(firstColumn.toUpperCase()), columnIndex((secondColumn ?? '').toUpperCase())].map((one) => one ?? 0);
    const rows = [Number(firstRow) - 1, Number(secondRow) - 1];
    const isIn = (value: number, ends: readonly number[]): boolean => value >= Math.min(...ends) && value <= Math.max(...ends);
    if (places.some(({ row, column }) => isIn(row, rows) && isIn(column, columns))) return true;
  }
  return false;
}

/** @param named with its "!"; "" for a reference to the formula's own sheet. @param on the sheet that the formula is on. */
function isSheet(named: string, on: string, target: string): boolean {
  if (named === '') return on === target;
  const wanted = target.toLowerCase();
  return [`${wanted}!`, `${quotedSheet(wanted)}!`].includes(named.toLowerCase());
}
