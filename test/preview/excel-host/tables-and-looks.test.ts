import { gridOf } from '../../../src/domain/grid';
import { codeOf, loaded, rowsOf } from './loaded-host';

test('a table is added, named, styled, resized and found by name and by id', async () => {
  const { Excel, host } = loaded();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('GET');
    const table = sheet.tables.add('A1:C2', true);
    table.name = 'AllPriorities';
    table.style = 'TableStyleLight9';
    table.showBandedRows = false;
    await context.sync();
    table.resize(sheet.getRange('A1:D3'));
    await context.sync();
    const header = table.getHeaderRowRange().load('values');
    const body = table.getDataBodyRange().load('address');
    const [columns, rows] = [table.columns.getCount(), table.rows.getCount()];
    const found = context.workbook.tables.getItem('allpriorities').load('id,name,style,showHeaders,showTotals,showBandedRows');
    const none = sheet.tables.getItemOrNullObject('None').load('name');
    const all = context.workbook.tables.load('items/name,items/worksheet/name');
    await context.sync();
    expect([header.values, body.address, columns.value, rows.value]).toEqual([[['Action', 'Lead', 'Cost', 'Column4']], 'GET!A2:D3', 4, 2]);
    expect([found.name, found.style, found.showHeaders, found.showTotals, found.showBandedRows]).toEqual([
      'AllPriorities',
      'TableStyleLight9',
      true,
      false,
      false,
    ]);
    expect([none.isNullObject, all.items.map(({ name, worksheet }) => [name, worksheet.name])]).toEqual([true, [['AllPriorities', 'GET']]]);
    const plain = table.convertToRange().load('values');
    await context.sync();
    expect(plain.values).toHaveLength(3);
  });
  expect(host.snapshot().sheets[0]).toMatchObject({ tables: [], cells: { A2: { value: 'Plant trees' } } });
});

const tableCases: readonly [string, (sheet: Excel.Worksheet) => void, string][] = [
  ['over another table', (sheet) => sheet.tables.add('C3:D5', true), 'InvalidOperation'],
  ['beside another table', (sheet) => sheet.tables.add('E1:F3', true), 'done'],
  [
    'over a merge',
    (sheet) => {
      sheet.getRange('E1:F1').merge();
      sheet.tables.add('E1:F3', true);
    },
    'InvalidOperation',
  ],
  ['named as another', (sheet) => (sheet.tables.add('E1:F3', true).name = 'FIRST'), 'ItemAlreadyExists'],
  ['named as itself in another case', (sheet) => (sheet.tables.getItem('First').name = 'FIRST'), 'done'],
  ['named with a space', (sheet) => (sheet.tables.getItem('First').name = 'All priorities'), 'InvalidArgument'],
  ['named like a cell', (sheet) => (sheet.tables.getItem('First').name = 'SO1'), 'InvalidArgument'],
  ['named like a row and column', (sheet) => (sheet.tables.getItem('First').name = 'R1C1'), 'InvalidArgument'],
  ['named from a digit on', (sheet) => (sheet.tables.getItem('First').name = '1st'), 'InvalidArgument'],
  ['resized from another row', (sheet) => sheet.tables.getItem('First').resize('A2:C5'), 'InvalidArgument'],
  [
    'resized over another table',
    (sheet) => {
      sheet.tables.add('A7:B9', true);
      sheet.tables.getItem('First').resize('A1:C8');
    },
    'InvalidOperation',
  ],
  ['resized to its header only', (sheet) => sheet.tables.getItem('First').resize('A1:C1'), 'InvalidArgument'],
  ['a merge inside it', (sheet) => sheet.getRange('A2:B2').merge(), 'InvalidOperation'],
  ['one that is not there', (sheet) => sheet.tables.getItem('None').load('name'), 'ItemNotFound'],
];

