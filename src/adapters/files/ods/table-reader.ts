import { type Area, type Cell, type SheetGrid, LAST_COLUMN, LAST_ROW } from '../../../domain/grid';
import { FileRefusal } from '../file-refusal';
import { attributeOf } from '../package/markup';
import { MarkCollector, type WorkbookMarks } from '../xlsx/cell-marks';
import type { CellBudget } from '../xlsx/sheet-reader';
import { BesideCellsCounter } from './beside-cells-counter';
import { CellWords } from './cell-words';
import { odsCell } from './ods-cell';
import type { OdsStyles } from './ods-styles';

/** What one workbook's tables have in common. */
export interface TableContext {
  readonly styles: OdsStyles;
  readonly budget: CellBudget;
  readonly marks: WorkbookMarks;
}

/** Cells of one row that are alike; columns zero-based, `right` inclusive. */
interface Run {
  readonly left: number;
  readonly right: number;
  readonly style: number;
  readonly isEmpty: boolean;
  readonly struck: boolean;
}

/** A style for all cells of some columns that have none of their own; zero-based, `right` inclusive. */
interface ColumnStyle {
  readonly left: number;
  readonly right: number;
  readonly style: string | undefined;
}

/** Empty rows that are repeated more often are formatted to the end of the sheet, and their colours say nothing. */
const MOST_EMPTY_ROWS = 1000;

/** Elements whose words are not those of a cell: shapes, comments, notes and tables in tables. */
const NOT_OF_CELLS = /^(?:draw:|table:(?:table|shapes)$|office:(?:annotation|forms|event-listeners)$|text:(?:note|ruby-text)$)/;

/**
 * Follows the elements of one table of an OpenDocument file. Rows and cells are taken wherever they stand, in groups and among the heading rows too. Only
 * what is filled costs anything, however often an empty cell is repeated.
 */
export class TableReader {
  private readonly rows = new Map<number, ReadonlyMap<number, Cell>>();
  private readonly merges: Area[] = [];
  private readonly marks: MarkCollector;
  private readonly beside = new BesideCellsCounter();
  private readonly words = new CellWords();
  /** Default styles of columns, in their order. */
  private readonly columns: ColumnStyle[] = [];
  /** Those whose style is seen in empty cells too. */
  private readonly marked: ColumnStyle[] = [];
  /** How many elements are open whose words are no cell's. */
  private skipped = 0;
  private row = 0;
  private column = 0;
  private repeatedRow = 1;
  private rowStyle: string | undefined;
  private cells = new Map<number, Cell>();
  private runs: Run[] = [];
  private spans: Area[] = [];
  /** Attributes of the open cell; null outside. */
  private cell: string | null = null;
  private struck = false;

  /** @param name of the table; @param raw its attributes. */
  constructor(
    private readonly name: string,
    private readonly raw: string,
    private readonly context: TableContext,
  ) {
    this.marks = new MarkCollector(context.marks);
  }

  open(local: string, raw: string, name: string): void {
    this.beside.open(local, name);
    if (this.skipped > 0 || NOT_OF_CELLS.test(name)) this.skipped += 1;
    else if (this.cell !== null) this.openInCell(name, raw);
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.beginCell(raw);
    else if (name === 'table:table-row') this.beginRow(raw);
    else if (name === 'table:table-column') this.addColumns(raw);
  }

  text(text: string): void {
    if (this.skipped === 0 && this.cell !== null) this.words.text(text);
  }

  close(name: string): void {
    this.beside.close(name);
    if (this.skipped > 0) this.skipped -= 1;
    else if (name === 'table:table-cell') this.endCell(false);
    else if (name === 'table:covered-table-cell') this.endCell(true);
    else if (name === 'table:table-row') this.endRow();
    else this.words.close(name);
  }

  grid(): SheetGrid {
    const { name, rows, merges } = this;
    const marks = this.marks.collected();
    return {
      ...{ id: name, name, rows, merges, tables: [], besideCells: this.beside.counted },
      visibility: this.context.styles.isHiddenTable(attributeOf(this.raw, 'table:style-name')) ? 'hidden' : 'visible',
      isProtected: attributeOf(this.raw, 'table:protected') === 'true',
      ...(marks === null ? {} : { marks }),
    };
  }

  private openInCell(name: string, raw: string): void {
    const style = name === 'text:span' ? attributeOf(raw, 'text:style-name') : undefined;
    if (style !== undefined && this.context.styles.isStruck(style)) this.struck = true;
    this.words.open(name, raw);
  }

  private addColumns(raw: string): void {
    const left = (this.columns.at(-1)?.right ?? -1) + 1;
    const style = attributeOf(raw, 'table:default-cell-style-name');
    const columns = { left, right: left + repeated(raw, 'columns') - 1, style };
    this.columns.push(columns);
    if (this.context.marks.markOf(this.context.styles.cell(style).index) !== null) this.marked.push(columns);
  }

  private beginRow(raw: string): void {
    this.repeatedRow = repeated(raw, 'rows');
    this.rowStyle = attributeOf(raw, 'table:default-cell-style-name');
    this.column = 0;
    this.cells = new Map();
    this.runs = [];
    this.spans = [];
  }

