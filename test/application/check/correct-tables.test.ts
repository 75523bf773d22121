import { createOfficeWorkbook } from '../../../src/adapters/office';
import { FileWorkbook, fileSubmissions } from '../../../src/adapters/files';
import {
  answerRequests,
  type Failure,
  type PlanReading,
  type PlanRequests,
  readSource,
  readState,
  type WorkbookPort,
} from '../../../src/application';
import { kent2025 } from '../../../src/domain/framework';
import { type BookGrid, gridOf, type SheetGrid, textCell } from '../../../src/domain/grid';
import { journalChanges } from '../../../src/domain/state';
import { createExcelHost, type ExcelHost } from '../../../src/preview/excel-host';
import { loadOfficeInNode } from '../../preview/excel-host/load-office-in-node';

const DATES = { planDate: { year: 2025, month: 1, day: 30 }, asOf: { year: 2025, month: 2, day: 1 } };
const KENT = kent2025();

function sheet(name: string, rows: readonly string[], more: Partial<SheetGrid> = {}): SheetGrid {
  return gridOf(
    name,
    rows.map((row) => row.split('|').map((words) => (words.trim() === '' ? null : textCell(words.trim())))),
    more,
  );
}

/** A table that is found, with a column nobody understands, and below it one whose rows are taken for more of the first. */
const PLAN = sheet('Plan', [
  'Priorities',
  'Commitment | Led by | Timescale | Measure | Shared Outcome | Who pays',
  'Plant trees | Head of Parks | March 2026 | 200 trees | SO2 | nobody',
  '',
  'Things we do | Person | Until',
  'Sow meadows in every park | Ann Smith | May 2026',
  'Dig ponds for the newts | Bob Jones | June 2026',
]);

interface Opened {
  readonly host: ExcelHost;
  readonly port: WorkbookPort;
  readonly requests: PlanRequests;
  readonly read: () => Promise<PlanReading>;
}

function requestsOver(port: WorkbookPort): PlanRequests {
  return answerRequests({
    workbook: port,
    submissions: fileSubmissions,
    framework: KENT,
    now: () => ({ date: DATES.asOf, time: '14:02' }),
    newRunId: () => 'run',
    pause: () => Promise.resolve(),
  });
}

function open(...sheets: readonly SheetGrid[]): Opened {
  const host = createExcelHost({ name: 'Plan.xlsx', sheets }, { today: DATES.asOf });
  const port = createOfficeWorkbook(loadOfficeInNode(host, { shared: true }).Excel);
  const requests = requestsOver(port);
  return { host, port, requests, read: () => requests.readPlan(new AbortController().signal, () => undefined) };
}

const tableOf = async ({ read }: Opened): Promise<PlanReading['tables'][number]> => {
  const [table] = (await read()).tables;
  if (table === undefined) throw new Error('No table was found.');
  return table;
};

const visibleSheets = (host: ExcelHost): unknown => host.snapshot().sheets.filter(({ visibility }) => visibility === 'visible');

describe('a correction is remembered in the workbook and changes no sheet that can be seen', () => {
  it('of a heading, which the column that had it loses', async () => {
    const opened = open(PLAN);
    const before = visibleSheets(opened.host);
    const table = await tableOf(opened);
    await opened.requests.correct({ tableId: table.id, headings: { 5: 'cost' } });
    await opened.requests.correct({ tableId: table.id, headings: { 3: 'ledBy' } });
    const reading = await opened.read();
    expect(reading.tables[0]?.headings.map(({ key, sureness }) => [key, sureness])).toEqual([
      ['commitment', 'certain'],
      [null, 'likely'],
      ['timescale', 'certain'],
      ['ledBy', 'set by you'],
      ['sharedOutcome', 'certain'],
      ['cost', 'set by you'],
    ]);
    expect([reading.actions[0]?.ledBy.text, reading.actions[0]?.cost.text]).toEqual(['200 trees', 'nobody']);
    expect(visibleSheets(opened.host)).toEqual(before);
    expect(opened.host.snapshot().sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['Plan', 'visible'],
      ['_plan', 'very hidden'],
    ]);
  });

  it('of a heading given to one column and then to another: the first is read as it was found', async () => {
    const opened = open(PLAN);
    const { id } = await tableOf(opened);
    await opened.requests.correct({ tableId: id, headings: { 5: 'cost' } });
    await opened.requests.correct({ tableId: id, headings: { 1: 'cost' } });
    expect((await tableOf(opened)).headings.map(({ key }) => key)).toEqual([
      'commitment',
      'cost',
      'timescale',
      'measure',
      'sharedOutcome',
      null,
    ]);
  });

  it('of the directorate', async () => {
    const opened = open(PLAN);
    await opened.requests.correct({ tableId: (await tableOf(opened)).id, directorate: 'GET' });
    const reading = await opened.read();
    expect(reading.tables[0]).toMatchObject({ directorate: 'GET', directorateFrom: 'you' });
    expect([...new Set(reading.actions.map(({ directorate }) => directorate))]).toEqual(['GET']);
    expect(reading.findings.filter(({ code }) => code === 'unknown-directorate')).toEqual([]);
  });

  it('that leaves a table out, until it is taken in again', async () => {
    const opened = open(PLAN);
    const { id } = await tableOf(opened);
    await opened.requests.correct({ tableId: id, leaveOut: true });
    const without = await opened.read();
    expect([without.tables, without.actions, without.findings]).toEqual([[], [], []]);
    expect(without.leftOut).toContainEqual({ sheet: 'Plan', row: 1, reason: 'Table left out by you', tableId: id });
    expect(without.unfit).toEqual([]);
    await opened.requests.correct({ tableId: id, leaveOut: false });
    const again = await opened.read();
    expect(again.tables).toHaveLength(1);
    expect(again.corrections).toEqual([]);
  });

  it('of all of it, forgotten again', async () => {
    const opened = open(PLAN);
    const table = await tableOf(opened);
    await opened.requests.correct({ tableId: table.id, directorate: 'GET', headings: { 5: 'cost' } });
    await opened.requests.uncorrect(table.id);
    expect(await tableOf(opened)).toEqual(table);
    expect(readState(await opened.port.readBook({ includeHidden: false })).corrections).toEqual([]);
  });
});

