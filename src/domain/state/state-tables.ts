import { type Area, type BookGrid, type Cell, cellAt, type Place, type SheetGrid } from '../grid';
import { CellCollector, type Change, holds, text, wordsOfCell, writeChanges } from '../workbook';
import { isStateSheet, STATE_SHEET } from './state-sheet-name';

/**
 * The very hidden sheet `_plan`: a row of tables side by side, each a heading row and a row a record. Text only,
 * so that nothing is read as a number or a date; what has parts is JSON. A cell holds at most 32,767 characters,
 * so a longer JSON goes on in the cells to its right.
 *
 * Not for people: nothing here is needed to read the plan, and deleting the sheet loses the Refs' history.
 */
export type TableName =
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
  | 'changes'
  | 'dates'
  | 'heard'
  | 'heard rows'
  | 'format'
  | 'rowAnswers'
  | 'columnsGone'
  | 'ownCells'
  | 'fromCopies'
  | 'verdicts'
  | 'verdictsBefore';

interface TablePlace {
  readonly left: number;
  readonly width: number;
  readonly headings: readonly string[];
  /** It is rarely needed, and without records it is not there at all: each column further right is read with every row of the sheet. */
  readonly onlyFilled?: true;
}

/** Where each table starts and how many columns it may take, zero-based. Never moved: older workbooks have them here. */
const TABLES: Readonly<Record<TableName, TablePlace>> = {
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
  dates: { left: 116, width: 4, headings: ['ref', 'as of', 'timescale', 'due'] },
  heard: { left: 136, width: 4, headings: ['number', 'table as last sent'] },
  'heard rows': { left: 142, width: 28, headings: ['ref', 'table', 'quarter', 'standing', 'row as last sent'] },
  format: { left: 112, width: 2, headings: ['format', 'version'] },
  rowAnswers: { left: 192, width: 3, headings: ['ref', 'row', 'answer'], onlyFilled: true },
  columnsGone: { left: 196, width: 2, headings: ['plan', 'column gone'], onlyFilled: true },
  ownCells: { left: 230, width: 3, headings: ['ref', 'own column', 'hash'], onlyFilled: true },
  fromCopies: { left: 233, width: 7, headings: ['text of a copy'], onlyFilled: true },
  verdicts: { left: 280, width: 7, headings: ['ref', 'verdict', 'note', 'by', 'date', 'words seen', 'found'], onlyFilled: true },
  verdictsBefore: { left: 288, width: 6, headings: ['ref', 'verdict before', 'note', 'by', 'date', 'found'], onlyFilled: true },
};

export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

/** Columns that the tables may take, all of them together. */
export const STATE_COLUMNS = Object.values(TABLES).reduce((last, { left, width }) => Math.max(last, left + width), 0);

/**
 * Only a run writes these, and every run writes the run's id, which is expected to be the one that was read. If it is, no other run was
 * made meanwhile, and the largest tables of the workbook need not be read a second time before they are written.
 */
const RUNS_ALONE: ReadonlySet<TableName> = new Set([
  'actions',
  'written',
  'snapshots',
  'changes',
  'dates',
  'heard',
  'heard rows',
  'journal',
]);

/** Records of a table, in their order, each as the words of its cells. */
export type TableRecords = readonly [name: TableName, records: readonly (readonly string[])[]];

/** The sheet of the state; null in a workbook that has none. */
export function stateSheet(book: BookGrid): SheetGrid | null {
  return book.sheets.find(({ name }) => isStateSheet(name)) ?? null;
}

/** The records of a table, each as its cells' words; blank rows are passed over. */
export function records(sheet: SheetGrid, name: TableName): string[][] {
  const { left, width } = TABLES[name];
  const last = lastRowOf(sheet, left, width);
  const found: string[][] = [];
  for (let row = 1; row <= last; row += 1) {
    const cells = Array.from({ length: width }, (_, across) => wordsOfCell(cellAt(sheet, { row, column: left + across })));
    if (cells.some((cell) => cell !== '')) found.push(cells);
  }
  return found;
}

/** The changes that make tables hold these records and nothing else; the sheet is made when it is not there. */
export function tableChanges(book: BookGrid, tables: readonly TableRecords[]): Change[] {
  const sheet = stateSheet(book);
  // Table by table: cells written together are an area, and one across all tables would be nothing but gaps.
  const written = tables.flatMap(([name, rows]) => {
    const collector = new CellCollector();
    putTable(sheet, name, rows, collector);
    return writeChanges(STATE_SHEET, sheet, collector.cells, sheet !== null && !RUNS_ALONE.has(name));
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

function putTable(sheet: SheetGrid | null, name: TableName, rows: readonly (readonly string[])[], collector: CellCollector): void {
  const { left, width, headings, onlyFilled } = TABLES[name];
  const wanted = rows.length === 0 && onlyFilled === true ? [] : [headings, ...rows];
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

/** The cell of a table's record, zero-based within the table, as a place on the sheet. */
export function placeInTable(name: TableName, record: number, column: number): Place {
  return { row: record + 1, column: TABLES[name].left + column };
}

/** The cells of a table down to a record, which is counted from one. */
export function tableArea(name: TableName, last: number): Area {
  const { left, width } = TABLES[name];
  return { top: 0, left, bottom: last, right: left + width - 1 };
}
