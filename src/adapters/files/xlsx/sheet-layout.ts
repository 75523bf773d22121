import { type Area, LAST_COLUMN, LAST_ROW, areaA1, columnName, quotedSheet } from '../../../domain/grid';
import {
  type CellLook,
  type DropDown,
  type Edit,
  type FormatRule,
  type PrintSetUp,
  type SheetLayout,
  SIDE_MARGIN,
} from '../../../domain/workbook';
import { absolute, addCharts } from './chart-markup';
import { inlineList } from './drop-downs';
import type { EditableBook } from './editable-book';
import { type Markup, childNamed, childrenNamed, localName, textOf } from '../package/markup';
import { ensureChild, removeChildren } from './schema-order';
import type { SheetPart } from './sheet-part';

/** Excel adds the cell's own margin to a width counted in characters (Calibri 11: five pixels of seven). */
const WIDTH_MARGIN = 5 / 7;
const PAPER = { A3: 8, A4: 9 } as const;

/** Looks and widths of whole columns. On a new sheet they are set before the cells are written, so that the cells keep their own formats. */
export function layOutColumns(book: EditableBook, sheetName: string, layout: SheetLayout): void {
  const sheet = book.sheet(sheetName);
  for (const [column, look] of Object.entries(layout.columnLooks)) lookOfColumn(book, sheet, Number(column), look);
  for (const [column, width] of Object.entries(layout.widths)) setWidth(sheet, Number(column), width);
}

/** Everything else of a layout. Looks are applied in order; a later look replaces an earlier one. */
export function layOut(book: EditableBook, sheetName: string, layout: SheetLayout): void {
  const sheet = book.sheet(sheetName);
  for (const { area, look } of layout.looks) lookOfArea(book, sheet, area, look);
  for (const area of layout.merges) sheet.addMerge(area);
  for (const dropDown of layout.dropDowns) addDropDown(sheet, dropDown);
  for (const rule of layout.rules) addRule(book, sheet, rule);
  setView(sheet, layout);
  if (layout.print !== null) setPrint(book, sheetName, sheet, layout.print);
  addCharts(book, sheetName, layout.charts);
}

function setWidth(sheet: SheetPart, column: number, width: number): void {
  const markup = sheet.column(column);
  markup.attributes.set('width', String(Math.round((width + WIDTH_MARGIN) * 256) / 256));
  markup.attributes.set('customWidth', '1');
}

/** Excel's width of a column whose width was not set: 8.43 characters. */
const STANDARD_WIDTH = 8.43;

function lookOfColumn(book: EditableBook, sheet: SheetPart, column: number, look: CellLook): void {
  for (const row of sheet.rowNumbers()) {
    const place = { row, column };
    if (!sheet.hasCell(place)) continue;
    sheet.setStyle(place, book.styles.derive(sheet.styleAt(place), look));
  }
  const markup = sheet.column(column);
  markup.attributes.set('style', String(book.styles.derive(Number(markup.attributes.get('style') ?? 0), look)));
  // A column definition without a width reads as width 0 in some programs.
  if (!markup.attributes.has('width')) markup.attributes.set('width', String(STANDARD_WIDTH + WIDTH_MARGIN));
}

function lookOfArea(book: EditableBook, sheet: SheetPart, area: Area, look: CellLook): void {
  if (area.top === 0 && area.bottom === LAST_ROW) {
    for (let column = area.left; column <= area.right; column++) lookOfColumn(book, sheet, column, look);
    return;
  }
  const right = area.left === 0 && area.right === LAST_COLUMN ? -1 : area.right;
  for (let row = area.top; row <= area.bottom; row++) {
    if (right < 0) lookOfRow(book, sheet, row, look);
    for (let column = area.left; column <= right; column++) {
      sheet.setStyle({ row, column }, book.styles.derive(sheet.styleAt({ row, column }), look));
    }
  }
}

function lookOfRow(book: EditableBook, sheet: SheetPart, row: number, look: CellLook): void {
  for (const column of sheet.columnsIn(row)) sheet.setStyle({ row, column }, book.styles.derive(sheet.styleAt({ row, column }), look));
  const markup = sheet.rowMarkup(row);
  markup.attributes.set('s', String(book.styles.derive(Number(markup.attributes.get('s') ?? 0), look)));
  markup.attributes.set('customFormat', '1');
}

function addDropDown(sheet: SheetPart, dropDown: DropDown): void {
  const list = 'values' in dropDown.list ? inlineList(dropDown.list.values) : absolute(dropDown.list.sheet, dropDown.list.area);
  const holder = sheet.child('dataValidations');
  const reference = areaA1(dropDown.area);
  removeChildren(holder, (child) => child.attributes.get('sqref') === reference);
  holder.children.push(
    sheet.make(
      'dataValidation',
      {
        type: 'list',
        allowBlank: 1,
        showInputMessage: dropDown.prompt === undefined ? undefined : 1,
        // With 1 Excel refuses every text that is not in the list.
        showErrorMessage: 0,
        promptTitle: dropDown.prompt?.title.slice(0, 32),
        prompt: dropDown.prompt?.message.slice(0, 255),
        sqref: reference,
      },
      [sheet.make('formula1', {}, [list])],
    ),
  );
  holder.attributes.set('count', String(childrenNamed(holder, 'dataValidation').length));
}

