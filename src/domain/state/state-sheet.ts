import { NO_CHANGES } from '../collation';
import { type BookGrid, type Cell, cellAt, gridOf, type SheetGrid } from '../grid';
import { parseCorrection, type TableCorrection } from '../reading';
import { CellCollector, type Change, type Edit, holds, text, wordsOfCell, writeChanges } from '../workbook';
import { editFrom, editRecord } from './journal-records';
import { EMPTY_STATE, type Journal, NO_JOURNAL, type PlanState, STATE_SHEET } from './plan-state';
import { snapshotRecords, snapshotsFrom } from './snapshot-records';

/**
 * The very hidden sheet `_plan`: a row of tables side by side, each a heading row and a row a record. Text only,
 * so that nothing is read as a number or a date; what has parts is JSON. A cell holds at most 32,767 characters,
 * so a longer JSON goes on in the cells to its right.
 *
 * Not for people: nothing here is needed to read the plan, and deleting the sheet loses the Refs' history.
 */
type TableName =
  | 'run'
  | 'counters'
  | 'actions'
  | 'written'
  | 'decisions'
  | 'corrections'
  | 'journal'
  | 'unnumbered'
  | 'framework'
  | 'snapshots'
  | 'changes';

/** Where each table starts and how many columns it may take, zero-based. Never moved: older workbooks have them here. */
const TABLES: Readonly<Record<TableName, { readonly left: number; readonly width: number; readonly headings: readonly string[] }>> = {
  run: { left: 0, width: 2, headings: ['run', 'value'] },
  counters: { left: 3, width: 2, headings: ['code', 'last number'] },
  actions: { left: 6, width: 6, headings: ['ref', 'code', 'commitment', 'measure', 'led by', 'gone'] },
  decisions: { left: 13, width: 4, headings: ['ref', 'indicator', 'verdict', 'text'] },
  corrections: { left: 17, width: 8, headings: ['correction'] },
  written: { left: 26, width: 12, headings: ['plan', 'sheet id', 'sheet', 'row', 'fields'] },
  journal: { left: 39, width: 24, headings: ['run', 'state', 'undo'] },
  unnumbered: { left: 64, width: 6, headings: ['key', 'code', 'commitment', 'measure', 'led by', 'gone'] },
  framework: { left: 71, width: 1, headings: ['framework'] },
  snapshots: { left: 90, width: 12, headings: ['quarter', 'as of', 'ref', 'fields'] },
  changes: { left: 103, width: 8, headings: ['since', 'change'] },
};

/** Columns that the tables may take, all of them together. */
export const STATE_COLUMNS = Object.values(TABLES).reduce((last, { left, width }) => Math.max(last, left + width), 0);

/**
 * Only a run writes these, and every run writes the run's id, which is expected to be the one that was read: so nobody else's run came
 * between, and the largest tables of the workbook need not be read a second time before they are written.
 */
const RUNS_ALONE: ReadonlySet<TableName> = new Set(['actions', 'written', 'snapshots', 'changes', 'journal']);

const CHUNK = 30_000;

/** States as they were read; a sheet in which nothing has changed is the same object from one reading of the workbook to the next. */
const states = new WeakMap<SheetGrid, PlanState>();

/** The state kept in a workbook; a workbook that has none has the empty state. Records that cannot be read are passed over. */
export function readState(book: BookGrid): PlanState {
  const sheet = stateSheet(book);
  if (sheet === null) return EMPTY_STATE;
  const state = states.get(sheet) ?? stateOn(sheet);
  states.set(sheet, state);
  return state;
}

