import { openBook } from '../../../src/adapters/files/open-book';
import type * as markupModule from '../../../src/adapters/files/package/markup';
import type { BookGrid } from '../../../src/domain/grid';
import { plainParts, relationships, zipped } from './package-builder';

/** Elements that were told of piece by piece. */
let told = 0;
jest.mock('../../../src/adapters/files/package/markup', () => {
  const actual = jest.requireActual<typeof markupModule>('../../../src/adapters/files/package/markup');
  const scanMarkup: typeof actual.scanMarkup = (xml, events) => {
    actual.scanMarkup(xml, {
      open(local, attributes, name) {
        told += 1;
        events.open(local, attributes, name);
      },
      text: (text) => {
        events.text(text);
      },
      close: (local, name) => {
        events.close(local, name);
      },
      takeWhole: (xml_, at) => events.takeWhole?.(xml_, at) ?? -1,
    });
  };
  return { ...actual, scanMarkup };
});

const TEXTS = ['Help &amp; advice', ' two  spaces ', 'a_x000D_b', 'Kent'];
const strings = (si: (text: string) => string): string =>
  `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${TEXTS.map(si).join('')}</sst>`;
const MORE = (si: (text: string) => string): Record<string, string> => ({
  'xl/_rels/workbook.xml.rels': relationships([
    ['worksheet', 'worksheets/sheet1.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
  ]),
  'xl/sharedStrings.xml': strings(si),
});

async function bookOf(cells: string, si = (text: string): string => `<si><t xml:space="preserve">${text}</t></si>`): Promise<BookGrid> {
  told = 0;
  return openBook('one.xlsx', await zipped(plainParts(`<sheetData>${cells}</sheetData>`, MORE(si))));
}

const CELLS = [
  '<c r="A1" t="s"><v>0</v></c>',
  '<c r="B1" s="0" t="s"><v>1</v></c>',
  '<c r="C1"><v>12.5</v></c>',
  '<c r="D1" t="b"><v>1</v></c>',
  '<c r="E1" t="e"><v>#N/A</v></c>',
  '<c r="F1" t="inlineStr"><is><t>In &lt;line&gt;</t></is></c>',
  '<c r="G1" t="str"><v>formula text</v></c>',
  '<c r="H1"/>',
  '<c r="I1" t="s"><v>99</v></c>',
  '<c r="J1" t="s"><v>2</v></c>',
];
/** The same elements as no program writes them, so that they are told piece by piece. */
const odd = (xml: string): string => xml.replace(/<(c|si)(?=[ >])/g, '<$1 ').replaceAll('</v>', '</v >');

test('cells and texts taken whole are those that are told piece by piece', async () => {
  const plain = await bookOf(`<row r="1">${CELLS.join('')}</row>`);
  const piecewise = await bookOf(`<row r="1">${CELLS.map(odd).join('')}</row>`, (text) => `<si ><t xml:space="preserve">${text}</t></si>`);
  expect([...(plain.sheets[0]?.rows.get(0) ?? [])]).toEqual([...(piecewise.sheets[0]?.rows.get(0) ?? [])]);
  expect(plain.sheets[0]?.rows.get(0)?.size).toBe(9);
});

test('a row more tells of one element more, however many cells it has', async () => {
  const rows = (count: number): string =>
    Array.from({ length: count }, (_, row) => {
      const at = String(row + 1);
      return `<row r="${at}">${['A', 'B', 'C'].map((column) => `<c r="${column}${at}" t="s"><v>${String(row % 4)}</v></c>`).join('')}</row>`;
    }).join('');
  await bookOf(rows(100));
  const before = told;
  await bookOf(rows(200));
  expect(told - before).toBe(100);
});

test('a text that stands in many cells is one cell', async () => {
  const rows = (await bookOf('<row r="1"><c r="A1" t="s"><v>3</v></c></row><row r="2"><c r="B2" t="s"><v>3</v></c></row>')).sheets[0]?.rows;
  expect(rows?.get(0)?.get(0)).toBe(rows?.get(1)?.get(1));
});

test.each([
  ['a row beyond the last', '<c r="A1048577"><v>1</v></c>'],
  ['a column beyond the last', '<c r="XFE1"><v>1</v></c>'],
  ['an entity that is not declared', '<c r="A1" t="inlineStr"><is><t>&nbsp;</t></is></c>'],
])('%s is refused as before', async (_what, cell) => {
  await expect(bookOf(`<row r="1">${cell}</row>`)).rejects.toThrow();
});