test.each(tableCases)('a table %s', async (_, act, code) => {
  const { Excel } = loaded();
  const run = Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('GET');
    sheet.tables.add('A1:C3', true).name = 'First';
    await context.sync();
    act(sheet);
    await context.sync();
  });
  expect(await codeOf(run)).toBe(code);
});

test('headings of a table are texts, never empty, never twice', async () => {
  const { Excel, host } = loaded({ name: '', sheets: [gridOf('A', rowsOf(['Ref', 'ref', null, 5], [1, 2, 3, 4]))] });
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('A').tables.add('A1:D1', true);
    await context.sync();
  });
  const sheet = host.snapshot().sheets[0];
  expect(['A1', 'B1', 'C1', 'D1'].map((at) => sheet?.cells[at]?.value)).toEqual(['Ref', 'ref2', 'Column3', '5']);
  // A lone header takes the row below it.
  expect(sheet?.tables[0]?.area).toBe('A1:D2');
});

const dropDowns: readonly [string, Excel.DataValidationRule, string][] = [
  ['a short list', { list: { inCellDropDown: true, source: 'On track,At risk' } }, 'done'],
  ['255 characters', { list: { inCellDropDown: true, source: 'x'.repeat(255) } }, 'done'],
  ['256 characters', { list: { inCellDropDown: true, source: 'x'.repeat(256) } }, 'InvalidArgument'],
  ['a long list by reference', { list: { inCellDropDown: true, source: `='${'x'.repeat(31)}'!$A$1:$A$900` } }, 'done'],
  ['nothing', { list: { inCellDropDown: true, source: '' } }, 'InvalidArgument'],
  ['two kinds at once', { list: { inCellDropDown: true, source: 'a' }, custom: { formula: '=TRUE' } }, 'InvalidArgument'],
];

test.each(dropDowns)('a drop-down of %s', async (_, rule, code) => {
  const { Excel } = loaded();
  const run = Excel.run(async (context) => {
    context.workbook.worksheets.getItem('GET').getRange('D:D').dataValidation.rule = rule;
    await context.sync();
  });
  expect(await codeOf(run)).toBe(code);
});

test('drop-downs: from a range, with a prompt, read back, mixed, cleared in part', async () => {
  const { Excel, host } = loaded();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('GET');
    const cells = sheet.getRange('D2:D9');
    cells.dataValidation.rule = { list: { inCellDropDown: true, source: sheet.getRange('B2:B3') } };
    cells.dataValidation.prompt = { showPrompt: true, title: 'Lead', message: 'Choose one' };
    cells.dataValidation.load('type,rule,prompt');
    const mixed = sheet.getRange('C2:D9').dataValidation.load('type,rule');
    const none = sheet.getRange('A1').dataValidation.load('type');
    await context.sync();
    expect(cells.dataValidation.toJSON()).toMatchObject({
      type: 'List',
      rule: { list: { source: '=GET!B2:B3', inCellDropDown: true } },
      prompt: { showPrompt: true, title: 'Lead', message: 'Choose one' },
    });
    expect([mixed.type, none.type]).toEqual(['MixedCriteria', 'None']);
    sheet.getRange('D4:D5').dataValidation.clear();
    await context.sync();
  });
  expect(host.snapshot().sheets[0]?.validations.map(({ area }) => area)).toEqual(['D2:D3', 'D6:D9']);
});

test('looks are kept by area, null where they differ', async () => {
  const { Excel, host } = loaded();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('GET');
    const head = sheet.getRange('A1:C1');
    head.format.font.bold = true;
    head.format.font.color = 'white';
    head.format.fill.color = '#005a9e';
    head.format.horizontalAlignment = 'Center';
    head.format.verticalAlignment = 'Top';
    head.format.wrapText = true;
    head.format.borders.getItem('EdgeBottom').style = 'Continuous';
    head.format.rowHeight = 30;
    sheet.getRange('B:B').format.columnWidth = 120;
    const one = sheet.getRange('B1').format.load('font/bold,font/color,fill/color,horizontalAlignment,wrapText,columnWidth,rowHeight');
    const mixed = sheet.getRange('A1:A2').format.load('font/bold,fill/color');
    await context.sync();
    expect(one.toJSON()).toMatchObject({
      font: { bold: true, color: '#FFFFFF' },
      fill: { color: '#005A9E' },
      horizontalAlignment: 'Center',
      wrapText: true,
      columnWidth: 120,
      rowHeight: 30,
    });
    expect([mixed.font.bold, mixed.fill.color]).toEqual([null, null]);
  });
  expect(host.snapshot().sheets[0]?.looks).toContain('A1:C1 borders.EdgeBottom.style=Continuous');
});

