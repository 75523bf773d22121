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

/** A kept cell as one of the four places tells it. */
interface KeptTold {
  readonly ref: string;
  readonly heading: string;
  readonly kept: string;
  readonly sent: string;
  readonly conflict: boolean;
}

/** GET's table with another lead in its first action. */
async function withOtherLead(folder: string, lead: string): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(GET);
  const sheet = book.getWorksheet('GET') ?? book.worksheets[0];
  const cells: ExcelJS.Cell[] = [];
  sheet?.eachRow((row) => row.eachCell((cell) => (cell.text === 'Led by' ? cells.push(cell) : 0)));
  const [heading] = cells;
  if (sheet === undefined || heading === undefined) throw new Error('no lead');
  let row = Number(heading.row) + 1;
  while (sheet.getRow(row).getCell(Number(heading.col)).text.trim() === '') row += 1;
  sheet.getRow(row).getCell(Number(heading.col)).value = lead;
  const path = join(folder, 'GET.xlsx');
  await book.xlsx.writeFile(path);
  return path;
}

it('tells the same kept cells and conflicts in the dry run, on the command line, in Changes, --changes and plan.json', async () => {
  const { plan, out, ref } = await planWithTyping();
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(plan);
  const priorities = book.getWorksheet('All priorities');
  const headings = priorities?.getRow(4).values as string[];
  const second = priorities?.getRow(6).getCell(headings.indexOf('Timescale'));
  if (priorities === undefined || second === undefined) throw new Error('no cells');
  const secondRef = priorities.getRow(6).getCell(1).text;
  const secondSent = second.text;
  second.value = 'May 2031';
  await book.xlsx.writeFile(plan);
  const folder = join(out, '..');
  const get = await withOtherLead(folder, 'Sam Brown');
  const [csv, json, planJson] = ['changes.csv', 'changes.json', 'plan.json'].map((name) => join(folder, name)) as [string, string, string];
  const words = [get, '--previous', plan];
  const dry = await tryCli('collate', [...words, '--dry-run', '--out', out]);
  const run = await tryCli('collate', [...words, '--out', out, '--json', planJson, '--changes', csv]);
  await tryCli('collate', [...words, '--changes', json]);
  const wanted: KeptTold[] = [
    { ref, heading: 'Led by', kept: 'Jo Smith', sent: 'Sam Brown', conflict: true },
    { ref: secondRef, heading: 'Timescale', kept: 'May 2031', sent: secondSent, conflict: false },
  ];

  const rows = new Map([
    [5, ref],
    [6, secondRef],
  ]);
  const inLines = (lines: readonly string[]): KeptTold[] =>
    lines.flatMap((line) => {
      const found = /^All priorities [A-Z]+(\d+), (.+): "(.*)" is kept as typed; GET sends “(.*)”\.( Both have changed.*)?$/.exec(line);
      if (found === null) return [];
      const [, row, heading = '', kept = '', sent = '', conflict] = found;
      return [{ ref: rows.get(Number(row)) ?? '', heading, kept, sent, conflict: conflict !== undefined }];
    });
  expect(inLines(dry.out)).toEqual(wanted);
  expect(inLines(run.out)).toEqual(wanted);

  const inTable = (lines: readonly (readonly string[])[]): KeptTold[] =>
    lines.flatMap(([of = '', , what, field = '', , now = '', said = '']) => {
      const sent = /^GET sends “(.*)”$/.exec(said)?.[1];
      if (sent === undefined) return [];
      return [{ ref: of, heading: field.replace(' · All priorities', ''), kept: now, sent, conflict: what === 'conflict' }];
    });
  const written = new ExcelJS.Workbook();
  await written.xlsx.readFile(out);
  const changes: string[][] = [];
  written.getWorksheet('Changes')?.eachRow((row) => changes.push([1, 2, 3, 4, 5, 6, 7].map((column) => row.getCell(column).text)));
  expect(inTable(changes)).toEqual(wanted);
  expect(
    inTable(
      readFileSync(csv, 'utf8')
        .split('\r\n')
        .map((line) => line.split(',')),
    ),
  ).toEqual(wanted);

  const told = JSON.parse(readFileSync(json, 'utf8')) as { readonly kept: readonly (KeptTold & { readonly cell: string })[] };
  const only = ({ ref: of, heading, kept, sent, conflict }: KeptTold): KeptTold => ({ ref: of, heading, kept, sent, conflict });
  expect(told.kept.map(only)).toEqual(wanted);
  const { actions } = planJsonSchema.parse(JSON.parse(readFileSync(planJson, 'utf8')));
  const inPlan = actions.flatMap((action) => action.kept.map((cell) => only({ ref: action.ref, ...cell })));
  expect(inPlan.filter(({ sent }) => sent !== '')).toEqual(wanted);
});

it('has in plan.json also what was typed over columns that the plan works out itself', async () => {
  const { plan, out, ref } = await planWithTyping();
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(plan);
  const sheet = book.getWorksheet('All priorities');
  const headings = sheet?.getRow(4).values as string[];
  for (const heading of ['Source', 'Standing']) {
    const cell = sheet?.getRow(5).getCell(headings.indexOf(heading));
    if (cell !== undefined) cell.value = `my ${heading}`;
  }
  await book.xlsx.writeFile(plan);
  const json = join(out, '..', 'plan.json');
  const run = await tryCli('collate', [GET, '--previous', plan, '--out', out, '--json', json]);
  expect(run.out).toContainEqual(expect.stringMatching(/Source: "my Source" is kept as typed; the plan has “/));
  const written = planJsonSchema.parse(JSON.parse(readFileSync(json, 'utf8')));
  const kept = written.actions.find((action) => action.ref === ref)?.kept ?? [];
  expect(kept.map((one) => [one.heading, one.kept])).toEqual(
    expect.arrayContaining([
      ['Source', 'my Source'],
      ['Standing', 'my Standing'],
    ]),
  );
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
