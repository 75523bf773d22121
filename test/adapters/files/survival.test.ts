import { writeXlsx } from 'hucre';
import { FileWorkbook } from '../../../src/adapters/files';
import { cellAt, parseA1 } from '../../../src/domain/grid';
import type { Change, Edit, PlanCell } from '../../../src/domain/workbook';
import { LAYOUT, area, everyEdit } from '../../contract/every-edit';
import { unzip, unzipBytes } from '../../contract/unzip';
import { observeFile } from './observe-file';
import { plainParts, relationships, workbook, zipped } from './package-builder';

/** What a workbook holds that this program does not know must still be there after it has written. */

const change = (edit: Edit): Change => ({ edit, undo: edit });

function write(sheet: string, reference: string, cells: readonly (readonly (PlanCell | null)[])[]): Change {
  return change({ type: 'write cells', sheet, area: area(reference), cells, expected: null });
}

const text = (words: string): PlanCell => ({ kind: 'text', text: words });

async function changed(bytes: Uint8Array, changes: readonly Change[]): Promise<Uint8Array> {
  const book = await FileWorkbook.open('x.xlsx', bytes);
  await book.apply([changes]);
  return book.toBytes();
}

/** Two sheets with a chart, a comment, a named range, a rule, a picture and properties, made by another writer. */
function rich(): Promise<Uint8Array> {
  return writeXlsx({
    properties: { title: 'Plan', modified: new Date(Date.UTC(2026, 1, 3)) },
    namedRanges: [{ name: 'Totals', range: 'Data!$A$1:$B$3' }],
    sheets: [
      {
        name: 'Data',
        rows: [
          ['Directorate', 'Actions'],
          ['ASC', 11],
          ['GET', 7],
        ],
        cells: new Map([['0,0', { comment: { author: 'Ann', text: 'Check this' }, style: { font: { bold: true } } }]]),
        conditionalRules: [{ type: 'duplicateValues', priority: 1, range: 'A1:A9', style: { font: { bold: true } } }],
        charts: [
          {
            type: 'bar',
            title: 'By directorate',
            anchor: { from: { row: 5, col: 1 } },
            series: [{ name: 'Actions', values: 'Data!$B$2:$B$3' }],
          },
        ],
        images: [{ data: new Uint8Array([137, 80, 78, 71]), type: 'png', anchor: { from: { row: 20, col: 1 } } }],
      },
      { name: 'Other', rows: [['untouched', 1]] },
    ],
  });
}

it('leaves every part byte for byte that was not edited', async () => {
  const before = unzipBytes(await rich());
  const after = unzipBytes(await changed(await rich(), [write('Data', 'B2', [[{ kind: 'number', value: 12, format: '0' }]])]));
  const edited = new Set(['xl/worksheets/sheet1.xml', 'xl/styles.xml', 'xl/sharedStrings.xml', 'xl/workbook.xml']);
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
  const kept = [...before].filter(([path]) => !edited.has(path));
  expect(kept.length).toBeGreaterThan(8);
  for (const [path, bytes] of kept) expect([path, after.get(path)?.equals(bytes)]).toEqual([path, true]);
});

it('keeps chart, comment, picture, rule, name and looks of the sheet that was edited', async () => {
  const bytes = await changed(await rich(), [write('Data', 'A2:B2', [[text('Adult Social Care'), null]])]);
  const observed = (await observeFile(bytes)).sheets[0];
  expect([observed?.charts[0]?.title, observed?.looks.A1?.bold, observed?.cells.A2?.value]).toEqual([
    'By directorate',
    true,
    'Adult Social Care',
  ]);
  const parts = unzip(bytes);
  expect(parts.get('xl/workbook.xml')).toContain('Data!$A$1:$B$3');
  expect(parts.get('xl/worksheets/sheet1.xml')).toMatch(/<conditionalFormatting.*duplicateValues.*<drawing .*<legacyDrawing /s);
  expect(parts.get('xl/comments1.xml')).toContain('Check this');
});

it('lays charts on new sheets of a workbook that has charts', async () => {
  const observed = await observeFile(await changed(await rich(), everyEdit().flat()));
  expect(observed.sheets.map((one) => one.charts.length)).toEqual([1, 0, 0, 0, LAYOUT.charts.length]);
});

it('keeps the extensions of a sheet that no reader here knows', async () => {
  const extension = '<extLst><ext uri="{78C0D931}" xmlns:x14="urn:x"><x14:thing a="1">kept</x14:thing></ext></extLst>';
  const bytes = await zipped(plainParts(`<sheetData><row r="1" x="y" ht="30" customHeight="1"/></sheetData>${extension}`));
  const xml = unzip(await changed(bytes, [write('One', 'B1', [[text('x')]])])).get('xl/worksheets/sheet1.xml');
  expect(xml).toContain('<x14:thing a="1">kept</x14:thing>');
  expect(xml).toMatch(/<row r="1" x="y" ht="30" customHeight="1"><c r="B1"/);
});

