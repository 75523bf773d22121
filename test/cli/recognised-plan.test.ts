import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FileWorkbook } from '../../src/adapters/files';
import { type BookGrid, cellAt } from '../../src/domain/grid';
import { type Edit, text } from '../../src/domain/workbook';
import { placesOn, wordsBy } from '../application/collate/handled-plan';
import { type CliRun, freshFolder, tryCli } from './try-cli';

const HEADINGS = 'What we have committed to,Led by,Timescale,Measure,Shared Outcome';
const KITCHEN = 'Open a community kitchen in Swale with the district council';
const ORCHARD = 'Plant an orchard beside every school';
const FALLS = 'Fit grab rails in the homes of people who fell';

class Plan {
  private readonly folder = freshFolder();
  readonly path = join(this.folder, 'plan.xlsx');
  readonly next = join(this.folder, 'next.xlsx');
  private readonly csvs = new Map<string, string>();

  send(code: string, ...commitments: readonly string[]): void {
    const path = join(this.folder, `${code}.csv`);
    writeFileSync(
      path,
      [HEADINGS, ...commitments.map((one, index) => `${one},Jo Brown,March 2026,${String(index + 50)} ${one.slice(-9)},SO2`)].join('\n'),
    );
    this.csvs.set(code, path);
  }

  collate(out: string, ...more: readonly string[]): Promise<CliRun> {
    return tryCli('collate', [...this.csvs.values(), '--out', out, ...more]);
  }

  /** Edits made to the plan's file by hand. */
  async edit(editsOf: (book: BookGrid) => readonly Edit[]): Promise<void> {
    const book = await FileWorkbook.open('plan.xlsx', new Uint8Array(await readFile(this.path)));
    const edits = editsOf(await book.readBook({ includeHidden: true }));
    await book.apply([edits.map((edit) => ({ edit, undo: null }))]);
    writeFileSync(this.path, await book.toBytes());
  }
}

async function bookAt(path: string): Promise<BookGrid> {
  const book = await FileWorkbook.open(path, new Uint8Array(await readFile(path)));
  return book.readBook({ includeHidden: true });
}

function typed(book: BookGrid, ref: string, heading: string, words: string): Edit {
  const sheet = book.sheets.find(({ name }) => name === 'All priorities');
  if (sheet === undefined) throw new Error('No All priorities');
  const { rows, column } = placesOn(sheet);
  const row = rows.find((one) => cellAt(sheet, { row: one, column: column('Ref') }).value === ref) ?? -1;
  const at = column(heading);
  return {
    type: 'write cells',
    sheet: sheet.name,
    area: { top: row, bottom: row, left: at, right: at },
    cells: [[text(words)]],
    expected: null,
  };
}

async function notedPlan(): Promise<Plan> {
  const plan = new Plan();
  plan.send('GET', KITCHEN, ORCHARD);
  plan.send('ASC', FALLS);
  await plan.collate(plan.path);
  await plan.edit((book) => [typed(book, 'GET-01', 'Notes', 'ask finance'), typed(book, 'GET-01', 'Finance check', 'agreed')]);
  return plan;
}

it('with the hidden sheet deleted, notes and verdicts stay with their action, and it is said', async () => {
  const plan = await notedPlan();
  await plan.edit(() => [{ type: 'remove sheet', sheet: '_plan' }]);
  plan.send('GET', 'Lend bicycles to people who look for work', KITCHEN, ORCHARD);
  const { code, out } = await plan.collate(plan.next, '--previous', plan.path);
  expect(code).toBe(0);
  expect(out.filter((line) => line.includes('made anew from All priorities'))).toHaveLength(1);
  const next = await bookAt(plan.next);
  expect(wordsBy(next, 'Notes')).toEqual({
    [KITCHEN]: ['ask finance'],
    [ORCHARD]: [''],
    [FALLS]: [''],
    'Lend bicycles to people who look for work': [''],
  });
  expect(wordsBy(next, 'Finance check')[KITCHEN]).toEqual(['agreed']);
  expect(wordsBy(next, 'Ref')['Lend bicycles to people who look for work']).toEqual(['GET-03']);
});

