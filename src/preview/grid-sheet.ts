import type { Cell as GridCell, CellMatrix, Sheet } from '@fortune-sheet/core';
import { type Area, areaHolds } from '../domain/grid';
import { chartImages } from './chart-picture';
import type { HostCell, HostConditionalFormat, HostSheet, HostTable, HostWorkbook } from './excel-host';

/**
 * What the grid shows of one worksheet of the host: texts as Excel would show them, looks, merges, widths, charts as
 * pictures. Not shown: borders, print set-up; drop-downs and links are offered beside the grid for the selected cell. The grid never calculates: it gets the
 * text that a formula shows, and what is typed goes to the host, which reads it as Excel does.
 */
export function gridSheet(workbook: HostWorkbook, sheet: HostSheet, order: number): Sheet {
  const shown = sheet.cells.all().filter(([row, column]) => row < MAX_ROWS && column < MAX_COLUMNS);
  const rows = Math.max(40, ...shown.map(([row]) => row + 10), ...sheet.charts.map(({ over }) => (over?.bottom ?? 0) + 2));
  const columns = Math.max(16, ...shown.map(([, column]) => column + 4));
  const data: CellMatrix = Array.from({ length: rows }, () => Array.from({ length: columns }, () => null));
  const put = (row: number, column: number, cell: GridCell): void => {
    const line = data[row];
    if (line !== undefined && column < columns) line[column] = { ...line[column], ...cell };
  };
  for (const [row, column, cell] of shown) put(row, column, gridCell(workbook, sheet, row, column, cell));
  putFills(sheet, rows, columns, put);
  const merge: Record<string, { r: number; c: number; rs: number; cs: number }> = {};
  for (const { top, left, bottom, right } of sheet.merges.filter((area) => area.bottom < rows && area.right < columns)) {
    merge[`${String(top)}_${String(left)}`] = { r: top, c: left, rs: bottom - top + 1, cs: right - left + 1 };
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        put(row, column, {
          mc: row === top && column === left ? { r: top, c: left, rs: bottom - top + 1, cs: right - left + 1 } : { r: top, c: left },
        });
      }
    }
  }
  const fitted = fittedWidths(data, columns);
  const widths = Array.from({ length: columns }, (_, column) => columnWidth(sheet, column) ?? fitted[column] ?? DEFAULT_WIDTH);
  const heights = Array.from({ length: rows }, (_, row) => rowHeight(sheet, row, data[row] ?? [], widths));
  const record = (sizes: readonly number[]): Record<string, number> =>
    Object.fromEntries(sizes.map((size, index) => [String(index), size]));
  return {
    id: sheet.id,
    name: sheet.name,
    order,
    status: workbook.active === sheet ? 1 : 0,
    hide: sheet.visibility === 'visible' ? 0 : 1,
    row: rows,
    column: columns,
    ...(sheet.tabColour === '' ? {} : { color: sheet.tabColour }),
    showGridLines: sheet.gridlines ? 1 : 0,
    celldata: data.flatMap((cells, r) => cells.flatMap((v, c) => (v === null ? [] : [{ r, c, v }]))),
    config: { merge, columnlen: record(widths), rowlen: record(heights) },
    images: chartImages(workbook, sheet, widths, heights),
    ...frozen(sheet),
    luckysheet_select_save: [{ row: [sheet.selection.top, sheet.selection.bottom], column: [sheet.selection.left, sheet.selection.right] }],
  };
}

/** More than a user scrolls through in the preview; the host holds the rest. */
const MAX_ROWS = 6_000;
const MAX_COLUMNS = 200;

/** Excel's default column: 8.43 characters, 64 pixels. */
const DEFAULT_WIDTH = 64;
const PIXELS_PER_POINT = 96 / 72;
const LINE_HEIGHT = 19;
const MAX_ROW_HEIGHT = 132;
const PIXELS_PER_CHARACTER = 6.4;
const MAX_FITTED_WIDTH = 230;

function gridCell(workbook: HostWorkbook, sheet: HostSheet, row: number, column: number, cell: HostCell): GridCell {
  const at: Area = { top: row, bottom: row, left: column, right: column };
  const text = workbook.textOf(sheet, row, column, cell);
  const words = (name: string, otherwise: string): string => {
    const value = sheet.look(at, name, otherwise);
    return typeof value === 'string' ? value : otherwise;
  };
  const is = (name: string): boolean => sheet.look(at, name, false) === true;
  const size = sheet.look(at, 'font.size', 11);
  const isNumber = typeof cell.value === 'number' && cell.formula === null;
  const align = words('horizontalAlignment', 'General');
  const vertical = words('verticalAlignment', 'Bottom');
  const rule = ruleLook(sheet, row, column, text);
  const colour = rule.colour ?? words('font.color', '');
  const isLink = cell.formula?.startsWith('=HYPERLINK(') === true;
  return {
    v: text,
    m: text,
    // Text by format, so that the grid neither calculates nor re-reads what the host has read.
    ct: { fa: '@', t: 's' },
    ...(is('font.bold') || rule.bold ? { bl: 1 } : {}),
    ...(is('font.italic') ? { it: 1 } : {}),
    ...(isLink ? { fc: '#0563C1', un: 1 } : colour === '' ? {} : { fc: colour }),
    ff: 'Arial',
    fs: (typeof size === 'number' ? size : 11) * 0.9,
    tb: is('wrapText') ? '2' : '1',
    ht: align === 'Center' ? 0 : align === 'Right' || (align === 'General' && isNumber) ? 2 : 1,
    vt: vertical === 'Top' ? 1 : vertical === 'Center' ? 0 : 2,
    ...(rule.fill === null ? {} : { bg: rule.fill }),
  };
}

