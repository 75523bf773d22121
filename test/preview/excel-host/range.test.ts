import { gridOf } from '../../../src/domain/grid';
import { numberCell } from '../../domain/grid/number-cell';
import { codeOf, loaded, rowsOf, smallBook } from './loaded-host';

test('a sheet is read in one request: values, formulas, text, formats and kinds', async () => {
  const rows = [
    [
      ...(rowsOf(['Action'])[0] ?? []),
      numberCell(46_082, 'Mar-26', 'mmm-yy'),
      { kind: 'error', value: '#N/A', text: '#N/A', format: 'General' } as const,
      { kind: 'number', value: 3, text: '3', format: '0', formula: '=1+2' } as const,
      { kind: 'boolean', value: true, text: 'TRUE', format: 'General' } as const,
      null,
    ],
  ];
  const { Excel, host } = loaded({ name: '', sheets: [gridOf('GET', rows)] });
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('get').getRange('A1:F1');
    range.load('values,formulas,text,numberFormat,valueTypes,address,rowCount,columnCount,cellCount');
    await context.sync();
    expect(range.values).toEqual([['Action', 46_082, '#N/A', 3, true, '']]);
    expect(range.formulas).toEqual([['Action', 46_082, '#N/A', '=1+2', true, '']]);
    expect(range.text).toEqual([['Action', 'Mar-26', '#N/A', '3', 'TRUE', '']]);
    expect(range.numberFormat).toEqual([['General', 'mmm-yy', 'General', '0', 'General', 'General']]);
    expect(range.valueTypes).toEqual([['String', 'Double', 'Error', 'Double', 'Boolean', 'Empty']]);
    expect([range.address, range.rowCount, range.columnCount, range.cellCount]).toEqual(['GET!A1:F1', 1, 6, 6]);
  });
  // One sync, and the library's own release of what it kept.
  expect(host.requests.map(({ error, names }) => [error, names.includes('_RemoveReference')])).toEqual([
    [null, false],
    [null, true],
  ]);
  expect(host.keptObjects).toBe(0);
});

test('a property that was not loaded is refused by the genuine library', async () => {
  const { Excel, OfficeExtension } = loaded();
  const run = Excel.run(async (context) => {
    const names = context.workbook.worksheets.getItem('GET').getRange('A1').load('address');
    await context.sync();
    return names.toJSON().address === 'GET!A1' ? Reflect.get(names, 'values') : null;
  });
  await expect(run).rejects.toBeInstanceOf(OfficeExtension.Error);
  expect(await codeOf(run)).toBe('PropertyNotLoaded');
});

const writes: readonly [string, unknown, string, unknown][] = [
  ['A1:B1', [['x', 1]], 'A1:C1', [['x', 1, 'Cost']]],
  ['A1:C1', [[null, '', null]], 'A1:C1', [['Action', '', 'Cost']]],
  ['A2:A3', 'same', 'A1:A3', [['Action'], ['same'], ['same']]],
  ['A2:A3', [['=1+1'], ["'=1+1"]], 'A2:A3', [[''], ['=1+1']]],
  ['B2', [['Mar 2026']], 'B2', [[46_082]]],
  ['B2', [['=HYPERLINK("#\'GET\'!A1","Go ""now""")']], 'B2', [['Go "now"']]],
  ['B2', [[true]], 'B2', [[true]]],
];

test.each(writes)('writing %s %j leaves %s as %j', async (address, values, seen, expected) => {
  const { Excel } = loaded();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('GET');
    sheet.getRange(address).values = values as string[][];
    const range = sheet.getRange(seen).load('values');
    await context.sync();
    expect(range.values).toEqual(expected);
  });
});

