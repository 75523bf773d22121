import { type BookGrid, type Cell, cellAt, gridOf, textCell } from '../../../src/domain/grid';
import { excelApi } from '../../../src/preview/excel-host/requirement-sets';
import { benchOf, smallBook } from './office-bench';

const ALL = { includeHidden: true };

describe('reading the workbook', () => {
  it('gives back what is there, whichever kind', async () => {
    const { host, workbook } = benchOf(smallBook());
    const book = await workbook.readBook(ALL);
    const expected = smallBook();
    expect(book.name).toBe('GET.xlsx');
    expect(book.sheets.map(({ id, ...sheet }) => ({ ...sheet, hasId: id !== '' }))).toEqual(
      // The library that the tests load knows no notes.
      expected.sheets.map(({ id, ...sheet }) => ({ ...sheet, hasId: id !== '', notesUnknown: true })),
    );
    expect(host.reports).toEqual([]);
  });

  it('leaves hidden sheets out unless asked, but never the very hidden _plan', async () => {
    const { workbook } = benchOf(smallBook());
    const { sheets } = await workbook.readBook({ includeHidden: false });
    expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['GET', 'visible'],
      ['_plan', 'very hidden'],
    ]);
  });

  it('takes three requests for many sheets and leaves no object behind', async () => {
    const sheets = Array.from({ length: 60 }, (_, at) => gridOf(`S${String(at)}`, [[textCell('a'), textCell('b')], [textCell('c')]]));
    const { host, workbook } = benchOf({ name: '', sheets });
    const book = await workbook.readBook(ALL);
    expect(book.sheets).toHaveLength(60);
    expect(host.requests).toHaveLength(3);
    expect(host.keptObjects).toBe(0);
  });

  it('reads an empty workbook', async () => {
    const { host, workbook } = benchOf({ name: '', sheets: [gridOf('Sheet1', [])] });
    expect((await workbook.readBook(ALL)).sheets[0]?.rows.size).toBe(0);
    expect(host.requests.length).toBeLessThanOrEqual(3);
  });

  it('tells how far it is', async () => {
    const { workbook } = benchOf(smallBook());
    const seen: number[] = [];
    await workbook.readBook({ includeHidden: true, onProgress: (done) => seen.push(done) });
    expect(seen[0]).toBe(0);
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it('stops between round trips when asked', async () => {
    const { host, workbook } = benchOf(smallBook());
    const stop = new AbortController();
    const reading = workbook.readBook({ includeHidden: true, signal: stop.signal, onProgress: () => stop.abort() });
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
    expect(host.requests.length).toBe(1);
  });

  it('sends nothing when it was called off before', async () => {
    const { host, workbook } = benchOf(smallBook());
    await expect(workbook.readBook({ includeHidden: true, signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    expect(host.requests).toEqual([]);
  });
});

/** A sheet of `rows` rows by 5 columns, `length` characters a cell. */
function bulk(rows: number, length: number): BookGrid {
  const cells = Array.from({ length: rows }, (_, row) => Array.from({ length: 5 }, () => textCell(String(row).padEnd(length, 'x'))));
  return { name: '', sheets: [gridOf('Bulk', cells)] };
}

describe('a workbook larger than a response', () => {
  it.each([
    [12_000, 20],
    [4_000, 300],
    [400, 3_000],
  ])('%d rows of %d characters come whole, each response below 5 MB', async (rows, length) => {
    const { host, workbook } = benchOf(bulk(rows, length));
    const book = await workbook.readBook(ALL);
    expect(book.sheets[0]?.rows.size).toBe(rows);
    expect(cellAt(book.sheets[0] ?? gridOf('', []), { row: rows - 1, column: 4 }).value).toBe(String(rows - 1).padEnd(length, 'x'));
    const answered = host.requests.filter(({ error }) => error === null);
    const bytes = answered.reduce((sum, { answerBytes }) => sum + answerBytes, 0);
    expect(Math.max(...answered.map(({ answerBytes }) => answerBytes))).toBeLessThan(5 * 1024 * 1024);
    expect(answered.length).toBeLessThanOrEqual(3 + Math.ceil(bytes / 5_000_000));
  });

  it('asks for less when a response is refused', async () => {
    const { host, workbook } = benchOf(bulk(40, 30_000));
    expect((await workbook.readBook(ALL)).sheets[0]?.rows.size).toBe(40);
    expect(host.requests.filter(({ error }) => error === 'ResponsePayloadSizeLimitExceeded').length).toBeGreaterThan(0);
  });
});

/** Cells far apart, by place. */
function scattered(places: readonly (readonly [number, number])[]): BookGrid {
  const rows = new Map<number, ReadonlyMap<number, Cell>>();
  for (const [row, column] of places)
    rows.set(row, new Map([...(rows.get(row) ?? []), [column, textCell(`${String(row)},${String(column)}`)]]));
  return { name: '', sheets: [{ ...gridOf('Far', []), rows }] };
}

describe('cells far apart', () => {
  it.each([
    [
      'two corners',
      [
        [0, 0],
        [1_048_575, 16_383],
      ],
    ],
    [
      'a stray cell at the end of a table',
      [
        [0, 0],
        [1, 1],
        [2, 2],
        [1_048_575, 2],
      ],
    ],
    [
      'a stray cell far right',
      [
        [0, 0],
        [5, 16_383],
      ],
    ],
    [
      'a diagonal',
      [
        [0, 0],
        [500_000, 8_000],
        [1_000_000, 16_000],
      ],
    ],
  ] as const)('%s: read in bounded pieces', async (_, places) => {
    const { host, workbook } = benchOf(scattered(places), { limits: { readCells: 250_000 } });
    const [sheet] = (await workbook.readBook(ALL)).sheets;
    for (const [row, column] of places)
      expect(cellAt(sheet ?? gridOf('', []), { row, column }).value).toBe(`${String(row)},${String(column)}`);
    expect(host.requests.length).toBeLessThan(20);
  });
});

describe('an older Excel', () => {
  it('below 1.13 reads without merged areas', async () => {
    const { workbook } = benchOf(smallBook(), { requirements: excelApi(12) });
    const [sheet] = (await workbook.readBook(ALL)).sheets;
    expect(sheet?.merges).toEqual([]);
    expect(sheet?.rows.size).toBe(4);
  });
});

describe('what goes wrong', () => {
  it('a fault of Excel is told in our words', async () => {
    const { host, workbook } = benchOf(smallBook());
    host.faults.failFrom(1);
    await expect(workbook.readBook(ALL)).rejects.toMatchObject({
      code: 'unexpected',
      message: expect.stringMatching(/^We could not read the workbook/) as unknown,
    });
  });

  it('waits while a cell is being edited', async () => {
    const { host, workbook } = benchOf(smallBook());
    host.cellEditing = true;
    const reading = workbook.readBook(ALL);
    await Promise.resolve();
    host.cellEditing = false;
    expect((await reading).sheets).toHaveLength(3);
  });

  it('gives a silent Excel up', async () => {
    const { host, workbook, runOutOfTime } = benchOf(smallBook());
    host.faults.hang(1);
    const reading = workbook.readBook(ALL);
    const failed = expect(reading).rejects.toMatchObject({ code: 'host silent' });
    await new Promise((next) => setTimeout(next, 20));
    runOutOfTime();
    await failed;
  });

  it('asks for merged areas in halves when there are too many at once', async () => {
    const merges = Array.from({ length: 700 }, (_, at) => ({ top: at, bottom: at, left: 0, right: 1 }));
    const rows = merges.map(() => [textCell('a'), null, textCell('b')]);
    const { workbook } = benchOf({ name: '', sheets: [gridOf('Merged', rows, { merges })] });
    const [sheet] = (await workbook.readBook(ALL)).sheets;
    expect(sheet?.merges).toHaveLength(700);
    expect(sheet?.rows.size).toBe(700);
  });
});

describe('reading cells again', () => {
  it('gives sheets that hold only them', async () => {
    const { host, workbook } = benchOf(smallBook());
    const [get] = (await workbook.readBook(ALL)).sheets;
    const before = host.requests.length;
    const place = { sheetId: get?.id ?? '', area: { top: 2, left: 0, bottom: 2, right: 1 } };
    const { sheets } = await workbook.readCells([place, { sheetId: '{gone}', area: place.area }]);
    expect(sheets.map(({ name }) => name)).toEqual(['GET']);
    expect([...(sheets[0]?.rows.keys() ?? [])]).toEqual([2]);
    expect([...(sheets[0]?.rows.get(2)?.values() ?? [])].map(({ value }) => value)).toEqual(['Plant trees', 46082]);
    expect(host.requests.length - before).toBe(2);
  });

  it('cuts a whole column to the cells in use', async () => {
    const { workbook } = benchOf(smallBook());
    const [get] = (await workbook.readBook(ALL)).sheets;
    const { sheets } = await workbook.readCells([{ sheetId: get?.id ?? '', area: { top: 0, left: 1, bottom: 1_048_575, right: 1 } }]);
    expect([...(sheets[0]?.rows.keys() ?? [])]).toEqual([1, 2, 3]);
  });
});
