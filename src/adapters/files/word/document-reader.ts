import { FileRefusal } from '../file-refusal';
import {
  type Markup,
  type MarkupEvents,
  attributesOf,
  childNamed,
  childrenNamed,
  localName,
  prefixedAttribute,
  scanBothBranches,
} from '../package/markup';
import { BULLET } from './list-labels';
import { type DocumentParts, type ParagraphRead, ParagraphReader, alternative } from './paragraph-reader';
import { numberOf, switchOf, valueOf } from './word-attributes';
import { type Block, type Merging, type Noticed, type WordCell, type WordRow, nothingNoticed, textOfBlocks } from './word-blocks';

/** Elements that are taken as a whole when they end: paragraphs and properties. All others say where these stand. */
const WHOLE = new Set(['p', 'tblPr', 'tblGrid', 'trPr', 'tcPr', 'sdtPr', 'sectPr', 'pPr', 'AlternateContent']);

/** Tables in tables; Word itself allows few more. */
const DEEPEST = 20;

/** Levels of a paragraph, which is walked by functions that call themselves. */
const DEEPEST_TREE = 256;

interface OpenTable {
  widths: readonly number[];
  readonly rows: WordRow[];
}

interface OpenRow {
  readonly cells: WordCell[];
  before: number;
  isRepeated: boolean;
  isDeleted: boolean;
}

interface OpenCell {
  readonly blocks: Block[];
  span: number;
  down: Merging;
  across: Merging;
  fill: string | null;
  letters: string | null;
  isStruck: boolean;
  isDeleted: boolean;
  /** The first number of a list that stands before no words, as in a column that Word numbers by itself; null for none. */
  number: string | null;
}

/** The content of a document's body from top to bottom, and what was noticed after its last table. */
export interface DocumentContent {
  readonly blocks: readonly Block[];
  readonly noticedLast: Noticed;
}

/**
 * Walks the main part of a document once (ISO/IEC 29500-1, 17.2 to 17.5). Only one paragraph at a time is held as a tree, so that a table of
 * thousands of rows takes little memory.
 */
export class DocumentReader implements MarkupEvents {
  private readonly body: Block[] = [];
  private readonly tables: OpenTable[] = [];
  private readonly rows: OpenRow[] = [];
  private readonly cells: OpenCell[] = [];
  /** Content controls that are open, and whether each only asks to be filled in. */
  private readonly controls: { isPlaceholder: boolean }[] = [];
  /** The element that is being taken as a whole, and those within it that are open. */
  private readonly whole: Markup[] = [];
  /** What goes on in the next paragraph of the same cell, or of the body. */
  private unfinished: { readonly in: OpenCell | undefined; readonly text: string; readonly isHeading: boolean } | null = null;
  /** How many passages around whole paragraphs or rows are open that were deleted or moved away. */
  private removed = 0;
  /** Tables of text boxes, until the table is over in which the box is anchored. */
  private boxed: Block[] = [];
  private noticed = nothingNoticed();
  private isDocument = false;
  private readonly parts: DocumentParts;

  private constructor(parts: Omit<DocumentParts, 'noticed'>) {
    this.parts = { ...parts, noticed: () => this.noticed };
  }

  /** @throws FileRefusal for text that is not XML or no document, or a document type declaration. */
  static read(xml: string, parts: Omit<DocumentParts, 'noticed'>): DocumentContent {
    const reader = new DocumentReader(parts);
    scanBothBranches(xml, reader);
    if (!reader.isDocument) throw new FileRefusal('damaged');
    reader.finishParagraph();
    reader.unfinishedFields();
    return { blocks: reader.body, noticedLast: reader.noticed };
  }

  open(local: string, raw: string, name: string): void {
    if (this.whole.length > 0 || WHOLE.has(local)) {
      if (this.whole.length >= DEEPEST_TREE) throw new FileRefusal('nested too deep');
      const element: Markup = { name, attributes: attributesOf(raw), children: [] };
      this.whole.at(-1)?.children.push(element);
      this.whole.push(element);
      return;
    }
    this.begin(local, raw);
  }

  text(text: string): void {
    this.whole.at(-1)?.children.push(text);
  }

  close(local: string): void {
    const element = this.whole.pop();
    if (element === undefined) this.end(local);
    else if (this.whole.length === 0) this.take(element, local);
  }

