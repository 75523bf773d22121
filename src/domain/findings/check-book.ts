import type { Framework } from '../framework';
import type { Action, SheetAccount, TableRead } from '../reading';
import { madeInSteps, type Steps } from '../steps';
import { checkAccounts, checkForTables } from './check-accounts';
import type { CheckDates } from './check-dates';
import { checkDuplicates } from './check-duplicates';
import { type CheckMemory, createCheckMemory, findingsOf, rowFindings } from './check-memory';
import { checkStatusColumn } from './check-past';
import { checkColumns, checkColumnsInDoubt, checkContinuedRows, checkDirectorates, checkRowDirectorates } from './check-table';
import type { Finding } from './finding';
import { type PlacedFinding, placedFinding } from './placed-finding';

/** What was read from one workbook; `file` "" is the one that is open. */
export interface CheckedFile {
  readonly file: string;
  readonly actions: readonly Action[];
  readonly tables: readonly TableRead[];
  /** Every sheet with what was left out of it. */
  readonly sheets: readonly SheetAccount[];
  /** Whose it seems to be; for a file without a table. */
  readonly directorate: string | null;
}

function oncePerKey(findings: readonly PlacedFinding[]): PlacedFinding[] {
  const said = new Set<string>();
  return findings.filter(({ key }) => said.size !== said.add(key).size);
}

/** By table in the order read, then row, then column; findings of one cell keep the order of the checks. */
function inSheetOrder(findings: readonly PlacedFinding[], files: readonly CheckedFile[]): Finding[] {
  const places = new Map<string, Map<string, number>>();
  let tables = 0;
  for (const { file, tables: own } of files) {
    const before = places.get(file) ?? [];
    places.set(file, new Map([...before, ...own.map(({ id }): [string, number] => [id, tables++])]));
  }
  const keyed = findings.map(({ finding, column }) => {
    const { file, tableId, row } = finding;
    return { finding, table: places.get(file)?.get(tableId) ?? tables, row: row ?? 0, column };
  });
  keyed.sort((a, b) => a.table - b.table || a.row - b.row || a.column - b.column);
  return keyed.map(({ finding }) => finding);
}

/**
 * Every finding of one or more workbooks, in the order of their files, tables and rows. Pure: it reads no clock, the
 * dates come in. Commitments given twice are found across all the files together. With the memory of an earlier check,
 * only actions that were not checked then are checked; the answer is the same.
 */
export function* checkInSteps(
  files: readonly CheckedFile[],
  framework: Framework,
  dates: CheckDates,
  memory: CheckMemory = createCheckMemory(),
): Steps<Finding[]> {
  const known = rowFindings(memory, framework, dates);
  const findings: PlacedFinding[] = [];
  for (const checked of files) {
    const { file, tables, actions } = checked;
    yield file;
    const byTable = byTableId(actions);
    const of = ({ id }: TableRead): readonly Action[] => byTable.get(id) ?? [];
    const ofTables = [
      ...checkDirectorates(file, tables, of, framework),
      ...tables.flatMap((table) => [
        ...checkColumnsInDoubt(file, table),
        ...checkContinuedRows(file, table),
        ...checkColumns(file, table, of(table), framework),
      ]),
      ...tables.flatMap((table) => checkStatusColumn(file, table, of(table), dates)),
      ...checkRowDirectorates(tables, actions, framework),
      ...checkAccounts(checked),
      ...checkForTables(checked),
    ];
    for (const finding of ofTables) findings.push(placedFinding(finding));
    for (const own of yield* madeInSteps(file, actions, (action) => findingsOf(known, action, framework, dates))) findings.push(...own);
  }
  yield '';
  const duplicates = checkDuplicates(
    files.flatMap(({ actions }) => actions),
    memory,
  );
  return inSheetOrder(oncePerKey([...findings, ...duplicates.map(placedFinding)]), files);
}

/** Actions of one table stand together, so most of them join the list of the one before. */
function byTableId(actions: readonly Action[]): Map<string, Action[]> {
  const byTable = new Map<string, Action[]>();
  let table = '';
  let own: Action[] = [];
  for (const action of actions) {
    const { tableId } = action.source;
    if (own.length === 0 || tableId !== table) {
      table = tableId;
      own = byTable.get(tableId) ?? [];
      byTable.set(tableId, own);
    }
    own.push(action);
  }
  return byTable;
}
