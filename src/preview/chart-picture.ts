import type { Image } from '@fortune-sheet/core';
import type { HostChart, HostSheet, HostWorkbook } from './excel-host';

/** The grid cannot show charts, so each chart is drawn as a picture of its figures, placed where the chart is. */
export function chartImages(workbook: HostWorkbook, sheet: HostSheet, widths: readonly number[], heights: readonly number[]): Image[] {
  const along = (sizes: readonly number[], to: number): number => sizes.slice(0, to).reduce((sum, size) => sum + size + 1, 0);
  return sheet.charts.flatMap((chart): Image[] => {
    if (chart.over === null) return [];
    const left = along(widths, chart.over.left);
    const top = along(heights, chart.over.top);
    const width = along(widths, chart.over.right + 1) - left;
    const height = along(heights, chart.over.bottom + 1) - top;
    const picture = chartSvg(chartFigures(workbook, chart), width, height);
    return [{ id: chart.id, left, top, width, height, src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}` }];
  });
}

interface ChartFigures {
  readonly title: string;
  readonly stacked: boolean;
  readonly sideways: boolean;
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

function chartFigures(workbook: HostWorkbook, chart: HostChart): ChartFigures {
  const source = workbook.sheetById(chart.source.sheetId);
  const { top, bottom, left, right } = chart.source.area;
  const rows = Array.from({ length: bottom - top }, (_, index) => top + 1 + index);
  const columns = Array.from({ length: right - left }, (_, index) => left + 1 + index);
  const number = (row: number, column: number): number => Number(source.cells.at(row, column).value) || 0;
  const title = chart.settings.get('title.text');
  return {
    title: typeof title === 'string' ? title : chart.name,
    stacked: /stacked/i.test(chart.type),
    sideways: /^bar/i.test(chart.type),
    categories: rows.map((row) => workbook.textOf(source, row, left)),
    series: columns.map((column) => ({ name: workbook.textOf(source, top, column), values: rows.map((row) => number(row, column)) })),
  };
}

const COLOURS = ['#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47', '#264478', '#9E480E'];
const FONT = 'font-family="Segoe UI, Arial, sans-serif" fill="#404040"';
/** Average width of a letter of the labels (11 px); a picture cannot measure text. */
const LETTER_WIDTH_PX = 5.8;

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  /** True when upright bars are too close together for their labels, which are then slanted. */
  readonly slanted: boolean;
}

function frameOf({ sideways, categories }: ChartFigures, width: number, height: number): Frame {
  const longest = LETTER_WIDTH_PX * Math.max(0, ...categories.map(({ length }) => length));
  const slanted = !sideways && longest > (width - 48) / Math.max(1, categories.length);
  // A slanted label extends to the left of its bars.
  const left = sideways ? Math.min(longest + 16, width * 0.35) : slanted ? Math.max(34, longest * 0.7) : 34;
  const bottom = slanted ? Math.min(height * 0.4, longest * 0.6 + 34) : 34;
  return { width, height, margin: { top: 34, bottom, left, right: 14 }, slanted };
}

/** Horizontal or upright bars, stacked or side by side, with title and legend; enough to see what Excel will draw. */
function chartSvg(figures: ChartFigures, width: number, height: number): string {
  const frame = frameOf(figures, width, height);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${px(width)}" height="${px(height)}" viewBox="0 0 ${px(width)} ${px(height)}">`,
    `<rect width="100%" height="100%" fill="#FFFFFF" stroke="#D0D0D0"/>`,
    `<text x="${px(width / 2)}" y="21" text-anchor="middle" font-size="14" ${FONT}>${escaped(figures.title)}</text>`,
    ...barsSvg(figures, frame),
    ...legendSvg(figures, frame),
    '</svg>',
  ].join('');
}

function barsSvg({ stacked, sideways, categories, series }: ChartFigures, frame: Frame): string[] {
  const { width, height, margin } = frame;
  const barLength = sideways ? width - margin.left - margin.right : height - margin.top - margin.bottom;
  const axisLength = sideways ? height - margin.top - margin.bottom : width - margin.left - margin.right;
  const totals = categories.map((_, index) => series.map(({ values }) => values[index] ?? 0));
  const most = Math.max(1, ...totals.map((values) => (stacked ? values.reduce((a, b) => a + b, 0) : Math.max(...values))));
  const slot = axisLength / Math.max(1, categories.length);
  const bar = (slot * 0.7) / (stacked ? 1 : Math.max(1, series.length));
  return categories.flatMap((category, index) => {
    let reached = 0;
    const start = slot * index + slot * 0.15;
    const bars = series.map(({ values }, at) => {
      const size = ((values[index] ?? 0) / most) * barLength;
      const from = stacked ? reached : 0;
      reached += size;
      const offset = stacked ? start : start + bar * at;
      const box = sideways
        ? `x="${px(margin.left + from)}" y="${px(margin.top + offset)}" width="${px(size)}" height="${px(bar)}"`
        : `x="${px(margin.left + offset)}" y="${px(height - margin.bottom - from - size)}" width="${px(bar)}" height="${px(size)}"`;
      return `<rect ${box} fill="${colourOf(at)}"/>`;
    });
    return [...bars, labelSvg(category, slot * (index + 0.5), sideways, frame)];
  });
}

/** @param middle of the bars that it names, along the axis. */
function labelSvg(category: string, middle: number, sideways: boolean, { height, margin, slanted }: Frame): string {
  const x = sideways ? margin.left - 6 : margin.left + middle;
  const y = sideways ? margin.top + middle + 4 : height - margin.bottom + 14;
  const turn = slanted ? ` transform="rotate(-35 ${px(x)} ${px(y)})"` : '';
  return `<text x="${px(x)}" y="${px(y)}" text-anchor="${sideways || slanted ? 'end' : 'middle'}" font-size="11" ${FONT}${turn}>${escaped(category)}</text>`;
}

function legendSvg({ series }: ChartFigures, { height, margin }: Frame): string[] {
  let x = margin.left;
  return series.map(({ name }, at) => {
    const left = x;
    x += name.length * LETTER_WIDTH_PX + 32;
    return `<rect x="${px(left)}" y="${px(height - 16)}" width="9" height="9" fill="${colourOf(at)}"/><text x="${px(left + 13)}" y="${px(height - 8)}" font-size="11" ${FONT}>${escaped(name)}</text>`;
  });
}

function colourOf(series: number): string {
  return COLOURS[series % COLOURS.length] ?? '';
}

function px(size: number): string {
  return size.toFixed(1);
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
