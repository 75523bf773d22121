import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOfficeWorkbook } from '../../src/adapters/office';
import { FileWorkbook, fileSubmissions } from '../../src/adapters/files';
import { answerRequests, type WorkbookPort } from '../../src/application';
import { kent2025 } from '../../src/domain/framework';
import type { BookGrid } from '../../src/domain/grid';
import { createExcelHost, type ExcelHost } from '../../src/preview/excel-host';
import { loadOfficeInNode } from './excel-host/load-office-in-node';
import { savedChanges } from '../../src/preview/saved-changes';
import { type NamedFile, savedWorkbook } from '../../src/preview/saved-workbook';
import { observeFile } from '../adapters/files/observe-file';
import { everyEdit } from '../contract/every-edit';
import { unzipBytes } from '../contract/unzip';

const SAMPLES = 'assets/samples';
const TODAY = { year: 2025, month: 2, day: 1 };

function fileOf(path: string, name = path.slice(path.lastIndexOf('/') + 1)): NamedFile {
  return { name, bytes: new Uint8Array(readFileSync(join(SAMPLES, path))) };
}

async function hostOf(file: NamedFile): Promise<ExcelHost> {
  return createExcelHost(await fileSubmissions.open(file.name, file.bytes), { today: TODAY });
}

/** How the add-in itself reaches the host. */
function officeOver(host: ExcelHost): WorkbookPort {
  const { Excel: excel, Office: office } = loadOfficeInNode(host, { shared: true });
  return createOfficeWorkbook(excel, {
    isSetSupported: (name, version) => office.context.requirements.isSetSupported(name, version),
    documentUrl: () => '',
  });
}

const read = async ({ name, bytes }: NamedFile): Promise<BookGrid> =>
  (await FileWorkbook.open(name, bytes)).readBook({ includeHidden: true });

/** What the cells of a book hold, sheet by sheet; ids and texts, which differ between hosts, left out. */
function contents(book: BookGrid): unknown {
  return book.sheets.map(({ name, visibility, rows, tables, merges }) => ({
    ...{ name, visibility, tables },
    merges: merges.map((merge) => JSON.stringify(merge)).sort(),
    cells: [...rows].flatMap(([row, cells]) =>
      [...cells]
        .filter(([, { kind }]) => kind !== 'empty')
        .map(([column, { kind, value, format, formula }]) => [row, column, kind, value, format, formula]),
    ),
  }));
}

/** One of the host's cells as the saved file has it: value, format and formula. */
async function savedCell(file: NamedFile, sheet: string, row: number, column: number): Promise<unknown[]> {
  const found = (await read(file)).sheets
    .find((one) => one.name === sheet)
    ?.rows.get(row)
    ?.get(column);
  return [found?.value ?? null, found?.format ?? 'General', found?.formula ?? null];
}

const ALL = [
  ...readdirSync(SAMPLES).filter((name) => name.endsWith('.xlsx')),
  ...readdirSync(join(SAMPLES, 'submissions')).map((name) => `submissions/${name}`),
];

it.each(ALL)('has nothing to change in %s as it was opened', async (path) => {
  const file = fileOf(path);
  expect(savedChanges(await read(file), (await hostOf(file)).workbook)).toEqual([]);
});

it('saves what was collated: the four sheets with values, tables, charts and links, and every sheet of the file as it was', async () => {
  const file = fileOf('kent-priorities.xlsx');
  const host = await hostOf(file);
  const workbook = officeOver(host);
  const services = answerRequests({
    ...{ workbook, submissions: fileSubmissions, framework: kent2025() },
    ...{ now: () => ({ date: TODAY, time: '14:02' }), newRunId: () => 'run 1', pause: () => Promise.resolve() },
  });
  const { signal } = new AbortController();
  const dryRun = await services.planCollation([], signal, () => undefined);
  await services.writeCollation(dryRun, signal, () => undefined);

  const saved = await savedWorkbook(FileWorkbook, file, host.workbook);
  expect(saved.name).toBe('kent-priorities.xlsx');
  const inHost = await workbook.readBook({ includeHidden: true });
  const inFile = await read(saved);
  expect(inFile.sheets.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Council summary', 'All priorities', 'Logframe coverage', 'Findings', '_plan']),
  );
  expect(contents(inFile)).toEqual(contents(inHost));

  const { sheets } = await observeFile(saved.bytes);
  const summary = sheets.find(({ name }) => name === 'Council summary');
  const priorities = sheets.find(({ name }) => name === 'All priorities');
  const held = host.workbook.sheet('Council summary');
  expect(summary?.charts.map(({ name }) => name)).toEqual(held.charts.map(({ name }) => name));
  expect(summary?.charts.length).toBeGreaterThan(0);
  expect(priorities?.tables.map(({ name, headings }) => [name, headings.length])).toEqual([
    ['AllPriorities', host.workbook.findTable('AllPriorities')?.sheet.tables.map(({ area }) => area.right - area.left + 1)[0]],
  ]);
  expect(Object.values(priorities?.cells ?? {}).filter(({ formula }) => formula !== null)).toEqual([]);

  const [before, after] = [unzipBytes(file.bytes), unzipBytes(saved.bytes)];
  const sheetsBefore = [...before.keys()].filter((path) => /worksheets\/sheet\d+\.xml$/.test(path));
  expect(sheetsBefore.length).toBeGreaterThan(5);
  for (const path of sheetsBefore) expect(after.get(path)?.equals(before.get(path) ?? Buffer.of())).toBe(true);
});