it('writes out a shared formula whose first cell is overwritten, and drops the order of calculation', async () => {
  const cells =
    '<sheetData><row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A3">B1*2</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>3</v></c></row></sheetData>';
  const parts = plainParts(cells, {
    'xl/_rels/workbook.xml.rels': relationships([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['calcChain', 'calcChain.xml'],
    ]),
    'xl/calcChain.xml': '<calcChain/>',
  });
  const bytes = await changed(await zipped(parts), [write('One', 'A1', [[{ kind: 'number', value: 9, format: '0' }]])]);
  const grid = (await (await FileWorkbook.open('x.xlsx', bytes)).readBook({ includeHidden: true })).sheets[0];
  const formulas = ['A1', 'A2', 'A3'].map((address) => grid && cellAt(grid, parseA1(address) ?? { row: 0, column: 0 }).formula);
  expect(formulas).toEqual([undefined, '=B2*2', '=B3*2']);
  expect([...unzip(bytes).keys()]).not.toContain('xl/calcChain.xml');
});

it('refuses to change one cell of an array formula', async () => {
  const cells = '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row></sheetData>';
  const book = await FileWorkbook.open('x.xlsx', await zipped(plainParts(cells)));
  await expect(book.apply([[write('One', 'A2', [[text('x')]])]])).rejects.toThrow('A formula at A1 of “One” fills the cells A1:A2');
});

it('writes dates into a 1904 workbook so that they read as the same day', async () => {
  const parts = plainParts('<sheetData/>', {
    'xl/workbook.xml': workbook('<sheet name="One" sheetId="1" r:id="rId1"/>', '<workbookPr date1904="1"/>'),
  });
  const bytes = await changed(await zipped(parts), [write('One', 'A1', [[{ kind: 'date', serial: 46_082 }]])]);
  expect(unzip(bytes).get('xl/worksheets/sheet1.xml')).toContain('<v>44620</v>');
  const book = await (await FileWorkbook.open('x.xlsx', bytes)).readBook({ includeHidden: true });
  expect(book.sheets[0]?.rows.get(0)?.get(0)).toMatchObject({ value: 46_082, text: '01/03/2026' });
});

it('calls a table’s columns what their headings say after they were written', async () => {
  const book = await FileWorkbook.create();
  await book.apply(everyEdit());
  await book.apply([[write("Kent's register", 'B3:C3', [[text('What we\nwill do'), text('Ref')]])]]);
  const observed = (await observeFile(await book.toBytes())).sheets.at(-1);
  expect(observed?.tables[0]?.headings).toEqual(['Ref', 'What we_x000a_will do', 'Ref2', 'Status', 'Count']);
});

it('removes a sheet with its parts and the names that were its own', async () => {
  const book = await FileWorkbook.open('x.xlsx', await rich());
  const before = unzip(await book.toBytes());
  await book.apply([everyEdit().flat()]);
  const after = unzip(await book.toBytes());
  expect(after.get('xl/workbook.xml')).toContain('_xlnm.Print_Titles');
  await book.apply([["Kent's register", 'Lists', '_state'].map((sheet) => change({ type: 'remove sheet', sheet }))]);
  const undone = unzip(await book.toBytes());
  expect([...undone.keys()].sort()).toEqual([...before.keys()].sort());
  expect(undone.get('xl/workbook.xml')).not.toContain('_xlnm.Print_Titles');
});

it('keeps the links of links: a link the user made to the web stays when its cell is written', async () => {
  const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://www.kent.gov.uk/" TargetMode="External"/></Relationships>`;
  const parts = plainParts('<sheetData/><hyperlinks><hyperlink ref="A1" r:id="rId1"/></hyperlinks>', {
    'xl/worksheets/_rels/sheet1.xml.rels': rels,
  });
  const bytes = await changed(await zipped(parts), [write('One', 'A1', [[text('Kent')]])]);
  expect((await observeFile(bytes)).sheets[0]?.cells.A1).toMatchObject({ value: 'Kent', link: 'https://www.kent.gov.uk/' });
});

it('saves a new workbook without sheets with a blank one, and opens it', async () => {
  const bytes = await (await FileWorkbook.create()).toBytes();
  const book = await (await FileWorkbook.open('x.xlsx', bytes)).readBook({ includeHidden: true });
  expect(book.sheets.map((one) => one.name)).toEqual(['Sheet1']);
});

it.each([
  ['a/b', 'cannot be a sheet’s name'],
  ['x'.repeat(32), 'cannot be a sheet’s name'],
])('refuses the sheet name %s', async (sheet, words) => {
  const book = await FileWorkbook.create();
  await expect(book.apply([[change({ type: 'add sheet', sheet, visibility: 'visible', tabColour: null })]])).rejects.toThrow(words);
});

it('says that a file of another format can only be read', async () => {
  const book = await FileWorkbook.open('x.csv', new TextEncoder().encode('a,b'));
  await expect(book.apply([[write('x', 'A1', [[text('y')]])]])).rejects.toMatchObject({ code: 'not supported' });
});
