import { type Area, LAST_COLUMN, type SheetGrid } from '../../../domain/grid';
import { FileRefusal } from '../file-refusal';
import type { WorkbookMarks } from '../xlsx/cell-marks';
import type { CellBudget } from '../xlsx/sheet-reader';
import type { BiffRecord, RecordName } from './biff-records';
import type { BookTables } from './book-tables';
import type { ByteView } from './byte-view';
import { CellCollector, type CellHead } from './cell-collector';
import { BesideCellsReader } from './beside-cells-reader';

export type XlsSheet = Omit<SheetGrid, 'id' | 'name' | 'visibility' | 'tables'>;

/** In a record of Excel 2: the number of the style is in the record before. */
const STYLE_BEFORE = 0x3f;
/** The first bytes of a formula's result that is no number ([MS-XLS] 2.5.133). */
const NO_NUMBER = 0xffff;
/** Says that a cell is calculated. What its formula says is kept in these files as tokens, which are not read. */
export const CALCULATED = { formula: '=' } as const;

/** Follows the records of one worksheet. Where a cell stands twice, the later value counts. */
export class SheetReader {
  /** A dialog of Excel 5, which has no cells, looks like a worksheet but for this. */
  isDialog = false;
  private isProtected = false;
  private readonly merges: Area[] = [];
  private readonly cells: CellCollector;
  private readonly beside: BesideCellsReader;
  /** The formula cell whose text stands in a STRING record further on. */
  private awaiting: CellHead | null = null;
  private styleBefore = 0;

  private readonly takings: Partial<Record<RecordName, (record: BiffRecord) => void>> = {
    labelSst: ({ data }) => this.takeSharedText(this.head(data), data.u32(6)),
    label: (record) => this.takeText(record),
    rString: (record) => this.takeText(record),
    number: (record) => this.cells.addNumber(this.headOf(record), record.data.f64(this.contentOf(record))),
    integer: (record) => this.cells.addNumber(this.headOf(record), record.data.u16(this.contentOf(record))),
    rk: ({ data }) => this.cells.addNumber(this.head(data), numberOfRk(data.i32(6))),
    mulRk: ({ data }) => this.takeSeveral(data, 6, (head, at) => this.cells.addNumber(head, numberOfRk(data.i32(at + 2)))),
    mulBlank: ({ data }) => this.takeSeveral(data, 2, (head) => this.cells.addEmpty(head)),
    blank: (record) => this.cells.addEmpty(this.headOf(record)),
    boolErr: (record) => this.takeBooleanOrError(this.headOf(record), record.data, this.contentOf(record)),
    formula: (record) => this.takeFormula(record),
    string: (record) => this.takeFormulaText(record),
    styleOfCell: ({ data }) => {
      this.styleBefore = data.u16(0);
    },
    mergedCells: ({ data }) => this.takeMerges(data),
    protect: ({ data }) => {
      this.isProtected = data.u16(0) !== 0;
    },
    wsBool: ({ data }) => {
      this.isDialog = (data.u16(0) & 0x10) !== 0;
    },
  };

  constructor(
    private readonly tables: BookTables,
    budget: CellBudget,
    marks: WorkbookMarks,
  ) {
    this.cells = new CellCollector(budget, marks, tables.date1904);
    this.beside = new BesideCellsReader(tables);
  }

  take(record: BiffRecord): void {
    const taking = record.name === null ? undefined : this.takings[record.name];
    if (taking === undefined) this.beside.take(record);
    else taking(record);
  }

  read(): XlsSheet {
    const marks = this.cells.marks.collected();
    return {
      rows: this.cells.rows,
      merges: this.merges,
      isProtected: this.isProtected,
      ...this.beside.read(),
      ...(marks === null ? {} : { marks }),
    };
  }

  /** Records of Excel 2 have three bytes of attributes where later ones have the number of a style. */
  private isOfExcel2({ id }: BiffRecord): boolean {
    return id < 8 && (id !== 6 || this.tables.version === 2);
  }

  private contentOf(record: BiffRecord): number {
    return this.isOfExcel2(record) ? 7 : 6;
  }

  private headOf(record: BiffRecord): CellHead {
    const { data } = record;
    if (!this.isOfExcel2(record)) return this.head(data);
    const named = data.u8(4) & 0x3f;
    const style = named === STYLE_BEFORE ? this.styleBefore : named;
    const format = data.u8(5) & 0x3f;
    const shown = format === 0 ? this.tables.styles.formatOf(style) : this.tables.styles.formatNumbered(format);
    return { row: data.u16(0), column: data.u16(2), style, format: shown };
  }

