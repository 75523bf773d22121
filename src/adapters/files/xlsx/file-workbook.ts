import {
  type ApplyOptions,
  type BookPlace,
  Failure,
  type ReadOptions,
  type Receipt,
  type WorkbookPort,
  WriteFailedError,
} from '../../../application';
import { type BookGrid, type Cell, type SheetGrid, areaHolds, areasOverlap } from '../../../domain/grid';
import type { Change, Edit, SheetLayout } from '../../../domain/workbook';
import { hasWorksheets, readBookParts } from './book-reader';
import { writeCells } from './cell-writing';
import { refreshChartCaches } from './chart-caches';
import { addCharts, removeChart } from './chart-markup';
import { setDropDowns } from './drop-downs';
import { EditableBook, SPREADSHEET, minimalStyles } from './editable-book';
import { UNREADABLE } from './cell-decoding';
import { FileRefusal, namedRefusal } from '../file-refusal';
import { element } from '../package/markup';
import { moveComments } from './move-comments';
import { fileKind } from '../file-kind';
import { openBook } from '../open-book';
import { fitWrittenRows } from './row-heights';
import { layOut, layOutColumns, setPrintedColumns } from './sheet-layout';
import { addTable, hasTable, removeTable, resizeTable } from './table-parts';
import { CONTENT_TYPES, PackageParts } from '../package/package-parts';

/**
 * A workbook file as the application's `WorkbookPort`. Edits are carried out on a copy of its parts, which replaces the
 * old parts only when all edits are done: a failure changes nothing. Parts that no edit touches keep the same bytes. Only .xlsx and .xlsm can be written; other files can be read.
 */
export class FileWorkbook implements WorkbookPort {
  private readonly remembered = new Map<string, string>();

  private constructor(
    private readonly name: string,
    /** Null for a file that can only be read. */
    private parts: PackageParts | null,
    private readonly bytes: Uint8Array,
    private readonly isNew: boolean,
  ) {}

  /** Throws a `SubmissionError` in plain words when the file cannot be read. */
  static async open(name: string, bytes: Uint8Array): Promise<FileWorkbook> {
    try {
      const parts = fileKind(name, bytes) === 'xlsx' ? await PackageParts.open(bytes) : null;
      const book = new FileWorkbook(name, parts, bytes, false);
      const { sheets } = await book.readBook({ includeHidden: true });
      // The number of a text that is not there would be that of the next text that is written.
      if (sheets.some(hasUnreadable)) throw new FileRefusal('damaged');
      return book;
    } catch (error) {
      throw namedRefusal(name, error);
    }
  }

  /** A new workbook without sheets; if it is saved without any, a blank one is added. */
  static create(name = ''): Promise<FileWorkbook> {
    return Promise.resolve(new FileWorkbook(name, blankParts(), new Uint8Array(), true));
  }

  async readBook(options: ReadOptions): Promise<BookGrid> {
    if (this.parts === null) return openBook(this.name, this.bytes, options);
    if (this.isNew && !hasWorksheets(this.parts)) return { name: this.name, sheets: [] };
    try {
      return readBookParts(this.parts, this.name, options);
    } catch (error) {
      options.signal?.throwIfAborted();
      throw namedRefusal(this.name, error);
    }
  }

  async readCells(places: readonly BookPlace[]): Promise<BookGrid> {
    const book = await this.readBook({ includeHidden: true });
    const sheets = book.sheets.flatMap((sheet) => {
      const here = places.filter((place) => place.sheetId.toLowerCase() === sheet.id.toLowerCase());
      return here.length === 0 ? [] : [onlyPlaces(sheet, here)];
    });
    return { ...book, sheets };
  }

  apply(stages: readonly (readonly Change[])[], options: ApplyOptions = {}): Promise<Receipt> {
    return Promise.resolve().then(() => this.applyNow(stages, options));
  }

