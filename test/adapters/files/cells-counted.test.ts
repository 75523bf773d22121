import { readSource } from '../../../src/application';
import { openBook } from '../../../src/adapters/files/open-book';
import { kent2025 } from '../../../src/domain/framework';
import { plainParts, zipped } from './package-builder';

/** Cells as files hold them, and how many of each anybody would count. The table's own cells stand in rows 1 and 2. */
const TABLE = [
  ['What we have committed to', 'Led by', 'Timescale', 'Measure', 'Shared Outcome'],
  ['Plant trees', 'Head of Economy', 'March 2030', '200 trees', 'SO2'],
]
  .map((row, index) => {
    const cells = row.map(
      (words, column) => `<c r="${'ABCDE'[column] ?? ''}${String(index + 1)}" t="inlineStr"><is><t>${words}</t></is></c>`,
    );
    return `<row r="${String(index + 1)}">${cells.join('')}</row>`;
  })
  .join('');

const CASES: readonly (readonly [what: string, row: string, cells: number, after?: string])[] = [
  ['rich text in the cell', '<c r="A9" t="inlineStr"><is><r><t>Rich</t></r><r><rPr><b/></rPr><t> text</t></r></is></c>', 1],
  ['white space alone', '<c r="A9" t="inlineStr"><is><t xml:space="preserve">   </t></is></c>', 1],
  ['a text of no letters', '<c r="A9" t="inlineStr"><is><t></t></is></c>', 0],
  ['a guide to pronunciation', '<c r="A9" t="inlineStr"><is><rPh sb="0" eb="1"><t>ka</t></rPh></is></c>', 0],
  ['an error', '<c r="A9" t="e"><v>#REF!</v></c>', 1],
  ['a formula that shows nothing', '<c r="A9" t="str"><f>IF(1,"","")</f><v></v></c>', 1],
  ['a formula without a value', '<c r="A9"><f>B9</f></c>', 1],
  ['yes and no', '<c r="A9" t="b"><v>1</v></c><c r="B9" t="b"><v>0</v></c>', 2],
  ['a date as text', '<c r="A9" t="d"><v>2026-03-31</v></c>', 1],
  ['nothing but a look', '<c r="A9" s="0"/><c r="B9" s="0"><v/></c>', 0],
  ['zero', '<c r="A9"><v>0</v></c>', 1],
  ['the last column', '<c r="XFD9"><v>7</v></c>', 1],
  ['words under a merge', '<c r="A9"><v>1</v></c><c r="B9"><v>2</v></c>', 2, '<mergeCells><mergeCell ref="A9:B9"/></mergeCells>'],
];

it.each(CASES.map(([what, row, cells, after = '']) => [what, row, cells, after] as const))('%s', async (_, row, cells, after) => {
  for (const attributes of ['', ' hidden="1"']) {
    const sheet = `<dimension ref="A1:B2"/><sheetData>${TABLE}<row r="9"${attributes}>${row}</row></sheetData>${after}`;
    const book = await openBook('GET.xlsx', await zipped(plainParts(sheet)));
    const [account] = readSource('GET.xlsx', book, { framework: kent2025(), includeHidden: false }).sheets;
    expect(account?.cells).toBe(10 + cells);
    expect(Object.values(account?.byKind ?? {}).reduce((sum, one) => sum + one, 0)).toBe(10 + cells);
    expect(account?.leftOut.reduce((sum, part) => sum + part.cells, 0)).toBe(account?.byKind['left out']);
  }
});
