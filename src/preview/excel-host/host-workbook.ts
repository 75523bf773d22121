import { type Area, type BookGrid, type CalendarDate, type Cell, GENERAL, LAST_COLUMN, type SheetGrid } from '../../domain/grid';
import { formattedText } from '../../number-format';
import { type HostCell, NO_CELL } from './host-cells';
import { writeWithAutoFill } from './host-calculated-columns';
import { hostComments } from './host-cell-moves';
import { HostError } from './host-error';
import { type Reference, parseReference, shifted } from './host-reference';
import { HostSheet, type HostTable } from './host-sheet';
import { hyperlinkIn } from './hyperlink-formula';
import { formatAfter, readTyped } from './typed-text';
import { TypingHistory } from './typing-history';
import { demandValid, wordsOnSheets } from './typing-validation';

/** Who changed something: the add-in through Office.js, the user at the keyboard, or a co-author. */
export type ChangeAuthor = 'add-in' | 'user' | 'co-author';

export type WorkbookChange =
  | {
      readonly what: 'cells';
      readonly sheetId: string;
      readonly area: Area;
      readonly by: ChangeAuthor;
      readonly before: HostCell | null;
      readonly after: HostCell | null;
      readonly how?: 'RowInserted' | 'RowDeleted';
    }
  | { readonly what: 'selection'; readonly sheetId: string; readonly area: Area; readonly by: ChangeAuthor }
  | { readonly what: 'sheet added' | 'sheet removed'; readonly sheetId: string; readonly by: ChangeAuthor }
  | { readonly what: 'sheet renamed'; readonly sheetId: string; readonly before: string; readonly after: string; readonly by: ChangeAuthor }
  | { readonly what: 'sheet activated'; readonly sheetId: string; readonly by: ChangeAuthor }
  /** Anything else that the sheet shows: looks, tables, charts, page set-up. */
  | { readonly what: 'sheet'; readonly sheetId: string; readonly by: ChangeAuthor };

/** A name in the workbook, such as a named range; `formula` with its "=". */
export interface HostName {
  name: string;
  formula: string;
  visible: boolean;
  comment: string;
}

/** The workbook in memory, with Excel's rules for changing it. Does not know Office.js. */
export class HostWorkbook {
  #sheets: HostSheet[] = [];
  #activeId = '';
  #nextId = 1;
  /** Values that formulas had in the file, by sheet, cell and formula: a formula that is removed and put back shows its value again, as in Excel. */
  readonly #cached = new Map<string, Pick<HostCell, 'value' | 'isError'>>();
  readonly #listeners = new Set<(change: WorkbookChange) => void>();
  names: readonly HostName[] = [];
  readonly settings = new Map<string, unknown>();
  calculationMode = 'Automatic';
  /** Review, Protect Workbook: no sheet is added, removed, renamed, moved or hidden. */
  isStructureProtected = false;
  isReadOnly = false;
  /** Viewing mode of Excel on the web: `Office.context.document.mode` is "readOnly" and every change is refused. */
  isViewOnly = false;
  /** What this host could not do as Excel would, in sentences; tests expect it to be empty. */
  readonly reports: string[] = [];
  /**
   * The user's own edits that Excel can still undo. An add-in's call that Excel cannot undo clears them: of what this host knows
   * those that name, move, show, hide and delete a sheet (learn.microsoft.com, "Undo capabilities with the Excel JavaScript API", the
   * table of unsupported APIs, for Windows and Mac).
   */
  readonly #typing = new TypingHistory();

  constructor(
    public name: string,
    readonly today: CalendarDate,
  ) {}

