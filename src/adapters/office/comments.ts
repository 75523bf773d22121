import type { Area, CellComment, Place, SheetGrid } from '../../domain/grid';
import type { Edit } from '../../domain/workbook';
import type { Send } from './excel-connection';
import { type IsSetSupported, supports } from './requirement-sets';
import { untracked } from './used-blocks';

/** What was asked of a sheet; its items are there after the next send. */
export interface CommentsAsked {
  readonly sheet: Excel.Worksheet;
  readonly comments: Excel.CommentCollection | null;
  readonly notes: Excel.NoteCollection | null;
}

export type SheetComments = Pick<SheetGrid, 'comments' | 'notesUnknown'>;

/** What is known of the comments of a sheet before they are moved. */
export interface CommentState {
  readonly comments: readonly CellComment[];
  /** The area of the sheet that is used, formats included; null for none. */
  readonly used: Area | null;
}

export const sheetsOfMoves = (edits: readonly Edit[]): string[] => [
  ...new Set(edits.flatMap((edit) => (edit.type === 'move comments' ? [edit.sheet] : []))),
];

/** As many places as one request asks for, at about a thousand bytes each. */
const PLACES_A_REQUEST = 1_500;

/** Queues a request for the comments and notes of a sheet. An earlier Excel, or an earlier Office.js, knows no notes. */
export function askComments(sheet: Excel.Worksheet, isSetSupported: IsSetSupported): CommentsAsked {
  const comments = supports(isSetSupported, 'comments') ? sheet.comments : null;
  const notes = supports(isSetSupported, 'notes') && 'notes' in sheet ? sheet.notes : null;
  comments?.load('items/id,items/content,items/authorName');
  notes?.load('items/content,items/authorName');
  return { sheet, comments, notes };
}

/**
 * The comments of sheets, in the order of the sheets, once they were asked for. Where they stand takes one request more for all sheets
 * together, and none where there are no comments. A comment knows neither its cell nor, as a note, an id.
 */
export async function readComments(asked: readonly CommentsAsked[], send: Send): Promise<SheetComments[]> {
  const onSheets = asked.map(({ comments, notes }) => [
    ...(comments?.items ?? []).map((item) => ({ kind: 'comment' as const, id: item.id, item })),
    ...(notes?.items ?? []).map((item) => ({ kind: 'note' as const, id: null, item })),
  ]);
  const places = await placesOf(
    onSheets.flat().map(({ item }) => item),
    send,
  );
  return asked.map(({ notes }, index): SheetComments => {
    const comments = (onSheets[index] ?? []).flatMap(({ kind, id, item }): CellComment[] => {
      const place = places.get(item);
      return place === undefined ? [] : [{ kind, id, author: item.authorName, text: item.content, ...place }];
    });
    return { ...(comments.length === 0 ? {} : { comments }), ...(notes === null ? { notesUnknown: true } : {}) };
  });
}

type Item = Excel.Comment | Excel.Note;

async function placesOf(items: readonly Item[], send: Send): Promise<Map<Item, Place>> {
  const places = new Map<Item, Place>();
  for (let from = 0; from < items.length; from += PLACES_A_REQUEST) {
    const ranges = items.slice(from, from + PLACES_A_REQUEST).map((item) => {
      const range = untracked(item.getLocation());
      range.load('rowIndex,columnIndex');
      return { item, range };
    });
    await send();
    for (const { item, range } of ranges) places.set(item, { row: range.rowIndex, column: range.columnIndex });
  }
  return places;
}
