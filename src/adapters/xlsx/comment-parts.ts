import { type CellComment, parseA1, type Place, a1 } from '../../domain/grid';
import { type CellMove, cellsToMove, type Edit } from '../../domain/workbook';
import { unescapedText } from './cell-decoding';
import type { EditableBook } from './editable-book';
import { FileRefusal } from './file-refusal';
import { attributeOf, scanMarkup } from './markup';
import type { WorkbookParts } from './workbook-parts';

/**
 * Comments of a worksheet. A note stands in the comments part, with a shape in a VML drawing that says its cell once more. A threaded
 * comment stands with its replies in a part of its own ([MS-XLSX] 2.1.17, threadedComments), and has a note for older programs, whose author is "tc=" and
 * the id of the comment.
 */

type PartType = 'comments' | 'threadedComment' | 'vmlDrawing';

function partsOf(parts: WorkbookParts, sheetPath: string, type: PartType): string[] {
  const links = parts.relationshipsOfType(sheetPath, type).filter((link) => !link.external && parts.find(link.target) !== null);
  return links.map(({ target }) => target);
}

/** Every comment and note, in the order of the parts. A part that cannot be read has none: a workbook is not refused for it. */
export function readComments(parts: WorkbookParts, sheetPath: string): CellComment[] {
  const threads = new Map<string, string>();
  const byPlace = new Map<string, CellComment>();
  const add = (comment: CellComment | null): void => {
    if (comment !== null && !byPlace.has(a1(comment))) byPlace.set(a1(comment), comment);
  };
  for (const path of partsOf(parts, sheetPath, 'threadedComment')) {
    for (const { ref, id, parent, text } of threadsIn(parts.text(path))) {
      if (parent !== '') continue;
      threads.set(ref, id);
      add(commentAt(ref, { kind: 'comment', id: id === '' ? null : id, author: '', text }));
    }
  }
  for (const path of partsOf(parts, sheetPath, 'comments')) {
    for (const { ref, author, text } of notesIn(parts.text(path))) {
      const thread = /^tc=(.*)$/.exec(author)?.[1];
      if (!threads.has(ref))
        add(
          commentAt(
            ref,
            thread === undefined ? { kind: 'note', id: null, author, text } : { kind: 'comment', id: thread, author: '', text },
          ),
        );
    }
  }
  return [...byPlace.values()];
}

function commentAt(ref: string, rest: Omit<CellComment, keyof Place>): CellComment | null {
  const place = parseA1(ref);
  return place === null ? null : { ...place, ...rest };
}

interface Thread {
  readonly ref: string;
  readonly id: string;
  readonly parent: string;
  readonly text: string;
}

function threadsIn(xml: string): Thread[] {
  const found: Thread[] = [];
  let now: Omit<Thread, 'text'> | null = null;
  let text = '';
  let isText = false;
  return scanned(found, xml, {
    open(local, attributes) {
      const read = (name: string): string => attributeOf(attributes, name) ?? '';
      if (local === 'threadedComment') [now, text] = [{ ref: read('ref'), id: read('id'), parent: read('parentId') }, ''];
      isText = local === 'text';
    },
    text(part) {
      if (isText) text += part;
    },
    close(local) {
      isText = false;
      if (local !== 'threadedComment' || now === null) return;
      found.push({ ...now, text });
      now = null;
    },
  });
}

interface Note {
  readonly ref: string;
  readonly author: string;
  readonly text: string;
}

/** The runs of a text are joined. */
function notesIn(xml: string): Note[] {
  const found: Note[] = [];
  const authors: string[] = [];
  let now: { readonly ref: string; readonly author: number } | null = null;
  let text = '';
  let isText = false;
  return scanned(found, xml, {
    open(local, attributes) {
      if (local === 'comment')
        now = { ref: attributeOf(attributes, 'ref') ?? '', author: Number(attributeOf(attributes, 'authorId') ?? 0) };
      if (local === 'comment' || local === 'author') text = '';
      isText = local === 't' || local === 'author';
    },
    text(part) {
      if (isText) text += part;
    },
    close(local) {
      isText = false;
      if (local === 'author') authors.push(unescapedText(text));
      if (local !== 'comment' || now === null) return;
      found.push({ ref: now.ref, author: authors[now.author] ?? '', text: unescapedText(text) });
      now = null;
    },
  });
}

/** What was found before a part turns out to be damaged counts. */
function scanned<Found>(found: Found[], xml: string, events: Parameters<typeof scanMarkup>[1]): Found[] {
  try {
    scanMarkup(xml, events);
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
  }
  return found;
}

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
  const rewrite = (type: PartType, change: (text: string) => string): void => {
    for (const path of partsOf(parts, sheetPath, type)) parts.write(path, change(parts.text(path)));
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
