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
import { type DecodingTables, type RawCell, decodeCell } from './cell-decoding';
import { FileRefusal } from '../file-refusal';
import { shiftFormula } from './formula-shift';
import { IndexedChildren } from '../package/indexed-children';
import {
  type Markup,
  childNamed,
  childrenNamed,
  element,
  localName,
  markupPieces,
  piecesAround,
  prefixedAttribute,
  textOf,
  writtenChild,
} from '../package/markup';
import type { WrittenPart } from '../package/package-parts';
import { refusedEdit } from './refused-edit';
import { type CellMarkup, type CellPart, type RowPart, WrittenCell, hasFormula, isBareRow, writtenRow } from './row-part';
import { WORKSHEET_ORDER, ensureChild, placeInOrder, prefixOf, removeChildren } from './schema-order';

/** A cell whose formula is one of a group that shares it; row and column are zero-based. */
interface SharedCell {
  readonly row: number;
  readonly column: number;
  readonly formula: Markup;
}

/** A worksheet part while it is changed. Rows and cells that are not touched keep their markup. */
export class SheetPart {
  private readonly rows = new Map<number, RowPart>();
  private readonly sheetData: Markup;
  /** Areas of array formulas, also dynamic ones, over several cells; Excel lets none of their cells be changed alone. */
  readonly arrays: Area[] = [];
  /** The hyperlinks by the cell they are on; null until one is asked for, and while the sheet has none. */
  private hyperlinks: IndexedChildren | null = null;
  /** The cells of each group that shares a formula, in their order; null until one is asked for. */
  private sharedFormulas: Map<string, SharedCell[]> | null = null;
  /** Styles that new cells take from their columns, by zero-based column, as far as they were asked for. */
  private readonly columnStyles = new Map<number, number>();
  /** Ids of relationships of which a hyperlink was taken off; other cells may have the same. */
  readonly linksTakenOff = new Set<string>();
  /** Whether a formula was changed or taken away, so that Excel must make a new order of calculation. */
  formulasChanged = false;

