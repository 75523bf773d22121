import { type CellComment, type SheetGrid, a1 } from '../../../domain/grid';
import type { BiffRecord } from './biff-records';
import { PieceReader } from './biff-text';
import type { BookTables } from './book-tables';
import type { ByteView } from './byte-view';

/** Kinds of drawn objects ([MS-XLS] 2.5.143, FtCmo). */
const PICTURE = 0x08;
/** Parts of an OBJ record of Excel 97: the common one, and the one of a picture that stands for an embedded object. */
const COMMON_PART = 0x15;
const EMBEDDED_PART = 0x09;
/** A NOTE record in this row carries on the note before. */
const MORE_OF_THE_NOTE = 0xffff;

type Note = Omit<CellComment, 'text'> & { text: string };

/** Comments, in these files all of them notes, and pictures. Excel 97 keeps a note's words apart from it, in the text of a drawn object. */
export class BesideCellsReader {
  private readonly notes = new Map<string, Note>();
  private readonly noteOfObject = new Map<number, Note>();
  private readonly textOfObject = new Map<number, string>();
  private pictures = 0;
  private object = 0;
  private lastNote: Note | null = null;

  constructor(private readonly tables: BookTables) {}

  take(record: BiffRecord): void {
    if (record.name === 'obj') this.takeObject(record.data);
    else if (record.name === 'txo') this.takeText(record);
    else if (record.name === 'note') this.takeNote(record);
  }

  read(): Pick<SheetGrid, 'comments' | 'besideCells'> {
    for (const [object, note] of this.noteOfObject) note.text = this.textOfObject.get(object) ?? '';
    const comments = [...this.notes.values()];
    const besideCells = { comments: comments.length, pictures: this.pictures };
    return comments.length === 0 ? { besideCells } : { besideCells, comments };
  }

  private takeObject(data: ByteView): void {
    if (this.tables.version < 8) {
      if (data.length >= 6 && data.u16(4) === PICTURE) this.pictures += 1;
      return;
    }
    if (data.length < 8 || data.u16(0) !== COMMON_PART) return;
    this.object = data.u16(6);
    if (data.u16(4) === PICTURE && !isEmbedded(data)) this.pictures += 1;
  }

  /** [MS-XLS] 2.4.329: the number of characters in the record, the characters in the CONTINUE records behind it. */
  private takeText({ data, pieces }: BiffRecord): void {
    if (this.tables.version < 8 || data.length < 12) return;
    const count = data.u16(10);
    const reader = new PieceReader(pieces.slice(1));
    if (count > 0 && !reader.isAtEnd) this.textOfObject.set(this.object, reader.unicode(count));
  }

  private takeNote(record: BiffRecord): void {
    const { data } = record;
    const [row, column] = [data.u16(0), data.u16(2)];
    if (this.tables.version === 8) {
      const note = this.addNote({ row, column, kind: 'note', id: null, author: this.tables.textAt(record, 8, 2), text: '' });
      this.noteOfObject.set(data.u16(6), note);
      return;
    }
    // Before Excel 97 the length is that of the whole note, of which each record holds a part.
    const text = this.tables.decode(data.bytes(6, Math.min(data.length, 6 + data.u16(4))));
    if (row === MORE_OF_THE_NOTE) {
      if (this.lastNote !== null) this.lastNote.text += text;
    } else this.lastNote = this.addNote({ row, column, kind: 'note', id: null, author: '', text });
  }

  private addNote(note: Note): Note {
    this.notes.set(a1(note), note);
    return note;
  }
}

/** Whether a picture stands for an embedded object, as a chart's or a document's does. */
function isEmbedded(data: ByteView): boolean {
  for (let at = 0; at + 4 <= data.length; at += 4 + data.u16(at + 2)) if (data.u16(at) === EMBEDDED_PART) return true;
  return false;
}