const refused: readonly [string, string, unknown, string][] = [
  ['another shape', 'A1:B2', [['x', 'y']], 'InvalidArgument'],
  ['one row for two', 'A1:B2', [['x'], ['y']], 'InvalidArgument'],
  ['null for all', 'A1', null, 'InvalidArgument'],
  ['whole columns', 'A:B', 'x', 'InvalidArgument'],
  ['an object in a cell', 'A1', [[{ a: 1 }]], 'InvalidArgument'],
  ['prose that begins with a sign', 'A1', [['- plant trees']], 'InvalidArgument'],
  ['no address', 'A0', [['x']], 'InvalidArgument'],
  ['a lone column', 'C', [['x']], 'InvalidArgument'],
  ['past the last column', 'XFE1', [['x']], 'InvalidArgument'],
  ['another sheet', 'Notes!A1', [['x']], 'InvalidArgument'],
];

test.each(refused)('Excel refuses %s', async (_, address, values, code) => {
  const { Excel, host } = loaded();
  const before = host.snapshot();
  const run = Excel.run(async (context) => {
    context.workbook.worksheets.getItem('GET').getRange(address).values = values as string[][];
    await context.sync();
  });
  expect(await codeOf(run)).toBe(code);
  expect(host.snapshot()).toEqual(before);
});

test('a cell formatted as text keeps what is written, and a General cell takes the format of what it read', async () => {
  const { Excel, host } = loaded();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Notes');
    sheet.getRange('A1:A4').numberFormat = [['@'], ['@'], ['dd/mm/yyyy'], ['General']];
    sheet.getRange('A1:A4').values = [['=1+1'], [7], [46_082], ['1-2']];
    await context.sync();
  });
  expect(host.snapshot().sheets[1]?.cells).toEqual({
    A1: { value: '=1+1', text: '=1+1', format: '@' },
    A2: { value: '7', text: '7', format: '@' },
    A3: { value: 46_082, text: '01/03/2026', format: 'dd/mm/yyyy' },
    A4: { value: 47_880, text: '1-Feb', format: 'd-mmm' },
  });
});

test('a format of a whole column holds for cells written later, reads null, and may be refused as documented', async () => {
  const { Excel } = loaded();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Notes');
    const column = sheet.getRange('C:C');
    column.numberFormat = [['@']];
    sheet.getRange('C900').values = [['Mar 2026']];
    const cell = sheet.getRange('C900').load('values,numberFormat');
    column.load('values,numberFormat,address,isEntireColumn');
    await context.sync();
    expect([cell.values, cell.numberFormat]).toEqual([[['Mar 2026']], [['@']]]);
    expect([column.values, column.numberFormat, column.address, column.isEntireColumn]).toEqual([null, null, 'Notes!C:C', true]);
  });
  const strict = loaded(smallBook(), { limits: { columnFormats: false } });
  const run = strict.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Notes').getRange('C:C').numberFormat = [['@']];
    await context.sync();
  });
  expect(await codeOf(run)).toBe('InvalidArgument');
});

test('a range of too many cells reads null', async () => {
  const { Excel } = loaded(smallBook(), { limits: { readCells: 8 } });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('GET');
    const whole = sheet.getUsedRange(true).load('values,text,address');
    const part = sheet.getRange('A1:B3').load('values');
    await context.sync();
    expect([whole.values, whole.text, whole.address]).toEqual([null, null, 'GET!A1:C3']);
    expect(part.values).toHaveLength(3);
  });
});

test('used ranges: values only, formats too, of an empty sheet, of a range', async () => {
  const { Excel } = loaded();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('GET');
    sheet.getRange('E9').numberFormat = [['0.0']];
    sheet.getRange('H:H').format.fill.color = 'yellow';
    const empty = context.workbook.worksheets.getItem('Notes');
    const found = [
      sheet.getUsedRange(true),
      sheet.getUsedRange(),
      sheet.getRange('B2:Z99').getUsedRange(true),
      empty.getUsedRange(),
      sheet.getUsedRangeOrNullObject(true),
    ].map((range) => range.load('address'));
    const none = [empty.getUsedRangeOrNullObject(true), sheet.getRange('Z1:Z9').getUsedRangeOrNullObject(true)].map((range) =>
      range.load('address'),
    );
    await context.sync();
    expect(found.map((range) => range.address)).toEqual(['GET!A1:C3', 'GET!A1:E9', 'GET!B2:C3', 'Notes!A1', 'GET!A1:C3']);
    expect(none.map((range) => range.isNullObject)).toEqual([true, true]);
  });
});

