import type { Area, SheetGrid } from '../grid';
import { addressOf, NOTHING, text } from './cell-content';
import { AppendedRows } from './appended-rows';
import { KeptRows, wordsOfRow } from './kept-rows';
import type { Settled } from './merge-cell';
import { hashesOfRows, ReplacedRows } from './replaced-rows';
import type { WrittenSheet } from './sheet-outcome';
import type { PlanTable } from './sheet-plan';
import { NO_OUTCOME, NO_ROWS, type TableOutcome } from './table-outcome';
import type { CellCollector } from './write-cells';

/** Puts a planned table's cells into the collector and says what changes in the Excel table itself. */
export function reconcileTable(
  plan: PlanTable,
  sheet: string,
  current: SheetGrid | null,
  last: WrittenSheet | null,
  collector: CellCollector,
  settled: Settled,
): TableOutcome {
  if (current === null) return makeTable(plan, sheet, collector);
  const existing = current.tables.find(({ name }) => name === plan.name);
  if (existing === undefined) return stopped(current, plan);
  const { refresh } = plan;
  if (refresh === null) return NO_OUTCOME;
  if (refresh.how === 'keep') return new KeptRows(plan, current, existing, last, collector, settled).run(refresh);
  if (refresh.how === 'append') return new AppendedRows(plan, current, existing, last, collector, settled).run();
  return new ReplacedRows(plan, current, existing, last, collector, settled).run(refresh);
}

function makeTable(plan: PlanTable, sheet: string, collector: CellCollector): TableOutcome {
  plan.columns.forEach((column, across) => {
    collector.put(plan.at.row, plan.at.column + across, text(column.heading));
    plan.rows.forEach((row, down) => {
      const cell = row.cells[column.key] ?? NOTHING;
      if (cell.kind !== 'empty') collector.put(plan.at.row + 1 + down, plan.at.column + across, cell);
    });
  });
  const area = areaOf(plan.at, plan.columns.length, plan.rows.length);
  return {
    ...NO_OUTCOME,
    changes: [
      {
        edit: { type: 'add table', sheet, table: plan.name, area, style: plan.style, banded: plan.banded },
        undo: { type: 'remove table', sheet, table: plan.name },
      },
    ],
    rows: { ...NO_ROWS, added: plan.rows.length },
    written: writtenRows(plan),
  };
}

/** Header and body; Excel's tables have one body row at least. */
function areaOf(at: { row: number; column: number }, columns: number, rows: number): Area {
  return { top: at.row, left: at.column, bottom: at.row + Math.max(1, rows), right: at.column + columns - 1 };
}

function writtenRows(plan: PlanTable): Record<string, Record<string, string>> {
  if (plan.refresh === null || plan.refresh.how === 'append') return {};
  if (plan.refresh.how === 'replace') return hashesOfRows(plan.rows);
  return Object.fromEntries(plan.rows.map((row) => [row.key, wordsOfRow(plan, row)]));
}

function stopped(current: SheetGrid, plan: PlanTable): TableOutcome {
  const sentence = `The table "${plan.name}" is no longer on the sheet "${current.name}". Undo what removed it, or rename the sheet and a new one is made.`;
  return { ...NO_OUTCOME, obstacles: [{ sheet: current.name, address: addressOf(plan.at.row, plan.at.column), sentence }] };
}
