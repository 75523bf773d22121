import {
  type Area,
  type Cell,
  EMPTY_CELL,
  LAST_COLUMN,
  LAST_ROW,
  type Place,
  a1,
  areaA1,
  areasOverlap,
  parseA1,
  parseArea,
} from '../../../domain/grid';
import type { CellContent } from '../../../domain/workbook';
import { type DecodingTables, type RawCell, decodeCell } from './cell-decoding';
import { FileRefusal } from '../file-refusal';
import {
  type Markup,
  childNamed,
  childrenNamed,
  element,
  localName,
  markupPieces,
  piecesAround,
  textOf,
  writtenChild,
} from '../package/markup';
import type { WrittenPart } from '../package/package-parts';
import { refusedEdit } from './refused-edit';
import {
  type CellMaker,
  type CellMarkup,
  type CellPart,
  type PlannedCells,
  type RowPart,
  WrittenCell,
  cellsOfRow,
  hasFormula,
  isBareRow,
  isPlanned,
  styleOf,
  writtenRow,
} from './row-part';
import { WORKSHEET_ORDER, ensureChild, placeInOrder, prefixOf, removeChildren } from './schema-order';
import type { NewCells } from './file-content';
import { SharedFormulas } from './shared-formulas';
import { SheetHyperlinks } from './sheet-hyperlinks';

const NONE_PLANNED: readonly PlannedCells[] = [];

/** A cell with its style and what it shows, which is worked out when it is asked for. */
export interface ShownCell {
  /** Zero-based. */
  readonly column: number;
  readonly style: number;
  text(): string;
}

/** A worksheet part while it is changed. Rows and cells that are not touched keep their markup. */
export class SheetPart {
  private readonly rows = new Map<number, RowPart>();
  private readonly sheetData: Markup;
  /** Areas of array formulas, also dynamic ones, over several cells; Excel lets none of their cells be changed alone. */
  readonly arrays: Area[] = [];
  readonly hyperlinks = new SheetHyperlinks(this);
  private readonly sharedFormulas = new SharedFormulas(this.rows);
  /** Styles that new cells take from their columns, by zero-based column, as far as they were asked for. */
  private readonly columnStyles = new Map<number, number>();
  /** Whether a formula was changed or taken away, so that Excel must make a new order of calculation. */
  formulasChanged = false;

  constructor(
    readonly root: Markup,
    private readonly newCells: NewCells,
  ) {
    this.sheetData = ensureChild(root, 'sheetData', WORKSHEET_ORDER);
    let row = -1;
    for (const markup of childrenNamed(this.sheetData, 'row')) {
      row = markup.attributes.has('r') ? Number(markup.attributes.get('r')) - 1 : row + 1;
      if (!Number.isInteger(row) || row < 0 || row > LAST_ROW) throw new FileRefusal('damaged');
      const cells = cellsOf(markup, row);
      this.rows.set(row, { markup, height: null, cells, planned: NONE_PLANNED });
      for (const cell of cells.values()) this.noteArray(childNamed(cell, 'f'));
    }
  }

  private noteArray(formula: Markup | undefined): void {
    if (formula?.attributes.get('t') !== 'array') return;
    const area = parseArea(formula.attributes.get('ref') ?? '');
    if (area !== null && (area.top < area.bottom || area.left < area.right)) this.arrays.push(area);
  }

  make(
    local: string,
    attributes: Readonly<Record<string, string | number | undefined>> = {},
    children: readonly (Markup | string)[] = [],
  ): Markup {
    return element(prefixOf(this.root) + local, attributes, children);
  }

  child(local: string): Markup {
    return ensureChild(this.root, local, WORKSHEET_ORDER);
  }

  /** Adds a child in its place among those of the sheet. */
  place(child: Markup): void {
    placeInOrder(this.root, child, WORKSHEET_ORDER);
  }

  get isProtected(): boolean {
    return /^(1|true)$/i.test(childNamed(this.root, 'sheetProtection')?.attributes.get('sheet') ?? '');
  }

