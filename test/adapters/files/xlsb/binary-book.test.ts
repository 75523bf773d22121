import { openBook } from '../../../../src/adapters/files/open-book';
import { type BookGrid, a1 } from '../../../../src/domain/grid';
import { relationships } from '../package-builder';
import { binaryParts, cell, f64, record, tab, u16, u32, u8, wide, workbook, worksheet, zippedBinary } from './binary-builder';

type Parts = Parameters<typeof zippedBinary>[0];

const read = async (parts: Parts, includeHidden = true): Promise<BookGrid> =>
  openBook('x.xlsb', await zippedBinary(parts), { includeHidden });

const refusal = async (parts: Parts): Promise<string> =>
  read(parts).then(
    () => 'opened',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  );

const shown = ({ sheets }: BookGrid): Record<string, string> =>
  Object.fromEntries(
    [...(sheets[0]?.rows ?? [])].flatMap(([row, cells]) =>
      [...cells].map(([column, { kind, text, formula }]) => [a1({ row, column }), `${kind} ${text}${formula ?? ''}`]),
    ),
  );

const row = (index: number): Uint8Array => record(0, u32(index));

it('every kind of cell', async () => {
  const sheet = worksheet(
    row(2),
    cell(1, 0),
    cell(2, 1, u32((1230 << 2) | 3)),
    cell(3, 2, u8(0x2a)),
    cell(4, 3, u8(1)),
    cell(5, 4, f64(0.5)),
    cell(6, 5, wide('own')),
    cell(7, 6, u32(0)),
    row(9),
    cell(8, 0, wide('result')),
    cell(9, 1, f64(46082), 1),
    cell(10, 2, u8(0)),
    cell(11, 3, u8(0x17)),
    cell(62, 4, Buffer.concat([u8(1), wide('two fonts'), u32(1), u16(0), u16(1)])),
    record(176, u32(2, 2, 1, 2)),
  );
  const book = await read(binaryParts(sheet));
  expect(shown(book)).toEqual({
    ...{ B3: 'number 12.3', C3: 'error #N/A', D3: 'boolean TRUE', E3: 'number 0.5', F3: 'text own', G3: 'text shared' },
    ...{ A10: 'text result=', B10: 'number Mar-26=', C10: 'boolean FALSE=', D10: 'error #REF!=', E10: 'text two fonts' },
  });
  expect(book.sheets[0]).toMatchObject({ isProtected: false, merges: [{ top: 2, bottom: 2, left: 1, right: 2 }] });
});

it('a date of the 1904 system, and a protected sheet', async () => {
  const sheet = worksheet(row(0), cell(5, 0, f64(0), 1), record(535, u16(0), u32(1)));
  const book = await read(binaryParts(sheet, { 'xl/workbook.bin': workbook(record(153, u32(1)), tab('One', 'rId1')) }));
  expect(shown(book)).toEqual({ A1: 'number Jan-04' });
  expect(book.sheets[0]?.isProtected).toBe(true);
});

it('hidden sheets are hidden, and a chart is no sheet', async () => {
  const links = relationships([
    ['worksheet', 'worksheets/sheet1.bin'],
    ['worksheet', 'worksheets/sheet2.bin'],
    ['chartsheet', 'chartsheets/sheet1.bin'],
  ]);
  const tabs = workbook(tab('One', 'rId1', 1), tab('Two', 'rId2', 2), tab('Chart', 'rId3'), tab('Module1', '', 2));
  const more = { 'xl/workbook.bin': tabs, 'xl/_rels/workbook.bin.rels': links, 'xl/worksheets/sheet2.bin': worksheet() };
  const parts = binaryParts(worksheet(), more);
  expect((await read(parts)).sheets.map(({ name, visibility }) => `${name} ${visibility}`)).toEqual(['One hidden', 'Two very hidden']);
  expect((await read(parts, false)).sheets).toEqual([]);
});

it('the name of a part may be spelt in other letters', async () => {
  const { 'xl/sharedStrings.bin': texts = '', ...others } = binaryParts(worksheet(row(0), cell(7, 0, u32(0))));
  expect(shown(await read({ ...others, 'xl/SharedStrings.bin': texts }))).toEqual({ A1: 'text shared' });
});

it('the parts may lie in a folder of another name', async () => {
  const moved = Object.entries(binaryParts(worksheet(row(0), cell(7, 0, u32(0))))).map(([path, part]) => [
    path.replace(/^xl/, 'book'),
    typeof part === 'string' ? part.replace('xl/', 'book/') : part,
  ]);
  expect(shown(await read(Object.fromEntries(moved) as Parts))).toEqual({ A1: 'text shared' });
});

it('a text that is not among the shared ones is unreadable, alone', async () => {
  const book = await read(binaryParts(worksheet(row(0), cell(7, 0, u32(1)), cell(7, 1, u32(0)))));
  expect(shown(book)).toEqual({ A1: 'error unreadable', B1: 'text shared' });
});

describe('refused', () => {
  const text = worksheet(row(0), cell(7, 0, u32(0)));
  const without = (path: string): Parts => Object.fromEntries(Object.entries(binaryParts(text)).filter(([name]) => name !== path));
  it.each<[string, Parts, RegExp]>([
    ['without the texts', without('xl/sharedStrings.bin'), /damaged/],
    ['without the sheet', without('xl/worksheets/sheet1.bin'), /lists worksheets/],
    ['a sheet that is cut off', binaryParts(text.subarray(0, text.length - 12)), /damaged/],
    ['a part that is no sheet', binaryParts(record(145)), /damaged/],
    ['a row beyond the last', binaryParts(worksheet(row(1_048_576))), /damaged/],
    ['a column beyond the last', binaryParts(worksheet(row(0), cell(5, 16_384, f64(1)))), /damaged/],
    ['a merge beyond the last row', binaryParts(worksheet(record(176, u32(0, 0xffff_ffff, 0, 1)))), /damaged/],
    ['a merge that ends before it begins', binaryParts(worksheet(record(176, u32(5, 2, 0, 1)))), /damaged/],
    ['no sheet', binaryParts(text, { 'xl/workbook.bin': workbook() }), /no worksheets/],
    ['a document type', binaryParts(text, { '_rels/.rels': `<!DOCTYPE x [<!ENTITY a "a">]>${relationships([])}` }), /document type/],
  ])('%s', async (_, parts, says) => {
    expect(await refusal(parts)).toMatch(says);
  });
});
