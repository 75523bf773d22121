import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { planJsonSchema } from '../../src/application/collate/plan-json';
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

async function typeInto(path: string, ref: string, heading: string, words: string): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const sheet = book.getWorksheet('All priorities');
  const column = (sheet?.getRow(4).values as string[]).indexOf(heading);
  sheet?.eachRow((row) => {
    if (row.getCell(1).text === ref) row.getCell(column).value = words;
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
    await typeInto(plan, 'GET-01', 'Finance check', 'not agreed');
    await again();
    expect(verdictIn(json)).toEqual({ ...query, verdict: 'not agreed', settled: true });
    const { actions } = planJsonSchema.parse(JSON.parse(readFileSync(json, 'utf8')));
    expect(actions.find(({ ref }) => ref === 'GET-01')?.finance.history).toEqual([{ ...query, found: '2025-02-01' }]);
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
});
