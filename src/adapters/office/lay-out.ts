import { type Area, areaA1, columnName, LAST_ROW, quotedSheet } from '../../domain/grid';
import { type DropDown, type Edit, type FormatRule, type PrintSetUp, type SheetLayout, SIDE_MARGIN } from '../../domain/workbook';
import { applyLook } from './cell-look';
import { alertOf } from './drop-downs';
import { addChart } from './lay-out-chart';
import { printArea } from './printed-columns';
import { untracked, rangeOf } from './used-blocks';
import { BYTES_A_CALL, type Step, wireBytes } from './write-batches';

/** Adds a part of the layout to the steps: the number of calls it makes, and the calls. */
type Add = (calls: number, queue: (sheet: Excel.Worksheet) => void) => void;

function adder(sheet: string, steps: Step[]): Add {
  return (calls, queue) =>
    steps.push({ bytes: calls * BYTES_A_CALL, queue: (context) => queue(context.workbook.worksheets.getItem(sheet)) });
}

/**
 * The looks of whole columns and their widths. They go before the cells are written: a format set on a whole column later would
 * replace the formats that came with the cells.
 */
export function columnSteps(sheet: string, layout: SheetLayout): Step[] {
  const steps: Step[] = [];
  const add = adder(sheet, steps);
  for (const [key, look] of Object.entries(layout.columnLooks)) {
    const column = Number(key);
    const area: Area = { top: 0, bottom: LAST_ROW, left: column, right: column };
    add(6, (worksheet) => applyLook(untracked(worksheet.getRange(wholeColumn(column))), look, area));
  }
  for (const [key, width] of Object.entries(layout.widths)) {
    add(2, (worksheet) => {
      untracked(worksheet.getRange(wholeColumn(Number(key)))).format.columnWidth = pointsOfCharacters(width);
    });
  }
  return steps;
}

/** Everything else of a layout but its print set-up. Each step can be repeated safely. `charts` holds the names of charts that exist already. */
export function layoutSteps(sheet: string, layout: SheetLayout, charts: ReadonlySet<string>): Step[] {
  const steps: Step[] = [];
  const add = adder(sheet, steps);
  for (const area of layout.merges) add(2, (worksheet) => rangeOf(worksheet, area).merge(false));
  for (const { area, look } of layout.looks) add(20, (worksheet) => applyLook(rangeOf(worksheet, area), look, area));
  for (const dropDown of layout.dropDowns) add(5 + wireBytes(dropDown) / BYTES_A_CALL, (worksheet) => addDropDown(worksheet, dropDown));
  const ruled = new Set(layout.rules.map(({ area }) => areaA1(area)));
  for (const address of ruled) add(2, (worksheet) => untracked(worksheet.getRange(address)).conditionalFormats.clearAll());
  for (const rule of layout.rules) add(8, (worksheet) => addRule(worksheet, rule));
  for (const chart of layout.charts) if (!charts.has(chart.name)) add(12, (worksheet) => addChart(worksheet, chart));
  const { freeze } = layout;
  if (freeze !== null && freeze.rows + freeze.columns > 0) add(3, (worksheet) => freezePanes(worksheet, freeze));
  add(1, (worksheet) => {
    worksheet.showGridlines = layout.gridlines;
  });
  return steps;
}

/**
 * The print set-up of layouts. It goes last and by itself: it needs a printer on some hosts and is not there on others, and a plan
 * that cannot be printed as meant is a plan all the same.
 */
export function printSteps(edits: readonly Edit[]): Step[] {
  return edits.flatMap((edit): Step[] => {
    if (edit.type !== 'lay out') return [];
    const { sheet, layout } = edit;
    const { print } = layout;
    const steps: Step[] = [];
    if (print !== null) adder(sheet, steps)(11, (worksheet) => setUpPrint(worksheet, print));
    return steps;
  });
}

function wholeColumn(column: number): string {
  return `${columnName(column)}:${columnName(column)}`;
}

/**
 * Excel counts a column in characters of the standard font; Office.js sets it in points. A digit of the standard font
 * (Calibri or Aptos 11) is 7 pixels wide at 96 dots an inch, 5 pixels are margin and grid line, and a pixel is three quarters of a point:
 * 8.43 characters are 64 pixels are 48 points. Excel itself rounds to whole pixels.
 */
