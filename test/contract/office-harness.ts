import { createOfficeWorkbook } from '../../src/adapters/office';
import {
  type Area,
  type BookGrid,
  type Cell,
  type CellComment,
  EMPTY_CELL,
  LAST_COLUMN,
  LAST_ROW,
  a1,
  areaA1,
  parseA1,
  parseArea,
  quotedSheet,
} from '../../src/domain/grid';
import {
  type ExcelHost,
  type HostChart,
  type HostConditionalFormat,
  type HostSheet,
  type HostValidation,
  createExcelHost,
} from '../../src/preview/excel-host';
import { loadOfficeInNode } from '../preview/excel-host/load-office-in-node';
import type {
  ContractHarness,
  Observed,
  ObservedCell,
  ObservedChart,
  ObservedDropDown,
  ObservedLook,
  ObservedPrint,
  ObservedRule,
  ObservedSheet,
  SeedBook,
  SeedCell,
} from './harness';

/** The Office adapter over the genuine Office.js over the in-repo host; what was written is seen in the host's own state. */
export const officeHarness: ContractHarness = {
  fileLinks: false,
  open: (seed) => {
    const host = createExcelHost(bookOf(seed), { today: { year: 2025, month: 1, day: 30 } });
    const { Excel: excel, Office: office } = loadOfficeInNode(host, { shared: true });
    const port = createOfficeWorkbook(excel, {
      isSetSupported: (name, version) => office.context.requirements.isSetSupported(name, version),
      documentUrl: () => '',
    });
    return Promise.resolve({ port, observe: () => Promise.resolve(observe(host)) });
  },
};

function areaOf(address: string): Area {
  const area = parseArea(address);
  if (area === null) throw new Error(`${address} is not an area`);
  return area;
}

function bookOf(seed: SeedBook): BookGrid {
  return {
    name: '',
    sheets: seed.sheets.map(({ name, visibility = 'visible', isProtected = false, cells, merges = [], tables = [], comments = {} }) => {
      const rows = new Map<number, Map<number, Cell>>();
      for (const [address, cell] of Object.entries(cells)) {
        const { row, column } = parseA1(address) ?? { row: 0, column: 0 };
        rows.set(row, (rows.get(row) ?? new Map<number, Cell>()).set(column, cellOf(cell)));
      }
      return {
        ...{ id: name, name, visibility, isProtected, rows, merges: merges.map(areaOf) },
        comments: Object.entries(comments).map(([address, { id = null, text, author }]): CellComment => {
          const place = parseA1(address) ?? { row: 0, column: 0 };
          return { ...place, kind: id === null ? 'note' : 'comment', id, author, text };
        }),
        tables: tables.map((table) => ({ name: table.name, area: areaOf(table.area), hasHeader: true, hasTotals: false })),
      };
    }),
  };
}

function cellOf({ value, format = 'General', formula }: SeedCell): Cell {
  const more = { format, ...(formula === undefined ? {} : { formula }) };
  if (value === null) return { ...EMPTY_CELL, ...more };
  const text = String(value);
  if (typeof value === 'number') return { kind: 'number', value, text, ...more };
  return typeof value === 'boolean' ? { kind: 'boolean', value, text, ...more } : { kind: 'text', value, text, ...more };
}

function observe(host: ExcelHost): Observed {
  return { sheets: host.workbook.sheets.map((sheet) => observeSheet(host, sheet)) };
}

function observeSheet(host: ExcelHost, sheet: HostSheet): ObservedSheet {
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    tabColour: sheet.tabColour === '' ? null : sheet.tabColour,
    cells: observeCells(sheet),
    tables: sheet.tables.map(({ name, area, style, banded }) => ({
      ...{ name, area: areaA1(area), style, banded },
      headings: columnsOf(area).map((column) => String(sheet.cells.at(area.top, column).value)),
    })),
    ...observeColumns(sheet),
    merges: sheet.merges.map(areaA1),
    looks: observeLooks(sheet),
    dropDowns: sheet.validations.map(observeDropDown),
    rules: sheet.conditionalFormats.map(observeRule),
    charts: sheet.charts.map((chart) => observeChart(host, chart)),
    freeze: sheet.freeze,
    print: observePrint(sheet),
    gridlines: sheet.gridlines,
    comments: sheet.comments.map(({ row, column, kind, text }) => `${a1({ row, column })} ${kind} ${text}`).sort(),
  };
}