it('a Ref that was typed anew is set right, and named', async () => {
  const plan = await notedPlan();
  await plan.edit((book) => [typed(book, 'GET-01', 'Ref', 'get 1')]);
  const { out } = await plan.collate(plan.next, '--previous', plan.path);
  expect(out).toContain('All priorities A6: The row says "get 1" and is GET-01 by what it says. Its Ref is set to GET-01.');
  expect(wordsBy(await bookAt(plan.next), 'Notes')[KITCHEN]).toEqual(['ask finance']);
});

describe('an action that moved to another directorate', () => {
  async function moved(...answer: readonly string[]): Promise<{ readonly run: CliRun; readonly plan: Plan }> {
    const plan = await notedPlan();
    plan.send('GET', ORCHARD);
    plan.send('ASC', FALLS, KITCHEN);
    return { run: await plan.collate(plan.next, '--previous', plan.path, ...answer), plan };
  }

  it('is asked about: nothing is written, and the list says how to answer', async () => {
    const { run, plan } = await moved();
    expect(run.code).toBe(2);
    expect(run.out).toEqual([]);
    expect(run.err).toEqual([
      'Nothing was written: 1 question must be answered first. Say --same GET-01 or --new GET-01, for each.',
      `GET-01, "${KITCHEN}", is gone from its directorate. Is "${KITCHEN}" of another one the same action?`,
    ]);
    await expect(readFile(plan.next)).rejects.toThrow();
  });

  it('--same keeps its Ref and notes', async () => {
    const { run, plan } = await moved('--same', 'get-01');
    expect(run.code).toBe(0);
    const next = await bookAt(plan.next);
    expect([wordsBy(next, 'Ref')[KITCHEN], wordsBy(next, 'Notes')[KITCHEN]]).toEqual([['GET-01'], ['ask finance']]);
  });

  it('--new gives it a Ref of its own', async () => {
    const { plan } = await moved('--new', 'GET-01');
    expect(wordsBy(await bookAt(plan.next), 'Ref')[KITCHEN]).toEqual(['GET-01', 'ASC-02']);
  });

  it('answered both ways is refused', async () => {
    const { run } = await moved('--new', 'GET-01', '--same', 'GET-01');
    expect([run.code, run.err]).toEqual([2, ['Both --same and --new are given for GET-01. Give one of them.']]);
  });
});

/**
 * A plan of these three actions with a note and a verdict on GET-01, as other programs saved it: LibreOffice 7 as .xlsx, by way of .ods and by way
 * of .xls, and openpyxl 3 with its tables taken out.
 */
const SAVED = ['libreoffice', 'by-way-of-ods', 'by-way-of-xls', 'openpyxl-without-tables'];

it.each(SAVED)('a plan saved by another program (%s) is gone on with: no second sheet, notes and Refs in their rows', async (name) => {
  const plan = new Plan();
  const saved = join('test/data/plans-resaved', `${name}.xlsx`);
  plan.send('GET', 'Lend bicycles to people who look for work', KITCHEN, ORCHARD);
  plan.send('ASC', FALLS);
  const { code, err } = await plan.collate(plan.next, '--previous', saved);
  expect([code, err]).toEqual([0, []]);
  const next = await bookAt(plan.next);
  // The workbooks were saved before there was a sheet of sources, or one of what is open for finance, which a plan with a verdict gets.
  expect(next.sheets.map((sheet) => sheet.name)).toEqual([
    ...(await bookAt(saved)).sheets.map((sheet) => sheet.name),
    'Finance review',
    'Sources',
  ]);
  expect(next.sheets.flatMap(({ tables }) => tables.map((table) => table.name)).sort()).toEqual([
    'AllPriorities',
    'LogframeCoverage',
    'PlanChanges',
    'PlanFinanceReview',
    'PlanFindings',
    'PlanProgress',
    'PlanSources',
  ]);
  expect(wordsBy(next, 'Ref')).toEqual({
    [KITCHEN]: ['GET-01'],
    [ORCHARD]: ['GET-02'],
    [FALLS]: ['ASC-01'],
    'Lend bicycles to people who look for work': ['GET-03'],
  });
  expect([wordsBy(next, 'Notes')[KITCHEN], wordsBy(next, 'Finance check')[KITCHEN]]).toEqual([['ask finance'], ['agreed']]);
  const again = await plan.collate(plan.path, '--previous', plan.next);
  expect(again.out.filter((line) => line.includes('is made the table'))).toEqual([]);
});
