import { type Area } from '../../../domain/grid';
import { HostError } from '../host-error';
import { type HostClass, type HostObject, asBoolean, asColour, asIndex, asNumber, asText, asWord, hostObject } from '../host-object';
import { columnsOf, rowsOf } from '../host-reference';
import { type RangeTarget, type SheetTarget, change, isAlive } from '../host-session';
import { type HostChart, type HostSeries, type LookValue } from '../host-sheet';
import { rangeArgument, rangeOrAddress } from './range-argument';

interface ChartTarget extends SheetTarget {
  readonly chart: HostChart;
}

/** A part of a chart, known by its path below it: "title", "axes.valueAxis.title". */
interface PartTarget extends ChartTarget {
  readonly path: string;
}

const TYPES = [
  'ColumnClustered',
  'ColumnStacked',
  'ColumnStacked100',
  'BarClustered',
  'BarStacked',
  'BarStacked100',
  'Pie',
  'Doughnut',
  'Line',
  'LineMarkers',
];
const SERIES_BY = ['Auto', 'Columns', 'Rows'];

/** A property of a part: kept in the chart's settings under its path. */
function kept(
  name: string,
  read: (value: unknown) => LookValue,
  otherwise: LookValue,
): Required<Pick<HostClass<PartTarget>, 'get' | 'set'>> {
  const key = name.charAt(0).toLowerCase() + name.slice(1);
  return {
    get: { [name]: ({ chart, path }) => chart.settings.get(`${path}.${key}`) ?? otherwise },
    set: { [name]: (target, value) => change(target, () => target.chart.settings.set(`${target.path}.${key}`, read(value))) },
  };
}

function merged(
  name: string,
  ...parts: readonly Required<Pick<HostClass<PartTarget>, 'get' | 'set'>>[]
): Pick<HostClass<PartTarget>, 'name' | 'get' | 'set'> {
  return {
    name,
    get: Object.fromEntries(parts.flatMap((part) => Object.entries(part.get))),
    set: Object.fromEntries(parts.flatMap((part) => Object.entries(part.set))),
  };
}

const FONT: HostClass<PartTarget> = merged(
  'ChartFont',
  kept('Bold', asBoolean, false),
  kept('Size', asNumber, 10),
  kept('Color', asColour, '#595959'),
  kept('Name', asText, 'Calibri'),
);

const FILL: HostClass<PartTarget> = {
  name: 'ChartFill',
  call: {
    SetSolidColor: (target, [colour]) => change(target, () => target.chart.settings.set(`${target.path}.color`, asColour(colour))),
    Clear: (target) => change(target, () => target.chart.settings.delete(`${target.path}.color`)),
  },
};

const below = (target: PartTarget, name: string): PartTarget => ({ ...target, path: `${target.path}.${name}` });

const PART_FORMAT: HostClass<PartTarget> = {
  name: 'ChartPartFormat',
  open: { Font: (target) => hostObject(FONT, below(target, 'font')), Fill: (target) => hostObject(FILL, below(target, 'fill')) },
};

/** A chart's own title and an axis's: an axis's is not shown until it has a text. */
const TITLE: HostClass<PartTarget> = {
  ...merged('ChartTitle', kept('Text', asText, ''), kept('Visible', asBoolean, true), kept('Overlay', asBoolean, false)),
  open: { Format: (target) => hostObject(PART_FORMAT, below(target, 'format')) },
};

const LEGEND: HostClass<PartTarget> = {
  ...merged(
    'ChartLegend',
    kept('Visible', asBoolean, true),
    kept('Position', (value) => asWord(value, ['Top', 'Bottom', 'Left', 'Right', 'Corner', 'Custom']), 'Bottom'),
    kept('Overlay', asBoolean, false),
  ),
  open: { Format: (target) => hostObject(PART_FORMAT, below(target, 'format')) },
};

const LABELS: HostClass<PartTarget> = merged(
  'ChartDataLabels',
  kept('ShowValue', asBoolean, false),
  kept('ShowPercentage', asBoolean, false),
  kept('ShowCategoryName', asBoolean, false),
  kept('ShowSeriesName', asBoolean, false),
  kept('NumberFormat', asText, 'General'),
  kept('Position', asText, 'OutsideEnd'),
);