  static from(book: BookGrid | undefined, today: CalendarDate): HostWorkbook {
    const workbook = new HostWorkbook(book?.name ?? '', today);
    for (const sheet of book?.sheets ?? []) workbook.#addGrid(sheet);
    if (workbook.#sheets.length === 0) workbook.#sheets.push(new HostSheet(workbook.#sheetId(), 'Sheet1'));
    workbook.#activeId = (workbook.#sheets.find((sheet) => sheet.visibility === 'visible') ?? workbook.#sheets[0])?.id ?? '';
    return workbook;
  }

  get sheets(): readonly HostSheet[] {
    return this.#sheets;
  }

  get undoable(): number {
    return this.#typing.length;
  }

  get active(): HostSheet {
    return this.sheetById(this.#activeId);
  }

  subscribe(listener: (change: WorkbookChange) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  changed(change: WorkbookChange): void {
    for (const listener of [...this.#listeners]) listener(change);
  }

  report(words: string): void {
    if (!this.reports.includes(words)) this.reports.push(words);
  }

  /** A new id for a table, a chart or a rule; unique in the workbook. */
  newId(): string {
    return String(this.#nextId++);
  }

  /** By name, ignoring case, or by id; null when no sheet has it. */
  findSheet(key: string): HostSheet | null {
    const lower = key.toLowerCase();
    return this.#sheets.find((sheet) => sheet.id === key) ?? this.#sheets.find((sheet) => sheet.name.toLowerCase() === lower) ?? null;
  }

  sheet(key: string): HostSheet {
    const found = this.findSheet(key);
    if (found === null) throw new HostError('ItemNotFound');
    return found;
  }

  sheetById(id: string): HostSheet {
    const found = this.#sheets.find((sheet) => sheet.id === id);
    if (found === undefined) throw new HostError('ItemNotFound');
    return found;
  }

  addSheet(name: string | null, by: ChangeAuthor): HostSheet {
    this.#demandStructure();
    const sheet = new HostSheet(this.#sheetId(), name === null ? this.#freeName() : this.#checkedName(name, null));
    this.#sheets.push(sheet);
    this.changed({ what: 'sheet added', sheetId: sheet.id, by });
    return sheet;
  }

  renameSheet(sheet: HostSheet, name: string, by: ChangeAuthor): void {
    this.#clearUndo(by);
    const before = sheet.name;
    sheet.name = this.#checkedName(name, sheet);
    if (before !== sheet.name) this.changed({ what: 'sheet renamed', sheetId: sheet.id, before, after: sheet.name, by });
  }

  /** Excel refuses to delete the last visible sheet, and a very hidden one until it is made visible or hidden. */
  removeSheet(sheet: HostSheet, by: ChangeAuthor): void {
    this.#clearUndo(by);
    this.#demandStructure();
    if (sheet.visibility === 'very hidden') throw new HostError('InvalidOperation');
    this.#demandAnotherVisible(sheet);
    const at = this.#sheets.indexOf(sheet);
    this.#sheets.splice(at, 1);
    if (this.#activeId === sheet.id) this.#activateNear(at);
    this.changed({ what: 'sheet removed', sheetId: sheet.id, by });
  }

  setVisibility(sheet: HostSheet, visibility: HostSheet['visibility'], by: ChangeAuthor): void {
    this.#clearUndo(by);
    if (visibility !== 'visible') this.#demandAnotherVisible(sheet);
    sheet.visibility = visibility;
    if (visibility !== 'visible' && this.#activeId === sheet.id) this.#activateNear(this.#sheets.indexOf(sheet));
    this.changed({ what: 'sheet', sheetId: sheet.id, by });
  }

  moveSheet(sheet: HostSheet, position: number, by: ChangeAuthor): void {
    this.#clearUndo(by);
    if (!Number.isInteger(position) || position < 0 || position >= this.#sheets.length) throw new HostError('InvalidArgument');
    this.#sheets.splice(this.#sheets.indexOf(sheet), 1);
    this.#sheets.splice(position, 0, sheet);
    this.changed({ what: 'sheet', sheetId: sheet.id, by });
  }

  /** A hidden sheet cannot be activated. */
  activate(sheet: HostSheet, by: ChangeAuthor): void {
    if (sheet.visibility !== 'visible') throw new HostError('InvalidOperation');
    if (this.#activeId === sheet.id) return;
    this.#activeId = sheet.id;
    this.changed({ what: 'sheet activated', sheetId: sheet.id, by });
  }

  select(sheet: HostSheet, area: Area, by: ChangeAuthor): void {
    this.activate(sheet, by);
    sheet.selection = area;
    this.changed({ what: 'selection', sheetId: sheet.id, area, by });
  }

  /** Reads an A1 address; a sheet named in it must be the one it is asked on, as Excel demands. */
  areaOn(sheet: HostSheet, address: string): Area {
    const named = this.names.find((name) => name.name.toLowerCase() === address.toLowerCase());
    const reference: Reference = parseReference(named === undefined ? address : named.formula.slice(1));
    if (reference.sheet !== null && this.findSheet(reference.sheet) !== sheet) throw new HostError('InvalidArgument');
    return reference.area;
  }

  allTables(): readonly { readonly sheet: HostSheet; readonly table: HostTable }[] {
    return this.#sheets.flatMap((sheet) => sheet.tables.map((table) => ({ sheet, table })));
  }

  /** By name in any case, or by id. */
  findTable(key: string): { readonly sheet: HostSheet; readonly table: HostTable } | null {
    const lower = key.toLowerCase();
    return this.allTables().find(({ table }) => table.id === key || table.name.toLowerCase() === lower) ?? null;
  }

  /** The text a cell shows under its number format; under a format that Excel would refuse, the text it shows under General. */
  textOf(sheet: HostSheet, row: number, column: number, cell: HostCell = sheet.cells.at(row, column)): string {
    if (cell.value === null) return '';
    if (cell.isError) return String(cell.value);
    const format = sheet.cells.formatAt(row, column);
    const text = formattedText(cell.value, format);
    if (text !== null) return text;
    this.report(`The number format ${format} is not one that Excel accepts.`);
    return formattedText(cell.value, GENERAL) ?? String(cell.value);
  }

  /** Writes what a user types or the add-in sets in `values`, read as Excel would read it. Null leaves the cell as it is. */
  write(sheet: HostSheet, row: number, column: number, value: string | number | boolean | null): void {
    if (value === null || sheet.isCovered(row, column)) return;
    sheet.breakSpill(row, column);
    const { cells } = sheet;
    const before = cells.at(row, column);
    const format = cells.formatAt(row, column);
    if (typeof value !== 'string') {
      if (typeof value === 'number' && !Number.isFinite(value)) throw new HostError('InvalidArgument');
      // In a text cell Excel keeps the digits as text.
      const kept = format === '@' ? formattedText(value, GENERAL) : value;
      cells.put(row, column, { ...NO_CELL, format: before.format, value: kept });
      return;
    }
    const reading = readTyped(value, format, this.today);
    const own = formatAfter(reading, format);
    const base = { ...NO_CELL, format: own === format ? before.format : own };
    switch (reading.kind) {
      case 'empty':
        cells.put(row, column, base);
        return;
      case 'formula':
        cells.put(row, column, { ...base, formula: reading.formula, ...this.#calculated(sheet, row, column, reading.formula) });
        return;
      case 'error':
        cells.put(row, column, { ...base, value: reading.value, isError: true });
        return;
      case 'text':
        cells.put(row, column, { ...base, value: reading.value, quotePrefix: reading.quotePrefix });
        return;
      case 'number':
      case 'boolean':
        cells.put(row, column, { ...base, value: reading.value });
    }
  }

  /**
   * A user's or co-author's typing into one cell: refused on a protected sheet and by the cell's validation, read as typed, told to the
   * listeners.
   */
  type(sheet: HostSheet, row: number, column: number, text: string, by: ChangeAuthor): void {
    sheet.demandWritable();
    demandValid(sheet, row, column, text, wordsOnSheets(this, sheet));
    const before = sheet.cells.at(row, column);
    const area = { top: row, bottom: row, left: column, right: column };
    const history = by === 'user' ? this.#typing : new TypingHistory();
    history.record(sheet, (about) => {
      const put = (at: number, across: number, words: string): void => {
        about(at, across);
        this.write(sheet, at, across, words);
      };
      writeWithAutoFill(sheet, { area, write: () => put(row, column, text), put });
    });
    this.changed({ what: 'cells', sheetId: sheet.id, area, by, before, after: sheet.cells.at(row, column) });
  }

  /** Takes back the user's last typing, as Ctrl+Z does; does nothing when there is none that can be taken back. */
  undo(): void {
    for (const change of this.#typing.undo()) this.changed({ what: 'cells', by: 'user', ...change });
  }

  #clearUndo(by: ChangeAuthor): void {
    if (by === 'add-in') this.#typing.clear();
  }

  /** Inserts (positive `count`) or deletes (negative) whole rows; cells, merges, tables, looks and rules below move with them. */
  shiftRows(sheet: HostSheet, row: number, count: number, by: ChangeAuthor): void {
    sheet.demandWritable();
    this.#typing.clear();
    const moved = <A extends { readonly area: Area }>(items: readonly A[]): A[] =>
      items.flatMap((item) => {
        const area = shifted(item.area, row, count);
        return area === null ? [] : [{ ...item, area }];
      });
    sheet.cells.shiftRows(row, count);
    sheet.merges = sheet.merges.flatMap((merge) => shifted(merge, row, count) ?? []);
    sheet.tables = moved(sheet.tables);
    sheet.filters = moved(sheet.filters).map((filter) => ({
      ...filter,
      hidden: filter.hidden.flatMap((at) => shifted({ top: at, bottom: at, left: 0, right: 0 }, row, count)?.top ?? []),
    }));
    sheet.looks = moved(sheet.looks);
    sheet.validations = moved(sheet.validations);
    sheet.conditionalFormats = moved(sheet.conditionalFormats);
    sheet.hyperlinks = moved(sheet.hyperlinks);
    sheet.comments = sheet.comments.flatMap((comment) => {
      const at = shifted({ top: comment.row, bottom: comment.row, left: 0, right: 0 }, row, count);
      return at === null ? [] : [{ ...comment, row: at.top }];
    });
    const area = { top: row, bottom: row + Math.abs(count) - 1, left: 0, right: LAST_COLUMN };
    const how = count > 0 ? 'RowInserted' : 'RowDeleted';
    this.changed({ what: 'cells', sheetId: sheet.id, area, by, before: null, after: null, how });
  }

  /** HYPERLINK shows its text. No other formula is calculated: in the cell where the file had it, it shows the value from the file. */
  #calculated(sheet: HostSheet, row: number, column: number, formula: string): Pick<HostCell, 'value' | 'isError'> {
    const link = hyperlinkIn(formula)?.text ?? null;
    if (link !== null) return { value: link, isError: false };
    const known = this.#cached.get(cacheKey(sheet, row, column, formula));
    if (known !== undefined) return known;
    this.report(`The formula ${formula} on ${sheet.name} cannot be calculated by this host.`);
    return { value: null, isError: false };
  }

  #addGrid(grid: SheetGrid): void {
    const sheet = new HostSheet(this.#sheetId(), this.#checkedName(grid.name, null));
    sheet.visibility = grid.visibility;
    sheet.isProtected = grid.isProtected;
    sheet.merges = [...grid.merges];
    sheet.tables = grid.tables.map((table) => ({
      ...{ id: this.newId(), style: 'TableStyleMedium2', banded: true, bandedColumns: false, filterButton: true, hiddenTotals: [] },
      ...table,
    }));
    for (const [row, cells] of grid.rows)
      for (const [column, cell] of cells) sheet.cells.put(row, column, this.#hostCell(sheet, row, column, cell));
    sheet.comments = hostComments(grid.comments ?? [], () => this.newId());
    this.#sheets.push(sheet);
  }

  #hostCell(sheet: HostSheet, row: number, column: number, cell: Cell): HostCell {
    const formula = cell.formula ?? null;
    if (formula !== null && cell.kind === 'empty') {
      const link = hyperlinkIn(formula)?.text ?? null;
      if (link === null) this.report(`The formula ${formula} on ${sheet.name} has no value in the file.`);
      return { ...NO_CELL, value: link, formula, format: ownFormat(cell) };
    }
    const covered = sheet.isCovered(row, column);
    if (formula !== null) this.#cached.set(cacheKey(sheet, row, column, formula), { value: cell.value, isError: cell.kind === 'error' });
    return {
      value: covered ? null : cell.value,
      isError: cell.kind === 'error',
      formula: covered ? null : formula,
      format: ownFormat(cell),
      quotePrefix: false,
    };
  }

  /** An id as Excel gives it: a GUID in braces. */
  #sheetId(): string {
    return `{00000000-0001-0000-0000-${(this.#nextId++).toString(16).toUpperCase().padStart(12, '0')}}`;
  }

  #freeName(): string {
    for (let i = 1; ; i += 1) if (this.findSheet(`Sheet${i}`) === null) return `Sheet${i}`;
  }

  /** At most 31 characters, none of \ / ? * [ ] :, no apostrophe at either end, not "History", not another sheet's in any case. */
  #checkedName(name: string, self: HostSheet | null): string {
    if (
      name === '' ||
      name.length > 31 ||
      /[\\/?*[\]:]/.test(name) ||
      name.startsWith("'") ||
      name.endsWith("'") ||
      /^history$/i.test(name)
    ) {
      throw new HostError('InvalidArgument');
    }
    const lower = name.toLowerCase();
    if (this.#sheets.some((sheet) => sheet !== self && sheet.name.toLowerCase() === lower)) throw new HostError('ItemAlreadyExists');
    return name;
  }

  #demandStructure(): void {
    if (this.isStructureProtected || this.isViewOnly) throw new HostError('AccessDenied');
  }

  #demandAnotherVisible(sheet: HostSheet): void {
    if (!this.#sheets.some((other) => other !== sheet && other.visibility === 'visible')) throw new HostError('InvalidOperation');
  }

  #activateNear(at: number): void {
    const near = [...this.#sheets.slice(at), ...this.#sheets.slice(0, at).reverse()].find((sheet) => sheet.visibility === 'visible');
    this.#activeId = near?.id ?? '';
  }
}

function cacheKey(sheet: HostSheet, row: number, column: number, formula: string): string {
  return `${sheet.id} ${row} ${column} ${formula}`;
}

function ownFormat(cell: Cell): string | null {
  return cell.format === GENERAL ? null : cell.format;
}
