import { createOfficeWorkbook } from '../../../src/adapters/office';
import { type PlanRequests, type RepairsMade, type WorkbookPort } from '../../../src/application';
import type { Finding } from '../../../src/domain/findings';
import { type Area, gridOf, type GridTable, type SheetGrid, textCell } from '../../../src/domain/grid';
import { text } from '../../../src/domain/workbook';
import { createExcelHost } from '../../../src/preview/excel-host';
import { loadOfficeInNode } from '../../preview/excel-host/load-office-in-node';
import { requestsOver } from '../requests-over';

const TODAY = { year: 2025, month: 2, day: 1 };
const never = new AbortController().signal;
const HEADINGS = ['Commitment', 'Led by', 'Timescale', 'Measure', 'Shared Outcome'];

/** A table in A1:E3 with two rows past their date, without a Status column; the second row's outcome is mistyped. */
function sheetWith(name: string, more: Partial<SheetGrid> = {}): SheetGrid {
  const rows = [
    ['Open a hub', 'Jo Smith', 'December 2024', '1 hub opened', 'SO1'],
    ['Open a second hub', 'Jo Smith', 'November 2024', '2 hubs opened', 'S02'],
  ];
  return gridOf(
    name,
    [HEADINGS, ...rows].map((row) => row.map((words) => textCell(words))),
    more,
  );
}

const TABLE: GridTable = { name: 'Sent', area: { top: 0, bottom: 2, left: 0, right: 4 }, hasHeader: true, hasTotals: false };

interface Opened {
  readonly port: WorkbookPort;
  readonly requests: PlanRequests;
  readonly past: () => Promise<Finding[]>;
  readonly all: () => Promise<Finding[]>;
}

function open(sheets: readonly SheetGrid[], isSetSupported = (): boolean => true): Opened {
  const host = createExcelHost({ name: 'GET.xlsx', sheets }, { today: TODAY });
  const port = createOfficeWorkbook(loadOfficeInNode(host, { shared: true }).Excel, { isSetSupported });
  const requests = requestsOver(port, TODAY);
  const all = async (): Promise<Finding[]> => [...(await requests.readPlan(never, () => undefined)).findings];
  const past = async (): Promise<Finding[]> => (await all()).filter(({ code }) => code === 'past-without-status');
  return { port, requests, past, all };
}

const told = ({ made, refused, stopped }: RepairsMade): unknown => [
  made.map(({ after }) => after),
  refused.map(({ failure }) => `${failure.code}: ${failure.message}`),
  stopped?.message ?? null,
];

/** What every cell of every sheet holds, and the areas of the Excel tables. */
async function held(port: WorkbookPort): Promise<unknown> {
  const { sheets } = await port.readBook({ includeHidden: false });
  return sheets.map(({ name, rows, tables }) => [
    name,
    tables.map(({ area }) => area),
    [...rows].flatMap(([row, cells]) => [...cells].flatMap(([column, { value }]) => (value === null ? [] : [[row, column, value]]))),
  ]);
}

async function type(port: WorkbookPort, sheet: string, { row, column }: { row: number; column: number }, words: string): Promise<void> {
  const area = { top: row, bottom: row, left: column, right: column };
  await port.apply([[{ edit: { type: 'write cells', sheet, area, cells: [[text(words)]], expected: null }, undo: null }]]);
}

const tableAreas = async (port: WorkbookPort): Promise<Area[]> =>
  (await port.readBook({ includeHidden: false })).sheets.flatMap(({ tables }) => tables.map(({ area }) => area));

it.each<[string, readonly GridTable[], Area[]]>([
  ['a plain range', [], []],
  ['an Excel table', [TABLE], [{ ...TABLE.area, right: 5 }]],
])('a Status column is added to %s with the other fixes, read as one, and taken back', async (_name, tables, grown) => {
  const { port, requests, past, all } = open([sheetWith('GET', { tables })]);
  const before = await held(port);
  const found = (await all()).filter(({ repair }) => repair !== undefined);
  expect(found.map(({ code, cell }) => [code, cell])).toEqual([
    ['past-without-status', 'A1'],
    ['mistyped-outcome', 'E3'],
  ]);
  const result = await requests.repair(found, never, () => undefined);
  expect(told(result)).toEqual([['Status', 'SO2'], [], null]);
  expect(await tableAreas(port)).toEqual(grown);
  // The column is there now, so each row is told where its status goes.
  expect((await past()).map(({ cell, heading, quote }) => [cell, heading, quote])).toEqual([
    ['F2', 'Status', ''],
    ['F3', 'Status', ''],
  ]);
  const back = await requests.takeBack(result.made, never, () => undefined);
  expect([back.takenBack.length, back.refused]).toEqual([2, []]);
  expect(await held(port)).toEqual(before);
});

it('adds no column over what was typed since it was read', async () => {
  const { port, requests, past } = open([sheetWith('GET', { tables: [TABLE] }), sheetWith('HROD')]);
  const found = await past();
  await type(port, 'GET', { row: 2, column: 5 }, 'ask Anna');
  const result = await requests.repair(found, never, () => undefined);
  expect(result.made.map(({ finding }) => finding.sheet)).toEqual(['HROD']);
  expect(result.refused.map(({ failure }) => failure.message)).toEqual([
    'There is something in the column of F1 now, so “Status” was not added there. Check again to see what is there now.',
  ]);
  expect(await tableAreas(port)).toEqual([TABLE.area]);
});

it.each<[string, { row: number; column: number }, string, RegExp]>([
  ['a status', { row: 1, column: 5 }, 'Complete', /^Something was typed under “Status” at F1, so the column was left there\./],
  ['another heading', { row: 0, column: 5 }, 'RAG', /^F1 has changed since the column was added, so the column was left there\./],
])('a column in which %s was typed stays', async (_name, place, words, says) => {
  const { port, requests, past } = open([sheetWith('GET', { tables: [TABLE] })]);
  const { made } = await requests.repair(await past(), never, () => undefined);
  await type(port, 'GET', place, words);
  const before = await held(port);
  const back = await requests.takeBack(made, never, () => undefined);
  expect(back.takenBack).toEqual([]);
  expect(back.refused[0]?.failure.message).toMatch(says);
  expect(await held(port)).toEqual(before);
});

it('adds nothing on a protected sheet', async () => {
  const { requests, past } = open([sheetWith('GET', { isProtected: true })]);
  const { made, refused } = await requests.repair(await past(), never, () => undefined);
  expect([made, refused.map(({ failure }) => failure.message)]).toEqual([
    [],
    ['The sheet “GET” is protected, so nothing was written on it. Unprotect it, or correct F1 by hand.'],
  ]);
});

it('where Excel cannot make a table wider, the other fixes are made', async () => {
  const { port, requests, all } = open([sheetWith('GET', { tables: [TABLE] })], () => false);
  const found = (await all()).filter(({ repair }) => repair !== undefined);
  const { made, refused } = await requests.repair(found, never, () => undefined);
  expect(made.map(({ after }) => after)).toEqual(['SO2']);
  expect(refused.map(({ finding, failure }) => [finding.cell, failure.message.split(',')[0]])).toEqual([
    ['A1', 'This version of Excel cannot make a table longer (it needs Excel 2021 or Microsoft 365)'],
  ]);
  expect(await tableAreas(port)).toEqual([TABLE.area]);
});
