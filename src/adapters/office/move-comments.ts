import { a1, type Area, LAST_COLUMN, LAST_ROW, type Place } from '../../domain/grid';
import { cellsToMove, commentKey, type Change, type CommentMove, type Edit, oneByOne } from '../../domain/workbook';
import { Failure } from '../../application';
import type { BookState } from './book-state';
import { askComments, type CommentState, readComments, type SheetComments, sheetsOfMoves } from './comments';
import type { ExcelConnection } from './excel-connection';
import type { OfficeSetting } from './office-setting';
import { rangeOf } from './used-blocks';
import { BYTES_A_CALL, type Step } from './write-batches';

type MoveComments = Edit & { readonly type: 'move comments' };

/**
 * The cells of comments, cut and pasted: re-adding a comment would lose its author, its date and whom it mentions. Office.js has no other way.
 * What the cells hold goes along, so edits of their own write it (`withComments`).
 */
export function moveSteps(edit: MoveComments, state: BookState): Step[] {
  const known = state.commentsOn(edit.sheet);
  if (known === null) return [];
  const moves = cellsToMove(known.comments, edit.moves);
  const placeOf = new Map(moves.map(({ from, to }) => [a1(from), to]));
  state.setComments(edit.sheet, { ...known, comments: known.comments.map((one) => ({ ...one, ...placeOf.get(a1(one)) })) });
  return oneByOne(moves, spareCell(known, edit.moves)).map(({ from, to }) => ({
    bytes: 3 * BYTES_A_CALL,
    queue: (context) => {
      const sheet = context.workbook.worksheets.getItem(edit.sheet);
      rangeOf(sheet, areaOf(from)).moveTo(rangeOf(sheet, areaOf(to)));
    },
  }));
}

/** A cell beyond everything that the sheet holds, not next to a table, which would take it in. */
function spareCell({ used, comments }: CommentState, moves: readonly CommentMove[]): Place {
  const places = [...comments, ...moves.flatMap(({ from, to }) => [from, to])];
  const row = Math.max(used?.bottom ?? 0, ...places.map((place) => place.row)) + 3;
  const column = Math.max(used?.right ?? 0, ...places.map((place) => place.column)) + 3;
  return { row: Math.min(row, LAST_ROW), column: Math.min(column, LAST_COLUMN) };
}

const areaOf = ({ row, column }: Place): Area => ({ top: row, bottom: row, left: column, right: column });

/** Refuses, before anything is written, a move that a co-author's new comment is in the way of, and one that Excel cannot make. */
export function demandComments(changes: readonly Change[], state: BookState, canMove: boolean): void {
  for (const { edit, undo } of changes) {
    if (edit.type !== 'move comments' || undo === null) continue;
    const comments = state.commentsOn(edit.sheet)?.comments ?? [];
    if (!canMove && cellsToMove(comments, edit.moves).length > 0) {
      throw new Failure(
        'not supported',
        `This version of Excel cannot move the comments on “${edit.sheet}” with their rows, so nothing was written. Open the workbook in Excel on the web, then write.`,
      );
    }
    const known = new Set(edit.moves.map((move) => move.known));
    const froms = new Set(edit.moves.map(({ from }) => a1(from)));
    const tos = new Set(edit.moves.map(({ to }) => a1(to)));
    const added = comments.find((one) => tos.has(a1(one)) && !froms.has(a1(one)) && !known.has(commentKey(one)));
    if (added !== undefined) {
      throw new Failure(
        'cell changed',
        `Cell ${a1(added)} of “${edit.sheet}” has a comment that was not there when the workbook was read, so nothing was written. Check again, then write.`,
      );
    }
  }
}

/** Whether comments came to where they were to go, as a sentence for the user; null when all did. It is read after the write, since Office.js does not promise it. */
export async function commentsLeft(setting: OfficeSetting, connection: ExcelConnection, edits: readonly Edit[]): Promise<string | null> {
  const moves = edits.filter((edit) => edit.type === 'move comments');
  if (moves.length === 0) return null;
  const names = sheetsOfMoves(edits);
  const now = await connection
    .run({ waitForCellEdit: true }, async (context, send) => {
      const asked = names.map((name) => askComments(context.workbook.worksheets.getItem(name), setting.isSetSupported));
      await send();
      return readComments(asked, send);
    })
    .catch((): SheetComments[] => []);
  const wrong = moves.flatMap((edit) => {
    const comments = now[names.indexOf(edit.sheet)]?.comments ?? [];
    const standing = new Set(comments.map((one) => `${one.kind} ${commentKey(one)} ${a1(one)}`));
    return edit.moves
      .filter(({ kind, known, to }) => !standing.has(`${kind} ${known} ${a1(to)}`))
      .map(({ from, to }) => `${a1(from)} of “${edit.sheet}” belongs to ${a1(to)}`);
  });
  const told = [...new Set(wrong)];
  if (told.length === 0) return null;
  return `It is not certain that all comments went with their rows. Please look, and move by hand what did not: the comment that was at ${told.join('; at ')}.`;
}
