import ExcelJS from 'exceljs';
import { createOfficeWorkbook } from '../../../src/adapters/office';
import { FileWorkbook } from '../../../src/adapters/files';
import { checkSources, type Failure, readSource, type SourceRead, type WorkbookPort, writeTemplate } from '../../../src/application';
import { type Framework, kent2025 } from '../../../src/domain/framework';
import { type BookGrid, gridOf, textCell } from '../../../src/domain/grid';
import { CellCollector, text, writeChanges } from '../../../src/domain/workbook';
import { createExcelHost, type ExcelHost } from '../../../src/preview/excel-host';
import { requestsOver } from '../requests-over';
import { loadOfficeInNode } from '../../preview/excel-host/load-office-in-node';

const KENT = kent2025();
const DATES = { planDate: { year: 2025, month: 1, day: 30 }, asOf: { year: 2025, month: 2, day: 1 } };
/** Zero-based row of the first action. */
const FIRST = 4;
const TEMPLATE_SHEETS = ['GET', 'How to fill this in', 'Template lists'];

const read = (book: BookGrid): SourceRead => readSource('GET.xlsx', book, { framework: KENT, includeHidden: true });

async function reopened(book: FileWorkbook): Promise<FileWorkbook> {
  return FileWorkbook.open('GET.xlsx', await book.toBytes());
}

async function fill(port: WorkbookPort, sheet: string, rows: readonly (readonly string[])[], first = FIRST): Promise<void> {
  const cells = new CellCollector();
  rows.forEach((row, down) => row.forEach((words, across) => words !== '' && cells.put(first + down, across, text(words))));
  await port.apply([writeChanges(sheet, null, cells.cells)]);
}

function opened(): { host: ExcelHost; port: ReturnType<typeof createOfficeWorkbook> } {
  const host = createExcelHost({ name: 'Plan.xlsx', sheets: [gridOf('Sheet1', [[textCell('mine')]])] }, { today: DATES.asOf });
  return { host, port: createOfficeWorkbook(loadOfficeInNode(host, { shared: true }).Excel) };
}

describe('a sample', () => {
  it('is a table of its own on which the check finds what it is to show', async () => {
    const book = await FileWorkbook.create();
    const { sheet } = await requestsOver(book, DATES.asOf).writeSample(new AbortController().signal, () => undefined);
    const source = read(await (await reopened(book)).readBook({ includeHidden: true }));
    expect([sheet, source.tables.map(({ kind }) => kind), source.actions.length]).toEqual(['Sample', ['priorities'], 5]);
    const codes = checkSources([source], KENT, DATES).map(({ code }) => code);
    expect([...new Set(codes)].sort()).toEqual([
      'cost-contradicted',
      'missing-lead',
      'missing-measure',
      'mistyped-outcome',
      'vague-measure',
    ]);
  });
});

