import { copyFileSync, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { planJsonSchema } from '../../src/application/collate/plan-json';
import { type CliRun, freshFolder, tryCli } from './try-cli';

const GET = 'assets/samples/submissions/GET.xlsx';
const HROD = 'assets/samples/submissions/HROD.xlsx';

/** Types into All priorities of a plan: words under a heading, in the row of a Ref. */
async function type(path: string, cells: readonly (readonly [ref: string, heading: string, words: string])[]): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const sheet = book.getWorksheet('All priorities');
  const header = sheet?.getRow(4).values as string[];
  for (const [ref, heading, words] of cells)
    sheet?.eachRow((row, at) => {
      if (at > 4 && row.getCell(1).text === ref) row.getCell(header.indexOf(heading)).value = words;
    });
  await book.xlsx.writeFile(path);
}

async function cell(path: string, ref: string, heading: string): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const sheet = book.getWorksheet('All priorities');
  const header = sheet?.getRow(4).values as string[];
  let words = '';
  sheet?.eachRow((row, at) => {
    if (at > 4 && row.getCell(1).text === ref) words = row.getCell(header.indexOf(heading)).text;
  });
  return words;
}

interface Copies {
  readonly folder: string;
  readonly plan: string;
  readonly anna: string;
  readonly ben: string;
  readonly out: string;
}

async function copies(): Promise<Copies> {
  const folder = freshFolder();
  const at = (name: string): string => join(folder, name);
  const plan = at('plan.xlsx');
  expect((await tryCli('collate', [GET, '--out', plan])).code).not.toBe(2);
  for (const name of ['anna.xlsx', 'ben.xlsx']) copyFileSync(plan, at(name));
  await type(at('anna.xlsx'), [
    ['GET-01', 'Notes', 'agreed with the treasurer'],
    ['GET-02', 'Led by', 'Jo Smith'],
    ['GET-03', 'Notes', 'Anna'],
  ]);
  await type(at('ben.xlsx'), [['GET-03', 'Notes', 'Ben']]);
  return { folder, plan, anna: at('anna.xlsx'), ben: at('ben.xlsx'), out: at('next.xlsx') };
}

const merge = (files: Copies, options: readonly string[]): Promise<CliRun> =>
  tryCli('collate', [GET, '--previous', files.plan, '--out', files.out, ...options]);

it('merges a copy, says so in words and in plan.json, and leaves the copy as it is', async () => {
  const files = await copies();
  await type(files.plan, [['GET-03', 'Notes', 'mine']]);
  const before = [readFileSync(files.anna), statSync(files.anna).mtimeMs];
  const json = join(files.folder, 'plan.json');
  const run = await merge(files, ['--merge', files.anna, '--json', json]);
  expect([run.code, run.err]).toEqual([expect.any(Number), []]);
  expect(run.out).toEqual(
    expect.arrayContaining([
      'anna.xlsx, a copy of this plan: 2 texts taken, 1 conflict.',
      'From anna.xlsx: All priorities, GET-01, Notes: "agreed with the treasurer".',
      expect.stringMatching(/^From anna\.xlsx: All priorities, GET-02, Led by: "Jo Smith" instead of ".+"\.$/),
      'All priorities, GET-03, Notes: “anna.xlsx” has “Anna”; it is on the sheet “Kept texts”. The plan keeps "mine". Both were typed: settle it with --take-copy or --keep-mine.',
    ]),
  );
  expect([
    await cell(files.out, 'GET-01', 'Notes'),
    await cell(files.out, 'GET-02', 'Led by'),
    await cell(files.out, 'GET-03', 'Notes'),
  ]).toEqual(['agreed with the treasurer', 'Jo Smith', 'mine']);
  expect([readFileSync(files.anna), statSync(files.anna).mtimeMs]).toEqual(before);
  const { fromCopies } = planJsonSchema.parse(JSON.parse(readFileSync(json, 'utf8')));
  expect(fromCopies).toContainEqual({
    copy: 'anna.xlsx',
    asOf: '2025-02-01',
    sheet: 'All priorities',
    row: 'GET-03',
    heading: 'Notes',
    theirs: 'Anna',
    mine: 'mine',
    how: 'conflict',
  });
});

it('merges two copies without submissions, and says which of two is to be taken', async () => {
  const files = await copies();
  const both = ['--previous', files.plan, '--merge', files.anna, '--merge', files.ben];
  const unclear = await tryCli('collate', [...both, '--out', files.out, '--take-copy', 'GET-03:Notes']);
  expect([unclear.code, unclear.err]).toEqual([2, [expect.stringMatching(/both ben\.xlsx and anna\.xlsx|both anna\.xlsx and ben\.xlsx/)]]);
  expect(existsSync(files.out)).toBe(false);
  const run = await tryCli('collate', [...both, '--in-place', '--take-copy', 'GET-03:Notes=ben.xlsx']);
  expect(run.err).toEqual([]);
  expect([await cell(files.plan, 'GET-03', 'Notes'), await cell(files.plan, 'GET-01', 'Notes')]).toEqual([
    'Ben',
    'agreed with the treasurer',
  ]);
  expect(await cell(files.plan, 'GET-01', 'Standing')).toBe('');
});

it('says in a dry run what would be merged, and writes nothing', async () => {
  const files = await copies();
  const run = await merge(files, ['--merge', files.anna, '--dry-run']);
  expect(run.out).toContain('anna.xlsx, a copy of this plan: 3 texts taken.');
  expect(existsSync(files.out)).toBe(false);
});

it.each<[string, (files: Copies) => readonly string[], RegExp]>([
  ['a workbook that is no plan', () => ['--merge', GET], /GET\.xlsx” is not a plan of this program/],
  ['the plan itself', ({ plan }) => ['--merge', plan], /is the plan of --previous itself/],
  ['a file that is not there', ({ folder }) => ['--merge', join(folder, 'none.xlsx')], /none\.xlsx/],
  ['an output over the copy', ({ anna }) => ['--merge', anna, '--json', anna], /a copy of --merge|ends in \.json/],
  [
    'an answer to a cell that is the same',
    ({ anna }) => ['--merge', anna, '--take-copy', 'GET-05:Notes'],
    /no copy of --merge has anything there/,
  ],
])('refuses %s and writes nothing', async (_, options, sentence) => {
  const files = await copies();
  const { code, err } = await merge(files, options(files));
  expect([code, err.join(' ')]).toEqual([2, expect.stringMatching(sentence)]);
  expect(existsSync(files.out)).toBe(false);
});

it('refuses the plan of other actions', async () => {
  const files = await copies();
  const other = join(files.folder, 'other.xlsx');
  await tryCli('collate', [HROD, '--out', other]);
  const { code, err } = await merge(files, ['--merge', other]);
  expect([code, err.join(' ')]).toEqual([2, expect.stringMatching(/other\.xlsx” is a plan, but not a copy of this one/)]);
});

it('refuses --merge without the plan', async () => {
  const files = await copies();
  const { code, err } = await tryCli('collate', [GET, '--out', files.out, '--merge', files.anna]);
  expect([code, err]).toEqual([2, ['--merge takes a copy of the plan of --previous: say which plan that is.']]);
});

it('passes over a copy that lies among the submissions', async () => {
  const files = await copies();
  copyFileSync(GET, join(files.folder, 'GET.xlsx'));
  const run = await tryCli('collate', [
    files.folder,
    '--previous',
    files.plan,
    '--out',
    files.out,
    '--merge',
    files.anna,
    '--merge',
    files.ben,
  ]);
  expect([run.err, await cell(files.out, 'GET-03', 'Notes')]).toEqual([[], 'Anna']);
});
