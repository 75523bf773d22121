import { type Area, LAST_COLUMN, LAST_ROW, areaA1, columnIndex, parseArea } from '../domain/grid';
import type { CellLook, DropDown, FormatRule, LookArea, PlanChart, PrintSetUp, SheetLayout } from '../domain/workbook';
import type { HostChart, HostConditionalFormat, HostLook, HostSheet, HostValidation, HostWorkbook } from './excel-host';

export interface SavedLayouts {
  /** Columns and looks of areas: applied before the cells are written. */
  readonly grounds: SheetLayout;
  /** Everything else: applied after the cells and tables are written. */
  readonly rest: SheetLayout;
  /** True when the host's sheet has no layout. */
  readonly isPlain: boolean;
}

/** How a sheet of the host is laid out, as an edit says it; `known` are merges that the file has already. */
export function layoutsOf(workbook: HostWorkbook, sheet: HostSheet, known: readonly Area[] = []): SavedLayouts {
  const bare: SheetLayout = {
    ...{ widths: {}, columnLooks: {}, merges: [], looks: [], dropDowns: [], rules: [], charts: [] },
    ...{ freeze: sheet.freeze, print: null, gridlines: sheet.gridlines },
  };
  const had = new Set(known.map(areaA1));
  const grounds = { ...bare, widths: widthsOf(sheet), columnLooks: columnLooksOf(sheet), looks: looksOf(sheet) };
  const rest = {
    ...bare,
    merges: sheet.merges.filter((merge) => !had.has(areaA1(merge))),
    dropDowns: sheet.validations.flatMap((rule) => dropDownOf(sheet, rule)),
    rules: sheet.conditionalFormats.flatMap(ruleOf),
    charts: sheet.charts.flatMap((chart) => chartOf(workbook, sheet, chart)),
    print: printOf(sheet),
  };
  const lists = [
    grounds.looks,
    rest.merges,
    rest.dropDowns,
    rest.rules,
    rest.charts,
    Object.keys(grounds.widths),
    Object.keys(grounds.columnLooks),
  ];
  const isPlain = lists.every((list) => list.length === 0) && sheet.freeze === null && rest.print === null && sheet.gridlines;
  return { grounds, rest, isPlain };
}

const isWholeColumns = ({ top, bottom, left, right }: Area): boolean =>
  top === 0 && bottom === LAST_ROW && !(left === 0 && right === LAST_COLUMN);

function columnsOf({ left, right }: Area): number[] {
  return Array.from({ length: right - left + 1 }, (_, step) => left + step);
}

/**
 * The host holds points, a file characters of the standard font: a digit of it is 7 pixels, 5 are margin, a pixel is three
 * quarters of a point. Widths under one character shrink the margin too.
 */
function charactersOfPoints(points: number): number {
  const pixels = points / 0.75;
  return pixels < 12 ? pixels / 12 : (pixels - 5) / 7;
}

function widthsOf(sheet: HostSheet): Record<number, number> {
  const widths: Record<number, number> = {};
  for (const { area, name, value } of sheet.looks) {
    if (name !== 'columnWidth' || typeof value !== 'number' || !isWholeColumns(area)) continue;
    for (const column of columnsOf(area)) widths[column] = charactersOfPoints(value);
  }
  return widths;
}

function columnLooksOf(sheet: HostSheet): Record<number, CellLook> {
  const looks: Record<number, CellLook> = {};
  const add = (area: Area, look: CellLook): void => {
    for (const column of columnsOf(area)) looks[column] = { ...looks[column], ...look };
  };
  for (const look of sheet.looks) {
    const part = lookPart(look);
    if (part !== null && isWholeColumns(look.area)) add(look.area, part);
  }
  for (const { area, format } of sheet.cells.layers()) if (isWholeColumns(area)) add(area, { format });
  return looks;
}

/** In the order they were set; looks set one after another on the same area are joined into one. */
function looksOf(sheet: HostSheet): LookArea[] {
  const found: LookArea[] = sheet.cells
    .layers()
    .filter(({ area }) => !isWholeColumns(area))
    .map(({ area, format }) => ({ area, look: { format } }));
  for (const look of sheet.looks) {
    const part = lookPart(look);
    if (part === null || isWholeColumns(look.area)) continue;
    const last = found.at(-1);
    if (last !== undefined && areaA1(last.area) === areaA1(look.area))
      found.splice(-1, 1, { area: look.area, look: { ...last.look, ...part } });
    else found.push({ area: look.area, look: part });
  }
  return found;
}

const ALIGN: Readonly<Record<string, CellLook['align']>> = { Left: 'left', Center: 'centre', Right: 'right' };
const VERTICAL: Readonly<Record<string, CellLook['vertical']>> = { Top: 'top', Center: 'middle', Bottom: 'bottom' };

