import { gridOf } from '../../../src/domain/grid';
import { codeOf, loaded, rowsOf, smallBook } from './loaded-host';

test('sheets are listed in tab order with id, name, visibility and position', async () => {
  const book = smallBook();
  const { Excel, host } = loaded({
    ...book,
    sheets: [...book.sheets, gridOf('_plan', [], { visibility: 'very hidden', isProtected: true })],
  });
  await Excel.run(async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.load('items/name,items/id,items/visibility,items/position,items/protection/protected,items/tables/count');
    const found = [
      sheets.getItemOrNullObject('get'),
      sheets.getItemOrNullObject(host.workbook.sheet('Notes').id),
      sheets.getItemOrNullObject('None'),
    ];
    for (const sheet of found) sheet.load('name');
    const counts = [sheets.getCount(true)];
    await context.sync();
    expect(sheets.items.map(({ name, visibility, position }) => [name, visibility, position])).toEqual([
      ['GET', 'Visible', 0],
      ['Notes', 'Visible', 1],
      ['_plan', 'VeryHidden', 2],
    ]);
    expect(sheets.items.map(({ protection }) => protection.protected)).toEqual([false, false, true]);
    expect(new Set(sheets.items.map(({ id }) => id)).size).toBe(3);
    expect(found.map((sheet) => (sheet.isNullObject ? null : sheet.name))).toEqual(['GET', 'Notes', null]);
    expect(counts.map(({ value }) => value)).toEqual([2]);
  });
});

test.each([
  ['Plan 2026', 'done'],
  ["Director's plan", 'done'],
  ['x'.repeat(31), 'done'],
  ['', 'InvalidArgument'],
  ['x'.repeat(32), 'InvalidArgument'],
  ['a/b', 'InvalidArgument'],
  ['a\\b', 'InvalidArgument'],
  ['a?', 'InvalidArgument'],
  ['a*', 'InvalidArgument'],
  ['[a]', 'InvalidArgument'],
  ['a:b', 'InvalidArgument'],
  ["'a", 'InvalidArgument'],
  ["a'", 'InvalidArgument'],
  ['History', 'InvalidArgument'],
  ['notes', 'ItemAlreadyExists'],
])('adding and renaming to %j ends %s', async (name, code) => {
  const add = loaded();
  const added = add.Excel.run(async (context) => {
    context.workbook.worksheets.add(name);
    await context.sync();
  });
  expect(await codeOf(added)).toBe(code);
  const rename = loaded();
  const renamed = rename.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('GET').name = name;
    await context.sync();
  });
  expect(await codeOf(renamed)).toBe(code);
  expect(rename.host.snapshot().sheets[0]?.name).toBe(code === 'done' ? name : 'GET');
});

test('a sheet may take its own name in another case, and its id outlives a rename', async () => {
  const { Excel, host } = loaded();
  const { id } = host.workbook.sheet('GET');
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(id).name = 'get';
    const sheet = context.workbook.worksheets.getItem(id).load('name');
    await context.sync();
    expect(sheet.name).toBe('get');
  });
});

test('a sheet made, filled and used again over several syncs', async () => {
  const { Excel, host } = loaded();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('All priorities');
    sheet.tabColor = '#0f6cbd';
    sheet.showGridlines = false;
    await context.sync();
    sheet.getRange('A1').values = [['Ref']];
    sheet.position = 0;
    sheet.load('position,tabColor,showGridlines');
    await context.sync();
    expect([sheet.position, sheet.tabColor, sheet.showGridlines]).toEqual([0, '#0F6CBD', false]);
  });
  expect(host.snapshot().sheets.map(({ name }) => name)).toEqual(['All priorities', 'GET', 'Notes']);
});

const removals: readonly [string, readonly string[], 'Visible' | 'Hidden' | 'VeryHidden', string][] = [
  ['one of two', ['GET'], 'Visible', 'done'],
  ['the last visible one', ['GET', 'Notes'], 'Visible', 'InvalidOperation'],
  ['the only visible one', ['GET'], 'Hidden', 'InvalidOperation'],
  ['one that is not there, by OrNullObject', ['None'], 'Visible', 'done'],
];

test.each(removals)('deleting %s', async (_, names, others, code) => {
  const { Excel } = loaded();
  const run = Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Notes').visibility = others;
    for (const name of names) context.workbook.worksheets.getItemOrNullObject(name).delete();
    await context.sync();
  });
  expect(await codeOf(run)).toBe(code);
});