  private beginCell(raw: string): void {
    this.cell = raw;
    this.struck = false;
    this.words.clear();
  }

  /** A covered cell lies under a merge: what it holds is not shown. */
  private endCell(isCovered: boolean): void {
    const raw = this.cell ?? '';
    this.cell = null;
    const last = Math.min(this.column + repeated(raw, 'columns') - 1, LAST_COLUMN);
    const own = attributeOf(raw, 'table:style-name') ?? this.rowStyle;
    const written = { raw, shown: isCovered ? null : this.words.shown };
    const isBlank = isCovered || (written.shown === null && !/office:value|table:formula|value-type/.test(raw));
    for (const { left, right, style } of this.stretches(last, own, isBlank)) {
      this.put(left, right, isBlank ? null : odsCell(written, this.context.styles.cell(style)), style);
    }
    if (!isBlank && this.column > LAST_COLUMN) throw new FileRefusal('damaged');
    if (!isCovered) this.span(raw);
    this.column += repeated(raw, 'columns');
  }

  /**
   * The columns of the cell that ends, in stretches of one style: its own, else those of the columns. An empty cell whose style is not seen has none.
   * @param last the cell's last column.
   */
  private stretches(last: number, own: string | undefined, isBlank: boolean): ColumnStyle[] {
    if (own !== undefined) return this.column > last ? [] : [{ left: this.column, right: last, style: own }];
    const [columns, stretches]: [ColumnStyle[], ColumnStyle[]] = [isBlank ? this.marked : this.columns, []];
    let next = this.column;
    if (isBlank && this.marks.isFull) return [];
    for (let at = firstEndingFrom(columns, next); at < columns.length && next <= last; at += 1) {
      const { left = 0, right = 0, style } = columns[at] ?? {};
      if (left > last) break;
      stretches.push({ left: Math.max(left, next), right: Math.min(right, last), style });
      next = right + 1;
    }
    if (!isBlank && next <= last) stretches.push({ left: next, right: last, style: undefined });
    return stretches;
  }

  private put(left: number, right: number, cell: Cell | null, style: string | undefined): void {
    const isEmpty = cell === null || cell.text.trim() === '';
    this.runs.push({ left, right, isEmpty, struck: this.struck, style: this.context.styles.cell(style).index });
    if (cell === null || (cell.kind === 'empty' && cell.formula === undefined)) return;
    this.context.budget.spend((right - left + 1) * this.repeatedRow);
    for (let column = left; column <= right; column += 1) this.cells.set(column, cell);
  }

  private span(raw: string): void {
    const [wide, high] = [spanned(raw, 'columns'), spanned(raw, 'rows')];
    if (wide === 1 && high === 1) return;
    const [left, top] = [this.column, this.row];
    if (left > LAST_COLUMN || top > LAST_ROW) return;
    this.context.budget.spend(this.repeatedRow);
    this.spans.push({ left, top, right: Math.min(left + wide - 1, LAST_COLUMN), bottom: Math.min(top + high - 1, LAST_ROW) });
  }

  private endRow(): void {
    const beyond = this.row + this.repeatedRow;
    if (this.cells.size > 0) {
      if (this.row > LAST_ROW) throw new FileRefusal('damaged');
      // Rows that are repeated share their cells, so that a column filled to the end of the sheet costs little.
      for (let row = this.row; row < Math.min(beyond, LAST_ROW + 1); row += 1) this.rows.set(row, this.cells);
    }
    if (this.cells.size > 0 || this.repeatedRow <= MOST_EMPTY_ROWS) this.markRow(Math.min(beyond, LAST_ROW + 1));
    for (let row = this.row; this.spans.length > 0 && row < Math.min(beyond, LAST_ROW + 1); row += 1) {
      this.merges.push(...this.spans.map((area) => ({ ...area, top: row, bottom: Math.min(row + area.bottom - area.top, LAST_ROW) })));
    }
    this.row = beyond;
  }

  /** @param beyond the row after the last one that this row stands for. */
  private markRow(beyond: number): void {
    const seen = this.runs.filter(({ style, struck }) => struck || this.context.marks.markOf(style) !== null);
    for (let row = this.row; seen.length > 0 && row < beyond && !this.marks.isFull; row += 1) {
      for (const run of seen) this.marks.add(row, run.left, { ...run, sharedText: null }, run.right);
    }
  }
}

/** The index of the first stretch that ends at a column or behind it. */
function firstEndingFrom(stretches: readonly ColumnStyle[], column: number): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.right ?? 0) < column) low = middle + 1;
    else high = middle;
  }
  return low;
}

function repeated(raw: string, what: 'rows' | 'columns'): number {
  return positive(attributeOf(raw, `table:number-${what}-repeated`));
}

function spanned(raw: string, what: 'rows' | 'columns'): number {
  return positive(attributeOf(raw, `table:number-${what}-spanned`));
}

function positive(written: string | undefined): number {
  const count = Number(written ?? 1);
  return Number.isSafeInteger(count) && count > 1 ? count : 1;
}