  cellAt(place: Place, tables: DecodingTables): Cell {
    const cell = this.partAt(place);
    return cell === undefined ? EMPTY_CELL : decodeCell({ ...this.rawCell(place, cell), style: this.styleAt(place) }, tables);
  }

  private partAt({ row, column }: Place): CellPart | undefined {
    const part = this.rows.get(row);
    if (part !== undefined && isPlanned(part, column, column)) this.makePlanned(part, row);
    return part?.cells?.get(column);
  }

  /** Makes cells of what was only planned, before one of them is looked at or changed. */
  private makePlanned(part: RowPart, row: number): void {
    if (part.planned.length === 0) return;
    part.cells = new Map(cellsOfRow(part, this.makerOf(row)));
    part.planned = NONE_PLANNED;
  }

  private makerOf(row: number): CellMaker {
    return (content, column, value) => this.newCells.again(content, this.styleOfNewCell({ row, column }), value);
  }

  /** Whether no cell is at zero-based columns of a row, both inclusive. */
  isFree(row: number, left: number, right: number): boolean {
    const part = this.rows.get(row);
    if (part === undefined) return true;
    for (const column of part.cells?.keys() ?? []) if (column >= left && column <= right) return false;
    return !isPlanned(part, left, right);
  }

  /**
   * Writes contents where no cell is; none of them puts something back. Their texts and looks are counted among those of the workbook at once, in
   * their order. @param left zero-based column of the first.
   */
  plan(row: number, left: number, contents: readonly (CellContent | null)[]): void {
    const part = this.row(row);
    const values = contents.map((content, at) => {
      return content === null ? undefined : this.newCells.make(content, this.styleOfNewCell({ row, column: left + at })).value;
    });
    part.planned = [...part.planned, { left, contents, values }];
  }

  private rawCell(place: Place, cell: CellPart): Omit<RawCell, 'style'> {
    if (cell instanceof WrittenCell) {
      const { type = 'n', value, formula } = cell;
      return { type, value: value === undefined ? null : String(value), formula: formula === undefined ? null : `=${formula}` };
    }
    const type = cell.attributes.get('t') ?? 'n';
    const holder = childNamed(cell, type === 'inlineStr' ? 'is' : 'v');
    return { type, value: holder === undefined ? null : textOf(holder), formula: this.formulaAt(place, cell) };
  }

  private formulaAt(place: Place, cell: Markup): string | null {
    const formula = childNamed(cell, 'f');
    if (formula === undefined) return null;
    const group = formula.attributes.get('t') === 'shared' ? formula.attributes.get('si') : undefined;
    const own = textOf(formula);
    if (group === undefined || own !== '') return `=${own}`;
    const shared = this.sharedFormulas.textAt(group, place);
    return shared === null ? null : `=${shared}`;
  }

  /** Style and shown text of every cell of a row by zero-based column. @param tables for decoding, by style. */
  *shownIn(row: number, tables: (style: number) => DecodingTables): Generator<ShownCell, void> {
    const part = this.rows.get(row);
    if (part === undefined) return;
    for (const [column, cell] of part.cells ?? []) {
      const style = styleOf(cell);
      yield { column, style, text: () => this.cellAt({ row, column }, tables(style)).text };
    }
    for (const { left, contents } of part.planned) {
      for (const [at, content] of contents.entries()) {
        if (content === null) continue;
        const column = left + at;
        const style = this.newCells.styleOf(content, this.styleOfNewCell({ row, column }));
        // A planned text is one under the format of texts, which shows it as it is.
        yield { column, style, text: () => ('text' in content ? content.text : this.cellAt({ row, column }, tables(style)).text) };
      }
    }
  }

  /** The style of a cell that is there; else its row's, else its column's, as a new cell takes it. */
  styleAt(place: Place): number {
    const cell = this.partAt(place);
    if (cell === undefined) return this.styleOfNewCell(place);
    return styleOf(cell);
  }

