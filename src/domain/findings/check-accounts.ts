import { a1, addressInWords } from '../grid';
import { HEADING_LABELS, type PartLeftOut, type SheetAccount, type TableRead } from '../reading';
import { type Finding, SEVERITY_OF } from './finding';
import type { Problem } from './problem';
import { sentenceFor } from './wording';

/** A workbook as far as its account of sheets and cells goes. */
interface AccountedFile {
  readonly file: string;
  readonly tables: readonly TableRead[];
  readonly sheets: readonly SheetAccount[];
  readonly directorate: string | null;
}

/**
 * Cells within a table's reach that are in no row of the plan, and rows without a commitment.
 * Rule: docs/rules.md#parts-not-read.
 */
export function checkAccounts({ file, tables, sheets }: AccountedFile): Finding[] {
  const tableOf = new Map(tables.map((table) => [table.id, table]));
  return sheets.flatMap((sheet) => [
    ...sheet.leftOut.flatMap((part) => {
      const table = tableOf.get(part.tableId ?? '');
      if (part.raises === null || table === undefined) return [];
      return [partFinding({ file, sheet, table }, partProblem(file, part), { ...part, heading: headingOf(part, table) })];
    }),
    ...sheet.marked.flatMap((part) => {
      const table = tableOf.get(part.tableId);
      return !part.raises || table === undefined
        ? []
        : [partFinding({ file, sheet, table }, { code: 'part-not-read', marked: part }, part)];
    }),
    ...documentProblems(sheet).map((problem) => sheetFinding(file, sheet, tables, problem)),
  ]);
}

/** What a document has and a workbook has not. Rule: docs/rules.md#tracked-changes. */
function documentProblems({ trackedChanges, embedded, tables }: SheetAccount): Problem[] {
  return [
    ...(trackedChanges === undefined || tables === 0 ? [] : [{ code: 'tracked-changes', ...trackedChanges } as const]),
    ...(embedded === undefined ? [] : [{ code: 'part-not-read', embedded } as const]),
  ];
}

/** A finding about a sheet as a whole, or about its first table where it has one. */
function sheetFinding(file: string, { name, sheetId }: SheetAccount, tables: readonly TableRead[], problem: Problem): Finding {
  const table = tables.find((one) => one.sheetId === sheetId);
  return {
    ...{ code: problem.code, severity: SEVERITY_OF[problem.code], file, sheet: name, sheetId },
    ...{ tableId: table?.id ?? '', directorate: table?.directorate ?? null },
    ...{ row: null, heading: null, cell: null, message: sentenceFor(problem), quote: '' },
  };
}

function headingOf({ raises, heading }: PartLeftOut, { headings }: TableRead): string | null {
  if (raises !== 'missing-commitment') return heading;
  return headings.find(({ key }) => key === 'commitment')?.text ?? HEADING_LABELS.commitment;
}

function partProblem(file: string, { raises, address, cells, reason, words }: PartLeftOut): Problem {
  if (raises === 'missing-commitment') return { code: 'missing-commitment', words };
  return { code: 'part-not-read', address: addressInWords(file, address), cells, reason, words };
}

interface InTable {
  readonly file: string;
  readonly sheet: SheetAccount;
  readonly table: TableRead;
}

function partFinding({ file, sheet, table }: InTable, problem: Problem, part: Pick<PartLeftOut, 'at' | 'heading'>): Finding {
  return {
    code: problem.code,
    severity: SEVERITY_OF[problem.code],
    file,
    sheet: sheet.name,
    sheetId: sheet.sheetId,
    tableId: table.id,
    directorate: table.directorate,
    row: part.at.row + 1,
    heading: part.heading,
    cell: a1(part.at),
    message: sentenceFor(problem),
    quote: part.at.text,
  };
}

/**
 * A file without a table is not a file without faults: its sender sent something, and nothing of it was read. The open workbook is
 * left out, since it may be the place that a plan is written to.
 * Rule: docs/rules.md#no-table.
 */
export function checkForTables({ file, sheets, directorate }: AccountedFile): Finding[] {
  const isLeftOutByUser = sheets.some(({ leftOut }) => leftOut.some(({ tableId }) => tableId !== null));
  // As the sheets were read: of an older version that was set aside, tables were found too.
  const hasTables = sheets.some(({ tables }) => tables > 0);
  if (file === '' || hasTables || isLeftOutByUser || sheets.length === 0) return [];
  const nearest = nearestOf(sheets);
  const seen = sheets.map(({ name, notRead }) => ({ name, why: notRead ?? '' }));
  const problem: Problem = { code: 'no-table', file, sheets: seen, nearest };
  return [
    {
      code: 'no-table',
      severity: SEVERITY_OF['no-table'],
      file,
      sheet: null,
      sheetId: '',
      tableId: '',
      directorate,
      row: null,
      heading: null,
      cell: null,
      message: sentenceFor(problem),
      quote: '',
    },
  ];
}

/** The sheet whose row has most headings; the first of several. */
function nearestOf(sheets: readonly SheetAccount[]): Extract<Problem, { code: 'no-table' }>['nearest'] {
  let best: Extract<Problem, { code: 'no-table' }>['nearest'] = null;
  for (const { name, nearest } of sheets) {
    if (nearest === null || nearest.headings.length <= (best?.headings.length ?? 0)) continue;
    best = { sheet: name, ...nearest };
  }
  return best;
}
