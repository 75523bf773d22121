import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { planJsonSchema } from '../../src/application/collate/plan-json';
import { readWord } from '../adapters/documents/read-word';
import { freshFolder, tryCli } from './try-cli';

const HEAD = 'What we have committed to,Led by,Timescale,Measure,Shared Outcome,Low/no cost';
const ROWS = [
  'Recruit two link workers,Jo Brown,March 2027,200 people seen,SO2,No cost',
  'Publish the strategy,Jo Brown,March 2027,Strategy published,SO2,"£2,000"',
  'Publish the map,Jo Brown,March 2027,Map published,SO2,Low',
  'Extend the hubs with UKSPF money,Jo Brown,March 2027,12 hubs,SO2,',
];

function submission(folder: string, rows: readonly string[] = ROWS): string {
  const path = join(folder, 'GET priorities.csv');
  writeFileSync(path, [HEAD, ...rows].join('\n'));
  return path;
}

interface CostsJson {
  readonly rows: readonly {
    readonly ref: string | null;
    readonly commitment: string;
    readonly cost: string;
    readonly pounds: number | null;
    readonly proposed: string | null;
    readonly contradicted: boolean;
    readonly verdict: { readonly verdict: string; readonly settled: boolean } | null;
    readonly evidence: readonly { readonly text: string; readonly kind: string }[];
  }[];
  readonly totals: readonly { readonly cost: string; readonly actions: number; readonly pounds: number; readonly withoutAmount: number }[];
}

async function costsOf(path: string): Promise<CostsJson> {
  return JSON.parse((await tryCli('collate', ['costs', path, '--json'])).out.join('\n')) as CostsJson;
}

it('lists each action with its flag, what contradicts it, what is marked and what finance would ask', async () => {
  const { code, out } = await tryCli('collate', ['costs', submission(freshFolder())]);
  expect(code).toBe(0);
  expect(out[0]).toBe('GET');
  const first = out.findIndex((line) => line.includes('Recruit two link workers'));
  expect(out.slice(first + 1, first + 5)).toEqual([
    '    cost: no cost, written as "No cost"',
    '    contradicted by "Recruit two link workers"',
    '    marked: new post "Recruit two link workers"',
    '    question: Who is paid for “Recruit two link workers”: how many posts, for how long and from which budget?',
  ]);
  expect(out).toContain('    proposed: funded, for "UKSPF money"');
  expect(out).toContain('  low cost: 2 actions, £2,000, 1 action without an amount');
  expect(out.at(-1)).toBe('4 actions, 1 cost contradicted by its row.');
});

it('says the same as JSON', async () => {
  const { rows, totals } = await costsOf(submission(freshFolder()));
  expect(rows.map(({ cost, contradicted, proposed, pounds }) => [cost, contradicted, proposed, pounds])).toEqual([
    ['no cost', true, null, 0],
    ['low cost', false, null, 2000],
    ['low cost', false, null, null],
    ['to be confirmed', false, 'funded', null],
  ]);
  expect(totals.map(({ cost, actions, pounds, withoutAmount }) => [cost, actions, pounds, withoutAmount])).toEqual([
    ['no cost', 1, 0, 0],
    ['low cost', 2, 2000, 1],
    ['to be confirmed', 1, 0, 1],
  ]);
});

it.each([
  ['a folder without a workbook', freshFolder(), 'There is no workbook in the folder'],
  ['a file that is not there', 'nowhere.xlsx', 'There is no file'],
])('refuses %s in a sentence', async (_, path, sentence) => {
  const { code, err } = await tryCli('collate', ['costs', path]);
  expect([code, err.join(' ')]).toEqual([2, expect.stringContaining(sentence)]);
});

it('finds nothing to contradict in the published plan, where no cost is written', async () => {
  const { rows } = await costsOf('assets/samples/kent-priorities.xlsx');
  expect(rows.length).toBeGreaterThan(80);
  expect(rows.filter(({ contradicted }) => contradicted)).toEqual([]);
  expect(rows.filter(({ proposed }) => proposed !== null).length).toBeGreaterThan(5);
});