it('carries every edit and every field of a layout as the file adapter itself would', async () => {
  const file = fileOf('submissions/Communities.xlsx');
  const host = await hostOf(file);
  await officeOver(host).apply(everyEdit());
  const saved = await observeFile((await savedWorkbook(FileWorkbook, file, host.workbook)).bytes);

  const direct = await FileWorkbook.open(file.name, file.bytes);
  await direct.apply(everyEdit());
  const expected = await observeFile(await direct.toBytes());
  // Excel's API writes a link to a file as its words, and a rule written later stands above those before it.
  for (const sheet of expected.sheets) for (const cell of Object.values(sheet.cells)) Object.assign(cell, { link: null });
  for (const sheet of expected.sheets) Object.assign(sheet, { rules: [...sheet.rules].reverse() });
  expect(saved.sheets.map(({ name }) => name)).toEqual(expected.sheets.map(({ name }) => name));
  for (const [index, sheet] of expected.sheets.entries()) expect(saved.sheets[index]).toEqual(sheet);
});

describe('what was typed', () => {
  const file = fileOf('submissions/GET.xlsx');
  const CASES: readonly (readonly [typed: string, value: unknown, format: string, formula: string | null])[] = [
    ['Head of Transport', 'Head of Transport', 'General', null],
    ['', null, 'General', null],
    ['42', 42, 'General', null],
    ['TRUE', true, 'General', null],
    ['Mar 2026', 46_082, 'mmm-yy', null],
    ['=A1', null, 'General', '=A1'],
    ["'=1+1", '=1+1', '@', null],
    ["'#N/A", '#N/A', '@', null],
    ['#N/A', '#N/A', 'General', null],
  ];
  it.each(CASES)('%p is in the file as the host read it', async (typed, ...expected) => {
    const host = await hostOf(file);
    host.fireEdit('GET', 'J40', 'before');
    host.fireEdit('GET', 'J40', typed);
    host.fireEdit('GET', 'A1', typed);
    const saved = await savedWorkbook(FileWorkbook, file, host.workbook);
    expect(await savedCell(saved, 'GET', 39, 9)).toEqual(expected);
    expect((await savedCell(saved, 'GET', 0, 0))[0]).toEqual(expected[0]);
  });

  it('writes that cell alone', async () => {
    const host = await hostOf(file);
    host.fireEdit('GET', 'J40', 'new');
    const changes = savedChanges(await read(file), host.workbook);
    expect(changes.map(({ edit }) => (edit.type === 'write cells' ? edit.area : edit.type))).toEqual([
      { top: 39, bottom: 39, left: 9, right: 9 },
    ]);
  });
});

describe('sheets', () => {
  const file = fileOf('kent-priorities.xlsx');
  const names = async (saved: NamedFile): Promise<string[]> => (await read(saved)).sheets.map(({ name }) => name);

  it('adds a sheet of the user’s own, with what is on it', async () => {
    const host = await hostOf(file);
    host.workbook.addSheet('Mine', 'user');
    host.fireEdit('Mine', 'B2', 'note');
    const saved = await savedWorkbook(FileWorkbook, file, host.workbook);
    expect((await names(saved)).at(-1)).toBe('Mine');
    expect(await savedCell(saved, 'Mine', 1, 1)).toEqual(['note', 'General', null]);
  });

  it('keeps a renamed sheet’s cells under its new name', async () => {
    const host = await hostOf(file);
    const { cells } = host.workbook.sheet('CYPE');
    host.workbook.renameSheet(host.workbook.sheet('CYPE'), 'Children', 'user');
    const saved = await savedWorkbook(FileWorkbook, file, host.workbook);
    expect(await names(saved)).not.toContain('CYPE');
    expect(await savedCell(saved, 'Children', 4, 0)).toEqual([cells.at(4, 0).value, cells.formatAt(4, 0), null]);
  });

  it('leaves out a removed sheet, its tables’ names free again', async () => {
    const host = await hostOf(file);
    host.workbook.removeSheet(host.workbook.sheet('CYPE'), 'user');
    const saved = await savedWorkbook(FileWorkbook, file, host.workbook);
    expect(await names(saved)).toEqual(host.workbook.sheets.map(({ name }) => name));
  });

  it('saves a workbook whose only sheet was renamed', async () => {
    const one = fileOf('submissions/Communities.xlsx');
    const host = await hostOf(one);
    host.workbook.renameSheet(host.workbook.sheets[0] ?? host.workbook.active, 'Renamed', 'user');
    expect((await names(await savedWorkbook(FileWorkbook, one, host.workbook)))[0]).toBe('Renamed');
  });
});

describe('kinds of file', () => {
  it('makes a new .xlsx of a .csv file', async () => {
    const file = { name: 'plan.csv', bytes: new TextEncoder().encode('Action,Lead\nPlant trees,A. Brown\n') };
    const host = await hostOf(file);
    host.workbook.type(host.workbook.active, 1, 1, 'C. White', 'user');
    const saved = await savedWorkbook(FileWorkbook, file, host.workbook);
    expect(saved.name).toBe('plan.xlsx');
    expect(contents(await read(saved))).toMatchObject([
      {
        cells: [
          [0, 0, 'text', 'Action', 'General', undefined],
          [0, 1, 'text', 'Lead', 'General', undefined],
          [1, 0, 'text', 'Plant trees', 'General', undefined],
          [1, 1, 'text', 'C. White', 'General', undefined],
        ],
      },
    ]);
  });

  it.each([
    ['a.xlsx', 'a.xlsx'],
    ['Macros.XLSM', 'Macros.XLSM'],
    ['no ending', 'no ending.xlsx'],
  ])('%s is saved as %s', async (name, expected) => {
    const file = fileOf('submissions/Communities.xlsx', name);
    const saved = await savedWorkbook(FileWorkbook, file, (await hostOf(file)).workbook);
    expect(saved.name).toBe(expected);
  });
});
