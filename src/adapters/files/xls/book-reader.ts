import type { BookGrid, SheetGrid, Visibility } from '../../../domain/grid';
import { titleOfFile } from '../csv-book';
import { FileRefusal } from '../file-refusal';
import { type BookReadOptions, isLeftOut } from '../xlsx/book-reader';
import type { WorkbookMarks } from '../xlsx/cell-marks';
import { CellBudget } from '../xlsx/sheet-reader';
import { type Beginning, type BiffRecord, WORKSHEET, beginningOf, recordAt, substreamAt } from './biff-records';
import { BookTables } from './book-tables';
import { ByteView } from './byte-view';
import { CompoundFile, isCompoundFile } from './compound-file';
import { filePassOf, withoutDefaultPassword } from './default-password';
import { SheetReader } from './sheet-reader';
import { SUMMARY_INFORMATION, lastSaved } from './summary-information';

/** A sheet as the workbook lists it. */
interface ListedSheet {
  readonly name: string;
  readonly visibility: Visibility;
  /** Where its BOF stands. */
  readonly start: number;
}

/** Reads an .xls file of any Excel from 2 to 2003 (docs/rules.md#old-excel); throws a `FileRefusal`. */
export function readXlsBook(name: string, bytes: Uint8Array, options: BookReadOptions): BookGrid {
  const container = isCompoundFile(bytes) ? new CompoundFile(bytes) : null;
  const stream = container === null ? bytes : workbookStream(container);
  const sheets = new XlsReader(readable(ByteView.of(stream)), options).sheets(titleOfFile(name));
  options.onProgress?.(1, name);
  const modified = modifiedDate(container);
  return modified === undefined ? { name, sheets } : { name, sheets, modified };
}

/** A file for Excel 95 and 97 alike holds both streams, of which the later Excel reads Workbook. */
function workbookStream(container: CompoundFile): Uint8Array {
  const stream = container.stream('Workbook') ?? container.stream('Book');
  if (stream === null) throw new FileRefusal('not a workbook');
  return stream;
}

/** The stream in the clear. @throws FileRefusal (encrypted) where a password is needed that is not known. */
function readable(stream: ByteView): ByteView {
  const filePass = filePassOf(stream);
  if (filePass === null) return stream;
  const clear = withoutDefaultPassword(stream, filePass);
  if (clear === null) throw new FileRefusal('encrypted');
  return ByteView.of(clear);
}

/** The cells count, whatever is wrong with the properties. */
function modifiedDate(container: CompoundFile | null): string | undefined {
  try {
    const properties = container?.stream(SUMMARY_INFORMATION) ?? null;
    return properties === null ? undefined : lastSaved(properties);
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    return undefined;
  }
}

class XlsReader {
  private readonly budget = new CellBudget();
  /** Bytes of worksheets that were read; sheets that share their bytes, in a hostile file, soon come to more than the stream has. */
  private read = 0;

  constructor(
    private readonly stream: ByteView,
    private readonly options: BookReadOptions,
  ) {}

  /** @param title the name of a sheet whose file gives it none, as those of Excel 2 to 4 do. */
  sheets(title: string): SheetGrid[] {
    const beginning = this.beginningAt(0);
    if (beginning === null) throw new FileRefusal('damaged');
    if (beginning.type === WORKSHEET) return this.sheetAlone({ name: title, visibility: 'visible', start: 0 }, beginning);
    const found = beginning.version < 5 ? this.sheetsOfWorkspace(beginning) : this.sheetsOfBook(beginning);
    if (found === null) throw new FileRefusal('no sheets');
    return found;
  }

  /** Excel 5 and later: the workbook's own records list the sheets. Null where it has no worksheet. */
  private sheetsOfBook(beginning: Beginning): SheetGrid[] | null {
    const tables = new BookTables(beginning.version);
    const records: BiffRecord[] = [];
    for (const record of substreamAt(this.stream, 0)) if (!tables.take(record) && record.name === 'boundSheet') records.push(record);
    const listed = records.flatMap((record) => listedSheet(record, tables)).filter((sheet) => this.isWorksheet(sheet));
    const marks = tables.marks();
    const taken = listed.filter((sheet) => !isLeftOut(sheet, this.options.includeHidden));
    const read = taken.map((sheet, index) => this.readSheet(sheet, tables, marks, index / taken.length));
    if (listed.length === 0 || (read.length > 0 && read.every((sheet) => sheet === null))) return null;
    return read.filter((sheet) => sheet !== null);
  }

  /** Excel 4: each sheet is a whole file of its own, with a record of its name before it. Null where there is none. */
  private sheetsOfWorkspace({ version }: Beginning): SheetGrid[] | null {
    const tables = new BookTables(version);
    const listed: ListedSheet[] = [];
    for (let record = recordAt(this.stream, 0); record !== null; record = recordAt(this.stream, record.end)) {
      if (record.name === 'filePass' || record.name === 'codePage') tables.take(record);
      if (record.name === 'sheetHeader') listed.push({ name: tables.textAt(record, 4, 1), visibility: 'visible', start: record.end });
    }
    const sheets = listed.flatMap((sheet) => {
      const beginning = this.beginningAt(sheet.start);
      if (beginning === null) throw new FileRefusal('sheets missing');
      return beginning.type === WORKSHEET ? this.sheetAlone(sheet, beginning) : [];
    });
    return sheets.length === 0 ? null : sheets;
  }

  /** A sheet whose styles stand among its cells. */
  private sheetAlone(sheet: ListedSheet, { version }: Beginning): SheetGrid[] {
    const tables = new BookTables(version);
    for (const record of substreamAt(this.stream, sheet.start)) tables.take(record);
    const read = this.readSheet(sheet, tables, tables.marks(), 0);
    return read === null ? [] : [read];
  }

  /** Null where it turns out to be a dialog. */
  private readSheet({ name, visibility, start }: ListedSheet, tables: BookTables, marks: WorkbookMarks, done: number): SheetGrid | null {
    this.options.signal?.throwIfAborted();
    this.options.onProgress?.(done, name);
    const reader = new SheetReader(tables, this.budget, marks);
    let end = start;
    for (const record of substreamAt(this.stream, start)) {
      reader.take(record);
      end = record.end;
    }
    this.read += end - start;
    if (this.read > this.stream.length) throw new FileRefusal('damaged');
    return reader.isDialog ? null : { id: name, name, visibility, tables: [], ...reader.read() };
  }

  /** A sheet that is listed as a worksheet may be of another kind all the same. */
  private isWorksheet({ start }: ListedSheet): boolean {
    const beginning = this.beginningAt(start);
    if (beginning === null) throw new FileRefusal('sheets missing');
    return beginning.type === WORKSHEET;
  }

  private beginningAt(start: number): Beginning | null {
    const record = recordAt(this.stream, start);
    return record === null ? null : beginningOf(record);
  }
}

/** [MS-XLS] 2.4.28; nothing for sheets of charts, macros and Visual Basic. */
function listedSheet(record: BiffRecord, tables: BookTables): ListedSheet[] {
  const { data } = record;
  const visibility = (['visible', 'hidden', 'very hidden', 'visible'] as const)[data.u8(4) & 3] ?? 'visible';
  return data.u8(5) === 0 ? [{ name: tables.textAt(record, 6, 1), visibility, start: data.u32(0) }] : [];
}