  /** What a cell gets that is not there yet. */
  styleOfNewCell(place: Place): number {
    const row = this.rows.get(place.row)?.markup;
    const own = row?.attributes.get('customFormat') === '1' ? row.attributes.get('s') : undefined;
    return own === undefined ? this.columnStyle(place.column) : Number(own);
  }

  private columnStyle(column: number): number {
    const known = this.columnStyles.get(column);
    if (known !== undefined) return known;
    const columns = childNamed(this.root, 'cols');
    const covering = columns === undefined ? undefined : childrenNamed(columns, 'col').find((one) => columnHolds(one, column));
    const style = Number(covering?.attributes.get('style') ?? 0);
    this.columnStyles.set(column, style);
    return style;
  }

  setStyle(place: Place, style: number): void {
    const cell = this.cell(place);
    if (cell instanceof WrittenCell) cell.style = style;
    else cell.attributes.set('s', String(style));
  }

  /** Columns of a row that have a cell, written or only styled. */
  columnsIn(row: number): number[] {
    const part = this.rows.get(row);
    return part === undefined ? [] : [...cellsOfRow(part, this.makerOf(row))].map(([column]) => column);
  }

  hasCell(place: Place): boolean {
    return this.partAt(place) !== undefined;
  }

  rowNumbers(): number[] {
    return [...this.rows.keys()];
  }

  /** Replaces what a cell holds and keeps its look. */
  setCell(place: Place, content: CellMarkup): void {
    const cell = this.cell(place);
    this.releaseFormula(cell);
    if (cell instanceof WrittenCell) cell.hold(content);
    else this.setMarkup(cell, content);
    if (content.formula !== undefined) this.formulasChanged = true;
  }

  private setMarkup(cell: Markup, content: CellMarkup): void {
    cell.children = [];
    for (const gone of ['t', 'cm', 'vm', 'ph']) cell.attributes.delete(gone);
    if (content.type !== undefined) cell.attributes.set('t', content.type);
    if (content.formula !== undefined) cell.children.push(this.make('f', {}, [content.formula]));
    if (content.value !== undefined) cell.children.push(this.make('v', {}, [String(content.value)]));
  }

  /** Takes a cell out. A row without cells is left out when the part is finished, unless it has a height or looks. */
  removeCell(place: Place): void {
    const row = this.rows.get(place.row);
    const cell = this.partAt(place);
    if (row === undefined || cell === undefined) return;
    this.releaseFormula(cell);
    row.cells?.delete(place.column);
  }

  private releaseFormula(cell: CellPart): void {
    if (!hasFormula(cell)) return;
    this.formulasChanged = true;
    this.sharedFormulas.release(cell);
  }

  private cell(place: Place): CellPart {
    const before = this.partAt(place);
    if (before !== undefined) return before;
    const made = this.newCells.make({ kind: 'empty' }, this.styleOfNewCell(place));
    const row = this.row(place.row);
    row.cells ??= new Map();
    row.cells.set(place.column, made);
    return made;
  }

  private row(row: number): RowPart {
    const before = this.rows.get(row);
    if (before !== undefined) return before;
    const made: RowPart = { markup: null, height: null, cells: null, planned: NONE_PLANNED };
    this.rows.set(row, made);
    return made;
  }

  /** The markup of a row, for what is said of all of it. */
  rowMarkup(number: number): Markup {
    const row = this.row(number);
    // What new cells get may be changed by it.
    this.makePlanned(row, number);
    row.markup ??= this.make('row', { r: number + 1, ht: row.height ?? undefined });
    return row.markup;
  }

  /** Sets the height of a row in points, null for the standard one. A row whose height was set by hand is left. */
  fitHeight(number: number, points: number | null): void {
    const row = this.row(number);
    if (row.markup === null) row.height = points;
    else if (points === null) row.markup.attributes.delete('ht');
    else row.markup.attributes.set('ht', String(points));
  }

  hasOwnHeight(row: number): boolean {
    return this.rows.get(row)?.markup?.attributes.get('customHeight') === '1';
  }