describe('in a file', () => {
  it('comes back as one empty priority table of its directorate', async () => {
    const book = await FileWorkbook.create();
    const { sheet, directorate, receipt } = await writeTemplate(book, KENT, 'Growth, Environment and Transport');
    expect([sheet, directorate]).toEqual(['GET', 'GET']);
    expect(receipt.cells).toBeGreaterThan(30);
    const grid = await (await reopened(book)).readBook({ includeHidden: true });
    expect(grid.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['GET', 'visible'],
      ['How to fill this in', 'visible'],
      ['Template lists', 'hidden'],
    ]);
    const source = read(grid);
    expect(source.tables.map(({ kind, directorate: whose }) => [kind, whose])).toEqual([['priorities', 'GET']]);
    expect([source.actions, source.measures]).toEqual([[], []]);
    expect(checkSources([source], KENT, DATES)).toEqual([]);
  });

  it('filled in gives the actions word for word, rows below the thirtieth and headings across among them', async () => {
    const book = await FileWorkbook.create();
    const { sheet } = await writeTemplate(book, KENT, 'GET');
    const row = (number: number): string[] => [
      `Open cycle route ${String(number)} to the hospital`,
      'Jo Smith',
      'June 26',
      `Route ${String(number)} open by June 2026`,
      'SO2, SO3',
      'no cost',
      'not started',
      `Surveyed, ${String(number)} of 40`,
    ];
    const numbers = Array.from({ length: 40 }, (_, index) => index + 1);
    await fill(book, sheet, [['Active travel'], ...numbers.map(row)]);
    const source = read(await (await reopened(book)).readBook({ includeHidden: true }));
    expect(
      source.actions.map((one) => [
        one.commitment,
        one.ledBy.text,
        one.timescale.text,
        one.measure.text,
        one.outcomes.codes.join(', '),
        one.cost.cost,
        one.status,
        one.progress,
      ]),
    ).toEqual(numbers.map(row));
    expect(new Set(source.actions.map(({ directorate, theme }) => `${String(directorate)}, ${String(theme)}`))).toEqual(
      new Set(['GET, Active travel']),
    );
    expect(source.actions[0]?.timescale.end).toBe('2026-06');
  });

  it('filled in with its own examples has nothing to find', async () => {
    const book = await FileWorkbook.create();
    const { sheet } = await writeTemplate(book, KENT, 'GET');
    const guide = (await book.readBook({ includeHidden: true })).sheets.find(({ name }) => name === 'How to fill this in');
    const examples = [4, 5, 6, 7, 8, 9, 10, 11].map((line) => guide?.rows.get(line)?.get(2)?.text ?? '');
    expect(examples.filter((words) => words === '')).toEqual([]);
    await fill(book, sheet, [examples]);
    const source = read(await book.readBook({ includeHidden: true }));
    expect(source.actions).toHaveLength(1);
    expect(checkSources([source], KENT, DATES)).toEqual([]);
  });

  it('keeps what was in the workbook, and a second one shares the lists and the page with the first', async () => {
    const book = await FileWorkbook.create();
    await writeTemplate(book, KENT, 'GET');
    await fill(book, 'GET', [['Plant trees', 'Jo Smith', 'March 2026', '200 trees', 'SO2']]);
    const again = await writeTemplate(book, KENT, 'GET');
    const other = await writeTemplate(book, KENT, 'CYPE');
    expect([again.sheet, other.sheet]).toEqual(['GET 2', 'CYPE']);
    const grid = await (await reopened(book)).readBook({ includeHidden: true });
    expect(grid.sheets.map(({ name }) => name)).toEqual([...TEMPLATE_SHEETS, 'GET 2', 'CYPE']);
    expect(grid.sheets.flatMap(({ tables }) => tables.map(({ name }) => name))).toEqual([
      'Priorities_GET',
      'Priorities_GET_2',
      'Priorities_CYPE',
    ]);
    const source = read(grid);
    expect(source.tables.map(({ sheet, directorate }) => [sheet, directorate])).toEqual([
      ['GET', 'GET'],
      ['GET 2', 'GET'],
      ['CYPE', 'CYPE'],
    ]);
    expect(source.actions.map(({ commitment }) => commitment)).toEqual(['Plant trees']);
  });

  it('brings lists of its own where those in the workbook are another framework’s', async () => {
    const fewer: Framework = { ...KENT, vocabularies: { ...KENT.vocabularies, statuses: ['on track', 'done'] } };
    const book = await FileWorkbook.create();
    await writeTemplate(book, fewer, 'GET');
    await writeTemplate(book, KENT, 'CYPE');
    const third = new ExcelJS.Workbook();
    await third.xlsx.load((await book.toBytes()) as unknown as ExcelJS.Buffer);
    const statuses = ['GET', 'CYPE'].map((name) => third.getWorksheet(name)?.getCell('G5').dataValidation.formulae[0] as unknown);
    expect(statuses).toEqual([`'Template lists'!$D$2:$D$3`, `'Template lists 2'!$D$2:$D$7`]);
  });

  it('has drop-downs, prompts, a table and a print set-up that another reader sees', async () => {
    const book = await FileWorkbook.create();
    await writeTemplate(book, KENT, 'GET');
    const third = new ExcelJS.Workbook();
    await third.xlsx.load((await book.toBytes()) as unknown as ExcelJS.Buffer);
    const sheet = third.getWorksheet('GET');
    const rule = (address: string): unknown[] => {
      const { type, formulae, promptTitle } = sheet?.getCell(address).dataValidation ?? {};
      return [type, formulae, promptTitle];
    };
    for (const row of [5, 34, 1004]) {
      expect(rule(`E${String(row)}`)).toEqual(['list', [`'Template lists'!$A$2:$A$7`], 'Shared Outcome']);
      expect(rule(`F${String(row)}`)).toEqual(['list', [`'Template lists'!$C$2:$C$6`], 'Low/no cost']);
      expect(rule(`G${String(row)}`)).toEqual(['list', [`'Template lists'!$D$2:$D$7`], 'Status']);
    }
    expect(sheet?.getCell('E4').dataValidation).toBeUndefined();
    expect(sheet?.pageSetup).toMatchObject({
      orientation: 'landscape',
      paperSize: 9,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '4:4',
    });
    expect(sheet?.getCell('C5').numFmt).toBe('@');
    expect(third.getWorksheet('Template lists')?.state).toBe('hidden');
    expect(sheet?.getCell('A5').protection).toBeUndefined();
  });
});