function stateOn(sheet: SheetGrid): PlanState {
  const run = new Map(records(sheet, 'run').map(([key = '', value = '']) => [key, value]));
  const id = run.get('id');
  return {
    lastRun: id === undefined ? null : { id, asOf: run.get('as of') ?? '', framework: run.get('framework') ?? '' },
    counters: Object.fromEntries(records(sheet, 'counters').map(([code = '', last = '0']) => [code, Number(last)])),
    actions: knownActionsOn(sheet, 'actions'),
    written: readWritten(sheet),
    decisions: records(sheet, 'decisions').map(([ref = '', indicator = '', verdict = '', text = '']) => {
      return { ref, indicator, verdict: verdict === 'rejected' ? 'rejected' : 'confirmed', text };
    }),
    unnumbered: knownActionsOn(sheet, 'unnumbered'),
    framework: records(sheet, 'framework').flat().join(''),
    corrections: correctionsOn(sheet),
    snapshots: snapshotsFrom(
      records(sheet, 'snapshots').map(([quarter = '', asOf = '', ref = '', ...json]) => [quarter, asOf, ref, json.join('')]),
    ),
    changes: readChanges(sheet),
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
    actions: knownActionRows(state.actions),
    decisions: decisionRows(state.decisions),
    unnumbered: knownActionRows(state.unnumbered),
    framework: frameworkRows(state.framework),
    corrections: correctionRows(state.corrections),
    snapshots: snapshotRecords(state.snapshots).map(([quarter, asOf, ref, fields]) => [quarter, asOf, ref, ...chunks(fields)]),
    changes: changeRows(state.changes),
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

/** The changes that write the decisions alone, with the actions they are about. */
export function decisionChanges(book: BookGrid, { decisions, unnumbered }: Pick<PlanState, 'decisions' | 'unnumbered'>): Change[] {
  return tableChanges(book, [
    ['decisions', decisionRows(decisions)],
    ['unnumbered', knownActionRows(unnumbered)],
  ]);
}

/** The changes that keep another framework file with the workbook; "" goes back to the one that the program ships with. */
export function frameworkChanges(book: BookGrid, framework: string): Change[] {
  return tableChanges(book, [['framework', frameworkRows(framework)]]);
}

function decisionRows(decisions: PlanState['decisions']): string[][] {
  return decisions.map(({ ref, indicator, verdict, text: words }) => [ref, indicator, verdict, words]);
}

function frameworkRows(framework: string): string[][] {
  return chunks(framework).map((chunk) => [chunk]);
}

function knownActionsOn(sheet: SheetGrid, name: 'actions' | 'unnumbered'): PlanState['actions'] {
  return records(sheet, name).map(([ref = '', code = '', commitment = '', measure = '', ledBy = '', gone = '']) => {
    return { ref, code, commitment, measure, ledBy, gone: gone === 'gone' };
  });
}

function knownActionRows(actions: PlanState['actions']): string[][] {
  return actions.map(({ ref, code, commitment, measure, ledBy, gone }) => [ref, code, commitment, measure, ledBy, gone ? 'gone' : '']);
}

/** What the user set right about the tables of a workbook; whoever only reads its tables needs no more of the state. */
export function readCorrections(book: BookGrid): TableCorrection[] {
  const sheet = stateSheet(book);
  return sheet === null ? [] : correctionsOn(sheet);
}

/** The changes that write the corrections alone: the journal, and with it the way back from the last run, stays as it is. */
export function correctionChanges(book: BookGrid, corrections: readonly TableCorrection[]): Change[] {
  return tableChanges(book, [['corrections', correctionRows(corrections)]]);
}

function correctionsOn(sheet: SheetGrid): TableCorrection[] {
  return records(sheet, 'corrections').flatMap((cells) => parsed<unknown>(cells.join('')).flatMap((json) => parseCorrection(json) ?? []));
}

function correctionRows(corrections: readonly TableCorrection[]): string[][] {
  return corrections.map((correction) => chunks(JSON.stringify(correction)));
}

/** The changes that write the journal alone; the sheet is made when it is not there. */
export function journalChanges(book: BookGrid, journal: Journal): Change[] {
  const pieces = journal.undo.map((undo) => ['', '', ...chunks(editRecord(undo))]);
  const rows = journal.state === 'none' ? [] : [[journal.runId, journal.state], ...pieces];
  return tableChanges(book, [['journal', rows]]);
}

function stateSheet(book: BookGrid): SheetGrid | null {
  return book.sheets.find(({ name }) => name === STATE_SHEET) ?? null;
}

function tableChanges(book: BookGrid, tables: readonly (readonly [TableName, readonly (readonly string[])[]])[]): Change[] {
  const sheet = stateSheet(book);
  // Table by table: cells written together are an area, and one across all tables would be nothing but gaps.
  const written = tables.flatMap(([name, rows]) => {
    const collector = new CellCollector();
    putTable(sheet, name, rows, collector);
    const changes = writeChanges(STATE_SHEET, sheet, collector.cells);
    return RUNS_ALONE.has(name) ? changes.map(withoutExpected) : changes;
  });
  const made: Change[] =
    sheet !== null
      ? []
      : [
          {
            edit: { type: 'add sheet', sheet: STATE_SHEET, visibility: 'very hidden', tabColour: null },
            undo: { type: 'remove sheet', sheet: STATE_SHEET },
          },
        ];
  return [...made, ...written];
}

function withoutExpected({ edit, undo }: Change): Change {
  return { edit: edit.type === 'write cells' ? { ...edit, expected: null } : edit, undo };
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
  const last = lastRowOf(sheet, left, width);
  const found: string[][] = [];
  for (let row = 1; row <= last; row += 1) {
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

/** The first record says since when; null, since never, is no record. */
function changeRows({ since, list }: PlanState['changes']): string[][] {
  return since === null ? [] : [[since], ...list.map((change) => ['', ...chunks(JSON.stringify(change))])];
}

function readChanges(sheet: SheetGrid): PlanState['changes'] {
  const [head, ...rest] = records(sheet, 'changes');
  if (head === undefined) return NO_CHANGES;
  return { since: head[0] ?? '', list: rest.flatMap(([, ...json]) => parsed<PlanState['changes']['list'][number]>(json.join(''))) };
}

/** The sheets that the last run wrote, by the ids and names they had then. */
export function writtenSheets(book: BookGrid): { readonly id: string; readonly name: string }[] {
  const sheet = stateSheet(book);
  const found = new Map((sheet === null ? [] : records(sheet, 'written')).map(([plan = '', id = '', name = '']) => [plan, { id, name }]));
  return [...found.values()];
}

function readJournal(sheet: SheetGrid): Journal {
  const [head, ...pieces] = records(sheet, 'journal');
  const [runId = '', state] = head ?? [];
  if (state !== 'open' && state !== 'closed') return NO_JOURNAL;
  return { runId, state, undo: pieces.flatMap((cells) => editFrom(cells.slice(2).join('')) ?? []) };
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
