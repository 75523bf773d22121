import { areaHolds, type BookGrid, type Cell, EMPTY_CELL, gridOf, isDateFormat, type SheetGrid } from '../../../src/domain/grid';
import { type CellContent, cellsToMove, type Change, DATE_FORMAT, type Edit } from '../../../src/domain/workbook';

/**
 * Carries edits out over a plain grid: the smallest thing that behaves as the adapters must, so that reconcile can
 * be tested by doing what it says. Checks what each edit expects, and refuses what Excel refuses of tables.
 */
export function applyToBook(book: BookGrid, edits: readonly Edit[]): BookGrid {
  return edits.reduce(applyEdit, book);
}

export const editsOf = (changes: readonly Change[]): Edit[] => changes.map(({ edit }) => edit);

export const undosOf = (changes: readonly Change[]): Edit[] => [...changes].reverse().flatMap(({ undo }) => (undo === null ? [] : [undo]));

function applyEdit(book: BookGrid, edit: Edit): BookGrid {
  const sheet = book.sheets.find(({ name }) => name === edit.sheet);
  if (edit.type === 'add sheet') {
    return sheet === undefined ? { ...book, sheets: [...book.sheets, gridOf(edit.sheet, [], { visibility: edit.visibility })] } : book;
  }
  if (edit.type === 'remove sheet') return { ...book, sheets: book.sheets.filter(({ name }) => name !== edit.sheet) };
  if (sheet === undefined) throw new Error(`No sheet ${edit.sheet}`);
  const changed = editSheet(sheet, edit);
  return { ...book, sheets: book.sheets.map((one) => (one === sheet ? changed : one)) };
}

function editSheet(sheet: SheetGrid, edit: Exclude<Edit, { type: 'add sheet' | 'remove sheet' }>): SheetGrid {
  switch (edit.type) {
    case 'write cells':
      return writeCells(sheet, edit);
    case 'add table': {
      const tables = sheet.tables.filter(({ name }) => name !== edit.table);
      return { ...sheet, tables: [...tables, { name: edit.table, area: edit.area, hasHeader: true, hasTotals: false }] };
    }
    case 'remove table':
      return { ...sheet, tables: sheet.tables.filter(({ name }) => name !== edit.table) };
    case 'resize table': {
      if (edit.area.bottom <= edit.area.top) throw new Error('A table has one body row at least');
      return { ...sheet, tables: sheet.tables.map((table) => (table.name === edit.table ? { ...table, area: edit.area } : table)) };
    }
    case 'move comments': {
      const moves = cellsToMove(sheet.comments ?? [], edit.moves);
      const comments = sheet.comments?.map((one) => ({
        ...one,
        ...moves.find(({ from }) => from.row === one.row && from.column === one.column)?.to,
      }));
      return comments === undefined ? sheet : { ...sheet, comments };
    }
    case 'lay out':
    case 'add chart':
    case 'remove chart':
    case 'set printed columns':
    case 'set drop-downs':
      return sheet;
  }
}

function writeCells(sheet: SheetGrid, edit: Extract<Edit, { type: 'write cells' }>): SheetGrid {
  const rows = new Map<number, ReadonlyMap<number, Cell>>(sheet.rows);
  edit.cells.forEach((contents, down) => {
    const row = edit.area.top + down;
    const cells = new Map(rows.get(row));
    contents.forEach((content, across) => {
      if (content === null) return;
      const column = edit.area.left + across;
      if (!areaHolds(edit.area, { row, column })) throw new Error('Cells of another shape than the area');
      const before = cells.get(column) ?? EMPTY_CELL;
      const expected = edit.expected?.[down]?.[across];
      if (expected !== undefined && expected !== null && (expected.value !== before.value || expected.formula !== before.formula)) {
        throw new Error(`Expected ${String(expected.value)} at row ${row}, column ${column}, found ${String(before.value)}`);
      }
      const cell = cellOf(content);
      if (cell.kind === 'empty') cells.delete(column);
      else cells.set(column, cell);
    });
    if (cells.size === 0) rows.delete(row);
    else rows.set(row, cells);
  });
  return { ...sheet, rows };
}

function cellOf(content: CellContent): Cell {
  switch (content.kind) {
    case 'empty':
      return EMPTY_CELL;
    case 'text':
    case 'link':
      return { kind: 'text', value: content.text, text: content.text, format: '@' };
    case 'number':
      return { kind: 'number', value: content.value, text: String(content.value), format: content.format };
    case 'date':
      return { kind: 'number', value: content.serial, text: String(content.serial), format: content.format ?? DATE_FORMAT };
    case 'restore':
      return restored(content);
  }
}

function restored({ value, format, formula }: Extract<CellContent, { kind: 'restore' }>): Cell {
  const more = { format, ...(formula === undefined ? {} : { formula }) };
  if (value === null) return { kind: 'empty', value: null, text: '', ...more };
  if (typeof value === 'number') return { kind: 'number', value, text: isDateFormat(format) ? 'a date' : String(value), ...more };
  if (typeof value === 'boolean') return { kind: 'boolean', value, text: String(value), ...more };
  return { kind: 'text', value, text: value, ...more };
}
