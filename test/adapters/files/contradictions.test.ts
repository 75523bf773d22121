import { SubmissionError } from '../../../src/application/ports/failure';
import { openBook } from '../../../src/adapters/files/open-book';
import { columnsOfGrid } from '../../../src/adapters/files/word/table-columns';
import type { WordCell } from '../../../src/adapters/files/word/word-blocks';
import { type BookGrid, a1 } from '../../../src/domain/grid';
import { modelOf, parsedZip, utf8, zipBytes } from '../../damaged-files/zip-model';
import { fods, ods, row as odsRow, styled, table, words } from './ods/ods-builder';
import { plainParts, relationships, sheet, styles, workbook, zipped } from './package-builder';
import { cell, definition, docxParts, list, listed, lvl, row, table as wordTable, td, tr } from './word/word-builder';

/** Faults that damaged files showed (test/damaged-files): what contradicts itself is refused, or named in its cell; it was read as something else. */

function texts({ sheets }: BookGrid): Record<string, string> {
  return Object.fromEntries(
    sheets.flatMap(({ rows }) =>
      [...rows].flatMap(([at, cells]) => [...cells].map(([column, { text }]): [string, string] => [a1({ row: at, column }), text])),
    ),
  );
}

/** What each cell shows, or the sentence of the refusal. */
async function read(parts: Readonly<Record<string, string>> | Uint8Array, name = 'x.xlsx'): Promise<Record<string, string> | string> {
  const bytes = parts instanceof Uint8Array ? parts : await zipped(parts);
  return openBook(name, bytes, { includeHidden: true }).then(texts, (error: unknown) =>
    error instanceof SubmissionError ? error.message : String(error),
  );
}

const DAMAGED: unknown = expect.stringContaining('is damaged or incomplete');
const MISSING: unknown = expect.stringContaining('lists worksheets that are not in the file');
const data = (cells: string): string => `<sheetData><row r="1">${cells}</row></sheetData>`;
const inline = (text: string, more = 'r="A1"'): string => `<c ${more} t="inlineStr"><is><t>${text}</t></is></c>`;

describe('markup that no program may read', () => {
  it.each([
    ['an attribute twice', '<c r="A1" t="str" r="B1"><v>x</v></c>'],
    ['a value without quotation marks', '<c r=B5 t="str"><v>x</v></c>'],
    ['an attribute without a value', '<c r t="str"><v>x</v></c>'],
    ['attributes without a blank between', '<c r="A1"t="str"><v>x</v></c>'],
    ['an entity that is not declared', inline('a&hub;')],
    ['the number of no character', inline('a&#xD800;')],
    ['the number 0', inline('a&#0;')],
    ['an & by itself', inline('R & D')],
  ])('%s', async (_, cells) => {
    expect(await read(plainParts(data(cells)))).toEqual(DAMAGED);
  });

  it.each([
    ['two roots', `${sheet(data(inline('x')))}<worksheet/>`],
    ['words behind the root', `${sheet(data(inline('x')))}y`],
    ['words before the root', `y${sheet(data(inline('x'))).replace(/^<\?.*?\?>/, '')}`],
    ['character data behind the root', `${sheet(data(inline('x')))}<![CDATA[y]]>`],
  ])('%s', async (_, xml) => {
    expect(await read({ ...plainParts(''), 'xl/worksheets/sheet1.xml': xml })).toEqual(DAMAGED);
  });

  it('what looks like an attribute within the value of another is none', async () => {
    const cells = `<c x:note=" r='Z9' t='e' " r = 'B1' t="inlineStr"><is><t>x</t></is></c>`;
    expect(await read(plainParts(data(cells)))).toEqual({ B1: 'x' });
    const odsCell = `<table:table-cell table:note=" office:value-type='float' office:value='9' " office:value-type="string"><text:p>x</text:p></table:table-cell>`;
    expect(await read(await ods(table(odsRow(odsCell))), 'x.ods')).toEqual({ A1: 'x' });
  });

  it('letters in an encoding that is not that of the part', async () => {
    const xml = `<?xml version="1.0" encoding="ISO-8859-1"?>${sheet(data(inline('Zoë'))).replace(/^<\?.*?\?>/, '')}`;
    const made = modelOf(Object.fromEntries(Object.entries(plainParts('')).map(([path, text]) => [path, utf8(text)])));
    const latin = modelOf({ 'xl/worksheets/sheet1.xml': new Uint8Array(Buffer.from(xml, 'latin1')) });
    const parts = made.parts.map((part) => (part.central.name === 'xl/worksheets/sheet1.xml' ? (latin.parts[0] ?? part) : part));
    expect(await read(zipBytes({ ...made, parts }))).toEqual(DAMAGED);
    const flat = fods(table(odsRow(words('Zoe'))));
    const at = Buffer.from(flat).indexOf('Zoe') + 2;
    expect(
      await read(
        flat.map((byte, index) => (index === at ? 0xeb : byte)),
        'x.fods',
      ),
    ).toEqual(DAMAGED);
  });
});