test.each([
  ['a colour', (range: Excel.Range) => (range.format.fill.color = 'reddish')],
  ['a width', (range: Excel.Range) => (range.format.columnWidth = -1)],
  ['a font size', (range: Excel.Range) => (range.format.font.size = 500)],
])('Excel refuses %s out of its bounds', async (_, act) => {
  const { Excel } = loaded();
  const run = Excel.run(async (context) => {
    act(context.workbook.worksheets.getItem('GET').getRange('A1'));
    await context.sync();
  });
  expect(await codeOf(run)).toBe('InvalidArgument');
});

test('rules that colour by words: cell value, text, formula; counted and cleared', async () => {
  const { Excel, host } = loaded();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('GET');
    const cells = sheet.getRange('D:D');
    const is = cells.conditionalFormats.add('CellValue');
    is.cellValue.rule = { formula1: '="Delayed"', operator: 'EqualTo' };
    is.cellValue.format.font.color = '#9c0006';
    is.cellValue.format.fill.color = '#ffc7ce';
    const has = cells.conditionalFormats.add('ContainsText');
    has.textComparison.rule = { text: 'risk', operator: 'Contains' };
    has.textComparison.format.font.bold = true;
    const when = sheet.getRange('E1:E9').conditionalFormats.add('Custom');
    when.custom.rule.formula = '=$D1="x"';
    const counts = [cells.conditionalFormats.getCount(), sheet.getRange().conditionalFormats.getCount()];
    await context.sync();
    expect(counts.map(({ value }) => value)).toEqual([2, 3]);
  });
  expect(host.snapshot().sheets[0]?.conditionalFormats).toEqual([
    { area: 'E1:E9', type: 'Custom', rule: { formula: '=$D1="x"' }, looks: {} },
    { area: 'D:D', type: 'ContainsText', rule: { text: 'risk', operator: 'Contains' }, looks: { 'font.bold': true } },
    {
      area: 'D:D',
      type: 'CellValue',
      rule: { formula1: '="Delayed"', operator: 'EqualTo' },
      looks: { 'fill.color': '#FFC7CE', 'font.color': '#9C0006' },
    },
  ]);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('GET').getRange('D1').conditionalFormats.clearAll();
    await context.sync();
  });
  expect(host.snapshot().sheets[0]?.conditionalFormats).toHaveLength(1);
});

