import type { KnownVerdict } from '../finance';
import { type Area, type BookGrid, gridOf, LAST_ROW, type SheetGrid } from '../grid';
import type { TableCorrection } from '../reading';
import { finished, type Steps } from '../steps';
import { type Change, type Edit, text } from '../workbook';
import { actionRecords, actionsFrom } from './action-records';
import { changeRecords, changesFrom } from './change-records';
import { correctionRecords, correctionsFrom } from './correction-records';
import { dateRecords, datesFrom } from './date-records';
import { decisionRecords, decisionsFrom } from './decision-records';
import { fromCopiesFrom, fromCopyRecords } from './from-copy-records';
import { heardFrom, heardRecords } from './heard-records';
import { JOURNAL_STATE, journalFrom, journalRecords } from './journal-records';
import { ownCellRecords, ownCellsFrom } from './own-cell-records';
import { EMPTY_STATE, type Journal, type PlanState } from './plan-state';
import { STATE_SHEET } from './state-sheet-name';
import { chunks } from './record-json';
import { columnGoneRecords, columnsGoneFrom, rowAnswerRecords, rowAnswersFrom } from './row-answer-records';
import { counterRecords, countersFrom, lastRunFrom, runRecords } from './run-records';
import { snapshotRecords, snapshotsFrom } from './snapshot-records';
import { placeInTable, records, stateSheet, TABLE_NAMES, tableArea, tableChanges, type TableRecords } from './state-tables';
import { verdictRecords, verdictsFrom } from './verdict-records';
import { type SheetKnown, sheetsFrom, writtenFrom, writtenRecords } from './written-records';

/** States as they were read; a sheet in which nothing has changed is the same object from one reading of the workbook to the next. */
const states = new WeakMap<SheetGrid, PlanState>();

/** The state kept in a workbook; a workbook that has none has the empty state. Records that cannot be read are passed over. */
export const readState = (book: BookGrid): PlanState => finished(readStateInSteps(book));

/** The same in steps. */
export function* readStateInSteps(book: BookGrid): Steps<PlanState> {
  const sheet = stateSheet(book);
  if (sheet === null) return EMPTY_STATE;
  const state = states.get(sheet) ?? (yield* stateOn(sheet));
  states.set(sheet, state);
  return state;
}

/** The larger tables each by themselves. */
function* stateOn(sheet: SheetGrid): Steps<PlanState> {
  yield '';
  const written = writtenFrom(records(sheet, 'written'));
  yield '';
  const snapshots = snapshotsFrom(
    records(sheet, 'snapshots').map(([quarter = '', asOf = '', ref = '', ...json]) => [quarter, asOf, ref, json.join('')]),
  );
  yield '';
  const heard = heardFrom({ tables: records(sheet, 'heard'), rows: records(sheet, 'heard rows') });
  yield '';
  const journal = journalFrom(records(sheet, 'journal'));
  yield '';
  return {
    lastRun: lastRunFrom(records(sheet, 'run')),
    counters: countersFrom(records(sheet, 'counters')),
    actions: actionsFrom(records(sheet, 'actions')),
    written,
    decisions: decisionsFrom(records(sheet, 'decisions')),
    unnumbered: actionsFrom(records(sheet, 'unnumbered')),
    framework: records(sheet, 'framework').flat().join(''),
    corrections: correctionsFrom(records(sheet, 'corrections')),
    snapshots,
    dates: datesFrom(records(sheet, 'dates')),
    changes: changesFrom(records(sheet, 'changes')),
    heard,
    rowAnswers: rowAnswersFrom(records(sheet, 'rowAnswers')),
    columnsGone: columnsGoneFrom(records(sheet, 'columnsGone')),
    ownCells: ownCellsFrom(records(sheet, 'ownCells')),
    fromCopies: fromCopiesFrom(records(sheet, 'fromCopies')),
    verdicts: verdictsOn(sheet),
    journal,
  };
}

/** What the user corrected about the tables of a workbook; reading its tables needs nothing else of the state. */
export function readCorrections(book: BookGrid): TableCorrection[] {
  const sheet = stateSheet(book);
  return sheet === null ? [] : correctionsFrom(records(sheet, 'corrections'));
}

/** The sheets that the last run wrote, by the ids and names they had then. */
export function writtenSheets(book: BookGrid): SheetKnown[] {
  const sheet = stateSheet(book);
  return sheet === null ? [] : sheetsFrom(records(sheet, 'written'));
}

/** The changes that make the sheet hold a state, in steps; none when it does. The journal is written by itself, around the work. */
export function* stateChanges(book: BookGrid, state: PlanState): Steps<Change[]> {
  yield '';
  const snapshots = snapshotRecords(state.snapshots).map(([quarter, asOf, ref, fields]) => [quarter, asOf, ref, ...chunks(fields)]);
  yield '';
  const heard = heardRecords(state.heard);
  yield '';
  const written = writtenRecords(state.written);
  yield '';
  return tableChanges(book, [
    ['run', runRecords(state.lastRun)],
    ['counters', counterRecords(state.counters)],
    ['actions', actionRecords(state.actions)],
    ...decisionTables(state),
    frameworkTable(state.framework),
    ['corrections', correctionRecords(state.corrections)],
    ['snapshots', snapshots],
    ['dates', dateRecords(state.dates)],
    ['changes', changeRecords(state.changes)],
    ['heard', heard.tables],
    ['heard rows', heard.rows],
    ['rowAnswers', rowAnswerRecords(state.rowAnswers)],
    ['columnsGone', columnGoneRecords(state.columnsGone)],
    ['ownCells', ownCellRecords(state.ownCells)],
    ['fromCopies', fromCopyRecords(state.fromCopies)],
    ...verdictTables(state.verdicts),
    ['written', written],
  ]);
}