test('a very hidden sheet must be shown or hidden before it is deleted', async () => {
  const { Excel, host } = loaded();
  const remove = (first: 'VeryHidden' | 'Hidden'): Promise<string> =>
    codeOf(
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Notes');
        sheet.visibility = first;
        sheet.delete();
        await context.sync();
      }),
    );
  expect([await remove('VeryHidden'), await remove('Hidden')]).toEqual(['InvalidOperation', 'done']);
  expect(host.workbook.sheets.map(({ name }) => name)).toEqual(['GET']);
});

test('a range that was kept is refused once its sheet is gone', async () => {
  const { Excel } = loaded();
  const run = Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Notes').getRange('A1');
    await context.sync();
    context.workbook.worksheets.getItem('Notes').delete();
    range.values = [['x']];
    await context.sync();
  });
  expect(await codeOf(run)).toBe('InvalidReference');
});

test('activating and selecting: a hidden sheet cannot come to the front', async () => {
  const { Excel, host } = loaded();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Notes').getRange('B2:C3').select();
    const selected = context.workbook.getSelectedRange().load('address');
    const active = context.workbook.worksheets.getActiveWorksheet().load('name');
    await context.sync();
    expect([selected.address, active.name]).toEqual(['Notes!B2:C3', 'Notes']);
  });
  host.select('GET', 'A2');
  expect(host.workbook.active.name).toBe('GET');
  const run = Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Notes').visibility = 'Hidden';
    context.workbook.worksheets.getItem('Notes').activate();
    await context.sync();
  });
  expect(await codeOf(run)).toBe('InvalidOperation');
});

const protectedWrites: readonly [string, (sheet: Excel.Worksheet) => void, string][] = [
  ['values', (sheet) => (sheet.getRange('A1').values = [['x']]), 'AccessDenied'],
  ['a number format', (sheet) => (sheet.getRange('A1').numberFormat = [['0']]), 'AccessDenied'],
  ['a fill', (sheet) => (sheet.getRange('A1').format.fill.color = 'red'), 'AccessDenied'],
  ['a column’s width', (sheet) => (sheet.getRange('A:A').format.columnWidth = 90), 'AccessDenied'],
  ['a table', (sheet) => sheet.tables.add('A1:C3', true), 'AccessDenied'],
  ['a merge', (sheet) => sheet.getRange('A1:B1').merge(), 'AccessDenied'],
  ['clearing', (sheet) => sheet.getRange('A1').clear(), 'AccessDenied'],
  [
    'a drop-down',
    (sheet) => (sheet.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: 'a,b' } }),
    'AccessDenied',
  ],
  ['a colour rule', (sheet) => sheet.getRange('A1').conditionalFormats.add('CellValue'), 'AccessDenied'],
  ['a chart', (sheet) => sheet.charts.add('ColumnClustered', sheet.getRange('A1:C3')), 'AccessDenied'],
  ['frozen rows', (sheet) => sheet.freezePanes.freezeRows(1), 'AccessDenied'],
  ['reading', (sheet) => sheet.getRange('A1').load('values'), 'done'],
  ['its name', (sheet) => (sheet.name = 'Other'), 'done'],
  [
    'values once unprotected',
    (sheet) => {
      sheet.protection.unprotect();
      sheet.getRange('A1').values = [['x']];
    },
    'done',
  ],
];

test.each(protectedWrites)('on a protected sheet %s', async (_, write, code) => {
  const { Excel } = loaded({ name: '', sheets: [gridOf('Locked', rowsOf(['a', 'b', 'c'], [1, 2, 3], [4, 5, 6]), { isProtected: true })] });
  const run = Excel.run(async (context) => {
    write(context.workbook.worksheets.getItem('Locked'));
    await context.sync();
  });
  expect(await codeOf(run)).toBe(code);
});

test('merges: only the top left cell keeps its content, what is written under one is lost', async () => {
  const { Excel, host } = loaded();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('GET');
    sheet.getRange('A1:B2').merge();
    sheet.getRange('A1:B1').values = [['kept', 'lost']];
    const merged = sheet.getUsedRange().getMergedAreasOrNullObject().load('address,areaCount');
    const areas = sheet.getRange('A1:Z9').getMergedAreasOrNullObject().areas.load('items/address');
    const none = context.workbook.worksheets.getItem('Notes').getRange('A1').getMergedAreasOrNullObject().load('address');
    await context.sync();
    expect([merged.address, merged.areaCount, none.isNullObject]).toEqual(['GET!A1:B2', 1, true]);
    expect(areas.items.map(({ address }) => address)).toEqual(['GET!A1:B2']);
    sheet.getRange('B2').unmerge();
    await context.sync();
  });
  const sheet = host.snapshot().sheets[0];
  expect([sheet?.merges, sheet?.cells.A1?.value, sheet?.cells.B1, sheet?.cells.A2]).toEqual([[], 'kept', undefined, undefined]);
});