const columnsOf = ({ left, right }: Area): number[] => Array.from({ length: right - left + 1 }, (_, along) => left + along);

function observeCells(sheet: HostSheet): Record<string, ObservedCell> {
  const found: Record<string, ObservedCell> = {};
  for (const [row, column, { value, formula }] of sheet.cells.all()) {
    if (value === null && formula === null) continue;
    found[a1({ row, column })] = { value: value ?? '', format: sheet.cells.formatAt(row, column), formula, link: null };
  }
  return found;
}

const isWholeColumn = ({ top, bottom }: Area): boolean => top === 0 && bottom === LAST_ROW;

function observeColumns(sheet: HostSheet): Pick<ObservedSheet, 'widths' | 'columnLooks'> {
  const widths: Record<number, number> = {};
  const columnLooks: Record<number, ObservedLook> = {};
  const whole = sheet.looks.filter(({ area }) => isWholeColumn(area) && area.right < LAST_COLUMN);
  for (const { area, name, value } of whole) {
    for (const column of columnsOf(area)) {
      // Points to pixels at 96 dots an inch, less the 5 of margin, in digits of 7.
      if (name === 'columnWidth') widths[column] = Math.round(((Number(value) / 0.75 - 5) / 7) * 10) / 10;
      else columnLooks[column] = lookAt(sheet, LAST_ROW, column);
    }
  }
  for (const { area } of sheet.cells.layers().filter((layer) => isWholeColumn(layer.area))) {
    for (const column of columnsOf(area)) columnLooks[column] = lookAt(sheet, LAST_ROW, column);
  }
  return { widths, columnLooks };
}

/** The looks of every cell written, and of every cell in an area that was given a look. */
function observeLooks(sheet: HostSheet): Record<string, ObservedLook> {
  const places = sheet.cells
    .all()
    .filter(([, , { value }]) => value !== null)
    .map(([row, column]) => [row, column] as const);
  for (const { area } of sheet.looks.filter((look) => !isWholeColumn(look.area))) {
    for (let row = area.top; row <= area.bottom; row += 1) places.push(...columnsOf(area).map((column) => [row, column] as const));
  }
  return Object.fromEntries(places.map(([row, column]) => [a1({ row, column }), lookAt(sheet, row, column)]));
}

const ALIGN: Readonly<Record<string, ObservedLook['align']>> = { Left: 'left', Center: 'centre', Right: 'right' };
const VERTICAL: Readonly<Record<string, ObservedLook['vertical']>> = { Top: 'top', Center: 'middle', Bottom: 'bottom' };

function lookAt(sheet: HostSheet, row: number, column: number): ObservedLook {
  const area = { top: row, bottom: row, left: column, right: column };
  const look = (name: string): unknown => sheet.look(area, name, null);
  const word = (name: string): string | null => (typeof look(name) === 'string' ? String(look(name)) : null);
  const edges = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'];
  const isThin = edges.every((edge) => look(`borders.${edge}.style`) === 'Continuous' && look(`borders.${edge}.weight`) === 'Thin');
  return {
    bold: look('font.bold') === true,
    italic: look('font.italic') === true,
    size: typeof look('font.size') === 'number' ? Number(look('font.size')) : null,
    colour: word('font.color'),
    fill: word('fill.color'),
    wrap: look('wrapText') === true,
    align: ALIGN[word('horizontalAlignment') ?? ''] ?? null,
    vertical: VERTICAL[word('verticalAlignment') ?? ''] ?? null,
    border: isThin ? 'thin' : null,
    format: sheet.cells.formatAt(row, column),
  };
}

