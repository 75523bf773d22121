import { type BookGrid, cellAt, type SheetGrid } from '../grid';
import { addressOf, holds, NOTHING, wordsOfPlan } from './cell-content';
import type { Change } from './edit';
import { laterLayout, looksWritten } from './later-layout';
import { layoutOf } from './layout-of';
import type { Settled } from './merge-cell';
import { mergesInTheWay } from './merged-cells';
import { offersInPlace, offersOf } from './offered-lists';
import { withComments } from './with-comments';
import { reconcileTable } from './reconcile-table';
import type { DisplacedText, SheetOutcome, WrittenSheet } from './sheet-outcome';
import type { PlanBlock, SheetPlan } from './sheet-plan';
import { NO_OUTCOME } from './table-outcome';
import { withoutTotals, withTotals } from './totals-row';
import { isBlank, isTypedOver, shownPlan, typedWords, wordsWere } from './typed-cell';
import { WordsPlanned } from './words-planned';
import { CellCollector, writeChanges } from './write-cells';

/**
 * Compares a plan with the workbook and gives the changes that bring its sheet to what is planned; no changes where it already is.
 * The sheet is found by the id it was last written under, then by its table, then by its name; a sheet of the
 * same name that is not ours is the user's, and the plan goes to another name.
 *
 * @param settled what the user said of cells that were typed over.
 */
export function reconcile(plan: SheetPlan, book: BookGrid, last: WrittenSheet | null, settled: Settled = () => null): SheetOutcome {
  const current = sheetOf(plan.table?.name ?? null, book, last);
  const sheet = current?.name ?? freeName(plan.name, book);
  return current === null ? make(plan, sheet) : refresh(plan, current, book, last, settled);
}

/** The sheet on which a plan was written; null when there is none. @param table name of the plan's Excel table; null when it has none. */
export function sheetOf(table: string | null, book: BookGrid, last: WrittenSheet | null): SheetGrid | null {
  const byTable = table === null ? undefined : book.sheets.find(({ tables }) => tables.some(({ name }) => name === table));
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
  const table = plan.table === null ? NO_OUTCOME : reconcileTable(plan.table, sheet, null, null, collector, () => null);
  const changes: Change[] = [
    { edit: { type: 'add sheet', sheet, visibility: plan.visibility, tabColour: plan.tabColour }, undo: { type: 'remove sheet', sheet } },
    ...writeChanges(sheet, null, collector.cells),
    ...table.changes,
    { edit: { type: 'lay out', sheet, layout: layoutOf(plan) }, undo: null },
  ];
  return {
    sheet,
    isNew: true,
    changes,
    rows: table.rows,
    cells: collector.size,
    notesKept: 0,
    commentsMoved: 0,
    notesUnseen: false,
    kept: [],
    taken: [],
    displaced: [],
    obstacles: [],
    written: { plan: plan.name, id: sheet, name: sheet, rows: table.written, blocks, ...looksWritten(plan, null), ...offersOf(plan) },
  };
}

function refresh(plan: SheetPlan, current: SheetGrid, book: BookGrid, last: WrittenSheet | null, settled: Settled): SheetOutcome {
  const collector = new CellCollector();
  const displaced: DisplacedText[] = [];
  const blocks = putBlocks(plan, { sheet: current, last, displaced }, collector);
  const { sheet: body, totals } = withoutTotals(current, plan.table?.name ?? '');
  const table =
    plan.table === null ? NO_OUTCOME : withTotals(totals, reconcileTable(plan.table, current.name, body, last, collector, settled));
  // The table grows before its new rows are written, so that Excel gives them its look; it shrinks after they are cleared.
  const written = writeChanges(current.name, body, collector.cells);
  const edits = [
    ...table.before,
    ...written,
    ...table.changes,
    ...offersInPlace(plan, current, last),
    ...laterLayout(plan, current.name, last),
  ];
  const changes = withComments({ book, sheet: body, moves: table.comments }, edits);
  return {
    sheet: current.name,
    isNew: false,
    changes,
    rows: table.rows,
    cells: collector.size,
    notesKept: table.notesKept,
    commentsMoved: table.comments.length,
    notesUnseen: table.notesUnseen,
    kept: table.kept,
    taken: table.taken,
    displaced: [...displaced, ...table.displaced],
    obstacles: [...table.obstacles, ...mergesInTheWay(current, changes)],
    written: {
      plan: plan.name,
      id: current.id,
      name: current.name,
      rows: table.written,
      blocks,
      ...looksWritten(plan, last),
      ...offersOf(plan),
    },
  };
}

/** A sheet of the plan that is already in the workbook. */
interface ExistingSheet {
  readonly sheet: SheetGrid;
  readonly last: WrittenSheet | null;
  readonly displaced: DisplacedText[];
}

function putBlocks(plan: SheetPlan, existing: ExistingSheet | null, collector: CellCollector): Record<string, string> {
  const written: Record<string, string> = {};
  // Where nothing is remembered, figures and lines of another run are no text of the user's.
  const mayBeOurs = existing?.last?.isRebuilt === true ? new WordsPlanned(plan.blocks.flatMap(({ cells }) => cells.flat())) : null;
  for (const block of plan.blocks) {
    block.cells.forEach((cells, down) => {
      cells.forEach((wanted, across) => {
        const row = block.at.row + down;
        const column = block.at.column + across;
        const address = addressOf(row, column);
        if (wanted.kind !== 'empty') written[address] = wordsOfPlan(wanted);
        if (existing === null) {
          if (wanted.kind !== 'empty') collector.put(row, column, wanted);
          return;
        }
        const cell = cellAt(existing.sheet, { row, column });
        if (holds(cell, wanted)) return;
        collector.put(row, column, wanted);
        if (mayBeOurs?.mayHold(cell) === true) return;
        if (!isBlank(cell) && isTypedOver(cell, wordsWere(existing.last?.blocks[address] ?? '')))
          existing.displaced.push({ sheet: existing.sheet.name, address, beside: besideIn(block, down), text: typedWords(cell) });
      });
    });
  }
  return written;
}

/** What the plan has at the beginning of a row of a block, or over it where the row begins with nothing. @param down zero-based row. */
function besideIn({ cells }: PlanBlock, down: number): string {
  const first = cells[down]?.[0];
  const own = first === undefined ? '' : shownPlan(first);
  return own === '' ? shownPlan(cells[0]?.[0] ?? NOTHING) : own;
}
