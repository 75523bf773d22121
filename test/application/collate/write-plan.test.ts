import { readFileSync } from 'node:fs';
import { fileSubmissions } from '../../../src/adapters/files';
import { type Collated, readSource, readState, takeBackLastRun, writePlan } from '../../../src/application';
import { collate, prepareWrite } from './at-once';
import { createOfficeWorkbook } from '../../../src/adapters/office';
import { kent2025 } from '../../../src/domain/framework';
import { createExcelHost, type ExcelHost } from '../../../src/preview/excel-host';
import { loadOfficeInNode } from '../../preview/excel-host/load-office-in-node';

const DATES = { planDate: { year: 2025, month: 1, day: 30 }, asOf: { year: 2025, month: 2, day: 1 } };

/** A small workbook of one directorate, open in the host, and what collating it would write. */
async function opened(): Promise<{
  host: ExcelHost;
  port: ReturnType<typeof createOfficeWorkbook>;
  prepared: () => Promise<ReturnType<typeof prepareWrite>>;
}> {
  const book = await fileSubmissions.open('Communities.xlsx', new Uint8Array(readFileSync('assets/samples/submissions/Communities.xlsx')));
  const host = createExcelHost(book, { today: DATES.asOf });
  const port = createOfficeWorkbook(loadOfficeInNode(host, { shared: true }).Excel);
  const prepared = async (): Promise<ReturnType<typeof prepareWrite>> => {
    const now = await port.readBook({ includeHidden: true });
    const state = readState(now);
    const framework = kent2025();
    const source = readSource('', now, { framework, includeHidden: false });
    const collated: Collated = collate([source], state, { framework, ...DATES, take: 'newest' });
    return prepareWrite(collated, now, () => null, 'run 1');
  };
  return { host, port, prepared };
}

const collatedSheets = (host: ExcelHost): string[] => host.snapshot().sheets.map(({ name }) => name);

it('writes the six sheets and the state, in few round trips, and nothing the second time', async () => {
  const { host, port, prepared } = await opened();
  const receipt = await writePlan(port, await prepared());
  expect(collatedSheets(host)).toEqual([
    'Sheet1',
    '_plan',
    'Council summary',
    'Progress update',
    'All priorities',
    'Changes',
    'Logframe coverage',
    'Findings',
    'Sources',
  ]);
  expect(receipt.roundTrips).toBeLessThanOrEqual(12);
  expect(host.reports).toEqual([]);
  const before = host.requests.length;
  const again = await prepared();
  expect(again.nothingToDo).toBe(true);
  expect(await writePlan(port, again)).toMatchObject({ edits: 0, cells: 0, roundTrips: 0 });
  expect(host.requests.slice(before).filter(({ names }) => names.includes('Values'))).toEqual([]);
});

it('is taken back from its restore point: the workbook is as it was, but for the empty state sheet', async () => {
  const { host, port, prepared } = await opened();
  const before = host.snapshot();
  await writePlan(port, await prepared());
  expect((await takeBackLastRun(port))?.edits.length).toBeGreaterThan(0);
  const after = host.snapshot();
  expect(after.sheets.filter(({ name }) => name !== '_plan')).toEqual(before.sheets);
  expect(readState(await port.readBook({ includeHidden: false })).journal.state).toBe('none');
  expect(await takeBackLastRun(port)).toBeNull();
});

it('leaves every cell as it was when any one action of the write fails', async () => {
  const rehearsal = await opened();
  const ready = await rehearsal.prepared();
  const first = rehearsal.host.requests.length;
  await writePlan(rehearsal.port, ready);
  const sizes = rehearsal.host.requests.slice(first).map(({ actions }) => actions);
  for (const [request, actions] of sizes.entries()) {
    // Every request's first, middle and last action; the Office adapter's own tests go through all of them.
    for (const action of new Set([0, Math.floor(actions / 2), actions - 1])) {
      const { host, port, prepared } = await opened();
      const plan = await prepared();
      const before = host.snapshot();
      host.faults.failAt(host.requests.length + request, action);
      const outcome = await writePlan(port, plan).then(
        () => 'written',
        () => 'failed',
      );
      if (outcome === 'failed') expect(host.snapshot()).toEqual(before);
    }
  }
});

it('that failed at any request, and could not be undone, is undone at the next start', async () => {
  const rehearsal = await opened();
  const ready = await rehearsal.prepared();
  const first = rehearsal.host.requests.length;
  await writePlan(rehearsal.port, ready);
  const requests = rehearsal.host.requests.length - first;
  for (let request = 0; request < requests; request += 1) {
    const { host, port, prepared } = await opened();
    const plan = await prepared();
    const before = host.snapshot();
    host.faults.failFrom(host.requests.length + request);
    await writePlan(port, plan).catch(() => undefined);
    host.faults.clear();
    const { journal } = readState(await port.readBook({ includeHidden: false }));
    if (journal.state === 'open') await takeBackLastRun(port);
    if (journal.state === 'closed') continue; // All of it was written; only the library's tidying up failed.
    expect(host.snapshot().sheets.filter(({ name }) => name !== '_plan')).toEqual(before.sheets);
  }
});