const GRIDLINES: HostClass<PartTarget> = merged('ChartGridlines', kept('Visible', asBoolean, true));

const AXIS: HostClass<PartTarget> = {
  ...merged(
    'ChartAxis',
    kept('Visible', asBoolean, true),
    kept('Minimum', asNumber, null),
    kept('Maximum', asNumber, null),
    kept('MajorUnit', asNumber, null),
    kept('NumberFormat', asText, 'General'),
    kept('ReversePlotOrder', asBoolean, false),
  ),
  open: {
    Title: (target) => hostObject(TITLE, below(target, 'title')),
    MajorGridlines: (target) => hostObject(GRIDLINES, below(target, 'majorGridlines')),
    Format: (target) => hostObject(PART_FORMAT, below(target, 'format')),
  },
};

const AXES: HostClass<PartTarget> = {
  name: 'ChartAxes',
  open: {
    ValueAxis: (target) => hostObject(AXIS, below(target, 'valueAxis')),
    CategoryAxis: (target) => hostObject(AXIS, below(target, 'categoryAxis')),
  },
};

const SERIES: HostClass<PartTarget & { readonly series: HostSeries }> = {
  name: 'ChartSeries',
  get: { Name: ({ series }) => series.name },
  open: { Format: (target) => hostObject(PART_FORMAT, below(target, 'format')) },
};

const SERIES_COLLECTION: HostClass<ChartTarget> = {
  name: 'ChartSeriesCollection',
  get: { Count: ({ chart }) => chart.series.length },
  items: (target) => target.chart.series.map((_, index) => seriesAt(target, index)),
  item: (target, index) => seriesAt(target, index),
  call: { GetCount: ({ chart }) => chart.series.length, GetItemAt: (target, [index]) => seriesAt(target, index) },
};

function seriesAt(target: ChartTarget, index: unknown): HostObject {
  const series = target.chart.series[asIndex(index)];
  if (series === undefined) throw new HostError('InvalidArgument');
  return hostObject(SERIES, { ...target, path: `series.${String(index)}`, series });
}

const size = (name: string, otherwise: number): Required<Pick<HostClass<ChartTarget>, 'get' | 'set'>> => {
  const key = name.toLowerCase();
  return {
    get: { [name]: ({ chart }) => chart.settings.get(key) ?? otherwise },
    set: { [name]: (target, value) => change(target, () => target.chart.settings.set(key, asNumber(value))) },
  };
};
const SIZES = [size('Height', 216), size('Width', 360), size('Top', 0), size('Left', 0)];

const CHART: HostClass<ChartTarget> = {
  name: 'Chart',
  alive: isAlive,
  identity: ({ chart }) => ({ Id: chart.id }),
  get: {
    Id: ({ chart }) => chart.id,
    Name: ({ chart }) => chart.name,
    ChartType: ({ chart }) => chart.type,
    SeriesNameLevel: () => 0,
    ...Object.fromEntries(SIZES.flatMap(({ get }) => Object.entries(get))),
  },
  set: {
    Name: (target, value) => rename(target, asText(value)),
    ChartType: (target, value) => change(target, () => (target.chart.type = asWord(value, TYPES))),
    ...Object.fromEntries(SIZES.flatMap(({ set }) => Object.entries(set))),
  },
  open: {
    Title: (target) => hostObject(TITLE, { ...target, path: 'title' }),
    Axes: (target) => hostObject(AXES, { ...target, path: 'axes' }),
    Legend: (target) => hostObject(LEGEND, { ...target, path: 'legend' }),
    DataLabels: (target) => hostObject(LABELS, { ...target, path: 'dataLabels' }),
    Series: (target) => hostObject(SERIES_COLLECTION, target),
    Format: (target) => hostObject(PART_FORMAT, { ...target, path: 'format' }),
    Worksheet: ({ session, sheet }) => session.sheetObject(sheet),
  },
  call: {
    SetPosition: setPosition,
    SetData: (target, [source, seriesBy]) => setData(target, rangeArgument(source), seriesBy),
    Delete: (target) => change(target, (sheet) => (sheet.charts = sheet.charts.filter((chart) => chart !== target.chart))),
  },
};