  private applyNow(stages: readonly (readonly Change[])[], options: ApplyOptions): Receipt {
    if (this.parts === null) {
      throw new Failure('not supported', `“${this.name}” can be read but not changed. Save it as .xlsx in Excel and open that.`);
    }
    const edits = inOrder(stages);
    const inverseEdits = new Set(stages.flat().flatMap(({ edit, undo }) => (undo === null ? [edit] : [])));
    const book = new EditableBook(this.parts.copy(), this.isNew);
    let cells = 0;
    edits.forEach((edit, index) => {
      checkAborted(options.signal);
      options.onProgress?.(index / edits.length, edit.sheet);
      const isDone = edit.type !== 'lay out columns' && inverseEdits.has(edit) && isUndoneAlready(book, edit);
      if (!isDone) cells += cellsWritten(book, edit);
    });
    checkAborted(options.signal);
    fitWrittenRows(book, edits);
    refreshChartCaches(book, sheetsWritten(book, edits));
    if (edits.length > 0) this.parts = book.finish();
    options.onProgress?.(1, this.name);
    return { edits: stages.flat().length, cells, roundTrips: 0 };
  }

  /** Does nothing: a file is not on screen. */
  reveal(): Promise<void> {
    return Promise.resolve();
  }

  selection(): Promise<null> {
    return Promise.resolve(null);
  }

  /** A file does not change by itself, so the listener is never called. */
  watch(): Promise<() => Promise<void>> {
    return Promise.resolve(() => Promise.resolve());
  }

  /** Preferences are kept only as long as this object; what must be kept longer is in the workbook's cells. */
  recall(key: string): Promise<string | null> {
    return Promise.resolve(this.remembered.get(key) ?? null);
  }

  remember(key: string, value: string): Promise<void> {
    this.remembered.set(key, value);
    return Promise.resolve();
  }

  /** The workbook as a file. A file that cannot be written is returned unchanged. */
  async toBytes(): Promise<Uint8Array> {
    if (this.parts === null) return this.bytes;
    if (!this.isNew || hasWorksheets(this.parts)) return this.parts.toBytes();
    const book = new EditableBook(this.parts.copy(), true);
    book.addSheet('Sheet1', 'visible', null);
    return book.finish().toBytes();
  }
}

/** A layout is carried out in two parts, because the looks of a new sheet's columns must be set before its cells are written. */
type FileEdit = Edit | { readonly type: 'lay out columns'; readonly sheet: string; readonly layout: SheetLayout };

/** The edits of all stages in order, each layout's columns right after the sheet is made where that is in the same stage. */
function inOrder(stages: readonly (readonly Change[])[]): FileEdit[] {
  return stages.flatMap((stage) => {
    const edits = stage.map((change) => change.edit);
    const made = new Set(edits.flatMap((edit) => (edit.type === 'add sheet' ? [edit.sheet] : [])));
    return edits.flatMap((edit): FileEdit[] => {
      if (edit.type === 'lay out') return made.has(edit.sheet) ? [edit] : [columnsOf(edit), edit];
      const layout = edit.type === 'add sheet' ? edits.find((one) => one.type === 'lay out' && one.sheet === edit.sheet) : undefined;
      return layout?.type === 'lay out' ? [edit, columnsOf(layout)] : [edit];
    });
  });
}

function columnsOf(edit: Extract<Edit, { readonly type: 'lay out' }>): FileEdit {
  return { type: 'lay out columns', sheet: edit.sheet, layout: edit.layout };
}

/** Sheets of which cells were written and that are there at the end. */
function sheetsWritten(book: EditableBook, edits: readonly FileEdit[]): string[] {
  const written = new Set(edits.flatMap(({ type, sheet }) => (type === 'write cells' ? [sheet] : [])));
  return [...written].filter((sheet) => book.hasSheet(sheet));
}

function checkAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new Failure('cancelled', 'Stopped before anything was written.', { cause: signal.reason });
}

/**
 * Whether the sheet or table of an inverse edit is gone, so that nothing is left to undo. An edit without an undo of its own is
 * an inverse edit; after an interrupted write all inverse edits are carried out, whether or not their edits had been.
 */
function isUndoneAlready(book: EditableBook, edit: Edit): boolean {
  if (edit.type === 'add sheet' || edit.type === 'lay out') return false;
  return !book.hasSheet(edit.sheet) || (edit.type === 'resize table' && !hasTable(book, edit.sheet, edit.table));
}

