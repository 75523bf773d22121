import { readFileSync } from 'node:fs';
import { FileWorkbook, fileSubmissions } from '../../../src/adapters/files';
import { answerRequests, frameworkOf, type Mapping, type PlanReading, type PlanRequests, STANDINGS } from '../../../src/application';
import { openSuggestions } from '../../../src/application/map/row-with-choice';
import { kent2025 } from '../../../src/domain/framework';
import { a1, cellAt, parseA1, type SheetGrid } from '../../../src/domain/grid';
import { frameworkChanges } from '../../../src/domain/state';
import { CellCollector, text, writeChanges } from '../../../src/domain/workbook';
import madeUp from '../../data/made-up-council.json';

const KENT = kent2025();
const TODAY = { year: 2026, month: 5, day: 1 };
const SAMPLE = 'assets/samples/kent-priorities.xlsx';
const signal = new AbortController().signal;
const quiet = (): void => undefined;

interface Opened {
  readonly book: FileWorkbook;
  readonly requests: PlanRequests;
}

async function opened(bytes: Uint8Array = new Uint8Array(readFileSync(SAMPLE))): Promise<Opened> {
  const book = await FileWorkbook.open('plan.xlsx', bytes);
  let runs = 0;
  const requests = answerRequests({
    workbook: book,
    submissions: fileSubmissions,
    framework: KENT,
    now: () => ({ date: { year: 2025, month: 2, day: 1 }, time: '10:00' }),
    newRunId: () => `run ${String((runs += 1))}`,
    pause: () => Promise.resolve(),
  });
  return { book, requests };
}

async function mapped({ requests }: Opened, reading?: PlanReading): Promise<{ reading: PlanReading; mapping: Mapping }> {
  const read = reading ?? (await requests.readPlan(signal, quiet));
  return { reading: read, mapping: await requests.mapPlan(read, signal, quiet) };
}

const rowOf = (mapping: Mapping, words: string) => {
  const row = mapping.rows.find(({ action }) => action.commitment.includes(words));
  if (row === undefined) throw new Error(`No row says ${words}`);
  return row;
};

async function collate({ requests }: Opened): Promise<void> {
  await requests.writeCollation(await requests.planCollation([], signal, quiet), signal, quiet);
}

async function sheetNamed(book: FileWorkbook, name: string): Promise<SheetGrid> {
  const sheet = (await book.readBook({ includeHidden: true })).sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`No sheet ${name}`);
  return sheet;
}

async function write(book: FileWorkbook, sheet: string, address: string, words: string): Promise<void> {
  const cells = new CellCollector();
  const { row, column } = parseA1(address) ?? { row: 0, column: 0 };
  cells.put(row, column, text(words));
  await book.apply([writeChanges(sheet, await sheetNamed(book, sheet), cells.cells)]);
}

/** The address of a row's cell under a heading on a collated sheet. */
async function addressUnder(book: FileWorkbook, sheet: string, key: string, heading: string): Promise<string> {
  const grid = await sheetNamed(book, sheet);
  const area = grid.tables[0]?.area;
  if (area === undefined) throw new Error(`No table on ${sheet}`);
  const across = Array.from({ length: area.right - area.left + 1 }, (_, index) => area.left + index);
  const column = across.find((one) => cellAt(grid, { row: area.top, column: one }).text === heading) ?? -1;
  for (let row = area.top + 1; row <= area.bottom; row += 1)
    if (cellAt(grid, { row, column: area.left }).text === key) return a1({ row, column });
  throw new Error(`No row ${key}`);
}

async function cellUnder(book: FileWorkbook, sheet: string, key: string, heading: string): Promise<string> {
  const place = parseA1(await addressUnder(book, sheet, key, heading));
  return place === null ? '' : cellAt(await sheetNamed(book, sheet), place).text;
}

