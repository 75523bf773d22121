import { cellAt, type BookGrid, type SheetGrid } from '../grid';
import { addressOf, holds, wordsOfCell, wordsOfPlan } from './cell-content';
import type { Change } from './edit';
import { layoutOf } from './layout-of';
import { reconcileTable } from './reconcile-table';
import type { SheetPlan } from './sheet-plan';
import { NO_ROWS } from './table-outcome';
import { CellCollector, writeChanges } from './write-cells';

/** What a run wrote on one sheet, kept in `_plan`, so that the next run tells the user's typing from its own. */
export interface WrittenSheet {
  /** The plan's own name; the sheet may have another. */
  readonly plan: string;
  /** The sheet's id and name when it was written; the id outlives a rename in Excel. */
  readonly id: string;
  readonly name: string;
  /** Words written, by row key, then column key; of a list that is written anew each time, a print of them. */
  readonly rows: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Words written outside the table, by A1 address. */
  readonly blocks: Readonly<Record<string, string>>;
}

/** A cell the user typed into a column of ours; it will be overwritten, so it is shown first. */
export interface Overwritten {
  readonly sheet: string;
  readonly address: string;
  readonly heading: string;
  readonly was: string;
  readonly becomes: string;
}

/** Both the source and the cell changed a shared field; the cell is kept. */
export interface Conflict {
  readonly sheet: string;
  readonly address: string;
  readonly heading: string;
  readonly kept: string;
  readonly sent: string;
}

/** Something of the user's that lies where the plan must go; nothing is written until it is moved. */
export interface Obstacle {
  readonly sheet: string;
  readonly address: string;
  readonly sentence: string;
}

/** Rows of a table, each counted once: all of them together are every row it has after the run. */
export interface RowCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Not planned any more: the row stays and is marked by this run. */
  readonly gone: number;
  /** Marked by an earlier run and left there. */
  readonly stillGone: number;
}

/** What writing a plan would do to its sheet. */
export interface SheetOutcome {
  readonly sheet: string;
  readonly isNew: boolean;
  readonly changes: readonly Change[];
  readonly rows: RowCounts;
  /** Cells to be written. */
  readonly cells: number;
  /** Cells in the user's own columns that hold something and stay. */
  readonly notesKept: number;
  readonly overwritten: readonly Overwritten[];
  readonly conflicts: readonly Conflict[];
  readonly obstacles: readonly Obstacle[];
  readonly written: WrittenSheet;
}

/**
 * Plan and what is there give the changes that make the second the first. No changes means that nothing changed.
 * The sheet is found by the id it was last written under, then by its table, then by its name; a sheet of the
 * same name that is not ours is the user's, and the plan goes to another name.
 */
export function reconcile(plan: SheetPlan, book: BookGrid, last: WrittenSheet | null): SheetOutcome {
  const current = currentSheet(plan, book, last);
  const sheet = current?.name ?? freeName(plan.name, book);
  return current === null ? make(plan, sheet) : refresh(plan, current, last);
}

function currentSheet(plan: SheetPlan, book: BookGrid, last: WrittenSheet | null): SheetGrid | null {
  const byTable = plan.table === null ? undefined : book.sheets.find(({ tables }) => tables.some(({ name }) => name === plan.table?.name));
  if (byTable !== undefined) return byTable;
  if (last === null) return null;
  return book.sheets.find(({ id }) => id === last.id) ?? book.sheets.find(({ name }) => name === last.name) ?? null;
}

/** The plan's own name, or with " 2", " 3" … behind it while a sheet has that name; 31 characters at most. */
function freeName(wanted: string, book: BookGrid): string {
  const taken = new Set(book.sheets.map(({ name }) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` ${String(number)}`;
    const name = wanted.slice(0, 31 - suffix.length) + suffix;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

function make(plan: SheetPlan, sheet: string): SheetOutcome {
  const collector = new CellCollector();
  const blocks = putBlocks(plan, null, collector);
  const table = plan.table === null ? null : reconcileTable(plan.table, sheet, null, null, collector);
  const changes: Change[] = [
    { edit: { type: 'add sheet', sheet, visibility: plan.visibility, tabColour: plan.tabColour }, undo: { type: 'remove sheet', sheet } },
    ...writeChanges(sheet, null, collector.cells),
    ...(table?.changes ?? []),
    { edit: { type: 'lay out', sheet, layout: layoutOf(plan) }, undo: null },
  ];
  return {
    sheet,
    isNew: true,
    changes,
    rows: table?.rows ?? NO_ROWS,
    cells: collector.size,
    notesKept: table?.notesKept ?? 0,
    overwritten: [],
    conflicts: [],
    obstacles: [],
    written: { plan: plan.name, id: sheet, name: sheet, rows: table?.written ?? {}, blocks },
  };
}

function refresh(plan: SheetPlan, current: SheetGrid, last: WrittenSheet | null): SheetOutcome {
  const collector = new CellCollector();
  const overwritten: Overwritten[] = [];
  const blocks = putBlocks(plan, { sheet: current, last, overwritten }, collector);
  const table = plan.table === null ? null : reconcileTable(plan.table, current.name, current, last, collector);
  return {
    sheet: current.name,
    isNew: false,
    // The table grows before its new rows are written, so that Excel gives them its look; it shrinks after they are cleared.
    changes: [...(table?.before ?? []), ...writeChanges(current.name, current, collector.cells), ...(table?.changes ?? [])],
    rows: table?.rows ?? NO_ROWS,
    cells: collector.size,
    notesKept: table?.notesKept ?? 0,
    overwritten: [...overwritten, ...(table?.overwritten ?? [])],
    conflicts: table?.conflicts ?? [],
    obstacles: table?.obstacles ?? [],
    written: { plan: plan.name, id: current.id, name: current.name, rows: table?.written ?? {}, blocks },
  };
}

interface There {
  readonly sheet: SheetGrid;
  readonly last: WrittenSheet | null;
  readonly overwritten: Overwritten[];
}

function putBlocks(plan: SheetPlan, there: There | null, collector: CellCollector): Record<string, string> {
  const written: Record<string, string> = {};
  for (const block of plan.blocks) {
    block.cells.forEach((cells, down) => {
      cells.forEach((wanted, across) => {
        const row = block.at.row + down;
        const column = block.at.column + across;
        const address = addressOf(row, column);
        if (wanted.kind !== 'empty') written[address] = wordsOfPlan(wanted);
        if (there === null) {
          if (wanted.kind !== 'empty') collector.put(row, column, wanted);
          return;
        }
        const cell = cellAt(there.sheet, { row, column });
        if (holds(cell, wanted)) return;
        collector.put(row, column, wanted);
        const was = wordsOfCell(cell);
        if (was !== '' && was !== (there.last?.blocks[address] ?? '')) {
          there.overwritten.push({ sheet: there.sheet.name, address, heading: '', was, becomes: wordsOfPlan(wanted) });
        }
      });
    });
  }
  return written;
}
