import { type SheetPlan, text } from '../../../src/domain/workbook';
import { BARE_PLAN } from './bare-plan';

export type ListRow = readonly [place: string, message: string];

/** A list such as `Findings`: written anew each time, known by place and message. */
export function listPlan(rows: readonly ListRow[]): SheetPlan {
  const base = { owner: 'plan', wrap: true, align: 'left', format: '@', width: 20 } as const;
  return {
    name: 'Findings',
    ...BARE_PLAN,
    table: {
      name: 'PlanFindings',
      at: { row: 0, column: 0 },
      columns: [
        { key: 'how', heading: 'How', ...base },
        { key: 'place', heading: 'Place', ...base },
        { key: 'message', heading: 'Message', ...base },
      ],
      rows: rows.map(([place, message], index) => ({
        key: String(index),
        cells: { how: text('error'), place: text(place), message: text(message) },
      })),
      refresh: { how: 'replace', identity: ['place', 'message'], gone: { column: 'how', cell: text('no longer found') } },
      banded: true,
      style: 'TableStyleLight9',
    },
  };
}