describe('mapping the council’s tables', () => {
  test('every action stands in one place, and the counts add up', async () => {
    const { mapping } = await mapped(await opened());
    const counts = STANDINGS.map((standing) => mapping.rows.filter((row) => row.standing === standing).length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(93);
    expect(counts[0]).toBe(0);
    expect(mapping.coverage.undecided).toHaveLength(counts[1] ?? 0);
    expect(new Set(mapping.rows.map(({ key }) => key)).size).toBe(93);
    expect(mapping.rows.filter(({ standing, suggestions }) => (standing === 'to decide') !== suggestions.length > 0)).toEqual([]);
    expect(mapping.measures).toHaveLength(30);
  });

  test('stops when it is told to', async () => {
    const book = await opened();
    const reading = await book.requests.readPlan(signal, quiet);
    const fresh = { ...reading, actions: reading.actions.map((action) => ({ ...action })) };
    await expect(book.requests.mapPlan(fresh, AbortSignal.abort(), quiet)).rejects.toThrow();
  });
});

describe('a decision', () => {
  test('is kept in the workbook before any collation, changes no table, and clears', async () => {
    const book = await opened();
    const before = await sheetNamed(book.book, 'Adult Social Care');
    const { reading, mapping } = await mapped(book);
    const { action } = rowOf(mapping, 'Falls Prevention');
    const after = await book.requests.decide(reading, [{ action, confirmed: ['3.7'], rejected: ['3.6'], servesNone: false }], signal);
    const row = rowOf((await mapped(book, after)).mapping, 'Falls Prevention');
    expect([row.standing, row.confirmed, row.rejected]).toEqual(['confirmed', ['3.7'], ['3.6']]);
    const again = await opened(await book.book.toBytes());
    const kept = rowOf((await mapped(again)).mapping, 'Falls Prevention');
    expect([kept.standing, kept.confirmed, kept.rejected]).toEqual(['confirmed', ['3.7'], ['3.6']]);
    expect(openSuggestions(kept).filter(({ id }) => ['3.6', '3.7'].includes(id))).toEqual([]);
    expect((await sheetNamed(again.book, 'Adult Social Care')).rows).toEqual(before.rows);
    const cleared = await book.requests.decide(after, [{ action, confirmed: [], rejected: [], servesNone: false }], signal);
    expect(rowOf((await mapped(book, cleared)).mapping, 'Falls Prevention').standing).toBe('to decide');
  });

  test('follows a row that is reworded and moved, then gets its Ref, and stands in the plan as a code', async () => {
    const book = await opened();
    const { reading, mapping } = await mapped(book);
    const falls = rowOf(mapping, 'Falls Prevention');
    const other = mapping.rows.find(({ standing, action }) => standing === 'to decide' && action.directorate === 'GET');
    if (other === undefined) throw new Error('No row of GET to decide');
    await book.requests.decide(
      reading,
      [
        { action: falls.action, confirmed: ['3.7'], rejected: [], servesNone: false },
        { action: other.action, confirmed: [], rejected: [], servesNone: true },
      ],
      signal,
    );
    const cell = falls.action.source.cells.commitment ?? '';
    await write(book.book, falls.action.source.sheet, cell, `${falls.action.commitment}, starting this autumn`);
    await collate(book);
    const { mapping: collated } = await mapped(book);
    const row = rowOf(collated, 'starting this autumn');
    expect([row.ref?.startsWith('ASC-'), row.confirmed]).toEqual([true, ['3.7']]);
    const ref = row.ref ?? '';
    expect(await cellUnder(book.book, 'All priorities', ref, 'Indicators')).toBe('3.7');
    expect(await cellUnder(book.book, 'Logframe coverage', '3.7', 'Served')).toBe('served');
    const none = rowOf(collated, other.action.commitment);
    expect([none.standing, await cellUnder(book.book, 'All priorities', none.ref ?? '', 'Suggested indicators')]).toEqual([
      'serves none',
      '',
    ]);
    const nothing = await book.requests.planCollation([], signal, quiet);
    expect(nothing.nothingToDo).toBe(true);
  });

  test('can be made on the plan’s own rows when the tables came as files', async () => {
    const empty = await opened(await newWorkbook());
    const name = 'GET.xlsx';
    const bytes = new Uint8Array(readFileSync(`assets/samples/submissions/${name}`));
    const dryRun = await empty.requests.planCollation([{ name, bytes: () => Promise.resolve(bytes) }], signal, quiet);
    await empty.requests.writeCollation(dryRun, signal, quiet);
    const { reading, mapping } = await mapped(empty);
    expect([reading.actions.length, mapping.rows.length]).toEqual([0, dryRun.actions]);
    const row = mapping.rows.find(({ standing }) => standing === 'to decide');
    const id = row?.suggestions[0]?.id ?? '';
    if (row === undefined) throw new Error('Nothing to decide');
    await empty.requests.decide(reading, [{ action: row.action, confirmed: [id], rejected: [], servesNone: false }], signal);
    await empty.requests.writeCollation(
      await empty.requests.planCollation([{ name, bytes: () => Promise.resolve(bytes) }], signal, quiet),
      signal,
      quiet,
    );
    expect(await cellUnder(empty.book, 'All priorities', row.key, 'Indicators')).toBe(id);
  });
});

async function newWorkbook(): Promise<Uint8Array> {
  const book = await FileWorkbook.create();
  await book.apply([[{ edit: { type: 'add sheet', sheet: 'Sheet1', visibility: 'visible', tabColour: null }, undo: null }]]);
  return book.toBytes();
}

describe('the indicator column beside the actions', () => {
  const confirmed = async (book: Opened, words: string, ids: readonly string[]): Promise<{ reading: PlanReading; mapping: Mapping }> => {
    const { reading, mapping } = await mapped(book);
    const { action } = rowOf(mapping, words);
    return mapped(book, await book.requests.decide(reading, [{ action, confirmed: ids, rejected: [], servesNone: false }], signal));
  };

  test('is made at the end of the table, read as written next time, and taken back whole', async () => {
    const book = await opened();
    const before = await sheetNamed(book.book, 'Adult Social Care');
    const { reading, mapping } = await confirmed(book, 'Falls Prevention', ['3.7', '3.6']);
    const plan = await book.requests.planIndicatorColumn(reading, mapping);
    expect([plan.cells, plan.left]).toEqual([1, []]);
    expect(plan.tables).toMatchObject([{ sheet: 'Adult Social Care', isNew: true, cells: 1 }]);
    const written = await book.requests.writeIndicatorColumn(plan, signal);
    const { action } = rowOf((await mapped(book)).mapping, 'Falls Prevention');
    expect(action.writtenIndicators).toEqual(['3.6', '3.7']);
    const again = await mapped(book);
    expect((await book.requests.planIndicatorColumn(again.reading, again.mapping)).cells).toBe(0);
    await book.requests.takeBackIndicatorColumn(written);
    expect((await sheetNamed(book.book, 'Adult Social Care')).rows).toEqual(before.rows);
  });

  test('leaves what is in the way, words that are more than ids among it, and says so', async () => {
    const book = await opened();
    const { action } = rowOf((await mapped(book)).mapping, 'Falls Prevention');
    const row = String(action.source.row + 1);
    await write(book.book, 'Adult Social Care', `F${row}`, 'see the carers’ plan');
    const { reading, mapping } = await confirmed(book, 'Falls Prevention', ['3.7']);
    const plan = await book.requests.planIndicatorColumn(reading, mapping);
    expect([plan.cells, plan.changes]).toEqual([0, []]);
    expect(plan.left).toMatchObject([{ sheet: 'Adult Social Care', reason: expect.stringContaining('something in the column') as string }]);
  });
});

describe('an indicator typed into All priorities', () => {
  test('is a decision: the coverage and the next run go by it', async () => {
    const book = await opened();
    await collate(book);
    const ref = rowOf((await mapped(book)).mapping, 'Falls Prevention').key;
    const address = await addressUnder(book.book, 'All priorities', ref, 'Indicators');
    await write(book.book, 'All priorities', address, '3.7');
    await collate(book);
    expect(await cellUnder(book.book, 'All priorities', ref, 'Indicators')).toBe('3.7');
    expect(await cellUnder(book.book, 'Logframe coverage', '3.7', 'Written or confirmed by')).toBe(ref);
    expect(rowOf((await mapped(book)).mapping, 'Falls Prevention').confirmed).toEqual(['3.7']);
    expect((await book.requests.planCollation([], signal, quiet)).nothingToDo).toBe(true);
    await write(book.book, 'All priorities', address, '');
    await collate(book);
    const { confirmed, rejected } = rowOf((await mapped(book)).mapping, 'Falls Prevention');
    expect([confirmed, rejected, await cellUnder(book.book, 'Logframe coverage', '3.7', 'Actions')]).toEqual([[], ['3.7'], '0']);
  });
});

describe('an indicator typed in other words', () => {
  const TYPED: readonly (readonly [string, readonly string[]])[] = [
    ['SO3.7', ['3.7']],
    ['see 3.7', ['3.7']],
    ['3.7?', ['3.7']],
    ['OVI3.7', ['3.7']],
    ['3.6 and 3.7 (part)', ['3.6', '3.7']],
    ['3.7 trees a street', []],
  ];

  test('counts in All priorities as it does in a directorate’s own column', async () => {
    const book = await opened();
    await collate(book);
    const keys = (await mapped(book)).mapping.rows.slice(0, TYPED.length).map(({ key }) => key);
    for (const [index, [text]] of TYPED.entries()) {
      await write(book.book, 'All priorities', await addressUnder(book.book, 'All priorities', keys[index] ?? '', 'Indicators'), text);
    }
    await collate(book);
    const { mapping } = await mapped(book);
    const confirmed = keys.map((key) => mapping.rows.find((row) => row.key === key)?.confirmed);
    expect(confirmed).toEqual(TYPED.map(([, ids]) => ids));
  });
});

describe('another council', () => {
  test('its framework is kept with the workbook, a bad file is told what is wrong, and the shipped one comes back', async () => {
    const book = await opened(await newWorkbook());
    const bad = await book.requests.chooseFramework('{"name": "Mereshire"}');
    expect(bad?.ok === false && bad.problems.length > 0).toBe(true);
    expect((await frameworkOf(book.book, KENT, TODAY)).framework).toBe(KENT);
    await book.requests.chooseFramework(JSON.stringify(madeUp));
    const reopened = await FileWorkbook.open('plan.xlsx', await book.book.toBytes());
    const { framework, isChosen, problems } = await frameworkOf(reopened, KENT, TODAY);
    expect([framework.name, isChosen, problems]).toEqual(['Mereshire moves', true, []]);
    await book.requests.chooseFramework(null);
    expect((await frameworkOf(book.book, KENT, TODAY)).framework).toBe(KENT);
  });

  test.each([
    ['{"name": "Mereshire"}', 'Outcomes is missing.'],
    ['{', 'it is not JSON'],
  ])('a kept framework that cannot be read is told and not used: %s', async (kept, problem) => {
    const { book } = await opened(await newWorkbook());
    await book.apply([frameworkChanges(await book.readBook({ includeHidden: true }), kept)]);
    const { framework, isChosen, problems } = await frameworkOf(book, KENT, TODAY);
    expect([framework === KENT, isChosen, problems[0]]).toEqual([true, false, problem]);
  });

  test('the logframe on the sheet can be taken over', async () => {
    const book = await opened();
    const { reading, mapping } = await mapped(book);
    expect(mapping.logframe).toEqual({ sheet: 'Logframe', added: [], missing: [], reworded: [] });
    const fewer = { ...reading.mapping, framework: { ...KENT, indicators: KENT.indicators.slice(1) } };
    await book.requests.adoptLogframe({ ...reading, mapping: fewer });
    const { framework } = await frameworkOf(book.book, KENT, TODAY);
    expect(framework.indicators.map(({ id }) => id)).toEqual(KENT.indicators.map(({ id }) => id));
    expect(framework.indicators.map(({ concepts }) => concepts !== undefined).indexOf(false)).toBe(0);
  });
});