  private begin(local: string, raw: string): void {
    if (local === 'tbl') this.beginTable();
    else if (local === 'tr') this.rows.push({ cells: [], before: 0, isRepeated: false, isDeleted: this.removed > 0 });
    else if (local === 'tc') this.beginCell();
    else if (local === 'sdt') this.controls.push({ isPlaceholder: false });
    else if (local === 'document') this.isDocument = true;
    else if (local === 'ins' || local === 'moveTo') this.noticed.insertions += 1;
    else if (local === 'del' || local === 'moveFrom') this.beginRemoved();
    else if (local === 'altChunk') this.noticed.embedded.push(this.parts.embeddedName(idIn(raw)));
  }

  private beginRemoved(): void {
    this.removed += 1;
    this.noticed.deletions += 1;
  }

  private beginTable(): void {
    this.finishParagraph();
    if (this.tables.length === 0) this.unfinishedFields();
    if (this.tables.length >= DEEPEST) throw new FileRefusal('nested too deep');
    this.tables.push({ widths: [], rows: [] });
  }

  private beginCell(): void {
    this.parts.fields.enterCell();
    this.cells.push({
      ...{ blocks: [], span: 1, down: null, across: null, fill: null, letters: null },
      ...{ isStruck: false, isDeleted: false, number: null },
    });
  }

  private end(local: string): void {
    if (local === 'tbl') this.endTable();
    else if (local === 'tr') this.endRow();
    else if (local === 'tc') this.endCell();
    else if (local === 'sdt') this.controls.pop();
    else if (local === 'del' || local === 'moveFrom') this.removed -= 1;
  }

  private endTable(): void {
    const table = this.tables.pop();
    const isOutermost = this.tables.length === 0;
    const { widths, rows } = table ?? { widths: [], rows: [] };
    if (rows.length > 0) {
      this.add({ kind: 'table', widths, rows, isBoxed: false, noticed: isOutermost ? this.noticed : null });
      if (isOutermost) this.noticed = nothingNoticed();
    }
    if (isOutermost) this.addBoxed();
  }

  private endRow(): void {
    const row = this.rows.pop();
    if (row === undefined) return;
    const { cells, before, isRepeated, isDeleted } = row;
    if (isDeleted || cells.length === 0) return;
    this.tables.at(-1)?.rows.push({ cells, before, isRepeated });
  }

  private endCell(): void {
    this.finishParagraph();
    this.unfinishedFields();
    const cell = this.cells.pop();
    if (cell === undefined) return;
    if (cell.number !== null && textOfBlocks(cell.blocks) === '')
      cell.blocks.push({ kind: 'paragraph', text: cell.number, isHeading: false });
    const { span, down, across, fill, letters, isStruck } = cell;
    const blocks = cell.isDeleted ? [] : cell.blocks;
    this.rows.at(-1)?.cells.push({ blocks, span, down, across, fill, letters, isStruck });
  }

  private take(element: Markup, local: string): void {
    if (local === 'p') this.paragraph(element);
    else if (local === 'AlternateContent') this.replay(alternative(element));
    else if (local === 'tblGrid') this.grid(element);
    else if (local === 'trPr') this.rowProperties(element);
    else if (local === 'tcPr') this.cellProperties(element);
    else if (local === 'sdtPr') {
      const control = this.controls.at(-1);
      if (control !== undefined) control.isPlaceholder = switchOf(element, 'showingPlcHdr') === true;
    }
  }

  /** The content of an element that was taken as a whole, as if it stood here by itself. */
  private replay(parent: Markup): void {
    for (const child of parent.children) {
      if (typeof child === 'string') continue;
      const local = localName(child.name);
      if (WHOLE.has(local)) {
        this.take(child, local);
        continue;
      }
      this.begin(local, '');
      this.replay(child);
      this.end(local);
    }
  }

  private paragraph(element: Markup): void {
    const read = ParagraphReader.read(element, this.parts);
    if (this.removed > 0) return;
    const isAsked = this.controls.some(({ isPlaceholder }) => isPlaceholder);
    if (!isAsked) this.addParagraph(read);
    // A table in a text box stands beside the text, so it is one of the document's own.
    for (const table of read.boxedTables) this.boxedTable(table);
    if (this.tables.length === 0) this.addBoxed();
  }

