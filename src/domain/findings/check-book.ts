import type { Framework } from '../framework';
import { parseA1 } from '../grid';
import type { Action, TableRead } from '../reading';
import { type CheckDates, checkAction } from './check-action';
import { checkDuplicates } from './check-duplicates';
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
    const key = [code, file, sheetId, cell, OF_THE_ROW.has(code) ? row : ''].join('\n');
    return said.size !== said.add(key).size;
  });
}

/** By table in the order read, then row, then column; findings of one cell keep the order of the checks. */
function inSheetOrder(findings: readonly Finding[], files: readonly CheckedFile[]): Finding[] {
  const places = new Map(
    files.flatMap(({ file, tables }) => tables.map((table) => `${file}\n${table.id}`)).map((key, index) => [key, index]),
  );
  const keyed = findings.map((finding, index) => ({
    finding,
    place: [places.get(`${finding.file}\n${finding.tableId}`) ?? places.size, finding.row, parseA1(finding.cell)?.column ?? 0, index],
  }));
  keyed.sort((a, b) => a.place.map((part, at) => part - (b.place[at] ?? 0)).find((difference) => difference !== 0) ?? 0);
  return keyed.map(({ finding }) => finding);
}

/**
 * Every finding of one or more workbooks, in the order of their files, tables and rows. Pure: it reads no clock, the
 * dates come in. Commitments given twice are found across all the files together.
 */
export function checkBook(input: CheckedFile | readonly CheckedFile[], framework: Framework, dates: CheckDates): Finding[] {
  const files: readonly CheckedFile[] = 'actions' in input ? [input] : input;
  const findings = files.flatMap(({ file, tables, actions }) => [
    ...checkDirectorates(file, tables, actions, framework),
    ...tables.flatMap((table) => checkColumns(file, table, actions)),
    ...checkRowDirectorates(tables, actions, framework),
    ...actions.flatMap((action) => checkAction(action, framework, dates)),
  ]);
  const duplicates = checkDuplicates(files.flatMap(({ actions }) => actions));
  return inSheetOrder(oncePerCell([...findings, ...duplicates]), files);
}
