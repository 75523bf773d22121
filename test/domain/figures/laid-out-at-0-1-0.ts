import { type Area, parseArea } from '../../../src/domain/grid';
import type { SheetPlan } from '../../../src/domain/workbook';

/** Where version 0.1.0 put the blocks of its sheets, whatever the framework: zero-based rows, and the rows that each block could take. */
const SHEETS: Readonly<
  Record<
    string,
    { readonly blocks: readonly (readonly [top: number, rows: number])[]; readonly table: number; readonly charts: readonly string[] }
  >
> = {
  'Council summary': {
    blocks: [
      [0, 2],
      [3, 15],
      [20, 24],
      [45, 24],
      [72, 22],
      [96, 16],
    ],
    table: 0,
    charts: ['D4:O19', 'I21:O37', 'I46:O62', 'G73:O111'],
  },
  'Progress update': {
    blocks: [
      [0, 3],
      [4, 8],
      [14, 12],
      [28, 13],
      [43, 26],
      [70, 1],
    ],
    table: 71,
    charts: ['E5:K27'],
  },
  'Logframe coverage': {
    blocks: [
      [0, 2],
      [3, 15],
      [19, 3],
    ],
    table: 23,
    charts: ['J4:N19'],
  },
};

/** The plan of a new sheet as 0.1.0 laid it out: fixed tops, columns that run on under a chart, no record of where the charts are. */
export function laidOutAtFirst(plan: SheetPlan): SheetPlan {
  const { blocks, table } = SHEETS[plan.name] ?? { blocks: [], table: 0 };
  return {
    ...plan,
    blocks: plan.blocks.map(({ at, cells }, index) => {
      const [row, rows] = blocks[index] ?? [0, 0];
      return { at: { row, column: at.column }, cells: cells.slice(0, rows) };
    }),
    table: plan.table === null ? null : { ...plan.table, at: { row: table, column: 0 } },
    charts: [],
  };
}

/** The cells that its charts covered, by sheet. */
export function firstChartAreas(): Map<string, Area[]> {
  return new Map(Object.entries(SHEETS).map(([name, { charts }]) => [name, charts.flatMap((area) => parseArea(area) ?? [])]));
}
