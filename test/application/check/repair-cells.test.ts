import { createOfficeWorkbook } from '../../../src/adapters/office';
import { type PlanRequests, type RepairsMade, type WorkbookPort } from '../../../src/application';
import type { Finding } from '../../../src/domain/findings';
import { type Cell, gridOf, type SheetGrid, textCell } from '../../../src/domain/grid';
import { text } from '../../../src/domain/workbook';
import { createExcelHost, type ExcelHost } from '../../../src/preview/excel-host';
import { loadOfficeInNode } from '../../preview/excel-host/load-office-in-node';
import { requestsOver } from '../requests-over';

const TODAY = { year: 2025, month: 2, day: 1 };
const never = new AbortController().signal;
const HEADINGS = ['Commitment', 'Led by', 'Timescale', 'Measure', 'Shared Outcome'];

interface Opened {
  readonly host: ExcelHost;
  readonly port: WorkbookPort;
  readonly requests: PlanRequests;
  readonly safe: () => Promise<Finding[]>;
}

/** A sheet of actions with these outcome cells, from E2 down. */
function sheetWith(name: string, outcomes: readonly (string | Cell)[], more: Partial<SheetGrid> = {}): SheetGrid {
  const rows = outcomes.map((outcome, index) => {
    const hub = `Hub ${String(index + 1)}`;
    const words = [`Open ${hub}`, 'Jo Smith', 'March 2026', `${hub} opened`];
    return [...words.map((each) => textCell(each)), typeof outcome === 'string' ? textCell(outcome) : outcome];
  });
  return gridOf(name, [HEADINGS.map((words) => textCell(words)), ...rows], more);
}

function open(...sheets: readonly SheetGrid[]): Opened {
  const host = createExcelHost({ name: 'GET.xlsx', sheets }, { today: TODAY });
  const port = createOfficeWorkbook(loadOfficeInNode(host, { shared: true }).Excel);
  const requests = requestsOver(port, TODAY);
  const safe = async (): Promise<Finding[]> => {
    const { findings } = await requests.readPlan(never, () => undefined);
    return findings.filter(({ repair, cell }) => repair !== undefined && cell?.startsWith('E'));
  };
  return { host, port, requests, safe };
}

const cellsIn = (host: ExcelHost, sheet: string): unknown[] => {
  const found = host.snapshot().sheets.find(({ name }) => name === sheet)?.cells ?? {};
  return Object.entries(found).flatMap(([address, cell]) => (/^E[2-9]/.test(address) ? [cell.value] : []));
};
const told = ({ made, refused, stopped }: RepairsMade): unknown => [
  made.map(({ finding, after }) => `${finding.cell} ${after}`),
  refused.map(({ finding, failure }) => `${finding.cell} ${failure.code}`),
  stopped?.code ?? null,
];

async function type(port: WorkbookPort, sheet: string, row: number, words: string): Promise<void> {
  const area = { top: row, bottom: row, left: 4, right: 4 };
  await port.apply([[{ edit: { type: 'write cells', sheet, area, cells: [[text(words)]], expected: null }, undo: null }]]);
}

it('repairs many cells in one go of few requests, and takes all of it back', async () => {
  const written = Array.from({ length: 60 }, (_, index) => `SO${String((index % 5) + 1)}, S0${String((index % 5) + 2)}`);
  const { host, requests, safe } = open(sheetWith('GET', written));
  const before = host.snapshot();
  const findings = await safe();
  expect(findings).toHaveLength(60);
  const first = host.requests.length;
  const result = await requests.repair(findings, never, () => undefined);
  expect([result.made.length, result.refused, result.stopped]).toEqual([60, [], null]);
  expect(host.requests.length - first).toBeLessThanOrEqual(8);
  expect(await safe()).toEqual([]);
  const back = await requests.takeBack(result.made, never, () => undefined);
  expect([back.takenBack.length, back.refused]).toEqual([60, []]);
  expect(host.snapshot()).toEqual(before);
});

it('leaves a formula, a changed cell and a protected sheet alone, says which, and repairs the rest', async () => {
  const formula: Cell = { kind: 'text', value: 'SO1, S02', text: 'SO1, S02', format: 'General', formula: '="SO1, S0"&2' };
  const { host, port, requests, safe } = open(
    sheetWith('GET', ['SO1, S02', 'SO2, S03', 'SO3, S04']),
    sheetWith('HROD', ['SO1, S02'], { isProtected: true }),
    sheetWith('CYPE', [formula]),
  );
  const findings = await safe();
  await type(port, 'GET', 2, 'SO6');
  const overFormula = { ...findings[0], sheetId: sheetId(host, 'CYPE'), sheet: 'CYPE', cell: 'E2' } as Finding;
  const result = await requests.repair([...findings, overFormula], never, () => undefined);
  expect(told(result)).toEqual([['E2 SO1,SO2', 'E4 SO3,SO4'], ['E3 cell changed', 'E2 protected sheet', 'E2 cell changed'], null]);
  expect(result.refused[0]?.failure.message).toMatch(/^E3 has changed since it was read: it now says “SO6”\./);
  expect([cellsIn(host, 'GET'), cellsIn(host, 'HROD'), cellsIn(host, 'CYPE')]).toEqual([
    ['SO1,SO2', 'SO6', 'SO3,SO4'],
    ['SO1, S02'],
    ['SO1, S02'],
  ]);
});

it('takes back only what still holds the repair, dates and formats with it', async () => {
  const { host, port, requests, safe } = open(sheetWith('GET', ['SO1, S02', 'SO2, S03']));
  const { made } = await requests.repair(await safe(), never, () => undefined);
  await type(port, 'GET', 1, 'SO5');
  const back = await requests.takeBack(made, never, () => undefined);
  expect(back.takenBack.map(({ finding }) => finding.cell)).toEqual(['E3']);
  expect(back.refused.map(({ failure }) => failure.message)).toEqual(['E2 has changed since it was fixed, so it was not changed back.']);
  expect(cellsIn(host, 'GET')).toEqual(['SO5', 'SO2, S03']);
});

it('returns what was repaired before it was stopped or refused', async () => {
  const { host, requests, safe } = open(sheetWith('GET', ['SO1, S02']));
  const findings = await safe();
  const stopped = new AbortController();
  stopped.abort();
  expect(told(await requests.repair(findings, stopped.signal, () => undefined))).toEqual([[], [], 'cancelled']);
  host.faults.failFrom(host.requests.length, 'AccessDenied');
  expect(told(await requests.repair(findings, never, () => undefined))).toEqual([[], [], 'protected sheet']);
  host.faults.clear();
  expect(cellsIn(host, 'GET')).toEqual(['SO1, S02']);
});

it('says that the sheet is gone', async () => {
  const { port, requests, safe } = open(sheetWith('GET', ['SO1, S02']), sheetWith('HROD', []));
  const findings = await safe();
  await port.apply([[{ edit: { type: 'remove sheet', sheet: 'GET' }, undo: null }]]);
  const { refused } = await requests.repair(findings, never, () => undefined);
  expect(refused[0]?.failure.message).toMatch(/^The sheet “GET” is no longer in the workbook\./);
});

function sheetId(host: ExcelHost, name: string): string {
  const found = host.workbook.sheets.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no sheet ${name}.`);
  return found.id;
}