describe('parts that contradict one another', () => {
  const book = (
    links: readonly (readonly [string, string])[],
    more: Readonly<Record<string, string>>,
    cells: string,
  ): Record<string, string> =>
    plainParts(data(cells), { 'xl/_rels/workbook.xml.rels': relationships([['worksheet', 'worksheets/sheet1.xml'], ...links]), ...more });
  const dated = '<c r="A1" s="1"><v>46112</v></c>';

  it('a number whose style is not in the file might be a date', async () => {
    const link = ['styles', 'styles.xml'] as const;
    expect(await read(book([link], { 'xl/styles.xml': styles(['dd/mm/yyyy']) }, dated))).toEqual({ A1: '31/03/2026' });
    expect(await read(book([link], { 'xl/styles.xml': styles([]) }, dated))).toEqual({ A1: 'unreadable' });
    expect(await read(book([link], {}, dated))).toEqual(DAMAGED);
    expect(await read(book([], {}, dated))).toEqual(DAMAGED);
    // Texts, and numbers without a style, need none.
    expect(await read(book([link], {}, `${inline('x', 'r="A1" s="1"')}<c r="B1"><v>3</v></c><c r="C1" s="1"/>`))).toEqual({
      A1: 'x',
      B1: '3',
    });
  });

  it('a part of another kind in the place of the styles', async () => {
    expect(await read(book([['styles', 'sheets.xml']], { 'xl/sheets.xml': sheet('') }, inline('x')))).toEqual(DAMAGED);
  });

  it('two sheets of one part, and two links of one id', async () => {
    const two = workbook('<sheet name="One" sheetId="1" r:id="rId1"/><sheet name="Two" sheetId="2" r:id="rId2"/>');
    const twice = book([['worksheet', 'worksheets/sheet1.xml']], { 'xl/workbook.xml': two }, inline('x'));
    expect(await read(twice)).toEqual(MISSING);
    const other = { 'xl/workbook.xml': two, 'xl/worksheets/sheet2.xml': sheet(data(inline('y'))) };
    const parts = book([['worksheet', 'worksheets/sheet2.xml']], other, inline('x'));
    const links = parts['xl/_rels/workbook.xml.rels'] ?? '';
    expect(await read({ ...parts, 'xl/_rels/workbook.xml.rels': links.replace('rId2', 'rId1') })).toEqual(DAMAGED);
  });

  it('OpenDocument styles that the manifest lists and the file does not have, or that are another part', async () => {
    const dates = '<number:date-style style:name="N1"><number:month/><number:text>/</number:text><number:year/></number:date-style>';
    const cells = table(odsRow('<table:table-cell table:style-name="d" office:value-type="float" office:value="46112"/>'));
    const bytes = (manifest: string): Promise<Uint8Array> =>
      ods(cells, {
        named: dates + styled('d', 'N1'),
        more: { 'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="m">${manifest}</manifest:manifest>` },
      });
    const entry = '<manifest:file-entry manifest:full-path="styles.xml"/>';
    const without = (made: Uint8Array): Uint8Array => {
      const zip = parsedZip(made);
      return zipBytes({ ...zip, parts: zip.parts.filter(({ central }) => central.name !== 'styles.xml') });
    };
    expect(await read(await bytes(entry), 'x.ods')).toEqual({ A1: '3/26' });
    expect(await read(without(await bytes(entry)), 'x.ods')).toEqual(DAMAGED);
    expect(await read(without(await bytes('')), 'x.ods')).toEqual({ A1: '46112' });
    expect(await read(await ods(cells, { more: { 'styles.xml': '<office:document-meta/>' } }), 'x.ods')).toEqual(DAMAGED);
  });

  it('a document whose lists or styles are not in the file, or that is another part', async () => {
    const numbered = wordTable(row('Action', 'Lead'), tr(td(listed('trees', 1)), cell('Ann')));
    const parts = docxParts(numbered, { numbering: definition(1, lvl(0, 'decimal', '%1.')) + list(1, 1) });
    expect(await read(parts, 'x.docx')).toMatchObject({ A2: '1. trees' });
    const without = (path: string): Record<string, string> => Object.fromEntries(Object.entries(parts).filter(([key]) => key !== path));
    expect(await read(without('word/numbering.xml'), 'x.docx')).toEqual(DAMAGED);
    expect(await read(without('word/styles.xml'), 'x.docx')).toEqual(DAMAGED);
    expect(await read({ ...parts, 'word/numbering.xml': parts['word/styles.xml'] ?? '' }, 'x.docx')).toEqual(DAMAGED);
    const links = { 'word/_rels/document.xml.rels': parts['word/numbering.xml'] ?? '' };
    expect(await read({ ...parts, ...links }, 'x.docx')).toEqual(DAMAGED);
    expect(await read({ ...parts, 'word/document.xml': parts['word/styles.xml'] ?? '' }, 'x.docx')).toEqual(DAMAGED);
  });
});

describe('little that says much', () => {
  /** More than any of these takes, by far, and much less than each took. */
  const MOST_MS = 5000;

  it('a long formula that very many cells share does not fill the memory: of the last ones nothing is said but that they are calculated', async () => {
    const first = `<row r="1"><c r="A1"><f t="shared" si="0">${'A1+'.repeat(2700)}A1</f><v>1</v></c></row>`;
    const others = Array.from({ length: 5000 }, (_, at) => `<row r="${String(at + 2)}"><c><f t="shared" si="0"/><v>1</v></c></row>`);
    const bytes = await zipped(plainParts(`<sheetData>${first}${others.join('')}</sheetData>`));
    const { sheets } = await openBook('x.xlsx', bytes);
    const formulas = [...(sheets[0]?.rows ?? [])].map(([, cells]) => cells.get(0)?.formula ?? '');
    expect(formulas.length).toBe(5001);
    expect(formulas[1]).toBe(`=${'A2+'.repeat(2700)}A2`);
    expect(formulas.at(-1)).toBe('=');
    expect(formulas.reduce((sum, formula) => sum + formula.length, 0)).toBeLessThan(8_000_000);
  });

  it('a table of 100,000 rows has its columns found at once', () => {
    const one: WordCell = { blocks: [], span: 1, down: null, across: null, fill: null, letters: null, isStruck: false };
    const rows = Array.from({ length: 100_000 }, () => ({ before: 0, cells: [one, one], isRepeated: false }));
    const started = performance.now();
    expect(columnsOfGrid({ kind: 'table', widths: [], rows, isBoxed: false, noticed: null })).toEqual([0, 1]);
    expect(performance.now() - started).toBeLessThan(MOST_MS);
  });

  it.each([
    ['2,000 tables that go on with one another', wordTable(row('a', 'b')) + wordTable(row('c', 'd')).repeat(2000), 1],
    ['a row of 10,000 cells', wordTable(row('a', 'b'), tr(cell('c').repeat(10_000))), 1],
  ])('a document of %s', async (_, body, sheets) => {
    const bytes = await zipped(docxParts(body));
    const started = performance.now();
    const opened = await openBook('x.docx', bytes);
    expect(performance.now() - started).toBeLessThan(MOST_MS);
    expect(opened.sheets.length).toBe(sheets);
  });
});