interface RuleLook {
  readonly fill: string | null;
  readonly colour: string | null;
  readonly bold: boolean;
}

/** The look of the first rule that applies. Only "cell is this text" and "contains this text" are handled: the add-in writes no others. */
function ruleLook(sheet: HostSheet, row: number, column: number, text: string): RuleLook {
  const rule = sheet.conditionalFormats.find((format) => areaHolds(format.area, { row, column }) && ruleHolds(format, text));
  const looks = new Map([...(rule?.looks ?? [])].map(([name, value]) => [name.replace(/^format\./, ''), value]));
  const words = (name: string): string | null => {
    const value = looks.get(name);
    return typeof value === 'string' && value !== '' ? value : null;
  };
  return { fill: words('fill.color'), colour: words('font.color'), bold: looks.get('font.bold') === true };
}

function ruleHolds({ rule }: HostConditionalFormat, text: string): boolean {
  const { operator, formula1, text: contained } = rule ?? {};
  if (typeof contained === 'string') return text.toLowerCase().includes(contained.toLowerCase());
  return (
    operator === 'EqualTo' && typeof formula1 === 'string' && formula1.toLowerCase() === `="${text.replaceAll('"', '""').toLowerCase()}"`
  );
}

/** Fills of whole areas, empty cells included, and the bands of Excel tables. */
function putFills(sheet: HostSheet, rows: number, columns: number, put: (row: number, column: number, cell: GridCell) => void): void {
  for (const table of sheet.tables) putBands(table, rows, put);
  for (const { area, name, value } of sheet.looks) {
    if (name !== 'fill.color' || typeof value !== 'string' || value === '') continue;
    for (let row = area.top; row <= Math.min(area.bottom, rows - 1); row += 1) {
      for (let column = area.left; column <= Math.min(area.right, columns - 1); column += 1) put(row, column, { bg: value });
    }
  }
}

function putBands({ area, banded, hasHeader }: HostTable, rows: number, put: (row: number, column: number, cell: GridCell) => void): void {
  for (let row = area.top; row <= Math.min(area.bottom, rows - 1); row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      if (hasHeader && row === area.top) put(row, column, { bl: 1, bg: '#DCE6F1' });
      else if (banded && (row - area.top) % 2 === 1) put(row, column, { bg: '#F3F6FA' });
    }
  }
}

function columnWidth(sheet: HostSheet, column: number): number | null {
  const points = sheet.look({ top: 0, bottom: 0, left: column, right: column }, 'columnWidth', 0);
  return typeof points === 'number' && points > 0 ? Math.round(points * PIXELS_PER_POINT) : null;
}

/** The host does not know a file's column widths and wrapping, so a table's columns are fitted to their texts and wrapped. */
function fittedWidths(data: CellMatrix, columns: number): number[] {
  const widths = Array.from({ length: columns }, () => DEFAULT_WIDTH);
  for (const cells of data) {
    const filled = cells.flatMap((cell, column) =>
      typeof cell?.m === 'string' && cell.m !== '' ? [{ cell, column, length: cell.m.length }] : [],
    );
    // A single text in a row is a title or an introduction: it is shown across the columns beside it.
    if (filled.length < 2) continue;
    for (const { cell, column, length } of filled) {
      widths[column] = Math.max(widths[column] ?? 0, Math.min(MAX_FITTED_WIDTH, length * PIXELS_PER_CHARACTER + 14));
      cell.tb = '2';
      cell.vt = 1;
    }
  }
  return widths;
}

/** Excel fits a row to its wrapped text; the grid does not, so the lines are counted here. Merged cells do not count, as in Excel. */
function rowHeight(sheet: HostSheet, row: number, cells: CellMatrix[number], widths: readonly number[]): number {
  const lines = cells.map((cell, column) => {
    if (cell?.tb !== '2' || cell.mc !== undefined || typeof cell.m !== 'string') return 1;
    const fits = Math.max(4, (widths[column] ?? DEFAULT_WIDTH) / PIXELS_PER_CHARACTER);
    return cell.m.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / fits)), 0);
  });
  const tallest = Math.max(1, ...lines) * LINE_HEIGHT;
  const size = sheet.look({ top: row, bottom: row, left: 0, right: 0 }, 'font.size', 11);
  return Math.min(MAX_ROW_HEIGHT, Math.max(tallest, typeof size === 'number' ? size * 1.9 : LINE_HEIGHT));
}

function frozen(sheet: HostSheet): Pick<Sheet, 'frozen'> {
  const { rows = 0, columns = 0 } = sheet.freeze ?? {};
  if (rows === 0 && columns === 0) return {};
  const type = rows > 0 && columns > 0 ? 'rangeBoth' : rows > 0 ? 'rangeRow' : 'rangeColumn';
  return { frozen: { type, range: { row_focus: rows - 1, column_focus: columns - 1 } } };
}