/** Excel allows no two charts with the same name on a sheet. */
function rename(target: ChartTarget, name: string): void {
  const taken = target.sheet.charts.some((chart) => chart !== target.chart && chart.name.toLowerCase() === name.toLowerCase());
  if (taken || name === '') throw new HostError('InvalidArgument');
  change(target, () => (target.chart.name = name));
}

function setPosition(target: ChartTarget, [from, to]: readonly unknown[]): void {
  const start = rangeOrAddress(from, target).area;
  const end = to === null || to === undefined ? start : rangeOrAddress(to, target).area;
  const over = { top: start.top, left: start.left, bottom: Math.max(start.bottom, end.bottom), right: Math.max(start.right, end.right) };
  change(target, () => (target.chart.over = over));
}

function setData(target: ChartTarget, source: RangeTarget, seriesBy: unknown): void {
  const made = seriesOf(source, seriesBy);
  change(target, (sheet) => {
    const chart = { ...target.chart, ...made };
    sheet.charts = sheet.charts.map((each) => (each === target.chart ? chart : each));
  });
}

/** First row the series' names, first column the categories, or the other way round; "Auto" takes the longer side as categories, as Excel does. */
function seriesOf(source: RangeTarget, by: unknown): Pick<HostChart, 'source' | 'seriesBy' | 'series'> {
  const { area, sheet, session } = source;
  const wanted = asWord(by ?? 'Auto', SERIES_BY);
  const seriesBy = wanted === 'Auto' ? (rowsOf(area) >= columnsOf(area) ? 'Columns' : 'Rows') : wanted;
  const inColumns = seriesBy === 'Columns';
  const count = inColumns ? columnsOf(area) - 1 : rowsOf(area) - 1;
  const categories: Area = inColumns
    ? { ...area, top: area.top + 1, right: area.left }
    : { ...area, left: area.left + 1, bottom: area.top };
  const series = Array.from({ length: Math.max(0, count) }, (_, i): HostSeries => {
    const values: Area = inColumns
      ? { ...area, top: area.top + 1, left: area.left + 1 + i, right: area.left + 1 + i }
      : { ...area, left: area.left + 1, top: area.top + 1 + i, bottom: area.top + 1 + i };
    const name = inColumns
      ? session.workbook.textOf(sheet, area.top, area.left + 1 + i)
      : session.workbook.textOf(sheet, area.top + 1 + i, area.left);
    return { name, values, categories };
  });
  return { source: { sheetId: sheet.id, area }, seriesBy, series };
}

function add(target: SheetTarget, [type, source, seriesBy]: readonly unknown[]): HostObject {
  const { sheet, session } = target;
  const made = seriesOf(rangeArgument(source), seriesBy);
  const chart: HostChart = {
    id: `{00000000-0008-0000-0000-${session.workbook.newId().padStart(12, '0')}}`,
    name: freeName(target),
    type: asWord(type, TYPES),
    ...made,
    over: null,
    settings: new Map(),
  };
  change(target, () => (sheet.charts = [...sheet.charts, chart]));
  return hostObject(CHART, { ...target, chart });
}

function freeName({ sheet }: SheetTarget): string {
  for (let i = 1; ; i += 1) if (!sheet.charts.some((chart) => chart.name === `Chart ${i}`)) return `Chart ${i}`;
}

function find(target: SheetTarget, key: unknown): HostObject | null {
  const lower = asText(key).toLowerCase();
  const chart = target.sheet.charts.find((each) => each.id.toLowerCase() === lower || each.name.toLowerCase() === lower);
  return chart === undefined ? null : hostObject(CHART, { ...target, chart });
}

function demand(target: SheetTarget, key: unknown): HostObject {
  const found = find(target, key);
  if (found === null) throw new HostError('ItemNotFound');
  return found;
}

const CHARTS: HostClass<SheetTarget> = {
  name: 'ChartCollection',
  alive: isAlive,
  get: { Count: ({ sheet }) => sheet.charts.length },
  items: (target) => target.sheet.charts.map((chart) => hostObject(CHART, { ...target, chart })),
  item: demand,
  call: {
    Add: add,
    GetCount: ({ sheet }) => sheet.charts.length,
    GetItem: (target, [key]) => demand(target, key),
    GetItemOrNullObject: (target, [key]) => find(target, key),
  },
};

export function chartCollection(target: SheetTarget): HostObject {
  return hostObject(CHARTS, target);
}
