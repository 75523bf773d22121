import { type CellComment, parseA1, type Place, a1 } from '../../../domain/grid';
import { unescapedText } from './cell-decoding';
import { FileRefusal } from '../file-refusal';
import { attributeOf, scanMarkup } from '../package/markup';
import type { PackageParts } from '../package/package-parts';

/**
 * Comments of a worksheet. A note stands in the comments part, with a shape in a VML drawing that says its cell once more. A threaded
 * comment stands with its replies in a part of its own ([MS-XLSX] 2.1.17, threadedComments), and has a note for older programs, whose author is "tc=" and
 * the id of the comment.
 */

export type CommentPart = 'comments' | 'threadedComment' | 'vmlDrawing';

export function commentParts(parts: PackageParts, sheetPath: string, type: CommentPart): string[] {
  const links = parts.relationshipsOfType(sheetPath, type).filter((link) => !link.external && parts.find(link.target) !== null);
  return links.map(({ target }) => target);
}

/** Every comment and note, in the order of the parts. A part that cannot be read has none: a workbook is not refused for it. */
export function readComments(parts: PackageParts, sheetPath: string): CellComment[] {
  const threads = new Map<string, string>();
  const byPlace = new Map<string, CellComment>();
  const add = (comment: CellComment | null): void => {
    if (comment !== null && !byPlace.has(a1(comment))) byPlace.set(a1(comment), comment);
  };
  for (const path of commentParts(parts, sheetPath, 'threadedComment')) {
    for (const { ref, id, parent, text } of threadsIn(parts.text(path))) {
      if (parent !== '') continue;
      threads.set(ref, id);
      add(commentAt(ref, { kind: 'comment', id: id === '' ? null : id, author: '', text }));
    }
  }
  for (const path of commentParts(parts, sheetPath, 'comments')) {
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
