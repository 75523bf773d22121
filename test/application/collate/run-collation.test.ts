import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentFiles } from '../../../src/adapters/documents';
import { FileWorkbook, fileSubmissions } from '../../../src/adapters/files';
import {
  answerDocuments,
  answerRequests,
  type DocumentWorld,
  frameworkFrom,
  frameworkOf,
  type PlanJson,
  type RequestWorld,
  type SubmittedFile,
} from '../../../src/application';
import { planJsonSchema } from '../../../src/application/collate/plan-json';
import { type Framework, kent2025 } from '../../../src/domain/framework';
import { journalChanges, NO_JOURNAL } from '../../../src/domain/state';
import { cellAt, type SheetGrid } from '../../../src/domain/grid';
import { CellCollector, text, writeChanges } from '../../../src/domain/workbook';
import { freshFolder, tryCli } from '../../cli/try-cli';
import madeUp from '../../data/made-up-council.json';

const signal = new AbortController().signal;
const quiet = (): void => undefined;
const HEADINGS = ['What we have committed to', 'Led by', 'Timescale', 'Measure', 'Shared Outcome'];
const row = (commitment: string, outcome: string): string[] => [commitment, 'Jo Smith', 'March 2027', '400 pupils trained', outcome];
const LOGFRAME = [
  ['Outcome 1: Everyone moves'],
  ['No.', 'Indicator', 'Notes'],
  ['A.1', 'Adults who walk every day will rise to 60%', ''],
  ['A.2', 'Pupils who cycle to school will rise to 30%', ''],
];
const HIGHWAYS = [
  ['Proposed priorities ~ Highways'],
  HEADINGS,
  row('Training so that pupils cycle to school', 'MO1'),
  row('Repaint the depot', 'MO1'),
];
const GET = [['GET'], HEADINGS, row('Warm homes for older people', 'SO2'), row('Plant trees beside schools', 'SO3')];
const WITHOUT_INDICATORS = { ...madeUp, indicators: [] };

interface MadeSheet {
  readonly rows: readonly (readonly string[])[];
  readonly hidden?: true;
}

async function madeBook(sheets: Readonly<Record<string, MadeSheet>>): Promise<Uint8Array> {
  const book = await FileWorkbook.create();
  for (const [sheet, { rows, hidden }] of Object.entries(sheets)) {
    const cells = new CellCollector();
    rows.forEach((words, down) => words.forEach((word, across) => word !== '' && cells.put(down, across, text(word))));
    const visibility = hidden === true ? 'hidden' : 'visible';
    await book.apply([[{ edit: { type: 'add sheet', sheet, visibility, tabColour: null }, undo: null }]]);
    await book.apply([writeChanges(sheet, null, cells.cells)]);
  }
  return book.toBytes();
}

interface PaneWorld extends RequestWorld, DocumentWorld {
  readonly workbook: FileWorkbook;
  readonly now: RequestWorld['now'];
}

interface Inputs {
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** The plan's workbook as it is before. */
  readonly plan: Uint8Array;
  /** The one that the program ships with, unless one is kept with the plan. */
  readonly framework?: object;
}

const submitted = ({ files }: Inputs): SubmittedFile[] =>
  Object.entries(files).map(([name, bytes]) => ({ name, bytes: () => Promise.resolve(bytes.slice()) }));

/** Words of every cell of the sheets that people read. */
const shown = (sheets: readonly SheetGrid[]): Record<string, string[]> =>
  Object.fromEntries(
    sheets
      .filter(({ visibility }) => visibility === 'visible')
      .map(({ name, rows }) => [
        name,
        [...rows]
          .flatMap(([at, cells]) => [...cells].map(([column, { text: words }]) => `${String(at)}:${String(column)} ${words}`))
          .sort(),
      ]),
  );

async function throughCommandLine(
  inputs: Inputs,
  more: readonly string[] = [],
): Promise<{ json: PlanJson; sheets: Record<string, string[]> }> {
  const folder = freshFolder();
  const at = (name: string): string => join(folder, name);
  for (const [name, bytes] of Object.entries({ ...inputs.files, 'before.xlsx': inputs.plan })) writeFileSync(at(name), bytes);
  const chosen = inputs.framework === undefined ? [] : ['--framework', at('framework.json')];
  if (inputs.framework !== undefined) writeFileSync(at('framework.json'), JSON.stringify(inputs.framework));
  const outputs = ['--previous', at('before.xlsx'), '--out', at('plan.xlsx'), '--json', at('plan.json')];
  const { code, err } = await tryCli('collate', [...Object.keys(inputs.files).map(at), ...outputs, ...chosen, ...more]);
  expect([code < 2, err]).toEqual([true, []]);
  const written = await FileWorkbook.open('plan.xlsx', new Uint8Array(readFileSync(at('plan.xlsx'))));
  const { sheets } = await written.readBook({ includeHidden: false });
  return { json: planJsonSchema.parse(JSON.parse(readFileSync(at('plan.json'), 'utf8'))), sheets: shown(sheets) };
}

