import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { FileWorkbook, fileSubmissions } from '../../../src/adapters/files';
import {
  answerRequests,
  type CollationChoices,
  NOTHING_CHOSEN,
  type PlanRequests,
  runCollation,
  type SubmittedFile,
} from '../../../src/application';
import { kent2025 } from '../../../src/domain/framework';
import { withCell, withColumn, withSheet } from './merge-run';
import { rowsOf, typed } from './plan-cells';
import { planInExcel, showTotals, submissionOf } from './plan-in-excel';

const GET: SubmittedFile = { name: 'GET.xlsx', bytes: () => Promise.resolve(readFileSync('assets/samples/submissions/GET.xlsx')) };
const { signal } = new AbortController();

function requestsOver(workbook: FileWorkbook): PlanRequests {
  let runs = 0;
  return answerRequests({
    workbook,
    submissions: fileSubmissions,
    framework: kent2025(),
    now: () => ({ date: { year: 2025, month: 6, day: 1 }, time: '14:02' }),
    newRunId: () => `1 June, 14:02 ${String((runs += 1))}`,
    pause: () => Promise.resolve(),
  });
}

/** The plan's workbook as a colleague gives it back, with a note on a Ref. */
async function copyOf(workbook: FileWorkbook, ref: string, words: string): Promise<SubmittedFile> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await workbook.toBytes()).slice().buffer);
  const sheet = book.getWorksheet('All priorities');
  const header = sheet?.getRow(4).values as string[];
  sheet?.eachRow((row, at) => {
    if (at > 4 && row.getCell(1).text === ref) row.getCell(header.indexOf('Notes')).value = words;
  });
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  return { name: 'Plan (Anna).xlsx', bytes: () => Promise.resolve(bytes) };
}

it('merges a copy that is added to the submissions, and one alone, into the open workbook', async () => {
  const workbook = await FileWorkbook.create();
  const requests = requestsOver(workbook);
  const collate = async (files: readonly SubmittedFile[], choices: Partial<CollationChoices> = {}): Promise<readonly string[]> => {
    const dryRun = await requests.planCollation(files, signal, () => undefined, { ...NOTHING_CHOSEN, ...choices });
    await requests.writeCollation(dryRun, signal, () => undefined);
    expect(dryRun.sources.map(({ file }) => file)).not.toContain('Plan (Anna).xlsx');
    return dryRun.copies.flatMap(({ texts }) => texts.map(({ how, row, theirs }) => `${how} ${row}: ${theirs}`));
  };
  const notes = async (): Promise<Record<string, string>> =>
    Object.fromEntries(
      rowsOf(await workbook.readBook({ includeHidden: true }), 'All priorities', ['Ref', 'Notes']).map(
        ([ref = '', words = '']): [string, string] => [ref, words],
      ),
    );
  await collate([GET]);
  const anna = await copyOf(workbook, 'GET-02', 'agreed');
  expect(await collate([GET, anna], { copies: [{ file: anna.name, isMerged: false }] })).toEqual([]);
  expect((await notes())['GET-02']).toBe('');
  expect(await collate([GET, anna], { copies: [{ file: anna.name, isMerged: true }] })).toEqual(['taken GET-02: agreed']);
  expect((await notes())['GET-02']).toBe('agreed');
  expect(await collate([await copyOf(workbook, 'GET-03', 'and this')])).toEqual(['taken GET-03: and this']);
  const standing = rowsOf(await workbook.readBook({ includeHidden: true }), 'All priorities', ['Ref', 'Standing', 'Notes']);
  expect(standing.filter(([, words]) => words?.includes('last heard') === true)).toEqual([]);
  expect([(await notes())['GET-02'], (await notes())['GET-03']]).toEqual(['agreed', 'and this']);
});

it.each([false, true])(
  'merges notes, a number, a text beside a row and a new column in Excel itself; with a total row: %s',
  async (hasTotals) => {
    const plan = planInExcel([submissionOf('GET', ['Plant trees beside roads', 'Open four cycle routes', 'Insulate schools'])]);
    await plan.collate();
    if (hasTotals) showTotals(plan, 'AllPriorities');
    const read = await plan.port.readBook({ includeHidden: true });
    const area = read.sheets.find(({ name }) => name === 'All priorities')?.tables[0]?.area ?? { top: 0, right: 0 };
    const noted = typed(read, 'All priorities', 'Notes', 'GET-02', 'agreed');
    const copy = withSheet(noted, 'All priorities', (sheet) => {
      const wide = withColumn(sheet, 'Hours', []);
      const counted = withCell(wide, area.top + 3, area.right + 1, { kind: 'number', value: 12.5, text: '12.50', format: '0.00' });
      return withCell(counted, area.top + 1, area.right + 3, 'for the chair');
    });
    const { prepare } = await runCollation({
      plan: read,
      files: [],
      copies: [{ file: 'anna.xlsx', open: () => Promise.resolve(copy) }],
      ofPlan: 'tables',
      framework: kent2025(),
      includeHidden: false,
      planDate: null,
      asOf: { year: 2025, month: 6, day: 2 },
      choices: { take: 'newest' },
    });
    await plan.port.apply(prepare(() => null, 'a merge').stages);
    expect(plan.column('AllPriorities', 'Notes').slice(0, 3)).toEqual(['', 'agreed', '']);
    expect(plan.column('AllPriorities', 'Hours').slice(0, 3)).toEqual(['', '', '12.50']);
    const { cells } = plan.host.workbook.sheet('All priorities');
    expect(cells.at(area.top + 1, area.right + 3).value).toBe('for the chair');
  },
);