test('names, settings, comments and calculation', async () => {
  const { Excel, host } = loaded();
  host.workbook.sheet('GET').comments = [
    { id: 'c1', kind: 'comment', row: 1, column: 0, text: 'Agreed?', author: 'A' },
    { id: 'n1', kind: 'note', row: 2, column: 0, text: 'Old note', author: 'B' },
  ];
  await Excel.run(async (context) => {
    const { workbook } = context;
    workbook.names.add('Costs', workbook.worksheets.getItem('GET').getRange('C2:C3'));
    workbook.settings.add('run', 'r1');
    workbook.application.calculationMode = Excel.CalculationMode.manual;
    workbook.application.suspendApiCalculationUntilNextSync();
    workbook.application.suspendScreenUpdatingUntilNextSync();
    const setting = workbook.settings.getItemOrNullObject('run').load('value');
    const none = workbook.settings.getItemOrNullObject('none').load('value');
    const costs = workbook.names.getItem('costs').getRange().load('values');
    const named = workbook.worksheets.getItem('GET').getRange('Costs').load('address');
    const counts = [workbook.comments.getCount(), workbook.worksheets.getItem('Notes').comments.getCount()];
    workbook.application.load('calculationMode');
    await context.sync();
    expect([setting.value, none.isNullObject, costs.values, named.address]).toEqual(['r1', true, [[100], [200]], 'GET!C2:C3']);
    expect([workbook.application.calculationMode, ...counts.map(({ value }) => value)]).toEqual(['Manual', 1, 0]);
    setting.delete();
    await context.sync();
  });
  expect(host.snapshot().settings).toEqual({});
  expect(host.snapshot().names).toEqual([{ name: 'Costs', formula: '=GET!C2:C3' }]);
  expect(host.snapshot().sheets[0]?.comments).toEqual(['A2 comment Agreed?', 'A3 note Old note']);
});

test('whole rows inserted move what lies below them, comments and tables too', async () => {
  const { Excel, host } = loaded();
  host.workbook.sheet('GET').comments = [{ id: 'c1', kind: 'comment', row: 2, column: 0, text: 'here', author: 'A' }];
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('GET');
    sheet.tables.add('A1:C3', true);
    sheet.getRange('2:3').insert('Down');
    await context.sync();
  });
  let sheet = host.snapshot().sheets[0];
  expect([sheet?.tables[0]?.area, sheet?.cells.A5?.value, sheet?.comments]).toEqual(['A1:C5', 'Repair roads', ['A5 comment here']]);
  host.workbook.shiftRows(host.workbook.sheet('GET'), 1, -3, 'user');
  sheet = host.snapshot().sheets[0];
  expect([sheet?.tables[0]?.area, sheet?.cells.A2?.value, sheet?.comments]).toEqual(['A1:C2', 'Repair roads', ['A2 comment here']]);
});

test('values leave a comment at its cell; cells that are cut take it along, and formulas follow them', async () => {
  const { Excel, host } = loaded();
  host.workbook.sheet('GET').comments = [
    { id: 'c1', kind: 'comment', row: 1, column: 0, text: 'Agreed?', author: 'A' },
    { id: 'n1', kind: 'note', row: 2, column: 0, text: 'Old note', author: 'B' },
  ];
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('GET');
    sheet.getRange('A2:A3').values = [['one'], ['two']];
    sheet.getRange('A2').format.fill.color = '#FFFF00';
    const mine = context.workbook.worksheets.getItem('Notes');
    mine.getRange('A1:A4').formulas = [['=GET!A2'], ['=GET!$A$3'], ['=A2'], ['="A2"']];
    await context.sync();
    expect(host.snapshot().sheets[0]?.comments).toEqual(['A2 comment Agreed?', 'A3 note Old note']);
    sheet.getRange('A2').moveTo('A3');
    sheet.comments.load('items/id,items/content,items/authorName');
    await context.sync();
    const place = sheet.comments.items[0]?.getLocation().load('address');
    mine.load('name');
    const formulas = mine.getRange('A1:A4').load('formulas');
    const moved = sheet.getRange('A2:A3').load('values');
    const fill = sheet.getRange('A3').format.fill.load('color');
    await context.sync();
    expect([place?.address, moved.values, fill.color]).toEqual(['GET!A3', [[''], ['one']], '#FFFF00']);
    expect(formulas.formulas).toEqual([['=GET!A3'], ['=GET!#REF!'], ['=A2'], ['="A2"']]);
  });
  expect(host.snapshot().sheets[0]?.comments).toEqual(['A3 comment Agreed?']);
});
