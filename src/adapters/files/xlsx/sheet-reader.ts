import { type Area, type Cell, type SheetMarks, columnIndex, LAST_COLUMN, LAST_ROW, parseA1, parseArea } from '../../../domain/grid';
import { isStrike, MarkCollector, type WorkbookMarks } from './cell-marks';
import { type DecodingTables, decodeCell, type RawCell } from './cell-decoding';
import { FileRefusal } from '../file-refusal';
import { type FormulaPieces, formulaPieces, shiftFormula } from './formula-shift';
import { attributeOf, decoded, prefixedAttributeOf, scanMarkup } from '../package/markup';

/** A worksheet part as read: only the cells that are written in it, whatever rectangle it declares. */
export interface SheetRead {
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, Cell>>;
  readonly merges: readonly Area[];
  readonly isProtected: boolean;
  /** Hyperlinks of single cells, by the cell's address: the id of the relationship that holds their target. */
  readonly linkIds: ReadonlyMap<string, string>;
  /** Absent where there are more than can be kept. */
  readonly marks?: SheetMarks;
}

/** Counts the filled cells of one workbook, all sheets together; more than the limit could exhaust the pane's memory. */
export class CellBudget {
  private left = 5_000_000;
  /** Characters of formulas that are written once and hold for many cells, each of which then has its own. */
  private formulaLeft = 4_000_000;

  spend(cells = 1): void {
    this.left -= cells;
    if (this.left < 0) throw new FileRefusal('too many cells');
  }

  /** Whether there is room for a formula of so many characters. */
  spendFormula(characters: number): boolean {
    this.formulaLeft -= characters;
    return this.formulaLeft >= 0;
  }
}

interface SharedFormula {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Null until another cell needs it. */
  pieces: FormulaPieces | null;
}

export function readSheet(xml: string, tables: DecodingTables, budget: CellBudget, marks: WorkbookMarks): SheetRead {
  const collector = new MarkCollector(marks);
  const reader = new SheetReader(tables, budget, collector);
  scanMarkup(xml, reader);
  if (!reader.isWorksheet) throw new FileRefusal('damaged');
  const collected = collector.collected();
  const { rows, merges, isProtected, linkIds } = reader;
  return { rows, merges, isProtected, linkIds, ...(collected === null ? {} : { marks: collected }) };
}

const LETTER_C = 99;
/** A cell as most programs write it: its address, style and type, and one value without a formula. */
const PLAIN_CELL =
  /<c r="([A-Z]{1,3})([1-9]\d{0,6})"(?: s="(\d{1,6})")?(?: t="(?:(s|n|b|str|e)|(inlineStr))")?(?:\/>|>(?:<v>([^<&]+)<\/v>|<is><t(?: xml:space="preserve")?>([^<]+)<\/t><\/is>)<\/c>)/y;

/** Follows the elements of a worksheet part; rows and cells without an address follow the one before. */
class SheetReader {
  readonly rows = new Map<number, Map<number, Cell>>();
  readonly merges: Area[] = [];
  readonly linkIds = new Map<string, string>();
  isProtected = false;
  isWorksheet = false;
  private row = -1;
  private column = -1;
  private type = 'n';
  private style = 0;
  private value: string | null = null;
  private formula: string | null = null;
  /** Attributes of the cell's `f`; null when it has none. */
  private formulaAttributes: string | null = null;
  private inCell = false;
  private taking: 'v' | 'f' | 't' | null = null;
  private inPhonetic = false;
  private inInline = false;
  private struck = false;
  private readonly shared = new Map<string, SharedFormula>();
  /** Cells of shared texts by style and text: a text that stands in many places is one cell. */
  private readonly textCells = new Map<number, Cell[]>();

  constructor(
    private readonly tables: DecodingTables,
    private readonly budget: CellBudget,
    private readonly marks: MarkCollector,
  ) {}

  open(local: string, raw: string): void {
    if (this.inCell) this.openInCell(local, raw);
    else if (local === 'c') this.beginCell(raw);
    else if (local === 'row') this.beginRow(raw);
    else if (local === 'worksheet') this.isWorksheet = true;
    else if (local === 'mergeCell') this.addMerge(attributeOf(raw, 'ref') ?? '');
    else if (local === 'hyperlink') this.addLink(raw);
    else if (local === 'sheetProtection') this.isProtected = /^(1|true)$/i.test(attributeOf(raw, 'sheet') ?? '');
  }

  text(text: string): void {
    if (this.taking === 'f') this.formula = (this.formula ?? '') + text;
    else if (this.taking !== null) this.value = (this.value ?? '') + text;
  }

  close(local: string): void {
    if (!this.inCell) return;
    if (local === 'c') this.endCell();
    else if (local === 'rPh') this.inPhonetic = false;
    else if (local === 'is') this.inInline = false;
    else if (local === 'v' || local === 'f' || local === 't') this.taking = null;
  }