/** The changes that write the decisions alone, with the actions they are about. */
export function decisionChanges(book: BookGrid, state: Pick<PlanState, 'decisions' | 'unnumbered'>): Change[] {
  return tableChanges(book, decisionTables(state));
}

function decisionTables({ decisions, unnumbered }: Pick<PlanState, 'decisions' | 'unnumbered'>): TableRecords[] {
  return [
    ['decisions', decisionRecords(decisions)],
    ['unnumbered', actionRecords(unnumbered)],
  ];
}

/** Finance's verdicts that a workbook remembers; needs the cells of `VERDICT_AREAS` alone. */
export function readVerdicts(book: BookGrid): KnownVerdict[] {
  const sheet = stateSheet(book);
  return sheet === null ? [] : verdictsOn(sheet);
}

function verdictsOn(sheet: SheetGrid): KnownVerdict[] {
  return verdictsFrom({ now: records(sheet, 'verdicts'), before: records(sheet, 'verdictsBefore') });
}

/** The cells that `readVerdicts` looks at. */
export const VERDICT_AREAS: readonly Area[] = [tableArea('verdicts', LAST_ROW), tableArea('verdictsBefore', LAST_ROW)];

/** The changes that write finance's verdicts alone. */
export function verdictChanges(book: BookGrid, verdicts: readonly KnownVerdict[]): Change[] {
  return tableChanges(book, verdictTables(verdicts));
}

/** The same with the actions without a Ref, as verdicts beside a directorate's own rows know them; needs all cells of the state's sheet. */
export function ownVerdictChanges(book: BookGrid, { verdicts, unnumbered }: Pick<PlanState, 'verdicts' | 'unnumbered'>): Change[] {
  return tableChanges(book, [...verdictTables(verdicts), ['unnumbered', actionRecords(unnumbered)]]);
}

function verdictTables(verdicts: readonly KnownVerdict[]): TableRecords[] {
  const { now, before } = verdictRecords(verdicts);
  return [
    ['verdicts', now],
    ['verdictsBefore', before],
  ];
}

/** The changes that keep another framework file with the workbook; "" goes back to the one that the program ships with. */
export function frameworkChanges(book: BookGrid, framework: string): Change[] {
  return tableChanges(book, [frameworkTable(framework)]);
}

/** A table of one column: the parts of the text stand below each other. */
function frameworkTable(framework: string): TableRecords {
  return ['framework', chunks(framework).map((chunk) => [chunk])];
}

/** The changes that write the corrections alone: the journal, and with it the way back from the last run, stays as it is. */
export function correctionChanges(book: BookGrid, corrections: readonly TableCorrection[]): Change[] {
  return tableChanges(book, [['corrections', correctionRecords(corrections)]]);
}

/**
 * The version of the tables as this program writes them. 1 is that of version 0.1.0, which wrote none. A later version that adds a table or
 * a column which this one would erase or leave stale has a higher number.
 */
const FORMAT = 2;
const FORMAT_RECORDS = [['format', String(FORMAT)]];

/**
 * The version of a workbook's memory where it is later than this program's, which must then leave all of the plan as it is; null where
 * this program can go on with it. Looked for where this version writes it, and in the run's properties. A cell that begins with no number was
 * damaged by hand, and says nothing.
 * Rule: docs/rules.md#later-versions.
 */
export function laterFormat(book: BookGrid): string | null {
  const sheet = stateSheet(book);
  if (sheet === null) return null;
  const told = [
    ...records(sheet, 'format').filter(([key]) => key === 'format'),
    ...records(sheet, 'run').filter(([key]) => key === 'schema'),
  ];
  const later = told.find(([, version = '']) => Number(/^v?\s*(\d+(?:\.\d+)?)/i.exec(version.trim())?.[1] ?? 0) > FORMAT);
  return later?.[1] ?? null;
}

/** Whether a workbook's memory is of version 0.1.0, which did not say its version. */
export function isOfFirstFormat(book: BookGrid): boolean {
  const sheet = stateSheet(book);
  return sheet !== null && (['format', 'dates', 'heard', 'heard rows'] as const).every((name) => records(sheet, name).length === 0);
}

/** Whether a workbook's memory has nothing in it but how it is written: no run was made, or all were taken back. */
export function remembersNothing(book: BookGrid): boolean {
  const sheet = stateSheet(book);
  return sheet !== null && TABLE_NAMES.every((name) => name === 'format' || name === 'journal' || records(sheet, name).length === 0);
}

/** The cells that `laterFormat` looks at, so that no more needs to be read for it. */
export const FORMAT_AREAS: readonly Area[] = [tableArea('run', 20), tableArea('format', 20)];

/** The change that opens a journal again which was closed, before its work is taken back. */
export function journalReopening(): Change {
  const { edit, undo } = journalClosing();
  return { edit: undo ?? edit, undo: edit };
}

/** The changes that write the journal, and the version of all tables; the sheet is made when it is not there. */
export function journalChanges(book: BookGrid, journal: Journal): Change[] {
  return tableChanges(book, [
    ['format', FORMAT_RECORDS],
    ['journal', journalRecords(journal)],
  ]);
}

/** The last change of a write: its journal, opened before the first, says from now on that the write ended. */
export function journalClosing(): Change {
  const { row, column } = placeInTable('journal', JOURNAL_STATE.record, JOURNAL_STATE.column);
  const write = (state: Journal['state']): Edit => {
    return {
      type: 'write cells',
      sheet: STATE_SHEET,
      area: { top: row, bottom: row, left: column, right: column },
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
