import type { BookChange, PlanReading, WorkbookPort } from '../../../src/application';
import { createLiveReading, type LiveReading } from '../../../src/application/check/live-reading';
import { kent2025 } from '../../../src/domain/framework';
import { type Area, type BookGrid, gridOf, textCell } from '../../../src/domain/grid';
import { text } from '../../../src/domain/workbook';
import { excelApi } from '../../../src/preview/excel-host/requirement-sets';
import { benchOf } from '../../adapters/office/office-bench';
import { EditedBook } from '../collate/edited-book';

const { signal } = new AbortController();
const nothing = (): void => undefined;
const DATES = { planDate: { year: 2025, month: 1, day: 30 }, asOf: { year: 2025, month: 9, day: 1 } };

const liveOver = (workbook: WorkbookPort, framework = kent2025()): LiveReading =>
  createLiveReading({ workbook, framework, dates: () => DATES, pause: () => Promise.resolve() });

const HEADINGS = ['What we have committed to', 'Led by', 'Timescale', 'Measure', 'Shared Outcome'];
/** The first row of actions, zero-based. */
const FIRST = 2;

/** A sheet of a directorate; every outcome is mistyped, so that each row has a finding of its own. */
const plan = (directorate: string, actions: number, tables: readonly { area: Area }[] = []): ReturnType<typeof gridOf> => {
  const rows = Array.from({ length: actions }, (_, at) => {
    return [`Plant ${String(at + 1)} trees for ${directorate}`, 'Head of Parks', 'March 2026', `${String(at + 1)} trees planted`, 'S01'];
  });
  return gridOf(
    directorate,
    [[`Proposed priorities ~ ${directorate}`], HEADINGS, ...rows].map((row) => row.map((cell) => textCell(cell))),
    { tables: tables.map((table) => ({ name: 'Plan', hasHeader: true, hasTotals: false, ...table })) },
  );
};

const cell = (row: number, column: number): Area => ({ top: row, bottom: row, left: column, right: column });
const codesAt = ({ findings }: PlanReading, sheet: string, address: string): string[] =>
  findings.filter((finding) => finding.sheet === sheet && finding.cell === address).map(({ code }) => code);

/** How many of the later list's members were not in the earlier one. */
const made = (before: readonly unknown[], after: readonly unknown[]): number => {
  const known = new Set(before);
  return after.filter((each) => !known.has(each)).length;
};

describe('over Excel', () => {
  it('one edit of 5,000 rows takes two round trips, one cell, one action and the findings of its row', async () => {
    const { host, workbook } = benchOf({ name: '', sheets: [plan('GET', 5000), plan('CYPE', 10)] });
    const live = liveOver(workbook);
    const before = await live.readPlan(signal, nothing);
    const changes: BookChange[] = [];
    await workbook.watch((change) => changes.push(change));
    const requests = host.requests.length;
    host.fireEdit('GET', 'E103', 'SO9', 'co-author');
    await host.eventsDelivered();
    await new Promise((next) => setTimeout(next, 20));
    expect(changes.map(({ address, by }) => [address, by])).toEqual([['E103', 'someone else']]);
    const after = await live.recheck(changes, signal, nothing);
    expect(host.requests.length - requests).toBe(2);
    expect(codesAt(after, 'GET', 'E103')).toEqual(['unknown-outcome']);
    expect(made(before.actions, after.actions)).toBe(1);
    expect(made(before.findings, after.findings)).toBe(1);
    expect(after.findings).toHaveLength(before.findings.length);
  });

  it.each([13, 21])('reads what the add-in itself wrote once, and nothing when Excel 1.%d tells of it', async (minor) => {
    const { host, workbook } = benchOf({ name: '', sheets: [plan('GET', 5)] }, { requirements: excelApi(minor) });
    const live = liveOver(workbook);
    await live.readPlan(signal, nothing);
    const heard: BookChange[] = [];
    await live.workbook.watch((change) => heard.push(change));
    const write = { type: 'write cells', sheet: 'GET', area: cell(FIRST, 4), expected: null } as const;
    await live.workbook.apply([[{ edit: { ...write, cells: [[text('SO1')]] }, undo: { ...write, cells: [[text('S01')]] } }]]);
    await host.eventsDelivered();
    await new Promise((next) => setTimeout(next, 20));
    const repaired = await live.recheck([], signal, nothing);
    expect(codesAt(repaired, 'GET', 'E3')).toEqual([]);
    expect(codesAt(repaired, 'GET', 'E4')).toEqual(['mistyped-outcome']);
    expect(await live.recheck(heard, signal, nothing)).toBe(repaired);
  });
});

