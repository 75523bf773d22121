import { type BookGrid, type Cell, cellAt, gridOf, type SheetGrid } from '../grid';
import { holds, text, wordsOfCell } from './cell-content';
import type { Change, Edit } from './edit';
import { EMPTY_STATE, type Journal, NO_JOURNAL, type PlanState, STATE_SHEET } from './plan-state';
import { CellCollector, writeChanges } from './write-cells';

/**
 * The very hidden sheet `_plan`: a row of tables side by side, each a heading row and a row a record. Text only,
 * so that nothing is read as a number or a date; what has parts is JSON. A cell holds at most 32,767 characters,
 * so a longer JSON goes on in the cells to its right.
 *
 * Not for people: nothing here is needed to read the plan, and deleting the sheet loses the Refs' history.
 */
type TableName = 'run' | 'counters' | 'actions' | 'written' | 'decisions' | 'corrections' | 'journal';

/** Where each table starts and how many columns it may take, zero-based. Never moved: older workbooks have them here. */
const TABLES: Readonly<Record<TableName, { readonly left: number; readonly width: number; readonly headings: readonly string[] }>> = {
  run: { left: 0, width: 2, headings: ['run', 'value'] },
  counters: { left: 3, width: 2, headings: ['code', 'last number'] },
  actions: { left: 6, width: 6, headings: ['ref', 'code', 'commitment', 'measure', 'led by', 'gone'] },
  decisions: { left: 13, width: 3, headings: ['ref', 'indicator', 'verdict'] },
  corrections: { left: 17, width: 8, headings: ['correction'] },
  written: { left: 26, width: 12, headings: ['plan', 'sheet id', 'sheet', 'row', 'fields'] },
  journal: { left: 39, width: 24, headings: ['run', 'state', 'undo'] },
};

const CHUNK = 30_000;

/** The state kept in a workbook; a workbook that has none has the empty state. Records that cannot be read are passed over. */
export function readState(book: BookGrid): PlanState {
  const sheet = stateSheet(book);
  if (sheet === null) return EMPTY_STATE;
  const run = new Map(records(sheet, 'run').map(([key = '', value = '']) => [key, value]));
  const id = run.get('id');
  return {
    lastRun: id === undefined ? null : { id, asOf: run.get('as of') ?? '', framework: run.get('framework') ?? '' },
    counters: Object.fromEntries(records(sheet, 'counters').map(([code = '', last = '0']) => [code, Number(last)])),
    actions: records(sheet, 'actions').map(([ref = '', code = '', commitment = '', measure = '', ledBy = '', gone = '']) => {
      return { ref, code, commitment, measure, ledBy, gone: gone === 'gone' };
    }),
    written: readWritten(sheet),
    decisions: records(sheet, 'decisions').map(([ref = '', indicator = '', verdict = '']) => {
      return { ref, indicator, verdict: verdict === 'rejected' ? 'rejected' : 'confirmed' };
    }),
    corrections: records(sheet, 'corrections').flatMap((cells) => parsed<PlanState['corrections'][number]>(cells.join(''))),
    journal: readJournal(sheet),
  };
}

/** The changes that make the sheet hold a state; none when it does. The journal is written by itself, around the work. */
export function stateChanges(book: BookGrid, state: PlanState): Change[] {
  const rows: Record<Exclude<TableName, 'journal'>, readonly (readonly string[])[]> = {
    run:
      state.lastRun === null
        ? []
        : [
            ['id', state.lastRun.id],
            ['as of', state.lastRun.asOf],
            ['framework', state.lastRun.framework],
          ],
    counters: Object.entries(state.counters).map(([code, last]) => [code, String(last)]),
    actions: state.actions.map(({ ref, code, commitment, measure, ledBy, gone }) => [
      ref,
      code,
      commitment,
      measure,
      ledBy,
      gone ? 'gone' : '',
    ]),
    decisions: state.decisions.map(({ ref, indicator, verdict }) => [ref, indicator, verdict]),
    corrections: state.corrections.map((correction) => chunks(JSON.stringify(correction))),
    written: state.written.flatMap(({ plan, id, name, rows: written, blocks }) => {
      const fields: [string, Readonly<Record<string, string>>][] = [...Object.entries(written), ['', blocks]];
      return fields.map(([key, words]) => [plan, id, name, key, ...chunks(JSON.stringify(words))]);
    }),
  };
  const names = Object.keys(rows) as (keyof typeof rows)[];
  return tableChanges(
    book,
    names.map((name) => [name, rows[name]]),
  );
}

/** The changes that write the journal alone; the sheet is made when it is not there. */
export function journalChanges(book: BookGrid, journal: Journal): Change[] {
  const pieces = journal.undo.map((undo) => ['', '', ...chunks(JSON.stringify(undo))]);
  const rows = journal.state === 'none' ? [] : [[journal.runId, journal.state], ...pieces];
  return tableChanges(book, [['journal', rows]]);
}