export function pointsOfCharacters(characters: number): number {
  const pixels = characters < 1 ? characters * 12 : characters * 7 + 5;
  return pixels * 0.75;
}

/** "=Sheet!$A$1:$A$9": the source of a list that lies on a sheet. */
function listSource(list: DropDown['list']): string {
  if ('values' in list) return list.values.join(',');
  const { top, left, bottom, right } = list.area;
  const corner = (row: number, column: number): string => `$${columnName(column)}$${String(row + 1)}`;
  return `=${quotedSheet(list.sheet)}!${corner(top, left)}:${corner(bottom, right)}`;
}

function addDropDown(worksheet: Excel.Worksheet, { area, list, prompt }: DropDown): void {
  const { dataValidation } = rangeOf(worksheet, area);
  dataValidation.clear();
  dataValidation.rule = { list: { inCellDropDown: true, source: listSource(list) } };
  dataValidation.errorAlert = alertOf(false);
  if (prompt !== undefined) dataValidation.prompt = { showPrompt: true, title: prompt.title, message: prompt.message };
}

function addRule(worksheet: Excel.Worksheet, { area, when, look }: FormatRule): void {
  const { conditionalFormats } = rangeOf(worksheet, area);
  const format = 'cellIs' in when ? cellIs(conditionalFormats, when.cellIs) : contains(conditionalFormats, when.contains);
  format.font.color = look.colour;
  format.fill.color = look.fill;
  if (look.bold !== undefined) format.font.bold = look.bold;
}

function cellIs(formats: Excel.ConditionalFormatCollection, words: string): Excel.ConditionalRangeFormat {
  const { cellValue } = formats.add('CellValue');
  cellValue.rule = { operator: 'EqualTo', formula1: `="${words.replaceAll('"', '""')}"` };
  return cellValue.format;
}

function contains(formats: Excel.ConditionalFormatCollection, words: string): Excel.ConditionalRangeFormat {
  const { textComparison } = formats.add('ContainsText');
  textComparison.rule = { operator: 'Contains', text: words };
  return textComparison.format;
}

function freezePanes(worksheet: Excel.Worksheet, { rows, columns }: { readonly rows: number; readonly columns: number }): void {
  if (columns === 0) worksheet.freezePanes.freezeRows(rows);
  else if (rows === 0) worksheet.freezePanes.freezeColumns(columns);
  else worksheet.freezePanes.freezeAt(rangeOf(worksheet, { top: 0, left: 0, bottom: rows - 1, right: columns - 1 }));
}

const POINTS_AN_INCH = 72;

function setUpPrint(worksheet: Excel.Worksheet, print: PrintSetUp): void {
  const { pageLayout } = worksheet;
  pageLayout.orientation = print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  pageLayout.paperSize = print.paper === 'A3' ? 'A3' : 'A4';
  // Without a number of pages down, the sheet takes as many as it needs.
  pageLayout.zoom = print.pages === 'one' ? { horizontalFitToPages: 1, verticalFitToPages: 1 } : { horizontalFitToPages: 1 };
  pageLayout.leftMargin = SIDE_MARGIN * POINTS_AN_INCH;
  pageLayout.rightMargin = SIDE_MARGIN * POINTS_AN_INCH;
  if (print.lastColumn !== null) pageLayout.setPrintArea(printArea(print.lastColumn));
  if (print.titleRows !== null) pageLayout.setPrintTitleRows(`$${String(print.titleRows.top + 1)}:$${String(print.titleRows.bottom + 1)}`);
  const footer = footerParts(print.footer);
  const { defaultForAllPages } = pageLayout.headersFooters;
  defaultForAllPages.leftFooter = footer.left;
  defaultForAllPages.centerFooter = footer.centre;
  defaultForAllPages.rightFooter = footer.right;
}

/** A footer in the file's notation, "&LPlan&RPage &P": Excel's API has a property for each third. Text without a mark is in the middle. */
export function footerParts(footer: string): { readonly left: string; readonly centre: string; readonly right: string } {
  const parts = { L: '', C: '', R: '' };
  let at: keyof typeof parts = 'C';
  for (const piece of footer.split(/(&&|&[LCR])/)) {
    if (piece === '&L' || piece === '&C' || piece === '&R') at = piece.slice(1) as keyof typeof parts;
    else parts[at] += piece;
  }
  return { left: parts.L, centre: parts.C, right: parts.R };
}