  constructor(readonly root: Markup) {
    this.sheetData = ensureChild(root, 'sheetData', WORKSHEET_ORDER);
    let row = -1;
    for (const markup of childrenNamed(this.sheetData, 'row')) {
      row = markup.attributes.has('r') ? Number(markup.attributes.get('r')) - 1 : row + 1;
      if (!Number.isInteger(row) || row < 0 || row > LAST_ROW) throw new FileRefusal('damaged');
      const cells = cellsOf(markup, row);
      this.rows.set(row, { markup, height: null, cells });
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
    const cell = this.rows.get(place.row)?.cells.get(place.column);
    return cell === undefined ? EMPTY_CELL : decodeCell({ ...this.rawCell(place, cell), style: this.styleAt(place) }, tables);
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
    const first = this.sharedCells(group).find((one) => textOf(one.formula) !== '');
    return first === undefined ? null : `=${shiftFormula(textOf(first.formula), place.row - first.row, place.column - first.column)}`;
  }

  /** The style of a cell that is there; else its row's, else its column's, as a new cell takes it. */
  styleAt(place: Place): number {
    const cell = this.rows.get(place.row)?.cells.get(place.column);
    if (cell === undefined) return this.styleOfNewCell(place);
    return cell instanceof WrittenCell ? (cell.style ?? 0) : Number(cell.attributes.get('s') ?? 0);
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
    return [...(this.rows.get(row)?.cells.keys() ?? [])];
  }

  hasCell({ row, column }: Place): boolean {
    return this.rows.get(row)?.cells.has(column) === true;
  }

  rowNumbers(): number[] {
    return [...this.rows.keys()];
  }

  /** Replaces what a cell holds and keeps its look. */
  setCell(place: Place, content: CellMarkup): void {
    const cell = this.cell(place);
    if (hasFormula(cell)) this.releaseFormula(cell);
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
    const cell = row?.cells.get(place.column);
    if (row === undefined || cell === undefined) return;
    if (hasFormula(cell)) this.releaseFormula(cell);
    row.cells.delete(place.column);
  }

  /** Before a formula is removed: the other cells of its group get their formulas in full, because this cell may hold the text they share. */
  private releaseFormula(cell: CellPart): void {
    this.formulasChanged = true;
    const group = cell instanceof WrittenCell ? undefined : childNamed(cell, 'f')?.attributes.get('si');
    if (group === undefined) return;
    const members = this.sharedCells(group);
    const first = members.find((one) => textOf(one.formula) !== '');
    if (first === undefined) return;
    const text = textOf(first.formula);
    for (const one of members) {
      one.formula.attributes.clear();
      one.formula.children = [shiftFormula(text, one.row - first.row, one.column - first.column)];
    }
    this.sharedFormulas?.delete(group);
  }

  /** Formulas are only taken out of a group, and then all at once, so that the groups are found once. */
  private sharedCells(group: string): readonly SharedCell[] {
    this.sharedFormulas ??= this.findSharedFormulas();
    return this.sharedFormulas.get(group) ?? [];
  }

  private findSharedFormulas(): Map<string, SharedCell[]> {
    const groups = new Map<string, SharedCell[]>();
    for (const [row, { cells }] of this.rows) {
      for (const [column, cell] of cells) {
        const formula = cell instanceof WrittenCell ? undefined : childNamed(cell, 'f');
        const group = formula?.attributes.get('si');
        if (formula === undefined || group === undefined) continue;
        const before = groups.get(group);
        if (before === undefined) groups.set(group, [{ row, column, formula }]);
        else before.push({ row, column, formula });
      }
    }
    return groups;
  }

  private cell(place: Place): CellPart {
    const { cells } = this.row(place.row);
    const before = cells.get(place.column);
    if (before !== undefined) return before;
    const style = this.styleOfNewCell(place);
    const made = new WrittenCell(style === 0 ? undefined : style);
    cells.set(place.column, made);
    return made;
  }

  private row(row: number): RowPart {
    const before = this.rows.get(row);
    if (before !== undefined) return before;
    const made: RowPart = { markup: null, height: null, cells: new Map() };
    this.rows.set(row, made);
    return made;
  }

  /** The markup of a row, for what is said of all of it. */
  rowMarkup(number: number): Markup {
    const row = this.row(number);
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

  hyperlinkAt(place: Place): Markup | undefined {
    if (this.hyperlinks === null) {
      const holder = childNamed(this.root, 'hyperlinks');
      if (holder === undefined) return undefined;
      this.hyperlinks = new IndexedChildren(holder, cellOfHyperlink);
    }
    return this.hyperlinks.withKey(a1(place))[0];
  }

  setHyperlink(place: Place, relationshipId: string, namespace: string): void {
    this.removeHyperlink(place);
    const link = this.make('hyperlink', { ref: a1(place), 'xmlns:r': namespace, 'r:id': relationshipId });
    this.hyperlinks ??= new IndexedChildren(this.child('hyperlinks'), cellOfHyperlink);
    this.hyperlinks.add(link);
  }

  /** The ids that hyperlinks refer to. */
  linkIds(): Set<string> {
    this.hyperlinks?.compact();
    const holder = childNamed(this.root, 'hyperlinks');
    return new Set(holder === undefined ? [] : childrenNamed(holder, 'hyperlink').flatMap((one) => prefixedAttribute(one, 'id') ?? []));
  }

  /** Its relationship is the caller's to remove. */
  removeHyperlink(place: Place): void {
    if (this.hyperlinkAt(place) === undefined || this.hyperlinks === null) return;
    this.hyperlinks.removeFirst(a1(place));
    if (!this.hyperlinks.isBare) return;
    this.hyperlinks.compact();
    this.hyperlinks = null;
    this.dropIfBare('hyperlinks');
  }

  dropIfBare(local: string): void {
    removeChildren(this.root, (child) => localName(child.name) === local && !child.children.some((one) => typeof one !== 'string'));
  }

  /** Splits column definitions so that one column has its own, and returns it. */
  column(column: number): Markup {
    this.columnStyles.clear();
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
    this.hyperlinks?.compact();
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
    for (const [number, row] of [...this.rows].sort(([a], [b]) => a - b)) if (!isBareRow(row)) yield writtenRow(row, number, prefix);
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

function cellOfHyperlink(child: Markup): string | undefined {
  return localName(child.name) === 'hyperlink' ? child.attributes.get('ref') : undefined;
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
