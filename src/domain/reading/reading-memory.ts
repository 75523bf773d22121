import type { Framework } from '../framework';
import { cellAt, type SheetGrid } from '../grid';
import type { Action, MeasureLine } from './action';
import { createHeadingMatcher, type HeadingMatcher } from './heading-matcher';
import type { SheetAccount } from './sheet-account';
import type { SheetRead } from './sheet-read';
import type { RememberedRow } from './table-rows';
import type { TableRead } from './table-read';

/** Rows of one table, by row number; null for a row with nothing of its own in the table's columns. */
export interface RememberedTable {
  /** The columns and header they were divided by. */
  readonly frame: string;
  readonly rows: Map<number, RememberedRow | null>;
}

/** What is known of the rows of one sheet. */
export interface SheetMemory {
  /** The sheet as it was when it was last read; the other fields are about it. */
  grid: SheetGrid;
  read: SheetRead | null;
  /** Whether a row has a cell that is a heading, by row number. */
  readonly headings: Map<number, boolean>;
  readonly tables: Map<string, RememberedTable>;
}

/** What was made of the rows of one table, in their order. */
export interface UnderstoodTable<T> {
  readonly table: TableRead;
  readonly made: readonly T[];
}

export interface UnderstoodBook {
  readonly file: string;
  readonly framework: Framework;
  /** By table id. */
  readonly actions: Map<string, UnderstoodTable<Action>>;
  readonly measures: Map<string, UnderstoodTable<MeasureLine>>;
}

/**
 * What the reading of one workbook leaves for the next reading of it, so that only what has changed is worked out again. It only saves work: a
 * reading with a memory equals one without. Cells, rows and sheets are known by identity, so code that changes a grid must make new maps for
 * the changed rows and keep the others; a grid in which every object is new is read in full.
 * How and why: docs/live-reading.md#identity.
 */
export interface ReadingMemory {
  readonly matcher: HeadingMatcher;
  /** What the sheets' readings depend on beside the sheets. */
  setting: { readonly framework: Framework; readonly corrections: string } | null;
  readonly sheets: Map<string, SheetMemory>;
  understood: UnderstoodBook | null;
  /** The account of a sheet's cells, by what was read on it. */
  readonly accounts: WeakMap<SheetRead, SheetAccount>;
}

/** What a heading means depends on its words alone, so all readings share what was worked out: submissions have the same headings. */
const MATCHER = createHeadingMatcher();

export function createReadingMemory(): ReadingMemory {
  return { matcher: MATCHER, setting: null, sheets: new Map(), understood: null, accounts: new WeakMap() };
}

/** Merges whose first cell changed are looked for row by row; of more than this, the whole sheet is read afresh. */
const MOST_MERGES = 20;

/** Forgets the rows that do not show what they showed; a merged cell shows in every row that it covers. */
function forgetChanged(known: SheetMemory, grid: SheetGrid): void {
  const before = known.grid;
  const held = grid.merges.filter(({ top, left, bottom }) => {
    const place = { row: top, column: left };
    return bottom > top && cellAt(grid, place) !== cellAt(before, place);
  });
  if (before.merges !== grid.merges || held.length > MOST_MERGES) {
    known.headings.clear();
    known.tables.clear();
    return;
  }
  for (const [row, cells] of grid.rows) {
    if (before.rows.get(row) === cells && !held.some(({ top, bottom }) => top <= row && row <= bottom)) continue;
    known.headings.delete(row);
    for (const { rows } of known.tables.values()) rows.delete(row);
  }
}

/** What is still known of a sheet; from now on it is about the sheet as given. */
export function memoryOf(memory: ReadingMemory, grid: SheetGrid): SheetMemory {
  const known = memory.sheets.get(grid.id);
  if (known === undefined) {
    const fresh: SheetMemory = { grid, read: null, headings: new Map(), tables: new Map() };
    memory.sheets.set(grid.id, fresh);
    return fresh;
  }
  if (known.grid !== grid) {
    forgetChanged(known, grid);
    known.grid = grid;
    known.read = null;
  }
  return known;
}

/** The rows of a table that are still known, when they were divided by the same columns; else none. */
export function tableMemoryOf(sheet: SheetMemory, tableId: string, frame: string): RememberedTable['rows'] {
  const known = sheet.tables.get(tableId);
  if (known?.frame === frame) return known.rows;
  const rows: RememberedTable['rows'] = new Map();
  sheet.tables.set(tableId, { frame, rows });
  return rows;
}

/** Drops what depends on the framework or the corrections when they are others. */
export function dropOutdated(memory: ReadingMemory, framework: Framework, corrections: string): void {
  if (memory.setting?.framework === framework && memory.setting.corrections === corrections) return;
  for (const sheet of memory.sheets.values()) sheet.read = null;
  memory.setting = { framework, corrections };
}

/** What was made of the rows of this file under this framework; empty when the memory is of others. */
export function understoodBefore(memory: ReadingMemory, file: string, framework: Framework): UnderstoodBook {
  const { understood } = memory;
  if (understood?.file === file && understood.framework === framework) return understood;
  return { file, framework, actions: new Map(), measures: new Map() };
}
