import { a1 } from '../../../domain/grid';
import { type CellMove, cellsToMove, type Edit } from '../../../domain/workbook';
import { type CommentPart, commentParts, readComments } from './comment-parts';
import type { EditableBook } from './editable-book';

/**
 * Moves comments to other cells. Only what says their cells is changed in each part, so that everything else, and what is moved back, stays
 * as its program wrote it.
 */
export function moveComments(book: EditableBook, edit: Extract<Edit, { readonly type: 'move comments' }>): void {
  const { parts } = book;
  const sheetPath = book.sheetPath(edit.sheet);
  const moves = cellsToMove(readComments(parts, sheetPath), edit.moves);
  if (moves.length === 0) return;
  const placeOf = new Map(moves.map(({ from, to }): [string, CellMove] => [a1(from), { from, to }]));
  const rewrite = (type: CommentPart, change: (text: string) => string): void => {
    for (const path of commentParts(parts, sheetPath, type)) parts.write(path, change(parts.text(path)));
  };
  rewrite('comments', (text) => withReferences(text, 'comment', placeOf));
  rewrite('threadedComment', (text) => withReferences(text, 'threadedComment', placeOf));
  rewrite('vmlDrawing', (text) => withShapes(text, placeOf));
}

type Places = ReadonlyMap<string, CellMove>;

/** The references of all elements of a name; a comment may be on merged cells, of which the first counts. */
function withReferences(xml: string, name: string, places: Places): string {
  return xml.replace(new RegExp(`<(?:[\\w.-]+:)?${name}(?=\\s)[^>]*>`, 'g'), (tag) =>
    tag.replace(/(\sref\s*=\s*)(["'])([^"']*)\2/, (whole, before: string, quote: string, ref: string) => {
      const move = places.get(ref.replaceAll('$', '').toUpperCase());
      return move === undefined ? whole : `${before}${quote}${a1(move.to)}${quote}`;
    }),
  );
}

/** The shapes of notes: Excel keeps other shapes, such as form controls, in the same drawing. */
function withShapes(vml: string, places: Places): string {
  return vml.replace(/<(\w+:)?ClientData(?=[\s>])(?:[^>]*[^/>])?>[\s\S]*?<\/\1?ClientData\s*>/g, (shape) => {
    if (!/^<[^>]*\sObjectType\s*=\s*["']Note["']/.test(shape)) return shape;
    const move = places.get(a1({ row: numberIn(shape, 'Row'), column: numberIn(shape, 'Column') }));
    if (move === undefined) return shape;
    const { from, to } = move;
    const placed = withNumber(withNumber(shape, 'Row', to.row), 'Column', to.column);
    return withAnchor(placed, to.row - from.row, to.column - from.column);
  });
}

function numberIn(shape: string, name: string): number {
  return Number(new RegExp(`<(?:\\w+:)?${name}\\s*>\\s*(\\d+)\\s*<`).exec(shape)?.[1] ?? 0);
}

function withNumber(shape: string, name: string, value: number): string {
  return shape.replace(new RegExp(`(<(?:\\w+:)?${name}\\s*>\\s*)\\d+`), `$1${String(value)}`);
}

/**
 * Left column, offset, top row, offset, right column, offset, bottom row, offset: the box of a note goes along with its cell, as far as the
 * edge of the sheet.
 */
function withAnchor(shape: string, rows: number, columns: number): string {
  return shape.replace(/(<(?:\w+:)?Anchor\s*>)([^<]*)/, (whole, before: string, written: string) => {
    const parts = written.split(',');
    if (parts.length !== 8) return whole;
    const values = parts.map(Number);
    const by = (first: number, wanted: number): number => Math.max(-(values[first] ?? 0), wanted);
    const shift = [by(0, columns), 0, by(2, rows), 0, by(0, columns), 0, by(2, rows), 0];
    return before + parts.map((part, index) => part.replace(/-?\d+/, (value) => String(Number(value) + (shift[index] ?? 0)))).join(',');
  });
}
