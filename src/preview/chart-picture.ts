import type { Image } from '@fortune-sheet/core';
import type { HostChart, HostSheet, HostWorkbook } from './excel-host';

/** The grid has no charts, so each is drawn as a picture of its figures and laid where the chart lies. */
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

/** Bars lying or standing, stacked or side by side, with title and legend; enough to see what Excel will draw. */
function chartSvg({ title, stacked, sideways, categories, series }: ChartFigures, width: number, height: number): string {
  const margin = { top: 34, bottom: 34, left: sideways ? Math.min(150, width * 0.3) : 34, right: 14 };
  const long = sideways ? width - margin.left - margin.right : height - margin.top - margin.bottom;
  const across = sideways ? height - margin.top - margin.bottom : width - margin.left - margin.right;
  const totals = categories.map((_, index) => series.map(({ values }) => values[index] ?? 0));
  const most = Math.max(1, ...totals.map((figures) => (stacked ? figures.reduce((a, b) => a + b, 0) : Math.max(...figures))));
  const slot = across / Math.max(1, categories.length);
  const bar = (slot * 0.7) / (stacked ? 1 : Math.max(1, series.length));
  const parts = categories.flatMap((category, index) => {
    let reached = 0;
    const start = slot * index + slot * 0.15;
    const bars = series.map(({ values }, at) => {
      const size = ((values[index] ?? 0) / most) * long;
      const from = stacked ? reached : 0;
      reached += size;
      const offset = stacked ? start : start + bar * at;
      const box = sideways
        ? `x="${px(margin.left + from)}" y="${px(margin.top + offset)}" width="${px(size)}" height="${px(bar)}"`
        : `x="${px(margin.left + offset)}" y="${px(height - margin.bottom - from - size)}" width="${px(bar)}" height="${px(size)}"`;
      return `<rect ${box} fill="${COLOURS[at % COLOURS.length] ?? ''}"/>`;
    });
    const label = sideways
      ? `<text x="${px(margin.left - 6)}" y="${px(margin.top + slot * (index + 0.5) + 4)}" text-anchor="end" font-size="11" ${FONT}>${escaped(category)}</text>`
      : `<text x="${px(margin.left + slot * (index + 0.5))}" y="${px(height - margin.bottom + 14)}" text-anchor="middle" font-size="11" ${FONT}>${escaped(category)}</text>`;
    return [...bars, label];
  });
  const legend = series.map(({ name }, at) => {
    const x = margin.left + at * 58;
    return `<rect x="${px(x)}" y="${px(height - 16)}" width="9" height="9" fill="${COLOURS[at % COLOURS.length] ?? ''}"/><text x="${px(x + 13)}" y="${px(height - 8)}" font-size="11" ${FONT}>${escaped(name)}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${px(width)}" height="${px(height)}" viewBox="0 0 ${px(width)} ${px(height)}">`,
    `<rect width="100%" height="100%" fill="#FFFFFF" stroke="#D0D0D0"/>`,
    `<text x="${px(width / 2)}" y="21" text-anchor="middle" font-size="14" ${FONT}>${escaped(title)}</text>`,
    ...parts,
    ...legend,
    '</svg>',
  ].join('');
}

function px(size: number): string {
  return size.toFixed(1);
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