function addRule(book: EditableBook, sheet: SheetPart, rule: FormatRule): void {
  const reference = areaA1(rule.area);
  const first = areaA1({ ...rule.area, bottom: rule.area.top, right: rule.area.left });
  const word = 'cellIs' in rule.when ? rule.when.cellIs : rule.when.contains;
  const quoted = `"${word.replaceAll('"', '""')}"`;
  const formula = 'cellIs' in rule.when ? quoted : `NOT(ISERROR(SEARCH(${quoted},${first})))`;
  const kind =
    'cellIs' in rule.when ? { type: 'cellIs', operator: 'equal' } : { type: 'containsText', operator: 'containsText', text: word };
  removeChildren(sheet.root, (child) => isRule(child, reference, formula));
  const priority = nextPriority(sheet);
  const made = sheet.make('cfRule', { ...kind, dxfId: book.styles.ruleLook(rule.look), priority }, [sheet.make('formula', {}, [formula])]);
  const holder = sheet.make('conditionalFormatting', { sqref: reference }, [made]);
  sheet.place(holder);
}

function isRule(child: Markup, reference: string, formula: string): boolean {
  if (localName(child.name) !== 'conditionalFormatting' || child.attributes.get('sqref') !== reference) return false;
  const rules = childrenNamed(child, 'cfRule');
  const written = rules.length === 1 && rules[0] !== undefined ? childNamed(rules[0], 'formula') : undefined;
  return written !== undefined && textOf(written) === formula;
}

function nextPriority(sheet: SheetPart): number {
  const rules = childrenNamed(sheet.root, 'conditionalFormatting').flatMap((one) => childrenNamed(one, 'cfRule'));
  return Math.max(0, ...rules.map((rule) => Number(rule.attributes.get('priority') ?? 0))) + 1;
}

function setView(sheet: SheetPart, layout: SheetLayout): void {
  const views = sheet.child('sheetViews');
  if (childrenNamed(views, 'sheetView').length === 0) views.children.push(sheet.make('sheetView', { workbookViewId: 0 }));
  for (const view of childrenNamed(views, 'sheetView')) {
    if (layout.gridlines) view.attributes.delete('showGridLines');
    else view.attributes.set('showGridLines', '0');
    removeChildren(view, (child) => localName(child.name) === 'pane' || localName(child.name) === 'selection');
    if (layout.freeze !== null) view.children.unshift(...freezeMarkup(sheet, layout.freeze));
  }
}

function freezeMarkup(sheet: SheetPart, freeze: { readonly rows: number; readonly columns: number }): Markup[] {
  const { rows, columns } = freeze;
  if (rows === 0 && columns === 0) return [];
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const corner = areaA1({ top: rows, bottom: rows, left: columns, right: columns });
  return [
    sheet.make('pane', {
      xSplit: columns > 0 ? columns : undefined,
      ySplit: rows > 0 ? rows : undefined,
      topLeftCell: corner,
      activePane: pane,
      state: 'frozen',
    }),
    sheet.make('selection', { pane, activeCell: corner, sqref: corner }),
  ];
}

function setPrint(book: EditableBook, sheetName: string, sheet: SheetPart, print: PrintSetUp): void {
  ensureChild(sheet.child('sheetPr'), 'pageSetUpPr', ['tabColor', 'outlinePr', 'pageSetUpPr']).attributes.set('fitToPage', '1');
  const page = sheet.child('pageSetup');
  const fitToHeight = print.pages === 'one' ? 1 : 0;
  const settings = { paperSize: PAPER[print.paper], orientation: print.orientation, fitToWidth: 1, fitToHeight };
  for (const [name, value] of Object.entries(settings)) page.attributes.set(name, String(value));
  const margins = sheet.child('pageMargins');
  for (const side of ['left', 'right']) margins.attributes.set(side, String(SIDE_MARGIN));
  if (print.footer !== '') {
    const footer = ensureChild(sheet.child('headerFooter'), 'oddFooter', ['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter']);
    footer.children = [/^&[LCR]/.test(print.footer) ? print.footer : `&C${print.footer}`];
  }
  if (print.lastColumn !== null) book.setSheetName(sheetName, PRINT_AREA, `${quotedSheet(sheetName)}!${printedColumns(print.lastColumn)}`);
  if (print.titleRows === null) return;
  const rows = `$${String(print.titleRows.top + 1)}:$${String(print.titleRows.bottom + 1)}`;
  book.setSheetName(sheetName, '_xlnm.Print_Titles', `${quotedSheet(sheetName)}!${rows}`);
}

const PRINT_AREA = '_xlnm.Print_Area';

/**
 * "$A$1:$L$1048576": whole columns with their rows, since some libraries do not open a workbook with a print area of "$A:$L". Excel takes both for
 * the same, and saves the short one.
 * @param last zero-based column, inclusive.
 */
function printedColumns(last: number): string {
  return `$A$1:$${columnName(last)}$${String(MOST_ROWS)}`;
}

const MOST_ROWS = 1_048_576;
const withoutRows = (area: string): string => area.replace(/^(\$[A-Z]+)\$1:(\$[A-Z]+)\$1048576$/, '$1:$2');

/** A print area that the user set is another, and stays. */
export function setPrintedColumns(book: EditableBook, { sheet, from, to }: Edit & { readonly type: 'set printed columns' }): void {
  const now = book.sheetName(sheet, PRINT_AREA);
  if (now === null || now.includes(',')) return;
  if (withoutRows(now.slice(now.lastIndexOf('!') + 1)) !== withoutRows(printedColumns(from))) return;
  book.setSheetName(sheet, PRINT_AREA, `${quotedSheet(sheet)}!${printedColumns(to)}`);
}