  dropIfBare(local: string): void {
    removeChildren(this.root, (child) => localName(child.name) === local && !child.children.some((one) => typeof one !== 'string'));
  }

  /** Splits column definitions so that one column has its own, and returns it. */
  column(column: number): Markup {
    this.columnStyles.clear();
    for (const [number, row] of this.rows) this.makePlanned(row, number);
    const columns = this.child('cols');
    const covering = childrenNamed(columns, 'col').find((one) => columnHolds(one, column));
    const number = column + 1;
    const made = this.make('col', { ...Object.fromEntries(covering?.attributes ?? []), min: number, max: number });
    const pieces = covering === undefined ? [made] : splitColumn(covering, number, made);
    removeChildren(columns, (child) => child === covering);
    columns.children.push(...pieces);
    columns.children.sort((a, b) => minOf(a) - minOf(b));
    return made;
  }

  /** The whole part, rows and cells in order. Nothing may be changed after it. */
  finished(): WrittenPart {
    this.hyperlinks.finish();
    removeChildren(this.root, (child) => localName(child.name) === 'dimension');
    return { pieces: () => markupPieces(this.root, this.pieces()) };
  }

  private *pieces(): Generator<string, void> {
    for (const child of this.root.children) {
      if (child === this.sheetData) yield* piecesAround(child, this.rowPieces());
      else yield writtenChild(child);
    }
  }

  private *rowPieces(): Generator<string, void> {
    const prefix = prefixOf(this.root);
    for (const [number, row] of [...this.rows].sort(([a], [b]) => a - b))
      if (!isBareRow(row)) yield writtenRow(row, number, prefix, this.makerOf(number));
  }

  /** Merged cells that an area touches; null when there are none. Excel repairs a sheet whose merges overlap each other or a table. */
  mergeOver(area: Area): Area | null {
    const merges = childrenNamed(childNamed(this.root, 'mergeCells') ?? element(''), 'mergeCell');
    return merges.flatMap((merge) => parseArea(merge.attributes.get('ref') ?? '') ?? []).find((merge) => areasOverlap(merge, area)) ?? null;
  }

  addMerge(area: Area): void {
    const merges = this.child('mergeCells');
    const reference = areaA1(area);
    if (childrenNamed(merges, 'mergeCell').some((merge) => merge.attributes.get('ref') === reference)) return;
    const over = this.mergeOver(area);
    if (over !== null) throw refusedEdit(`The cells ${reference} cannot be merged, because ${areaA1(over)} are merged already.`);
    merges.children.push(this.make('mergeCell', { ref: reference }));
    merges.attributes.set('count', String(childrenNamed(merges, 'mergeCell').length));
  }
}

function cellsOf(row: Markup, number: number): Map<number, Markup> {
  const cells = new Map<number, Markup>();
  let column = -1;
  for (const cell of childrenNamed(row, 'c')) {
    const address = cell.attributes.get('r');
    const place = address === undefined ? { row: number, column: column + 1 } : parseA1(address);
    if (place === null || place.column > LAST_COLUMN) throw new FileRefusal('damaged');
    column = place.column;
    cell.attributes.set('r', a1({ row: number, column }));
    cells.set(column, cell);
  }
  return cells;
}

function columnHolds(markup: Markup, column: number): boolean {
  return Number(markup.attributes.get('min')) <= column + 1 && Number(markup.attributes.get('max')) >= column + 1;
}

function minOf(child: Markup | string): number {
  return typeof child === 'string' ? 0 : Number(child.attributes.get('min'));
}

function splitColumn(covering: Markup, number: number, middle: Markup): Markup[] {
  const piece = (min: number, max: number): Markup[] =>
    min > max ? [] : [element(covering.name, { ...Object.fromEntries(covering.attributes), min, max })];
  const min = Number(covering.attributes.get('min'));
  const max = Number(covering.attributes.get('max'));
  return [...piece(min, number - 1), middle, ...piece(number + 1, max)];
}
