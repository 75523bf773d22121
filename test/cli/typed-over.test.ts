import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { planJsonSchema } from '../../src/application/collate/plan-json';
import { freshFolder, tryCli } from './try-cli';

const GET = 'assets/samples/submissions/GET.xlsx';

async function planWithTyping(): Promise<{ readonly plan: string; readonly out: string; readonly sent: string; readonly ref: string }> {
  const folder = freshFolder();
  const plan = join(folder, 'plan.xlsx');
  await tryCli('collate', [GET, '--out', plan]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(plan);
  const sheet = book.getWorksheet('All priorities');
  const header = sheet?.getRow(4).values as string[];
  const cell = sheet?.getRow(5).getCell(header.indexOf('Led by'));
  const notes = sheet?.getRow(5).getCell(header.indexOf('Status'));
  if (cell === undefined || notes === undefined) throw new Error('no cells');
  const sent = cell.text;
  cell.value = 'Jo Smith';
  notes.value = 'delayed';
  await book.xlsx.writeFile(plan);
  return { plan, out: join(folder, 'next.xlsx'), sent, ref: sheet?.getRow(5).getCell(1).text ?? '' };
}

const ledBy = async (path: string): Promise<string | undefined> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const sheet = book.getWorksheet('All priorities');
  return sheet?.getRow(5).getCell((sheet.getRow(4).values as string[]).indexOf('Led by')).text;
};

it('keeps a cell that was typed over, and says so on the command line and in plan.json', async () => {
  const { plan, out, sent, ref } = await planWithTyping();
  const json = join(out, '..', 'plan.json');
  const run = await tryCli('collate', [GET, '--previous', plan, '--out', out, '--json', json]);
  expect(run.out).toContainEqual(expect.stringMatching(/^All priorities [A-Z]+5, Led by: "Jo Smith" is kept as typed; GET sends “/));
  expect(run.out).toContain('1 cell kept as typed where nothing is sent.');
  expect(await ledBy(out)).toBe('Jo Smith');
  const written = planJsonSchema.parse(JSON.parse(readFileSync(json, 'utf8')));
  expect(written.actions.find((action) => action.ref === ref)?.kept).toEqual([
    { heading: 'Led by', kept: 'Jo Smith', sent, conflict: false },
    { heading: 'Status', kept: 'delayed', sent: '', conflict: false },
  ]);
});

it('writes what is sent where it is told to', async () => {
  const { plan, out, sent, ref } = await planWithTyping();
  const run = await tryCli('collate', [GET, '--previous', plan, '--out', out, '--take-theirs', `${ref}:led by`]);
  expect(run.out).toContainEqual(
    expect.stringMatching(/^All priorities [A-Z]+5, Led by: "Jo Smith" was typed there and is replaced; GET sends “/),
  );
  expect(await ledBy(out)).toBe(sent);
});

it.each<[string, readonly string[], RegExp]>([
  [
    'a cell that nobody typed over',
    ['--take-theirs', 'GET-01:Measure'],
    /^--take-theirs GET-01:Measure: nothing that was typed there differs/,
  ],
  ['a Ref alone', ['--keep-mine', 'GET-01'], /^--keep-mine takes a Ref and a heading such as GET-05:Timescale, or all, not "GET-01"\.$/],
])('refuses %s and writes nothing', async (_, options, sentence) => {
  const { plan, out } = await planWithTyping();
  const { code, err } = await tryCli('collate', [GET, '--previous', plan, '--out', out, ...options]);
  expect([code, err.length]).toEqual([2, 1]);
  expect(err[0]).toMatch(sentence);
  expect(() => readFileSync(out)).toThrow();
});

it.each(['Council summary', 'Findings', 'All priorities'])('does not write over a plan with a text beside what is on %s', async (name) => {
  const plan = join(freshFolder(), 'plan.xlsx');
  expect((await tryCli('collate', [GET, '--out', plan])).code).toBe(0);
  // Nobody has typed in it yet, so that it may be made anew.
  expect((await tryCli('collate', [GET, '--out', plan])).code).toBe(0);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(plan);
  const cell = book.getWorksheet(name)?.getCell('AB6');
  if (cell !== undefined) cell.value = 'for the chair';
  await book.xlsx.writeFile(plan);
  const { code, err } = await tryCli('collate', [GET, '--out', plan]);
  expect([code, err]).toEqual([2, [expect.stringContaining('is a plan with work of yours in it (1 cell)')]]);
});
