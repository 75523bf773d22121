import { Failure, WriteFailedError } from '../../src/application/ports/failure';
import type { WorkbookPort } from '../../src/application/ports/ports';
import { type Cell, type SheetGrid, cellAt, parseA1 } from '../../src/domain/grid';
import type { CellContent, Change, Edit, ExpectedValue, PlanChart } from '../../src/domain/workbook';
import { LAYOUT, REGISTER, area, everyEdit } from './every-edit';
import type { ContractHarness, Observed, OpenedBook, SeedBook } from './harness';
import { CELLS_WRITTEN, FIELDS, sheetsOf } from './layout-fields';

const SEED: SeedBook = {
  sheets: [
    {
      name: 'Priorities',
      cells: {
        A1: { value: 'Priority table' },
        A3: { value: 'Commitment' },
        B3: { value: 'By when' },
        C3: { value: 'Cost' },
        A4: { value: 'Open a hub' },
        B4: { value: 46_082, format: 'mmm-yy' },
        C4: { value: 1234.5, format: '#,##0.00' },
        A5: { value: ' spaced ' },
        B5: { value: 2027 },
        C5: { value: 1236.5, format: '0.0', formula: '=SUM(C4,2)' },
        A6: { value: true },
        E9: { value: '=text', format: '@' },
      },
      merges: ['A1:C1'],
      tables: [{ name: 'Plan', area: 'A3:C5' }],
    },
    { name: 'Old notes', visibility: 'hidden', cells: { A1: { value: 'kept' } } },
    { name: '_plan', visibility: 'very hidden', cells: { A1: { value: 'state' } } },
    { name: 'Locked', isProtected: true, cells: { A1: { value: 'shut' } } },
  ],
};

/** The behaviour that every adapter of `WorkbookPort` shares. */
export function describeWorkbookPort(name: string, harness: ContractHarness): void {
  describe(name, () => {
    describeReading(harness);
    describeWriting(harness);
    describeFields(harness);
    describeFailing(harness);
  });
}

const open = (harness: ContractHarness): Promise<OpenedBook> => harness.open(SEED);