function stateSheet(book: BookGrid): SheetGrid | null {
  return book.sheets.find(({ name }) => name === STATE_SHEET) ?? null;
}

function tableChanges(book: BookGrid, tables: readonly (readonly [TableName, readonly (readonly string[])[]])[]): Change[] {
  const sheet = stateSheet(book);
  const collector = new CellCollector();
  for (const [name, rows] of tables) putTable(sheet, name, rows, collector);
  const made: Change[] =
    sheet !== null
      ? []
      : [
          {
            edit: { type: 'add sheet', sheet: STATE_SHEET, visibility: 'very hidden', tabColour: null },
            undo: { type: 'remove sheet', sheet: STATE_SHEET },
          },
        ];
  return [...made, ...writeChanges(STATE_SHEET, sheet, collector.cells)];
}

function putTable(sheet: SheetGrid | null, name: TableName, rows: readonly (readonly string[])[], collector: CellCollector): void {
  const { left, width, headings } = TABLES[name];
  const wanted = [headings, ...rows];
  const last = Math.max(wanted.length - 1, lastRowOf(sheet, left, width));
  for (let row = 0; row <= last; row += 1) {
    for (let across = 0; across < width; across += 1) {
      const cell = text(wanted[row]?.[across] ?? '');
      const place = { row, column: left + across };
      if (sheet === null ? cell.kind !== 'empty' : !holds(cellAt(sheet, place), cell)) collector.put(place.row, place.column, cell);
    }
  }
}

function lastRowOf(sheet: SheetGrid | null, left: number, width: number): number {
  let last = 0;
  for (const [row, cells] of sheet?.rows ?? []) {
    if (row > last && holdsAny(cells, left, width)) last = row;
  }
  return last;
}

function holdsAny(cells: ReadonlyMap<number, Cell>, left: number, width: number): boolean {
  for (const [column, cell] of cells) if (column >= left && column < left + width && cell.kind !== 'empty') return true;
  return false;
}

/** The records of a table, each as its cells' words; blank rows are passed over. */
function records(sheet: SheetGrid, name: TableName): string[][] {
  const { left, width } = TABLES[name];
  const found: string[][] = [];
  for (let row = 1; row <= lastRowOf(sheet, left, width); row += 1) {
    const cells = Array.from({ length: width }, (_, across) => wordsOfCell(cellAt(sheet, { row, column: left + across })));
    if (cells.some((cell) => cell !== '')) found.push(cells);
  }
  return found;
}

interface WrittenRecord {
  readonly plan: string;
  readonly id: string;
  readonly name: string;
  readonly rows: Record<string, Record<string, string>>;
  blocks: Record<string, string>;
}

function readWritten(sheet: SheetGrid): PlanState['written'] {
  const byPlan = new Map<string, WrittenRecord>();
  for (const [plan = '', id = '', name = '', key = '', ...json] of records(sheet, 'written')) {
    const one = byPlan.get(plan) ?? { plan, id, name, rows: {}, blocks: {} };
    const fields = parsed<Record<string, string>>(json.join(''))[0] ?? {};
    if (key === '') one.blocks = fields;
    else one.rows[key] = fields;
    byPlan.set(plan, one);
  }
  return [...byPlan.values()];
}

function readJournal(sheet: SheetGrid): Journal {
  const [head, ...pieces] = records(sheet, 'journal');
  const [runId = '', state] = head ?? [];
  if (state !== 'open' && state !== 'closed') return NO_JOURNAL;
  return { runId, state, undo: pieces.flatMap((cells) => parsed<Journal['undo'][number]>(cells.slice(2).join(''))) };
}

function chunks(json: string): string[] {
  return Array.from({ length: Math.ceil(json.length / CHUNK) }, (_, index) => json.slice(index * CHUNK, (index + 1) * CHUNK));
}

/** JSON this program wrote; a cell somebody altered by hand reads as nothing, and the rest still counts. */
function parsed<T>(json: string): T[] {
  try {
    return [JSON.parse(json) as T];
  } catch {
    return [];
  }
}

/** The last change of a write: its journal, opened before the first, says from now on that nothing was torn. */
export function journalClosing(): Change {
  const column = TABLES.journal.left + 1;
  const write = (state: Journal['state']): Edit => {
    return {
      type: 'write cells',
      sheet: STATE_SHEET,
      area: { top: 1, bottom: 1, left: column, right: column },
      cells: [[text(state)]],
      expected: null,
    };
  };
  return { edit: write('closed'), undo: write('open') };
}

/** A workbook as it will be once its state sheet is made, so that changes to the state are worked out against an empty one. */
export function withStateSheet(book: BookGrid): BookGrid {
  if (stateSheet(book) !== null) return book;
  return { ...book, sheets: [...book.sheets, gridOf(STATE_SHEET, [], { visibility: 'very hidden' })] };
}
