import {
  costTotals,
  type CostTotal,
  type FinanceReading,
  financeReading,
  financeTexts,
  knownVerdicts,
  NO_VERDICT_CELL,
  verdictAfter,
  verdictRead,
} from '../../domain/finance';
import type { Framework } from '../../domain/framework';
import type { Area, BookGrid, SheetGrid } from '../../domain/grid';
import type { Action, TableRead } from '../../domain/reading';
import { ALL_PRIORITIES_TABLE, typedFields, verdictCellAt, verdictColumns, verdictsOnSheet } from '../../domain/sheets';
import { readState } from '../../domain/state';
import { directorateWords } from '../../domain/wording';
import { hashOfWords, wordsWritten } from '../collate/verdicts-of';
import type { CostRow, VerdictPlace } from '../requests/finance-requests';
import { mappingSourceOf } from '../sources/mapping-source';
import type { OpenedSource } from '../sources/open-sources';
import type { SourceRead } from '../sources/read-sources';
import { recognisedPlan } from '../sources/recognised-plan';
import { ownVerdictsRead } from './own-verdicts';

/**
 * The actions of submissions and plans for finance's check, in the order of the framework's directorates. Of a workbook that holds a plan the
 * rows of All priorities count, with their verdicts; of any other its tables. Listed services cost nothing of their own and are left out.
 * Rule: docs/rules.md#cost-review.
 */
export function reviewCosts(opened: readonly OpenedSource[], sources: readonly SourceRead[], framework: Framework): CostRow[] {
  const books = new Map(opened.flatMap(({ file, book }) => (book === null ? [] : [[file, book] as const])));
  const rows = sources.flatMap((source) => {
    const book = books.get(source.file);
    if (book === undefined || source.sameAs !== null) return [];
    const ofPlan = planRows(source.file, book, framework);
    return ofPlan.length > 0 ? ofPlan : tableRows(source, book, framework);
  });
  const order = new Map(framework.directorates.map(({ name }, index) => [name, index]));
  const placeOf = ({ action }: CostRow): number => order.get(action.directorate ?? '') ?? order.size;
  return rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => placeOf(a.row) - placeOf(b.row) || a.index - b.index)
    .map(({ row }) => row);
}

/** Totals by directorate and flag (docs/rules.md#cost-review). */
export function totalsOf(rows: readonly Pick<CostRow, 'directorate' | 'pounds' | 'action'>[]): CostTotal[] {
  return costTotals(rows.map(({ directorate, pounds, action }) => ({ directorate, pounds, cost: action.cost.cost })));
}

/** A hash of what an action of a directorate's own table says, as a verdict sees it. */
function wordsOfAction(action: Action): string {
  return hashOfWords(financeTexts(action));
}

const ownActions = (actions: readonly Action[]): Action[] => actions.filter(({ kind }) => kind === 'action');

/** A row of a sheet that has not changed is the same action from one reading of the workbook to the next. */
const readings = new WeakMap<Action, { readonly framework: Framework; readonly reading: FinanceReading }>();

function readingOf(action: Action, framework: Framework): FinanceReading {
  const before = readings.get(action);
  if (before?.framework === framework) return before.reading;
  const reading = financeReading(action, framework);
  readings.set(action, { framework, reading });
  return reading;
}

function rowOf(
  action: Action,
  framework: Framework,
  more: Omit<CostRow, keyof FinanceReading | 'texts' | 'directorate' | 'action'>,
): CostRow {
  return { ...readingOf(action, framework), ...more, texts: financeTexts(action), directorate: directorateWords(action), action };
}

/** The actions of a plan as finance looks at them, in the order of its sheet. */
export function planRows(file: string, book: BookGrid, framework: Framework): CostRow[] {
  const { planRows: actions, state } = mappingSourceOf(book, framework);
  const { book: plan } = recognisedPlan(book, framework);
  const words = wordsWritten(state.written, typedFields(plan, { framework, written: state.written }));
  const verdicts = knownVerdicts(verdictsOnSheet(plan), state.verdicts, { wordsBefore: words, found: '' });
  const known = new Map(verdicts.map((one) => [one.ref, one]));
  const sheet = plan.sheets.find(({ tables }) => tables.some(({ name }) => name === ALL_PRIORITIES_TABLE));
  const area = sheet?.tables.find(({ name }) => name === ALL_PRIORITIES_TABLE)?.area;
  return ownActions(actions).map((action) => {
    const ref = action.theirRef ?? '';
    const wordsNow = words(ref);
    const verdict = verdictRead(known.get(ref), wordsNow);
    const history = known.get(ref)?.history ?? [];
    const place = sheet === undefined || area === undefined ? null : placeIn(sheet, area, area.top, action.source.row);
    return rowOf(action, framework, { key: ref, ref, file, verdict, history, wordsNow, place });
  });
}

/**
 * The actions of directorates' own tables. A verdict beside one of them that was recorded in the pane is remembered with the words it saw;
 * of one that is typed nobody knows them, so it holds.
 * Rule: docs/rules.md#finance-columns.
 */
export function tableRows({ file, actions, tables }: SourceRead, book: BookGrid, framework: Framework): CostRow[] {
  const { remembered } = ownVerdictsRead(actions, readState(book), framework);
  const tableOf = new Map(tables.map((table) => [table.id, table]));
  const sheetOf = new Map(book.sheets.map((sheet) => [sheet.id, sheet]));
  return ownActions(actions).map((action) => {
    const { sheetId, tableId, row } = action.source;
    const place = placeInTable(sheetOf.get(sheetId), tableOf.get(tableId), row);
    const key = `${file}!${tableId}!${String(row)}`;
    const wordsNow = wordsOfAction(action);
    const known = verdictAfter(remembered(action), key, place?.said ?? NO_VERDICT_CELL, { seen: wordsNow, found: '' });
    const history = known?.history ?? [];
    return rowOf(action, framework, { key, ref: null, file, verdict: verdictRead(known, wordsNow), history, wordsNow, place });
  });
}

function placeInTable(sheet: SheetGrid | undefined, table: TableRead | undefined, row: number): VerdictPlace | null {
  return sheet === undefined || table === undefined ? null : placeIn(sheet, table.area, table.headerRows.bottom, row);
}

function placeIn(sheet: SheetGrid, { left, right }: Area, headingRow: number, row: number): VerdictPlace {
  const columns = verdictColumns(sheet, headingRow, { left, right });
  return { sheetId: sheet.id, sheet: sheet.name, row, headingRow, left, right, columns, said: verdictCellAt(sheet, row, columns) };
}
