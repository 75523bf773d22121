import type { Edit } from '../../../domain/workbook';
import type { EditableBook } from './editable-book';
import { childNamed, childrenNamed } from '../package/markup';
import type { SheetPart } from './sheet-part';

/** Points; one line of the standard font, and the highest row that Excel has. */
const LINE = 15;
const HIGHEST = 409;
const STANDARD_WIDTH = 8.43;

/**
 * Gives every row that was written the height its wrapped texts need. Excel fits such rows when it shows a sheet;
 * other programs that show or print the file do not. A row whose height was set by hand is left as it is.
 */
export function fitWrittenRows(book: EditableBook, edits: readonly { readonly type: string; readonly sheet: string }[]): void {
  const written = new Map<string, Set<number>>();
  for (const edit of edits) {
    if (!isWrite(edit) || !book.hasSheet(edit.sheet)) continue;
    const rows = written.get(edit.sheet) ?? new Set<number>();
    for (let row = edit.area.top; row <= edit.area.bottom; row += 1) rows.add(row);
    written.set(edit.sheet, rows);
  }
  for (const [name, rows] of written) {
    const sheet = book.sheet(name);
    const widths = columnWidths(sheet);
    for (const row of rows) fitRow(book, sheet, row, widths);
  }
}

function isWrite(edit: { readonly type: string }): edit is Extract<Edit, { readonly type: 'write cells' }> {
  return edit.type === 'write cells';
}

function fitRow(book: EditableBook, sheet: SheetPart, row: number, widths: (column: number) => number): void {
  if (sheet.hasOwnHeight(row)) return;
  let lines = 1;
  for (const column of sheet.columnsIn(row)) {
    const style = sheet.styleAt({ row, column });
    if (!book.styles.wraps(style)) continue;
    const { text } = sheet.cellAt({ row, column }, book.tables(style));
    lines = Math.max(lines, linesOf(text, widths(column)));
  }
  sheet.fitHeight(row, lines === 1 ? null : Math.min(HIGHEST, lines * LINE));
}

/** Lines of a text wrapped between words; a word longer than the column is broken. */
function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + linesOfParagraph(line, Math.max(1, Math.floor(width))), 0);
}

function linesOfParagraph(paragraph: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of paragraph.split(' ')) {
    const needs = used === 0 ? word.length : used + 1 + word.length;
    if (needs <= width) used = needs;
    else {
      lines += (used === 0 ? 0 : 1) + Math.floor((word.length - 1) / width);
      used = ((word.length - 1) % width) + 1;
    }
  }
  return lines;
}

/** Widths in characters, by zero-based column. */
function columnWidths(sheet: SheetPart): (column: number) => number {
  const columns = childNamed(sheet.root, 'cols');
  const known = (columns === undefined ? [] : childrenNamed(columns, 'col')).map(({ attributes }) => ({
    min: Number(attributes.get('min')) - 1,
    max: Number(attributes.get('max')) - 1,
    width: Number(attributes.get('width') ?? STANDARD_WIDTH),
  }));
  return (column) => known.find(({ min, max }) => column >= min && column <= max)?.width ?? STANDARD_WIDTH;
}