function parsed(file: object): Framework {
  const read = frameworkFrom(JSON.stringify(file));
  if (!read.ok) throw new Error(read.problems.join(' '));
  return read.framework;
}

/** The pane as its entry file starts it: under the framework kept with the workbook, else the one it is given. */
async function pane(inputs: Inputs): Promise<PaneWorld> {
  const workbook = await FileWorkbook.open('plan.xlsx', inputs.plan.slice());
  const given = inputs.framework === undefined ? kent2025() : parsed(inputs.framework);
  const { framework } = await frameworkOf(workbook, given, { year: 2026, month: 5, day: 1 });
  return {
    workbook,
    submissions: fileSubmissions,
    documents: documentFiles,
    newBook: () => FileWorkbook.create(),
    framework,
    now: () => ({ date: { year: 2025, month: 2, day: 1 }, time: '10:00' }),
    newRunId: () => 'run 1',
    pause: () => Promise.resolve(),
  };
}

async function throughPane(inputs: Inputs): Promise<Record<string, string[]>> {
  const world = await pane(inputs);
  const requests = answerRequests(world);
  await requests.writeCollation(await requests.planCollation(submitted(inputs), signal, quiet), signal, quiet);
  return shown((await world.workbook.readBook({ includeHidden: false })).sheets);
}

async function throughDocuments(inputs: Inputs): Promise<PlanJson> {
  const [made] = await answerDocuments(await pane(inputs)).make('json', submitted(inputs), signal, quiet);
  return planJsonSchema.parse(JSON.parse(made?.text ?? ''));
}

/** What all three ways give; they are compared on the way. */
async function thePlan(inputs: Inputs): Promise<PlanJson> {
  const { json, sheets } = await throughCommandLine(inputs);
  expect(await throughDocuments(inputs)).toEqual(json);
  expect(await throughPane(inputs)).toEqual(sheets);
  return json;
}

/** A plan of which nothing but its memory is there yet. */
const EMPTY = async (
  sheets: Readonly<Record<string, MadeSheet>> = { Notes: { rows: [['Kept by the collator']] } },
): Promise<Uint8Array> => {
  const bytes = await madeBook(sheets);
  const workbook = await FileWorkbook.open('plan.xlsx', bytes);
  await workbook.apply([journalChanges(await workbook.readBook({ includeHidden: true }), NO_JOURNAL)]);
  return workbook.toBytes();
};

/** A plan's workbook as one collation leaves it, with words typed into a column of `All priorities`. */
async function afterTyping(inputs: Inputs, ref: string, heading: string, words: string): Promise<Uint8Array> {
  const world = await pane(inputs);
  const requests = answerRequests(world);
  await requests.writeCollation(await requests.planCollation(submitted(inputs), signal, quiet), signal, quiet);
  const { sheets } = await world.workbook.readBook({ includeHidden: false });
  const sheet = sheets.find(({ name }) => name === 'All priorities');
  const table = sheet?.tables[0]?.area;
  if (sheet === undefined || table === undefined) throw new Error('There is no table of all priorities.');
  const wordsAt = (at: number, column: number): string => cellAt(sheet, { row: at, column }).text;
  const column = Array.from({ length: table.right + 1 }, (_, index) => index).find((index) => wordsAt(table.top, index) === heading) ?? -1;
  const line = Array.from({ length: table.bottom + 1 }, (_, index) => index).find((index) => wordsAt(index, table.left) === ref) ?? -1;
  const cells = new CellCollector();
  cells.put(line, column, text(words));
  await world.workbook.apply([writeChanges(sheet.name, sheet, cells.cells)]);
  return world.workbook.toBytes();
}

async function withKeptFramework(plan: Uint8Array, framework: object): Promise<Uint8Array> {
  const workbook = await FileWorkbook.open('plan.xlsx', plan);
  const requests = answerRequests({ ...(await pane({ files: {}, plan })), workbook });
  expect((await requests.chooseFramework(JSON.stringify(framework)))?.ok).toBe(true);
  return workbook.toBytes();
}

const indicatorsOf = ({ actions }: PlanJson): Record<string, string[]> =>
  Object.fromEntries(actions.map(({ ref, indicators }) => [ref, indicators.map(({ id, state }) => `${id} ${state}`)]));

