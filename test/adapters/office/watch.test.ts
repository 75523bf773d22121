import type { BookChange, WorkbookPort } from '../../../src/application/ports/ports';
import { type ExcelHost } from '../../../src/preview/excel-host';
import { excelApi } from '../../../src/preview/excel-host/requirement-sets';
import { benchOf, smallBook, smallRun } from './office-bench';

interface Watching {
  readonly host: ExcelHost;
  readonly workbook: WorkbookPort;
  readonly seen: BookChange[];
  readonly stop: () => Promise<void>;
}

async function watching(minor = 21): Promise<Watching> {
  const { host, workbook } = benchOf(smallBook(), { requirements: excelApi(minor) });
  const seen: BookChange[] = [];
  const stop = await workbook.watch((change) => seen.push(change));
  return { host, workbook, seen, stop };
}

/** What was heard, with the sheet's name for its id. */
function heard({ host, seen }: Watching): unknown[] {
  return seen.map(({ sheetId, address, what, by }) => [host.workbook.sheets.find(({ id }) => id === sheetId)?.name, address, what, by]);
}

/** The library hands an event to its handlers some turns after it has it. */
async function delivered(host: ExcelHost): Promise<void> {
  await host.eventsDelivered();
  await new Promise((next) => setTimeout(next, 20));
}

describe('watching the workbook', () => {
  it('hears edits, whose they are, and the selection', async () => {
    const watch = await watching();
    watch.host.fireEdit('GET', 'A3', 'Plant more trees');
    watch.host.fireEdit('GET', 'B3', 'May 2026', 'co-author');
    watch.host.select('GET', 'C4');
    await delivered(watch.host);
    expect(heard(watch)).toEqual([
      ['GET', 'A3', 'cells', 'this user'],
      ['GET', 'B3', 'cells', 'someone else'],
      ['GET', 'C4', 'selection', 'this user'],
    ]);
  });

  it('asks for the whole sheet when rows moved', async () => {
    const watch = await watching();
    watch.host.workbook.shiftRows(watch.host.workbook.sheet('GET'), 2, 1, 'user');
    await delivered(watch.host);
    expect(heard(watch)).toEqual([['GET', null, 'cells', 'this user']]);
  });

  it('hears sheets come', async () => {
    const watch = await watching();
    watch.host.workbook.addSheet('Mine', 'user');
    await delivered(watch.host);
    expect(heard(watch)).toEqual([['Mine', null, 'sheets', 'this user']]);
  });

  it('does not take its own writes for edits', async () => {
    const watch = await watching();
    await watch.workbook.apply(smallRun());
    await delivered(watch.host);
    expect(watch.seen.filter(({ what }) => what === 'cells')).toEqual([]);
  });

  it('works in the oldest Excel we ask for', async () => {
    const watch = await watching(13);
    watch.host.fireEdit('GET', 'A3', 'Plant more trees');
    await delivered(watch.host);
    expect(heard(watch)).toEqual([['GET', 'A3', 'cells', 'this user']]);
  });

  it('hears nothing once it has stopped, and leaves no registration', async () => {
    const watch = await watching();
    await watch.stop();
    watch.host.fireEdit('GET', 'A3', 'Plant more trees');
    watch.host.select('GET', 'C4');
    await delivered(watch.host);
    expect(watch.seen).toEqual([]);
  });
});