test('ranges from ranges', async () => {
  const { Excel } = loaded();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('GET');
    const base = sheet.getRange('B2:C3');
    const ranges = [
      sheet.getRangeByIndexes(4, 0, 2, 3),
      sheet.getCell(0, 2),
      base.getCell(0, 1),
      base.getOffsetRange(1, -1),
      base.getResizedRange(2, 0),
      base.getEntireColumn(),
      base.getEntireRow(),
      base.getLastRow(),
      base.getIntersectionOrNullObject('C3:D9'),
      sheet.getRange(),
    ].map((range) => range.load('address'));
    await context.sync();
    expect(ranges.map((range) => range.address.slice('GET!'.length))).toEqual([
      'A5:C6',
      'C1',
      'C2',
      'A3:B4',
      'B2:C5',
      'B:C',
      '2:3',
      'B3:C3',
      'C3',
      'A:XFD',
    ]);
  });
});

test('clearing: contents, formats, everything', async () => {
  const { Excel, host } = loaded();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('GET');
    sheet.getRange('A1:C3').numberFormat = [
      ['0', '0', '0'],
      ['0', '0', '0'],
      ['0', '0', '0'],
    ];
    sheet.getRange('A1:C3').format.font.bold = true;
    sheet.getRange('A1').clear('Contents');
    sheet.getRange('B1').clear('Formats');
    sheet.getRange('C1').clear();
    await context.sync();
  });
  const sheet = host.snapshot().sheets[0];
  expect([sheet?.cells.A1, sheet?.cells.B1, sheet?.cells.C1]).toEqual([
    { value: null, text: '', format: '0' },
    { value: 'Lead', text: 'Lead', format: 'General' },
    undefined,
  ]);
  expect(sheet?.looks).toEqual(['A1 font.bold=true', 'A2:C3 font.bold=true']);
});

test('a formula that this host cannot work out is empty and reported, and shows its value again when put back', async () => {
  const cell = { kind: 'number', value: 5, text: '5', format: 'General', formula: '=SUM(A1:A2)' } as const;
  const { Excel, host } = loaded({ name: '', sheets: [gridOf('GET', [[cell]])] });
  const before = host.snapshot();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('GET').getRange('A1');
    range.values = [['gone']];
    await context.sync();
    range.formulas = [['=SUM(A1:A2)']];
    await context.sync();
    expect(host.snapshot()).toEqual(before);
    expect(host.reports).toEqual([]);
    range.formulas = [['=SUM(B1:B2)']];
    range.load('values');
    await context.sync();
    expect(range.values).toEqual([['']]);
  });
  expect(host.reports).toEqual(['The formula =SUM(B1:B2) on GET cannot be calculated by this host.']);
});

test.each([
  ['of the range’s shape', 1000, 'done'],
  ['of another', 999, 'InvalidArgument'],
])('an array of more than 1,500 cells, which the library writes in pieces, %s', async (_, rows, code) => {
  const { Excel, host } = loaded();
  const run = Excel.run(async (context) => {
    const values = Array.from({ length: rows }, (__, row) => [`a${row}`, row]);
    context.workbook.worksheets.getItem('Notes').getRange('A1:B1000').values = values;
    await context.sync();
  });
  expect(await codeOf(run)).toBe(code);
  const cells = host.snapshot().sheets[1]?.cells ?? {};
  expect([Object.keys(cells).length, cells.B1000?.value]).toEqual(code === 'done' ? [2000, 999] : [0, undefined]);
});
