import { type Cell, EMPTY_CELL, LAST_COLUMN } from '../../../domain/grid';
import { FileRefusal } from '../file-refusal';
import { UNREADABLE, booleanCell, errorCell, numberCell, shownText } from '../xlsx/cell-decoding';
import { MarkCollector, type WorkbookMarks } from '../xlsx/cell-marks';
import type { CellBudget } from '../xlsx/sheet-reader';

/** Where a cell stands and how it looks, as its record says. */
export interface CellHead {
  readonly row: number;
  readonly column: number;
  readonly style: number;
  readonly format: string;
}

/** What a cell holds besides its value. */
interface CellExtras {
  readonly formula?: string;
  /** The index of its shared text. */
  readonly sharedText?: number;
  /** Whether a part of its own text is struck through. */
  readonly struck?: boolean;
}

const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

/** The cells of one sheet and their marks. */
export class CellCollector {
  readonly rows = new Map<number, Map<number, Cell>>();
  readonly marks: MarkCollector;

  constructor(
    private readonly budget: CellBudget,
    marks: WorkbookMarks,
    private readonly date1904: boolean,
  ) {
    this.marks = new MarkCollector(marks);
  }

  addText(head: CellHead, text: string, extras: CellExtras = {}): void {
    this.add(head, shownText(text, head.format), extras);
  }

  addSharedText(head: CellHead, cell: Cell, index: number): void {
    this.add(head, cell, { sharedText: index });
  }

  /** A number that is none, which no Excel writes, is shown as an error rather than left out. */
  addNumber(head: CellHead, number: number, extras: CellExtras = {}): void {
    const cell = Number.isFinite(number) ? numberCell(number, head.format, this.date1904) : errorCell('#NUM!', head.format);
    this.add(head, cell, extras);
  }

  addBoolean(head: CellHead, value: boolean, extras: CellExtras = {}): void {
    this.add(head, booleanCell(value, head.format), extras);
  }

  /** @param code an error's number ([MS-XLS] 2.5.10); one that is not known is an error all the same. */
  addError(head: CellHead, code: number, extras: CellExtras = {}): void {
    this.add(head, errorCell(ERRORS[code] ?? '#VALUE!', head.format), extras);
  }

  /** A cell whose value or style is not in the file. */
  addUnreadable(head: CellHead): void {
    this.add(head, errorCell(UNREADABLE, head.format), {});
  }

  addEmpty(head: CellHead, extras: CellExtras = {}): void {
    this.add(head, { ...EMPTY_CELL, format: head.format }, extras);
  }

  private add({ row, column, style }: CellHead, value: Cell, { formula, sharedText, struck }: CellExtras): void {
    if (column > LAST_COLUMN) throw new FileRefusal('damaged');
    const isEmpty = value.kind === 'empty' || value.text.trim() === '';
    this.marks.add(row, column, { style, isEmpty, sharedText: sharedText ?? null, struck: struck === true });
    if (value.kind === 'empty' && formula === undefined) return;
    this.budget.spend();
    const cells = this.rows.get(row) ?? new Map<number, Cell>();
    cells.set(column, formula === undefined ? value : { ...value, formula });
    this.rows.set(row, cells);
  }
}