/** One look of the host as an edit describes it; null for looks that edits do not have, such as a row's height. */
function lookPart({ name, value }: HostLook): CellLook | null {
  switch (name) {
    case 'font.bold':
      return { bold: value === true };
    case 'font.italic':
      return { italic: value === true };
    case 'font.size':
      return typeof value === 'number' ? { size: value } : null;
    case 'font.color':
      return typeof value === 'string' ? { colour: value } : null;
    case 'fill.color':
      return typeof value === 'string' ? { fill: value } : null;
    case 'wrapText':
      return { wrap: value === true };
    case 'horizontalAlignment':
      return wordOf('align', ALIGN[String(value)]);
    case 'verticalAlignment':
      return wordOf('vertical', VERTICAL[String(value)]);
    default:
      return /^borders\.Edge\w+\.style$/.test(name) && value === 'Continuous' ? { border: 'thin' } : null;
  }
}

function wordOf(key: 'align' | 'vertical', word: string | undefined): CellLook | null {
  return word === undefined ? null : { [key]: word };
}

function textIn(fields: unknown, name: string): string {
  const value: unknown = typeof fields === 'object' && fields !== null ? Reflect.get(fields, name) : undefined;
  return typeof value === 'string' ? value : '';
}

/** A list written into the rule, or one that lies in cells of this or another sheet. */
function dropDownOf(sheet: HostSheet, { area, rule, prompt }: HostValidation): DropDown[] {
  const source = textIn(rule.list, 'source');
  if (source === '') return [];
  const list = source.startsWith('=') ? listArea(sheet, source.slice(1)) : { values: source.split(',') };
  const title = textIn(prompt, 'title');
  const message = textIn(prompt, 'message');
  return list === null ? [] : [{ area, list, ...(title === '' && message === '' ? {} : { prompt: { title, message } }) }];
}

function listArea(sheet: HostSheet, reference: string): DropDown['list'] | null {
  const area = parseArea(reference.replaceAll('$', ''));
  const name = reference.includes('!') ? reference.slice(0, reference.lastIndexOf('!')) : sheet.name;
  const plain = name.startsWith("'") && name.endsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
  return area === null ? null : { sheet: plain, area };
}

/** "Cell is this text" and "contains this text": the add-in writes no other rules. */
function ruleOf({ area, rule, looks }: HostConditionalFormat): FormatRule[] {
  const contains = textIn(rule, 'text');
  const cellIs = /^="((?:[^"]|"")*)"$/.exec(textIn(rule, 'formula1'))?.[1]?.replaceAll('""', '"');
  const colour = looks.get('font.color');
  const fill = looks.get('fill.color');
  const when = contains !== '' ? { contains } : cellIs === undefined ? null : { cellIs };
  if (when === null || typeof colour !== 'string' || typeof fill !== 'string') return [];
  return [{ area, when, look: { colour, fill, ...(looks.get('font.bold') === true ? { bold: true } : {}) } }];
}

const KINDS: Readonly<Record<string, PlanChart['kind']>> = {
  ColumnClustered: 'column',
  BarClustered: 'bar',
  ColumnStacked: 'column stacked',
  BarStacked: 'bar stacked',
  Pie: 'pie',
};

/** A chart whose figures are on its own sheet and whose position is known; the add-in's own charts are all so. */
function chartOf(workbook: HostWorkbook, sheet: HostSheet, { name, type, source, over, settings }: HostChart): PlanChart[] {
  const kind = KINDS[type];
  if (kind === undefined || over === null || workbook.findSheet(source.sheetId) !== sheet) return [];
  const title = settings.get('title.text');
  const valueTitle = settings.get('axes.valueAxis.title.text');
  return [
    {
      ...{ name, kind, source: source.area, over, title: typeof title === 'string' ? title : '' },
      ...(typeof valueTitle === 'string' && valueTitle !== '' ? { valueTitle } : {}),
    },
  ];
}

function printOf({ page }: HostSheet): PrintSetUp | null {
  if (page.size === 0) return null;
  const word = (key: string): string => {
    const value = page.get(key);
    return typeof value === 'string' ? value : '';
  };
  const rows = /^(\d+):(\d+)$/.exec(word('printTitleRows').replaceAll('$', ''));
  const lastColumn = /^A:([A-Z]+)$/.exec(word('printArea').replaceAll('$', ''))?.[1];
  const zoom = page.get('zoom');
  const third = (mark: string, side: string): string => {
    const words = word(`headersFooters.${side}Footer`);
    return words === '' ? '' : `&${mark}${words}`;
  };
  return {
    orientation: word('orientation') === 'Landscape' ? 'landscape' : 'portrait',
    paper: word('paperSize') === 'A3' ? 'A3' : 'A4',
    pages: typeof zoom === 'object' && zoom !== null && Reflect.get(zoom, 'verticalFitToPages') === 1 ? 'one' : 'one wide',
    lastColumn: lastColumn === undefined ? null : columnIndex(lastColumn),
    titleRows: rows === null ? null : { top: Number(rows[1]) - 1, bottom: Number(rows[2]) - 1 },
    footer: third('L', 'left') + third('C', 'center') + third('R', 'right'),
  };
}