/** Words of some columns of a sheet's rows from the row of their headings on, those without a Ref left out. */
async function wordsIn(path: string, name: string, headings: readonly string[]): Promise<string[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const rows: string[][] = [];
  let columns: number[] | null = null;
  book.getWorksheet(name)?.eachRow((row) => {
    const values = row.values as unknown[];
    if (columns !== null) rows.push(columns.map((column) => row.getCell(column).text));
    else if (headings.every((heading) => values.includes(heading))) columns = headings.map((heading) => values.indexOf(heading));
  });
  return rows.filter(([first]) => first !== '');
}

const reviewIn = (path: string): Promise<string[][]> =>
  wordsIn(path, 'Finance review', ['Ref', 'Open because', 'Verdict', 'Changed since']);

async function typeInto(path: string, ref: string, heading: string, words: string, name = 'All priorities'): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  let columns: readonly [ref: number, column: number] | null = null;
  book.getWorksheet(name)?.eachRow((row) => {
    const values = row.values as unknown[];
    if (columns === null) {
      if (values.includes('Ref') && values.includes(heading)) columns = [values.indexOf('Ref'), values.indexOf(heading)];
    } else if (row.getCell(columns[0]).text === ref) row.getCell(columns[1]).value = words;
  });
  await book.xlsx.writeFile(path);
}