describe('what is read', () => {
  const start = async (book: BookGrid): Promise<{ book: EditedBook; live: LiveReading; before: PlanReading }> => {
    const edited = new EditedBook(book);
    const live = liveOver(edited.port());
    const before = await live.readPlan(signal, nothing);
    return { book: edited, live, before };
  };

  it('a block pasted over rows reads its cells, and makes no other row anew', async () => {
    const { book, live, before } = await start({ name: '', sheets: [plan('GET', 40)] });
    const area = { top: 5, bottom: 7, left: 2, right: 3 };
    const row = [textCell('June 2027'), textCell('60 trees planted')];
    const after = await live.recheck([book.paste(0, area, [row, row, row])], signal, nothing);
    expect([book.reads, book.cellsRead]).toEqual([{ whole: 1, cells: 1 }, 6]);
    expect(made(before.actions, after.actions)).toBe(3);
    expect(after.actions[3]?.timescale.end).toBe('2027-06');
  });

  it('an edit that changes nothing gives the very same reading', async () => {
    const { book, live, before } = await start({ name: '', sheets: [plan('GET', 3)] });
    const same = book.paste(0, cell(FIRST, 4), [[textCell('S01')]]);
    expect(await live.recheck([same, same, same], signal, nothing)).toBe(before);
    expect(book.cellsRead).toBe(1);
  });

  it('a framework without indicators has those of the logframe on a sheet, and keeps up with it', async () => {
    const logframe = [['Outcome 1: Everyone moves'], ['No.', 'Indicator'], ['A.1', 'Adults who walk'], ['A.2', 'Pupils who cycle']];
    const sheet = gridOf(
      'Logframe',
      logframe.map((row) => row.map((words) => textCell(words))),
    );
    const edited = new EditedBook({ name: '', sheets: [plan('GET', 3), sheet] });
    const live = liveOver(edited.port(), { ...kent2025(), indicators: [] });
    const textsIn = ({ mapping }: PlanReading): string[] => mapping.framework.indicators.map(({ text: words }) => words);
    const before = await live.readPlan(signal, nothing);
    expect(textsIn(before)).toEqual(['Adults who walk', 'Pupils who cycle']);
    const other = await live.recheck([edited.paste(0, cell(FIRST, 2), [[textCell('June 2027')]])], signal, nothing);
    expect(other.mapping.framework).toBe(before.mapping.framework);
    expect(made(before.actions, other.actions)).toBe(1);
    const reworded = await live.recheck([edited.paste(1, cell(3, 1), [[textCell('Pupils who walk')]])], signal, nothing);
    expect(textsIn(reworded)).toEqual(['Adults who walk', 'Pupils who walk']);
    expect(edited.reads.whole).toBe(1);
  });

  it('formulas are read along, since no event tells what they show', async () => {
    const grid = plan('GET', 3);
    const rows = new Map(grid.rows).set(3, new Map(grid.rows.get(3)).set(1, { ...textCell('Head of Parks'), formula: '=B3' }));
    const { book, live } = await start({ name: '', sheets: [{ ...grid, rows }] });
    const after = await live.recheck([book.paste(0, cell(FIRST, 1), [[textCell('TBC')]])], signal, nothing);
    expect(book.reads.whole).toBe(1);
    expect([codesAt(after, 'GET', 'B3'), codesAt(after, 'GET', 'B4')]).toEqual([['lead-not-a-person'], ['lead-not-a-person']]);
  });

  it.each<[string, (book: EditedBook) => BookChange]>([
    ['rows move', (book) => book.insertRow(0, 3)],
    ['a sheet is renamed', (book) => book.rename(0, 'Growth')],
    ['cells are merged', (book) => book.merge(0, { top: 3, bottom: 5, left: 1, right: 1 })],
    ['a column is typed beside an Excel table', (book) => book.paste(0, cell(1, 5), [[textCell('Cost')]])],
    ['a sheet is edited that was not there', (book) => ({ ...book.paste(0, cell(3, 3), [[null]]), sheetId: 'new' })],
  ])('the whole workbook, when %s', async (_what, edit) => {
    const table = { area: { top: 1, bottom: 6, left: 0, right: 4 } };
    const { book, live } = await start({ name: '', sheets: [plan('GET', 5, [table])] });
    const after = await live.recheck([edit(book)], signal, nothing);
    expect(book.reads.whole).toBe(2);
    expect(after).toEqual(await liveOver(book.port()).readPlan(signal, nothing));
  });

  it('what could not be read is read by the next', async () => {
    const book = new EditedBook({ name: '', sheets: [plan('GET', 3)] });
    const port = book.port();
    let silent = true;
    const live = liveOver({ ...port, readCells: (places) => (silent ? Promise.reject(new Error('No answer.')) : port.readCells(places)) });
    await live.readPlan(signal, nothing);
    await expect(live.recheck([book.paste(0, cell(FIRST, 4), [[textCell('SO9')]])], signal, nothing)).rejects.toThrow('No answer.');
    silent = false;
    expect(codesAt(await live.recheck([], signal, nothing), 'GET', 'E3')).toEqual(['unknown-outcome']);
    expect(book.reads.whole).toBe(1);
  });

  it('a reading that a newer one overtakes gives what the newer gives', async () => {
    const { book, live } = await start({ name: '', sheets: [plan('GET', 3)] });
    const older = live.recheck([book.paste(0, cell(FIRST, 4), [[textCell('SO9')]])], signal, nothing);
    const newer = live.recheck([book.paste(0, cell(FIRST + 1, 4), [[textCell('SO8')]])], signal, nothing);
    expect(await older).toBe(await newer);
    expect(codesAt(await newer, 'GET', 'E3')).toEqual(['unknown-outcome']);
  });
});
