import { areaA1, columnIndex, columnName } from '../grid';
import type { Change } from './edit';
import type { WrittenSheet } from './sheet-outcome';
import type { SheetPlan } from './sheet-plan';

/** What a run remembers of a sheet's looks, so that a later one can tell what has become due. */
export type LooksWritten = Pick<WrittenSheet, 'charts' | 'chartsLeftOut' | 'printedTo'>;

/**
 * Where the charts are, those too that are left out, and the last printed column; nothing for a sheet that has none, as in a plan that does not
 * say.
 * @param last null for a new sheet. One that was written before there was a print area gets none.
 */
export function looksWritten({ charts, print }: SheetPlan, last: WrittenSheet | null): LooksWritten {
  const places = (some: typeof charts): Record<string, string> => Object.fromEntries(some.map(({ name, over }) => [name, areaA1(over)]));
  const drawn = charts.filter(({ leftOut }) => leftOut !== true);
  const leftOut = charts.filter((chart) => chart.leftOut === true);
  const printed = last === null ? (print?.lastColumn ?? null) : printedNow(print, last);
  return {
    ...(drawn.length === 0 ? {} : { charts: places(drawn) }),
    ...(leftOut.length === 0 ? {} : { chartsLeftOut: places(leftOut) }),
    ...(printed === null ? {} : { printedTo: columnName(printed) }),
  };
}

/**
 * The looks of an existing sheet are the user's, but for two that follow what it says: a chart that had nothing to show when the sheet was made,
 * and the right edge of what is printed. Rule: docs/rules.md#printed-sheets.
 */
export function laterLayout({ charts, print }: SheetPlan, sheet: string, last: WrittenSheet | null): Change[] {
  const due = charts.filter(({ name, leftOut }) => leftOut !== true && last?.chartsLeftOut?.[name] !== undefined);
  const from = columnIndex(last?.printedTo ?? '');
  const to = last === null ? null : printedNow(print, last);
  const edges = from === null || to === null || from === to ? [] : [{ from, to }];
  return [
    ...due.map((chart): Change => ({
      edit: { type: 'add chart', sheet, chart },
      undo: { type: 'remove chart', sheet, chart: chart.name },
    })),
    ...edges.map((edge): Change => ({
      edit: { type: 'set printed columns', sheet, ...edge },
      undo: { type: 'set printed columns', sheet, from: edge.to, to: edge.from },
    })),
  ];
}

/** The right edge never goes back: a column that was printed once is looked for on paper. Null without an edge of the plan's own. */
function printedNow(print: SheetPlan['print'], { printedTo }: WrittenSheet): number | null {
  const before = columnIndex(printedTo ?? '');
  return before === null ? null : Math.max(before, print?.lastColumn ?? before);
}