  private addParagraph({ label, text, isHeading, goesOn, isStruck, letters }: ParagraphRead): void {
    const cell = this.cells.at(-1);
    if (cell !== undefined) {
      cell.isStruck ||= isStruck;
      cell.letters ??= letters;
    }
    const before = this.unfinished !== null && this.unfinished.in === cell ? this.unfinished : null;
    if (before === null) this.finishParagraph();
    this.unfinished = null;
    const joined = { text: (before?.text ?? '') + text, isHeading: before?.isHeading === true || isHeading };
    const isEmpty = joined.text.trim() === '';
    if (cell !== undefined && isEmpty && label.trim() !== '' && label !== BULLET) cell.number ??= label.trim();
    if (goesOn) this.unfinished = { in: cell, ...joined };
    // The paragraph that results has the properties of the last, whose mark is left, and so its label.
    // A paragraph of nothing but code is none.
    else if (!isEmpty || !this.parts.fields.inCode) this.push(isEmpty ? joined : { ...joined, text: label + joined.text });
  }

  /** A paragraph whose mark was deleted goes on in no other where its cell, or the document, ends. */
  private finishParagraph(): void {
    const { unfinished } = this;
    this.unfinished = null;
    if (unfinished !== null && unfinished.text !== '') this.push(unfinished);
  }

  /** Puts what was taken for the code of a field that does not end here in its place. */
  private unfinishedFields(): void {
    for (const text of this.parts.fields.leaveCell()) this.push({ text, isHeading: false });
  }

  private push({ text, isHeading }: { readonly text: string; readonly isHeading: boolean }): void {
    this.add({ kind: 'paragraph', text, isHeading });
  }

  private add(block: Block): void {
    (this.cells.at(-1)?.blocks ?? this.body).push(block);
  }

  private boxedTable(table: Markup): void {
    const reader = new DocumentReader(this.parts);
    reader.replay({ name: '', attributes: new Map(), children: [table] });
    this.boxed.push(...reader.body.map((block): Block => (block.kind === 'table' ? { ...block, isBoxed: true } : block)));
  }

  private addBoxed(): void {
    this.body.push(...this.boxed);
    this.boxed = [];
  }

  private grid(element: Markup): void {
    const table = this.tables.at(-1);
    if (table !== undefined)
      table.widths = childrenNamed(element, 'gridCol').map((column) => twentieths(prefixedAttribute(column, 'w') ?? ''));
  }

  private rowProperties(element: Markup): void {
    const row = this.rows.at(-1);
    if (row === undefined) return;
    row.before = Math.max(0, Math.min(numberOf(childNamed(element, 'gridBefore'), 0), MOST_COLUMNS));
    row.isRepeated = switchOf(element, 'tblHeader') === true;
    const isDeleted = childNamed(element, 'del') !== undefined;
    row.isDeleted ||= isDeleted;
    if (isDeleted) this.noticed.deletions += 1;
    if (childNamed(element, 'ins') !== undefined) this.noticed.insertions += 1;
  }

  private cellProperties(element: Markup): void {
    const cell = this.cells.at(-1);
    if (cell === undefined) return;
    cell.span = Math.max(1, Math.min(numberOf(childNamed(element, 'gridSpan'), 1), MOST_COLUMNS));
    cell.down = mergingOf(childNamed(element, 'vMerge'));
    cell.across = mergingOf(childNamed(element, 'hMerge'));
    cell.fill = fillOf(childNamed(element, 'shd'));
    cell.isDeleted = childNamed(element, 'cellDel') !== undefined;
    if (cell.isDeleted) this.noticed.deletions += 1;
    if (childNamed(element, 'cellIns') !== undefined) this.noticed.insertions += 1;
  }
}

/** Word allows 63 columns. */
const MOST_COLUMNS = 63;

function idIn(raw: string): string {
  return /\bid\s*=\s*"([^"]{0,100})"/.exec(raw)?.[1] ?? '';
}

/** A width in twentieths of a point; strict documents may give points. */
function twentieths(written: string): number {
  const number = Number.parseFloat(written);
  if (Number.isNaN(number) || number < 0) return 0;
  return written.endsWith('pt') ? number * 20 : number;
}

/** Without a value a cell goes on with the one before it (ISO/IEC 29500-1, 17.4.84). */
function mergingOf(property: Markup | undefined): Merging {
  if (property === undefined) return null;
  return valueOf(property) === 'restart' ? 'begins' : 'goes on';
}

function fillOf(shading: Markup | undefined): string | null {
  const fill = shading === undefined ? undefined : prefixedAttribute(shading, 'fill');
  if (fill === undefined || !/^[0-9a-f]{6}$/i.test(fill) || /^ffffff$/i.test(fill)) return null;
  return `#${fill.toUpperCase()}`;
}
