import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileWorkbook } from '../../src/adapters/files';
import { planJsonSchema } from '../../src/application/collate/plan-json';
import { CellCollector, text, writeChanges } from '../../src/domain/workbook';
import strategy from '../data/jhws-2014-indicators.json';
import { freshFolder, tryCli } from './try-cli';

type Rows = readonly (readonly string[])[];
type Sheets = Readonly<Record<string, Rows>>;

async function put(book: FileWorkbook, sheet: string, rows: Rows, at = { row: 0, column: 0 }): Promise<void> {
  const cells = new CellCollector();
  rows.forEach((row, down) => row.forEach((words, across) => words !== '' && cells.put(at.row + down, at.column + across, text(words))));
  await book.apply([writeChanges(sheet, null, cells.cells)]);
}

async function workbook(path: string, sheets: Sheets): Promise<void> {
  const book = await FileWorkbook.create();
  for (const [sheet, rows] of Object.entries(sheets)) {
    await book.apply([[{ edit: { type: 'add sheet', sheet, visibility: 'visible', tabColour: null }, undo: null }]]);
    await put(book, sheet, rows);
  }
  writeFileSync(path, await book.toBytes());
}

const planAt = (path: string) => planJsonSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
const HEADINGS = ['What we have committed to', 'Led by', 'Timescale', 'Measure', 'Shared Outcome'];
const action = (commitment: string, outcome: string): string[] => [
  commitment,
  'Jo Smith, Head of Service',
  'June 2027',
  '20 people reached',
  outcome,
];

/** A plan, its JSON and its papers, in one folder. */
const collatedUnder = (at: (name: string) => string, framework: string, files: readonly string[]): ReturnType<typeof tryCli> =>
  tryCli('collate', [...files, '--framework', at(framework), '--out', at('plan.xlsx'), '--json', at('plan.json'), '--docx', at('papers')]);

test('the sheet is written, filled in without JSON, checked, and every command goes by it where it stands', async () => {
  const folder = freshFolder();
  const at = (name: string): string => join(folder, name);
  expect((await tryCli('collate', ['framework', '--sheet', at('mine.xlsx')])).code).toBe(0);
  const empty = await tryCli('collate', ['framework', '--check', at('mine.xlsx')]);
  expect([empty.code, empty.out.filter((line) => line.includes('Fill in at least one row')).length]).toEqual([1, 2]);
  const book = await FileWorkbook.open('mine.xlsx', new Uint8Array(readFileSync(at('mine.xlsx'))));
  await put(book, 'Framework', [['Anyshire'], [''], ['30 January 2026'], [''], ['Goal']], { row: 3, column: 1 });
  await put(
    book,
    'Framework',
    [
      ['1.1', 'Warm homes', '', '2'],
      ['2', 'Good lives'],
      ['A', 'Ageing well'],
    ],
    { row: 11, column: 0 },
  );
  await put(
    book,
    'Framework',
    [
      ['Adult Social Care', '', 'ASCH; Adults'],
      ['Highways', 'get lost'],
    ],
    { row: 11, column: 5 },
  );
  writeFileSync(at('mine.xlsx'), await book.toBytes());
  const bad = await tryCli('collate', ['framework', '--check', at('mine.xlsx')]);
  expect(bad.out.join('\n')).toMatch(/Framework!G13: Directorate Highways, shortCode is "GET LOST".*Right would be: ASC/);
});

test('a workbook with the sheet in it needs no option, and a directorate’s own table on a sheet of that name is still read', async () => {
  const folder = freshFolder();
  const at = (name: string): string => join(folder, name);
  const FRAMEWORK = [
    ['Council', 'Anyshire'],
    ['Plan agreed on', '30 January 2026'],
    ['Outcome code', 'Outcome', 'Under', '', 'Directorate'],
    ['1', 'Good lives', '', '', 'Adult Social Care'],
    ['1.1', 'Warm homes', '1', '', 'Highways'],
  ];
  await workbook(at('Highways.xlsx'), {
    Highways: [HEADINGS, action('Repair roofs', '1.1'), action('Paint', 'SO1')],
    Framework: FRAMEWORK,
  });
  const { out } = await tryCli('check-plan', [at('Highways.xlsx')]);
  expect(out.join('\n')).toContain('"SO1" is not among the outcomes. They are 1 and 1.1.');
  expect(out.join('\n')).toContain('Framework: The council’s framework, not a directorate’s table');
  await tryCli('collate', [at('Highways.xlsx'), '--out', at('plan.xlsx'), '--json', at('plan.json')]);
  expect(planAt(at('plan.json')).actions.map(({ ref, outcomes }) => [ref, outcomes])).toEqual([
    ['HIG-01', ['1.1']],
    ['HIG-02', []],
  ]);
  const packs = await tryCli('collate', ['return-pack', '--previous', at('plan.xlsx'), '--out', at('packs')]);
  expect([packs.code, packs.out[0]]).toEqual([0, expect.stringContaining('2 actions of Highways')]);
  const costs = await tryCli('collate', ['costs', at('Highways.xlsx')]);
  expect(costs.out[0]).toBe('Highways');
  await workbook(at('own.xlsx'), {
    Framework: [
      ['Directorate', 'Action', 'Lead', 'By when', 'Measure'],
      ['GET', 'Repair roofs', 'Jo Smith', 'June 2027', '20 roofs'],
    ],
  });
  expect((await tryCli('check-plan', [at('own.xlsx')])).out.join('\n')).toContain('actions 5');
});

