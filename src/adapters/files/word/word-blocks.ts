/** What stands in a document from top to bottom, with what reading needs of it and nothing of its look. */
export type Block = Paragraph | WordTable;

export interface Paragraph {
  readonly kind: 'paragraph';
  /** As it is shown: with the bullet or number of its list, soft breaks as line ends. */
  readonly text: string;
  readonly isHeading: boolean;
}

export interface WordTable {
  readonly kind: 'table';
  /** Widths of the columns of its grid, in twentieths of a point; empty where the document does not say. */
  readonly widths: readonly number[];
  readonly rows: readonly WordRow[];
  /** Whether it stands in a text box, beside the text. */
  readonly isBoxed: boolean;
  /** What was noticed in it and between the table before and it; null for a table within a table. */
  readonly noticed: Noticed | null;
}

export interface WordRow {
  /** Columns of the grid that are left out before its first cell. */
  readonly before: number;
  readonly cells: readonly WordCell[];
  /** Whether Word repeats it at the top of each page. */
  readonly isRepeated: boolean;
}

export interface WordCell {
  readonly blocks: readonly Block[];
  /** Columns of the grid that it covers, 1 or more. */
  readonly span: number;
  /** Whether it begins a cell that is merged down, or goes on with the one above. */
  readonly down: Merging;
  /** The same to the right, as old documents merge. */
  readonly across: Merging;
  /** "#FF0000"; null for none and for white. */
  readonly fill: string | null;
  /** The first colour of its letters that is not black, grey, white or a link's; null for none. */
  readonly letters: string | null;
  /** Whether any of its words are struck through. */
  readonly isStruck: boolean;
}

export type Merging = 'begins' | 'goes on' | null;

/** What is in a document and is no text of a table: it is counted and said, so that nothing is left out without a word. */
export interface Noticed {
  comments: number;
  pictures: number;
  footnotes: number;
  textBoxes: number;
  hiddenTexts: number;
  /** Passages and rows. */
  insertions: number;
  deletions: number;
  /** Names of the parts that are workbooks, documents or others within the document. */
  readonly embedded: string[];
}

export function nothingNoticed(): Noticed {
  return { comments: 0, pictures: 0, footnotes: 0, textBoxes: 0, hiddenTexts: 0, insertions: 0, deletions: 0, embedded: [] };
}

/** What was noticed in two parts of a document. */
export function together(a: Noticed, b: Noticed | null): Noticed {
  if (b === null) return a;
  return {
    comments: a.comments + b.comments,
    pictures: a.pictures + b.pictures,
    footnotes: a.footnotes + b.footnotes,
    textBoxes: a.textBoxes + b.textBoxes,
    hiddenTexts: a.hiddenTexts + b.hiddenTexts,
    insertions: a.insertions + b.insertions,
    deletions: a.deletions + b.deletions,
    embedded: [...a.embedded, ...b.embedded],
  };
}

/** The words of blocks one below the other; of a table within them, its rows as lines and its cells with tabs between. */
export function textOfBlocks(blocks: readonly Block[]): string {
  return withoutOuterLines(blocks.map(textOfBlock).join('\n'));
}

function textOfBlock(block: Block): string {
  if (block.kind === 'paragraph') return block.text;
  return block.rows.map(({ cells }) => cells.map(({ blocks }) => textOfBlocks(blocks)).join('\t')).join('\n');
}

/** A cell ends with a paragraph that may be empty; empty lines at its edges say nothing. */
function withoutOuterLines(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && text[from] === '\n') from += 1;
  while (to > from && text[to - 1] === '\n') to -= 1;
  return text.slice(from, to);
}