describe('in Excel', () => {
  it('adds its sheets last, leaves the others, and its drop-downs name the hidden one', async () => {
    const { host, port } = opened();
    const before = host.snapshot().sheets;
    const { sheet } = await writeTemplate(port, KENT, 'GET');
    const after = host.snapshot().sheets;
    expect(sheet).toBe('GET');
    expect(after.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['Sheet1', 'visible'],
      ['GET', 'visible'],
      ['How to fill this in', 'visible'],
      ['Template lists', 'hidden'],
    ]);
    expect(after[0]).toEqual(before[0]);
    expect(after[1]?.validations.map(({ area, rule }) => [area, rule.list])).toEqual([
      ['E5:E1004', { inCellDropDown: true, source: `='Template lists'!$A$2:$A$7` }],
      ['F5:F1004', { inCellDropDown: true, source: `='Template lists'!$C$2:$C$6` }],
      ['G5:G1004', { inCellDropDown: true, source: `='Template lists'!$D$2:$D$7` }],
    ]);
    expect(after[1]?.tables.map(({ name, area }) => [name, area])).toEqual([['Priorities_GET', 'A4:H34']]);
    // "Pick one, or type several": a drop-down offers and refuses nothing.
    for (const [address, words] of [
      ['E5', 'SO1, SO2'],
      ['F5', '£40,000 from the Public Health Grant'],
      ['G5', 'On Track'],
    ] as const) {
      host.fireEdit('GET', address, words);
      expect(host.snapshot().sheets[1]?.cells[address]?.text).toBe(words);
    }
    expect(host.reports).toEqual([]);
  });

  it('leaves the workbook as it was when it fails in the middle', async () => {
    const rehearsal = opened();
    const first = rehearsal.host.requests.length;
    await writeTemplate(rehearsal.port, KENT, 'GET');
    const sizes = rehearsal.host.requests.slice(first).map(({ actions }) => actions);
    let failed = 0;
    for (const [request, actions] of sizes.entries()) {
      const { host, port } = opened();
      const before = host.snapshot();
      host.faults.failAt(host.requests.length + request, Math.floor(actions / 2));
      const outcome = await writeTemplate(port, KENT, 'GET').then(
        () => 'written',
        () => 'failed',
      );
      if (outcome === 'written') continue;
      failed += 1;
      expect(host.snapshot()).toEqual(before);
    }
    expect(failed).toBeGreaterThan(0);
  });
});

it.each(['Finance', '', 'GE'])('refuses %p with the names there are, and writes nothing', async (name) => {
  const book = await FileWorkbook.create();
  const failure = await writeTemplate(book, KENT, name).then(
    () => null,
    (error: unknown) => error as Failure,
  );
  expect(failure?.code).toBe('bad option');
  expect(KENT.directorates.filter((one) => failure?.message.includes(one.name) !== true)).toEqual([]);
  expect((await book.readBook({ includeHidden: true })).sheets).toEqual([]);
});