async function sheet(port: WorkbookPort, name: string): Promise<SheetGrid> {
  const book = await port.readBook({ includeHidden: true });
  const found = book.sheets.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no sheet ${name}`);
  return found;
}

function at(grid: SheetGrid, address: string): Cell {
  const place = parseA1(address);
  if (place === null) throw new Error(`${address} is not a cell`);
  return cellAt(grid, place);
}

function describeReading(harness: ContractHarness): void {
  const CELLS: readonly [string, string, unknown, string, string, string | undefined][] = [
    ['A1', 'text', 'Priority table', 'Priority table', 'General', undefined],
    ['B4', 'number', 46_082, 'Mar-26', 'mmm-yy', undefined],
    ['C4', 'number', 1234.5, '1,234.50', '#,##0.00', undefined],
    ['A5', 'text', ' spaced ', ' spaced ', 'General', undefined],
    ['B5', 'number', 2027, '2027', 'General', undefined],
    ['C5', 'number', 1236.5, '1236.5', '0.0', '=SUM(C4,2)'],
    ['A6', 'boolean', true, 'TRUE', 'General', undefined],
    ['E9', 'text', '=text', '=text', '@', undefined],
    ['D4', 'empty', null, '', 'General', undefined],
  ];

  it.each(CELLS)('reads %s: kind, value, text, format, formula', async (address, kind, value, text, format, formula) => {
    const { port } = await open(harness);
    const cell = at(await sheet(port, 'Priorities'), address);
    expect([cell.kind, cell.value, cell.text, cell.format, cell.formula]).toEqual([kind, value, text, format, formula]);
  });

  it('reads merges, tables and protection', async () => {
    const { port } = await open(harness);
    const grid = await sheet(port, 'Priorities');
    expect(grid.merges).toEqual([area('A1:C1')]);
    expect(grid.tables).toEqual([{ name: 'Plan', area: area('A3:C5'), hasHeader: true, hasTotals: false }]);
    expect([grid.isProtected, (await sheet(port, 'Locked')).isProtected]).toEqual([false, true]);
  });

  it.each([
    [true, ['Priorities visible', 'Old notes hidden', '_plan very hidden', 'Locked visible']],
    [false, ['Priorities visible', '_plan very hidden', 'Locked visible']],
  ])('lists sheets in tab order, hidden ones only when asked for (%s)', async (includeHidden, expected) => {
    const { port } = await open(harness);
    const book = await port.readBook({ includeHidden });
    expect(book.sheets.map((one) => `${one.name} ${one.visibility}`)).toEqual(expected);
  });

  it('reads some cells again, and only them', async () => {
    const { port } = await open(harness);
    const { id } = await sheet(port, 'Priorities');
    const book = await port.readCells([{ sheetId: id, area: area('B4:C4') }]);
    expect(book.sheets.map((one) => one.id)).toEqual([id]);
    const filled = book.sheets.flatMap((one) => [...one.rows].flatMap(([row, cells]) => [...cells.keys()].map((column) => [row, column])));
    expect(filled).toEqual([
      [3, 1],
      [3, 2],
    ]);
  });

  it('remembers a preference and knows nothing of another', async () => {
    const { port } = await open(harness);
    await port.remember('width', '320');
    expect([await port.recall('width'), await port.recall('height')]).toEqual(['320', null]);
  });
}

const PRIORITIES = 'Priorities';

function write(
  reference: string,
  cells: readonly (readonly (CellContent | null)[])[],
  expected: readonly (readonly (ExpectedValue | null)[])[] | null,
  undo: readonly (readonly (CellContent | null)[])[],
): Change {
  const where = { sheet: PRIORITIES, area: area(reference) };
  return {
    edit: { type: 'write cells', ...where, cells, expected },
    undo: { type: 'write cells', ...where, cells: undo, expected: null },
  };
}

/** The edits that take changes back, last first, as changes of their own. */
function takenBack(changes: readonly Change[]): Change[] {
  return [...changes].reverse().flatMap(({ undo }) => (undo === null ? [] : [{ edit: undo, undo: null }]));
}

/** Three cells of the seed changed, each with what puts it back: a date, a formula, an empty cell. */
function threeCells(): Change {
  return write(
    'B4:D5',
    [
      [{ kind: 'text', text: 'March 2026' }, null, null],
      [null, { kind: 'number', value: 5, format: '0.00' }, { kind: 'text', text: 'new' }],
    ],
    [
      [{ value: 46_082 }, null, null],
      [null, { value: 1236.5, formula: '=SUM(C4,2)' }, { value: null }],
    ],
    [
      [{ kind: 'restore', value: 46_082, format: 'mmm-yy' }, null, null],
      [null, { kind: 'restore', value: 1236.5, format: '0.0', formula: '=SUM(C4,2)' }, { kind: 'restore', value: null, format: 'General' }],
    ],
  );
}

function describeWriting(harness: ContractHarness): void {
  it('counts what it did', async () => {
    const { port } = await open(harness);
    const receipt = await port.apply(everyEdit());
    expect([receipt.edits, receipt.cells]).toEqual([everyEdit().flat().length, CELLS_WRITTEN]);
    expect(await port.apply([])).toMatchObject({ edits: 0, cells: 0 });
  });

  it('leaves every sheet, cell and table it was not asked to change', async () => {
    const { port, observe } = await open(harness);
    const before = await observe();
    await port.apply(everyEdit());
    const after = await observe();
    const names = before.sheets.map((one) => one.name);
    expect(after.sheets.filter((one) => names.includes(one.name))).toEqual(before.sheets);
  });

  it('writes around cells, and keeps what a null stands for', async () => {
    const { port } = await open(harness);
    await port.apply([[threeCells()]]);
    const grid = await sheet(port, PRIORITIES);
    expect(['B4', 'C4', 'D4', 'B5', 'C5', 'D5'].map((address) => at(grid, address).value)).toEqual([
      'March 2026',
      1234.5,
      null,
      2027,
      5,
      'new',
    ]);
    expect(at(grid, 'C5').formula).toBeUndefined();
  });

  it('clears a cell', async () => {
    const { port } = await open(harness);
    const receipt = await port.apply([[write('A5', [[{ kind: 'empty' }]], [[{ value: ' spaced ' }]], [[null]])]]);
    expect([at(await sheet(port, PRIORITIES), 'A5').kind, receipt.cells]).toEqual(['empty', 1]);
  });

  it('is taken back by its inverses, which can be repeated', async () => {
    const { port, observe } = await open(harness);
    const before = await observe();
    const changes = [threeCells(), ...everyEdit().flat()];
    await port.apply([changes]);
    await port.apply([takenBack(changes)]);
    expect(await observe()).toEqual(before);
    await port.apply([takenBack(changes)]);
    expect(await observe()).toEqual(before);
  });

  it('can be repeated without harm', async () => {
    const { port, observe } = await open(harness);
    const changes = everyEdit().map((stage) => stage.map(withoutExpected));
    await port.apply(changes);
    const once = await observe();
    await port.apply(changes.map((stage) => stage.filter(({ edit }) => edit.type !== 'add table')));
    expect(await observe()).toEqual(once);
  });

  it('makes lists of given values refuse other text, or take it, and leaves all others', async () => {
    const { port, observe } = await open(harness);
    await port.apply(everyEdit());
    const before = sheetsOf(await observe())(REGISTER).dropDowns;
    const status = { area: area('D2:D900'), values: ['On track', 'At "some" risk'] };
    const others = [
      { area: area('D4:D50'), values: ['On track'] },
      { area: area('A4:A50'), values: status.values },
      { area: area('F1:F9'), values: status.values },
    ];
    const set = (lists: readonly (typeof status)[], refuse: boolean): Edit => ({ type: 'set drop-downs', sheet: REGISTER, lists, refuse });
    await port.apply([[{ edit: set(others, true), undo: set(others, false) }]]);
    expect(sheetsOf(await observe())(REGISTER).dropDowns).toEqual(before);
    await port.apply([[{ edit: set([status, ...others], true), undo: set([status, ...others], false) }]]);
    const refusing = sheetsOf(await observe())(REGISTER).dropDowns;
    expect(refusing.map(({ values, refusesOthers }) => [values, refusesOthers])).toEqual(
      expect.arrayContaining([
        [status.values, true],
        [null, false],
      ]),
    );
    await port.apply([[{ edit: set([status], false), undo: set([status], true) }]]);
    expect(sheetsOf(await observe())(REGISTER).dropDowns.every(({ refusesOthers }) => !refusesOthers)).toBe(true);
  });

  it('moves the edge of a print area that is as it was left, and leaves one that the user set', async () => {
    const { port, observe } = await open(harness);
    await port.apply(everyEdit());
    const area = async (): Promise<string> => sheetsOf(await observe())(REGISTER).print.area;
    const set = (from: number, to: number): Edit => ({ type: 'set printed columns', sheet: REGISTER, from, to });
    await port.apply([[{ edit: set(27, 4), undo: set(4, 27) }]]);
    expect(await area()).toBe('A:E');
    await port.apply([[{ edit: set(27, 9), undo: set(9, 27) }]]);
    expect(await area()).toBe('A:E');
    await port.apply([[{ edit: set(4, 27), undo: set(27, 4) }]]);
    expect(await area()).toBe('A:AB');
  });

  it('adds a chart to a sheet that is there, once, and takes it off', async () => {
    const { port, observe } = await open(harness);
    await port.apply(everyEdit());
    const names = async (): Promise<string[]> => sheetsOf(await observe())(REGISTER).charts.map(({ name }) => name);
    const before = await names();
    const chart = { ...LAYOUT.charts[0], name: 'later', over: area('L60:Q70') } as PlanChart;
    const add: Edit = { type: 'add chart', sheet: REGISTER, chart };
    const remove: Edit = { type: 'remove chart', sheet: REGISTER, chart: 'later' };
    for (let times = 0; times < 2; times += 1) await port.apply([[{ edit: add, undo: remove }]]);
    expect(await names()).toEqual([...before, 'later']);
    for (let times = 0; times < 2; times += 1) await port.apply([[{ edit: remove, undo: null }]]);
    expect(await names()).toEqual(before);
  });

  it('keeps a chart when the cells of its sheet are written later', async () => {
    const { port, observe } = await open(harness);
    await port.apply(everyEdit());
    const where = { sheet: REGISTER, area: area('E4') };
    const edit: Edit = { type: 'write cells', ...where, cells: [[{ kind: 'number', value: 9, format: '0' }]], expected: [[{ value: 3 }]] };
    await port.apply([[{ edit, undo: { type: 'write cells', ...where, cells: [[null]], expected: null } }]]);
    const register = sheetsOf(await observe())(REGISTER);
    expect(register.charts.map((chart) => chart.name)).toEqual(LAYOUT.charts.map((chart) => chart.name));
    expect(register.cells.E4?.value).toBe(9);
  });

  it('sees a cell that an earlier stage of the same run wrote', async () => {
    const { port } = await open(harness);
    const first = write('E1', [[{ kind: 'text', text: 'open' }]], [[{ value: null }]], [[{ kind: 'empty' }]]);
    const second = write('E1', [[{ kind: 'text', text: 'closed' }]], [[{ value: 'open' }]], [[{ kind: 'text', text: 'open' }]]);
    await port.apply([[first], [second]]);
    expect(at(await sheet(port, PRIORITIES), 'E1').value).toBe('closed');
  });
}

function withoutExpected(change: Change): Change {
  return change.edit.type === 'write cells' ? { ...change, edit: { ...change.edit, expected: null } } : change;
}

/** The port with one thing forgotten, as a careless adapter would be. */
async function applied(harness: ContractHarness, forget: (edit: Edit) => Edit): Promise<Observed> {
  const { port, observe } = await open(harness);
  await port.apply(everyEdit().map((stage) => stage.map((change) => ({ ...change, edit: forget(change.edit) }))));
  return observe();
}

function describeFields(harness: ContractHarness): void {
  const fields = FIELDS.filter((field) => harness.fileLinks || field.onlyWithFileLinks !== true);

  describe('every field arrives in the workbook', () => {
    let observed: Observed = { sheets: [] };
    beforeAll(async () => {
      observed = await applied(harness, (edit) => edit);
    });
    it.each(fields)('$field', ({ see, expected }) => {
      expect(see(sheetsOf(observed))).toEqual(expected);
    });
  });

  describe('a field that is forgotten is noticed', () => {
    it.each(fields)('$field', async ({ see, expected, forget }) => {
      expect(see(sheetsOf(await applied(harness, forget)))).not.toEqual(expected);
    });
  });
}

async function failureOf(run: Promise<unknown>): Promise<Failure> {
  const error: unknown = await run.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Failure)) throw new Error('It did not fail in our own words', { cause: error });
  return error;
}

function describeFailing(harness: ContractHarness): void {
  const free = (): Change => write('E1', [[{ kind: 'text', text: 'x' }]], null, [[{ kind: 'empty' }]]);

  it('stops before the first edit when a cell is not as expected, and names it', async () => {
    const { port, observe } = await open(harness);
    const before = await observe();
    const stale = write('B5', [[{ kind: 'text', text: 'x' }]], [[{ value: 2026 }]], [[null]]);
    const failure = await failureOf(port.apply([[free()], [free(), stale]]));
    expect(failure.code).toBe('cell changed');
    expect(failure.message).toMatch(/B5.*Priorities|Priorities.*B5/);
    expect(await observe()).toEqual(before);
  });

  it('stops when a formula that was expected has gone, though the figure is the same', async () => {
    const { port } = await open(harness);
    const stale = write('C5', [[{ kind: 'empty' }]], [[{ value: 1236.5, formula: '=C4+2' }]], [[null]]);
    expect((await failureOf(port.apply([[stale]]))).code).toBe('cell changed');
  });

  it('takes everything back when a later edit fails', async () => {
    const { port, observe } = await open(harness);
    const before = await observe();
    const table: Edit = {
      type: 'add table',
      sheet: PRIORITIES,
      table: 'Over',
      area: area('B4:E9'),
      style: 'TableStyleLight1',
      banded: true,
    };
    const undo: Edit = { type: 'remove table', sheet: PRIORITIES, table: 'Over' };
    const failure = await failureOf(port.apply([[free(), threeCells()], [{ edit: table, undo }]]));
    expect([failure instanceof WriteFailedError, failure.code]).toEqual([true, 'write undone']);
    expect(await observe()).toEqual(before);
  });

  it('writes nothing when a sheet is not there', async () => {
    const { port, observe } = await open(harness);
    const before = await observe();
    const lost: Edit = { type: 'write cells', sheet: 'Gone', area: area('A1'), cells: [[{ kind: 'text', text: 'x' }]], expected: null };
    const failure = await failureOf(port.apply([[free(), { edit: lost, undo: { ...lost, cells: [[null]] } }]]));
    expect(failure.message).toContain('Gone');
    expect(await observe()).toEqual(before);
  });

  it('does not write to a protected sheet', async () => {
    const { port, observe } = await open(harness);
    const before = await observe();
    const edit: Edit = { type: 'write cells', sheet: 'Locked', area: area('A1'), cells: [[{ kind: 'empty' }]], expected: null };
    const failure = await failureOf(port.apply([[free(), { edit, undo: { ...edit, cells: [[null]] } }]]));
    expect([failure.code, failure.message.includes('Locked')]).toEqual(['protected sheet', true]);
    expect(await observe()).toEqual(before);
  });

  it('writes nothing when it was cancelled before it began', async () => {
    const { port, observe } = await open(harness);
    const before = await observe();
    const failure = await failureOf(port.apply([[free()]], { signal: AbortSignal.abort() }));
    expect(failure.code).toBe('cancelled');
    expect(await observe()).toEqual(before);
  });
}