  takeWhole(xml: string, at: number): number {
    if (this.inCell || xml.charCodeAt(at + 1) !== LETTER_C) return -1;
    PLAIN_CELL.lastIndex = at;
    const found = PLAIN_CELL.exec(xml);
    if (found === null) return -1;
    const [, letters = '', number, style, type = 'n', inline, value, text] = found;
    const column = columnIndex(letters);
    const row = Number(number) - 1;
    if (column === null || row > LAST_ROW || (inline === undefined) !== (text === undefined)) return -1;
    this.row = row;
    this.column = column;
    const raw = { style: Number(style ?? 0), formula: null };
    if (text === undefined) this.addCell({ ...raw, type, value: value ?? null }, false);
    else this.addCell({ ...raw, type: 'inlineStr', value: decoded(text) }, false);
    return PLAIN_CELL.lastIndex;
  }

  private beginRow(raw: string): void {
    const written = attributeOf(raw, 'r');
    this.row = written === undefined ? this.row + 1 : Number(written) - 1;
    this.column = -1;
    if (!Number.isInteger(this.row) || this.row < 0 || this.row > LAST_ROW) throw new FileRefusal('damaged');
  }

  private beginCell(raw: string): void {
    const address = attributeOf(raw, 'r');
    const place = address === undefined ? { row: this.row, column: this.column + 1 } : parseA1(address);
    if (place === null || place.row < 0 || place.column > LAST_COLUMN) throw new FileRefusal('damaged');
    this.row = place.row;
    this.column = place.column;
    this.type = attributeOf(raw, 't') ?? 'n';
    this.style = Number(attributeOf(raw, 's') ?? 0);
    this.value = null;
    this.formula = null;
    this.formulaAttributes = null;
    this.struck = false;
    this.inInline = false;
    this.inPhonetic = false;
    this.inCell = true;
  }

  private openInCell(local: string, raw: string): void {
    // An inline string's text is what `is` holds, any other cell's value what `v` holds (ISO/IEC 29500-1, 18.3.1.4).
    if (local === 'v') this.taking = this.type === 'inlineStr' ? null : 'v';
    else if (local === 'is') this.inInline = this.type === 'inlineStr';
    else if (local === 'f') {
      this.taking = 'f';
      this.formulaAttributes = raw;
    } else if (local === 'rPh') this.inPhonetic = true;
    else if (local === 't' && this.inInline && !this.inPhonetic) this.taking = 't';
    else if (local === 'strike') this.struck ||= isStrike(raw);
  }

  private endCell(): void {
    this.inCell = false;
    this.addCell({ type: this.type, style: this.style, value: this.value, formula: this.fullFormula() }, this.struck);
  }

  private addCell(raw: RawCell, struck: boolean): void {
    const sharedText = raw.type === 's' && raw.value !== null ? Number(raw.value) : null;
    const cell = sharedText !== null && raw.formula === null ? this.textCell(raw, sharedText) : decodeCell(raw, this.tables);
    const isEmpty = cell.kind === 'empty' || cell.text.trim() === '';
    this.marks.add(this.row, this.column, { style: raw.style, isEmpty, sharedText, struck });
    if (cell.kind === 'empty' && cell.formula === undefined) return;
    this.budget.spend();
    const row = this.rows.get(this.row);
    if (row === undefined) this.rows.set(this.row, new Map([[this.column, cell]]));
    else row.set(this.column, cell);
  }

  /** @param index of a shared text, as the value says it; one that leads to none is left to the decoding. */
  private textCell(raw: RawCell, index: number): Cell {
    if (raw.value?.trim() === '' || this.tables.strings?.[index] === undefined) return decodeCell(raw, this.tables);
    let cells = this.textCells.get(raw.style);
    if (cells === undefined) this.textCells.set(raw.style, (cells = []));
    return (cells[index] ??= decodeCell(raw, this.tables));
  }

  private fullFormula(): string | null {
    if (this.formulaAttributes === null) return null;
    const group = attributeOf(this.formulaAttributes, 't') === 'shared' ? attributeOf(this.formulaAttributes, 'si') : undefined;
    if (group === undefined) return this.formula === null ? null : `=${this.formula}`;
    if (this.formula !== null) {
      this.shared.set(group, { row: this.row, column: this.column, text: this.formula, pieces: null });
      return `=${this.formula}`;
    }
    const first = this.shared.get(group);
    if (first === undefined) return null;
    // Of a formula for which there is no room nothing is said but that there is one, as in .xls files.
    if (!this.budget.spendFormula(first.text.length)) return '=';
    first.pieces ??= formulaPieces(first.text);
    return `=${shiftFormula(first.pieces, this.row - first.row, this.column - first.column)}`;
  }

  private addLink(raw: string): void {
    const [cell, id] = [attributeOf(raw, 'ref'), prefixedAttributeOf(raw, 'id')];
    if (cell !== undefined && id !== undefined) this.linkIds.set(cell, id);
  }

  private addMerge(reference: string): void {
    const area = parseArea(reference);
    if (area !== null && (area.top !== area.bottom || area.left !== area.right)) this.merges.push(area);
  }
}
