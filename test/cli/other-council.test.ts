import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileWorkbook } from '../../src/adapters/files';
import { planJsonSchema } from '../../src/application/collate/plan-json';
import { CellCollector, text, writeChanges } from '../../src/domain/workbook';
import madeUp from '../data/made-up-council.json';
import { freshFolder, tryCli } from './try-cli';

const PRIORITIES = [
  ['Proposed priorities ~ Highways'],
  ['What we have committed to', 'Led by', 'Timescale', 'Measure', 'Shared Outcome'],
  ['Training so that pupils cycle to school', 'Jo Smith', 'March 2027', '400 pupils trained', 'MO1'],
  ['Repaint the depot', 'Jo Smith', 'June 2027', 'Depot repainted', 'MO1'],
];

const LOGFRAME = [
  ['Outcome 1: Everyone moves'],
  ['No.', 'Indicator', 'Notes'],
  ['A.1', 'Adults who walk every day will rise to 60%', ''],
  ['A.2', 'Pupils who cycle to school will rise to 30%', ''],
];

/** A workbook of made-up sheets, and a framework file beside it. */
async function written(folder: string, sheets: Readonly<Record<string, readonly (readonly string[])[]>>, framework: object): Promise<void> {
  const book = await FileWorkbook.create();
  for (const [sheet, rows] of Object.entries(sheets)) {
    const cells = new CellCollector();
    rows.forEach((row, down) => row.forEach((words, across) => words !== '' && cells.put(down, across, text(words))));
    await book.apply([[{ edit: { type: 'add sheet', sheet, visibility: 'visible', tabColour: null }, undo: null }]]);
    await book.apply([writeChanges(sheet, null, cells.cells)]);
  }
  writeFileSync(join(folder, 'Highways.xlsx'), await book.toBytes());
  writeFileSync(join(folder, 'mereshire.json'), JSON.stringify(framework));
}

async function collated(
  framework: object,
): Promise<{ plan: ReturnType<typeof planJsonSchema.parse>; out: readonly string[]; folder: string }> {
  const folder = freshFolder();
  await written(folder, { Highways: PRIORITIES, Logframe: LOGFRAME }, framework);
  const words = [join(folder, 'Highways.xlsx'), '--framework', join(folder, 'mereshire.json'), '--json', join(folder, 'plan.json')];
  const { out } = await tryCli('collate', words);
  return { plan: planJsonSchema.parse(JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8'))), out, folder };
}

test('its actions are matched by words alone, which is said, and the logframe on its sheet is compared', async () => {
  const { plan, out } = await collated(madeUp);
  expect(plan.framework.name).toBe('Mereshire moves');
  expect(plan.actions.map(({ ref, outcomes, indicators }) => [ref, outcomes, indicators.map(({ id, state }) => `${id} ${state}`)])).toEqual(
    [
      ['HW-01', ['MO1'], ['A.2 suggested']],
      ['HW-02', ['MO1'], []],
    ],
  );
  expect(out).toContain('This framework does not say what its indicators measure, so suggestions rest on shared words alone.');
  expect(out).toContain('Highways.xlsx: the logframe on “Logframe” differs from Mereshire moves in 1 indicator.');
});

test('a framework without indicators takes those of the logframe that the workbook prints', async () => {
  const { plan } = await collated({ ...madeUp, indicators: [] });
  expect(plan.coverage.map(({ indicator, actions }) => [indicator, actions])).toEqual([
    ['A.1', []],
    ['A.2', ['HW-01']],
  ]);
});

test('a bad framework file is refused with every problem, each in its place', async () => {
  const folder = freshFolder();
  await written(folder, { Highways: PRIORITIES }, { ...madeUp, planDate: 'spring', directorates: [] });
  const { code, err } = await tryCli('collate', [
    join(folder, 'Highways.xlsx'),
    '--framework',
    join(folder, 'mereshire.json'),
    '--json',
    join(folder, 'plan.json'),
  ]);
  expect(code).toBe(2);
  expect(err.join('\n')).toContain('should be a date such as 2025-01-30');
  expect(err.join('\n')).toContain('Directorates is empty');
});

const MINIMAL = {
  words: { outcome: 'Goal' },
  outcomes: [
    { code: '1', titles: ['Every child has the best start'] },
    { code: '2' },
    { code: '2.1', under: '2', titles: ['Warm homes'] },
    { code: 'A' },
    { code: 'EF' },
  ],
  directorates: [{ name: 'Highways' }, { name: 'Adult Social Care' }],
};

const ROADS = [
  ['Proposed priorities ~ Highways'],
  ['What we have committed to', 'Led by', 'Timescale', 'Measure', 'Goal'],
  ['Train pupils to cycle to school', 'Jo Smith, Head of Roads', '1-2 years', '400 pupils trained', '1'],
  ['Insulate council homes', 'Ann Lee, Head of Homes', 'June 2027', '200 homes insulated', '2.1'],
  ['Repaint the depot', 'Jo Smith, Head of Roads', 'June 2027', 'Depot repainted by June 2027', 'A, EF'],
  ['Repair the bridge', 'Jo Smith, Head of Roads', 'June 2027', '1 bridge repaired', '7'],
];

test('outcomes and directorates alone are a framework, which the plan keeps for every later command', async () => {
  const folder = freshFolder();
  await written(folder, { Roads: ROADS }, MINIMAL);
  const at = (name: string): string => join(folder, name);
  const first = await tryCli('collate', [
    at('Highways.xlsx'),
    ...['--framework', at('mereshire.json'), '--out', at('plan.xlsx'), '--json', at('plan.json')],
  ]);
  const { actions } = planJsonSchema.parse(JSON.parse(readFileSync(at('plan.json'), 'utf8')));
  expect(actions.map(({ ref, outcomes }) => [ref, outcomes])).toEqual([
    ['HIG-01', ['1']],
    ['HIG-02', ['2.1']],
    ['HIG-03', ['A', 'EF']],
    ['HIG-04', []],
  ]);
  expect(first.out[0]).toContain('are counted from 1 April 2024');
  // No option from here on: the plan has its framework with it.
  const checked = await tryCli('check-plan', [at('Highways.xlsx'), '--previous', at('plan.xlsx'), '--format', 'json']);
  const { findings } = JSON.parse(checked.out.join('\n')) as { findings: { code: string; cell: string | null; message: string }[] };
  expect(findings.filter(({ code }) => code.includes('outcome')).map(({ code, cell }) => [code, cell])).toEqual([
    ['unknown-outcome', 'E6'],
  ]);
  const template = await tryCli('collate', ['template', '--directorate', 'asc', '--previous', at('plan.xlsx'), '--out', at('asc.xlsx')]);
  expect([template.code, template.err]).toEqual([0, []]);
  const again = await tryCli('collate', [at('Highways.xlsx'), '--previous', at('plan.xlsx'), '--in-place', '--json', at('again.json')]);
  expect(again.err).toEqual([]);
  expect(planJsonSchema.parse(JSON.parse(readFileSync(at('again.json'), 'utf8'))).actions.map(({ ref }) => ref)).toContain('HIG-04');
});