test('findings, templates and papers speak of a council’s own word, and a priority stands below its outcome', async () => {
  const folder = freshFolder();
  const at = (name: string): string => join(folder, name);
  const council = {
    words: { outcome: 'Goal' },
    outcomes: [
      { code: '1', titles: ['Good lives'] },
      { code: '2', titles: ['Clean air'] },
      { code: '1.1', titles: ['Warm homes'], under: '1' },
    ],
    directorates: [{ name: 'Highways' }],
  };
  writeFileSync(at('mine.json'), JSON.stringify(council));
  await workbook(at('Highways.xlsx'), {
    Highways: [HEADINGS.with(4, 'Goal'), action('Repair roofs', '1.1'), action('Paint', ''), action('Plant', 'XY9')],
    Activity: [['1. Good lives'], ['What we have committed to', 'Strategies / plans in place to deliver'], ['Heat homes', 'Heat plan']],
  });
  const { out } = await tryCli('check-plan', [at('Highways.xlsx'), '--framework', at('mine.json')]);
  expect(out.join('\n')).toContain('This row does not name a goal yet.');
  expect(out.join('\n')).toContain('"XY9" is not among the goals. They are 1, 2 and 1.1.');
  await tryCli('collate', ['template', '--framework', at('mine.json'), '--directorate', 'Highways', '--out', at('template.xlsx')]);
  const template = FileWorkbook.open('template.xlsx', new Uint8Array(readFileSync(at('template.xlsx'))));
  const texts = (await (await template).readBook({ includeHidden: true })).sheets.flatMap(({ rows }) =>
    [...rows.values()].flatMap((row) => [...row.values()].map((cell) => cell.text)),
  );
  expect(texts).toEqual(expect.arrayContaining(['Goal', 'What the goal is']));
  expect(texts.filter((words) => /shared outcome/i.test(words))).toEqual([]);
  await tryCli('collate', [
    at('Highways.xlsx'),
    '--framework',
    at('mine.json'),
    '--out',
    at('plan.xlsx'),
    '--sheets',
    'by-outcome',
    '--csv',
    at('csv'),
  ]);
  const byOutcome = readFileSync(at('csv/By outcome.csv'), 'utf8');
  expect(byOutcome).toContain('1 Good lives · 1.1 Warm homes,');
});

test('--check names every problem of a file at once, with line, path and what would be right', async () => {
  const path = join(freshFolder(), 'mine.json');
  writeFileSync(
    path,
    [
      '{',
      '"outcomes": [{ "code": "1" },',
      '{ "code": "01", "titel": ["x"] }],',
      '"planDate": "spring", "planDate": "2026-13-01",',
      '"directorates": [{ "name": "Council Department" }, {}]',
      '}',
    ].join('\n'),
  );
  const { code, out } = await tryCli('collate', ['framework', '--check', path]);
  expect(code).toBe(1);
  expect(out.map((line) => line.replace(`${path}, `, ''))).toEqual([
    'line 4, planDate: "planDate" is given twice, and the first would be lost. Keep one of them.',
    'line 4, planDate: PlanDate should be a date such as 2025-01-30. Right would be: "planDate": "2025-01-30".',
    'line 3, outcomes[1]: Outcome 01 has "titel", which a framework does not know. Did you mean "titles" for "titel"?',
    'line 5, directorates[1].name: Directorate number 2, name is missing. Right would be: "name": "Adult Social Care".',
    'line 3, outcomes[1].code: Outcomes: the codes 1 and 01 would be read as one. Give each outcome a code of its own.',
    '5 problems. Correct them and check again.',
  ]);
  writeFileSync(path, '{\n"outcomes": [\n{ "code": “1” }]}');
  expect((await tryCli('collate', ['framework', '--check', path])).out[0]).toContain('line 3: From here on the file is not JSON');
});

test('--new asks for what no workbook gives, and writes over nothing', async () => {
  const path = join(freshFolder(), 'mine.json');
  const answers = [
    'Anyshire',
    '',
    '1 April 2026',
    '1 Every child',
    'Goal 2: Housing',
    '',
    'Adult Social Care; ASC; ASCH',
    'Highways',
    '',
    '1: Adults who walk',
    '',
  ];
  const ask = () => Promise.resolve(answers.shift() ?? null);
  expect((await tryCli('collate', ['framework', '--new', path], { ask })).code).toBe(0);
  const made = JSON.parse(readFileSync(path, 'utf8')) as {
    outcomes: object[];
    directorates: object[];
    indicators: object[];
    planDate: string;
  };
  expect(made).toMatchObject({
    planDate: '2026-04-01',
    outcomes: [
      { code: '1', titles: ['Every child'] },
      { code: 'Goal 2', titles: ['Housing'] },
    ],
    directorates: [
      { name: 'Adult Social Care', shortCode: 'ASC', otherNames: ['ASCH'] },
      { name: 'Highways', shortCode: 'HIG' },
    ],
    indicators: [{ id: '1.1', level: '1', text: 'Adults who walk' }],
  });
  const again = await tryCli('collate', ['framework', '--new', path], { ask });
  expect([again.code, again.err[0]]).toEqual([2, expect.stringContaining('already there')]);
  const none = await tryCli('collate', ['framework', '--new', join(freshFolder(), 'mine.json')]);
  expect([none.code, none.err.at(-1)]).toEqual([2, expect.stringContaining('nothing was written')]);
});

