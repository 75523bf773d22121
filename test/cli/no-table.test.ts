import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { writeOds } from 'hucre';
import { freshFolder, tryCli } from './try-cli';

const HEAD = ['What we have committed to', 'Led by', 'Timescale', 'Measure', 'Shared Outcome'];
const ACTION = ['Plant trees in each district', 'Head of Economy', 'March 2030', '200 trees', 'SO2'];

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** A table on a sheet that nobody sees, and an empty sheet that everybody sees. */
const unseen = (state: ExcelJS.WorksheetState): Promise<Uint8Array> =>
  workbook((book) => {
    book.addWorksheet('GET', { state }).addRows([HEAD, ACTION]);
    book.addWorksheet('Blank');
  });

type Case = readonly [what: string, name: string, bytes: () => Uint8Array | Promise<Uint8Array>, says: string];

const CASES: readonly Case[] = [
  ['a text of other headings', 'GET.csv', () => Buffer.from('Scheme,Budget\nA road,5\n'), '"GET" (no table on it)'],
  ['a text without a word', 'GET blank.csv', () => Buffer.from('\n\n,,\n'), '"GET blank" (nothing on it)'],
  ['an empty workbook', 'GET.xlsx', () => workbook((book) => book.addWorksheet('Sheet')), '"Sheet" (nothing on it)'],
  ['an empty .ods workbook', 'GET.ods', () => writeOds({ sheets: [{ name: 'Sheet', rows: [] }] }), '"Sheet" (nothing on it)'],
  ['a hidden sheet', 'GET.xlsx', () => unseen('hidden'), '"GET" (a hidden sheet); "Blank" (nothing on it)'],
  ['a very hidden sheet', 'GET.xlsx', () => unseen('veryHidden'), '"GET" (a very hidden sheet); "Blank" (nothing on it)'],
  [
    'the logframe alone',
    'GET.xlsx',
    () =>
      workbook((book) =>
        book.addWorksheet('Logframe').addRows([['No.', 'Objectively verifiable indicators'], ['SO1'], ['1.1', 'School readiness']]),
      ),
    '"Logframe" (the logframe of indicators, not a directorate’s table)',
  ],
  [
    'many sheets',
    'GET.xlsx',
    () => workbook((book) => [1, 2, 3, 4, 5, 6].forEach((number) => book.addWorksheet(`S${String(number)}`).addRow(['Dear all']))),
    '"S1", "S2", "S3" and 3 more (no table on it)',
  ],
];

it.each(CASES)('%s is an error, with the sheets and why they were not read', async (_, name, bytes, says) => {
  const file = join(freshFolder(), name);
  writeFileSync(file, await bytes());
  const { code, out, err } = await tryCli('check-plan', [file]);
  expect([code, err]).toEqual([1, []]);
  const errors = out.filter((line) => line.startsWith('error '));
  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain(`No table was found in ${name}, so nothing of it is in the plan.`);
  expect(errors[0]).toContain(says);
  const collated = await tryCli('collate', [file, '--json', join(file, '..', 'plan.json')]);
  expect(collated.code).toBe(1);
  expect(collated.out.find((line) => line.startsWith('Nothing sent yet'))).not.toMatch(/\bGET\b/);
});

it('counts a table once that is sent as .xlsx, under another name and as .csv', async () => {
  const folder = freshFolder();
  const table = await workbook((book) => book.addWorksheet('GET').addRows([HEAD, ACTION]));
  for (const name of ['GET.xlsx', 'copy of it.xlsx']) writeFileSync(join(folder, name), table);
  writeFileSync(join(folder, 'GET.csv'), [HEAD, ACTION].map((row) => row.join(',')).join('\n'));
  const { code, out } = await tryCli('collate', [folder, '--json', join(folder, '..', 'plan.json')]);
  expect(code).toBe(0);
  expect(out[0]).toMatch(/^1 action /);
  expect(out).toContain('GET.xlsx: The same file as copy of it.xlsx, which is counted once.');
  expect(out.find((line) => line.startsWith('GET.csv: '))).toContain('copy of it.xlsx is collated instead');
});
