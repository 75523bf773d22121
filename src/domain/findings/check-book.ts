import type { Framework } from '../framework';
import { parseA1 } from '../grid';
import type { Action, TableRead } from '../reading';
import type { CheckDates } from './check-action';
import { checkDuplicates } from './check-duplicates';
import { type CheckMemory, createCheckMemory, findingsOf, rowFindings } from './check-memory';
import { checkColumns, checkDirectorates, checkRowDirectorates } from './check-table';
import type { Finding, FindingCode } from './finding';

/** What was read from one workbook; `file` "" is the one that is open. */
export interface CheckedFile {
  readonly file: string;
  readonly actions: readonly Action[];
  readonly tables: readonly TableRead[];
}

/** Faults of the row and not of the cell they stand at: a merged cell may be the place of several. */
const OF_THE_ROW: ReadonlySet<FindingCode> = new Set(['past-without-status', 'cost-contradicted', 'dates-disagree']);

/** A lead merged over four rows is one cell: what is wrong with it is said once. */
function oncePerCell(findings: readonly Finding[]): Finding[] {
  const said = new Set<string>();
  return findings.filter(({ code, file, sheetId, cell, row }) => {
    const key = `${code}\n${file}\n${sheetId}\n${cell}\n${OF_THE_ROW.has(code) ? row : ''}`;
    return said.size !== said.add(key).size;
  });
}

/** By table in the order read, then row, then column; findings of one cell keep the order of the checks. */
function inSheetOrder(findings: readonly Finding[], files: readonly CheckedFile[]): Finding[] {
  const places = new Map(
    files.flatMap(({ file, tables }) => tables.map((table) => `${file}\n${table.id}`)).map((key, index) => [key, index]),
  );
  const keyed = findings.map((finding) => ({
    finding,
    table: places.get(`${finding.file}\n${finding.tableId}`) ?? places.size,
    column: parseA1(finding.cell)?.column ?? 0,
  }));
  keyed.sort((a, b) => a.table - b.table || a.finding.row - b.finding.row || a.column - b.column);
  return keyed.map(({ finding }) => finding);
}

/**
 * Every finding of one or more workbooks, in the order of their files, tables and rows. Pure: it reads no clock, the
 * dates come in. Commitments given twice are found across all the files together. With the memory of an earlier check,
 * only actions that were not checked then are checked; the answer is the same.
 */
export function checkBook(
  input: CheckedFile | readonly CheckedFile[],
  framework: Framework,
  dates: CheckDates,
  memory: CheckMemory = createCheckMemory(),
): Finding[] {
  const files: readonly CheckedFile[] = 'actions' in input ? [input] : input;
  const known = rowFindings(memory, framework, dates);
  const findings = files.flatMap(({ file, tables, actions }) => {
    const byTable = byTableId(actions);
    const of = ({ id }: TableRead): readonly Action[] => byTable.get(id) ?? [];
    return [
      ...checkDirectorates(file, tables, of, framework),
      ...tables.flatMap((table) => checkColumns(file, table, of(table))),
      ...checkRowDirectorates(tables, actions, framework),
      ...actions.flatMap((action) => findingsOf(known, action, framework, dates)),
    ];
  });
  const duplicates = checkDuplicates(
    files.flatMap(({ actions }) => actions),
    memory,
  );
  return inSheetOrder(oncePerCell([...findings, ...duplicates]), files);
}

function byTableId(actions: readonly Action[]): Map<string, Action[]> {
  const byTable = new Map<string, Action[]>();
  for (const action of actions) {
    const own = byTable.get(action.source.tableId);
    if (own) own.push(action);
    else byTable.set(action.source.tableId, [action]);
  }
  return byTable;
}
