import { Failure } from '../../../application';
import { type Cell, GENERAL, type Place, a1 } from '../../../domain/grid';
import type { CellContent, Edit, ExpectedValue } from '../../../domain/workbook';
import type { EditableBook } from './editable-book';
import { fileAddress, filePath } from './file-address';
import { formatOfContent, markupOfContent } from './file-content';
import { demandFreeCells } from './in-the-way';
import { prefixedAttribute } from '../package/markup';
import { refusedEdit } from './refused-edit';
import type { SheetPart } from './sheet-part';
import { renameHeadings } from './table-parts';

type WriteCells = Extract<Edit, { readonly type: 'write cells' }>;

/** Checks what the cells must hold, then writes them; returns how many were written. */
export function writeCells(book: EditableBook, edit: WriteCells): number {
  const sheet = book.sheet(edit.sheet);
  checkShape(edit);
  checkExpected(book, sheet, edit);
  demandFreeCells(book, edit);
  let written = 0;
  edit.cells.forEach((row, down) => {
    written += writeRow(book, sheet, edit.sheet, { row: edit.area.top + down, column: edit.area.left }, row);
  });
  renameHeadings(book, edit.sheet, edit.area);
  return written;
}

/** @param first the place of the first of the contents. */
function writeRow(book: EditableBook, sheet: SheetPart, name: string, first: Place, contents: readonly (CellContent | null)[]): number {
  const { row } = first;
  const isOnlyPlanned = sheet.isFree(row, first.column, first.column + contents.length - 1) && !contents.some(isRestored);
  if (isOnlyPlanned) sheet.plan(row, first.column, contents);
  let written = 0;
  for (const [right, content] of contents.entries()) {
    if (content === null) continue;
    const place = { row, column: first.column + right };
    written += 1;
    if (isOnlyPlanned) {
      removeFileLink(book, sheet, name, place);
      if (content.kind === 'link') linkToFile(book, sheet, name, place, content.target.path);
    }
    // What stands there already is left as its program wrote it: words in bold, the text of an array formula.
    else if (content.kind !== 'restore' || !isPutBack(cellNow(book, sheet, place), content)) writeCell(book, sheet, name, place, content);
    else if (content.unlinked === true) removeFileLink(book, sheet, name, place);
  }
  return written;
}

function isRestored(content: CellContent | null): boolean {
  return content?.kind === 'restore';
}

function checkShape(edit: WriteCells): void {
  const rows = edit.area.bottom - edit.area.top + 1;
  const columns = edit.area.right - edit.area.left + 1;
  for (const block of [edit.cells, edit.expected]) {
    if (block !== null && (block.length !== rows || block.some((row) => row.length !== columns))) {
      throw refusedEdit(`The cells to write on “${edit.sheet}” do not have the shape of their area.`);
    }
  }
}

function checkExpected(book: EditableBook, sheet: SheetPart, edit: WriteCells): void {
  edit.expected?.forEach((row, down) => {
    row.forEach((expected, right) => {
      const place = { row: edit.area.top + down, column: edit.area.left + right };
      if (expected === null || holdsExpected(cellNow(book, sheet, place), expected)) return;
      throw new Failure(
        'cell changed',
        `Cell ${a1(place)} on “${edit.sheet}” has changed since it was read, so nothing was written. Read the workbook again.`,
      );
    });
  });
}

function isPutBack(cell: Cell, content: Extract<CellContent, { readonly kind: 'restore' }>): boolean {
  return cell.value === content.value && cell.formula === content.formula && cell.format === content.format;
}

function cellNow(book: EditableBook, sheet: SheetPart, place: Place): Cell {
  return sheet.cellAt(place, book.tables(sheet.styleAt(place)));
}

/** An empty cell and an empty text are the same; a formula is compared only where one is expected. */
function holdsExpected(cell: Cell, expected: ExpectedValue): boolean {
  const value = expected.value === '' ? null : expected.value;
  return cell.value === value && (expected.formula === undefined || cell.formula === expected.formula);
}

function writeCell(book: EditableBook, sheet: SheetPart, sheetName: string, place: Place, content: CellContent): void {
  removeFileLink(book, sheet, sheetName, place);
  if (
    content.kind === 'restore' &&
    content.value === null &&
    content.formula === undefined &&
    wasNoCell(book, sheet, place, content.format)
  ) {
    sheet.removeCell(place);
    return;
  }
  const format = formatOfContent(content);
  const style = sheet.styleAt(place);
  if (format !== null && book.styles.formatOf(style) !== format) sheet.setStyle(place, book.styles.withFormat(style, format));
  sheet.setCell(place, markupOfContent(book, content));
  if (content.kind === 'link') linkToFile(book, sheet, sheetName, place, content.target.path);
}

/**
 * Whether a cell that is to be empty again may as well not be there: it has the looks of its row or column and no other, but for the number
 * format that was given to what was written. So a restored sheet has the cells it had, and needs no looks of its own.
 */
function wasNoCell(book: EditableBook, sheet: SheetPart, place: Place, format: string): boolean {
  return format === GENERAL && book.styles.differInFormatAlone(sheet.styleAt(place), sheet.styleOfNewCell(place));
}

function linkToFile(book: EditableBook, sheet: SheetPart, sheetName: string, place: Place, path: string): void {
  const id = book.parts.relateFile(book.sheetPath(sheetName), fileAddress(path));
  sheet.hyperlinks.set(place, id, book.relationshipNamespace);
}

/** When a cell that linked to a file is written again, its link is removed; a link to the web, made by the user, stays. */
function removeFileLink(book: EditableBook, sheet: SheetPart, sheetName: string, place: Place): void {
  const written = sheet.hyperlinks.at(place);
  if (written === undefined) return;
  const path = book.sheetPath(sheetName);
  const id = prefixedAttribute(written, 'id');
  const link = id === undefined ? undefined : book.parts.relationshipWithId(path, id);
  if (link === undefined || filePath(link.target) === null) return;
  sheet.hyperlinks.takeOff(place, link.id);
}