/** Carries out one edit and returns how many cells were written. Any error other than a `Failure` becomes a write that failed. */
function cellsWritten(book: EditableBook, edit: FileEdit): number {
  try {
    checkProtection(book, edit);
    return carryOut(book, edit);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const message = `The changes to “${edit.sheet}” could not be made, so nothing was written. Read the workbook again.`;
    throw new WriteFailedError('write undone', message, { cause: error });
  }
}

/** As in Excel: a protected sheet cannot be edited, and in a workbook with a protected structure no sheet can be added or removed. */
function checkProtection(book: EditableBook, edit: FileEdit): void {
  const addsOrRemoves = edit.type === 'add sheet' || edit.type === 'remove sheet';
  if (addsOrRemoves && book.hasLockedStructure) {
    throw new Failure(
      'protected sheet',
      'The workbook’s structure is protected, so nothing was written. Unprotect it under Review and try again.',
    );
  }
  if (!addsOrRemoves && book.hasSheet(edit.sheet) && book.sheet(edit.sheet).isProtected) {
    throw new Failure('protected sheet', `“${edit.sheet}” is protected, so nothing was written. Unprotect it under Review and try again.`);
  }
}

function carryOut(book: EditableBook, edit: FileEdit): number {
  switch (edit.type) {
    case 'write cells':
      return writeCells(book, edit);
    case 'add sheet':
      book.addSheet(edit.sheet, edit.visibility, edit.tabColour);
      return 0;
    case 'remove sheet':
      book.removeSheet(edit.sheet);
      return 0;
    case 'add table':
      addTable(book, edit);
      return 0;
    case 'remove table':
      removeTable(book, edit);
      return 0;
    case 'resize table':
      resizeTable(book, edit);
      return 0;
    case 'set drop-downs':
      setDropDowns(book, edit);
      return 0;
    case 'set printed columns':
      setPrintedColumns(book, edit);
      return 0;
    case 'add chart':
      addCharts(book, edit.sheet, [edit.chart]);
      return 0;
    case 'remove chart':
      removeChart(book, edit.sheet, edit.chart);
      return 0;
    case 'move comments':
      moveComments(book, edit);
      return 0;
    case 'lay out columns':
      layOutColumns(book, edit.sheet, edit.layout);
      return 0;
    case 'lay out':
      layOut(book, edit.sheet, edit.layout);
      return 0;
  }
}

/** A sheet with only the cells of some places, and the merges and tables that touch them. */
function hasUnreadable({ rows }: SheetGrid): boolean {
  for (const cells of rows.values()) for (const cell of cells.values()) if (cell.kind === 'error' && cell.value === UNREADABLE) return true;
  return false;
}

function onlyPlaces(sheet: SheetGrid, places: readonly BookPlace[]): SheetGrid {
  const rows = new Map<number, ReadonlyMap<number, Cell>>();
  for (const [row, cells] of sheet.rows) {
    const kept = [...cells].filter(([column]) => places.some((place) => areaHolds(place.area, { row, column })));
    if (kept.length > 0) rows.set(row, new Map(kept));
  }
  return {
    ...sheet,
    rows,
    merges: sheet.merges.filter((merge) => places.some((place) => areasOverlap(place.area, merge))),
    tables: sheet.tables.filter((table) => places.some((place) => areasOverlap(place.area, table.area))),
  };
}

function blankParts(): PackageParts {
  const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const parts = PackageParts.of({});
  const types = 'application/vnd.openxmlformats-package.relationships+xml';
  parts.write(
    CONTENT_TYPES,
    element('Types', { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' }, [
      element('Default', { Extension: 'rels', ContentType: types }),
      element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    ]),
  );
  parts.write(
    'xl/workbook.xml',
    element('workbook', { xmlns: namespace }, [element('bookViews', {}, [element('workbookView')]), element('sheets')]),
  );
  parts.declare('xl/workbook.xml', `${SPREADSHEET}sheet.main+xml`);
  parts.relate('', 'officeDocument', 'xl/workbook.xml');
  parts.write('xl/styles.xml', minimalStyles(namespace));
  parts.declare('xl/styles.xml', `${SPREADSHEET}styles+xml`);
  parts.relate('xl/workbook.xml', 'styles', 'xl/styles.xml');
  return parts;
}