describe('a table that was missed', () => {
  const area = { top: 4, left: 0, bottom: 4, right: 2 };

  it('is taken in by selecting its headings, and its headings can be set right', async () => {
    const opened = open(PLAN);
    const { sheetId } = await tableOf(opened);
    await opened.port.reveal({ sheetId, area });
    const pointed = await opened.requests.pointAtTable('priorities');
    expect([pointed.id, pointed.rows.length]).toEqual([`${sheetId}!A5:C5`, 2]);
    await opened.requests.correct({ tableId: pointed.id, headings: { 1: 'ledBy', 2: 'timescale' } });
    const reading = await opened.read();
    expect(reading.tables).toHaveLength(2);
    expect(reading.actions.slice(1).map(({ commitment, ledBy, timescale }) => [commitment, ledBy.text, timescale.end])).toEqual([
      ['Sow meadows in every park', 'Ann Smith', '2026-05'],
      ['Dig ponds for the newts', 'Bob Jones', '2026-06'],
    ]);
    await opened.requests.uncorrect(pointed.id);
    expect((await opened.read()).tables).toHaveLength(1);
  });

  it('is no table where the selected cells hold nothing; nothing is remembered', async () => {
    const opened = open(PLAN);
    const { sheetId } = await tableOf(opened);
    await opened.port.reveal({ sheetId, area: { top: 40, left: 3, bottom: 44, right: 5 } });
    const failure = await opened.requests.pointAtTable('priorities').catch((error: unknown) => error as Failure);
    expect(failure).toMatchObject({ code: 'bad option' });
    expect((failure as Failure).message).toMatch(/^There is nothing to read as a table in D41:F45 of “Plan”\./);
    expect((await opened.read()).corrections).toEqual([]);
  });

  it('can be a whole column selected, and in a file there is nothing selected', async () => {
    const opened = open(sheet('Plan', ['Things we do | Person', 'Dig ponds for the newts | Bob Jones']));
    const [only] = opened.host.snapshot().sheets;
    await opened.port.reveal({ sheetId: only?.name ?? '', area: { top: 0, left: 0, bottom: 1_048_575, right: 1 } });
    expect((await opened.requests.pointAtTable('priorities')).rows).toHaveLength(1);
    const inFile = requestsOver(await FileWorkbook.create('Plan.xlsx'));
    await expect(inFile.pointAtTable('priorities')).rejects.toMatchObject({ code: 'bad option' });
  });
});

