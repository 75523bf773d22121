import { FileWorkbook } from '../../../src/adapters/files';
import type { Change, Edit, PlanCell } from '../../../src/domain/workbook';
import { area } from '../../contract/every-edit';
import { plainParts, relationships, zipped } from './package-builder';

/** What only Excel may write: a PivotTable at H3:J9 and a dynamic array that fills L2:L6, beside a table at A1:B3. */
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const cell = (reference: string, text: string): string => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
const SHEET = `<sheetData>
<row r="1">${cell('A1', 'Ref')}${cell('B1', 'Commitment')}</row>
<row r="2">${cell('A2', 'GET-01')}${cell('B2', 'Plant trees')}<c r="L2" cm="1"><f t="array" ref="L2:L6">SEQUENCE(5)</f><v>1</v></c></row>
<row r="3">${cell('A3', 'GET-02')}${cell('B3', 'Warm homes')}<c r="L3"><v>2</v></c></row>
</sheetData><tableParts count="1"><tablePart r:id="rId2"/></tableParts>`;
const TABLE = `<table xmlns="${MAIN}" id="1" name="Plan" displayName="Plan" ref="A1:B3"><autoFilter ref="A1:B3"/><tableColumns count="2"><tableColumn id="1" name="Ref"/><tableColumn id="2" name="Commitment"/></tableColumns></table>`;
const PIVOT = `<pivotTableDefinition xmlns="${MAIN}" name="Sums" cacheId="1"><location ref="H3:J9" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/></pivotTableDefinition>`;

async function outcome(edit: Edit): Promise<string> {
  const more = {
    'xl/worksheets/_rels/sheet1.xml.rels': relationships([
      ['pivotTable', '../pivotTables/pivotTable1.xml'],
      ['table', '../tables/table1.xml'],
    ]),
    'xl/pivotTables/pivotTable1.xml': PIVOT,
    'xl/tables/table1.xml': TABLE,
  };
  const book = await FileWorkbook.open('x.xlsx', await zipped(plainParts(SHEET, more)));
  const before = await book.toBytes();
  const change: Change = { edit, undo: edit };
  const words = await book.apply([[change]]).then(
    () => 'written',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  if (words !== 'written') expect(await book.toBytes()).toEqual(before);
  return words;
}

const text = (words: string): PlanCell => ({ kind: 'text', text: words });
const resize = (reference: string): Edit => ({ type: 'resize table', sheet: 'One', table: 'Plan', area: area(reference) });
const write = (reference: string, cells: readonly (PlanCell | null)[]): Edit => ({
  type: 'write cells',
  sheet: 'One',
  area: area(reference),
  cells: [cells],
  expected: null,
});
const add = (reference: string): Edit => ({
  type: 'add table',
  sheet: 'One',
  table: 'New',
  area: area(reference),
  style: 'TableStyleLight9',
  banded: true,
});

const PIVOT_WORDS = /^The PivotTable “Sums” at H3:J9 of “One” stands where the plan must write, so nothing was written\. Move it/;
const ARRAY_WORDS =
  /^A formula at L2 of “One” fills the cells L2:L6, and the plan must write there\. Nothing was written\. Move that formula/;

const CASES: readonly (readonly [string, Edit, RegExp])[] = [
  ['a table that grows down beside both', resize('A1:B40'), /^written$/],
  ['a table that grows over the PivotTable', resize('A1:H9'), PIVOT_WORDS],
  ['a table that grows over the array', resize('A1:L3'), PIVOT_WORDS],
  ['a new table over the array', add('K1:M4'), ARRAY_WORDS],
  ['a new table over the PivotTable', add('J9:K12'), PIVOT_WORDS],
  ['a new table between them', add('K10:L12'), /^written$/],
  ['cells of the PivotTable', write('G3:H3', [null, text('x')]), PIVOT_WORDS],
  ['cells beside the PivotTable', write('G3:H3', [text('x'), null]), /^written$/],
  ['the last cell of the array', write('L6', [text('x')]), ARRAY_WORDS],
  ['its first cell', write('L2', [text('x')]), ARRAY_WORDS],
  ['the cell below it', write('L7', [text('x')]), /^written$/],
];

it.each(CASES)('%s', async (_name, edit, words) => {
  expect(await outcome(edit)).toMatch(words);
});