/** The 2014 strategy as it prints its indicators: a title for each outcome, no numbers. */
const LOGFRAME_2014 = strategy.outcomes.flatMap(({ number, title, indicators }) => [
  [`Outcome ${String(number)}: ${title}`],
  ['Indicator', 'Source', 'Notes'],
  ...indicators.map((indicator) => [indicator.text, 'National dataset']),
]);

test.each<[string, Sheets]>([
  ['its printed logframe', { Logframe: LOGFRAME_2014 }],
  [
    'a list with the outcome once for each group',
    {
      Sheet1: [
        ['Outcome', 'Indicator'],
        ...strategy.outcomes.flatMap(({ number, title, indicators }) =>
          indicators.map((indicator, at) => [at === 0 ? `Outcome ${String(number)}: ${title}` : '', indicator.text]),
        ),
      ],
    },
  ],
])('the 2014 strategy is a second framework, from %s to papers', async (_, sheets) => {
  const folder = freshFolder();
  const at = (name: string): string => join(folder, name);
  await workbook(at('strategy.xlsx'), sheets);
  const names = ['Public Health', 'Children’s Services', 'Adult Social Care'];
  const made = await tryCli('collate', [
    'framework',
    at('strategy.xlsx'),
    '--new',
    at('2014.json'),
    ...names.flatMap((name) => ['--directorate', name]),
    '--plan-date',
    '2014-07-01',
  ]);
  expect([made.err, made.code]).toEqual([[], 0]);
  const framework = JSON.parse(readFileSync(at('2014.json'), 'utf8')) as {
    outcomes: { code: string; titles: string[] }[];
    indicators: { level: string }[];
  };
  expect(framework.outcomes).toEqual(strategy.outcomes.map(({ number, title }) => ({ code: String(number), titles: [title] })));
  expect(framework.outcomes.map(({ code }) => framework.indicators.filter(({ level }) => level === code).length)).toEqual([
    16, 13, 9, 12, 9,
  ]);
  await workbook(at('Public Health.xlsx'), {
    'Public Health': [
      HEADINGS,
      action('Help pregnant women to stop smoking', '1'),
      action('Health checks for adults', `2, ${strategy.outcomes[2]?.title ?? ''}`),
      action('Support people with dementia', 'Outcome 5'),
    ],
  });
  const run = await collatedUnder(at, '2014.json', [at('Public Health.xlsx')]);
  expect(run.err).toEqual([]);
  const plan = planAt(at('plan.json'));
  expect([plan.coverage.length, plan.actions.map(({ outcomes }) => outcomes)]).toEqual([59, [['1'], ['2', '3'], ['5']]]);
  expect(plan.actions[0]?.indicators[0]?.id).toBe('1.1');
});

test('a council with 25 directorates and codes such as 1.1 is collated, every directorate on a line of its own', async () => {
  const folder = freshFolder();
  const at = (name: string): string => join(folder, name);
  const directorates = Array.from({ length: 25 }, (_, index) => ({
    name: `Service ${String.fromCharCode(65 + index)}${String.fromCharCode(65 + index)}lington`,
  }));
  const outcomes = [1, 2, 3].flatMap((one) => [
    { code: String(one), titles: [`Aim number ${String(one)}`] },
    ...[1, 2, 3].map((two) => ({ code: `${String(one)}.${String(two)}`, under: String(one) })),
  ]);
  writeFileSync(at('mine.json'), JSON.stringify({ planDate: '2026-04-01', outcomes, directorates }));
  expect((await tryCli('collate', ['framework', '--check', at('mine.json')])).code).toBe(0);
  for (const [index, { name }] of directorates.entries()) {
    const code = `${String(1 + (index % 3))}.${String(1 + (index % 2))}`;
    await workbook(at(`return ${String(index)}.xlsx`), {
      Return: [[`Proposed priorities ~ ${name}`], HEADINGS, action(`Reach people of ${name}`, code)],
    });
  }
  const files = directorates.map((_, index) => at(`return ${String(index)}.xlsx`));
  const { out, err } = await collatedUnder(at, 'mine.json', files);
  expect(err).toEqual([]);
  expect(out.join('\n')).toContain('25 actions (0 listed services among them) in 25 tables of 25 directorates.');
  const plan = planAt(at('plan.json'));
  expect(new Set(plan.actions.map(({ ref }) => ref.replace(/-\d+$/, ''))).size).toBe(25);
  expect(plan.actions.every(({ outcomes: codes }) => /^\d\.\d$/.test(codes.join()))).toBe(true);
});
