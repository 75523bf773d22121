import { Failure } from '../../../application';
import { type Cell, GENERAL, type Place, a1, isDateFormat } from '../../../domain/grid';
import { type CellContent, DATE_FORMAT, type Edit, type ExpectedValue } from '../../../domain/workbook';
import { DAYS_TO_1904 } from './cell-decoding';
import type { EditableBook } from './editable-book';
import { fileAddress, filePath } from './file-address';
import { demandFreeCells } from './in-the-way';
import { prefixedAttribute } from '../package/markup';
import { refusedEdit } from './refused-edit';
import type { CellMarkup } from './row-part';
import type { SheetPart } from './sheet-part';
import { renameHeadings } from './table-parts';

type WriteCells = Extract<Edit, { readonly type: 'write cells' }>;

/** Excel's bound on the characters in a cell. */
const MAX_TEXT = 32_767;
/** The format under which a text stays a text, also when somebody edits the cell: "=1+1", "-2", "1-2". */
const TEXT_FORMAT = '@';

/** Checks what the cells must hold, then writes them; returns how many were written. */
export function writeCells(book: EditableBook, edit: WriteCells): number {
  const sheet = book.sheet(edit.sheet);
  checkShape(edit);
  checkExpected(book, sheet, edit);
  demandFreeCells(book, edit);
  let written = 0;
  edit.cells.forEach((row, down) => {
    row.forEach((content, right) => {
      if (content === null) return;
      const place = { row: edit.area.top + down, column: edit.area.left + right };
      // What stands there already is left as its program wrote it: words in bold, the text of an array formula.
      if (content.kind !== 'restore' || !isPutBack(cellNow(book, sheet, place), content))
        writeCell(book, sheet, edit.sheet, place, content);
      else if (content.unlinked === true) removeFileLink(book, sheet, edit.sheet, place);
      written += 1;
    });
  });
  renameHeadings(book, edit.sheet, edit.area);
  return written;
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
  switch (content.kind) {
    case 'empty':
      sheet.setCell(place, {});
      break;
    case 'text':
      setFormat(book, sheet, place, TEXT_FORMAT);
      sheet.setCell(place, textMarkup(book, content.text));
      break;
    case 'number':
      setFormat(book, sheet, place, content.format);
      sheet.setCell(place, { value: numberText(content.value) });
      break;
    case 'date':
      setFormat(book, sheet, place, content.format ?? DATE_FORMAT);
      sheet.setCell(place, { value: numberText(storedSerial(book, content.serial)) });
      break;
    case 'link':
      writeLink(book, sheet, sheetName, place, content);
      break;
    case 'restore':
      if (content.value === null && content.formula === undefined && wasNoCell(book, sheet, place, content.format)) {
        sheet.removeCell(place);
        break;
      }
      setFormat(book, sheet, place, content.format);
      sheet.setCell(place, restoredMarkup(book, content));
  }
}

/**
 * Whether a cell that is to be empty again may as well not be there: it has the looks of its row or column and no other, but for the number
 * format that was given to what was written. So a restored sheet has the cells it had, and needs no looks of its own.
 */
function wasNoCell(book: EditableBook, sheet: SheetPart, place: Place, format: string): boolean {
  return format === GENERAL && book.styles.differInFormatAlone(sheet.styleAt(place), sheet.styleOfNewCell(place));
}

function setFormat(book: EditableBook, sheet: SheetPart, place: Place, format: string): void {
  const style = sheet.styleAt(place);
  if (book.styles.formatOf(style) !== format) sheet.setStyle(place, book.styles.withFormat(style, format));
}

function textMarkup(book: EditableBook, text: string): CellMarkup {
  if (text === '') return {};
  if (text.length > MAX_TEXT)
    throw refusedEdit(`A text is longer than the ${MAX_TEXT.toLocaleString('en-GB')} characters a cell can hold.`);
  return { type: 's', value: book.strings.add(text) };
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw refusedEdit('A figure to write is not a number.');
  return String(value);
}

function storedSerial(book: EditableBook, serial: number): number {
  return book.date1904 ? serial - DAYS_TO_1904 : serial;
}

const ERRORS = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/;

function restoredMarkup(book: EditableBook, content: Extract<CellContent, { readonly kind: 'restore' }>): CellMarkup {
  const formula = content.formula?.replace(/^=/, '');
  const value = content.value;
  if (value === null) return { formula };
  if (typeof value === 'boolean') return { type: 'b', value: value ? '1' : '0', formula };
  if (typeof value === 'number') {
    return { value: numberText(isDateFormat(content.format) ? storedSerial(book, value) : value), formula };
  }
  if (ERRORS.test(value)) return { type: 'e', value, formula };
  return formula === undefined ? textMarkup(book, value) : { type: 'str', value, formula };
}

function writeLink(
  book: EditableBook,
  sheet: SheetPart,
  sheetName: string,
  place: Place,
  link: Extract<CellContent, { readonly kind: 'link' }>,
): void {
  setFormat(book, sheet, place, TEXT_FORMAT);
  sheet.setCell(place, textMarkup(book, link.text));
  const id = book.parts.relateFile(book.sheetPath(sheetName), fileAddress(link.target.path));
  sheet.setHyperlink(place, id, book.relationshipNamespace);
}

/** When a cell that linked to a file is written again, its link is removed; a link to the web, made by the user, stays. */
function removeFileLink(book: EditableBook, sheet: SheetPart, sheetName: string, place: Place): void {
  const written = sheet.hyperlinkAt(place);
  if (written === undefined) return;
  const path = book.sheetPath(sheetName);
  const id = prefixedAttribute(written, 'id');
  const link = id === undefined ? undefined : book.parts.relationshipWithId(path, id);
  if (link === undefined || filePath(link.target) === null) return;
  sheet.removeHyperlink(place);
  sheet.linksTakenOff.add(link.id);
}