test('a chart: series by column, title, axis, place; its name is its own', async () => {
  const { Excel, host } = loaded({
    name: '',
    sheets: [gridOf('Charts', rowsOf(['Directorate', 'On track', 'Delayed'], ['GET', 5, 1], ['ASC', 7, 2], ['CYPE', 3, 0]))],
  });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Charts');
    const chart = sheet.charts.add('BarStacked', sheet.getRange('A1:C4'), 'Columns');
    chart.name = 'By directorate';
    chart.title.text = 'Progress by directorate';
    chart.axes.valueAxis.title.text = 'Actions';
    chart.legend.position = 'Bottom';
    chart.setPosition('E2', 'L18');
    await context.sync();
    const series = chart.series.load('items/name');
    const found = sheet.charts.getItemOrNullObject('by directorate').load('chartType');
    const none = sheet.charts.getItemOrNullObject('None').load('name');
    await context.sync();
    expect([series.items.map(({ name }) => name), found.chartType, none.isNullObject]).toEqual([
      ['On track', 'Delayed'],
      'BarStacked',
      true,
    ]);
  });
  expect(host.snapshot().sheets[0]?.charts).toEqual([
    {
      name: 'By directorate',
      type: 'BarStacked',
      source: 'Charts!A1:C4',
      seriesBy: 'Columns',
      series: ['On track B2:B4', 'Delayed C2:C4'],
      over: 'E2:L18',
      settings: { 'axes.valueAxis.title.text': 'Actions', 'legend.position': 'Bottom', 'title.text': 'Progress by directorate' },
    },
  ]);
  const run = Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Charts');
    sheet.charts.add('Pie', sheet.getRange('A1:B4')).name = 'By directorate';
    await context.sync();
  });
  expect(await codeOf(run)).toBe('InvalidArgument');
  await Excel.run(async (context) => {
    const charts = context.workbook.worksheets.getItem('Charts').charts.load('items/name');
    await context.sync();
    for (const chart of charts.items) chart.delete();
    await context.sync();
  });
  expect(host.snapshot().sheets[0]?.charts).toEqual([]);
});

test('frozen panes and the page', async () => {
  const { Excel, host } = loaded();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('GET');
    sheet.freezePanes.freezeAt(sheet.getRange('A1:B3'));
    const frozen = sheet.freezePanes.getLocationOrNullObject().load('address');
    const { pageLayout } = sheet;
    pageLayout.orientation = Excel.PageOrientation.landscape;
    pageLayout.paperSize = Excel.PaperType.a3;
    pageLayout.zoom = { horizontalFitToPages: 1 };
    pageLayout.centerHorizontally = true;
    pageLayout.setPrintTitleRows('$1:$3');
    pageLayout.headersFooters.defaultForAllPages.centerFooter = 'Page &P of &N';
    await context.sync();
    expect(frozen.address).toBe('GET!A1:B3');
  });
  expect(host.snapshot().sheets[0]).toMatchObject({
    freeze: { rows: 3, columns: 2 },
    page: {
      centerHorizontally: true,
      'headersFooters.centerFooter': 'Page &P of &N',
      orientation: 'Landscape',
      paperSize: 'A3',
      printTitleRows: '1:3',
      zoom: { horizontalFitToPages: 1 },
    },
  });
  await Excel.run(async (context) => {
    const { freezePanes } = context.workbook.worksheets.getItem('GET');
    freezePanes.freezeRows(2);
    freezePanes.unfreeze();
    const none = freezePanes.getLocationOrNullObject().load('address');
    await context.sync();
    expect(none.isNullObject).toBe(true);
  });
});

test.each([
  ['a scale and a fit', { scale: 90, horizontalFitToPages: 1 }],
  ['a scale of 500', { scale: 500 }],
  ['no pages', { horizontalFitToPages: 0 }],
])('Excel refuses a zoom of %s', async (_, zoom) => {
  const { Excel } = loaded();
  const run = Excel.run(async (context) => {
    context.workbook.worksheets.getItem('GET').pageLayout.zoom = zoom;
    await context.sync();
  });
  expect(await codeOf(run)).toBe('InvalidArgument');
});

test('a link to a file, with its text', async () => {
  const { Excel, host } = loaded();
  await Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem('GET').getRange('D1');
    cell.hyperlink = { address: 'submissions/GET.xlsx', textToDisplay: 'GET.xlsx', screenTip: 'Open' };
    cell.load('hyperlink,values');
    await context.sync();
    expect([cell.hyperlink, cell.values]).toEqual([
      { address: 'submissions/GET.xlsx', documentReference: null, screenTip: 'Open', textToDisplay: 'GET.xlsx' },
      [['GET.xlsx']],
    ]);
  });
  expect(host.snapshot().sheets[0]?.hyperlinks).toEqual(['D1 submissions/GET.xlsx#']);
});
