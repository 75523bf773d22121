import { type Area, type Cell, GENERAL, LAST_COLUMN, LAST_ROW } from '../../../domain/grid';
import { FileRefusal } from '../file-refusal';
import type { ByteView } from '../xls/byte-view';
import { type CellHead, CellCollector } from '../xls/cell-collector';
import { CALCULATED, numberOfRk } from '../xls/sheet-reader';
import { isStyled, shownText } from '../xlsx/cell-decoding';
import { WorkbookMarks } from '../xlsx/cell-marks';
import type { CellBudget } from '../xlsx/sheet-reader';
import { type BinaryRecord, binaryRecords, RECORD, wideText } from './binary-records';

/** What the cells of all sheets refer to. */
export interface BinaryTables {
  /** The shared texts; null where the workbook has no part for them. */
  readonly strings: readonly string[] | null;
  /** Number formats by cell style; null where the workbook has no part for them. */
  readonly formats: readonly string[] | null;
  readonly date1904: boolean;
}

interface BinarySheet {
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, Cell>>;
  readonly merges: readonly Area[];
  readonly isProtected: boolean;
}

/** Where the value of a cell begins: behind its column and its style. */
const VALUE = 8;

/** Reads a worksheet part; throws a `FileRefusal`. */
export function readBinarySheet(bytes: Uint8Array, tables: BinaryTables, budget: CellBudget): BinarySheet {
  // No looks of cells are read from these files.
  const cells = new CellCollector(budget, new WorkbookMarks([], new Set()), tables.date1904);
  const merges: Area[] = [];
  let row = 0;
  let isProtected = false;
  for (const { kind, data } of binaryRecords(bytes, 'worksheet')) {
    if (kind === RECORD.row) row = rowOf(data);
    else if (kind === RECORD.merge) merges.push(mergeOf(data));
    else if (kind === RECORD.sheetProtection) isProtected = data.u32(2) !== 0;
    else if (kind <= RECORD.formulaError || kind === RECORD.richText)
      addCell(cells, headOf(data, row, tables.formats), { kind, data }, tables);
  }
  const severalCells = merges.filter(({ top, bottom, left, right }) => top !== bottom || left !== right);
  return { rows: cells.rows, merges: severalCells, isProtected };
}

function mergeOf(data: ByteView): Area {
  const area = { top: data.u32(0), bottom: data.u32(4), left: data.u32(8), right: data.u32(12) };
  const isOnSheet = area.top <= area.bottom && area.bottom <= LAST_ROW && area.left <= area.right && area.right <= LAST_COLUMN;
  if (!isOnSheet) throw new FileRefusal('damaged');
  return area;
}

function rowOf(data: ByteView): number {
  const row = data.u32(0);
  if (row > LAST_ROW) throw new FileRefusal('damaged');
  return row;
}

function headOf(data: ByteView, row: number, formats: BinaryTables['formats']): CellHead {
  const style = data.u32(4) & 0xffffff;
  return { row, column: data.u32(0), style, format: formats?.[style] ?? GENERAL };
}

function addCell(cells: CellCollector, head: CellHead, { kind, data }: BinaryRecord, { strings, formats }: BinaryTables): void {
  const extras = kind >= RECORD.formulaText && kind <= RECORD.formulaError ? CALCULATED : {};
  switch (kind) {
    case RECORD.rk:
      addNumber(cells, head, numberOfRk(data.i32(VALUE)), extras, formats);
      break;
    case RECORD.error:
    case RECORD.formulaError:
      cells.addError(head, data.u8(VALUE), extras);
      break;
    case RECORD.boolean:
    case RECORD.formulaBoolean:
      cells.addBoolean(head, data.u8(VALUE) !== 0, extras);
      break;
    case RECORD.number:
    case RECORD.formulaNumber:
      addNumber(cells, head, data.f64(VALUE), extras, formats);
      break;
    case RECORD.text:
    case RECORD.formulaText:
      cells.addText(head, wideText(data, VALUE).text, extras);
      break;
    case RECORD.sharedText:
      addSharedText(cells, head, data.u32(VALUE), strings);
      break;
    case RECORD.richText:
      // Behind a byte that says what follows the text.
      cells.addText(head, wideText(data, VALUE + 1).text);
      break;
  }
}

/** A number whose style is not in the file may be a date, so it is not read; see the reader of .xlsx. */
function addNumber(cells: CellCollector, head: CellHead, value: number, extras: object, formats: BinaryTables['formats']): void {
  if (isStyled(head.style, formats)) cells.addNumber(head, value, extras);
  else cells.addUnreadable(head);
}

function addSharedText(cells: CellCollector, head: CellHead, index: number, strings: readonly string[] | null): void {
  if (strings === null) throw new FileRefusal('damaged');
  const text = strings[index];
  if (text === undefined) cells.addUnreadable(head);
  else cells.addSharedText(head, shownText(text, head.format), index);
}
