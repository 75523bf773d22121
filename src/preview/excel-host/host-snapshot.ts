import { type Area } from '../../domain/grid';
import { type HostFilter } from './host-filter';
import { areaAddress } from './host-reference';
import { type HostChart, type HostConditionalFormat, type HostSheet, type HostTable, type HostValidation } from './host-sheet';
import { type HostWorkbook } from './host-workbook';

/** A cell in plain data; what a plain cell does not have is left out, so that tests read well. */
export interface CellSnapshot {
  readonly value: string | number | boolean | null;
  readonly text: string;
  readonly format: string;
  readonly formula?: string;
  readonly isError?: true;
  readonly quotePrefix?: true;
}

export interface ChartSnapshot {
  readonly name: string;
  readonly type: string;
  readonly source: string;
  readonly seriesBy: string;
  readonly series: readonly string[];
  readonly over: string | null;
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface SheetSnapshot {
  readonly name: string;
  readonly visibility: string;
  readonly tabColour: string;
  readonly isProtected: boolean;
  readonly gridlines: boolean;
  /** By A1 address; cells that hold nothing and have no format of their own are absent. */
  readonly cells: Readonly<Record<string, CellSnapshot>>;
  /** Formats of whole areas, such as columns. */
  readonly formats: readonly string[];
  /** "B2:C3 font.bold=true", sorted. */
  readonly looks: readonly string[];
  readonly merges: readonly string[];
  readonly tables: readonly (Omit<HostTable, 'id' | 'area' | 'hiddenTotals'> & { readonly area: string })[];
  /** "A4:W9 2 Values on track, hides 5 7": columns and rows as Excel numbers them. */
  readonly filters: readonly string[];
  readonly validations: readonly (Omit<HostValidation, 'area'> & { readonly area: string })[];
  readonly conditionalFormats: readonly {
    readonly area: string;
    readonly type: string;
    readonly rule: unknown;
    readonly looks: Readonly<Record<string, unknown>>;
  }[];
  readonly charts: readonly ChartSnapshot[];
  readonly comments: readonly string[];
  readonly hyperlinks: readonly string[];
  readonly freeze: HostSheet['freeze'];
  readonly page: Readonly<Record<string, unknown>>;
}

/** The whole workbook in plain data, without ids and without the selection: two workbooks that look alike are deeply equal. */
export interface BookSnapshot {
  readonly sheets: readonly SheetSnapshot[];
  readonly names: readonly { readonly name: string; readonly formula: string }[];
  readonly settings: Readonly<Record<string, unknown>>;
}

export function snapshotOf(workbook: HostWorkbook): BookSnapshot {
  return {
    sheets: workbook.sheets.map((sheet) => sheetSnapshot(workbook, sheet)),
    names: workbook.names.map(({ name, formula }) => ({ name, formula })),
    settings: Object.fromEntries([...workbook.settings].sort(byKey)),
  };
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byPlace(a: { readonly area: Area }, b: { readonly area: Area }): number {
  return a.area.top - b.area.top || a.area.left - b.area.left;
}

function sheetSnapshot(workbook: HostWorkbook, sheet: HostSheet): SheetSnapshot {
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    tabColour: sheet.tabColour,
    isProtected: sheet.isProtected,
    gridlines: sheet.gridlines,
    cells: cellsSnapshot(workbook, sheet),
    formats: sheet.cells.layers().map(({ area, format }) => `${areaAddress(area)} ${format}`),
    looks: sheet.looks.map(({ area, name, value }) => `${areaAddress(area)} ${name}=${String(value)}`).sort(),
    merges: sheet.merges.map(areaAddress).sort(),
    tables: [...sheet.tables].sort(byPlace).map(tableSnapshot),
    filters: sheet.filters.filter(({ criteria }) => criteria.size > 0).map(filterSnapshot),
    validations: [...sheet.validations].sort(byPlace).map((rule) => ({ ...rule, area: areaAddress(rule.area) })),
    conditionalFormats: sheet.conditionalFormats.map(ruleSnapshot),
    charts: sheet.charts.map((chart) => chartSnapshot(workbook, chart)),
    comments: sheet.comments
      .map(({ row, column, kind, text }) => `${areaAddress({ top: row, bottom: row, left: column, right: column })} ${kind} ${text}`)
      .sort(),
    hyperlinks: sheet.hyperlinks
      .map(({ area, address, documentReference }) => `${areaAddress(area)} ${address ?? ''}#${documentReference ?? ''}`)
      .sort(),
    freeze: sheet.freeze,
    page: Object.fromEntries([...sheet.page].sort(byKey)),
  };
}

function cellsSnapshot(workbook: HostWorkbook, sheet: HostSheet): Readonly<Record<string, CellSnapshot>> {
  return Object.fromEntries(
    sheet.cells.all().map(([row, column, cell]) => [
      areaAddress({ top: row, bottom: row, left: column, right: column }),
      {
        value: cell.value,
        text: workbook.textOf(sheet, row, column, cell),
        format: sheet.cells.formatAt(row, column),
        ...(cell.formula === null ? {} : { formula: cell.formula }),
        ...(cell.isError ? { isError: true as const } : {}),
        ...(cell.quotePrefix ? { quotePrefix: true as const } : {}),
      },
    ]),
  );
}

function tableSnapshot({
  area,
  name,
  hasHeader,
  hasTotals,
  style,
  banded,
  bandedColumns,
  filterButton,
}: HostTable): SheetSnapshot['tables'][number] {
  return { name, area: areaAddress(area), hasHeader, hasTotals, style, banded, bandedColumns, filterButton };
}

function filterSnapshot({ area, criteria, hidden }: HostFilter): string {
  const words = [...criteria].map(([index, { filterOn, values, criterion1 }]) => {
    return `${String(index + 1)} ${String(filterOn)} ${Array.isArray(values) ? values.join(', ') : String(criterion1)}`;
  });
  return `${areaAddress(area)} ${words.sort().join('; ')}, hides ${hidden.map((row) => row + 1).join(' ')}`;
}

function ruleSnapshot({ area, type, rule, looks }: HostConditionalFormat): SheetSnapshot['conditionalFormats'][number] {
  return { area: areaAddress(area), type, rule, looks: Object.fromEntries([...looks].sort(byKey)) };
}

function chartSnapshot(workbook: HostWorkbook, chart: HostChart): ChartSnapshot {
  const sheet = workbook.sheets.find(({ id }) => id === chart.source.sheetId);
  return {
    name: chart.name,
    type: chart.type,
    source: `${sheet?.name ?? '#REF!'}!${areaAddress(chart.source.area)}`,
    seriesBy: chart.seriesBy,
    series: chart.series.map(({ name, values }) => `${name} ${areaAddress(values)}`),
    over: chart.over === null ? null : areaAddress(chart.over),
    settings: Object.fromEntries([...chart.settings].sort(byKey)),
  };
}