  private head(data: ByteView): CellHead {
    const style = data.u16(4);
    return { row: data.u16(0), column: data.u16(2), style, format: this.tables.styles.formatOf(style) };
  }

  private takeSharedText(head: CellHead, index: number): void {
    this.cells.addSharedText(head, this.tables.sharedCell(index, head.format), index);
  }

  private takeText(record: BiffRecord): void {
    const content = this.contentOf(record);
    const head = this.headOf(record);
    const text = this.tables.textAt(record, content, this.isOfExcel2(record) ? 1 : 2);
    this.cells.addText(head, text, record.name === 'rString' ? { struck: this.isPartlyStruck(record, text) } : {});
  }

  /** The looks of parts of a text stand behind it, in Excel 5 as bytes, later as two bytes each ([MS-XLS] 2.4.268 and OpenOffice.org's 5.90). */
  private isPartlyStruck({ data }: BiffRecord, text: string): boolean {
    if (this.tables.version === 8) return false;
    const from = 8 + data.u16(6);
    const count = from < data.length ? Math.min(data.u8(from), (data.length - from - 1) >> 1) : 0;
    const runs = Array.from({ length: count }, (_, index) => [data.u8(from + 1 + index * 2), data.u8(from + 2 + index * 2)] as const);
    return runs.some(([start, font]) => start < text.length && this.tables.styles.isStruck(font));
  }

  private takeBooleanOrError(head: CellHead, data: ByteView, at: number): void {
    // Some programs write the value in two bytes.
    const isError = data.u8(data.length - at === 3 ? at + 2 : at + 1) !== 0;
    if (!isError) this.cells.addBoolean(head, data.u8(at) !== 0);
    else this.cells.addError(head, data.u8(at));
  }

  /** Cells beside one another: row and first column, for each its style and more, the last column. @param size of one in bytes. */
  private takeSeveral(data: ByteView, size: number, take: (head: CellHead, at: number) => void): void {
    const [row, first] = [data.u16(0), data.u16(2)];
    const last = data.u16(data.length - 2);
    if (data.length - 6 !== (last - first + 1) * size) throw new FileRefusal('damaged');
    for (let column = first; column <= last; column += 1) {
      const at = 4 + (column - first) * size;
      const style = data.u16(at);
      take({ row, column, style, format: this.tables.styles.formatOf(style) }, at);
    }
  }

  private takeFormula(record: BiffRecord): void {
    const { data } = record;
    const head = this.headOf(record);
    const at = this.contentOf(record);
    this.awaiting = null;
    if (data.u16(at + 6) !== NO_NUMBER) this.cells.addNumber(head, data.f64(at), CALCULATED);
    else if (data.u8(at) === 1) this.cells.addBoolean(head, data.u8(at + 2) !== 0, CALCULATED);
    else if (data.u8(at) === 2) this.cells.addError(head, data.u8(at + 2), CALCULATED);
    else {
      // Its text may follow; a formula without one shows nothing.
      this.cells.addEmpty(head, CALCULATED);
      this.awaiting = head;
    }
  }

  /** Between a formula and its text there may be records of shared formulas, arrays and tables. */
  private takeFormulaText(record: BiffRecord): void {
    const head = this.awaiting;
    this.awaiting = null;
    if (head !== null) this.cells.addText(head, this.tables.textAt(record, 0, record.id === 0x0007 ? 1 : 2), CALCULATED);
  }

  private takeMerges(data: ByteView): void {
    const count = data.u16(0);
    for (let index = 0; index < count; index += 1) {
      const [top, bottom, left, right] = [0, 2, 4, 6].map((at) => data.u16(2 + index * 8 + at)) as [number, number, number, number];
      if (bottom < top || right < left || right > LAST_COLUMN) throw new FileRefusal('damaged');
      if (top !== bottom || left !== right) this.merges.push({ top, left, bottom, right });
    }
  }
}

/** A number in four bytes ([MS-XLS] 2.5.217): bit 0, it was multiplied by 100; bit 1, it is whole; else it is the upper half of a double. */
export function numberOfRk(rk: number): number {
  const number = (rk & 2) === 0 ? doubleOfUpperHalf(rk & ~3) : rk >> 2;
  return (rk & 1) === 0 ? number : number / 100;
}

const HALVES = new DataView(new ArrayBuffer(8));

function doubleOfUpperHalf(upper: number): number {
  HALVES.setInt32(0, upper);
  return HALVES.getFloat64(0);
}