describe('the next run', () => {
  /** The workbook as a file that a live Excel saved: its sheets are known by their names alone. */
  const asFile = (book: BookGrid): BookGrid => ({ ...book, sheets: book.sheets.map((one) => ({ ...one, id: one.name })) });

  it('follows a correction in a file as in Excel', async () => {
    const opened = open(PLAN);
    const { id } = await tableOf(opened);
    await opened.requests.correct({ tableId: id, directorate: 'GET', headings: { 5: 'cost' } });
    const file = asFile(await opened.port.readBook({ includeHidden: true }));
    const read = readSource('Plan.xlsx', file, { framework: KENT, includeHidden: false });
    expect(read.tables[0]).toMatchObject({ id: 'Plan!A2', directorate: 'GET' });
    expect([read.actions[0]?.cost.text, read.unfit]).toEqual(['nobody', []]);
  });

  it('collates what is corrected, and uses the corrections of one workbook on no other', async () => {
    const opened = open(PLAN);
    const { id } = await tableOf(opened);
    await opened.requests.correct({ tableId: id, directorate: 'GET' });
    const other = await FileWorkbook.create('Other.xlsx');
    await other.apply([
      [
        {
          edit: { type: 'add sheet', sheet: 'Plan', visibility: 'visible', tabColour: null },
          undo: { type: 'remove sheet', sheet: 'Plan' },
        },
        {
          edit: {
            type: 'write cells',
            sheet: 'Plan',
            area: { top: 0, left: 0, bottom: 2, right: 4 },
            cells: [...PLAN.rows.entries()]
              .slice(0, 3)
              .map(([, cells]) => [0, 1, 2, 3, 4].map((column) => ({ kind: 'text', text: cells.get(column)?.text ?? '' }))),
            expected: null,
          },
          undo: null,
        },
      ],
    ]);
    const files = [{ name: 'Other.xlsx', bytes: () => other.toBytes() }];
    const dryRun = await opened.requests.planCollation(files, new AbortController().signal, () => undefined);
    expect(dryRun.byDirectorate).toEqual([
      { directorate: 'GET', actions: 4 },
      { directorate: 'Directorate not known', actions: 1 },
    ]);
  });
});

describe('a correction that no longer fits', () => {
  it('is said, changes nothing and can be forgotten: the table has moved', async () => {
    const opened = open(PLAN);
    const { id } = await tableOf(opened);
    await opened.requests.correct({ tableId: id, directorate: 'GET' });
    const book = await opened.port.readBook({ includeHidden: false });
    const moved = book.sheets.map((one) =>
      one.name === 'Plan' ? { ...one, rows: new Map([...one.rows].map(([row, cells]) => [row + 3, cells])) } : one,
    );
    const read = readSource('', { ...book, sheets: moved }, { framework: KENT, includeHidden: false });
    expect(read.unfit).toEqual([{ tableId: id, reason: 'No table begins at A2 of “Plan” any more.' }]);
    expect(read.tables[0]?.directorate).toBeNull();
  });

  it('is said when its sheet is gone, and waits without a word while its sheet is hidden', async () => {
    const opened = open(PLAN, sheet('Other', ['mine']));
    const { id } = await tableOf(opened);
    await opened.requests.correct({ tableId: id, directorate: 'GET' });
    const book = await opened.port.readBook({ includeHidden: false });
    const without = { ...book, sheets: book.sheets.filter(({ name }) => name !== 'Plan') };
    expect(readSource('', without, { framework: KENT, includeHidden: false }).unfit).toEqual([
      { tableId: id, reason: 'The sheet “Plan” is no longer in this workbook.' },
    ]);
    const hidden = book.sheets.map((one) => (one.name === 'Plan' ? { ...one, visibility: 'hidden' as const } : one));
    expect(readSource('', { ...book, sheets: hidden }, { framework: KENT, includeHidden: false }).unfit).toEqual([]);
    await opened.requests.uncorrect(id);
    expect((await opened.read()).corrections).toEqual([]);
  });

  it('is passed over where somebody has altered what is remembered', async () => {
    const opened = open(PLAN);
    const { id } = await tableOf(opened);
    await opened.requests.correct({ tableId: id, directorate: 'GET' });
    const book = await opened.port.readBook({ includeHidden: false });
    for (const words of ['{', '{"tableId":3}', `{"tableId":"${id}","missed":{"sheetId":"x","area":{"top":-1}}}`, '[]', 'null']) {
      const sheets = book.sheets.map((one) =>
        one.name === '_plan' ? { ...one, rows: new Map([[1, new Map([[17, textCell(words)]])]]) } : one,
      );
      const read = readSource('', { ...book, sheets }, { framework: KENT, includeHidden: false });
      expect([read.corrections, read.tables.length, read.unfit]).toEqual([[], 1, []]);
    }
  });
});

it('keeps the journal, and with it the way back from the last run', async () => {
  const opened = open(PLAN);
  const { id, sheetId } = await tableOf(opened);
  const journal = { runId: 'run 1', state: 'closed' as const, undo: [{ type: 'remove sheet' as const, sheet: 'All priorities' }] };
  await opened.port.apply([journalChanges(await opened.port.readBook({ includeHidden: false }), journal)]);
  await opened.requests.correct({ tableId: id, directorate: 'GET' });
  await opened.port.reveal({ sheetId, area: { top: 4, left: 0, bottom: 4, right: 2 } });
  await opened.requests.pointAtTable('priorities');
  await opened.requests.uncorrect(id);
  const state = readState(await opened.port.readBook({ includeHidden: false }));
  const records = journal.undo.map((edit) => JSON.stringify(edit));
  expect(state.journal).toEqual({ runId: 'run 1', state: 'closed', records, isWhole: true });
  expect(state.corrections.map(({ sheet: name, missed }) => [name, missed?.kind])).toEqual([['Plan', 'priorities']]);
});