describe('the command line, the pane and its documents give one plan', () => {
  test('of two files, a hidden sheet in one of them left out', async () => {
    const files = {
      'GET.xlsx': await madeBook({ GET: { rows: GET }, Old: { rows: [HEADINGS, row('A promise of last year', 'SO1')], hidden: true } }),
      'ASC.xlsx': await madeBook({ ASC: { rows: [HEADINGS, row('Open a day centre', 'SO4')] } }),
    };
    const inputs = { files, plan: await EMPTY() };
    const { sources, actions } = await thePlan(inputs);
    expect(sources.map(({ file }) => file)).toEqual(['ASC.xlsx', 'GET.xlsx']);
    expect(actions.map(({ commitment }) => commitment)).not.toContain('A promise of last year');
    const asked = await throughCommandLine(inputs, ['--include-hidden']);
    expect(asked.json.actions.map(({ commitment }) => commitment)).toContain('A promise of last year');
  });

  test('under a framework without indicators, with those of the logframe that a file prints', async () => {
    const files = {
      'Depot.xlsx': await madeBook({ Highways: { rows: [HIGHWAYS[0] ?? [], HEADINGS, row('Repaint the depot', 'MO1')] } }),
      'Highways.xlsx': await madeBook({ Highways: { rows: HIGHWAYS.slice(0, 3) }, Logframe: { rows: LOGFRAME } }),
    };
    const plan = await thePlan({ files, plan: await EMPTY(), framework: WITHOUT_INDICATORS });
    expect(plan.coverage.map(({ indicator }) => indicator)).toEqual(['A.1', 'A.2']);
    expect(Object.values(indicatorsOf(plan)).flat()).toContain('A.2 suggested');
  });

  test('under a framework without indicators, with those of the logframe in the plan’s own workbook', async () => {
    const files = { 'Highways.xlsx': await madeBook({ Highways: { rows: HIGHWAYS } }) };
    const plan = await thePlan({ files, plan: await EMPTY({ Logframe: { rows: LOGFRAME } }), framework: WITHOUT_INDICATORS });
    expect(indicatorsOf(plan)['HW-01']).toEqual(['A.2 suggested']);
  });

  test('under the framework kept with the plan, which has no indicators of its own', async () => {
    const files = { 'Highways.xlsx': await madeBook({ Highways: { rows: HIGHWAYS }, Logframe: { rows: LOGFRAME } }) };
    const plan = await thePlan({ files, plan: await withKeptFramework(await EMPTY(), WITHOUT_INDICATORS) });
    expect(plan.framework).toEqual({ name: 'Mereshire moves', version: `${madeUp.version}, logframe of the sheet Logframe` });
    expect(indicatorsOf(plan)).toEqual({ 'HW-01': ['A.2 suggested'], 'HW-02': [] });
  });

  test.each<[string, object]>([
    ['the framework’s', madeUp],
    ['the printed logframe’s', WITHOUT_INDICATORS],
  ])('with indicators typed into the plan: %s', async (_, framework) => {
    const files = { 'Highways.xlsx': await madeBook({ Highways: { rows: HIGHWAYS }, Logframe: { rows: LOGFRAME } }) };
    const first = { files, plan: await EMPTY(), framework };
    const typed = await afterTyping(first, 'HW-02', 'Indicators', 'A.1');
    const plan = await thePlan({ ...first, plan: typed });
    expect(indicatorsOf(plan)['HW-02']).toEqual(['A.1 confirmed']);
    expect(plan.coverage.find(({ indicator }) => indicator === 'A.1')?.confirmed).toEqual(['HW-02']);
  });

  test('whatever the sheets of the plan are called now', async () => {
    const files = { 'GET.xlsx': await madeBook({ 'Plan of GET': { rows: GET } }) };
    const first = { files, plan: await EMPTY() };
    const typed = await FileWorkbook.open('plan.xlsx', await afterTyping(first, 'GET-01', 'Notes', 'Ask again'));
    const { sheets } = await typed.readBook({ includeHidden: true });
    const state = sheets.find(({ name }) => name === '_plan');
    if (state === undefined) throw new Error('The plan remembers nothing.');
    // As after a rename in Excel and a run: the plan knows its sheet under a name that a directorate's sheet has as well.
    const cells = new CellCollector();
    for (const [at, across] of state.rows)
      for (const [column, cell] of across)
        if (cell.text === 'All priorities') cells.put(at, column, text(column === 28 ? 'Plan of GET' : cell.text));
    await typed.apply([writeChanges('_plan', state, cells.cells)]);
    const plan = await thePlan({ files, plan: await typed.toBytes() });
    expect(plan.actions.map(({ ref }) => ref)).toEqual(['GET-01', 'GET-02']);
  });

  test('of a file that cannot be read there is one sentence, and the others go on', async () => {
    const files = {
      'broken.xlsx': Uint8Array.of(80, 75, 3, 4),
      'Highways.xlsx': await madeBook({ Highways: { rows: HIGHWAYS }, Logframe: { rows: LOGFRAME } }),
    };
    const inputs = { files, plan: await EMPTY(), framework: WITHOUT_INDICATORS };
    const folder = freshFolder();
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    writeFileSync(join(folder, 'framework.json'), JSON.stringify(WITHOUT_INDICATORS));
    const words = [join(folder, 'broken.xlsx'), join(folder, 'Highways.xlsx'), '--framework', join(folder, 'framework.json')];
    const { code, err } = await tryCli('collate', [...words, '--json', join(folder, 'plan.json')]);
    expect([code, err.length]).toEqual([2, 1]);
    const json = planJsonSchema.parse(JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')));
    expect(await throughDocuments(inputs)).toEqual(json);
    expect(json.sources.map(({ problem }) => problem !== undefined)).toEqual([true, false]);
  });
});

test('check-plan finds what a collation finds, under the indicators that a workbook prints', async () => {
  const folder = freshFolder();
  const path = join(folder, 'Highways.xlsx');
  const measures = [
    ['Measures ~ Highways'],
    ['Measure', 'Timescale', 'Progress'],
    ['Adults who walk every day will rise to 70%', 'March 2027', ''],
  ];
  writeFileSync(path, await madeBook({ Highways: { rows: HIGHWAYS }, Measures: { rows: measures }, Logframe: { rows: LOGFRAME } }));
  writeFileSync(join(folder, 'framework.json'), JSON.stringify(WITHOUT_INDICATORS));
  const under = ['--framework', join(folder, 'framework.json'), '--as-of', '2025-02-01'];
  const { out } = await tryCli('check-plan', [path, '--format', 'json', ...under]);
  await tryCli('collate', [path, '--json', join(folder, 'plan.json'), ...under]);
  const plan = planJsonSchema.parse(JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')));
  const { findings } = JSON.parse(out.join('\n')) as Pick<PlanJson, 'findings'>;
  const told = (found: PlanJson['findings']): string[] =>
    found.map(({ code, sheet, cell, message }) => `${code} ${sheet}!${cell} ${message}`);
  expect(told(findings)).toEqual(told(plan.findings));
  expect(findings.map(({ code }) => code)).toContain('figures-differ-from-logframe');
});

describe('the command line goes by the framework kept with a workbook', () => {
  async function keptPlan(): Promise<{ folder: string; path: string }> {
    const folder = freshFolder();
    const path = join(folder, 'Highways.xlsx');
    writeFileSync(path, await withKeptFramework(await madeBook({ Highways: { rows: HIGHWAYS } }), madeUp));
    return { folder, path };
  }
  const codesOf = (out: readonly string[]): string[] => {
    const { findings } = JSON.parse(out.join('\n')) as { findings: { code: string }[] };
    return findings.map(({ code }) => code);
  };

  test('check-plan finds nothing wrong with outcomes of that framework, and so does the pane', async () => {
    const { path } = await keptPlan();
    const { out } = await tryCli('check-plan', [path, '--format', 'json']);
    const requests = answerRequests(await pane({ files: {}, plan: new Uint8Array(readFileSync(path)) }));
    const { findings } = await requests.readPlan(signal, quiet);
    expect(codesOf(out)).toEqual(findings.map(({ code }) => code));
    expect(codesOf(out).filter((code) => code.startsWith('outcome'))).toEqual([]);
  });

  test('check-plan asks for one where two workbooks have different ones', async () => {
    const { folder, path } = await keptPlan();
    const other = join(folder, 'other.xlsx');
    writeFileSync(other, await withKeptFramework(await EMPTY(), { ...madeUp, version: '9' }));
    const { code, err } = await tryCli('check-plan', [path, other]);
    expect([code, err]).toEqual([2, ['The workbooks have different frameworks with them. Give one with --framework.']]);
    expect((await tryCli('check-plan', [path, path])).code).toBeLessThan(2);
  });

  test('return packs go back to its directorates', async () => {
    const { folder, path } = await keptPlan();
    const plan = join(folder, 'plan.xlsx');
    await tryCli('collate', [path, '--previous', path, '--out', plan]);
    const { out } = await tryCli('collate', ['return-pack', '--previous', plan, '--out', join(folder, 'packs')]);
    expect(out[0]).toMatch(/^Highways.*: 2 actions of Highways/);
  });
});