describe('a plan with verdicts', () => {
  const verdictIn = (json: string): unknown => {
    const plan = planJsonSchema.parse(JSON.parse(readFileSync(json, 'utf8')));
    return plan.actions.find(({ ref }) => ref === 'GET-01')?.finance.verdict;
  };

  it('carries them in plan.json, settled until the row says something else, in every run after that, and settled again once renewed', async () => {
    const folder = freshFolder();
    const plan = join(folder, 'plan.xlsx');
    const json = join(folder, 'plan.json');
    const again = (): Promise<unknown> =>
      tryCli('collate', [join(folder, 'GET priorities.csv'), '--previous', plan, '--in-place', '--json', json]);
    await tryCli('collate', [submission(folder), '--out', plan]);
    await typeInto(plan, 'GET-01', 'Finance check', 'query');
    const query = { verdict: 'query', note: '', by: null, date: null };
    await again();
    expect(verdictIn(json)).toEqual({ ...query, settled: true });
    submission(
      folder,
      ROWS.map((row) => row.replace('two link workers', 'three link workers')),
    );
    for (let run = 0; run < 2; run += 1) {
      await again();
      expect(verdictIn(json)).toEqual({ ...query, settled: false });
    }
    const [first] = (await costsOf(plan)).rows;
    expect([first?.ref, first?.verdict]).toEqual(['GET-01', { ...query, settled: false }]);
    expect((await tryCli('collate', ['costs', plan])).out).toContain(
      '    finance: query. The row says something else since, so please look again',
    );
    expect((await tryCli('collate', ['costs', plan])).out.at(-1)).toBe(
      '4 open for finance (query 1, words changed since 1, cost contradicted 1, no verdict yet 3), 0 answered.',
    );
    await typeInto(plan, 'GET-01', 'Finance check', 'not agreed');
    await again();
    expect(verdictIn(json)).toEqual({ ...query, verdict: 'not agreed', settled: true });
    const { actions } = planJsonSchema.parse(JSON.parse(readFileSync(json, 'utf8')));
    expect(actions.find(({ ref }) => ref === 'GET-01')?.finance.history).toEqual([{ ...query, found: '2025-02-01' }]);
  });

  it('lists in Finance review what is open, says what changed since, and keeps a note that was typed there', async () => {
    const folder = freshFolder();
    const plan = join(folder, 'plan.xlsx');
    const again = (): Promise<unknown> => tryCli('collate', [join(folder, 'GET priorities.csv'), '--previous', plan, '--in-place']);
    await tryCli('collate', [submission(folder), '--out', plan, '--sheets', 'finance-review']);
    expect(await reviewIn(plan)).toEqual([
      ['GET-01', 'no verdict yet, cost contradicted', '', ''],
      ['GET-02', 'no verdict yet', '', ''],
      ['GET-03', 'no verdict yet', '', ''],
      ['GET-04', 'no verdict yet', '', ''],
    ]);
    await typeInto(plan, 'GET-01', 'Finance check', 'query');
    await typeInto(plan, 'GET-02', 'Finance check', 'agreed');
    await typeInto(plan, 'GET-03', 'Finance check', 'agreed');
    await again();
    const before = readFileSync(plan);
    await again();
    expect(readFileSync(plan).equals(before)).toBe(true);
    expect(await reviewIn(plan)).toEqual([
      ['GET-01', 'query, cost contradicted', 'query', 'Verdict is new'],
      ['GET-04', 'no verdict yet', '', ''],
    ]);
    submission(
      folder,
      ROWS.map((row) => row.replace('Map published', 'Two maps published')),
    );
    await typeInto(plan, 'GET-01', 'Finance check', 'agreed');
    await typeInto(plan, 'GET-04', 'Its note', 'ask Jo', 'Finance review');
    await typeInto(plan, 'GET-04', 'Finance check', 'agreed');
    await again();
    expect(await reviewIn(plan)).toEqual([
      ['GET-03', 'words changed since', 'agreed', 'Verdict is new, Measure changed'],
      ['GET-04', 'no longer open', '', ''],
    ]);
    expect(await wordsIn(plan, 'All priorities', ['Ref', 'Findings'])).toContainEqual([
      'GET-03',
      expect.stringContaining('Finance’s verdict “agreed” was given before the words changed, so please look again.'),
    ]);
  });

  it('puts Finance review on paper', async () => {
    const folder = freshFolder();
    await tryCli('collate', [submission(folder), '--docx', join(folder, 'papers')]);
    const { paragraphs, tables } = readWord(readFileSync(join(folder, 'papers', 'Finance review.docx')));
    expect(paragraphs.map(({ text }) => text)).toContain('4 actions, 4 open for finance');
    expect(tables.at(-1)?.rows.map((row) => row.slice(1, 5))).toContainEqual(['GET-02', 'low cost', '£2,000', 'no verdict yet']);
  });

  it('gives texts, spans and question of each action in plan.json', async () => {
    const folder = freshFolder();
    const json = join(folder, 'plan.json');
    await tryCli('collate', [submission(folder), '--json', json]);
    const plan = planJsonSchema.parse(JSON.parse(readFileSync(json, 'utf8')));
    const [first] = plan.actions;
    expect([first?.costText, first?.ledByText, first?.finance.contradicted]).toEqual(['No cost', 'Jo Brown', true]);
    expect(first?.finance.evidence).toEqual([
      { field: 'commitment', start: 0, end: 24, text: 'Recruit two link workers', kind: 'new-post' },
    ]);
    expect(plan.actions.every(({ finance }) => finance.question.endsWith('?'))).toBe(true);
  });

  it('adds the amounts that the directorates wrote, where the plan shows their class alone', async () => {
    const folder = freshFolder();
    const plan = join(folder, 'plan.xlsx');
    const more = ['Open the hub,Jo Brown,March 2027,Hub open,SO2,"about £30,000 in all"', 'Plant trees,Jo Brown,March 2027,Trees,SO2,£5k'];
    const own = await costsOf(submission(folder, [...ROWS, ...more]));
    await tryCli('collate', [join(folder, 'GET priorities.csv'), '--out', plan]);
    const inPlan = await costsOf(plan);
    expect(inPlan.totals).toEqual(own.totals);
    expect(inPlan.rows.map(({ pounds, proposed }) => [pounds, proposed])).toEqual(
      own.rows.map(({ pounds, proposed }) => [pounds, proposed]),
    );
    expect((await tryCli('collate', ['costs', plan])).out).toContain('  low cost: 3 actions, £7,000, 1 action without an amount');
    // Typed over in the plan, the class is what somebody decided, and its amount is not known.
    await typeInto(plan, 'GET-02', 'Cost', 'above low cost');
    await typeInto(plan, 'GET-06', 'Cost', '£8k');
    expect((await costsOf(plan)).rows.map(({ cost, pounds }) => [cost, pounds])).toEqual([
      ['no cost', 0],
      ['above low cost', null],
      ['low cost', null],
      ['to be confirmed', null],
      ['above low cost', 30_000],
      ['low cost', 8_000],
    ]);
  });
});
