import { a1 } from '../../domain/grid';
import type { PlanChart } from '../../domain/workbook';
import { rangeOf } from './used-blocks';

const KINDS = {
  column: 'ColumnClustered',
  bar: 'BarClustered',
  'column stacked': 'ColumnStacked',
  'bar stacked': 'BarStacked',
  pie: 'Pie',
} as const;

/** Adds a chart with its name, placed over the cells it is to cover. The first row of its source names the series. */
export function addChart(worksheet: Excel.Worksheet, chart: PlanChart): void {
  const added = worksheet.charts.add(KINDS[chart.kind], rangeOf(worksheet, chart.source), 'Columns');
  added.name = chart.name;
  added.title.text = chart.title;
  const { top, left, bottom, right } = chart.over;
  added.setPosition(a1({ row: top, column: left }), a1({ row: bottom, column: right }));
  // A pie has no axes; asking for one fails the request.
  if (chart.valueTitle !== undefined && chart.kind !== 'pie') added.axes.valueAxis.title.text = chart.valueTitle;
}