type Fields = Readonly<Record<string, unknown>>;

const textOf = (fields: Fields | null, name: string): string => (typeof fields?.[name] === 'string' ? fields[name] : '');

function observeDropDown({ area, rule, prompt, errorAlert }: HostValidation): ObservedDropDown {
  const source = textOf((rule.list ?? null) as Fields | null, 'source');
  return {
    area: areaA1(area),
    refusesOthers: errorAlert?.showAlert !== false,
    values: source.startsWith('=') ? null : source.split(','),
    source: source.startsWith('=') ? source.slice(1).replaceAll('$', '') : null,
    prompt: prompt === null ? null : { title: textOf(prompt, 'title'), message: textOf(prompt, 'message') },
  };
}

function observeRule({ area, type, rule, looks }: HostConditionalFormat): ObservedRule {
  const formula = /^="(.*)"$/.exec(textOf(rule, 'formula1'))?.[1]?.replaceAll('""', '"') ?? null;
  const colour = looks.get('font.color');
  const fill = looks.get('fill.color');
  return {
    area: areaA1(area),
    cellIs: type === 'CellValue' && rule?.operator === 'EqualTo' ? formula : null,
    contains: type === 'ContainsText' && rule?.operator === 'Contains' ? textOf(rule, 'text') : null,
    colour: typeof colour === 'string' ? colour : null,
    fill: typeof fill === 'string' ? fill : null,
    bold: looks.get('font.bold') === true,
  };
}

const KINDS: Readonly<Record<string, string>> = {
  ColumnClustered: 'column',
  BarClustered: 'bar',
  ColumnStacked: 'column stacked',
  BarStacked: 'bar stacked',
  Pie: 'pie',
};

function observeChart(host: ExcelHost, chart: HostChart): ObservedChart {
  const sheet = host.workbook.sheets.find(({ id }) => id === chart.source.sheetId);
  const reference = (area: Area): string => `${quotedSheet(sheet?.name ?? '')}!${areaA1(area)}`;
  const setting = (path: string): string | null => {
    const value = chart.settings.get(path);
    return typeof value === 'string' && value !== '' ? value : null;
  };
  return {
    name: chart.name,
    kind: KINDS[chart.type] ?? chart.type,
    title: setting('title.text'),
    values: chart.series.map(({ values }) => reference(values)),
    categories: chart.series.flatMap(({ categories }) => (categories === null ? [] : [reference(categories)])),
    seriesNames: chart.series.map(({ name }) => name),
    over: chart.over === null ? '' : areaA1(chart.over),
    valueTitle: setting('axes.valueAxis.title.text'),
  };
}

function observePrint({ page }: HostSheet): ObservedPrint {
  const word = (key: string): string => (typeof page.get(key) === 'string' ? String(page.get(key)) : '');
  const zoom = (page.get('zoom') ?? {}) as Fields;
  const titles = /^(\d+):(\d+)$/.exec(word('printTitleRows').replaceAll('$', ''));
  const footer = (third: string): string => word(`headersFooters.${third}Footer`);
  const paper = word('paperSize');
  return {
    orientation: word('orientation') === 'Landscape' ? 'landscape' : 'portrait',
    paper: paper === 'A3' || paper === 'A4' ? paper : null,
    pages: zoom.horizontalFitToPages !== 1 ? null : zoom.verticalFitToPages === 1 ? 'one' : 'one wide',
    area: word('printArea').replaceAll('$', ''),
    sideMargins: ['leftMargin', 'rightMargin'].map((side) => Number(page.get(side)) / 72),
    titleRows: titles === null ? null : { top: Number(titles[1]) - 1, bottom: Number(titles[2]) - 1 },
    footer: { left: footer('left'), centre: footer('center'), right: footer('right') },
  };
}
